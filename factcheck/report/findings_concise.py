"""Findings for editors and pipes: a line a finding, `path:line:column: CODE severity: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.marker import MARKER
from factcheck.messages import head_line, reason, text
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, print_lines
from factcheck.report.places import count_in_words, kinds
from factcheck.report.whereabouts import link_location
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Finding, Report, Skipped
    from factcheck.report.style import Style


def render(report: Report, style: Style) -> bytes:
    """A line for every finding, worst first, at its first place; then one that counts them."""
    return print_lines(_lines(report, style), style)


def _lines(report: Report, style: Style) -> Iterator[Text]:
    for finding in report.findings:
        yield _line(finding, style)
    counts, language = summary(report), style.language
    yield from (tell_unread(one, language) for one in report.skipped if one.fatal)
    found = count_in_words("finding", counts.findings, language)
    yield Text(text("count.kinds", language, findings=found, kinds=kinds(counts, language)))
    if not style.terminal:
        yield Text(MARKER, style="dim")


def tell_unread(one: Skipped, language: Language) -> Text:
    """What should have been an article and could not be read, and why."""
    place = one.path if one.line is None else f"{one.path}:{one.line}"
    error = (text("skipped.error", language), COLORS["error"])
    return Text.assemble(visible(place), ": ", error, head_line("", visible(reason(one, language)), language))


def _line(finding: Finding, style: Style) -> Text:
    first, language = finding.locations[0], style.language
    severity = text(f"severity.{finding.severity}", language)
    said = head_line(severity, visible(finding.message), language)
    line = Text.assemble(link_location(first, style), ": ", (finding.rule, "bold"), " ", said)
    at = len(line) - len(said)
    line.stylize(COLORS[finding.severity], at, at + len(severity))
    return line

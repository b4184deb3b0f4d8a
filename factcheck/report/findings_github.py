"""Findings as annotations of a build: the commands that the runner reads, as many as it shows."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from factcheck.marker import MARKER
from factcheck.messages import reason, rule_name, text
from factcheck.report.escape import escape_invisible
from factcheck.report.places import kinds, name_place, order_places
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Finding, Location, Report, Skipped
    from factcheck.report.style import Style

SHOWN = 10  # annotations of one severity that the runner shows of one step
_OTHERS = 3  # places of the other sides that are named


def render(report: Report, style: Style) -> bytes:
    """Ten errors (what could not be read stands first), ten warnings, and a notice that counts all findings."""
    return "\n".join([*_lines(report, style.language), MARKER, ""]).encode("utf-8", "backslashreplace")


def _lines(report: Report, language: Language) -> Iterator[str]:
    unread = [_unread(item, language) for item in report.skipped if item.fatal]
    for severity, before in (("error", unread), ("warning", [])):
        found = [finding for finding in report.findings if finding.severity == severity]
        annotations = chain(before, (_annotation(finding, language) for finding in found))
        yield from islice(annotations, SHOWN)
    counts = summary(report)
    yield f"::notice title=factcheck::{_data(kinds(counts, language))}"


def _unread(item: Skipped, language: Language) -> str:
    """What should have been an article, and could not be read."""
    properties = {"file": item.path, "line": str(item.line or 1), "title": text("report.unread", language)}
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::error {said}::{_data(escape_invisible(reason(item, language)))}"


def _annotation(finding: Finding, language: Language) -> str:
    first, *others = order_places(finding.locations)
    title = f"{finding.rule} {rule_name(finding.rule, finding.name, language)}"
    properties = {"file": first.path or first.doc, "line": str(first.line), "col": str(first.column), "title": title}
    if first.where is not None:  # lines of the text that was taken out of a file are none of the file
        properties |= {"line": "1", "col": "1"}
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    named = [f"{escape_invisible(place.text[:80])} ({_name(place, language)})" for place in others[:_OTHERS]]
    if len(others) > _OTHERS:
        named.append(text("report.more", language, n=len(others) - _OTHERS))
    if first.where is not None:
        named.insert(0, f"{escape_invisible(first.text[:80])} ({_name(first, language)})")
    message = "\n".join([escape_invisible(finding.message), *named, *map(escape_invisible, finding.because[:1])])
    return f"::{finding.severity} {said}::{_data(message)}"


def _name(place: Location, language: Language) -> str:
    return escape_invisible(name_place(place.path or place.doc, place.line, None, place.where, language))


def _data(words: str) -> str:
    """A message as the runner unescapes it."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(escape_invisible(words)).replace(":", "%3A").replace(",", "%2C")

"""Findings as a spreadsheet: one row a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import rule_name, text
from factcheck.report.columns import add_keys, tell_where, word
from factcheck.report.context import Context
from factcheck.report.lines import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

HEADER = (
    "finding", "rule", "name", "severity", "confidence", "message", "group", "text", "sentence", "file", "line",
    "column", "where", "document", "because", "fingerprints",
)  # fmt: skip


def render(report: Report, style: Style) -> bytes:
    """UTF-8 with its mark; rows of one finding share its number."""
    return table(add_keys(HEADER, rows(report, style.language), style.language))


def rows(report: Report, language: Language) -> Iterator[tuple[object, ...]]:
    """A row for every place, in the order of `HEADER`."""
    context, joint = Context(report.documents), text("list", language)
    for number, finding in enumerate(report.findings, 1):
        for place in finding.locations:
            first, last = place.sentence
            yield (
                number, finding.rule, rule_name(finding.rule, finding.name, language),
                word("severity", finding.severity, language), f"{finding.confidence:.2f}", finding.message,
                place.group + 1, place.text, context.text(place)[first:last], place.path, place.line, place.column,
                tell_where(context.where(place), language), place.doc,
                joint.join(line.rstrip(".。") for line in finding.because), " ".join(finding.fingerprints),
            )  # fmt: skip

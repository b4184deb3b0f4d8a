"""Findings as a spreadsheet: one row a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.context import Context
from factcheck.report.lines import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.style import Style

HEADER = (
    "finding", "rule", "name", "severity", "confidence", "message", "group", "text", "sentence", "file", "line",
    "column", "document", "because", "fingerprints",
)  # fmt: skip


def render(report: Report, _: Style) -> bytes:
    """UTF-8 with its mark; rows of one finding share its number."""
    return table(HEADER, rows(report))


def rows(report: Report) -> Iterator[tuple[object, ...]]:
    """A row for every place, in the order of `HEADER`."""
    context = Context(report.documents)
    for number, finding in enumerate(report.findings, 1):
        for place in finding.locations:
            first, last = place.sentence
            yield (
                number, finding.rule, finding.name, finding.severity, f"{finding.confidence:.2f}", finding.message,
                place.group + 1, place.text, context.text(place)[first:last], place.path, place.line, place.column,
                place.doc, "; ".join(finding.because), " ".join(finding.fingerprints),
            )  # fmt: skip

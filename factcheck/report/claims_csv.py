"""The fact-checker's worksheet: a row for every figure, and an empty column to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.context import Context
from factcheck.report.lines import table
from factcheck.report.wire import bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.style import Style

HEADER = (
    "checked", "figure", "sentence", "file", "line", "subject", "measure", "period", "kind", "low", "high", "unit",
    "qualifier", "place", "status", "attribution", "column", "document",
)  # fmt: skip


def render(report: Report, _: Style) -> bytes:
    """UTF-8 with its mark, in the order of documents and text."""
    return table(HEADER, _rows(report))


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    context = Context(report.documents)
    for claim in report.claims:
        path, line, column = context.place(claim)
        first, last = claim.sentence
        yield (
            "", claim.text, context.text(claim)[first:last], path, line, claim.subject, claim.measure, claim.period,
            claim.kind, bound(claim, claim.low), bound(claim, claim.high), claim.unit, claim.qualifier, claim.place,
            claim.status, claim.attribution, column, claim.doc,
        )  # fmt: skip

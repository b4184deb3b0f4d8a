"""The fact-checker's worksheet: a row for every figure, and an empty column to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.columns import add_keys, join_scope, period_in_words, tell_where, word
from factcheck.report.context import Context
from factcheck.report.lines import table
from factcheck.report.wire import bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

HEADER = (
    "checked", "figure", "sentence", "file", "line", "subject", "part", "measure", "scope", "basis", "period",
    "time", "kind", "low", "high", "unit", "qualifier", "place", "status", "attribution", "column", "where", "document",
)  # fmt: skip


def render(report: Report, style: Style) -> bytes:
    """UTF-8 with its mark, in the order of documents and text."""
    return table(add_keys(HEADER, _rows(report, style.language), style.language))


def _rows(report: Report, language: Language) -> Iterator[tuple[object, ...]]:
    context = Context(report.documents)
    for claim in report.claims:
        path, line, column = context.place(claim)
        first, last = claim.sentence
        yield (
            "", claim.text, context.text(claim)[first:last], path, line, claim.subject, claim.part, claim.measure,
            join_scope(claim, language), claim.basis, period_in_words(claim.period, language), claim.time,
            word("kind", claim.kind, language), bound(claim, claim.low), bound(claim, claim.high), claim.unit,
            word("qualifier", claim.qualifier, language), claim.place, word("status", claim.status, language),
            claim.attribution, column, tell_where(context.where(claim), language), claim.doc,
        )  # fmt: skip

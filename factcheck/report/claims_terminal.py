"""Claims for people: article by article, the figures under one another, each with its frame and its sentence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.marker import MARKER
from factcheck.messages import name, tell, text
from factcheck.report.columns import join_scope, period_in_words
from factcheck.report.context import Context
from factcheck.report.escape import visible
from factcheck.report.layout import excerpt, pad_cells, print_lines, shorten_text, wrap_words
from factcheck.report.places import count_in_words
from factcheck.report.whereabouts import link_place
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Report
    from factcheck.report.style import Style

_LABEL = 26  # cells of the column that holds the figures, at most
_LINES = 2  # lines that one sentence may take


def render(report: Report, style: Style) -> bytes:
    """Claims, then one line that counts them."""
    return print_lines(_lines(report, style), style)


def _lines(report: Report, style: Style) -> Iterator[Text]:
    context = Context(report.documents)
    for _, held in groupby(report.claims, key=lambda claim: claim.doc):
        yield from _article(list(held), context, style)
        yield Text()
    counts, language = summary(report), style.language
    articles, claims = (
        count_in_words("article", counts.articles, language),
        count_in_words("claim", counts.claims, language),
    )
    yield Text(text("count.two", language, articles=articles, claims=claims), style="bold")
    if not style.terminal:
        yield Text(MARKER, style="dim")


def _article(claims: Sequence[Claim], context: Context, style: Style) -> Iterator[Text]:
    labels = [shorten_text(visible(claim.text), _LABEL) for claim in claims]
    column = max(cell_len(label) for label in labels)
    for claim, label in zip(claims, labels, strict=True):
        path, line, at = context.place(claim)
        where = context.where(claim)
        told = tell(where, style.language) if where is not None else None
        place = link_place(path, claim.doc, line, at, style, where=told)
        yield pad_cells(Text(label, style="bold"), column) + Text("  ") + place
        yield from wrap_words(_frame(claim, style), style.width, column + 2)
        room = (style.width - column - 2) * _LINES
        sentence = excerpt(context.text(claim), claim.sentence, [(claim.start, claim.end)], room)
        yield from wrap_words(sentence, style.width, column + 2)


def _needs_words(claim: Claim) -> bool:
    """Whether no period that the text states tells when a figure holds."""
    return claim.period is None or "period" in claim.inferred


def _frame(claim: Claim, style: Style) -> Text:
    language = style.language
    parts = [
        claim.subject, claim.part, claim.measure, join_scope(claim, language), claim.basis, claim.place,
        period_in_words(claim.period, language), claim.time if _needs_words(claim) else None,
    ]  # fmt: skip
    said = " · ".join(part for part in parts if part)
    keys = {"kind": claim.kind, "unit": claim.unit, "qualifier": claim.qualifier, "status": claim.status}
    kind = " ".join(name(group, key, language) if group != "unit" else key for group, key in keys.items() if key)
    kind = text("bracketed", language, a=kind)
    return Text(visible(f"{said}  {kind}" if said else kind), style="dim")

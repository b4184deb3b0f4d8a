"""Facts as a spreadsheet: one row a value."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.report.columns import heads, period_in_words, word
from factcheck.report.lines import table
from factcheck.report.wire import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

HEADER = (
    "fact", "state", "measure", "subject", "place", "period", "value", "low", "high", "unit", "kind", "independent",
    "articles", "first", "last", "sources", "places",
)  # fmt: skip


def render(report: Report, style: Style) -> bytes:
    """UTF-8 with its mark; rows of one fact share its id."""
    return table(chain((heads(HEADER, style.language),), rows(report, style.language)))


def rows(report: Report, language: Language) -> Iterator[tuple[object, ...]]:
    """A row for every value of every fact, in the order of `HEADER`."""
    for fact in report.facts:
        for number, value in enumerate(fact.values):
            places = (place for place in fact.locations if place.group == number)
            low, high = (None if end is None else exact(end, value.kind) for end in (value.low, value.high))
            yield (
                fact.id, word("fact.state", fact.state, language), fact.measure, fact.subject, fact.place,
                period_in_words(fact.period, language), value.text, low, high, value.unit,
                word("kind", value.kind, language), value.independent, value.articles, value.first, value.last,
                " | ".join(value.sources), " ".join(f"{place.path or place.doc}:{place.line}" for place in places),
            )  # fmt: skip

"""Facts for people: what is disputed first; each value with how many state it, from when to when, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.marker import MARKER
from factcheck.messages import text, write_folded
from factcheck.report.columns import period_in_words
from factcheck.report.escape import visible
from factcheck.report.layout import pad_cells, print_lines, shorten_text, wrap_words
from factcheck.report.places import count_in_words
from factcheck.report.whereabouts import link_location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Fact, FactValue, Report
    from factcheck.report.style import Style

_LABEL = 22  # cells of the column that holds the values, at most
_INDENT = 2
_VALUES = 8  # of one fact that are shown
_SOURCES = 3  # of one value that are named
_COLORS = {"disputed": "bold red", "spread": "yellow", "revised": "cyan", "differing": "magenta", "confirmed": "green"}


def render(report: Report, style: Style) -> bytes:
    """Facts, then one line that counts them."""
    return print_lines(_lines(report, style), style)


def _lines(report: Report, style: Style) -> Iterator[Text]:
    for fact in report.facts:
        yield from _block(fact, style)
        yield Text()
    yield from wrap_words(Text(_count(report, style.language)), style.width)
    if not style.terminal:
        yield Text(MARKER, style="dim")


def _count(report: Report, language: Language) -> str:
    facts = count_in_words("fact", len(report.facts), language)
    disputed = sum(fact.state == "disputed" for fact in report.facts)
    articles = count_in_words("article", sum(one.role == "article" for one in report.documents), language)
    return text("facts.count", language, articles=articles, facts=facts, disputed=disputed)


def _block(fact: Fact, style: Style) -> Iterator[Text]:
    language = style.language
    yield Text.assemble(
        (text(f"fact.state.{fact.state}", language), _COLORS[fact.state]), "  ", (visible(fact.id), "dim")
    )
    period = period_in_words(fact.period, language)
    frame = write_folded(" · ".join([*_name(fact), *filter(None, [period])]), language)
    yield from wrap_words(Text(visible(frame or text("facts.unnamed", language)), style="bold"), style.width, _INDENT)
    shown = fact.values[:_VALUES]
    labels = [shorten_text(visible(value.text), _LABEL) for value in shown]
    column = max(cell_len(label) for label in labels)
    for number, (value, label) in enumerate(zip(shown, labels, strict=True)):
        line = Text(" " * _INDENT) + pad_cells(Text(label, style="bold"), column) + Text("  " + _tell(value, language))
        yield from wrap_words(line, style.width)
        first = next(place for place in fact.locations if place.group == number)
        yield Text(" " * (_INDENT + column + 2)) + link_location(first, style)
    if len(fact.values) > len(shown):
        yield Text(" " * _INDENT + text("facts.more", language, n=len(fact.values) - len(shown)), style="dim")


def _name(fact: Fact) -> Iterator[str]:
    """Whom a fact is about, what is measured, and where, each where the words do not hold it already."""
    measure = fact.measure or ""
    if fact.subject and fact.subject not in measure:
        yield fact.subject
    if measure:
        yield measure
    if fact.place and fact.place not in measure and fact.place not in (fact.subject or ""):
        yield fact.place


def _tell(value: FactValue, language: Language) -> str:
    """How many state a value, from when to when, and who."""
    parts = [
        text("facts.sources", language, independent=value.independent, articles=value.articles),
        value.first if value.first == value.last else f"{value.first} – {value.last}",
        text("list", language).join(map(visible, value.sources[:_SOURCES])),
    ]
    return text("count.join", language).join(part for part in parts if part)

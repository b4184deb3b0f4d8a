"""Quantities with their frames: what `extract` returns."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.lexicon import lexicon
from factcheck.frame.period import period, published
from factcheck.frame.places import NATION, narrowest, within
from factcheck.frame.sentence import Sentence, read_sentence
from factcheck.frame.topic import Topic, topic
from factcheck.model import Claim, Document, Quantity, Span, Status, Text
from factcheck.quantity import DateExpression, dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAD = 3  # sentences at the top of an article that say where it is set
_CURRENCIES = {"香港": "HKD", "澳门": "MOP", "台湾": "TWD"}


def claims(document: Document, text: Text, quantities: Sequence[Quantity]) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text. `quantities` are those of `text`, in order."""
    date = published(document, text.folded)
    found = dates(text, date)
    read = list(_sentences(text, found, quantities))
    home = _home(read[:_LEAD])
    return tuple(
        claim
        for sentence in read
        for quantity in sentence.quantities
        if (claim := _claim(document.id, sentence, quantity, home, date)) is not None
    )


def _sentences(text: Text, found: Sequence[DateExpression], quantities: Sequence[Quantity]) -> Iterator[Sentence]:
    """The sentences with a figure, and those of the lead."""
    date_starts, starts = [d.start for d in found], [q.start for q in quantities]
    for number, span in enumerate(text.sentences):
        inside = quantities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        if inside or number < _LEAD:
            framed = found[bisect_left(date_starts, span[0]) : bisect_left(date_starts, span[1])]
            yield read_sentence(text.folded, span, framed, inside)


def _home(lead: Sequence[Sentence]) -> str | None:
    """The place where an article is set: the one named most in its lead, the earliest of those."""
    named = Counter(mention.place for sentence in lead for mention in sentence.places)
    return max(named, key=lambda place: named[place]) if named else None


def _claim(doc: str, sentence: Sentence, quantity: Quantity, home: str | None, date: str | None) -> Claim | None:
    about = topic(sentence, quantity)
    measured = _measured(quantity, about)
    if measured is None:
        return None
    place, inferred = _place(sentence, quantity, home)
    when, dated = period(sentence, quantity, about, date)
    outside = {"place"} if inferred else set()
    outside |= {"period"} if dated else set()
    outside |= {"measure"} if about.carried else set()
    start, end = _window(sentence, quantity)
    status, in_words = _status(sentence.folded[start:end], sentence.folded[sentence.start : sentence.end])
    outside |= set() if in_words else {"status"}
    return Claim(
        doc=doc, start=quantity.start, end=quantity.end, text=quantity.text, kind=measured.kind, low=quantity.low,
        high=quantity.high, unit=_unit(measured, place), qualifier=quantity.qualifier, subject=about.subject,
        measure=about.measure, aspects=_aspects(about), place=place, period=when, status=status,
        attribution=_attribution(sentence, quantity), sentence=(sentence.start, sentence.end),
        inferred=frozenset(outside),
    )  # fmt: skip


def _measured(quantity: Quantity, about: Topic) -> Quantity | None:
    """A bare number behind a measure that is counted or paid is a claim; other bare numbers are none."""
    if quantity.kind != "number":
        return quantity
    measure = about.measure or ""
    if about.carried or not measure:
        return None
    if lexicon().count_measures.search(measure):
        return msgspec.structs.replace(quantity, kind="count")
    if lexicon().money_measures.search(measure):
        return msgspec.structs.replace(quantity, kind="money", unit="元")
    return None


def _place(sentence: Sentence, quantity: Quantity, home: str | None) -> tuple[str | None, bool]:
    """The place a figure holds for, and whether it comes from the lead."""
    before = [mention for mention in sentence.places if mention.end <= quantity.start]
    if before:
        last = before[-1].place
        # 浙江杭州上城区: the names that lie in one another are one place
        near = [m.place for m in before if m.place == last or within(last, m.place)]
        return narrowest(near) or last, False
    clause = sentence.clause_of(quantity.start)
    behind = [m for m in sentence.places if quantity.end <= m.start < clause[1]]
    if behind:
        return behind[0].place, False
    return home, home is not None


def _window(sentence: Sentence, quantity: Quantity) -> Span:
    """The clause of the figure and the one before it: where a wish or a rule is worded."""
    start, end = sentence.clause_of(quantity.start)
    earlier = [span for span in sentence.clauses if span[1] <= start]
    return (earlier[-1][0] if earlier else start), end


def _status(window: str, sentence: str) -> tuple[Status, bool]:
    """The status, and whether words of the text say so."""
    for name, pattern in lexicon().statuses.items():
        if pattern.search(sentence if name == "denied" else window):
            return name, True  # type: ignore[return-value]  # the table's keys are statuses
    return "actual", bool(lexicon().done.search(window))


def _aspects(about: Topic) -> frozenset[str]:
    words = lexicon().aspects
    near = about.lead + " " + about.tail
    return frozenset(
        name for name, pattern in words.items() if pattern.search(about.lead if name in {"from", "to"} else near)
    )


def _unit(quantity: Quantity, place: str | None) -> str:
    """元 without a currency in the text is the money of the place."""
    if quantity.unit != "元" or place is None:
        return quantity.unit
    for home, currency in _CURRENCIES.items():
        if place == home or within(place, home):
            return currency
    return "CNY" if place == NATION or within(place, NATION) else quantity.unit


def _attribution(sentence: Sentence, quantity: Quantity) -> str | None:
    """Whose figure it is: what stands before a verb of saying at the head of the sentence."""
    head = sentence.folded[sentence.start : quantity.start]
    match = lexicon().attribution.search(head)
    if match is None or not 1 < match.start() <= 24:
        return None
    said = head[: match.start()].split("，")[-1].strip("“”据 ")
    return said or None

"""Two figures that make one quantity: 15%-20%, 1—3万元, 二到三公里, 100与200之间; and ratios, 3比1."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.compounds import read_compound
from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.measures import Measure, measure_at
from factcheck.quantity.numerals import Numeral, plain

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.quantity import RangeLexicon
    from factcheck.model import Number
    from factcheck.quantity.context import TextContext

_NO_SCORE = 1000


def join_range(context: TextContext, first: Measure) -> Measure:
    """`first` and the figure behind it as one range, or `first` where no range is meant."""
    words = context.lexicon.ranges
    match = words.to.match(context.folded, first.end)
    between = None if match else words.conjunction.match(context.folded, first.end)
    match = match or between
    second = _second(context, match.end()) if match else None
    if second is None:
        return first
    if between and second.unit is not None and second.unit.word == words.room:
        second = _without_unit(second.figure)
    if between and not words.between.match(context.folded, second.end):
        return first
    return _range(first, second, words) or first


def _second(context: TextContext, at: int) -> Measure | None:
    words = context.lexicon.ranges
    at += len(next((sign for sign in words.signs if context.folded.startswith(sign, at)), ""))
    if context.folded[at : at + 1] not in words.numeral_letters or context.calendar_end(at) > at:
        return None
    figure = figure_at(context.folded, at, context.lexicon)
    return None if figure is None else read_compound(context, measure_at(context, figure))


def _without_unit(figure: Figure) -> Measure:
    return Measure(figure.start, figure.end, figure.low, figure.high, figure.vague, figure, None, "number", "")


def _range(first: Measure, second: Measure, words: RangeLexicon) -> Measure | None:
    if first.kind == "percent" and first.figure.kind == "percent" and second.kind == "number":
        over = (
            Fraction(first.low) / Fraction(first.figure.numeral.low)
            if first.figure.numeral and first.figure.numeral.low
            else Fraction(1)
        )
        second = second._replace(
            low=plain(Fraction(second.low) * over), high=plain(Fraction(second.high) * over), kind="percent", name="%"
        )
    if (
        first.unit is None
        and first.kind in {"number", "count"}
        and second.kind != "fraction"
        and first.figure.kind == ""
    ):
        low = _shared(first.figure, second)
    elif first.kind == second.kind and first.name == second.name:
        low = first.low
    elif first.kind == second.kind == "duration":
        return _durations(first, second)
    elif first.kind == "money" and second.kind == "money" and first.name in words.money:
        low = first.low
    else:
        return None
    if low is None or not Fraction(low) < Fraction(second.high) or first.vague == "more":
        return None
    return second._replace(start=first.start, low=low, vague=second.vague)


def _durations(first: Measure, second: Measure) -> Measure | None:
    """13天—8周, in the smaller unit."""
    in_days = {"day": 1, "week": 7}
    if first.name in in_days and second.name in in_days:
        low, high = (Fraction(part.low) * in_days[part.name] for part in (first, second))
        if low < high:
            return second._replace(start=first.start, low=plain(low), high=plain(high), name="day")
    if {first.name, second.name} == {"month", "year"}:
        months = {"month": 1, "year": 12}
        low, high = (Fraction(part.low) * months[part.name] for part in (first, second))
        if low < high:
            return second._replace(start=first.start, low=plain(low), high=plain(high), name="month")
    return None


def _shared(first: Figure, second: Measure) -> Number | None:
    """The lower bound in the unit of the upper one, magnitude included: the 1 of 1—3万元 is 10,000."""
    factor = second.unit.factor if second.unit else Fraction(1)
    if second.kind == "percent" and second.unit is None:
        factor = Fraction(1)
    low = Fraction(first.low) * factor
    one, two = first.numeral, second.figure.numeral
    if one is not None and two is not None and two.tail > 1 and _bare(one) and two.simple:
        coefficient = Fraction(two.low) / two.tail
        if Fraction(one.low) < coefficient:
            low *= two.tail
    elif one is not None and two is not None and two.tail >= 10**4 and one.tail < 10**4:
        large = _large(two.tail)
        if Fraction(one.low) < Fraction(two.high) / large:
            low *= large
    return plain(low)


def _bare(one: Numeral) -> bool:
    return one.tail == 1 and one.simple


def _large(tail: int) -> int:
    """The part of a tail that multiplies all before it: 万, 亿, 兆."""
    large = 1
    while tail % 10**4 == 0:
        tail, large = tail // 10**4, large * 10**4
    return large


def read_ratio(folded: str, first: Measure, lexicon: QuantityLexicon) -> tuple[Number | None, int] | None:
    """3比1, 3:1 as a number, None in its place for a score against nothing; and where it ends."""
    words = lexicon.ranges
    match = words.colon.match(folded, first.end)
    if first.kind != "number" or first.unit is not None or match is None or first.figure.kind:
        return None
    at = match.end()
    if folded[at : at + 1] not in words.numeral_letters:
        return None
    figure = figure_at(folded, at, lexicon)
    if figure is None or figure.kind or figure.low != figure.high or first.low != first.high:
        return None
    if match.group().strip() == ":" and max(first.low, figure.low) >= _NO_SCORE:
        return None
    if not figure.low:
        return None, figure.end
    return plain(Fraction(first.low) / Fraction(figure.low)), figure.end

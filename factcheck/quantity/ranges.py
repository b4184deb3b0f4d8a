"""Two figures that make one quantity: 15%-20%, 1—3万元, 二到三公里, 100与200之间; and ratios, 3比1."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.compounds import read_compound
from factcheck.quantity.figures import Figure, figure_at, product
from factcheck.quantity.letters import find_longest, is_han
from factcheck.quantity.measures import Measure, measure_at
from factcheck.quantity.numerals import plain

if TYPE_CHECKING:
    import re

    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.quantity import RangeLexicon
    from factcheck.model import Number
    from factcheck.quantity.context import TextContext

_NO_SCORE = 1000
_CLAUSE = 16  # letters before a range that say how it is told
_FAR = 3  # times; a range behind a verb of change is narrower
_NEAR = 10  # times; two ends of one range are hardly further apart


def join_range(context: TextContext, first: Measure) -> Measure:
    """`first` and the figure behind it as one range, or `first` where no range is meant."""
    words = context.lexicon.ranges
    match = words.to.match(context.folded, first.end)
    between = None if match else words.conjunction.match(context.folded, first.end)
    match = match or between
    second = _second(context, first, match) if match else None
    if match is None or second is None:
        return first
    if between and second.unit is not None and second.unit.word == words.room:
        second = _without_unit(second.figure)
    if between and not words.between.match(context.folded, second.end):
        return first
    if _is_change(context, first, match.group(), second):
        return first
    falls = _may_fall(context, first, match.group(), second)
    return _range(first, second, words, falls=falls) or first


def _second(context: TextContext, first: Measure, joint: re.Match[str]) -> Measure | None:
    """The figure behind the joint, with its sign: its own, or 零下 of the first, which holds for both."""
    folded, words, at = context.folded, context.lexicon.ranges, joint.end()
    sign = next((sign for sign in words.signs if folded.startswith(sign, at)), "")
    at += len(sign)
    if folded[at : at + 1] not in words.numeral_letters or context.calendar_end(at) > at:
        return None
    figure = figure_at(folded, at, context.lexicon)
    if figure is None:
        return None
    below = sign in words.minus or (not sign and folded.startswith(words.below, first.start))
    # -50%--30%: of two hyphens behind a negative figure the second is a sign
    below = below or (first.figure.negative and joint.group().endswith("--"))
    if below and not figure.negative:
        figure = figure.negate()
    return read_compound(context, measure_at(context, figure))


def _is_change(context: TextContext, first: Measure, joint: str, second: Measure) -> bool:
    """增加5亿元至80亿元: by how much, and to how much; two ends of one range (增加5亿元至6亿元) are nearer."""
    if first.unit is None or first.kind == "percent" or not any(is_han(letter) for letter in joint):
        return False
    if abs(Fraction(second.low)) <= _FAR * abs(Fraction(first.low)):
        return False
    before = context.folded[max(0, first.start - _CLAUSE) : first.start]
    return context.lexicon.ranges.changed.search(before) is not None


def _may_fall(context: TextContext, first: Measure, joint: str, second: Measure) -> bool:
    """Whether a range may be told from the larger to the smaller figure.

    It may with ～, of temperatures, and behind words of decline or forecast; behind 由 and 从 the two are two moments.
    """
    words, start = context.lexicon.ranges, first.start
    before = context.folded[max(0, start - _CLAUSE) : start]
    if words.moments.search(before):
        return False
    if first.figure.negative and second.figure.negative:
        return True
    if words.tilde in joint or second.kind == "temperature" or words.forecast.search(before):
        return True
    dashed = not any(is_han(letter) for letter in joint)
    return (dashed or second.kind == "percent") and words.falling.search(before) is not None


def _without_unit(figure: Figure) -> Measure:
    return Measure(figure.start, figure.end, figure.low, figure.high, figure.vague, figure, None, "number", "")


def _range(first: Measure, second: Measure, words: RangeLexicon, *, falls: bool) -> Measure | None:
    """One range of both, or None; `falls` allows it to be told from the larger to the smaller figure."""
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
        falls = falls and second.kind != "number"
        first = _shared(first, second, falls=falls)
    elif first.kind == second.kind == "duration" and first.name != second.name:
        return _durations(first, second)
    elif not (first.kind == second.kind and (first.name == second.name or _are_money(first, second, words))):
        return None
    if first.vague == "more":
        return None
    if Fraction(first.low) < Fraction(second.high):
        return second._replace(start=first.start, low=first.low, vague=second.vague)
    if not falls or not Fraction(second.low) < Fraction(first.high):
        return None
    return second._replace(start=first.start, high=first.high, vague=second.vague, falls=True)


def _are_money(first: Measure, second: Measure, words: RangeLexicon) -> bool:
    return first.kind == second.kind == "money" and first.name in words.money


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


def _shared(first: Measure, second: Measure, *, falls: bool) -> Measure:
    """`first` in the unit of `second`, magnitude included: the 1 of 1—3万元 is 10,000."""
    in_words = second.unit is None or (second.kind == "percent" and second.unit is None)
    factor = Fraction(1) if in_words or second.unit is None else second.unit.factor
    times = factor * _shared_magnitude(first.figure, second.figure, falls=falls)
    return first._replace(low=product(first.low, times), high=product(first.high, times))


def _shared_magnitude(one: Figure, two: Figure, *, falls: bool) -> int:
    """The magnitude of the second figure, where it holds for the first: of 1—3万, 2～1.5亿 and 10~15k."""
    stated, size = abs(Fraction(one.low)), abs(Fraction(two.low))
    rising = one.negative and Fraction(one.low) < Fraction(two.low) / two.tail  # -5～0.1万元, -0.5～-0.1万元
    if one.tail == 1 and one.simple and two.tail > 1 and two.simple:
        coefficient = size / two.tail
        # from the larger to the smaller it holds where the two are nearer with it: 2～1.5亿
        nearer = falls and coefficient <= stated < _NEAR * coefficient
        return two.tail if rising or stated < coefficient or nearer else 1
    if two.tail >= 10**4 and one.tail < 10**4:
        large = _large(two.tail)
        return large if rising or stated < max(size, abs(Fraction(two.high))) / large else 1
    return 1


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
    if match.group().strip() in words.colons and max(first.low, figure.low) >= _NO_SCORE:
        return None
    if not figure.low:
        return None, figure.end
    return plain(Fraction(first.low) / Fraction(figure.low)), figure.end


def read_score(folded: str, start: int, lexicon: QuantityLexicon) -> tuple[Number | None, int] | None:
    """3-1, with which a side won, as a number, None in its place for a score against nothing; and where it ends."""
    match = lexicon.ranges.score.match(folded, start)
    if match is None or (match["told"] is not None and not _tells_score(folded, match, lexicon)):
        return None
    one, other = int(match["one"]), int(match["other"])
    return (plain(Fraction(one, other)) if other else None), match.end("other")


def _tells_score(folded: str, match: re.Match[str], lexicon: QuantityLexicon) -> bool:
    """Whether the words before say that two numbers are a score, where no verb of winning follows them, nor a unit."""
    start, words, table = match.start(), lexicon.ranges, lexicon.units
    if find_longest(folded, match.end(), table.units, table.unit_lengths):
        return False
    if words.score_before.search(folded, max(0, start - _CLAUSE), start):
        return True
    before = words.of_score.search(folded, max(0, start - 2 * _CLAUSE), start)
    return before is not None and words.won.match(folded, match.end()) is not None

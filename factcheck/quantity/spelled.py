"""Figures of a language that is spelled in words: US$5.576 million, nearly 36 centres, between 5 and 7 per cent.

Their kinds, bounds and units are those of the other language. In a stretch of this language every figure is read here;
elsewhere only those with a magnitude or a unit of it: 3.5 billion and the currency in letters of the other language.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.currency import resolve_currency
from factcheck.quantity.draft import Draft
from factcheck.quantity.figures import product
from factcheck.quantity.hedges import bounds, hedge_after, hedge_before
from factcheck.quantity.letters import is_han
from factcheck.quantity.measures import currency_before
from factcheck.quantity.numerals import plain
from factcheck.quantity.spelled_names import skip_name
from factcheck.quantity.spelled_numerals import SpelledNumber, read_spelled_number
from factcheck.quantity.spelled_stretches import find_stretch
from factcheck.quantity.spelled_units import noun_behind, spelled_unit_at

if TYPE_CHECKING:
    from factcheck.lexicon.units import Unit
    from factcheck.model import Kind, Number, Qualifier
    from factcheck.quantity.context import TextContext

_HEDGE_LETTERS = 48  # before a figure that are looked at for its hedge
_CHANGE_LETTERS = 160  # before a figure that are looked at for the verb of a change, or for what is counted
_ABOUT = frozenset(("about", "nearly"))
_RATED = frozenset(("mass", "length", "area", "volume", "energy", "power", "data"))
_LONGEST_MARK = 4
_LARGE = 1000


class _Figure(NamedTuple):
    """A numeral with its sign, its currency and its unit."""

    start: int  # of its span, with the mark of its currency where no unit stands behind
    outer: int  # of all that, the mark in any case
    end: int
    number: SpelledNumber
    low: Number
    high: Number
    mark: str
    unit: Unit | None


def next_spelled(context: TextContext, at: int, end: int) -> int | None:
    """Where the next numeral in words may begin, from `at` on and before `end`, inside a stretch of the language."""
    pattern = context.lexicon.spelled.numerals.start
    for begin, until in context.stretches[max(0, bisect_right(context.stretches, (at, 0)) - 1) :]:
        if begin >= end:
            return None
        if until > at and (match := pattern.search(context.folded, max(at, begin), min(end, until))):
            return match.start()
    return None


def read_spelled(context: TextContext, start: int, floor: int) -> tuple[Draft | None, int] | None:
    """The quantity whose numeral begins at `start`, behind `floor`, and where reading goes on.

    None where the numeral is one of the other language; no quantity where it is a name, a date or a code.
    """
    folded, words = context.folded, context.lexicon.spelled
    letter = folded[start]
    if not letter.isascii():
        return None
    inside = find_stretch(start, context.stretches) is not None
    if not inside and (not letter.isdigit() or words.units.outside.match(folded, start) is None):
        return None if letter.isdigit() or not letter.isalpha() else (None, start + 1)
    if end := context.spelled_date_end(start):
        return None, end
    if not letter.isalnum():
        return None, start + 1
    if end := skip_name(context, start):
        return (None, end) if inside else None  # elsewhere the other language knows its own names
    figure = _figure_at(context, start, floor)
    if figure is None:
        return (None, _behind_run(folded, start)) if inside else None
    joined = _join(context, figure)
    if (not inside or _goes_on_in_han(folded, figure)) and not _is_of_language(context, joined.figure):
        return None
    return _complete(context, joined, floor, inside=inside)


def _behind_run(folded: str, start: int) -> int:
    """Behind the digits or the word that begins at `start`."""
    end = start + 1
    while end < len(folded) and folded[end].isascii() and (folded[end].isalnum() or folded[end] in ",."):
        end += 1
    return end


def _goes_on_in_han(folded: str, figure: _Figure) -> bool:
    """Whether a figure at the edge of a stretch has its unit in the other language."""
    at = figure.number.end + folded.startswith(" ", figure.number.end)
    return is_han(folded[at : at + 1])


def _is_of_language(context: TextContext, figure: _Figure) -> bool:
    """Whether a figure in a sentence of the other language has a magnitude, a unit or a noun of this one."""
    words, known = context.lexicon.spelled, context.lexicon.units.units
    if figure.unit is not None and figure.unit.word in known:  # 2.1pct, 1.5K元: the other language writes them too
        return figure.number.power > 1 and figure.number.end > 1 and context.folded[figure.number.end - 2].isalpha()
    if figure.number.power > 1:
        return True
    if figure.unit is not None:
        return figure.unit.word in words.units.units and len(figure.unit.word) > 1
    noun = noun_behind(context.folded, figure.end, figure.number, words.units, words.numerals.of)
    return noun is not None and bool(noun.unit)


def _figure_at(context: TextContext, start: int, floor: int) -> _Figure | None:
    """The figure whose numeral begins at `start`; its mark and its sign may stand before it."""
    folded, words = context.folded, context.lexicon.spelled
    mark = currency_before(folded, start, context.lexicon.units) if folded[start].isdigit() else None
    code, outer = mark if mark and mark[1] >= floor else ("", start)
    number = read_spelled_number(folded, start, words.numerals, priced=bool(code))
    if number is None:
        return None
    if not code and number.power == 1:
        number = _with_short_power(context, start, number)
    found = spelled_unit_at(context, number.end, number)
    if code and found and found[0].kind != "money":
        found = None
    if found is None and not code and (shared := _unit_of_list(context, number)):
        number, found = shared
    low, high = number.low, number.high
    if found:
        low, high = product(low, found[0].factor), product(high, found[0].factor)
    sign = words.numerals.sign.search(folded, max(floor, outer - 9), outer)
    if sign:
        low, high, outer = plain(-Fraction(high)), plain(-Fraction(low)), sign.start()
    priced = bool(code) and found is None
    begin = outer if priced or (sign and not code) else start
    return _Figure(
        begin, outer, found[1] if found else number.end, number, low, high, code, found[0] if found else None
    )


def _with_short_power(context: TextContext, start: int, number: SpelledNumber) -> SpelledNumber:
    """5.5m people, 20m euros: before money and what is counted, a letter that is a unit elsewhere is a magnitude."""
    folded, words = context.folded, context.lexicon.spelled
    short = read_spelled_number(folded, start, words.numerals, priced=True)
    if short is None or short.power == number.power or folded[number.end] == " ":
        return number
    unit = spelled_unit_at(context, short.end, short)
    if unit is not None:
        return short if unit[0].kind == "money" else number
    noun = noun_behind(folded, short.end, short, words.units, words.numerals.of)
    counts = noun is not None and (noun.unit or "." in folded[start : short.end])
    return short if counts else number


def _unit_of_list(context: TextContext, number: SpelledNumber) -> tuple[SpelledNumber, tuple[Unit, int]] | None:
    """The number with the unit, and the magnitude, of the last one of its list: 2.8 and 5.5 square metres."""
    folded, words = context.folded, context.lexicon.spelled
    match = words.ranges.list_goes_on.match(folded, number.end)
    last = read_spelled_number(folded, match.end(), words.numerals, priced=False) if match else None
    found = spelled_unit_at(context, last.end, last) if last else None
    if last is None or found is None or last.fraction or number.fraction or found[0].kind == "count":
        return None
    if number.power == 1 and last.power > 1 and number.low < _LARGE:
        low, high = (plain(Fraction(bound) * last.power) for bound in (number.low, number.high))
        number = number._replace(low=low, high=high, power=last.power)
    return number, (found[0], number.end)


class _Joined(NamedTuple):
    """One figure, or two as a range: `figure` is the last of them, `outer` where their hedges end."""

    figure: _Figure
    start: int
    outer: int
    low: Number
    high: Number


def _join(context: TextContext, first: _Figure) -> _Joined:
    """The figure and the one behind it as a range, where one is meant."""
    folded, words = context.folded, context.lexicon.spelled
    alone = _Joined(first, first.start, first.outer, first.low, first.high)
    if first.number.multiple:
        return alone
    match = words.ranges.to.match(folded, first.end) or context.lexicon.ranges.to.match(folded, first.end)
    between = None
    if match is None and (match := words.ranges.conjunction.match(folded, first.end)):
        between = words.ranges.between_before.search(folded, max(0, first.outer - 10), first.outer)
        if between is None:
            return alone
    second = _second(context, match.end()) if match else None
    if second is None:
        return alone
    scaled = _scale(first, second)
    if scaled is None:
        return alone
    origin = words.ranges.from_before.search(folded, max(0, first.outer - 6), first.outer)
    if origin and words.ranges.moved_before.search(folded, max(0, origin.start() - _CHANGE_LETTERS), origin.start()):
        # From 35 to 40 yuan, behind a verb of change: two figures, and the first has the unit of the second.
        return _Joined(first._replace(unit=first.unit or second.unit), first.start, first.outer, scaled, scaled)
    if not scaled < second.high:
        return alone
    opened = between or origin
    outer = opened.start() if opened else first.outer
    return _Joined(second._replace(mark=first.mark), first.start, outer, scaled, second.high)


def _second(context: TextContext, at: int) -> _Figure | None:
    """The figure behind what joins two, its mark before it."""
    folded, words = context.folded, context.lexicon.spelled
    marks = context.lexicon.units.marks
    for length in range(_LONGEST_MARK, 0, -1):
        if folded[at : at + length] in marks:
            at += length + folded.startswith(" ", at + length)
            break
    begins = folded[at : at + 1].isdigit() or words.numerals.start.match(folded, at)
    if not begins or context.spelled_date_end(at) or words.exclusions.code.match(folded, at):
        return None
    return _figure_at(context, at, at - _LONGEST_MARK - 1)


def _scale(first: _Figure, second: _Figure) -> Number | None:
    """The lower bound in the unit of the upper one: the 2 of 2 to 3 billion yuan; None where the two are no range."""
    if first.number.fraction != second.number.fraction or (second.mark and second.mark != first.mark):
        return None
    if first.mark and second.unit is not None:
        return None
    if first.unit is not None:
        same = second.unit is not None and (first.unit.kind, first.unit.name) == (second.unit.kind, second.unit.name)
        return first.low if same else None
    low = Fraction(first.low)
    if second.unit is not None:
        low *= second.unit.factor
    power = second.number.power
    if first.number.power == 1 and power > 1 and Fraction(first.number.low) < Fraction(second.number.low) / power:
        low *= power
    return plain(low)


def _complete(context: TextContext, joined: _Joined, floor: int, *, inside: bool) -> tuple[Draft | None, int]:
    """The figure with its kind and its hedges; None where it is a year, or a half of nothing."""
    folded, words, figure = context.folded, context.lexicon.spelled, joined.figure
    number, low, high = figure.number, joined.low, joined.high
    kind, name, behind = _kind_of(context, figure, joined.outer, inside=inside)
    single = low == high == 1 and number.in_words and number.power == 1
    if (number.halved and figure.unit is None) or (single and kind in {"count", "number"}):
        return None, figure.end
    if kind in {"count", "number"} and number.bare and low == high and _is_year(context, figure, behind):
        return None, figure.end
    if kind == "money":
        rules, table = context.currencies, context.lexicon.currencies
        name = resolve_currency(name, folded, figure.end, rules, table, traditional=context.traditional)
    end = figure.end
    if figure.unit and kind in _RATED and (rate := words.units.per.match(folded, end)):
        kind, name, end = "other", f"{name}/{rate[1]}", rate.end()
    left, before = _hedge_before(context, joined.outer, floor, kind)
    right, after = _hedge_after(context, end, behind, kind)
    low_bound, high_bound, qualifier = bounds(low, high, _strongest(before, after))
    return Draft(joined.start, end, kind, low_bound, high_bound, name, qualifier, (left, right)), end


def _kind_of(context: TextContext, figure: _Figure, outer: int, *, inside: bool) -> tuple[Kind, str, int]:
    """The kind and the unit of a figure, and the end of the noun that it counts."""
    folded, words, number, unit = context.folded, context.lexicon.spelled, figure.number, figure.unit
    if unit is not None:
        return unit.kind, unit.name, figure.end
    if figure.mark:
        return "money", figure.mark, figure.end
    if number.fraction or number.multiple:
        return ("fraction" if number.fraction else "multiple"), "", figure.end
    if words.units.age_before.search(folded, max(0, outer - 16), outer) and number.bare:
        return "age", words.units.age_unit, figure.end
    if noun := noun_behind(folded, figure.end, number, words.units, words.numerals.of):
        return "count", noun.unit, noun.end
    if inside and words.units.counted_before.search(folded, max(0, outer - _CHANGE_LETTERS), outer):
        return "count", "", figure.end
    return "number", "", figure.end


def _is_year(context: TextContext, figure: _Figure, noun_end: int) -> bool:
    """Whether four digits are a year, though a noun may stand behind: the 2023 results, but 2000 people."""
    folded, words = context.folded, context.lexicon.spelled
    if figure.unit or figure.mark or words.exclusions.year.match(folded, figure.start) is None:
        return False
    noun = folded[figure.end + 1 : noun_end].lower()
    return noun not in words.units.nouns


def _hedge_before(context: TextContext, at: int, floor: int, kind: Kind) -> tuple[int, Qualifier | None]:
    folded, words = context.folded, context.lexicon.spelled.hedges
    match = words.before_figure.search(folded, max(floor, at - _HEDGE_LETTERS), at)
    if match is None:
        other = hedge_before(folded, at, floor, context.lexicon.hedges, bare=False)
        return other.at, other.qualifier
    word = match["hedge"]
    word = word if word in words.before else word[:1].lower() + word[1:]
    if kind == "duration" and word in words.spans:
        return match.start(), None
    return match.start(), words.before[word]


def _hedge_after(context: TextContext, end: int, noun_end: int, kind: Kind) -> tuple[int, Qualifier | None]:
    folded, words = context.folded, context.lexicon.spelled.hedges
    for at in (end, max(end, noun_end)):
        if match := words.behind_figure.match(folded, at):
            return match.end(), words.after[match["hedge"].strip(" ")]
    other = hedge_after(folded, end, kind, context.lexicon.hedges)
    return other.at, other.qualifier


def _strongest(before: Qualifier | None, after: Qualifier | None) -> Qualifier | None:
    """An open bound outweighs about; what stands before outweighs what stands behind."""
    given = [qualifier for qualifier in (before, after) if qualifier]
    opened = [qualifier for qualifier in given if qualifier not in _ABOUT]
    return next(iter(opened or given), None)

"""Figures that go on behind their unit: 3斤5两, 1小时30分, 5元3角, 一米八; rates and levels."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.letters import is_han
from factcheck.quantity.measures import Measure, unit_at
from factcheck.quantity.numerals import plain

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.quantity import CompoundLexicon
    from factcheck.lexicon.units import Unit
    from factcheck.model import Kind, Number
    from factcheck.quantity.context import TextContext

_DAY = 86400
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": _DAY, "workday": _DAY}
_SECONDS |= {"week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}
_CHAINED = frozenset(("mass", "length", "duration", "money"))
_HEIGHT_DIGITS, _TALLEST = 2, 2  # 1米68, 2米11: people
_LEVELLED = frozenset(
    ("count", "number", "money", "mass", "length", "area", "volume", "power", "energy", "data", "speed")
)
_LEAST_LEVEL = 10**4  # 三级 is a grade, 万级 a level
_RATED = frozenset(("mass", "length", "area", "volume", "energy", "power", "data"))


def read_compound(context: TextContext, first: Measure) -> Measure:
    """The measure with the smaller units that go on counting behind it: 3斤5两, 两美元又三美分, 4年3个月21天."""
    if first.unit is None or first.vague or first.low != first.high:
        return first
    folded, words = context.folded, context.lexicon.compounds
    joint = (words.spaced_joins if first.kind == "duration" else words.joins).match(folded, first.end)
    start = joint.end() if joint else first.end
    if folded[start : start + 1] not in words.begins or start == len(folded):
        return first
    if first.unit.word in words.spoken and (spoken := _spoken(folded, first, context.lexicon)):
        return spoken
    figure = figure_at(folded, start, context.lexicon) if first.kind in _CHAINED else None
    if figure is None or figure.kind or figure.low != figure.high:
        return first
    if first.kind == "duration" and (ended := _ended(folded, first, figure, words)):
        return ended
    smaller = _smaller(context, first, first.unit, figure)
    if smaller is None:
        return first
    unit, end, low = smaller
    # What differs from place to place stays in its larger unit: 6斤8两 is 6.8 斤, whatever a 斤 is.
    factor = first.unit.factor if first.unit.local else unit.factor
    inner = first.unit._replace(name=unit.name, factor=factor)
    return read_compound(context, first._replace(end=end, low=low, high=low, unit=inner, name=unit.name))


def _ended(folded: str, first: Measure, figure: Figure, words: CompoundLexicon) -> Measure | None:
    """1分45秒79, and the nights of 6天5晚."""
    number = figure.numeral
    if first.name == "second" and number is not None and number.ascii and words.hundredths.match(folded, figure.start):
        value = plain(Fraction(first.low) + Fraction(figure.low) / 10 ** len(number.letters))
        return first._replace(end=figure.end, low=value, high=value)
    if first.name == "day" and folded.startswith(words.nights, figure.end):
        return first._replace(end=figure.end + 1)
    return None


def _smaller(context: TextContext, first: Measure, unit: Unit, figure: Figure) -> tuple[Unit, int, Number] | None:
    """The smaller unit behind `figure`, where it ends, and the sum in it."""
    if first.kind == "duration":
        return _smaller_duration(context, first, figure)
    match = context.lexicon.compounds.coins.match(context.folded, figure.end) if first.kind == "money" else None
    factor = context.lexicon.measures.coins[match.group()[0]] if match else unit.factor
    if match and factor < unit.factor:
        return unit._replace(factor=factor), match.end(), plain(Fraction(first.low) + Fraction(figure.low) * factor)
    found = unit_at(context, figure.end)
    if found is None or found[0].kind != first.kind or found[0].name != first.name or found[0].factor >= unit.factor:
        return None
    return found[0], found[1], plain(Fraction(first.low) + Fraction(figure.low) * found[0].factor)


def _smaller_duration(context: TextContext, first: Measure, figure: Figure) -> tuple[Unit, int, Number] | None:
    found = unit_at(context, figure.end)
    at = figure.end + context.folded.startswith(" ", figure.end)
    words = context.lexicon.compounds
    word = words.clock.get(context.folded[at : at + 1])
    if word and (found is None or found[0].kind != "duration" or found[0].word == words.month):
        found = context.lexicon.units.units[word], at + 1
    if found is None or found[0].kind != "duration" or found[0].factor != 1:
        return None
    large, small = first.name, found[0].name
    if _SECONDS[small] >= _SECONDS[large]:
        return None
    return found[0], found[1], plain(_in_smaller(Fraction(first.low), large, small) + Fraction(figure.low))


def _in_smaller(value: Fraction, large: str, small: str) -> Fraction:
    """A stretch of time in a smaller unit; years count 12 months or 365 days, months 30 days."""
    if (large, small) == ("year", "month"):
        return value * 12
    if large == "month":
        years, months = divmod(value, 12)
        value, large = years * 365 + months * 30, "day"
    return value * Fraction(_SECONDS[large], _SECONDS[small])


def _spoken(folded: str, first: Measure, lexicon: QuantityLexicon) -> Measure | None:
    """一米八, 三块五: digits behind the unit count its tenths."""
    words = lexicon.compounds
    match = words.spoken_digits.match(folded, first.end)
    if match is None or first.unit is None or first.figure.low != int(first.figure.low):
        return None
    behind = folded[match.end() : match.end() + 1]
    # 1米68女孩: a height, where two digits and no classifier follow
    tall = len(match.group()) == _HEIGHT_DIGITS and first.unit.word != words.spoken_money
    tall = tall and behind not in lexicon.units.units
    if behind and is_han(behind) and behind not in words.behind_spoken and not (tall and first.figure.low <= _TALLEST):
        return None
    digits = "".join(str(lexicon.numerals.digits.get(letter, letter)) for letter in match.group())
    low = plain(Fraction(first.low) + Fraction(int(digits), 10 ** len(digits)) * first.unit.factor)
    return first._replace(end=match.end(), low=low, high=low)


def with_rate(folded: str, measure: Measure, words: CompoundLexicon) -> Measure:
    """4000立方米/秒, 4.56L/100km: a rate is another thing than its numerator; 吨/年 and 元/吨 stay what they count."""
    match = None
    if measure.kind in _RATED:
        match = words.per.match(folded, measure.end)
    elif measure.kind in {"count", "number"} and not measure.figure.kind and folded.startswith("/", measure.end):
        match = words.of_so_many.match(folded, measure.end) or words.density.match(folded, measure.end)
    if match is None:
        return measure
    rate = match.group().replace(" ", "").replace(words.each, "/")
    return measure._replace(end=match.end(), kind="other", name=measure.name + rate)


def with_level(folded: str, measure: Measure, words: CompoundLexicon) -> Measure:
    """10万量级, 亿元级, 50吨级: a level is about that much."""
    match = words.level.match(folded, measure.end) if measure.kind in _LEVELLED else None
    if match is None:
        return measure
    number = measure.figure.numeral
    if (
        measure.unit is None
        and (number is None or number.tail < _LEAST_LEVEL)
        and match.group() != words.order_of_magnitude
    ):
        return measure
    kind: Kind = "level" if measure.kind in {"count", "number", "money"} else measure.kind
    return measure._replace(end=match.end(), kind=kind, vague="about")

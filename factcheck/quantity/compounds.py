"""Figures that go on behind their unit: 3斤5两, 1小时30分, 5元3角, 一米八; rates and levels."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.measures import MINOR, Measure, unit_at
from factcheck.quantity.numerals import DIGITS, plain
from factcheck.quantity.tables import Unit, units
from factcheck.quantity.view import View, is_han

if TYPE_CHECKING:
    from factcheck.model import Kind, Number

_DAY = 86400
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": _DAY, "workday": _DAY}
_SECONDS |= {"week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}
_CLOCK_WORDS = {"时": "小时", "分": "分钟", "月": "个月"}
_JOINS = re.compile(r"[又零余加]?")
_SPACED_JOINS = re.compile(r" ?[又零余加]? ?")
_BEGINS = frozenset("0123456789零一二三四五六七八九十两廿卅壹贰叁肆伍陆柒捌玖拾")
_CHAINED = frozenset(("mass", "length", "duration", "money"))
_COINS = re.compile(r"角|毛|毫(?!升|米|克)|分(?!之|钟|钱)|仙")
_SPOKEN = frozenset(("米", "块", "公尺"))
_SPOKEN_DIGITS = re.compile(r"([一二三四五六七八九]{1,2}|\d{1,2})(?![十百千万亿\d.,年月日个名位倍成%米厘公]|分米|分之)")
_HEIGHT_DIGITS, _TALLEST = 2, 2  # 1米68, 2米11: people
_BEHIND_SPOKEN = frozenset("的左以到至高长宽深")
_HUNDREDTHS = re.compile(r"\d{1,2}(?![\d.%])(?![\u3400-\u9fff]|[ ][\u3400-\u9fff])|\d{1,2}(?=[的夺获成打刷创摘世，])")
_LEVEL = re.compile(r"量级|级别|级(?!别)(?![大风])")
_LEVELLED = frozenset(
    ("count", "number", "money", "mass", "length", "area", "volume", "power", "energy", "data", "speed")
)
_LEAST_LEVEL = 10**4  # 三级 is a grade, 万级 a level
_OF_SO_MANY = re.compile(
    r"/ ?(?:百|千|万|十万|百万|千万|10+万?) ?[人个]?(?![\u3400-\u9fff\d])"
    r"|/ ?(?:千|万|十万|百万|千万|10万)(?:人|个人?)"
)
_DENSITY = re.compile(r"/ ?(?:平方公里|平方米|立方米|公顷|毫升|升|km²|km2|m²|m2|m³|m3|mL|L)(?![A-Za-z0-9])")
_RATED = frozenset(("mass", "length", "area", "volume", "energy", "power", "data"))
_PER = re.compile(
    r"每(?:秒|小时|分钟|立方米|平方公里|平方米|公斤|千克|毫升|升)(?!钟)"
    r"|/ ?(?:秒|小时|时|分钟|升|立方米|平方米|平方公里|公里|百公里|千米|米|千克|公斤|毫升"
    r"|kg|L|km|m³|m3|m²|m2|m|h|s|cm²|cm2|cm|mL|ml|g|100 ?km|100公里|100 ?ml|100毫升|百毫升)(?![A-Za-z0-9])"
)


def compound(view: View, first: Measure) -> Measure:
    """The measure with the smaller units that go on counting behind it: 3斤5两, 两美元又三美分, 4年3个月21天."""
    if first.unit is None or first.vague or first.low != first.high:
        return first
    folded = view.folded
    joint = (_SPACED_JOINS if first.kind == "duration" else _JOINS).match(folded, first.end)
    start = joint.end() if joint else first.end
    if folded[start : start + 1] not in _BEGINS or start == len(folded):
        return first
    if first.unit.word in _SPOKEN and (spoken := _spoken(folded, first)):
        return spoken
    figure = figure_at(folded, start) if first.kind in _CHAINED else None
    if figure is None or figure.kind or figure.low != figure.high:
        return first
    if first.kind == "duration" and (ended := _ended(folded, first, figure)):
        return ended
    smaller = _smaller(view, first, first.unit, figure)
    if smaller is None:
        return first
    unit, end, low = smaller
    inner = first.unit._replace(name=unit.name, factor=unit.factor)
    return compound(view, first._replace(end=end, low=low, high=low, unit=inner, name=unit.name))


def _ended(folded: str, first: Measure, figure: Figure) -> Measure | None:
    """1分45秒79, and the nights of 6天5晚."""
    number = figure.numeral
    if first.name == "second" and number is not None and number.ascii and _HUNDREDTHS.match(folded, figure.start):
        value = plain(Fraction(first.low) + Fraction(figure.low) / 10 ** len(number.letters))
        return first._replace(end=figure.end, low=value, high=value)
    if first.name == "day" and folded.startswith(("晚", "夜"), figure.end):
        return first._replace(end=figure.end + 1)
    return None


def _smaller(view: View, first: Measure, unit: Unit, figure: Figure) -> tuple[Unit, int, Number] | None:
    """The smaller unit behind `figure`, where it ends, and the sum in it."""
    if first.kind == "duration":
        return _smaller_duration(view, first, figure)
    if first.kind == "money" and (match := _COINS.match(view.folded, figure.end)):
        factor = MINOR[match.group()]
        return unit._replace(factor=factor), match.end(), plain(Fraction(first.low) + Fraction(figure.low) * factor)
    found = unit_at(view, figure.end)
    if found is None or found[0].kind != first.kind or found[0].name != first.name or found[0].factor >= unit.factor:
        return None
    return found[0], found[1], plain(Fraction(first.low) + Fraction(figure.low) * found[0].factor)


def _smaller_duration(view: View, first: Measure, figure: Figure) -> tuple[Unit, int, Number] | None:
    found = unit_at(view, figure.end)
    at = figure.end + view.folded.startswith(" ", figure.end)
    word = _CLOCK_WORDS.get(view.folded[at : at + 1])
    if word and (found is None or found[0].kind != "duration" or found[0].word == "月"):
        found = units()[word], at + 1
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


def _spoken(folded: str, first: Measure) -> Measure | None:
    """一米八, 三块五: digits behind the unit count its tenths."""
    match = _SPOKEN_DIGITS.match(folded, first.end)
    if match is None or first.unit is None or first.figure.low != int(first.figure.low):
        return None
    behind = folded[match.end() : match.end() + 1]
    # 1米68女孩: a height, where two digits and no classifier follow
    tall = len(match.group()) == _HEIGHT_DIGITS and first.unit.word != "块" and behind not in units()
    if behind and is_han(behind) and behind not in _BEHIND_SPOKEN and not (tall and first.figure.low <= _TALLEST):
        return None
    digits = "".join(str(DIGITS.get(letter, letter)) for letter in match.group())
    low = plain(Fraction(first.low) + Fraction(int(digits), 10 ** len(digits)) * first.unit.factor)
    return first._replace(end=match.end(), low=low, high=low)


def rated(folded: str, measure: Measure) -> Measure:
    """4000立方米/秒, 4.56L/100km: a rate is another thing than its numerator; 吨/年 and 元/吨 stay what they count."""
    match = None
    if measure.kind in _RATED:
        match = _PER.match(folded, measure.end)
    elif measure.kind in {"count", "number"} and not measure.figure.kind and folded.startswith("/", measure.end):
        match = _OF_SO_MANY.match(folded, measure.end) or _DENSITY.match(folded, measure.end)
    if match is None:
        return measure
    return measure._replace(
        end=match.end(), kind="other", name=measure.name + match.group().replace(" ", "").replace("每", "/")
    )


def with_level(folded: str, measure: Measure) -> Measure:
    """10万量级, 亿元级, 50吨级: a level is about that much."""
    match = _LEVEL.match(folded, measure.end) if measure.kind in _LEVELLED else None
    if match is None:
        return measure
    number = measure.figure.numeral
    if measure.unit is None and (number is None or number.tail < _LEAST_LEVEL) and match.group() != "量级":
        return measure
    kind: Kind = "level" if measure.kind in {"count", "number", "money"} else measure.kind
    return measure._replace(end=match.end(), kind=kind, vague="about")

"""Which figures go with which units: 3点 is a time and 3200点 an index, 二级 a grade, 千姿 no count, 千亩 an area."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from factcheck.lexicon.quantity import FitLexicon, FitRule
from factcheck.quantity.figures import Figure
from factcheck.quantity.letters import is_han
from factcheck.quantity.numerals import Numeral

if TYPE_CHECKING:
    from factcheck.lexicon.units import Unit

_Rule = Callable[[str, Figure, Numeral, int, FitLexicon], bool]

_HALVED = frozenset(("length", "area", "mass", "volume"))
_HOURS = 24
_INDEX = 100
_LISTED = 30  # as many as 三大, 十大 lists count; beyond are congresses: 十九大 stands in the names
_FAR = 20  # 八里 is a place, 二十里 a way
_YEAR = re.compile(r"(?:18|19|20)\d\d$")
_ROUND_YEAR = "2000"


def unit_fits(folded: str, figure: Figure, unit: Unit, end: int, words: FitLexicon) -> bool:
    """Whether such a figure goes with such a unit, whose word ends at `end`."""
    number = figure.numeral
    if figure.kind == "half":
        halved = words.and_a_half if folded.startswith(words.classifier, figure.start) else words.halved
        of_body = unit.word == words.classifier and folded[end : end + 1] in words.half_of_a_body
        physical = not folded.startswith(words.classifier, figure.start) and unit.kind in _HALVED
        return (physical or unit.word in halved) and unit.word not in words.never_halved and not of_body
    if number is None:
        return True
    if number.head and len(number.letters) == 1 and figure.start and not number.vague:
        return _fits_magnitude(folded, figure, number, unit, words)
    if len(unit.word) == 1 and _is_spaced_year(folded, figure, number) and unit.word not in words.after_spaced_number:
        return False
    rule = words.rules.get(unit.word)
    if rule is not None and not _RULES[rule](folded, figure, number, end, words):
        return False
    return unit.kind != "count" or _counts(folded, figure, number, unit, words)


def _fits_magnitude(folded: str, figure: Figure, number: Numeral, unit: Unit, words: FitLexicon) -> bool:
    """千亩, 百倍, 亿元, 万吨: a magnitude alone counts only before these."""
    if number.letters == words.of_money_only:
        return unit.kind == "money"
    if folded[figure.start - 1] in words.nearly_alone:
        return True
    if unit.kind == "length":
        return unit.word not in words.never_bare
    return unit.kind in {"area", "money", "mass", "multiple", "power"} or unit.word in words.counted_by_magnitude


def _counts(folded: str, figure: Figure, number: Numeral, unit: Unit, words: FitLexicon) -> bool:
    word = unit.word
    if number.ascii:
        return True
    if number.letters in words.two_and_zeros:
        return word in (words.counted_by_two if number.high else words.counted_by_zero)
    if word in words.medals:
        before = words.medals_before.search(folded, max(0, figure.start - 2), figure.start)
        return bool(before or words.medals_behind.match(folded, figure.end + 1))
    return not (number.letters == words.one and word in words.not_one)


def _is_spaced_year(folded: str, figure: Figure, number: Numeral) -> bool:
    """1929 台阳公司: a year, a space and a word that begins with the letter of a classifier."""
    return folded.startswith(" ", figure.end) and bool(_YEAR.match(number.letters)) and number.letters != _ROUND_YEAR


def _points(_folded: str, figure: Figure, number: Numeral, _end: int, _words: FitLexicon) -> bool:
    return figure.high >= _INDEX or (number.ascii and (figure.high > _HOURS or figure.low != int(figure.low)))


def _tenths(folded: str, figure: Figure, _number: Numeral, end: int, words: FitLexicon) -> bool:
    return figure.high <= 10 and folded[end : end + 1] not in words.after_tenth


def _degrees(folded: str, figure: Figure, number: Numeral, end: int, words: FitLexicon) -> bool:
    """三度蝉联 is three times."""
    if number.ascii or len(number.letters) > 1 or words.warm in folded[max(0, figure.start - 12) : figure.start]:
        return not folded.startswith(words.angle, end)
    return not is_han(folded[end : end + 1]) or folded.endswith(words.temperatures, 0, figure.start)


def _grades(folded: str, _figure: Figure, number: Numeral, end: int, words: FitLexicon) -> bool:
    if _YEAR.match(number.letters):
        return False  # 2022级 entered in 2022
    return (number.ascii and folded[end : end + 1] not in words.after_grade) or folded.startswith(words.forces, end)


def _in_digits(_folded: str, _figure: Figure, number: Numeral, _end: int, _words: FitLexicon) -> bool:
    return number.ascii


def _miles(folded: str, figure: Figure, number: Numeral, end: int, words: FitLexicon) -> bool:
    return number.ascii or figure.high >= _FAR or folded[end : end + 1] in words.ways


def _sets(_folded: str, figure: Figure, number: Numeral, _end: int, _words: FitLexicon) -> bool:
    return not number.head and not number.vague and figure.low == figure.high <= _LISTED


def _land(_folded: str, figure: Figure, number: Numeral, _end: int, _words: FitLexicon) -> bool:
    """A 甲 of land; 三甲 are hospitals and places in an order."""
    return number.ascii or figure.high > 10 or bool(number.vague)


def _never(_folded: str, _figure: Figure, _number: Numeral, _end: int, _words: FitLexicon) -> bool:
    """月 alone is a month of the calendar; it goes on counting in 3年6月, and in 一个半月."""
    return False


_RULES: Mapping[FitRule, _Rule] = {
    "points": _points,
    "tenths": _tenths,
    "degrees": _degrees,
    "grades": _grades,
    "in_digits": _in_digits,
    "miles": _miles,
    "sets": _sets,
    "land": _land,
    "never": _never,
}

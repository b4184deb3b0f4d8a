"""Units that mean one thing here and another there: whose 元, a 度 of what, 方 of room or matter, 块 of money."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.currency import resolve_currency
from factcheck.quantity.letters import is_han
from factcheck.quantity.numerals import plain

if TYPE_CHECKING:
    from factcheck.lexicon.quantity import SettlingLexicon
    from factcheck.model import Kind, Number
    from factcheck.quantity.context import TextContext
    from factcheck.quantity.measures import Measure

_BEFORE = 14
_HOTTEST = 60  # of the weather; beyond it, degrees without a word of warmth are of an angle
_FLAT_FEET = 100
_FOOT = Fraction("0.3048")
_MANY_PIECES = 100  # of 块: money rather than pieces


class SettledUnit(NamedTuple):
    """What a measure is after all."""

    kind: Kind
    unit: str
    low: Number
    high: Number


def settle_unit(context: TextContext, measure: Measure, kind: Kind, name: str) -> SettledUnit:
    """The kind, unit and bounds of a measure, by the words around it and the script of the text."""
    low, high, words = measure.low, measure.high, context.lexicon.settling
    before = context.folded[max(0, measure.start - _BEFORE) : measure.start]
    if kind == "money" or (kind == "level" and name):
        return _money(context, measure, kind, name)
    if kind == "length":
        return _length(context, measure, before)
    if measure.unit is None:
        return SettledUnit(kind, name, low, high)
    if kind == "temperature" and name == words.degree:
        written = context.folded[measure.start : measure.start + 2]
        behind = context.folded[measure.end : measure.end + 3]
        return SettledUnit(*_degrees(before + written, behind, high, words), low, high)
    if measure.unit.word in words.data_rates and words.of_data.search(before):
        bits = measure.unit.factor
        return SettledUnit("other", words.bit_rate, plain(Fraction(low) / bits), plain(Fraction(high) / bits))
    if measure.unit.word == words.knot and not words.at_sea.search(before):  # elsewhere 节 are carriages and lessons
        return SettledUnit("count", words.knot, measure.figure.low, measure.figure.high)
    if measure.unit.word == words.square:
        return SettledUnit(*_square(before, context.folded[measure.end : measure.end + 8], words), low, high)
    if measure.unit.local and context.traditional:
        return _local(measure, kind, words)
    return SettledUnit(kind, name, low, high)


def _money(context: TextContext, measure: Measure, kind: Kind, name: str) -> SettledUnit:
    low, high, words = measure.low, measure.high, context.lexicon.settling
    if name == words.piece:
        behind = context.folded[measure.end : measure.end + 1]
        if words.pieces.search(context.folded, max(0, measure.start - 4), measure.start) and high < _MANY_PIECES:
            return SettledUnit("count", words.piece, low, high)
        if behind and is_han(behind) and behind not in words.behind_money and high < _MANY_PIECES:
            return SettledUnit("count", words.piece, low, high)
    table, traditional = context.lexicon.currencies, context.traditional
    code = resolve_currency(name, context.folded, measure.end, context.currencies, table, traditional=traditional)
    return SettledUnit(kind, code, low, high)


def _length(context: TextContext, measure: Measure, before: str) -> SettledUnit:
    low, high, unit, words = measure.low, measure.high, measure.unit, context.lexicon.settling
    if words.per_hour.search(before):
        return SettledUnit("speed", "m/s", plain(Fraction(low) / 3600), plain(Fraction(high) / 3600))
    if words.per_second.search(before):
        return SettledUnit("speed", "m/s", low, high)
    if (
        unit is not None
        and unit.word == words.foot
        and (words.flat.search(before) or Fraction(high) >= _FLAT_FEET * _FOOT)
    ):
        square = measure._replace(low=plain(Fraction(low) * _FOOT), high=plain(Fraction(high) * _FOOT))
        square = square._replace(unit=unit._replace(factor=_FOOT**2))
        return (
            _local(square, "area", words) if context.traditional else SettledUnit("area", "m2", square.low, square.high)
        )
    if unit is not None and unit.local and context.traditional:
        return _local(measure, "length", words)
    return SettledUnit("length", measure.name, low, high)


def _local(measure: Measure, kind: Kind, words: SettlingLexicon) -> SettledUnit:
    """As written: 斤, 两, 磅, 亩 and 呎 are of another size elsewhere."""
    if measure.unit is None:
        return SettledUnit(kind, measure.name, measure.low, measure.high)
    factor = measure.unit.factor
    word = measure.unit.word.removesuffix(words.ground).removeprefix(words.standard)
    return SettledUnit(kind, word, plain(Fraction(measure.low) / factor), plain(Fraction(measure.high) / factor))


def _degrees(before: str, behind: str, high: Number, words: SettlingLexicon) -> tuple[Kind, str]:
    if words.fahrenheit in before:
        return "temperature", "°F"
    if words.warmth.search(before) or behind.startswith(words.warmth_behind):
        return "temperature", "°C"
    if words.angle.search(before) or behind.startswith(words.angle_behind) or high > _HOTTEST:
        return "other", words.degree
    return "temperature", words.degree


def _square(before: str, behind: str, words: SettlingLexicon) -> tuple[Kind, str]:
    """方 is a square metre of room and a cubic metre of matter."""
    if behind.startswith(words.matter) or words.matter_before.search(before):
        return "volume", "m3"
    if words.room.search(behind) or words.surface.search(before):
        return "area", "m2"
    return "other", words.square

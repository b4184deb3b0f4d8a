"""A unit in brackets in front of a figure: 营业收入（亿元）：35.2; and 单位：万元, which is no figure of its own."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.figures import product
from factcheck.quantity.numerals import read_numeral

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.quantity.measures import Measure

_LABEL = 6  # letters of the measure before the bracket
_LONGEST = 40  # letters between the bracket and the figure, with what the bracket holds


def with_head_unit(folded: str, measure: Measure, lexicon: QuantityLexicon) -> Measure:
    """A bare figure in the unit that stands in brackets before it, or the measure as it is."""
    number, words = measure.figure.numeral, lexicon.heads
    if measure.unit is not None or measure.kind != "number" or number is None or number.tail != 1:
        return measure
    if not number.ascii or folded[measure.start - 1 : measure.start] not in words.before_figure:
        return measure
    match = words.head.search(folded, max(0, measure.start - _LONGEST), measure.start)
    if match is None:
        return measure
    run, word = match["magnitude"], match["unit"].split("/")[0]
    unit, magnitude = lexicon.units.units.get(word), read_numeral(run, lexicon.numerals) if run else None
    if unit is None and (word or magnitude is None):
        return measure
    label = folded[max(0, match.start() - _LABEL) : match.start()]
    if unit is None and words.paid.search(label):  # 发行总额（亿）10.00
        unit = lexicon.units.units[lexicon.measures.money]
    if unit is not None and unit.kind == "count" and magnitude is None and not match["joint"].strip():
        unit = unit if words.counted.search(label) else None  # 王某（男）35
        if unit is None:
            return measure
    factor = (unit.factor if unit else Fraction(1)) * (Fraction(magnitude.low) if magnitude else 1)
    low, high = product(measure.low, factor), product(measure.high, factor)
    if unit is None:
        return measure._replace(low=low, high=high)
    return measure._replace(low=low, high=high, unit=unit, kind=unit.kind, name=unit.name)


def is_unit_only(folded: str, measure: Measure, lexicon: QuantityLexicon) -> bool:
    """Whether a magnitude with a unit only names one: （亿元）, 单位：万人."""
    number, words = measure.figure.numeral, lexicon.heads
    if number is None or not number.head or not set(number.letters) <= lexicon.numerals.magnitudes.keys():
        return False
    before = words.names_unit.search(folded, max(0, measure.start - _LONGEST), measure.start)
    if before is None:
        return False
    return before["bracket"] is None or words.ends_unit.match(folded, measure.end) is not None

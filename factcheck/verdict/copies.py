"""Whether two figures at the same spot of a copy are one figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.model import OPEN_CURRENCIES
from factcheck.verdict.compare import are_compatible

if TYPE_CHECKING:
    from factcheck.model import Claim, Number

_COUNTED = {"count", "number", "level"}
_MEASURED = {
    "percent", "percentage_point", "multiple", "count", "money", "length", "area", "volume", "mass", "power", "energy",
}  # fmt: skip
_DIGITS = frozenset("0123456789")


def measure_alike(a: Claim, b: Claim) -> bool:
    """Whether two figures measure the same kind of thing in the same unit."""
    return (a.kind == b.kind or {a.kind, b.kind} <= _COUNTED) and (a.unit == b.unit or not a.unit or not b.unit)


def measure_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures measure things that no word of the other's unit stands for: 1.2% and 1.2个百分点.

    Of two counts their units alone do not say: 个 and 项 count the same.
    """
    if measure_alike(a, b) or not {a.kind, b.kind} <= _MEASURED or a.qualifier != b.qualifier:
        return False
    if a.kind == b.kind == "money":
        return not {a.unit, b.unit} & OPEN_CURRENCIES
    return a.kind != b.kind


def agree_in_copies(a: Claim, b: Claim) -> bool:
    """Whether the bounds are the same, or one rounds to the other at the digits it prints.

    Hedges reach as far as everywhere else where the copy hedges otherwise; where it hedges with the same word, another
    number is a change, and so is another unit.
    """
    if measure_apart(a, b) or (a.kind == b.kind == "count" and not measure_alike(a, b)):
        return False
    if a.qualifier != b.qualifier:
        return are_compatible(a, b)
    step = max(_find_rounding(a), _find_rounding(b))
    return _is_same(a.low, b.low, step) and _is_same(a.high, b.high, step)


def _is_same(x: Number | None, y: Number | None, step: Fraction) -> bool:
    if x is None or y is None or x == y:
        return x is y or x == y
    return abs(Fraction(x) - Fraction(y)) < step


def _find_rounding(claim: Claim) -> Fraction:
    """What one unit of the last digit is worth; nothing of dates, words, and what is written out to the unit."""
    if claim.kind == "date" or claim.step == 1 or _DIGITS.isdisjoint(claim.text):
        return Fraction(0)
    return Fraction(claim.step)

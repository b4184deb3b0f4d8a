"""Whether two figures at the same spot of a copy are one figure."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim, Number

_DIGITS = re.compile(r"[0-9][0-9,，]*(?:\.([0-9]+))?")


_COUNTED = {"count", "number", "level"}


def comparable(a: Claim, b: Claim) -> bool:
    """Whether two figures measure the same kind of thing in the same unit."""
    return (a.kind == b.kind or {a.kind, b.kind} <= _COUNTED) and (a.unit == b.unit or not a.unit or not b.unit)


def agree(a: Claim, b: Claim) -> bool:
    """Whether the bounds are the same, or one rounds to the other at the digits it prints.

    Hedges reach as far as everywhere else where the copy hedges otherwise; where it hedges with the same word, another
    number is a change.
    """
    if a.qualifier != b.qualifier:
        from factcheck.verdict.compare import compatible

        return compatible(a, b)
    return _same(a.low, b.low, a, b) and _same(a.high, b.high, a, b)


def _same(x: Number | None, y: Number | None, a: Claim, b: Claim) -> bool:
    if x is None or y is None or x == y:
        return x is y or x == y
    if a.kind == "date":
        return False
    step = max(_step(x, a.text), _step(y, b.text))
    return abs(Fraction(x) - Fraction(y)) < step


def _step(value: Number, text: str) -> Fraction:
    """What one unit of the last printed digit is worth."""
    match = _DIGITS.search(text)
    if match is None or not value:
        return Fraction(0)
    whole = match.group().replace(",", "").replace("，", "")
    printed = Fraction(whole)
    if match.group(1) is None and printed == abs(Fraction(value)):
        return Fraction(0)  # written out to the unit: nothing was rounded
    return abs(Fraction(value)) / printed / 10 ** len(match.group(1) or "") if printed else Fraction(0)

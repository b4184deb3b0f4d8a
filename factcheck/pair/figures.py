"""What is printed of a figure: its digits, and how fine a step they claim."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.model import Claim, Number, Quantity

_ROUND = re.compile("[百千万萬亿億兆成]")
_FINEST = Fraction(1, 10**12)
_HALF = re.compile("成半$")  # 两成半: as fine as a half of ten
_DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")


def value(claim: Claim | Quantity) -> Fraction | None:
    """The bound that the text states, the lower one of a range."""
    stated = claim.low if claim.low is not None else claim.high
    return None if stated is None else _exact(stated)


@lru_cache(maxsize=1 << 16)
def _exact(stated: Number) -> Fraction:
    return Fraction(stated)


def step(claim: Claim | Quantity) -> Fraction:
    """The size of the last digit printed, in the claim's unit: 1000 for 557.6万, 10**8 for 1492亿.

    10 for 六成, 1000 for 三千; 0 where nothing can be told.
    """
    stated = value(claim)
    if not stated:
        return Fraction(0)
    match = _DIGITS.search(claim.text)
    compound = _of_compound(claim)
    if compound is not None:
        return compound
    if match is None:
        if _HALF.search(claim.text):
            return Fraction(5)
        if claim.kind == "multiple":
            return min(last_digit(abs(stated)), Fraction(1))  # 一倍 as 1倍, 零点八倍 as 0.8倍
        # in words a figure is as fine as its last word, but 二十 is no rounded number
        return last_digit(abs(stated)) if _ROUND.search(claim.text) else Fraction(0)
    printed = Fraction(match[0].replace(",", "").replace("，", "").replace("．", "."))
    decimals = len(match[0].replace("．", ".").partition(".")[2])
    return abs(stated / printed) / 10**decimals if printed else Fraction(0)


def _of_compound(claim: Claim | Quantity) -> Fraction | None:
    """The step of 4,456萬7千餘 or 2小时30分: that of its last number; None where one number is printed."""
    folded = fold(claim.text)
    if claim.kind == "duration" and claim.qualifier != "range" and len(_DIGITS.findall(folded)) > 1:
        return Fraction(1)  # a compound stands in its smaller unit
    return None if claim.last_place is None else Fraction(claim.last_place)


def last_digit(stated: Fraction) -> Fraction:
    """The place value of the last digit that is not zero: 10 for 60, 1/10 for 0.5; 0 for a third."""
    size = Fraction(1)
    while (stated / size).denominator != 1:
        size /= 10
        if size < _FINEST:
            return Fraction(0)
    while (stated / size / 10).denominator == 1:
        size *= 10
    return size


def digits(claim: Claim | Quantity) -> str:
    """The significant digits of the stated value, without leading and trailing zeros: 5576 for 557.6万."""
    stated = claim.low if claim.low is not None else claim.high
    return "" if stated is None else _significant(stated)


@lru_cache(maxsize=1 << 16)
def _significant(stated: Number) -> str:
    scaled = abs(Fraction(stated))
    for _ in range(12):
        if scaled.denominator == 1:
            break
        scaled *= 10
    return str(int(scaled)).strip("0")

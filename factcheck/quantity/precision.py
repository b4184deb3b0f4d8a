"""How fine a figure is printed, and how far its hedge lets it go: worked out once, and carried from then on."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import msgspec

from factcheck.model import Claim, Number, Quantity
from factcheck.quantity.numerals import RUN, numeral, plain
from factcheck.quantity.reach import reach
from factcheck.text import fold

Figure = TypeVar("Figure", Quantity, Claim)

_ROUND = re.compile("[百千万萬亿億兆成]")
_HALF_OF_TEN = re.compile("成半$")  # 两成半: as fine as a half of ten
_DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_FIXED = frozenset(("exact", "range"))  # qualifiers without a hedge
_FINEST = Fraction(1, 10**12)
_PLACES = tuple(plain(Fraction(1, 10**places)) for places in range(6))


def with_precision(figure: Figure, folded: str | None = None) -> Figure:
    """The figure with its printed step and its reach; `folded` is its text as folded, where that is known."""
    bounds = figure.low, figure.high
    reached = bounds if figure.qualifier in _FIXED else reach(figure)
    return msgspec.structs.replace(
        figure, step=printed_step(figure, folded), reach=None if reached == bounds else reached
    )


def printed_step(figure: Quantity | Claim, folded: str | None = None) -> Number:
    """The size of the last digit printed, in the figure's unit: 1000 for 557.6万, 10**8 for 1492亿.

    10 for 六成, 1000 for 三千; 0 where nothing can be told.
    """
    stated = figure.low if figure.low is not None else figure.high
    if not stated:
        return Decimal(0)
    compound = _step_of_compound(figure, stated, fold(figure.text) if folded is None else folded)
    if compound is not None:
        return plain(compound)
    step = step_in_digits(figure.text, stated)
    return step if step is not None else plain(_step_in_words(figure, abs(Fraction(stated))))


def step_in_digits(text: str, stated: Number) -> Number | None:
    """The size of the last digit of the first number in a text, which stands for `stated`; None where none is there."""
    match = _DIGITS.search(text)
    if match is None:
        return None
    whole, _, part = match[0].replace(",", "").replace("，", "").replace("．", ".").partition(".")
    printed = Decimal(f"{whole}.{part}")
    if printed == stated:
        return _PLACES[len(part)] if len(part) < len(_PLACES) else plain(Fraction(1, 10 ** len(part)))
    return plain(abs(Fraction(stated) / Fraction(printed)) / 10 ** len(part)) if printed else Decimal(0)


def _step_in_words(figure: Quantity | Claim, stated: Fraction) -> Fraction:
    """In words a figure is as fine as its last word, but 二十 is no rounded number."""
    if _HALF_OF_TEN.search(figure.text):
        return Fraction(5)
    if figure.kind == "multiple":
        return min(last_digit(stated), Fraction(1))  # 一倍 as 1倍, 零点八倍 as 0.8倍
    return last_digit(stated) if _ROUND.search(figure.text) else Fraction(0)


def _step_of_compound(figure: Quantity | Claim, stated: Number, folded: str) -> Fraction | None:
    """The step of 4,456萬7千餘 or 2小时30分: that of its last number; None where one number is printed."""
    if figure.kind == "duration" and figure.qualifier != "range" and len(_DIGITS.findall(folded)) > 1:
        return Fraction(1)  # a compound stands in its smaller unit
    match = RUN.search(folded)
    written = numeral(match.group()) if match else None
    if written is None or written.simple or not written.ascii or not written.low:
        return None
    return abs(Fraction(stated) / Fraction(written.low)) * written.tail


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

"""How fine a figure is printed, and how far its hedge lets it go: worked out once, and carried from then on."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import msgspec

from factcheck.model import Claim, Quantity
from factcheck.quantity.numerals import Numeral, plain, read_numeral
from factcheck.quantity.reach import find_reach

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.model import Number

Figure = TypeVar("Figure", Quantity, Claim)

_DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_COMPOUND = frozenset(("money", "mass", "length"))
_FINEST = Fraction(1, 10**12)
_PLACES = tuple(plain(Fraction(1, 10**places)) for places in range(6))
# The steps of figures in ten thousands and in their squares, which most large figures are in: no division is needed.
_STEPS = tuple([(size, tuple([plain(Fraction(size, 10**places)) for places in range(6)])) for size in (10**4, 10**8)])
_SHORT = 12  # letters of a figure that is multiplied without rounding


def with_precision(figure: Figure, folded: str, lexicon: QuantityLexicon, *, falls: bool = False) -> Figure:
    """The figure with its printed step and its reach; `folded` is its text, folded.

    `falls` says that the text tells a range from its larger end.
    """
    match = lexicon.numerals.run.search(folded)
    written = read_numeral(match.group(), lexicon.numerals) if match else None
    reach = find_reach(figure, folded, written, lexicon.hedges)
    return msgspec.structs.replace(
        figure,
        step=_printed_step(figure, folded, written, lexicon, falls=falls),
        reach=None if reach == (figure.low, figure.high) else reach,
    )


def _printed_step(
    figure: Quantity | Claim, folded: str, written: Numeral | None, lexicon: QuantityLexicon, *, falls: bool
) -> Number:
    """The size of the last digit printed, in the figure's unit: 1000 for 557.6万, 10**8 for 1492亿.

    10 for 六成, 1000 for 三千; 0 where nothing can be told. `written` is the first numeral in the text.
    """
    stated = figure.low if figure.low is not None and not falls else figure.high
    if not stated:
        return Decimal(0)
    if figure.kind == "duration" and figure.qualifier != "range" and len(_DIGITS.findall(folded)) > 1:
        return Decimal(1)  # 2小时30分: a compound stands in its smaller unit
    compound = figure.kind in _COMPOUND and figure.qualifier != "range" and written is not None and written.simple
    if compound and len(_DIGITS.findall(folded)) > 1:
        return plain(last_digit(abs(Fraction(stated))))  # 3块5, 1米68
    if written is not None and not written.simple and written.ascii and written.low:  # 4,456万7千余
        return plain(abs(Fraction(stated) / Fraction(written.low)) * written.tail)
    step = step_in_digits(figure.text, stated)
    return step if step is not None else plain(_step_in_words(figure, folded, abs(Fraction(stated)), lexicon))


def step_in_digits(text: str, stated: Number) -> Number | None:
    """The size of the last digit of the first number in a text, which stands for `stated`; None where none is there."""
    match = _DIGITS.search(text)
    if match is None:
        return None
    whole, _, part = match[0].replace(",", "").replace("，", "").replace("．", ".").partition(".")
    printed = Decimal(f"{whole}.{part}")
    if printed == stated:
        return _PLACES[len(part)] if len(part) < len(_PLACES) else plain(Fraction(1, 10 ** len(part)))
    if len(match[0]) <= _SHORT and len(part) < len(_PLACES):
        for factor, steps in _STEPS:
            if printed * factor == stated:
                return steps[len(part)]
    return plain(abs(Fraction(stated) / Fraction(printed)) / 10 ** len(part)) if printed else Decimal(0)


def _step_in_words(figure: Quantity | Claim, folded: str, stated: Fraction, lexicon: QuantityLexicon) -> Fraction:
    """In words a figure is as fine as its last word, but 二十 is no rounded number."""
    words = lexicon.measures
    if folded.endswith(words.half_of_ten):
        return Fraction(5)
    if figure.kind == "multiple":
        return min(last_digit(stated), Fraction(1))  # 一倍 as 1倍, 零点八倍 as 0.8倍
    rounded = not words.rounded.isdisjoint(folded) or lexicon.spelled.numerals.rounded.search(folded)
    return last_digit(stated) if rounded else Fraction(0)


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

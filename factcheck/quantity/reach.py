"""How far an open bound really goes: 2000多 ends at 3000, 超过11亿 well before 80亿, 以上 nowhere."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity.numerals import Numeral, plain

if TYPE_CHECKING:
    from factcheck.lexicon.hedges import HedgeLexicon
    from factcheck.model import Bounds, Claim, Number, Quantity

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FINE_DIGITS = 3
_FINE = 5  # times; so much nearer ends the reach of a figure that is told finely
_FIVES = 2  # as `_FINE`, where it ends in a five


def reach(figure: Quantity | Claim) -> Bounds:
    """The bounds within which a figure can still be right, in its unit; None where it has no end."""
    return figure.reach if figure.reach is not None else (figure.low, figure.high)


def find_reach(figure: Quantity | Claim, folded: str, written: Numeral | None, words: HedgeLexicon) -> Bounds:
    """How far the hedge of a figure goes. `folded` is its text, `written` the first numeral in it.

    The factors are those of `hedges.yaml` (1.3 for 超过, 近, 不到), and a fifth of the way for a figure that is told to
    three digits and more, half where the last is a 5: 约487万 is not 463万. 多 and 余 end at the next step of the last
    stated digit: 2000多 below 3000, 720多万 below 730万. 以上, 不低于, 以下, 不超过 have no end.
    """
    qualifier, low, high = figure.qualifier, figure.low, figure.high
    factor = words.factors.get(qualifier)
    if factor is not None:
        factor = 1 + (factor - 1) / _count_parts(folded)
    if qualifier == "more_than" and low is not None and high is None:
        return low, _next_step(folded, low, written, words) or (_grown(low, factor) if factor else None)
    if factor is None:
        return low, high
    if qualifier == "less_than" and high is not None and low is None:
        return _shrunk(high, factor), high
    if qualifier == "nearly" and low is not None:
        return _shrunk(low, factor), high
    if qualifier == "about" and low is not None and high is not None:
        return _shrunk(low, factor), _grown(high, factor)
    return low, high


def _count_parts(folded: str) -> int:
    """Into how many parts the reach of a figure is cut: told to three digits and more it goes less far.

    The last of 125 may be rounded to fives.
    """
    match = _DIGITS.search(folded)
    digits = match.group().replace(",", "").replace(".", "").strip("0") if match else ""
    if len(digits) < _FINE_DIGITS:
        return 1
    return _FIVES if digits.endswith("5") else _FINE


def _grown(value: Number, factor: Fraction) -> Number:
    return plain(Fraction(value) * (factor if value >= 0 else 1 / factor))


def _shrunk(value: Number, factor: Fraction) -> Number:
    return plain(Fraction(value) / (factor if value >= 0 else 1 / factor))


def _next_step(folded: str, low: Number, written: Numeral | None, words: HedgeLexicon) -> Number | None:
    """The next step of the last digit written, where 多 or 余 (or a bare magnitude: 上百) leaves the figure open."""
    if written is None or not written.low:
        return None
    bare = written.head and len(written.letters) == 1
    if not bare and not any(word in folded for word in words.stepping):
        return None
    factor = Fraction(low) / Fraction(written.low)
    if bare:
        return plain(10 * Fraction(low))
    return plain((Fraction(written.low) + _place(written.low)) * factor)


def _place(value: Number) -> Fraction:
    """The place of the last digit that is no zero: 1000 of 2000, 10 of 720, 1/10 of 3.5."""
    _, digits, exponent = (
        Decimal(str(value)).normalize().as_tuple() if isinstance(value, Decimal) else Decimal(1).as_tuple()
    )
    return Fraction(10) ** int(exponent) if digits else Fraction(1)

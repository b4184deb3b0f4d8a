"""What is printed of a figure: its digits, and how fine a step they claim."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim, Number, Quantity


def value(claim: Claim | Quantity) -> Fraction | None:
    """The bound that the text states, the lower one of a range."""
    stated = claim.low if claim.low is not None else claim.high
    return None if stated is None else _exact(stated)


@lru_cache(maxsize=1 << 16)
def _exact(stated: Number) -> Fraction:
    return Fraction(stated)


def step(claim: Claim | Quantity) -> Fraction:
    """The size of the last digit printed, in the claim's unit; 0 where nothing can be told."""
    return _exact(claim.step)


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

"""What a figure states, how fine, and how far it goes: read from what the recogniser left on it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.verdict.interval import Interval

if TYPE_CHECKING:
    from factcheck.model import Claim, Number, Quantity


def stated_bound(figure: Claim | Quantity) -> Number | None:
    """The bound that the text states, the lower one of a range."""
    return figure.low if figure.low is not None else figure.high


def stated_value(figure: Claim | Quantity) -> Fraction | None:
    """The bound that the text states, to reckon with."""
    bound = stated_bound(figure)
    return None if bound is None else Fraction(bound)


def significant_digits(figure: Claim | Quantity) -> str:
    """The significant digits of the stated value, without leading and trailing zeros: 5576 for 557.6万.

    They are those that are printed: 23 for 2300亩, however many its square metres have.
    """
    bound = stated_bound(figure)
    if bound is None:
        return ""
    printed = abs(Fraction(bound)) / Fraction(figure.step) if figure.step else None
    if printed is not None and printed.denominator == 1:
        return str(printed.numerator).strip("0")
    if isinstance(bound, Decimal):
        return f"{bound:f}".replace(".", "").lstrip("-").strip("0")
    scaled = abs(bound)
    for _ in range(12):
        if scaled.denominator == 1:
            break
        scaled *= 10
    return str(int(scaled)).strip("0")


def stated_interval(figure: Claim | Quantity) -> Interval:
    """The bounds as written."""
    return Interval.between((figure.low, figure.high))


def reached_interval(figure: Claim | Quantity) -> Interval:
    """How far the figure goes: an open or hedged one by its hedge, an exact one as it stands."""
    return Interval.between(figure.reach or (figure.low, figure.high))

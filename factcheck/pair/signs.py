"""Figures whose sign the words tell: a loss of 2亿元 is -2亿元 of profit, a fall of 3% a change of -3%."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from factcheck.pair.view import GAIN, LOSS
from factcheck.quantity.numerals import plain
from factcheck.verdict import stated_value

if TYPE_CHECKING:
    from factcheck.model import Claim, Number
    from factcheck.pair.view import ClaimView

_DOWN = "down"


def sign_sides(a: ClaimView, b: ClaimView) -> tuple[Claim, Claim]:
    """Both claims as they compare: what is a loss or a fall is negative where the other is a gain or negative."""
    return _give_sign(a, b), _give_sign(b, a)


def _give_sign(one: ClaimView, other: ClaimView) -> Claim:
    claim, stated = one.claim, stated_value(one.claim)
    if stated is None or stated <= 0 or not (_is_lost(one, other) or _is_fallen(one, other)):
        return claim
    low, high = _negate(claim.high), _negate(claim.low)
    reach = None if claim.reach is None else (_negate(claim.reach[1]), _negate(claim.reach[0]))
    return msgspec.structs.replace(claim, low=low, high=high, reach=reach)


def _is_lost(one: ClaimView, other: ClaimView) -> bool:
    if one.result != LOSS or other.result == LOSS:
        return False
    return other.result == GAIN or _is_negative(other)


def _is_fallen(one: ClaimView, other: ClaimView) -> bool:
    return one.direction == _DOWN and other.direction != _DOWN and _is_negative(other)


def _is_negative(view: ClaimView) -> bool:
    stated = stated_value(view.claim)
    return stated is not None and stated < 0


def _negate(bound: Number | None) -> Number | None:
    return None if bound is None else plain(-Fraction(bound))

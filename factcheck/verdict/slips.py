"""Slips of the pen that turn one figure into another: a power of ten, a sign, digits swapped, doubled or dropped."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.verdict.precision import significant_digits, stated_value

if TYPE_CHECKING:
    from factcheck.model import Claim, Phrase

_FACTORS = (10, 100, 1000, 10**4, 10**8)
_OF_UNITS = (10**6, 10**9, 10**12)  # 平方公里 for 平方米, 立方千米 for 立方米
_CONVERTED = {"length", "area", "volume", "mass", "power", "energy", "data"}
_TEN = 10  # times the last digit of 12.34 is that of 12.4
_FEWEST = 3  # digits; of fewer any two figures are a slip apart


def describe_slip(a: Claim, b: Claim, scale: Fraction) -> Phrase | None:
    """The slip of the pen that turns one figure into the other; `scale` brings b's values into a's unit."""
    left, right = stated_value(a), stated_value(b)
    if not left or not right or a.kind in {"date", "rank"}:
        return None
    right *= scale
    if left == -right:
        return say("slip.sign", a=a.text, b=b.text)
    ratio = max(abs(left / right), abs(right / left))
    one, other = significant_digits(a), significant_digits(b)
    factors = _FACTORS + (_OF_UNITS if a.kind in _CONVERTED else ())
    rounded = min(len(one), len(other)) >= _FEWEST and len(one) != len(other)
    for factor in factors:
        if ratio == factor or (rounded and _rounds(a, b, scale, factor)):
            return say("slip.factor", factor=say(f"slip.factor.{factor}"))
    if min(len(one), len(other)) < _FEWEST:
        return None
    if len(one) == len(other) and _is_swapped(one, other):
        return say("slip.swapped", a=a.text, b=b.text)
    steps = Fraction(a.step), Fraction(b.step) * scale
    dropped = abs(len(one) - len(other)) == 1 and _is_dropped(*sorted((one, other), key=len))
    if dropped and min(steps) * _TEN >= max(steps):  # a digit that is lost changes no unit: 2084 is no slip of 2.84万
        return say("slip.dropped", a=a.text, b=b.text)
    return None


def _rounds(a: Claim, b: Claim, scale: Fraction, factor: int) -> bool:
    """12,346万, 1.235万: whether one figure is the other so many times, rounded as it is printed."""
    left, right = stated_value(a) or Fraction(0), (stated_value(b) or Fraction(0)) * scale
    step, other_step = Fraction(a.step), Fraction(b.step) * scale
    if abs(left) < abs(right):
        left, right, step, other_step = right, left, other_step, step
    return abs(left / factor - right) * 2 <= max(step / factor, other_step)


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places, and no others."""
    apart = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _is_dropped(short: str, long: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))

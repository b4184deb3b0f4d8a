"""Slips of the pen that turn one figure into another: a power of ten, a sign, digits swapped, doubled or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.verdict.precision import significant_digits, stated_value

if TYPE_CHECKING:
    from fractions import Fraction

    from factcheck.model import Claim, Phrase

_FACTORS = {10, 100, 1000, 10**4, 10**8}
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
    if ratio in _FACTORS:
        return say("slip.factor", factor=say(f"slip.factor.{int(ratio)}"))
    one, other = significant_digits(a), significant_digits(b)
    if min(len(one), len(other)) < _FEWEST:
        return None
    if len(one) == len(other) and _is_swapped(one, other):
        return say("slip.swapped", a=a.text, b=b.text)
    if abs(len(one) - len(other)) == 1 and _is_dropped(*sorted((one, other), key=len)):
        return say("slip.dropped", a=a.text, b=b.text)
    return None


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

"""A pair of two claims: what their figures are to one another, and what says that they are of one fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.model import Claim, Landing, Pair
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from factcheck.model import Phrase


def build_pair(
    a: Claim,
    b: Claim,
    levels: tuple[Landing, ...],
    weight: float | None = None,
    signed: tuple[Claim, Claim] | None = None,
) -> Pair:
    """The pair of two claims with what their figures are to one another, and why in words.

    `weight` is that of the levels unless it is known otherwise; `signed` are the two with the sign of their words.
    """
    found = compare_figures(*(signed or (a, b)))
    weight = sum(level.weight for level in levels) if weight is None else weight
    said = sorted((level for level in levels if level.weight), key=lambda level: -abs(level.weight))
    reasons = (found.reason, *map(_reason, said))
    return Pair(a=a, b=b, levels=levels, weight=round(weight, 2), verdict=found.outcome, reasons=reasons)


def _reason(level: Landing) -> Phrase:
    return say("weighed", label=say(f"level.{level.comparison}.{level.level}"), weight=f"{level.weight:+g}")

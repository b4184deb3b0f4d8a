"""How common a figure is in news: 24GB stands in many articles, 13.7万人 in few."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.facts.statements import Statement
    from factcheck.model import Claim

FIGURES = "figures.txt"
_MILLION = 1_000_000
_RAREST = 14.0  # bits, of what stands in no list


def spell_figure(claim: Claim) -> str:
    """A figure as it is counted: how much, and of what unit."""
    unit = "" if claim.kind == "count" else claim.unit
    bound = claim.low if claim.low is not None else claim.high
    return f"{claim.kind}|{unit}|{'' if bound is None else Fraction(bound)}"


def weigh_figure(one: Statement) -> float:
    """How rare the figure of a statement is in news, in bits; 14 at the most. No corpus decides on it."""
    share = _counts().get(spell_figure(one.claim))
    return min(_RAREST, -math.log2(share)) if share else _RAREST


@cache
def _counts() -> dict[str, float]:
    """Figure → the share of news that holds it; training/figure_counts.py makes the list."""
    lines = files("factcheck.facts").joinpath("data", FIGURES).read_text(encoding="utf-8").splitlines()
    return {figure: int(count) / _MILLION for figure, _, count in (line.rpartition(" ") for line in lines)}

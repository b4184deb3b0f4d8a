"""What stands behind a pair, as data: every level, the threshold, the vetoes passed, the arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import text
from factcheck.model import Comparison
from factcheck.pair.verdict import sides
from factcheck.pair.vetoes import vetoes
from factcheck.pair.weights import weights

if TYPE_CHECKING:
    from factcheck.model import Pair


def comparison(pair: Pair) -> Comparison:
    """How the two claims of a pair came to be one fact, and what their figures are in one unit."""
    unit, one, other = sides(pair.a, pair.b)
    within = pair.a.doc == pair.b.doc
    return Comparison(
        levels=pair.levels, weight=pair.weight,
        threshold=weights().same_article if within else weights().threshold,
        vetoes=tuple(map(text, vetoes())), verdict=pair.verdict, kind=pair.a.kind, unit=unit, sides=(one, other),
    )  # fmt: skip

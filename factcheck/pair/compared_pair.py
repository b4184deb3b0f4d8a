"""What stands behind a pair, as data: every level, the threshold, the vetoes passed, the arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import text
from factcheck.model import ComparedPair
from factcheck.pair.vetoes import name_vetoes
from factcheck.pair.weights import weights
from factcheck.verdict import convert_sides

if TYPE_CHECKING:
    from factcheck.model import Pair


def detail_pair(pair: Pair) -> ComparedPair:
    """How the two claims of a pair came to be one fact, and what their figures are in one unit."""
    unit, one, other = convert_sides(pair.a, pair.b)
    within = pair.a.doc == pair.b.doc
    return ComparedPair(
        levels=pair.levels, weight=pair.weight,
        threshold=weights().same_article if within else weights().threshold,
        vetoes=tuple(map(text, name_vetoes())), verdict=pair.verdict, kind=pair.a.kind, unit=unit, sides=(one, other),
        veto_names=tuple(name.removeprefix("veto.") for name in name_vetoes()),
    )  # fmt: skip

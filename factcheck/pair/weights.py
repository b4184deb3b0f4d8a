"""What each level of each comparison weighs, read once."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.messages import text
from factcheck.model import Landing
from factcheck.pair.comparisons import LEVELS
from factcheck.strict_yaml import load

_WHERE = "factcheck/pair/data/weights.yaml"


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file, typed."""

    threshold: float
    sure: float
    same_article: float
    reworded: float
    even: float
    slope: float
    comparisons: dict[str, dict[str, float]]


class Weights:
    """Weights in bits. The attributes are those of the head of the data file."""

    def __init__(self, table: _Table) -> None:
        self.threshold, self.sure = table.threshold, table.sure
        self.same_article, self.reworded = table.same_article, table.reworded
        self.even, self.slope = table.even, table.slope
        self.comparisons = table.comparisons
        self._landings = {
            (comparison, level): Landing(
                comparison=comparison, level=level, weight=weight, label=text(f"level.{comparison}.{level}")
            )
            for comparison, levels in table.comparisons.items()
            for level, weight in levels.items()
        }

    def weight(self, comparison: str, level: str) -> float:
        """The weight of a level."""
        return self.comparisons[comparison][level]

    def most(self, comparison: str) -> float:
        """The most that a comparison can weigh."""
        return max(self.comparisons[comparison].values())

    def landing(self, comparison: str, level: str) -> Landing:
        """A level with its weight and its human label."""
        return self._landings[comparison, level]

    def confidence(self, weight: float) -> float:
        """Orders findings; not a probability until it is calibrated."""
        return round(1 / (1 + math.exp(-self.slope * (weight - self.even))), 3)


@cache
def weights() -> Weights:
    """The weights. Raises `DataError` naming the line of a broken one, or where levels and weights do not match."""
    written = files("factcheck.pair").joinpath("data", "weights.yaml").read_text(encoding="utf-8")
    return read_weights(written)


def read_weights(written: str) -> Weights:
    """The weights of a file, checked against the levels that comparisons can land on."""
    loaded = load(written, _WHERE, DataError)
    table = loaded.convert(_Table)
    lines = loaded.lines
    for comparison, levels in LEVELS.items():
        held = table.comparisons.get(comparison, {})
        line = lines.get(("comparisons", comparison), lines["comparisons",])
        for level in sorted(levels - held.keys()):
            raise DataError(
                f"{comparison}.{level} has no weight", where=f"{_WHERE}:{line}", cure="give it one, in bits"
            )
    for comparison, held in table.comparisons.items():
        for level in sorted(held.keys() - LEVELS.get(comparison, frozenset())):
            line = lines["comparisons", comparison, level]
            raise DataError(
                f"no comparison lands on {comparison}.{level}", where=f"{_WHERE}:{line}", cure="take the row out"
            )
    return Weights(table)

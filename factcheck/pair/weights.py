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


class Thresholds(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The head of the data file; all in bits but `slope`, which says how fast the confidence rises."""

    threshold: float
    sure: float
    same_article: float
    reworded: float
    even: float  # the weight at which the confidence is one half
    slope: float


def make_strict(name: str, fields: dict[str, type]) -> type[msgspec.Struct]:
    """A form that asks for each of these fields and takes no other."""
    return msgspec.defstruct(name, list(fields.items()), frozen=True, forbid_unknown_fields=True)


# A weight for every level on which a comparison can land, and for nothing else.
_FORM = make_strict(
    "Comparisons", {name: make_strict(name, dict.fromkeys(sorted(levels), float)) for name, levels in LEVELS.items()}
)
_TABLE = msgspec.defstruct(
    "Table", [("comparisons", _FORM)], bases=(Thresholds,), frozen=True, forbid_unknown_fields=True, kw_only=True
)


class Weights:
    """Weights in bits, and from where on they say something."""

    def __init__(self, thresholds: Thresholds, comparisons: dict[str, dict[str, float]]) -> None:
        self.threshold, self.sure = thresholds.threshold, thresholds.sure
        self.same_article, self.reworded = thresholds.same_article, thresholds.reworded
        self.even, self.slope = thresholds.even, thresholds.slope
        self._comparisons = comparisons
        self._landings = {
            (comparison, level): Landing(
                comparison=comparison, level=level, weight=weight, label=text(f"level.{comparison}.{level}")
            )
            for comparison, levels in comparisons.items()
            for level, weight in levels.items()
        }

    def weight(self, comparison: str, level: str) -> float:
        """The weight of a level."""
        return self._comparisons[comparison][level]

    def most(self, comparison: str) -> float:
        """The most that a comparison can weigh."""
        return max(self._comparisons[comparison].values())

    def least(self, comparison: str) -> float:
        """The least that it can weigh."""
        return min(self._comparisons[comparison].values())

    def landing(self, comparison: str, level: str) -> Landing:
        """A level with its weight and its human label."""
        return self._landings[comparison, level]

    def confidence(self, weight: float) -> float:
        """Orders findings; not a probability until it is calibrated."""
        return round(1 / (1 + math.exp(-self.slope * (weight - self.even))), 3)


@cache
def weights() -> Weights:
    """The weights. Raises `DataError` naming the line of a broken one, or where levels and weights do not match."""
    return read_weights(files("factcheck.pair").joinpath("data", "weights.yaml").read_text(encoding="utf-8"))


def read_weights(written: str) -> Weights:
    """The weights of a file: one for every level on which a comparison can land, and no other."""
    held = msgspec.to_builtins(load(written, _WHERE, DataError).convert(_TABLE))
    return Weights(comparisons=held.pop("comparisons"), thresholds=Thresholds(**held))

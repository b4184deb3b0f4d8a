"""The weights and labels of the comparison levels, read once."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.model import Level
from factcheck.strict_yaml import load

_WHERE = "factcheck/pair/data/weights.yaml"


class _Weighed(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    weight: float
    label: str
    zh: str  # the label in Simplified Chinese


class Weights(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file, typed."""

    threshold: float
    sure: float
    same_article: float
    reworded: float
    even: float
    slope: float
    comparisons: dict[str, dict[str, _Weighed]]

    def weight(self, comparison: str, name: str) -> float:
        """The weight of a level in bits."""
        return self.comparisons[comparison][name].weight

    def level(self, comparison: str, name: str) -> Level:
        """A level with its weight and its human label."""
        weighed = self.comparisons[comparison][name]
        return Level(comparison=comparison, level=name, weight=weighed.weight, label=weighed.label)

    def confidence(self, weight: float) -> float:
        """Orders findings; not a probability until it is calibrated."""
        return round(1 / (1 + math.exp(-self.slope * (weight - self.even))), 3)


@cache
def weights() -> Weights:
    """The weights. Raises `DataError` naming the line of a broken one."""
    text = files("factcheck.pair").joinpath("data", "weights.yaml").read_text(encoding="utf-8")
    return load(text, _WHERE, DataError).convert(Weights)

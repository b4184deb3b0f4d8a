"""The weights of the comparison levels, read once."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.messages import text
from factcheck.model import Level
from factcheck.strict_yaml import load

_WHERE = "factcheck/pair/data/weights.yaml"


class _Weighed(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    weight: float


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
        weight = self.weight(comparison, name)
        return Level(comparison=comparison, level=name, weight=weight, label=_label(comparison, name))

    def confidence(self, weight: float) -> float:
        """Orders findings; not a probability until it is calibrated."""
        return round(1 / (1 + math.exp(-self.slope * (weight - self.even))), 3)


@cache
def _label(comparison: str, name: str) -> str:
    return text(f"level.{comparison}.{name}")


@cache
def weights() -> Weights:
    """The weights. Raises `DataError` naming the line of a broken one."""
    written = files("factcheck.pair").joinpath("data", "weights.yaml").read_text(encoding="utf-8")
    return load(written, _WHERE, DataError).convert(Weights)

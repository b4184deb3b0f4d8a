"""What each level of a retelling weighs, and from where on it is reported; read once."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import DataError
from factcheck.messages import text
from factcheck.model import Landing
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.pair.weights import make_strict, weights
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Pair

    _Comparisons = Mapping[str, Mapping[str, float]]

_WHERE = "factcheck/pair/data/retellings.yaml"
EVENT = "event"  # the comparison that every retelling has, and no other pair


_SHAPE = "shape"
SHAPES = ("telling", "slip", "near", "close", "fair", "wide", "far", "share_wide", "share_far")
_HEAD = ("prior", "report", "sure", "agree", "margin", "confirmed", "least")
_FORM = make_strict(
    "Table",
    dict.fromkeys(_HEAD, float)
    | {"shapes": make_strict("Shapes", dict.fromkeys(SHAPES, float))}
    | {
        "comparisons": make_strict(
            "Comparisons",
            {
                name: make_strict(name, dict.fromkeys(sorted(levels), float))
                for name, levels in RETELLING_LEVELS.items()
            },
        )
    },
)


class RetellingWeights:
    """Weights in bits for two figures of one event, and what they must add up to.

    `report` is where a difference is reported, `sure` where it is no doubtful one; `agree` where two figures that
    agree are one fact; `margin` what the second-best partner must lie below; `confirmed` how much weaker a partner that
    agrees may be and still explain a difference; below `least` nothing is looked at. `shapes` is what the form of a
    difference adds.
    """

    def __init__(self, head: Mapping[str, float], shapes: Mapping[str, float], comparisons: _Comparisons) -> None:
        self.report, self.sure, self.agree = head["report"], head["sure"], head["agree"]
        self.margin, self.confirmed, self.least = head["margin"], head["confirmed"], head["least"]
        self.shapes = shapes
        self._prior, self._comparisons = head["prior"], comparisons

    def weigh(self, landed: Mapping[str, str]) -> float:
        """The bits that speak for one fact: 0 where it is as likely as not, by what the weights were fitted on."""
        return self._prior + math.fsum([self._comparisons[name][level] for name, level in landed.items()])

    def land(self, landed: Mapping[str, str]) -> tuple[Landing, ...]:
        """The levels with their weights; that of the event takes in how common one fact is among pairs."""
        return tuple(self._land(name, level) for name, level in landed.items())

    def _land(self, name: str, level: str) -> Landing:
        weight = self._comparisons[name][level] + (self._shift if name == EVENT else 0.0)
        return Landing(comparison=name, level=level, weight=round(weight, 2), label=text(f"level.{name}.{level}"))

    @property
    def _shift(self) -> float:
        """What makes the weights of retellings those of other pairs: reported from `sure` of weights.yaml on."""
        return self._prior + weights().sure - self.report

    def add_shape(self, pair: Pair, shape: str) -> Pair:
        """The pair with what the form of its difference adds, as a level of its own."""
        landing = Landing(
            comparison=_SHAPE, level=shape, weight=self.shapes[shape], label=text(f"level.{_SHAPE}.{shape}")
        )
        return msgspec.structs.replace(pair, levels=(*pair.levels, landing))

    def rate(self, pair: Pair, bits: float) -> Pair:
        """The pair with its weight on the scale of other pairs."""
        return msgspec.structs.replace(pair, weight=round(bits + weights().sure - self.report, 2))


def is_retelling(pair: Pair) -> bool:
    """Whether a pair was found inside one event."""
    return any(level.comparison == EVENT for level in pair.levels)


@cache
def retelling_weights() -> RetellingWeights:
    """The weights. Raises `DataError` naming the line of a broken one, or where levels and weights do not match."""
    return read_retelling_weights(
        files("factcheck.pair").joinpath("data", "retellings.yaml").read_text(encoding="utf-8")
    )


def read_retelling_weights(written: str) -> RetellingWeights:
    """The weights of a file: one for every level on which a comparison can land, and no other."""
    held = msgspec.to_builtins(load(written, _WHERE, DataError).convert(_FORM))
    return RetellingWeights(shapes=held.pop("shapes"), comparisons=held.pop("comparisons"), head=held)

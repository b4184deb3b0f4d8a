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
from factcheck.pair.differences import DIFFERENCE_LEVELS
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.pair.weights import make_strict, weights
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Pair

    _Comparisons = Mapping[str, Mapping[str, float]]

_WHERE = "factcheck/pair/data/retellings.yaml"
EVENT = "event"  # the comparison that every retelling has, and no other pair
HELD = "held"  # of a pair of like words: the event holds it too
HELD_LEVELS = {HELD: frozenset({"event"})}
_TABLES = ("comparisons", "differing", "differences")
_HEAD = ("prior", "report", "times", "sure", "agree", "least")


def _make_form(name: str, known: Mapping[str, frozenset[str]]) -> type[msgspec.Struct]:
    """A form that asks for a weight of every level of every comparison."""
    return make_strict(
        name, {one: make_strict(one, dict.fromkeys(sorted(levels), float)) for one, levels in known.items()}
    )


_FORM = make_strict(
    "Table",
    dict.fromkeys(_HEAD, float)
    | {
        "comparisons": _make_form("Comparisons", RETELLING_LEVELS),
        "differing": _make_form("Differing", RETELLING_LEVELS),
        "differences": _make_form("Differences", DIFFERENCE_LEVELS),
    },
)


class RetellingWeights:
    """Weights in bits for two figures of one event, and what they must add up to.

    `comparisons` tell how likely two figures are one fact, whatever they are. Where they differ, `differing` (the same
    levels) and `differences` tell together how likely it is one fact, told wrongly. A difference is reported from
    `report` on, one of two times from `times` on, and is no doubtful one from `sure` on. Two figures that agree are one
    fact from `agree` on, by the words; below `least` nothing is looked at.
    """

    def __init__(
        self,
        head: Mapping[str, float],
        comparisons: _Comparisons,
        differing: _Comparisons,
        differences: _Comparisons,
    ) -> None:
        self.report, self.sure, self.agree, self.least = (head[name] for name in ("report", "sure", "agree", "least"))
        self._times, self._prior = head["times"], head["prior"]
        self._comparisons, self._differing, self._differences = comparisons, differing, differences

    def weigh(self, landed: Mapping[str, str]) -> float:
        """The bits that speak for one fact: 0 where it is as likely as not, by what the weights were fitted on."""
        return self._prior + math.fsum([self._comparisons[name][level] for name, level in landed.items()])

    def land(self, landed: Mapping[str, str]) -> tuple[Landing, ...]:
        """The levels with their weights; that of the event takes in how common one fact is among pairs."""
        return tuple(_land(self._comparisons, *level, self._prior + self._shift) for level in landed.items())

    @property
    def _shift(self) -> float:
        """What makes the weights of retellings those of other pairs: reported from `sure` of weights.yaml on."""
        return weights().sure - self.report

    def weigh_difference(self, words: Mapping[str, str], difference: Mapping[str, str]) -> float:
        """The bits that speak for one fact, told wrongly; `difference` as `differences.land_difference` lands it."""
        by_words = [self._differing[name][level] for name, level in words.items()]
        return math.fsum((*by_words, *(self._differences[name][level] for name, level in difference.items())))

    def land_difference(self, words: Mapping[str, str], difference: Mapping[str, str]) -> tuple[Landing, ...]:
        """The levels of two figures that differ, with their weights there."""
        by_words = tuple(_land(self._differing, *level, self._shift) for level in words.items())
        return (*by_words, *(_land(self._differences, *level, 0.0) for level in difference.items()))

    def require(self, pair: Pair) -> float:
        """The bits from which on a difference is reported: times of runners lie near to one another."""
        return self._times if pair.a.kind == "duration" else self.report

    def rate(self, pair: Pair, bits: float) -> Pair:
        """The pair with its weight on the scale of other pairs."""
        return msgspec.structs.replace(pair, weight=round(bits + self._shift, 2))


def _land(table: _Comparisons, name: str, level: str, of_event: float) -> Landing:
    weight = table[name][level] + (of_event if name == EVENT else 0.0)
    return Landing(comparison=name, level=level, weight=round(weight, 2), label=text(f"level.{name}.{level}"))


def is_retelling(pair: Pair) -> bool:
    """Whether a pair was found inside one event."""
    return any(level.comparison == EVENT for level in pair.levels)


def hold_in_event(pair: Pair) -> Pair:
    """A pair of like words of which the event says that it is one fact too; it weighs what it did."""
    told = Landing(comparison=HELD, level="event", weight=0.0, label=text(f"level.{HELD}.event"))
    return msgspec.structs.replace(pair, levels=(*pair.levels, told))


def is_held_in_event(pair: Pair) -> bool:
    """Whether an event says that a pair is one fact, alone or beside the words."""
    return any(level.comparison in {EVENT, HELD} for level in pair.levels)


@cache
def retelling_weights() -> RetellingWeights:
    """The weights. Raises `DataError` naming the line of a broken one, or where levels and weights do not match."""
    return read_retelling_weights(
        files("factcheck.pair").joinpath("data", "retellings.yaml").read_text(encoding="utf-8")
    )


def read_retelling_weights(written: str) -> RetellingWeights:
    """The weights of a file: one for every level on which a comparison can land, and no other."""
    held = msgspec.to_builtins(load(written, _WHERE, DataError).convert(_FORM))
    tables = {name: held.pop(name) for name in _TABLES}
    return RetellingWeights(head=held, **tables)

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
from factcheck.pair.differences import DIFFERENCE_LEVELS, NO_SLIPS, SLIPS
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.pair.weights import make_strict, weights
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Pair

    _Comparisons = Mapping[str, Mapping[str, float]]

_WHERE = "factcheck/pair/data/retellings.yaml"
EVENT = "event"  # the comparison that every retelling has, and no other pair
_HEAD = ("prior", "report", "telling", "plain", "times", "sure", "agree", "least")


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
        "differences": _make_form("Differences", DIFFERENCE_LEVELS),
    },
)


class RetellingWeights:
    """Weights in bits for two figures of one event, and what they must add up to.

    `report` is where a difference that has the form of a slip is reported, `telling` where it is a slip of three digits
    and more, `plain` where any other is, or one of two bearers, `times` where one of two times is, `sure` where it is
    no doubtful one; `agree` where two figures that agree are one fact; below `least` nothing is looked at.
    """

    def __init__(self, head: Mapping[str, float], comparisons: _Comparisons, differences: _Comparisons) -> None:
        self.report, self.sure, self.agree, self.least = (head[name] for name in ("report", "sure", "agree", "least"))
        self._plain, self._telling, self._times = head["plain"], head["telling"], head["times"]
        self._prior, self._comparisons, self._differences = head["prior"], comparisons, differences

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

    def weigh_difference(self, landed: Mapping[str, str]) -> float:
        """The bits that a difference adds to those of the words (`differences.land_difference`)."""
        return math.fsum([self._differences[name][level] for name, level in landed.items()])

    def require(self, landed: Mapping[str, str], pair: Pair) -> float:
        """The bits from which on a difference is reported, by its form.

        That of two bearers is a slip only where it has three digits and more and the figures beside are the same.
        Figures of kinds that lie near to one another are no slips of one another.
        """
        apart = any((level.comparison, level.level) == ("subject", "apart") for level in pair.levels)
        if landed["neighbours"] == "amount" and landed["people"] == "shared":
            return self.report
        telling = landed["form"] == "telling"
        sure = telling and landed["neighbours"] == "beside"
        if pair.a.kind == "duration":
            return self._times
        if landed["form"] not in SLIPS or pair.a.kind in NO_SLIPS or (apart and not sure):
            return self._plain
        return self._telling if telling else self.report

    def add_difference(self, pair: Pair, landed: Mapping[str, str]) -> Pair:
        """The pair with the levels of its difference."""
        added = (
            Landing(
                comparison=name, level=level, weight=self._differences[name][level], label=text(f"level.{name}.{level}")
            )
            for name, level in landed.items()
        )
        return msgspec.structs.replace(pair, levels=(*pair.levels, *added))

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
    comparisons, differences = held.pop("comparisons"), held.pop("differences")
    return RetellingWeights(head=held, comparisons=comparisons, differences=differences)

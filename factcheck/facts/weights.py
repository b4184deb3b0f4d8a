"""What each thing that two statements have in common weighs, read once; training/fit_facts.py makes the file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.errors import DataError
from factcheck.facts.likeness import NAMES
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHERE = "factcheck/facts/data/weights.yaml"
_WEIGHTS = msgspec.defstruct("Weighed", [(name, float) for name in NAMES], frozen=True, forbid_unknown_fields=True)
_TABLE = msgspec.defstruct(
    "FactTable",
    [("agree", _WEIGHTS), ("outside", _WEIGHTS), ("differ", _WEIGHTS)],
    frozen=True,
    forbid_unknown_fields=True,
)


class FactWeights(NamedTuple):
    """The weights of two figures that agree, in reports of one event and outside, and of two that differ."""

    agree: Mapping[str, float]
    outside: Mapping[str, float]
    differ: Mapping[str, float]


@cache
def weights() -> FactWeights:
    """The weights. Raises `DataError` naming the line of a broken one."""
    written = files("factcheck.facts").joinpath("data", "weights.yaml").read_text(encoding="utf-8")
    return FactWeights(**msgspec.to_builtins(load(written, _WHERE, DataError).convert(_TABLE)))

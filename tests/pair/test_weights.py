"""Every level that a comparison can land on has a weight, and a label in each language; no other has."""

from __future__ import annotations

from importlib.resources import files

import pytest

from factcheck.errors import DataError
from factcheck.messages import keys
from factcheck.pair.comparisons import LEVELS
from factcheck.pair.differences import DIFFERENCE_LEVELS
from factcheck.pair.headed import HEAD_LEVELS
from factcheck.pair.retelling_weights import HELD_LEVELS
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.pair.weights import read_weights, weights

WRITTEN = files("factcheck.pair").joinpath("data", "weights.yaml").read_text(encoding="utf-8")


def test_a_level_without_a_weight_is_an_error_that_names_it():
    with pytest.raises(DataError, match="nation"):
        read_weights(WRITTEN.replace("    nation: -9\n", ""))


def test_a_comparison_without_weights_is_one():
    start, end = WRITTEN.index("  unit:"), WRITTEN.index("  names:")
    with pytest.raises(DataError, match="unit"):
        read_weights(WRITTEN[:start] + WRITTEN[end:])


def test_a_weight_of_no_level_is_an_error_that_names_its_line():
    with pytest.raises(DataError, match="planet") as error:
        read_weights(WRITTEN.replace("    nation: -9\n", "    nation: -9\n    planet: 1\n"))
    line = WRITTEN.split("    nation: -9")[0].count("\n") + 2
    assert str(error.value.where).endswith(f"weights.yaml:{line}")


def test_every_level_has_its_label():
    labels = {key for key in keys() if key.startswith("level.")}
    known = (LEVELS, RETELLING_LEVELS, DIFFERENCE_LEVELS, HEAD_LEVELS, HELD_LEVELS)
    assert labels == {f"level.{one}.{level}" for held in known for one, levels in held.items() for level in levels}
    assert all(weights().landing(comparison, level).label for comparison, held in LEVELS.items() for level in held)

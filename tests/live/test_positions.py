"""Positions as an editor counts them."""

from __future__ import annotations

import pytest

from factcheck.live.positions import Positions, count_units

TEXT = "河岸\r\n𠮷家a有3\n\r尾"


@pytest.mark.parametrize(
    ("encoding", "units"),
    [("utf-8", (0, 0, 4, 7, 8, 11)), ("utf-16", (0, 0, 2, 3, 4, 5)), ("utf-32", (0, 0, 1, 2, 3, 4))],
)
def test_units_are_those_of_the_encoding(encoding, units):
    positions = Positions(TEXT, encoding)
    start = TEXT.index("𠮷")
    assert [positions.find(at) for at in (0, *range(start, start + 5))] == [
        (0, 0), *((1, unit) for unit in units[1:])
    ]  # fmt: skip


def test_every_end_of_a_line_counts_and_nothing_lies_behind_the_end():
    positions = Positions(TEXT, "utf-16")
    assert positions.find(TEXT.index("尾")) == (3, 0)
    assert positions.find(10**6) == (3, 1)
    assert positions.find(-1) == (0, 0)
    assert Positions("", "utf-8").find(3) == (0, 0)


def test_half_a_pair_is_counted_and_breaks_nothing():
    assert count_units("a\ud800", "utf-8") == 4
    assert count_units("a\ud800", "utf-16") == 2

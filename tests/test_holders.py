"""Who holds a key, of those that are held and of those that came since."""

from __future__ import annotations

import pytest

from factcheck.changed import Changed
from factcheck.holders import Holders

KEYS = {"c": ["x", ("y", 1)], "a": ["x"], "b": ["z", None]}


def test_they_stand_in_order():
    held = Holders(KEYS)
    assert held.of("x") == ["a", "c"]
    assert held.of(("y", 1)) == ["c"]
    assert held.of(None) == ["b"]
    assert held.of("nobody") == []
    assert held.find(["x", "z"]) == {"a", "b", "c"}
    assert held.find([]) == set()
    assert Holders().of("x") == []


def test_a_crowd_is_nobody():
    held = Holders({str(number): ["x"] for number in range(5)})
    assert held.of("x", 4) == []
    assert len(held.of("x", 5)) == 5
    assert held.move(["0"], {}).of("x", 4) == ["1", "2", "3", "4"]
    assert held.move([], {"new": ["x"]}).of("x", 5) == []


def test_who_is_gone_holds_nothing_and_who_came_holds_what_it_has():
    held = Holders(KEYS)
    moved = held.move(["a"], {"c": ["z"], "aa": ["x"]})
    assert moved.of("x") == ["aa"]
    assert moved.of("z") == ["b", "c"]
    assert moved.find(["x", "z", ("y", 1)]) == {"aa", "b", "c"}
    assert held.of("x") == ["a", "c"]
    assert held.find(["z"]) == {"b"}


def test_a_changed_mapping_is_what_it_would_be_made_anew():
    changed = Changed({"b": 1, "a": 2, "c": 3}, ["b", "a"], {"a": 4, "d": 5})
    assert dict(changed) == {"a": 4, "c": 3, "d": 5}
    assert list(changed) == ["a", "c", "d"]
    assert len(changed) == 3
    with pytest.raises(KeyError):
        changed["b"]

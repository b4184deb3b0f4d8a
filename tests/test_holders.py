"""Who holds a key, of those that are held and of those that came since."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.changed import Changed
from factcheck.holders import Holders, hash_stably

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


def test_a_hash_that_is_kept_is_the_same_in_every_process():
    keys = ["渡轮", ("count", "渡轮"), ("money", Decimal(10), None), 7, b"7", frozenset({"b", "a"}), None, "7", ("x",)]
    assert len({hash_stably(key) for key in keys}) == len(keys)
    assert all(0 <= hash_stably(key) < 1 << 48 for key in keys)
    assert hash_stably("渡轮") == 207981371362314
    assert hash_stably(("money", Fraction(10), None)) == hash_stably(("money", Decimal("10.0"), None))
    assert hash_stably(frozenset({"a", "b"})) == hash_stably(frozenset({"b", "a"}))

"""Each pair of places is reported once, however many copies there are."""

from __future__ import annotations

import random
from itertools import combinations

from factcheck.model import Finding, Location
from factcheck.run.order import once

_RULES = ("FC103", "FC303", "FC101", "FC105")


def finding(rule, groups):
    """A finding with a place for each name, in its group."""
    places = tuple(
        Location(doc=name, start=0, end=3, path=None, line=1, column=1, text="", group=group)
        for name, group in groups.items()
    )
    return Finding(
        rule=rule, name="", severity="error", confidence=0.5, message="", because=(), locations=places, fingerprints=()
    )


def apart(groups):
    return {frozenset(pair) for pair in combinations(groups, 2) if groups[pair[0]] != groups[pair[1]]}


def test_a_finding_is_left_out_where_earlier_ones_have_all_its_pairs():
    chance = random.Random(7)  # noqa: S311 - a sample
    left_out = 0
    for _ in range(400):
        drawn = [
            {name: chance.randrange(3) for name in chance.sample("abcdef", chance.randint(1, 5))} for _ in range(4)
        ]
        found = [finding(rule, groups) for rule, groups in zip(_RULES, drawn, strict=True)]
        seen, wanted = set(), []
        for one, groups in zip(found, drawn, strict=True):
            pairs = apart(groups)
            if not pairs or not pairs <= seen:
                wanted.append(one)
            seen |= pairs
        left_out += len(found) - len(wanted)
        assert once(found[::-1]) == wanted
    assert left_out > 20


def test_many_copies_make_no_list_of_pairs():
    copies = {str(number): number for number in range(20_000)}
    assert len(once([finding("FC303", copies), finding("FC101", copies)])) == 1

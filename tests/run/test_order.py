"""Each pair of places is reported once, however many copies there are."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from factcheck.model import Finding, Location
from factcheck.rules import RULES, Ranks, Rule
from factcheck.run.order import keep_first

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
        assert keep_first(found[::-1], RULES.values()) == wanted
    assert left_out > 20


def test_many_copies_make_no_list_of_pairs():
    copies = {str(number): number for number in range(20_000)}
    assert len(keep_first([finding("FC303", copies), finding("FC101", copies)], RULES.values())) == 1


def made_up(code, *outranks, **more):
    return Rule(code=code, name=code, severity="error", page="", find=lambda _: (), outranks=outranks, **more)


def test_a_rule_that_no_other_knows_declares_what_it_outranks():
    rules = (made_up("FC901", "FC902"), made_up("FC902", "FC903"), made_up("FC903"), made_up("FC904"))
    found = [finding(code, {"a": 0, "b": 1}) for code in ("FC904", "FC903", "FC902", "FC901")]
    assert [one.rule for one in keep_first(found, rules)] == ["FC904", "FC901"]
    assert [one.rule for one in keep_first(found[:2], rules)] == ["FC904", "FC903"]


def test_a_figure_inside_quoted_words_is_theirs():
    rules = (made_up("FC901", "FC902", places="quotations"), made_up("FC902"))
    quoted, figure = finding("FC901", {"a": 0, "b": 1}), finding("FC902", {"a": 0, "b": 1})
    outside = finding("FC902", {"a": 0, "c": 1})
    assert keep_first([figure, outside, quoted], rules) == [quoted, outside]
    assert keep_first([figure], rules) == [figure]


def test_rules_that_outrank_one_another_are_an_error():
    with pytest.raises(ValueError, match="FC901"):
        Ranks([made_up("FC901", "FC902"), made_up("FC902", "FC901")])


def test_whatever_a_rule_outranks_is_one():
    assert all(code in RULES for rule in RULES.values() for code in rule.outranks)

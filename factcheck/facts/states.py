"""States of a running measure: what became of people in one event, told at different moments."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from factcheck.facts.likeness import are_read_elsewhere, are_subjects_apart
from factcheck.facts.statements import pair_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon

_RUNS_UP_TO = 5  # times as much, at one step
_FALLS_TO = 0.8  # of what was stated before: victims are identified, and counted anew
_FALLING = frozenset({"missing"})  # what becomes less as people are found
_OF_A_SPAN = frozenset({"from", "change", "new", "per_unit"})  # no state, but how it came about
_OF_PEOPLE = frozenset({"count"})
_OF_ANYTHING = frozenset({"count", "money", "area"})
_GIVEN = "given"
_TITLE = re.compile("《[^》]+》")
_PARTS = frozenset({"part_of", "share_of"})


class Tolls:
    """For each article the main figures of what is told anew as an event goes on.

    Of people, the first that is no part and of no earlier event; of anything else, the first of each bearer.
    """

    def __init__(self, by_doc: Mapping[str, Sequence[Statement]], lexicon: Lexicon) -> None:
        """For the statements of articles by id."""
        self._lexicon = lexicon
        self._main = {doc: self._find_main(held) for doc, held in by_doc.items()}
        self._places = {one.place for held in self._main.values() for main in held.values() for one in main}

    def are_own_steps(self, a: Statement, b: Statement) -> bool:
        """Whether one article tells two states of its toll: the main figure, and a smaller one of before."""
        if are_ends(a, b) or (a.tolls & b.tolls and ("from" in a.claim.aspects) != ("from" in b.claim.aspects)):
            return True
        small, large = sorted((a, b), key=lambda one: one.value)
        counted = bool(small.outcomes & large.outcomes) and not is_part(small)
        return counted and large.place in self._places and small.place not in self._places

    def link(
        self,
        ours: Sequence[Statement],
        theirs: Sequence[Statement],
        known: set[tuple[str, int]],
        *,
        named: bool = False,
    ) -> Iterator[tuple[Statement, Statement]]:
        """The main figures of two articles of one event, of which nothing else is known; `named`: of one work only."""
        if not ours or not theirs:
            return
        one, other = self._main[ours[0].claim.doc], self._main[theirs[0].claim.doc]
        for name in sorted(one.keys() & other.keys()):
            for a, b in product(one[name], other[name]):
                if named and not _TITLE.search(a.subject):
                    continue
                if not {a.place, b.place} & known and self._are_of_one_toll(a, b, name):
                    yield a, b

    def are_one(self, a: Statement, b: Statement) -> bool:
        """Whether two equal figures of one article are of one toll: in its headline, its lead, its body."""
        if not a.tolls & b.tolls or is_part(a) or is_part(b) or a.setting != b.setting or a.earlier != b.earlier:
            return False
        if are_gifts_of_two(a, b):
            return False
        return bool(a.outcomes & b.outcomes) or self._find_bearer(a) == self._find_bearer(b)

    def _are_of_one_toll(self, a: Statement, b: Statement, name: str) -> bool:
        if not (may_be_steps(a, b) or may_be_steps(b, a)):
            return False
        if name in a.outcomes:
            return not are_read_elsewhere(a, b, self._lexicon)
        x, y, words = a.claim, b.claim, self._lexicon.pair
        if a.kind != b.kind or a.setting != b.setting or not words.counts_alike(x.unit, y.unit):
            return False
        if name == _GIVEN and are_subjects_apart(a, b):
            return False
        same = x.unit == y.unit or y.unit in words.counted_alike.get(x.unit, ())
        return self._find_bearer(a) == self._find_bearer(b) and (same or are_alike(a.measure, b.measure))

    def _find_bearer(self, one: Statement) -> str:
        """The work or the place that a figure is of; "" where its bearer is neither: then it is of the event."""
        title = _TITLE.search(one.subject)
        return title[0] if title else self._lexicon.frame.gazetteer.canonical(one.subject) or ""

    def _find_main(self, statements: Sequence[Statement]) -> dict[str, list[Statement]]:
        found: defaultdict[str, dict[tuple[str, str], Statement]] = defaultdict(dict)
        for one in statements:
            claim = one.claim
            if claim.status != "actual" or one.earlier or not one.moves or _OF_A_SPAN & claim.aspects:
                continue
            if is_part(one) or one.kind not in (_OF_PEOPLE if one.outcomes else _OF_ANYTHING):
                continue
            for name in one.tolls:
                found[name].setdefault(("", "") if one.outcomes else (one.kind, self._find_bearer(one)), one)
        return {name: list(main.values()) for name, main in found.items()}


def are_ends(a: Statement, b: Statement) -> bool:
    """Whether one sentence says of a measure from what to what it went: 从60人降至48人."""
    x, y = a.claim, b.claim
    ends = {"from" in x.aspects, "from" in y.aspects} == {True, False}
    return ends and x.sentence == y.sentence and x.doc == y.doc and (x.kind, x.unit) == (y.kind, y.unit)


def name_other_works(a: Statement, b: Statement) -> bool:
    """Whether two figures are of two works: films, books, lists."""
    one, other = _TITLE.search(a.subject), _TITLE.search(b.subject)
    return one is not None and other is not None and one[0] != other[0]


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two measures share most of their letters."""
    shorter = min(len(one), len(other))
    return shorter > 1 and 2 * len(one & other) > shorter


def may_be_steps(earlier: Statement, later: Statement) -> bool:
    """Whether one figure may be a state of a measure and the other a later one: never by a factor of ten.

    A toll rises to three times as much at the most, and falls a little: 50, then 49. The missing are found.
    """
    if earlier.value <= 0 or later.value <= 0:
        return False
    grown = later.value / earlier.value
    if earlier.outcomes & later.outcomes & _FALLING:
        return 1 / _RUNS_UP_TO <= grown <= _RUNS_UP_TO
    return _FALLS_TO <= grown <= _RUNS_UP_TO


def are_gifts_of_two(a: Statement, b: Statement) -> bool:
    """Whether both tell what somebody gave, and neither sentence names who gave by the other."""
    if _GIVEN not in a.tolls & b.tolls or not are_subjects_apart(a, b):
        return False
    return not (pair_letters(a.subject) <= b.context or pair_letters(b.subject) <= a.context)


def is_part(one: Statement) -> bool:
    """Whether the sentence makes a figure part of another one."""
    return any(relation in _PARTS for relation, _, _ in one.claim.links)

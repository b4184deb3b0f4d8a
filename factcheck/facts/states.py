"""States of a running measure: what became of people in one event, told at different moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.facts.statements import Statement

_RUNS_UP_TO = 3  # times as much, at one step
_FALLS_TO = 0.8  # of what was stated before: victims are identified, and counted anew
_FALLING = frozenset({"missing"})  # what becomes less as people are found
_PARTS = frozenset({"part_of", "share_of"})


class Tolls:
    """For each article the main figure of what became of people: the first that is no part and of no earlier event."""

    def __init__(self, by_doc: Mapping[str, Sequence[Statement]]) -> None:
        """For the statements of articles by id."""
        self._main = {doc: _find_main(held) for doc, held in by_doc.items()}
        self._places = {one.place for held in self._main.values() for one in held.values()}

    def are_own_steps(self, a: Statement, b: Statement) -> bool:
        """Whether one article tells two states of its toll: the main figure, and a smaller one of before."""
        small, large = sorted((a, b), key=lambda one: one.value)
        counted = bool(small.outcomes & large.outcomes) and not _is_part(small)
        return counted and large.place in self._places and small.place not in self._places

    def link(
        self, ours: Sequence[Statement], theirs: Sequence[Statement], known: set[tuple[str, int]]
    ) -> Iterator[tuple[Statement, Statement]]:
        """The main figures of two articles of one event, of which nothing else is known."""
        if not ours or not theirs:
            return
        one, other = self._main[ours[0].claim.doc], self._main[theirs[0].claim.doc]
        for name in sorted(one.keys() & other.keys()):
            a, b = one[name], other[name]
            if {a.place, b.place} & known or not _are_near(a, b):
                continue
            yield a, b


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


def _find_main(statements: Sequence[Statement]) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for one in statements:
        claim = one.claim
        if claim.kind != "count" or claim.status != "actual" or "from" in claim.aspects or "change" in claim.aspects:
            continue
        if _is_part(one) or one.earlier:
            continue
        for name in one.outcomes:
            found.setdefault(name, one)
    return found


def _is_part(one: Statement) -> bool:
    return any(relation in _PARTS for relation, _, _ in one.claim.links)


def _are_near(a: Statement, b: Statement) -> bool:
    return may_be_steps(a, b) or may_be_steps(b, a)

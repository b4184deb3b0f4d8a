"""States of a running measure: what became of people in one event, told at different moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pair.periods import bound_period
from factcheck.pair.vetoes import count_days, is_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.facts.links import FactLink
    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon

_EARLIER = 40  # days before an article, from which a period is that of another event
_TEN = 10  # a factor that no step has
_PARTS = frozenset({"part_of", "share_of"})
_SURE = 1.0  # the logarithm of the odds that two main figures of a toll are of one


class Tolls:
    """For each article the main figure of what became of people: the first that is no part and of no earlier event."""

    def __init__(self, by_doc: Mapping[str, Sequence[Statement]], lexicon: Lexicon) -> None:
        """For the statements of articles by id."""
        self._lexicon = lexicon
        self._main = {doc: _find_main(held) for doc, held in by_doc.items()}

    def link(
        self, ours: Sequence[Statement], theirs: Sequence[Statement], known: set[tuple[str, int]]
    ) -> Iterator[FactLink]:
        """The main figures of two articles of one event that differ."""
        from factcheck.facts.links import FactLink

        if not ours or not theirs:
            return
        one, other = self._main[ours[0].claim.doc], self._main[theirs[0].claim.doc]
        for name in sorted(one.keys() & other.keys()):
            a, b = one[name], other[name]
            if a.figure == b.figure or {a.place, b.place} & known or not may_be_steps(a, b):
                continue
            yield FactLink(_SURE, a, b, agrees=False)


def may_be_steps(a: Statement, b: Statement) -> bool:
    """Whether two figures may be two states of one measure: no more than nine times as much, and no slip by ten."""
    least, most = sorted((a.value, b.value))
    return least > 0 and most / least < _TEN - 1


def _find_main(statements: Sequence[Statement]) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for one in statements:
        claim = one.claim
        if claim.kind != "count" or claim.status != "actual" or "from" in claim.aspects or "change" in claim.aspects:
            continue
        if any(relation in _PARTS for relation, _, _ in claim.links) or is_of_earlier_event(one):
            continue
        for name in one.outcomes:
            found.setdefault(name, one)
    return found


def is_of_earlier_event(one: Statement) -> bool:
    """Whether the sentence tells of a time well before the article: 2021年, 自1995年以来."""
    period = one.claim.period
    if period is None or not is_in_words(one.claim, "period") or not one.day:
        return False
    if period.startswith("since "):
        return count_days(bound_period(period)[0].replace("-00", "-01"), one.day) > _EARLIER
    last = bound_period(period)[1].replace("-99-99", "-12-31").replace("-99", "-28")
    return last < one.day and count_days(last, one.day) > _EARLIER

"""Statements in groups, one a fact: joined link by link, and never by a chain."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from factcheck.facts.apart import TELLING, exclude_one_another
from factcheck.facts.likeness import (
    are_far_apart,
    are_hardly_alike,
    are_places_apart,
    are_read_elsewhere,
    are_subjects_apart,
)
from factcheck.facts.links import weigh_margin
from factcheck.facts.states import are_gifts_of_two, name_other_works
from factcheck.outcome import Outcome
from factcheck.pair.periods import relate_periods
from factcheck.pair.vetoes import is_in_words
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.facts.links import FactLink
    from factcheck.facts.statements import Statement
    from factcheck.facts.states import Tolls
    from factcheck.facts.stories import Bonds
    from factcheck.lexicon import Lexicon

_TOGETHER = 0.5  # of each two articles of two groups, that must go together for them to be of one fact
_LEAST = -1.0  # what two statements may lack that would be linked, and yet go together
Place = tuple[str, int]  # article and offset


class FactGroups:
    """Statements in groups.

    Two groups are joined only where no member of one forbids a member of the other, and where the most of their
    articles go together: a link or two between two crowds is a chain.
    """

    def __init__(self, links: Iterable[FactLink], bonds: Bonds, tolls: Tolls, lexicon: Lexicon) -> None:
        self._bonds, self._tolls, self._lexicon = bonds, tolls, lexicon
        self._known: dict[frozenset[Place], bool] = {frozenset((link.a.place, link.b.place)): True for link in links}
        self._group: dict[Place, list[Statement]] = {}

    def join(self, link: FactLink) -> None:
        """Bring the two groups of a link together, unless they are of two facts."""
        one = self._group.setdefault(link.a.place, [link.a])
        other = self._group.setdefault(link.b.place, [link.b])
        if one is other or any(self._are_apart(a, b) for a, b in product(one, other)) or self._is_chain(one, other):
            return
        large, small = (one, other) if len(one) >= len(other) else (other, one)
        large += small
        for member in small:
            self._group[member.place] = large

    def members(self) -> list[list[Statement]]:
        """Every group of two and more."""
        seen = {id(group): group for group in self._group.values() if len(group) > 1}
        return list(seen.values())

    def _is_chain(self, one: Sequence[Statement], other: Sequence[Statement]) -> bool:
        """Whether many articles of one group have nothing that goes with what those of the other have."""
        met: dict[tuple[str, str], bool] = {}
        for a, b in product(one, other):
            docs = a.claim.doc, b.claim.doc
            met[docs] = met.get(docs, False) or self._go_together(a, b)
        return sum(met.values()) < _TOGETHER * len(met)

    def _go_together(self, a: Statement, b: Statement) -> bool:
        """Whether two statements are linked, or nearly; figures of many digits and what is told anew always are."""
        pair = frozenset((a.place, b.place))
        known = self._known.get(pair)
        if known is None:
            bond = self._bonds.of(a.claim.doc, b.claim.doc)
            told = (bond.is_sure and min(a.digits, b.digits) > TELLING) or _run_on(a, b)
            known = self._known[pair] = told or weigh_margin(a, b, bond, self._lexicon) >= _LEAST
        return known

    def _are_of_a_list(self, a: Statement, b: Statement) -> bool:
        """Whether one article gives one round figure for each of several: 甲捐1000万元，乙捐1000万元."""
        if max(a.digits, b.digits) > TELLING or a.outcomes & b.outcomes:
            return False
        if a.claim.sentence == b.claim.sentence:
            return a.behind != b.behind or (a.kind != "count" and a.before != b.before)
        return are_subjects_apart(a, b) and not self._go_together(a, b)

    def _differ_elsewhere(self, a: Statement, b: Statement) -> bool:
        """Whether two values that cannot both be right are of two places, be it that only the text around says so."""
        if a.figure == b.figure:
            return False
        if a.moves and b.moves:
            late = bool(a.outcomes & b.outcomes) and are_far_apart(a, b)
            return late and are_read_elsewhere(a, b, self._lexicon)
        return compare_figures(a.claim, b.claim).outcome == Outcome.DIFFER and are_read_elsewhere(a, b, self._lexicon)

    def _are_strangers(self, a: Statement, b: Statement) -> bool:
        """Whether figures of few digits are the same by chance: of two bearers or places, each unknown to the other.

        A bearer or a place is often read wrong, so neither article may have a word of the other's, and their sentences
        must be hardly alike.
        """
        few = min(a.digits, b.digits) <= TELLING and not _run_on(a, b)
        if few and are_gifts_of_two(a, b):
            return True
        if not few or self._bonds.of(a.claim.doc, b.claim.doc).is_sure or not are_hardly_alike(a, b):
            return False
        bearers = are_subjects_apart(a, b) and self._know_nothing(a, b, a.subject, b.subject)
        places = are_read_elsewhere(a, b, self._lexicon)
        return bearers or (places and self._know_nothing(a, b, a.claim.place or "", b.claim.place or ""))

    def _know_nothing(self, a: Statement, b: Statement, ours: str, theirs: str) -> bool:
        """Whether the article of neither has the words of the other."""
        return not self._bonds.says(b.claim.doc, ours) and not self._bonds.says(a.claim.doc, theirs)

    def _are_apart(self, a: Statement, b: Statement) -> bool:
        x, y = a.claim, b.claim
        if exclude_one_another(a, b, self._lexicon):
            return True
        if ((a.moves or b.moves) and a.earlier != b.earlier) or name_other_works(a, b):
            return True
        if x.doc == y.doc:  # one article's two figures are of two facts
            if a.figure == b.figure or compare_figures(x, y).outcome.agrees:
                return self._are_of_a_list(a, b)
            return not self._tolls.are_own_steps(a, b)
        if a.models and b.models and not a.models & b.models:
            return True
        if _both_say(a, b, "period") and relate_periods(x.period or "", y.period or "") == "apart":
            return not (a.moves and b.moves)
        if are_places_apart(a, b, self._lexicon) or self._differ_elsewhere(a, b) or self._are_strangers(a, b):
            return True
        return ("change" in x.aspects) != ("change" in y.aspects) and "new" not in x.aspects | y.aspects


def _run_on(a: Statement, b: Statement) -> bool:
    """Whether both are told anew as time goes on, of one event: not what two donors gave."""
    return a.moves and b.moves and not are_gifts_of_two(a, b)


def _both_say(a: Statement, b: Statement, field: str) -> bool:
    return is_in_words(a.claim, field) and is_in_words(b.claim, field)

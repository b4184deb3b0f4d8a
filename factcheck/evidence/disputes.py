"""Pairs gathered into disputes: who agrees with whom about one fact, and who with whom does not."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.evidence.grounds import Ground, find_ground
from factcheck.model import Claim, Pair, Value
from factcheck.pair.differences import may_round
from factcheck.verdict import Outcome, compare_figures, stated_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.facts import Strand
    from factcheck.facts.statements import Statement
    from factcheck.model import Article

_DIFFER = frozenset(outcome for outcome in Outcome if outcome.disputes)
_MOST_VALUES = 3  # what has more values than that is a series or a form letter, no fact
_MOST_STATES = 8  # of a toll, through the days
_Node = tuple[str, int]


class Dispute(Value, frozen=True):
    """One fact with differing figures. `groups` hold the claims of one value each, largest group first."""

    groups: tuple[tuple[Claim, ...], ...]
    pairs: tuple[Pair, ...]  # those that disagree, strongest first
    grounds: frozenset[Ground] = frozenset()  # what says that they are of one fact; asked where that is in doubt

    @property
    def strongest(self) -> Pair:
        """The pair with the greatest match weight."""
        return self.pairs[0]


class Disputes(Value, frozen=True):
    """Every fact on which claims differ, each kind in the order of the first claims."""

    figures: tuple[Dispute, ...] = ()
    dates: tuple[Dispute, ...] = ()  # events that are dated differently
    revisions: tuple[Dispute, ...] = ()  # figures that moved on, groups in the order of their dates
    spreads: tuple[Dispute, ...] = ()  # figures that named sources estimate differently


def gather_disputes(pairs: Sequence[Pair], articles: Mapping[str, Article], facts: Sequence[Strand] = ()) -> Disputes:
    """The disputes that pairs of claims add up to; `facts` of their articles say who else states one of the sides."""
    agreement = _Agreement(pairs)
    alike = {one.place: held for fact in facts for held in fact.values for one in held}
    differing = [
        _add_grounds(_join_sides(_leave_undecided_out(_add_statements(one, alike))), articles)
        for one in agreement.dispute(_DIFFER, _MOST_VALUES)
    ]
    return Disputes(
        figures=tuple(one for one in differing if one.strongest.a.kind != "date"),
        dates=tuple(one for one in differing if one.strongest.a.kind == "date"),
        revisions=tuple(
            Dispute(groups=_by_date(one.groups, articles), pairs=one.pairs)
            for one in agreement.dispute({Outcome.REVISION}, _MOST_STATES)
        ),
        spreads=tuple(agreement.dispute({Outcome.SPREAD}, _MOST_STATES)),
    )


def _add_statements(dispute: Dispute, alike: Mapping[_Node, Sequence[Statement]]) -> Dispute:
    """The dispute with all that state what a side states, by the facts; `alike` has them by the place of each."""
    known = {_node(claim) for group in dispute.groups for claim in group}

    def widen(group: tuple[Claim, ...]) -> tuple[Claim, ...]:
        found = {one.place: one.claim for claim in group for one in alike.get(_node(claim), ())}
        new = {node: claim for node, claim in found.items() if node not in known}
        known.update(new)
        return tuple(sorted((*group, *new.values()), key=_node))

    return Dispute(groups=tuple(widen(group) for group in dispute.groups), pairs=dispute.pairs)


def _leave_undecided_out(dispute: Dispute) -> Dispute:
    """The dispute without figures that fit every side: 10万6千 is both 106,457 and 106,467, and contradicts neither.

    Only what disputes something makes a side: 1%, which is 1.0% and 1.4% alike, takes 1.4% from nobody.
    """
    parties = {_node(claim) for pair in dispute.pairs for claim in (pair.a, pair.b)}

    def fits_all(claim: Claim, own: tuple[Claim, ...]) -> bool:
        others = ([one for one in group if _node(one) in parties] for group in dispute.groups if group is not own)
        return all(any(compare_figures(claim, one).outcome.agrees for one in group) for group in others)

    groups = tuple(
        tuple(claim for claim in group if _node(claim) in parties or not fits_all(claim, group))
        for group in dispute.groups
    )
    return Dispute(groups=tuple(sorted(groups, key=lambda group: -len(group))), pairs=dispute.pairs)


def _join_sides(dispute: Dispute) -> Dispute:
    """The dispute with groups as one that fit one another and that no pair disputes: 62.01亿 and 62.014亿 against 63亿.

    No pair of words brought the two together, but the fact that they share with the third does.
    """
    disputed = {frozenset({_node(pair.a), _node(pair.b)}) for pair in dispute.pairs}

    def fit(ours: tuple[Claim, ...], theirs: tuple[Claim, ...]) -> bool:
        both = [(one, other) for one in ours for other in theirs]
        if any(frozenset({_node(one), _node(other)}) in disputed for one, other in both):
            return False
        return all(compare_figures(*two).outcome.agrees or may_round(*two) for two in both)

    joined: list[tuple[Claim, ...]] = []
    for group in dispute.groups:
        at = next((at for at, known in enumerate(joined) if fit(known, group)), None)
        if at is None:
            joined.append(group)
        else:
            joined[at] += group
    return Dispute(groups=tuple(sorted(joined, key=lambda group: -len(group))), pairs=dispute.pairs)


def _add_grounds(dispute: Dispute, articles: Mapping[str, Article]) -> Dispute:
    grounds = frozenset(find_ground(pair, articles) for pair in dispute.pairs)
    return Dispute(groups=dispute.groups, pairs=dispute.pairs, grounds=grounds)


def _by_date(groups: Iterable[tuple[Claim, ...]], articles: Mapping[str, Article]) -> tuple[tuple[Claim, ...], ...]:
    def first(group: tuple[Claim, ...]) -> tuple[str, Fraction]:
        dates = (articles[claim.doc].document.date or "~" for claim in group)
        return min(dates), stated_value(group[0]) or Fraction(0)

    return tuple(sorted(groups, key=first))


class _Agreement:
    """The claims of pairs in groups: whoever agrees, directly or through others, is in one."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._parent: dict[_Node, _Node] = {}
        claims: dict[_Node, Claim] = {}
        for pair in pairs:
            for claim in (pair.a, pair.b):
                claims.setdefault(_node(claim), claim)
                self._parent.setdefault(_node(claim), _node(claim))
        self._join(pair for pair in pairs if pair.verdict == Outcome.EQUAL)
        self._join_near(pairs)
        self._groups: defaultdict[_Node, list[Claim]] = defaultdict(list)
        for node in sorted(claims):
            self._groups[self._root(node)].append(claims[node])

    def _join(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            one, other = sorted((self._root(_node(pair.a)), self._root(_node(pair.b))))
            self._parent[other] = one

    def _join_near(self, pairs: Sequence[Pair]) -> None:
        """Joins what rounds or fits a hedge, the surest first, but no two sides of a difference: 1% is 1.4% too."""
        against: defaultdict[_Node, set[_Node]] = defaultdict(set)
        for pair in pairs:
            if not pair.verdict.agrees:
                one, other = self._root(_node(pair.a)), self._root(_node(pair.b))
                against[one].add(other)
                against[other].add(one)
        near = [pair for pair in pairs if pair.verdict.agrees and pair.verdict != Outcome.EQUAL]
        for pair in sorted(near, key=lambda pair: (-pair.weight, _node(pair.a), _node(pair.b))):
            one, other = sorted((self._root(_node(pair.a)), self._root(_node(pair.b))))
            if one == other or other in against[one]:
                continue
            self._parent[other] = one
            for third in against.pop(other, set()):  # whoever differs from a part of the group differs from it
                against[third].discard(other)
                against[third].add(one)
                against[one].add(third)

    def _root(self, node: _Node) -> _Node:
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def dispute(self, outcomes: Collection[Outcome], most: int) -> Iterator[Dispute]:
        """One dispute for a set of groups between which pairs have one of `outcomes`; none for over `most` values."""
        roots = [
            (self._root(_node(pair.a)), self._root(_node(pair.b)), pair)
            for pair in self._pairs
            if pair.verdict in outcomes
        ]
        roots = [(one, other, pair) for one, other, pair in roots if one != other]
        sets: dict[_Node, frozenset[_Node]] = {}
        for one, other, _ in roots:
            joined = sets.get(one, frozenset({one})) | sets.get(other, frozenset({other}))
            sets |= dict.fromkeys(joined, joined)
        by_set: defaultdict[frozenset[_Node], list[Pair]] = defaultdict(list)
        for one, _, pair in roots:
            if self._count_values(sets[one]) <= most:
                by_set[sets[one]].append(pair)
        for members, held in by_set.items():
            ranked = sorted(members, key=lambda node: (-len(self._groups[node]), node))
            strongest = sorted(held, key=lambda pair: (-pair.weight, _node(pair.a), _node(pair.b)))
            yield Dispute(groups=tuple(tuple(self._groups[node]) for node in ranked), pairs=tuple(strongest))

    def _count_values(self, members: Collection[_Node]) -> int:
        """How many figures groups have; two that no words brought together may have the same."""
        firsts = (self._groups[node][0] for node in members)
        return len({(claim.kind, claim.low, claim.high) for claim in firsts})


def _node(claim: Claim) -> _Node:
    return claim.doc, claim.start

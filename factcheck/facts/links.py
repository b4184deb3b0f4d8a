"""Which statements of two articles of one event are of one fact, agreeing or not."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.facts.apart import TELLING, are_loosely_alike, are_of_like_measure, exclude_one_another
from factcheck.facts.likeness import are_dated, are_subjects_apart, describe_likeness, weigh_likeness
from factcheck.facts.states import are_ends, is_part
from factcheck.facts.weights import weights
from factcheck.outcome import Outcome
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.facts.statements import Statement
    from factcheck.facts.states import Tolls
    from factcheck.facts.stories import Bonds, Kin, Kinship
    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim


_INSIDE = -1.0  # from here on two figures that agree are of one fact, in reports that are surely of one event
_OUTSIDE = 0.75  # the same in other reports
DIFFERS = -1.0  # from here on two that differ are, if nothing else fits either better
_MARGIN = 0.4  # by which the second best partner of a differing figure must be worse
_NEAR = 1.35  # how far apart figures may lie that agree by their hedges
_SURE = 1.0  # how sure it is that the main figures of one toll are of one fact
_OF_ONE = 0.1  # of what their heads name that two articles share, where they are about one thing
_SURELY = 0.15  # of it, from where they are, whatever else each is about
_ONE_TOLL = 0.2  # of it, from where their tolls are those of one event
_TIMES = 3  # as much, that two values of one fact may be
_NO_DISPUTE = frozenset({"rank", "duration", "multiple", "ratio", "length"})  # kinds of which one text has many alike
_FEW = 2.0  # what two figures of few digits must be surer by
_LOOSE = 1.0  # what figures must be surer by that only a hedge brings together, or of few digits that two others bear
_CHANGE = "change_of"
_AMOUNTS = frozenset({"money", "count"})
_AHEAD, _BEHIND = 8, 2  # letters between a change and the amount that changed, before it and behind it
_TOLD = frozenset({"actual", "estimate", "rule"})


class FactLink(NamedTuple):
    """Two statements of one fact, and how sure that is: the logarithm of the odds."""

    weight: float
    a: Statement
    b: Statement
    agrees: bool


def link_statements(
    by_doc: Mapping[str, Sequence[Statement]], kin: Kinship, tolls: Tolls, bonds: Bonds, lexicon: Lexicon
) -> list[FactLink]:
    """Every link between the statements of articles that are kin, the surest first."""
    telling = {doc: [one for one in held if one.digits > TELLING] for doc, held in by_doc.items()}
    found: list[FactLink] = []
    for one, other in sorted(kin):
        near = bonds.of(one, other)
        if near.is_late:
            if not near.are_others:  # another flood, some weeks later, has a toll of its own
                found += _link_tolls(by_doc[one], by_doc[other], tolls, set())
        elif near.share >= _OF_ONE and not near.are_others:
            found += _link_two(by_doc[one], by_doc[other], near, lexicon, tolls)
        else:  # hardly of one event: only figures that do not agree by chance
            found += _link_agreeing(telling[one], telling[other], near, lexicon)
            found += _link_tolls(by_doc[one], by_doc[other], tolls, set(), named=True)
    for doc in sorted({doc for pair in kin for doc in pair}):
        found += _link_repeats(by_doc[doc], tolls, bonds.of(doc, doc), lexicon)
    return sorted(found, key=lambda link: (not link.agrees, -link.weight, link.a.place, link.b.place))


def _link_repeats(statements: Sequence[Statement], tolls: Tolls, bond: Kin, lexicon: Lexicon) -> Iterator[FactLink]:
    """What one article states twice: in its headline, its lead, its body; and from what to what a measure went."""
    for a, b in _meet(statements, statements):
        x, y = a.claim, b.claim
        if x.start >= y.start or x.sentence == y.sentence or exclude_one_another(a, b, lexicon):
            continue
        if a.figure != b.figure and compare_figures(x, y).outcome != Outcome.ROUNDING:
            continue
        weight = _weigh(a, b, bond, lexicon, agrees=True)
        same = weight >= _find_threshold(a, b, bond) and (are_of_like_measure(a, b, lexicon) or a.digits > TELLING)
        if same or tolls.are_one(a, b):
            yield FactLink(max(weight, _SURE), a, b, agrees=True)
    yield from (FactLink(_SURE, a, b, agrees=False) for a, b in pairwise(statements) if are_ends(a, b) and a.moves)


def _link_two(
    ours: Sequence[Statement], theirs: Sequence[Statement], near: Kin, lexicon: Lexicon, tolls: Tolls
) -> Iterator[FactLink]:
    agreeing = _link_agreeing(ours, theirs, near, lexicon)
    yield from agreeing
    known = {link.a.place for link in agreeing} | {link.b.place for link in agreeing}
    stated = {one.figure for one in theirs}, {one.figure for one in ours}
    left = [one for one in ours if one.place not in known and one.figure not in stated[0]]
    over = [one for one in theirs if one.place not in known and one.figure not in stated[1]]
    yield from _link_changes(agreeing, (left, ours), (over, theirs))
    yield from _link_tolls(ours, theirs, tolls, known, named=not near.is_event and near.share < _ONE_TOLL)
    for link in _link_leftovers(left, over, near, lexicon):
        if (near.is_sure and are_dated(link.a, link.b)) or compare_figures(
            link.a.claim, link.b.claim
        ).outcome == Outcome.SLIP:
            yield link


def _link_tolls(
    ours: Sequence[Statement],
    theirs: Sequence[Statement],
    tolls: Tolls,
    known: set[tuple[str, int]],
    *,
    named: bool = False,
) -> list[FactLink]:
    linked = tolls.link(ours, theirs, known, named=named)
    return [FactLink(_SURE, a, b, agrees=a.figure == b.figure) for a, b in linked]


def _link_agreeing(
    ours: Sequence[Statement], theirs: Sequence[Statement], bond: Kin, lexicon: Lexicon
) -> list[FactLink]:
    """The links between figures that can both be right."""
    return _keep_best([
        FactLink(weight, a, b, agrees=True)
        for a, b in _meet(ours, theirs)
        if not exclude_one_another(a, b, lexicon) and not are_loosely_alike(a, b, lexicon)
        if bond.is_sure or not (a.momentary or b.momentary)  # two shares have one price on some day
        if (weight := _weigh(a, b, bond, lexicon, agrees=True))
        >= _find_threshold(a, b, bond)
    ])  # fmt: skip


def _find_threshold(a: Statement, b: Statement, bond: Kin) -> float:
    """What two figures that agree must weigh: more, where the articles may be of two events."""
    loose = a.figure != b.figure and compare_figures(a.claim, b.claim).outcome == Outcome.REACH  # 突破4% and 4.5%
    unlike = min(a.digits, b.digits) <= TELLING and not a.measure & b.measure and are_subjects_apart(a, b)
    of_others = min(a.digits, b.digits) <= TELLING and bond.lead_elsewhere and not bond.is_event
    return (_INSIDE if bond.is_sure else _OUTSIDE) + (loose + unlike + of_others) * _LOOSE


def _meet(ours: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of figures that can both be right."""
    by_kind: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in theirs:
        by_kind[one.kind].append(one)
    for a in ours:
        for b in by_kind.get(a.kind, ()):
            if a.figure == b.figure:
                yield a, b
                continue
            if _may_agree(a, b) and compare_figures(a.claim, b.claim).outcome.agrees:
                yield a, b


def _may_agree(a: Statement, b: Statement) -> bool:
    """Whether it is worth asking: they are near, and some letters around them are the same."""
    x, y = a.claim, b.claim
    if x.kind != y.kind or (a.kind == "duration" and x.unit != y.unit):
        return bool(a.wide & b.wide)  # their units convert
    least, most = sorted((abs(a.value), abs(b.value)))
    exact = x.qualifier == y.qualifier == "exact"
    near = most - least <= max(x.step, y.step) if exact else most <= _NEAR * least
    return near and bool(a.wide & b.wide)


def _keep_best(links: Sequence[FactLink]) -> list[FactLink]:
    """Links without those to a second figure of one article, where another figure fits better."""
    partner: dict[tuple[tuple[str, int], str], tuple[object, ...]] = {}
    kept = []
    for link in sorted(links, key=lambda link: (-link.weight, link.a.place, link.b.place)):
        sides = ((link.a.place, link.b), (link.b.place, link.a))
        if all(partner.get((place, other.claim.doc), other.figure) == other.figure for place, other in sides):
            for place, other in sides:
                partner.setdefault((place, other.claim.doc), other.figure)
            kept.append(link)
    return kept


def _weigh(a: Statement, b: Statement, bond: Kin, lexicon: Lexicon, *, agrees: bool) -> float:
    likeness = describe_likeness(a, b, bond, lexicon, agrees=agrees)
    agreeing = weights().agree if bond.is_sure else weights().outside
    return weigh_likeness(likeness, agreeing if agrees else weights().differ)


def weigh_margin(a: Statement, b: Statement, bond: Kin, lexicon: Lexicon) -> float:
    """By how much two statements weigh more than two of one fact must, or, below zero, less."""
    if exclude_one_another(a, b, lexicon) or are_loosely_alike(a, b, lexicon):
        return -math.inf
    agrees = a.figure == b.figure or compare_figures(a.claim, b.claim).outcome.agrees
    return _weigh(a, b, bond, lexicon, agrees=agrees) - (_find_threshold(a, b, bond) if agrees else DIFFERS)


def _link_changes(
    agreeing: Sequence[FactLink], *sides: tuple[Sequence[Statement], Sequence[Statement]]
) -> Iterator[FactLink]:
    """The changes of two figures that agree: 营收100亿元，增长5%, and 营收100亿元，增长6%, are of one fact too."""
    ours, theirs = (_find_changes(held, stated) for held, stated in sides)
    for link in agreeing:
        for a in ours.get(link.a.place, ()):
            for b in theirs.get(link.b.place, ()):
                same = a.kind == b.kind and a.direction == b.direction and (a.base == b.base or not (a.base and b.base))
                if same and not compare_figures(a.claim, b.claim).outcome.agrees:
                    yield FactLink(link.weight, a, b, agrees=False)


def _find_changes(left: Sequence[Statement], stated: Sequence[Statement]) -> dict[tuple[str, int], list[Statement]]:
    """Statements of a change, by the place of the figure that changed."""
    found: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for one in left:
        places = {start for relation, start, _ in one.claim.links if relation == _CHANGE}
        if not places and "change" in one.claim.aspects:
            places = _find_changed(one, stated)
        for start in places:
            found[one.claim.doc, start].append(one)
    return found


def _find_changed(change: Statement, stated: Sequence[Statement]) -> set[int]:
    """Where the amount starts that a share of change is of: 增长5%至683亿元, else 683亿元，同比增长5%."""
    claim = change.claim
    amounts = [
        one.claim for one in stated
        if one.claim.sentence == claim.sentence and one.kind in _AMOUNTS and not one.setting
    ]  # fmt: skip
    behind = {one.start for one in amounts if 0 < one.start - claim.end <= _BEHIND}
    ahead = [one.start for one in amounts if 0 < claim.start - one.end <= _AHEAD]
    return behind or set(ahead[-1:])


def _link_leftovers(
    left: Sequence[Statement], over: Sequence[Statement], bond: Kin, lexicon: Lexicon
) -> Iterator[FactLink]:
    """Figures that differ, where each is the best partner of the other by far, and neither article confirms one."""
    scored: list[FactLink] = []
    by_kind: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in over:
        if one.measure:
            by_kind[one.kind].append(one)
    for a in left:
        for b in by_kind.get(a.kind, ()):
            if not may_differ(a, b, lexicon):
                continue
            weight = _weigh(a, b, bond, lexicon, agrees=False) - _FEW * (min(a.digits, b.digits) < TELLING)
            if weight >= DIFFERS - _MARGIN and _are_comparable_values(a, b):
                scored.append(FactLink(weight, a, b, agrees=False))
    yield from _choose_best(scored)


def _choose_best(scored: Sequence[FactLink]) -> Iterator[FactLink]:
    """The links that no other figure of either article comes near to."""
    best: defaultdict[tuple[str, int], dict[tuple[object, ...], float]] = defaultdict(dict)
    for link in scored:  # a figure that an article states again is no rival of itself
        for one, other in ((link.a, link.b), (link.b, link.a)):
            held = best[one.place]
            held[other.figure] = max(held.get(other.figure, link.weight), link.weight)
    for link in scored:
        if link.weight >= DIFFERS and all(
            link.weight >= weight + _MARGIN
            for one, other in ((link.a, link.b), (link.b, link.a))
            for figure, weight in best[one.place].items()
            if figure != other.figure
        ):
            yield link


def may_differ(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether two statements are alike enough in what they measure that two values of it would be a dispute."""
    x, y = a.claim, b.claim
    if a.kind != b.kind or a.kind in _NO_DISPUTE or a.setting != b.setting or _are_of_other_status(x, y):
        return False
    if exclude_one_another(a, b, lexicon) or a.earlier != b.earlier or is_part(a) != is_part(b):
        return False
    if bool(a.outcomes) != bool(b.outcomes) or (not a.tolls & b.tolls and are_subjects_apart(a, b)):
        return False
    if (a.momentary or b.momentary) and not (a.moves and b.moves):
        return False
    if x.unit != y.unit and not (a.kind == "count" and lexicon.pair.counts_alike(x.unit, y.unit)):
        return False
    return bool(a.wide & b.wide) and (bool(a.tolls & b.tolls) or are_of_like_measure(a, b, lexicon))


def _are_of_other_status(one: Claim, other: Claim) -> bool:
    """A wish or a forecast is not what came; an estimate may be what another tells as plain fact."""
    return one.status != other.status and not {one.status, other.status} <= _TOLD


def _are_comparable_values(a: Statement, b: Statement) -> bool:
    """Whether two values may be of one fact: not many times as much, unless by a slip of the pen."""
    outcome = compare_figures(a.claim, b.claim).outcome
    least, most = sorted((abs(a.value), abs(b.value)))
    if a.moves and b.moves and outcome == Outcome.REACH:  # 超12万, then 超13万
        return a.value != b.value
    return outcome == Outcome.SLIP or (outcome == Outcome.DIFFER and most <= _TIMES * least)

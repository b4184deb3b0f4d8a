"""Which statements of two articles of one event are of one fact, agreeing or not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.facts.likeness import describe_likeness, weigh_likeness
from factcheck.facts.weights import weights
from factcheck.model import Outcome
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.facts.statements import Statement
    from factcheck.facts.states import Tolls
    from factcheck.facts.stories import Kinship
    from factcheck.lexicon import Lexicon

AGREES = (1.2, 1.2, -0.3, -1.0)  # from here on two figures of 0, 1, 2, 3 digits and more that agree are of one fact
DIFFERS = -1.0  # from here on two that differ are, if nothing else fits either better
_MARGIN = 0.4  # by which the second best partner of a differing figure must be worse
_NEAR = 1.35  # how far apart figures may lie that agree by their hedges
_SURE = 1.0  # how sure it is that the main figures of one toll are of one fact
_CHANGE = "change_of"


class FactLink(NamedTuple):
    """Two statements of one fact, and how sure that is: the logarithm of the odds."""

    weight: float
    a: Statement
    b: Statement
    agrees: bool


def link_statements(
    by_doc: Mapping[str, Sequence[Statement]], kin: Kinship, tolls: Tolls, lexicon: Lexicon
) -> list[FactLink]:
    """Every link between the statements of articles that are kin, the surest first."""
    found: list[FactLink] = []
    for (one, other), kinship in sorted(kin.items()):
        if one in by_doc and other in by_doc:
            found += _link_two(by_doc[one], by_doc[other], kinship, lexicon, tolls)
    return sorted(found, key=lambda link: (not link.agrees, -link.weight, link.a.place, link.b.place))


def _link_two(
    ours: Sequence[Statement], theirs: Sequence[Statement], kinship: float, lexicon: Lexicon, tolls: Tolls
) -> Iterator[FactLink]:
    agreeing = _keep_best([
        FactLink(weight, a, b, agrees=True)
        for a, b in _meet(ours, theirs)
        if (weight := _weigh(a, b, kinship, lexicon, agrees=True)) >= AGREES[min(a.digits, b.digits, 3)]
    ])  # fmt: skip
    yield from agreeing
    known = {link.a.place for link in agreeing} | {link.b.place for link in agreeing}
    stated = {one.figure for one in theirs}, {one.figure for one in ours}
    left = [one for one in ours if one.place not in known and one.figure not in stated[0]]
    over = [one for one in theirs if one.place not in known and one.figure not in stated[1]]
    yield from _link_changes(agreeing, left, over)
    yield from (FactLink(_SURE, a, b, agrees=False) for a, b in tolls.link(ours, theirs, known))
    yield from _link_leftovers(left, over, kinship, lexicon)


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
            least, most = sorted((abs(a.value), abs(b.value)))
            converts = a.kind == "duration" or a.claim.kind != b.claim.kind
            if (converts or most <= _NEAR * least) and compare_figures(a.claim, b.claim).outcome.agrees:
                yield a, b


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


def _weigh(a: Statement, b: Statement, kinship: float, lexicon: Lexicon, *, agrees: bool) -> float:
    likeness = describe_likeness(a, b, kinship, lexicon, blind=not agrees)
    return weigh_likeness(likeness, weights().agree if agrees else weights().differ)


def _link_changes(
    agreeing: Sequence[FactLink], left: Sequence[Statement], over: Sequence[Statement]
) -> Iterator[FactLink]:
    """The changes of two figures that agree: 营收100亿元，增长5%, and 营收100亿元，增长6%, are of one fact too."""
    ours, theirs = _find_changes(left), _find_changes(over)
    for link in agreeing:
        for a in ours.get(link.a.place, ()):
            for b in theirs.get(link.b.place, ()):
                same = a.kind == b.kind and a.direction == b.direction and a.base == b.base
                if same and not compare_figures(a.claim, b.claim).outcome.agrees:
                    yield FactLink(link.weight, a, b, agrees=False)


def _find_changes(statements: Sequence[Statement]) -> dict[tuple[str, int], list[Statement]]:
    """Statements of a change, by the place of the figure that changed."""
    found: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for one in statements:
        for relation, start, _ in one.claim.links:
            if relation == _CHANGE:
                found[one.claim.doc, start].append(one)
    return found


def _link_leftovers(
    left: Sequence[Statement], over: Sequence[Statement], kinship: float, lexicon: Lexicon
) -> Iterator[FactLink]:
    """Figures that differ, where each is the best partner of the other by far, and neither article confirms one."""
    scored: list[FactLink] = []
    for a in left:
        for b in over:
            if a.kind != b.kind or not a.wide & b.wide or len(a.context & b.context) < 3:
                continue
            weight = _weigh(a, b, kinship, lexicon, agrees=False)
            if weight >= DIFFERS - _MARGIN and compare_figures(a.claim, b.claim).outcome in {
                Outcome.DIFFER, Outcome.SLIP,
            }:  # fmt: skip
                scored.append(FactLink(weight, a, b, agrees=False))
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

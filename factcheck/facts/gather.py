"""Links gathered into facts, without chains: who states one thing, agreeing or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.facts.apart import TELLING, are_loosely_alike, tell_one_value
from factcheck.facts.groups import FactGroups, Place
from factcheck.facts.likeness import are_far_apart, are_subjects_apart
from factcheck.facts.links import FactLink, link_statements, may_differ
from factcheck.facts.statements import Statement, view_statements
from factcheck.facts.states import Tolls
from factcheck.facts.stories import Bonds, Kinship, Themes, find_kin
from factcheck.model import Value
from factcheck.outcome import Outcome
from factcheck.pair.retelling_weights import is_retelling
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Pair
    from factcheck.pair.events import EventFinder

_TELLING = frozenset({Outcome.SLIP, Outcome.SPREAD})  # differences that have a reason
_ROUGH = frozenset({"nearly", "about"})


class Strand(Value, frozen=True):
    """What articles state of one fact; each value with all that state it, the commonest first."""

    values: tuple[tuple[Statement, ...], ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All of it."""
        return tuple(one for held in self.values for one in held)


def gather_facts(
    articles: Mapping[str, Article],
    pairs: Iterable[Pair],
    stats: CorpusStats,
    *,
    lexicon: Lexicon,
    around: Collection[str] | None = None,
    events: EventFinder | None = None,
    statements: Statements | None = None,
) -> tuple[Strand, ...]:
    """The facts that two articles and more, given by id, state, in the order of their first places.

    `pairs` are those of the pair stage: what it takes for one fact is linked too. With `around`, ids of articles, only
    what links these with others is looked for. `events` finds those of the articles, where one does already;
    `statements` are theirs.
    """
    kin = find_kin(articles, stats, around, events)
    told = statements if statements is not None else Statements(articles, lexicon)
    bonds = Bonds(kin, Themes(articles, stats))
    links, tolls = _find_links(told, tuple(pairs), bonds, lexicon, kin)
    groups = FactGroups(links, bonds, tolls, lexicon)
    for link in links:
        groups.join(link)
    found = (_sort_values(members) for members in groups.members())
    strands = [Strand(values=values) for values in found if len({one.claim.doc for held in values for one in held}) > 1]
    return tuple(sorted(strands, key=lambda strand: min(one.place for one in strand.statements)))


def list_linked(
    articles: Mapping[str, Article],
    stats: CorpusStats,
    around: Collection[str],
    *,
    lexicon: Lexicon,
    events: EventFinder,
    statements: Statements,
) -> Iterator[tuple[Place, Place]]:
    """The places of each two statements that may be of one fact, one of them in an article `around`.

    `events` and `statements` as in `gather_facts`.
    """
    kin = find_kin(articles, stats, around, events)
    links, _ = _find_links(statements, (), Bonds(kin, Themes(articles, stats)), lexicon, kin)
    return ((link.a.place, link.b.place) for link in links)


class Statements(dict[str, Sequence[Statement]]):
    """Article → what it states, found when first asked for."""

    def __init__(self, articles: Mapping[str, Article], lexicon: Lexicon) -> None:
        """For articles by id."""
        super().__init__()
        self._articles, self._lexicon = articles, lexicon

    def __missing__(self, doc: str) -> Sequence[Statement]:
        found = self[doc] = tuple(view_statements(self._articles[doc], self._lexicon))
        return found


def _find_links(
    statements: Statements, pairs: Sequence[Pair], bonds: Bonds, lexicon: Lexicon, kin: Kinship
) -> tuple[list[FactLink], Tolls]:
    """The links of statements, those of pairs first, and the tolls of their articles."""
    wanted = {doc for docs in kin for doc in docs} | {claim.doc for pair in pairs for claim in (pair.a, pair.b)}
    by_doc = {doc: statements[doc] for doc in sorted(wanted)}
    tolls = Tolls(by_doc, lexicon)
    return [
        *_link_pairs(pairs, by_doc, kin, bonds, lexicon),
        *link_statements(by_doc, kin, tolls, bonds, lexicon),
    ], tolls


def _link_pairs(
    pairs: Iterable[Pair], by_doc: Mapping[str, Sequence[Statement]], kin: Kinship, bonds: Bonds, lexicon: Lexicon
) -> list[FactLink]:
    """The pairs of the pair stage, twins among them, as links, the weightiest first.

    What differs is taken over inside an event, or where it has a reason: form letters differ from one another.
    """
    known = {one.place: one for held in by_doc.values() for one in held}
    found = []
    for pair in pairs:
        a, b = known.get((pair.a.doc, pair.a.start)), known.get((pair.b.doc, pair.b.start))
        if a is None or b is None:
            continue
        one, other = sorted((pair.a.doc, pair.b.doc))
        near = kin.get((one, other))
        in_event = near is not None and near.is_event and not near.is_late and may_differ(a, b, lexicon)
        told_anew = pair.verdict == Outcome.REVISION and bool(a.tolls & b.tolls)
        of_one = pair.verdict in _TELLING or told_anew or one == other or in_event or is_retelling(pair)
        agrees = pair.verdict.agrees and not are_loosely_alike(a, b, lexicon)
        by_chance = min(a.digits, b.digits) <= TELLING and (one != other and bonds.of(one, other).are_others)
        if pair.verdict.agrees and (by_chance or _are_other_things(a, b, lexicon)):
            continue
        if a.figure != b.figure and not told_anew and are_far_apart(a, b):
            continue  # the bulletins of two weeks are alike in all but their figures
        if agrees or of_one:
            found.append(FactLink(pair.weight, a, b, agrees=pair.verdict.agrees))
    return sorted(found, key=lambda link: (not link.agrees, -link.weight, link.a.place, link.b.place))


def _are_other_things(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether two figures are the same by chance: 两个孩子, and 两人; what each of two donors gave."""
    if (a.claim.unit != b.claim.unit or a.figure != b.figure) and are_loosely_alike(a, b, lexicon):
        return True
    return (
        a.kind == "money" and bool(a.tolls & b.tolls) and min(a.digits, b.digits) < TELLING and are_subjects_apart(a, b)
    )


def _sort_values(members: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """The members by what they state; a figure that is only rounded or hedged stands with what it fits.

    Of a measure that runs on, 至少28人 and 30人 are two states.
    """
    exact: defaultdict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in sorted(members, key=lambda one: one.place):
        bound = one.claim.low if one.claim.low is not None else one.claim.high
        exact[(one.claim.kind, one.claim.unit if one.claim.kind != "count" else "", bound)].append(one)
    ranked = sorted(exact.values(), key=lambda held: (-len(held), -held[0].digits, held[0].place))
    values: list[list[Statement]] = []
    for held in ranked:
        first = held[0]
        home = next((value for value in values if _are_one_value(first, value[0])), None)
        if home is None:
            values.append(held)
        else:
            home += held
    ranked = sorted(values, key=lambda value: -len(value))
    return tuple(tuple(sorted(value, key=lambda one: one.place)) for value in ranked)


def _are_one_value(a: Statement, b: Statement) -> bool:
    if a.value != b.value and ((a.moves and b.moves) or _have_own_sources(a, b)):
        return _rounds(a, b)
    return tell_one_value(a, b)


def _have_own_sources(a: Statement, b: Statement) -> bool:
    """Whether two sources are named, each with its estimate: 55亿 and 近60亿 are then two."""
    one, other = a.claim.attribution, b.claim.attribution
    if not one or not other or one in other or other in one:
        return False
    return bool({a.claim.qualifier, b.claim.qualifier} & _ROUGH)


def _rounds(a: Statement, b: Statement) -> bool:
    return compare_figures(a.claim, b.claim).outcome.value == "rounding"

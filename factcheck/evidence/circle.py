"""Whatever hangs together with some articles: the pairs of claims, the links of statements, the passages of both.

Claims are followed from one to the next, as far as pairs and links lead. These parts are small, however large a corpus
is, so that what does not belong to them need not be compared.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.facts.gather import list_linked
from factcheck.pair.around import PairsAround

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factcheck.evidence.known import Lookups
    from factcheck.facts.gather import Statements
    from factcheck.lexicon import Lexicon
    from factcheck.model import Pair, Passage
    from factcheck.pair.aliases import Aliases
    from factcheck.pair.events import EventFinder
    from factcheck.progress import Progress

_Place = tuple[str, int]


class Circle(NamedTuple):
    """Articles by id of which every pair and link is known, and the pairs and passages in which they have a part."""

    docs: frozenset[str]
    pairs: tuple[Pair, ...]
    passages: tuple[Passage, ...]


def gather_circle(
    lookups: Lookups,
    aliases: Aliases,
    around: Collection[str],
    *,
    lexicon: Lexicon,
    events: EventFinder,
    statements: Statements,
    progress: Progress | None = None,
) -> Circle:
    """The circle around some articles, ids; `lookups`, `events` and `statements` are of all articles."""
    from factcheck.passage.find import PassagesAround  # with what no other command needs

    by_id, stats = lookups.articles, lookups.stats
    found = PairsAround(by_id, aliases, stats, lexicon, rows=lookups.rows, events=events)
    printed = PassagesAround(lookups.printed, lexicon)
    beside: defaultdict[_Place, set[_Place]] = defaultdict(set)
    done: frozenset[str] = frozenset()
    passages = printed.find(around)
    fresh = frozenset(around) | _find_sharing(passages, around)
    while fresh:
        found.add(fresh, progress)
        pairs = found.list_pairs()
        ends = [((pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start)) for pair in pairs]
        linked = list_linked(by_id, stats, fresh, lexicon=lexicon, events=events, statements=statements)
        for one, other in (*ends, *linked):
            beside[one].add(other)
            beside[other].add(one)
        done |= fresh
        fresh = _reach(beside, around) - done
    joined = _reach(beside, around)
    if not joined <= frozenset(around):  # what these print alike says what their difference is, and who is whose source
        passages = printed.find(joined.union(around))
    return Circle(done, found.list_pairs(), tuple(one for one in passages if _has_place(one, done)))


def _has_place(passage: Passage, docs: Collection[str]) -> bool:
    return any(place.doc in docs for place in passage.places)


def _find_sharing(passages: Iterable[Passage], around: Collection[str]) -> frozenset[str]:
    """The articles that have a passage in common with some."""
    docs = (frozenset(place.doc for place in passage.places) for passage in passages)
    return frozenset(doc for held in docs if not held.isdisjoint(around) for doc in held)


def _reach(beside: Mapping[_Place, set[_Place]], around: Collection[str]) -> frozenset[str]:
    """The articles to which claims lead from those of some."""
    left = [place for place in beside if place[0] in around]
    seen = set(left)
    while left:
        more = beside[left.pop()] - seen
        seen |= more
        left += more
    return frozenset(doc for doc, _ in seen)

"""Articles that are printed twice, or reprint one another: what two articles have in common, taken together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Passage, Place
from factcheck.passage.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.passage.chain import Match
    from factcheck.passage.letters import Letters
    from factcheck.passage.reuse import ReuseFilter

_MOST = 0.8  # of one article, stock phrases aside, that must stand in the other
_PART = 0.5  # of the other
_TWICE = 0.8  # of an article that its two halves make up
_SAME = 0.93  # of the letters of both halves
_LETTERS = 60  # a shorter article is a passage
_DRIFT = 64  # letters by which the halves of an article may have moved against one another


def find_doubled(letters: Letters, matches: Sequence[Match]) -> tuple[list[Passage], list[Match]]:
    """Articles whose file holds them twice, and the matches that say nothing more than that."""
    own: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        if letters.doc(match.a) == letters.doc(match.b):
            own[letters.doc(match.a)].append(match)
    found, spent = [], []
    for doc, within in own.items():
        longest = max(within, key=lambda m: (m.a_end - m.a, -m.a))
        shift = longest.b - longest.a
        halves = [m for m in within if abs(m.b - m.a - shift) <= _DRIFT]
        size = int(letters.first[doc + 1] - letters.first[doc])
        in_a, in_b = _count_union((m.a, m.a_end) for m in halves), _count_union((m.b, m.b_end) for m in halves)
        covered = in_a + in_b
        equal = min(in_a, in_b, sum(m.equal for m in halves))  # of matches that overlap, each letter once
        first = min(m.a for m in halves), max(m.a_end for m in halves)
        second = min(m.b for m in halves), max(m.b_end for m in halves)
        apart = first[1] <= second[0]  # else something shorter is printed many times
        if apart and size >= 2 * _LETTERS and covered >= _TWICE * size and 2 * equal >= _SAME * covered:
            name = letters.articles[doc].document.id
            places = (Place(name, *letters.span(*first)), Place(name, *letters.span(*second)))
            found.append(Passage(places, equal, whole=True, repeated=True))
            spent += halves
    return found, spent


def find_reprints(letters: Letters, matches: Sequence[Match], reuses: ReuseFilter) -> tuple[list[Passage], Groups]:
    """Articles that reprint one another, one passage a group; and which do."""
    between: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in matches:
        a, b = letters.doc(match.a), letters.doc(match.b)
        if a != b:
            between[a, b].append(match)
    groups = Groups(len(letters.first) - 1)
    docs = sorted({doc for pair in between for doc in pair})
    plain = {d: reuses.count_plain(int(letters.first[d]), int(letters.first[d + 1])) for d in docs}
    shared: dict[tuple[int, int], tuple[int, int]] = {}
    for (a, b), pair in between.items():
        in_a = _count_covered([(m.a, m.a_end) for m in pair], reuses)
        in_b = _count_covered([(m.b, m.b_end) for m in pair], reuses)
        share_a, share_b = in_a / max(plain[a], 1), in_b / max(plain[b], 1)
        if min(in_a, in_b) >= _LETTERS and max(share_a, share_b) >= _MOST and min(share_a, share_b) >= _PART:
            groups.join(a, b)
            shared[a, b] = in_a, in_b
    members: dict[int, list[int]] = defaultdict(list)
    for doc in docs:
        members[groups.of(doc)].append(doc)
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in shared:
        pairs[groups.of(a)].append((a, b))
    found = [
        _make_reprint(letters, docs, {pair: between[pair] for pair in pairs[root]}, shared, plain)
        for root, docs in members.items()
        if len(docs) > 1
    ]
    return found, groups


def _make_reprint(
    letters: Letters,
    docs: list[int],
    between: dict[tuple[int, int], list[Match]],
    shared: dict[tuple[int, int], tuple[int, int]],
    plain: dict[int, int],
) -> Passage:
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    best: dict[int, int] = dict.fromkeys(docs, 0)
    for (a, b), matches in between.items():
        best[a], best[b] = max(best[a], shared[a, b][0]), max(best[b], shared[a, b][1])
        for m in matches:
            first[a], first[b] = min(first.get(a, m.a), m.a), min(first.get(b, m.b), m.b)
            last[a], last[b] = max(last.get(a, 0), m.a_end), max(last.get(b, 0), m.b_end)
    return Passage(
        tuple(Place(letters.articles[d].document.id, *letters.span(first[d], last[d])) for d in docs),
        max(best.values()),
        whole=True,
        shares=tuple(min(1.0, best[d] / max(plain[d], 1)) for d in docs),
    )


def _count_covered(spans: Iterable[tuple[int, int]], reuses: ReuseFilter) -> int:
    return sum(reuses.count_plain(start, end) for start, end in _iter_parts(spans))


def _count_union(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in _iter_parts(spans))


def _iter_parts(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without what one before them holds already."""
    reached = -1
    for start, end in sorted(spans):
        if end > reached:
            yield max(start, reached), end
            reached = end

"""Matches that tell the same stretch, put together: one passage with all its places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from factcheck.model import Passage, Place
from factcheck.passage.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.passage.chain import Match
    from factcheck.passage.letters import Letters
    from factcheck.passage.rarity import Rarity

_SAME = 0.6  # of the longer of two overlapping stretches, what makes them one place
_COMMON = 30  # weight from which a passage counts however many tell it
_TELLERS = 5  # independent articles, at most, that hold a lighter one
_SHORT, _LONG = 20, 100  # weight below and from which
_OWN_SHORT, _OWN, _OWN_LONG = 0.7, 0.55, 0.35  # of the words, those that hardly occur elsewhere
_OWN_WEIGHT = 10  # what these must weigh
_WORN = ((26, 1, 2.5), (40, 1, 3.5), (40, 2, 3.5), (40, 6, 4.5))  # below a weight, shared runs at most: too worn from
_OWN_RUNS = 1000  # of an article with itself: more than any two others need
Node = tuple[int, int]  # the stretch of positions


def find_clusters(
    letters: Letters, rarity: Rarity, matches: Sequence[Match], group: Groups, copies: dict[int, int]
) -> list[Passage]:
    """One passage for each stretch, in the order of its first place.

    `group` names the reprints of one another; `copies` gives, for an article that its file holds twice, the first
    position of the second copy.
    """
    nodes, number, places = _list_nodes(matches)
    groups = _join_nodes(matches, nodes, number, places)
    equal: dict[int, int] = {}
    best: dict[int, int] = {}
    shared: dict[int, int] = {}
    for match in matches:
        root = groups.of(number[match.a, match.a_end])
        equal[root] = max(equal.get(root, 0), match.equal)
        for node in ((match.a, match.a_end), (match.b, match.b_end)):
            place = places.of(number[node])
            best[place] = max(best.get(place, 0), match.equal)
        if letters.doc(match.a) != letters.doc(match.b):
            shared[root] = max(shared.get(root, 0), match.shared_runs)
    members: dict[int, dict[int, Node]] = defaultdict(dict)
    for at, node in enumerate(nodes):
        held = members[groups.of(at)]
        place = places.of(at)
        held[place] = (min(held[place][0], node[0]), max(held[place][1], node[1])) if place in held else node
    found = [
        (spans, equal[root], _count_held_by_all(held, best))
        for root, held in sorted(members.items())
        if _is_worth_telling(letters, spans := sorted(held.values()), group)
        and _is_rare(letters, rarity, spans, shared.get(root, _OWN_RUNS))
    ]
    all_spans = [spans for spans, _, _ in found]
    own = {letters.doc(m.a) for m in matches if letters.doc(m.a) == letters.doc(m.b)}
    again = [_find_printed_again(letters, spans, copies, own) for spans in all_spans]
    kept = _are_outermost(all_spans)
    kept_again = _are_outermost(again)
    return [
        Passage(places=_spans(letters, spans), letters=by_all if kept_again[at] else most, repeated=kept_again[at])
        for at, (spans, most, by_all) in enumerate(found)
        if kept[at]
    ]


def find_sharing(letters: Letters, matches: Sequence[Match], docs: Collection[int]) -> frozenset[int]:
    """The articles, by number, that tell a stretch which one of some tells too, directly or through others."""
    nodes, number, places = _list_nodes(matches)
    groups = _join_nodes(matches, nodes, number, places)
    held: defaultdict[int, set[int]] = defaultdict(set)
    for at, (start, _) in enumerate(nodes):
        held[groups.of(at)].add(letters.doc(start))
    return frozenset(docs).union(*(among for among in held.values() if not among.isdisjoint(docs)))


def _list_nodes(matches: Sequence[Match]) -> tuple[list[Node], dict[Node, int], Groups]:
    """The stretches of all matches in order, their numbers, and which of them are one place."""
    nodes = sorted({node for m in matches for node in ((m.a, m.a_end), (m.b, m.b_end))})
    return nodes, {node: at for at, node in enumerate(nodes)}, _group_places(nodes)


def _join_nodes(matches: Sequence[Match], nodes: list[Node], number: dict[Node, int], places: Groups) -> Groups:
    """Which stretches tell the same."""
    groups = Groups(len(nodes))
    for at in range(len(nodes)):
        groups.join(at, places.of(at))
    for match in matches:
        groups.join(number[match.a, match.a_end], number[match.b, match.b_end])
    return groups


def _count_held_by_all(places: Mapping[int, Node], best: Mapping[int, int]) -> int:
    """How many letters every one of the places has in common with another."""
    return min(min(best[place], end - start) for place, (start, end) in places.items())


def _is_rare(letters: Letters, rarity: Rarity, spans: list[Node], shared: int) -> bool:
    """Whether the words belong to this passage, rather than to many texts.

    Articles on one event share more than one phrase. Worn words that are all they share are a turn of phrase.
    """
    start, end = min(spans, key=lambda span: (span[1] - span[0], span))
    own = rarity.own_share(start, end, len(spans))
    weight = letters.weigh(start, end)
    least = _OWN_SHORT if weight < _SHORT else _OWN if weight < _LONG else _OWN_LONG
    if own < least or own * weight < _OWN_WEIGHT:
        return False
    too_worn = [most for light, few, most in _WORN if weight < light and shared <= few]
    return not too_worn or float(rarity.measure_wear(np.array([start]), np.array([end - start]))[0]) < min(too_worn)


def _spans(letters: Letters, nodes: list[Node]) -> tuple[Place, ...]:
    return tuple(Place(letters.articles[letters.doc(s)].document.id, *letters.span(s, e)) for s, e in nodes)


def _group_places(nodes: list[Node]) -> Groups:
    """Stretches of one article that overlap so far that they are one place."""
    groups = Groups(len(nodes))
    for at, (start, end) in enumerate(nodes):
        for other in range(at + 1, len(nodes)):
            s, e = nodes[other]
            if s >= end or s - start > (1 - _SAME) * (end - start):
                break
            if min(end, e) - s >= _SAME * max(end - start, e - s):
                groups.join(at, other)
    return groups


def _are_outermost(clusters: list[list[Node]]) -> list[bool]:
    """Whether no other cluster holds all places of this one inside its own."""
    cells: dict[int, list[int]] = defaultdict(list)
    for at, spans in enumerate(clusters):
        for start, end in spans:
            for cell in range(start >> 6, (end >> 6) + 1):
                cells[cell].append(at)
    kept = []
    for at, spans in enumerate(clusters):
        if not spans:
            kept.append(False)
            continue
        start = spans[0][0]
        around = {o for o in cells[start >> 6] if o != at}
        holders = (o for o in around if _is_inside(spans, clusters[o]))
        kept.append(all(_is_inside(clusters[o], spans) and at < o for o in holders))
    return kept


def _is_inside(inner: list[Node], outer: list[Node]) -> bool:
    """Whether each of `inner` lies in another of `outer`, to two letters."""
    taken: set[int] = set()
    for start, end in inner:
        homes = [n for n, (s, e) in enumerate(outer) if s - 2 <= start and end <= e + 2 and n not in taken]
        if not homes:
            return False
        taken.add(homes[0])
    return True


def _is_worth_telling(letters: Letters, spans: list[Node], group: Groups) -> bool:
    weight = min(letters.weigh(start, end) for start, end in spans)
    tellers = {group.of(letters.doc(start)) for start, _ in spans}
    return weight >= _COMMON or len(tellers) <= _TELLERS


def _find_printed_again(letters: Letters, spans: list[Node], copies: dict[int, int], own: set[int]) -> list[Node]:
    """The stretches that an article of `own` holds more than once, the copies of a whole article not counted."""
    printed: dict[tuple[int, bool], list[Node]] = defaultdict(list)
    for start, end in spans:
        if (doc := letters.doc(start)) not in own:
            continue
        printed[doc, start >= copies.get(doc, len(letters.codes))].append((start, end))
    return [node for nodes in printed.values() if len(nodes) > 1 for node in nodes]

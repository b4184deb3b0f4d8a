"""Candidates by block keys, never all pairs: claims that share a rare word and a dimension."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.pair.view import View
    from factcheck.stats import CorpusStats

_WORDS = 6  # of the rarest words of a sentence that become keys
_NEAR = 2  # of the rarest words of a measure that do, each with a name
_NAMES = 4  # of the rarest words of headline and lead that do, each with a word of the measure
_BLOCK = 12  # claims that are compared each with each; a larger block is cut into overlapping tiles
_TILE, _STEP = 8, 4
_TELLING = 4  # digits of a figure beside, from which it is a key of its own

Key = tuple[str, ...]


def candidates(views: Sequence[View], stats: CorpusStats) -> list[tuple[int, int]]:
    """Pairs of indices into `views`, each once, the smaller first, in order.

    No block compares more than each of its claims with each, up to 12 of them: in a larger one, those of a like measure
    and of about one day stand side by side, and each is compared with its neighbours.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    beside: list[tuple[str, str]] = []
    rarest = _Rarest(stats)
    for index, view in enumerate(views):
        near = rarest.of(view.measure or frozenset((*view.left, *view.right)), _NEAR)
        beside.append((near[0] if near else "", view.date or ""))
        for key in _keys(view, near, rarest):
            blocks[key].append(index)
    count = len(views)
    found: set[int] = set()
    for members in blocks.values():
        for tile in _tiles(members, beside):
            for at, one in enumerate(tile):
                found.update([one * count + other if one < other else other * count + one for other in tile[at + 1 :]])
    return [divmod(pair, count) for pair in sorted(found)]


class _Rarest:
    """The rarest words of sentences and heads; the claims of one sentence, and of one article, have the same."""

    def __init__(self, stats: CorpusStats) -> None:
        self._stats = stats
        self._sentence: tuple[object, list[str]] = (None, [])
        self._head: tuple[object, list[str]] = (None, [])

    def of(self, words: Iterable[str], most: int) -> list[str]:
        """Words that at least one other article may share, rarest first."""
        bits = self._stats.bits
        return [word for _, word in sorted((-bits(word), word) for word in words)[:most]]

    def of_sentence(self, view: View) -> list[str]:
        """Those of the sentence of a claim."""
        key = view.claim.doc, view.claim.sentence
        if key != self._sentence[0]:
            self._sentence = key, self.of(view.sentence, _WORDS)
        return self._sentence[1]

    def of_head(self, view: View) -> list[str]:
        """Those of headline and lead of its article."""
        if view.claim.doc != self._head[0]:
            self._head = view.claim.doc, self.of(self._stats.head(view.claim.doc), _NAMES)
        return self._head[1]


def _keys(view: View, near: list[str], rarest: _Rarest) -> Iterator[Key]:
    dimension = view.claim.kind if view.claim.kind not in {"level", "number"} else "count"
    for word in rarest.of_sentence(view):
        yield dimension, word
    for _, digits in view.company:
        if len(digits) >= _TELLING:
            yield dimension, digits
    for name in rarest.of_head(view):
        for word in near:
            yield dimension, word, name


def _tiles(members: Sequence[int], beside: Sequence[tuple[str, str]]) -> Iterator[Sequence[int]]:
    if len(members) <= _BLOCK:
        yield members
        return
    members = sorted(members, key=lambda index: (beside[index], index))
    for start in range(0, len(members) - _STEP, _STEP):
        yield members[start : start + _TILE]

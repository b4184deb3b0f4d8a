"""Candidates by block keys, never all pairs: claims that share a rare word and a dimension."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.pair.vetoes import is_unpaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.pair.view import ClaimView

_WORDS = 6  # of the rarest words of a sentence that become keys
_NEAR = 2  # of the rarest words of a measure that do, each with a name
_NAMES = 4  # of the rarest words of headline and lead that do, each with a word of the measure
_ALONE = 4  # claims that one word of the sentence brings together by itself
_BLOCK = 12  # claims that are compared each with each; a larger block is cut into overlapping tiles
_TILE, _STEP = 8, 4
_TELLING = 4  # digits of a figure beside, from which it is a key of its own

_BY_WORD = 2  # parts of a key that is a dimension and a word of the sentence

Key = tuple[str, ...]


def find_candidates(views: Sequence[ClaimView], stats: CorpusStats) -> list[tuple[int, int]]:
    """Pairs of indices into `views`, each once, the smaller first, in order.

    A word that more than four claims share says little: there, those are compared that share another rare word too, or
    one of the measure. No block compares more than each of its claims with each, up to 12 of them: in a larger one,
    those of a like measure and of about one day stand side by side, and each is compared with its neighbours.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    rarest = _Rarest(stats)
    words: dict[int, tuple[list[str], list[str]]] = {}
    beside: dict[int, tuple[str, str]] = {}
    part: dict[int, tuple[str, bool, bool, bool]] = {}
    for index, view in enumerate(views):
        if is_unpaired(view):
            continue
        near = rarest.of(view.measure or frozenset((*view.left, *view.right)), _NEAR)
        words[index] = near, rarest.of_sentence(view)
        beside[index] = (near[0] if near else "", view.date or "")
        part[index] = view.part
        for key in _keys(view, near, rarest):
            blocks[key].append(index)
    count = len(views)
    found: set[int] = set()
    for block in _divide_blocks(blocks, words):
        for tile in _tiles(block, beside):
            for at, one in enumerate(tile):
                own = part[one]
                found.update(
                    [
                        one * count + other if one < other else other * count + one
                        for other in tile[at + 1 :]
                        if part[other] != own
                    ]
                )
    return [divmod(pair, count) for pair in sorted(found)]


def _divide_blocks(
    blocks: Mapping[Key, list[int]], words: Mapping[int, tuple[Sequence[str], Sequence[str]]]
) -> Iterator[list[int]]:
    """The blocks; those that too many claims share for one word, by their other words, of measure and sentence."""
    for key, block in blocks.items():
        if len(block) <= _ALONE or len(key) > _BY_WORD:
            yield block
            continue
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for index in block:
            for word in {*chain(*words[index])}:
                if word != key[1]:
                    parts[word].append(index)
        yield from parts.values()


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

    def of_sentence(self, view: ClaimView) -> list[str]:
        """Those of the sentence of a claim."""
        key = view.claim.doc, view.claim.sentence
        if key != self._sentence[0]:
            self._sentence = key, self.of(view.sentence, _WORDS)
        return self._sentence[1]

    def of_head(self, view: ClaimView) -> list[str]:
        """Those of headline and lead of its article."""
        if view.claim.doc != self._head[0]:
            self._head = view.claim.doc, self.of(self._stats.head(view.claim.doc), _NAMES)
        return self._head[1]


def _keys(view: ClaimView, near: list[str], rarest: _Rarest) -> Iterator[Key]:
    dimension = view.claim.kind if view.claim.kind not in {"level", "number"} else "count"
    for word in rarest.of_sentence(view):
        yield dimension, word
    for _, digits in view.other_figures:
        if len(digits) >= _TELLING:
            yield dimension, digits, "beside"
    for name in rarest.of_head(view):
        for word in near:
            yield dimension, word, name


def _tiles(members: Sequence[int], beside: Mapping[int, tuple[str, str]]) -> Iterator[Sequence[int]]:
    if len(members) == 1:
        return
    if len(members) <= _BLOCK:
        yield members
        return
    members = sorted(members, key=lambda index: (beside[index], index))
    for start in range(0, len(members) - _STEP, _STEP):
        yield members[start : start + _TILE]

"""Candidates by block keys, never all pairs: claims that share a rare word and a dimension."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.pair.view import View
    from factcheck.stats import CorpusStats

_WORDS = 6  # of the rarest words of a sentence that become keys
_NAMES = 4  # of the rarest words of headline and lead that do, each with a word of the measure
_TILE = 48  # claims; a larger block is cut into overlapping tiles
_STEP = 24
_TELLING = 4  # digits of a figure beside, from which it is a key of its own

Key = tuple[str, ...]


def candidates(views: Sequence[View], stats: CorpusStats) -> list[tuple[int, int]]:
    """Pairs of indices into `views`, each once, the smaller first, in order."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    # Articles of one day stand side by side, so that the tiles of a large block hold the news of one day.
    for index in sorted(range(len(views)), key=lambda index: views[index].date or ""):
        view = views[index]
        for key in _keys(view, stats):
            blocks[key].append(index)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for tile in _tiles(members):
            found.update((min(a, b), max(a, b)) for at, a in enumerate(tile) for b in tile[at + 1 :])
    return sorted(found)


def _keys(view: View, stats: CorpusStats) -> Iterator[Key]:
    dimension = view.claim.kind if view.claim.kind not in {"level", "number"} else "count"
    rare = _rarest(view.sentence, stats, _WORDS)
    for word in rare:
        yield dimension, word
    for _, digits in view.company:
        if len(digits) >= _TELLING:
            yield dimension, digits
    near = _rarest(view.measure or frozenset((*view.left, *view.right)), stats, 2)
    for name in _rarest(stats.head(view.claim.doc), stats, _NAMES):
        for word in near:
            yield dimension, word, name


def _rarest(words: Iterable[str], stats: CorpusStats, most: int) -> list[str]:
    """Words that at least one other article may share, rarest first."""
    return sorted(words, key=lambda word: (-stats.bits(word), word))[:most]


def _tiles(members: Sequence[int]) -> Iterator[Sequence[int]]:
    if len(members) <= _TILE:
        yield members
        return
    for start in range(0, len(members) - _STEP, _STEP):
        yield members[start : start + _TILE]

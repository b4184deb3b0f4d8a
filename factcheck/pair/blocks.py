"""Candidates by block keys, never all pairs: claims that share a rare word and a dimension."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from factcheck.pair.rows import list_rarest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.pair.rows import ViewRow

_NAMES = 4  # of the rarest words of headline and lead that become keys, each with a word of the measure
_ALONE = 4  # claims that one word of the sentence brings together by itself
_BLOCK = 12  # claims that are compared each with each; a larger block is cut into overlapping tiles
_TILE, _STEP = 8, 4
_TELLING = 4  # digits of a figure beside, from which it is a key of its own

_HASH = (1 << 64) - 1

_BY_WORD = 2  # parts of a key that is a dimension and a word of the sentence

Key = tuple[str, ...]


def find_candidates(
    rows: Sequence[ViewRow], stats: CorpusStats, around: Collection[str] | None = None
) -> list[tuple[int, int]]:
    """Pairs of indices into `rows`, each once, the smaller first, in order.

    A word that more than four claims share says little: there, those are compared that share another rare word too, or
    one of the measure. No block compares more than each of its claims with each, up to 12 of them: in a larger one,
    those of a like measure and of about one day stand side by side, and each is compared with its neighbours.
    With `around`, ids of articles, only the pairs in which one of these has a part.
    """
    blocks = _fill_blocks(rows, stats, around)
    count = len(rows)
    part = {index: (rows[index].doc, rows[index].part) for block in blocks.values() for index in block}
    found: set[int] = set()
    ours = frozenset(part if around is None else (at for at in part if rows[at].doc in around))
    for block in _divide_blocks(blocks, rows):
        if ours.isdisjoint(block):
            continue
        for tile in _tiles(block, rows):
            if ours.isdisjoint(tile):
                continue
            for at, one in enumerate(tile):
                own = part[one]
                found.update(
                    [
                        one * count + other if one < other else other * count + one
                        for other in tile[at + 1 :]
                        if part[other] != own
                    ]
                )
    pairs = [divmod(pair, count) for pair in sorted(found)]
    return pairs if around is None else [pair for pair in pairs if any(rows[at].doc in around for at in pair)]


def _fill_blocks(
    rows: Sequence[ViewRow], stats: CorpusStats, around: Collection[str] | None
) -> Mapping[Key, list[int]]:
    """Of each key the rows that have it, in order; with `around` of those keys alone that one of these articles has."""
    wanted = None if around is None else list_keys([row for row in rows if row.doc in around], stats)
    indices = range(len(rows)) if around is None else find_like(rows, around)
    common = _find_common(key for _, key in _iter_keys(rows, indices, stats)) if wanted is None else frozenset()
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for index, key in _iter_keys(rows, indices, stats, wanted):
        if key in wanted if wanted is not None else hash(key) & _HASH in common:
            blocks[key].append(index)
    return blocks


def _iter_keys(
    rows: Sequence[ViewRow], indices: Iterable[int], stats: CorpusStats, wanted: Collection[Key] | None = None
) -> Iterator[tuple[int, Key]]:
    """Each key of some rows, by index; with `wanted` at least those that are among these."""
    heads = _Heads(stats)
    named = {key[1] for key in wanted if len(key) > _BY_WORD} if wanted is not None else None
    for index in indices:
        row = rows[index]
        if not row.unpaired:  # whom an article is about is asked of few: it costs more than all else
            names = heads.of(row.doc) if named is None or not named.isdisjoint(row.near) else []
            for key in _keys(row, names):
                yield index, key


def _find_common(keys: Iterable[Key]) -> frozenset[int]:
    """The hashes that come more than once: most keys are of one row alone, and hold no room."""
    hashes = np.fromiter((hash(key) & _HASH for key in keys), np.uint64)
    hashes.sort()
    return frozenset(np.unique(hashes[1:][hashes[1:] == hashes[:-1]]).tolist())


def find_like(rows: Sequence[ViewRow], around: Collection[str]) -> list[int]:
    """The rows that may have a key in common with those of some articles."""
    ours = [row for row in rows if row.doc in around]
    near = {word for row in ours for word in row.near}
    words = {word for row in ours for word in row.sentence}
    digits = {digits for row in ours for _, digits in row.figures}
    return [
        index
        for index, row in enumerate(rows)
        if not (words.isdisjoint(row.sentence) and near.isdisjoint(row.near))
        or (row.figures and any(one in digits for _, one in row.figures))
    ]


def list_keys(rows: Iterable[ViewRow], stats: CorpusStats) -> set[Key]:
    """The keys of some rows."""
    heads = _Heads(stats)
    return {key for row in rows if not row.unpaired for key in _keys(row, heads.of(row.doc))}


def _divide_blocks(blocks: Mapping[Key, list[int]], rows: Sequence[ViewRow]) -> Iterator[list[int]]:
    """The blocks; those that too many claims share for one word, by their other words, of measure and sentence."""
    for key, block in blocks.items():
        if len(block) <= _ALONE or len(key) > _BY_WORD:
            yield block
            continue
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for index in block:
            for word in {*chain(rows[index].near, rows[index].sentence)}:
                if word != key[1]:
                    parts[word].append(index)
        yield from parts.values()


class _Heads:
    """The rarest words of the heads of articles; the claims of one article have the same."""

    def __init__(self, stats: CorpusStats) -> None:
        self._stats = stats
        self._last: tuple[str | None, list[str]] = (None, [])

    def of(self, doc: str) -> list[str]:
        """Those of headline and lead of an article."""
        if doc != self._last[0]:
            self._last = doc, list_rarest(self._stats.head(doc), _NAMES)
        return self._last[1]


def _keys(row: ViewRow, names: list[str]) -> Iterator[Key]:
    dimension = row.kind if row.kind not in {"level", "number"} else "count"
    for word in row.sentence:
        yield dimension, word
    for _, digits in row.figures:
        if len(digits) >= _TELLING:
            yield dimension, digits, "beside"
    for name in names:
        for word in row.near:
            yield dimension, word, name


def _tiles(members: Sequence[int], rows: Sequence[ViewRow]) -> Iterator[Sequence[int]]:
    if len(members) == 1:
        return
    if len(members) <= _BLOCK:
        yield members
        return
    members = sorted(members, key=lambda index: ((rows[index].near or ("",))[0], rows[index].date, index))
    for start in range(0, len(members) - _STEP, _STEP):
        yield members[start : start + _TILE]

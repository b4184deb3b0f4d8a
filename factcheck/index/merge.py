"""What came and what went, put on the pages where it belongs; pages on which nothing changes are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.holders import hash_stably
from factcheck.index.pages import (
    CELL_BITS,
    HASH_BITS,
    Kind,
    Pairs,
    list_runs,
    number_pages,
    pack_cells,
    pack_pairs,
    pack_words,
    unpack_cells,
    unpack_pairs,
    unpack_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.index.pages import NoPages, Pages
    from factcheck.passage.letters import Positions

_NUMBER_BITS = 32  # of the number of an article; the cell of a gram has fewer
_NONE = np.zeros(0, np.int64)
_NO_PAIRS = Pairs(np.zeros(0, np.uint64), _NONE)


class PairChange(NamedTuple):
    """Pairs that went, those of the articles `gone`, and pairs that came."""

    gone: Positions = _NONE
    lost: Pairs = _NO_PAIRS
    new: Pairs = _NO_PAIRS


def merge_pairs(pages: Pages | NoPages, kind: Kind, bits: int, change: PairChange) -> Iterator[tuple[int, bytes]]:
    """The pages of pairs on which something changes, as they are then. Raises `ValueError` for what is no page."""
    new = _sort(change.new)
    runs = {page: (first, last) for page, first, last in list_runs(number_pages(new.hashes, bits))}
    for page in sorted(runs.keys() | set(number_pages(change.lost.hashes, bits).tolist())):
        first, last = runs.get(page, (0, 0))
        held = unpack_pairs(pages.read(kind, page))
        stay = ~np.isin(held.numbers, change.gone)
        hashes = np.concatenate((held.hashes[stay], new.hashes[first:last]))
        yield page, pack_pairs(_sort(Pairs(hashes, np.concatenate((held.numbers[stay], new.numbers[first:last])))))


def merge_grams(pages: Pages | NoPages, change: PairChange) -> Iterator[tuple[int, bytes]]:
    """The same of the cells of grams, in the place of hashes."""
    size, below = np.uint64(1 << CELL_BITS), np.uint64(_NUMBER_BITS)
    # of all letters: in one row, which takes little room and is soon in order
    new = (change.new.hashes << below) | change.new.numbers.astype(np.uint64)
    new.sort()
    found = (new >> (below + np.uint64(CELL_BITS))).astype(np.int64)
    runs = {page: (first, last) for page, first, last in list_runs(found)}
    del found
    for page in sorted(runs.keys() | set((change.lost.hashes.astype(np.int64) >> CELL_BITS).tolist())):
        first, last = runs.get(page, (0, 0))
        cells, numbers = (new[first:last] >> below) % size, new[first:last] % (np.uint64(1) << below)
        held = unpack_cells(pages.read(Kind.GRAMS, page))
        before, stay = np.repeat(np.arange(len(held.counts)), held.counts), ~np.isin(held.numbers, change.gone)
        both = Pairs(
            np.concatenate((before[stay].astype(np.uint64), cells)),
            np.concatenate((held.numbers[stay], numbers.astype(np.int64))),
        )
        both = _sort(both)
        yield page, pack_cells(both.hashes.astype(np.int64), both.numbers)


def merge_short_grams(pages: Pages | NoPages, lost: Positions, new: Positions) -> Iterator[tuple[int, bytes]]:
    """The same of short grams, of which nobody asks who holds them."""
    lost, new, size = np.sort(lost), np.sort(new), 1 << CELL_BITS
    went, came = (
        {page: row[first:last] - page * size for page, first, last in list_runs(row >> CELL_BITS)}
        for row in (lost, new)
    )
    for page in sorted(went.keys() | came.keys()):
        counts = unpack_cells(pages.read(Kind.SHORT_GRAMS, page)).counts
        counts = counts + np.bincount(came.get(page, _NONE), minlength=size)
        counts -= np.bincount(went.get(page, _NONE), minlength=size)
        if (counts < 0).any():
            raise ValueError("counts")
        yield page, pack_cells(np.repeat(np.arange(size), counts), None)


def merge_words(pages: Pages | NoPages, bits: int, steps: Mapping[str, int]) -> tuple[list[tuple[int, bytes]], int]:
    """The pages of words of which each counts so many more, and how many words there are more."""
    touched: dict[int, dict[str, int]] = {}
    for word, step in steps.items():
        if step:
            touched.setdefault(hash_stably(word) >> (HASH_BITS - bits), {})[word] = step
    more, found = 0, []
    for page in sorted(touched):
        held = unpack_words(pages.read(Kind.WORDS, page))
        before = len(held)
        for word, step in touched[page].items():
            held[word] = held.get(word, 0) + step
        if any(count < 0 for count in held.values()):
            raise ValueError("words")
        held = {word: count for word, count in held.items() if count}
        more += len(held) - before
        found.append((page, pack_words(held)))
    return found, more


def _sort(pairs: Pairs) -> Pairs:
    order = np.lexsort((pairs.numbers, pairs.hashes))
    return Pairs(pairs.hashes[order], pairs.numbers[order])

"""What came and what went, put on the pages where it belongs; pages on which nothing changes are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.holders import hash_stably
from factcheck.index.gathered import MOST_BITS
from factcheck.index.pages import (
    CELL_BITS,
    HASH_BITS,
    Kind,
    Pairs,
    list_runs,
    pack_cells,
    pack_pairs,
    pack_words,
    unpack_cells,
    unpack_pairs,
    unpack_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.index.pages import Hashes, NoPages, Pages
    from factcheck.index.spool import PairRuns
    from factcheck.passage.letters import Positions

_NONE = np.zeros(0, np.int64)
_NO_PAIRS = Pairs(np.zeros(0, np.uint64), _NONE)


class PairChange(NamedTuple):
    """Pairs that went, those of the articles `gone`, and pairs that came."""

    gone: Positions
    lost: PairRuns
    new: PairRuns


def merge_pairs(pages: Pages | NoPages, kind: Kind, bits: int, change: PairChange) -> Iterator[tuple[int, bytes]]:
    """The pages of pairs on which something changes, as they are then. Raises `ValueError` for what is no page."""
    for page, _, new in _meet(change.lost, change.new, bits):
        held = unpack_pairs(pages.read(kind, page))
        stay = ~np.isin(held.numbers, change.gone)
        hashes = np.concatenate((held.hashes[stay], new.hashes))
        yield page, pack_pairs(_sort(Pairs(hashes, np.concatenate((held.numbers[stay], new.numbers)))))


def merge_grams(pages: Pages | NoPages, bits: int, change: PairChange) -> Iterator[tuple[int, bytes]]:
    """The same of the cells of grams, in the place of hashes; `bits` are those of a cell."""
    for page, _, new in _meet(change.lost, change.new, bits - CELL_BITS):
        held = unpack_cells(pages.read(Kind.GRAMS, page))
        before, stay = np.repeat(np.arange(len(held.counts)), held.counts), ~np.isin(held.numbers, change.gone)
        both = Pairs(
            np.concatenate((before[stay].astype(np.uint64), _find_cells(new, bits, MOST_BITS[0]))),
            np.concatenate((held.numbers[stay], new.numbers)),
        )
        both = _sort(both)
        yield page, pack_cells(both.hashes.astype(np.int64), both.numbers)


def merge_short_grams(pages: Pages | NoPages, bits: int, lost: PairRuns, new: PairRuns) -> Iterator[tuple[int, bytes]]:
    """The same of short grams, of which nobody asks who holds them: a pair is a cell, and how often."""
    for page, went, came in _meet(lost, new, bits - CELL_BITS):
        counts = unpack_cells(pages.read(Kind.SHORT_GRAMS, page)).counts.copy()
        np.add.at(counts, _find_cells(came, bits, MOST_BITS[1]), came.numbers)
        np.subtract.at(counts, _find_cells(went, bits, MOST_BITS[1]), went.numbers)
        if (counts < 0).any():
            raise ValueError("counts")
        yield page, pack_cells(np.repeat(np.arange(1 << CELL_BITS), counts), None)


def _find_cells(pairs: Pairs, bits: int, most: int) -> Hashes:
    """The cells on their page, of so many bits, of pairs that are told by `most`."""
    return (pairs.hashes >> np.uint64(most - bits)) & np.uint64((1 << CELL_BITS) - 1)


def _meet(lost: PairRuns, new: PairRuns, bits: int) -> Iterator[tuple[int, Pairs, Pairs]]:
    """Each page that something is taken from or put on, in order, with what that is."""
    went, came = lost.pages(bits), new.pages(bits)
    one, other = next(went, None), next(came, None)
    while one is not None or other is not None:
        page = min(held[0] for held in (one, other) if held is not None)
        ours = theirs = _NO_PAIRS
        if one is not None and one[0] == page:
            ours, one = one[1], next(went, None)
        if other is not None and other[0] == page:
            theirs, other = other[1], next(came, None)
        yield page, ours, theirs


def merge_words(pages: Pages | NoPages, bits: int, steps: Mapping[str, int]) -> tuple[list[tuple[int, bytes]], int]:
    """The pages of words of which each counts so many more, and how many words there are more."""
    words = [word for word, step in steps.items() if step]
    place = np.fromiter((hash_stably(word) >> (HASH_BITS - bits) for word in words), np.int64, len(words))
    order = np.argsort(place, kind="stable")
    more, found = 0, []
    for page, first, last in list_runs(place[order]):
        held = unpack_words(pages.read(Kind.WORDS, page))
        before = len(held)
        for at in order[first:last].tolist():
            held[words[at]] = held.get(words[at], 0) + steps[words[at]]
        if any(count < 0 for count in held.values()):
            raise ValueError("words")
        held = {word: count for word, count in held.items() if count}
        more += len(held) - before
        found.append((page, pack_words(held)))
    return found, more


def _sort(pairs: Pairs) -> Pairs:
    order = np.lexsort((pairs.numbers, pairs.hashes))
    return Pairs(pairs.hashes[order], pairs.numbers[order])

"""What stands on pages, as a whole, with what came and without what went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.index.pages import Kind, Pairs, unpack_cells, unpack_pairs

if TYPE_CHECKING:
    from factcheck.index.pages import Pages
    from factcheck.passage.letters import Positions

_NONE = np.zeros(0, np.int64)


def sort_pairs(pairs: Pairs) -> Pairs:
    """By their hashes, and by who holds them."""
    order = np.lexsort((pairs.numbers, pairs.hashes))
    return Pairs(pairs.hashes[order], pairs.numbers[order])


def merge_pairs(held: Pairs, out: Positions, new: Pairs) -> Pairs:
    """Those on pages without those of some articles, `out`, and with others."""
    stay = ~np.isin(held.numbers, out)
    hashes, numbers = np.concatenate((held.hashes[stay], new.hashes)), np.concatenate((held.numbers[stay], new.numbers))
    return sort_pairs(Pairs(hashes, numbers))


def merge_cells(held: Positions, out: Positions, new: Positions) -> Positions:
    """The same of cells. Raises `ValueError` where some of `out` are not there."""
    if not len(out):
        return np.sort(np.concatenate((held, new)))
    size = int(max(held.max(initial=0), out.max(initial=0), new.max(initial=0))) + 1
    counts = np.bincount(held, minlength=size) + np.bincount(new, minlength=size) - np.bincount(out, minlength=size)
    if (counts < 0).any():
        raise ValueError("counts")
    return np.repeat(np.arange(size), counts)


def read_pairs(pages: Pages, kind: Kind) -> Pairs:
    """All pairs of a kind, in order. Raises `ValueError` for what is none."""
    found = [unpack_pairs(data) for _, data in pages.read_all(kind)]
    return Pairs(
        np.concatenate([np.zeros(0, np.uint64), *(one.hashes for one in found)]),
        np.concatenate([_NONE, *(one.numbers for one in found)]),
    )


def read_grams(pages: Pages) -> Pairs:
    """The cells of all grams and who holds them, in order."""
    cells, numbers = [_NONE], [_NONE]
    for page, data in pages.read_all(Kind.GRAMS):
        found = unpack_cells(data)
        cells.append(np.repeat(np.arange(len(found.counts)) + page * len(found.counts), found.counts))
        numbers.append(found.numbers)
    return Pairs(np.concatenate(cells).astype(np.uint64), np.concatenate(numbers))


def read_short_grams(pages: Pages) -> Positions:
    """The cells of all short grams, in order."""
    cells = [_NONE]
    for page, data in pages.read_all(Kind.SHORT_GRAMS):
        counts = unpack_cells(data).counts
        cells.append(np.repeat(np.arange(len(counts)) + page * len(counts), counts))
    return np.concatenate(cells)

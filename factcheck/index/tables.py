"""The tables of an index: on the pages of one kind each, of which those are read that are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

import msgspec
import numpy as np

from factcheck.holders import hash_stably
from factcheck.index.pages import (
    CELL_BITS,
    HASH_BITS,
    BrokenPageError,
    Kind,
    unpack_cells,
    unpack_pairs,
    unpack_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from numpy.typing import NDArray

    from factcheck.index.pages import CellPage, Directory, Pages, Pairs
    from factcheck.passage.letters import Positions

P = ParamSpec("P")
T = TypeVar("T")
_SPREAD = 0x9E3779B97F4B  # by which what is least is spread over all pages; odd, so that it can be undone


def tell_broken(read: Callable[P, T]) -> Callable[P, T]:
    """Raises `BrokenPageError`, which no article is to blame for, where the file is at fault."""

    @wraps(read)
    def insist(*args: P.args, **named: P.kwargs) -> T:
        try:
            return read(*args, **named)
        except BrokenPageError:
            raise
        except (sqlite3.Error, msgspec.MsgspecError, ValueError) as error:
            raise BrokenPageError(str(error)) from error

    return insist


class Columns(NamedTuple):
    """The columns of a directory, and the place in it of each number that pages name an article by, or -1."""

    files: Positions
    ordinals: Positions
    readings: Positions
    numbers: Positions
    lengths: Positions
    families: Positions
    places: Positions

    @classmethod
    def of(cls, directory: Directory) -> Columns:
        """Raises `ValueError` for columns that are none."""
        names = ("files", "ordinals", "readings", "numbers", "lengths", "families")
        files, ordinals, readings, numbers, lengths, families = map(directory.column, names)
        count, most = len(numbers), int(numbers.max(initial=-1))
        if most >= 1 << 32 or len(np.unique(numbers)) != count or int(families.max(initial=0)) > max(0, count - 1):
            raise ValueError("columns")
        if sorted(directory.ids) != directory.ids or int(lengths.sum()) >= 1 << 40:
            raise ValueError("ids")
        places = np.full(most + 1, -1, np.int64)
        places[numbers] = np.arange(count)
        return cls(files, ordinals, readings, numbers, lengths, families, places)

    def place(self, numbers: Positions) -> Positions:
        """The places of those that are there. Raises `ValueError` for other numbers."""
        if len(numbers) and int(numbers.max()) >= len(self.places):
            raise ValueError("numbers")
        found = self.places[numbers]
        if (found < 0).any():
            raise ValueError("numbers")
        return found


class StoredTable:
    """Hashes of keys, and the articles that hold each, on the pages of one kind."""

    def __init__(self, pages: Pages, kind: Kind, directory: Directory, columns: Columns) -> None:
        self._pages, self._kind, self._columns, self._ids = pages, kind, columns, directory.ids
        self._bits = directory.pair_bits[kind]
        self._known: dict[int, Pairs] = {}
        if not 0 <= self._bits <= HASH_BITS:
            raise ValueError("bits")

    def hash_key(self, key: Hashable) -> int:
        """The same in every process."""
        return hash_stably(key)

    def of(self, wanted: int, most: int | None) -> list[str] | None:
        """The articles that hold a hash, in order; None where they are more than `most`."""
        found = self.list_places(wanted)
        return None if most is not None and len(found) > most else [self._ids[place] for place in found]

    def find(self, wanted: NDArray[np.uint64]) -> set[str]:
        """The articles that hold any of some hashes."""
        return {self._ids[place] for one in wanted.tolist() for place in self.list_places(one)}

    @tell_broken
    def list_places(self, wanted: int) -> list[int]:
        """The articles that hold a hash, by their places in the directory, in order."""
        number = wanted >> (HASH_BITS - self._bits)
        if number not in self._known:
            data = self._pages.read(self._kind, number)
            self._known[number] = unpack_pairs(data)
        page = self._known[number]
        first, last = (int(page.hashes.searchsorted(np.uint64(wanted), side)) for side in ("left", "right"))
        return sorted(self._columns.place(page.numbers[first:last]).tolist()) if last > first else []


class StoredWordCounts(Mapping[str, int]):
    """Word → in how many texts it stands."""

    def __init__(self, pages: Pages, bits: int) -> None:
        self._pages, self._bits = pages, bits
        self._known: dict[int, dict[str, int]] = {}

    @tell_broken
    def __getitem__(self, word: str) -> int:
        number = hash_stably(word) >> (HASH_BITS - self._bits)
        if number not in self._known:
            data = self._pages.read(Kind.WORDS, number)
            self._known[number] = unpack_words(data)
        return self._known[number][word]

    def __iter__(self) -> Iterator[str]:
        return (word for _, data in self._pages.read_all(Kind.WORDS) for word in unpack_words(data))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _CellPage(NamedTuple):
    page: CellPage
    ends: Positions  # how many grams stand in the cells before each, and in all


class StoredGrams:
    """How often each gram occurs, and where that is told, in which articles."""

    def __init__(self, pages: Pages, kind: Kind, bits: int, columns: Columns) -> None:
        self._pages, self._kind, self._bits, self._columns = pages, kind, bits, columns
        self._known: dict[int, _CellPage] = {}
        if not CELL_BITS < bits <= HASH_BITS:
            raise ValueError("bits")

    @tell_broken
    def at(self, cells: Positions, bits: int) -> Positions:
        """The counts of some cells, which are named by so many bits."""
        wanted, which = np.unique(cells, return_inverse=True)
        counts = np.zeros(len(wanted), np.int64)
        for page, at, first, last in self._divide(wanted, bits):
            counts[at] += page.ends[last] - page.ends[first]
        return counts[which]

    @tell_broken
    def find(self, cells: Positions, bits: int, most: int) -> tuple[Positions, Positions, Positions]:
        """The articles, by their places, that hold a gram of some cells: which of the cells, and who.

        Of a cell that more hold than `most`, those of the least numbers; and up to which number each has all.
        """
        found, who = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        till = np.full(len(cells), np.iinfo(np.int64).max)
        for page, at, first, last in self._divide(cells, bits):
            numbers = page.page.numbers
            if len(numbers) != page.ends[-1]:
                raise ValueError("cells")
            start, size = page.ends[first], page.ends[last] - page.ends[first]
            for cell, begin, end in zip(*(row[size > most].tolist() for row in (at, start, start + size)), strict=True):
                least = np.partition(numbers[begin:end], most - 1)[:most]
                till[cell] = min(till[cell], int(least.max()))
                found.append(np.full(most, cell))
                who.append(self._columns.place(least))
            all_told = size <= most
            start, size = start[all_told], size[all_told]
            taken = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size) + np.repeat(start, size)
            found.append(np.repeat(at[all_told], size))
            who.append(self._columns.place(numbers[taken]))
        return np.concatenate(found), np.concatenate(who), till

    def _divide(self, cells: Positions, bits: int) -> Iterator[tuple[_CellPage, Positions, Positions, Positions]]:
        """Each page with the cells that are on it: which of those asked, and from where to where on the page.

        A cell that is named by fewer bits is some of ours, side by side, on one page or on several.
        """
        more, size = self._bits - bits, 1 << CELL_BITS
        if more < 0:
            raise ValueError("coarse")
        start = cells << more
        for step in range(1 << max(0, more - CELL_BITS)):  # pages of one cell
            numbers = (start >> CELL_BITS) + step
            order = np.argsort(numbers, kind="stable")
            low = (start & (size - 1))[order]
            high = low + (1 << min(more, CELL_BITS))
            edges = np.concatenate(([0], np.flatnonzero(np.diff(numbers[order])) + 1, [len(order)])).tolist()
            for first, last in pairwise(edges) if len(order) else ():
                page = self._read(int(numbers[order[first]]))
                yield page, order[first:last], low[first:last], high[first:last]

    @tell_broken
    def _read(self, number: int) -> _CellPage:
        known = self._known.get(number)
        if known is None:
            data = self._pages.read(self._kind, number)
            page = unpack_cells(data)
            known = self._known[number] = _CellPage(page, np.concatenate(([0], np.cumsum(page.counts))))
        return known


def spread_least(gram: int) -> int:
    """The hash under which stands who has a gram among the least."""
    return ((gram >> (64 - HASH_BITS)) * _SPREAD) & ((1 << HASH_BITS) - 1)


def order_least(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of such hashes, numbers that have the order of the grams."""
    back = np.uint64(pow(_SPREAD, -1, 1 << HASH_BITS))
    return (hashes * back) & np.uint64((1 << HASH_BITS) - 1)

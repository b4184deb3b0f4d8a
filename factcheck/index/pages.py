"""The pages of an index: what is looked up of its articles, in pieces that are read one by one and checked."""

from __future__ import annotations

import zlib
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from factcheck.errors import FactcheckError
from factcheck.model import Value

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from factcheck.passage.letters import Positions

    Hashes = NDArray[np.uint64]

HASH_BITS = 48
CELL_BITS = 12  # of the cells of one page
_NUMBER_BITS = 40  # of the number of a page; above them stands its kind
_LEVEL = 6
_MOST = 1 << 28  # bytes of one page, decompressed
_PAIRS = 9  # bits; about so many pairs stand on one page of them
_MOST_PAGES = 20  # bits
_WORDS = 8  # bits, as `_PAIRS`


class BrokenPageError(FactcheckError, ValueError):
    """What an index holds is nothing of ours."""


class Kind(IntEnum):
    """What a page is of."""

    DIRECTORY = 0
    HEADS = 1
    FIGURES = 2
    ROWS = 3
    QUOTED = 4
    TEXTS = 5
    COPIES = 6
    GRAMS = 7
    SHORT_GRAMS = 8
    WORDS = 9


HELD_BY = (Kind.HEADS, Kind.FIGURES, Kind.ROWS, Kind.QUOTED, Kind.TEXTS, Kind.COPIES)  # pages of pairs


class PlaceOnFile(Value, frozen=True):
    """An article of an index: its place, which reading it is, and the number by which pages name it."""

    id: str
    file: int
    ordinal: int
    reading: int
    number: int


class Directory(Value, frozen=True):
    """The articles of which all is on the pages, in the order of ids; columns of the same length."""

    made_by: str
    ids: list[str]
    files: bytes
    ordinals: bytes
    readings: bytes
    numbers: bytes
    lengths: bytes  # letters
    families: bytes  # the place of the first of the family
    dated: int
    texts: int  # that differ
    repeated: bool  # an id was given to two articles
    pair_bits: dict[int, int]  # kind → the bits of a hash that are the number of its page
    word_bits: int
    cell_bits: tuple[int, int]  # of the cells of grams and of short ones
    aliases: list[tuple[str, str, int]]

    def column(self, name: str) -> Positions:
        """One of the columns. Raises `ValueError` where it is of another length."""
        held = np.frombuffer(getattr(self, name), "<i8")
        if len(held) != len(self.ids) or (len(held) and held.min() < 0):
            raise ValueError(name)
        return held.astype(np.int64)


class Pairs(NamedTuple):
    """Hashes in order, and for each the number of an article that holds it."""

    hashes: Hashes
    numbers: Positions


class CellPage(NamedTuple):
    """How many grams are in each cell, and in which articles they stand, cell by cell, if it is told."""

    counts: Positions
    numbers: Positions


class Pages:
    """The pages of an index that is open; each is read once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def read(self, kind: Kind, number: int = 0) -> bytes | None:
        """A page as it was put; None where there is none. Raises `ValueError` for what is none of ours."""
        row = self._db.execute("SELECT data FROM pages WHERE number = ?", (_name(kind, number),)).fetchone()
        return _inflate(row[0]) if row is not None else None

    def read_all(self, kind: Kind) -> Iterator[tuple[int, bytes]]:
        """All pages of a kind, in order."""
        first, last = _name(kind, 0), _name(kind + 1, 0)
        for number, data in self._db.execute(
            "SELECT number, data FROM pages WHERE number >= ? AND number < ? ORDER BY number", (first, last)
        ):
            yield int(number) - first, _inflate(data)

    def put(self, kind: Kind, pages: Iterable[tuple[int, bytes]]) -> None:
        """Have these pages of a kind, and no other."""
        self._db.execute("DELETE FROM pages WHERE number >= ? AND number < ?", (_name(kind, 0), _name(kind + 1, 0)))
        self._db.executemany(
            "INSERT INTO pages VALUES (?, ?)",
            ((_name(kind, number), zlib.compress(data, _LEVEL)) for number, data in pages),
        )

    @cached_property
    def directory(self) -> Directory | None:
        """Which articles the pages are of; None where there are no pages."""
        held = self.read(Kind.DIRECTORY)
        try:
            return msgspec.msgpack.decode(held, type=Directory) if held is not None else None
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from error


def _name(kind: int, number: int) -> int:
    return (kind << _NUMBER_BITS) | number


def _inflate(data: object) -> bytes:
    if not isinstance(data, bytes):
        raise ValueError("no page")  # noqa: TRY004 - whoever made the file, not whoever calls
    inflate = zlib.decompressobj()
    try:
        whole = inflate.decompress(data, _MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof:
        raise ValueError("incomplete")
    return whole


def pack_directory(directory: Directory) -> bytes:
    """As bytes."""
    return msgspec.msgpack.encode(directory)


def pack_column(column: Positions) -> bytes:
    """As bytes."""
    return column.astype("<i8").tobytes()


def choose_page_bits(pairs: int) -> int:
    """The bits of a hash that number the pages of so many pairs."""
    return min(_MOST_PAGES, max(0, pairs.bit_length() - _PAIRS))


def choose_word_bits(words: int) -> int:
    """The same of the pages of words."""
    return min(_MOST_PAGES, max(0, words.bit_length() - _WORDS))


def divide_pairs(pairs: Pairs, bits: int) -> Iterator[tuple[int, bytes]]:
    """The pages of pairs, which stand in order."""
    pages = (pairs.hashes >> np.uint64(HASH_BITS - bits)).astype(np.int64)
    for page, first, last in list_runs(pages):
        hashes = pairs.hashes[first:last]
        yield page, _pack(np.diff(hashes, prepend=np.uint64(0)), pairs.numbers[first:last])


def unpack_pairs(data: bytes) -> Pairs:
    """Those of one page. Raises `ValueError`."""
    hashes, numbers = _unpack(data)
    return Pairs(np.cumsum(hashes.astype(np.uint64), dtype=np.uint64), numbers)


def divide_cells(cells: Positions, numbers: Positions | None) -> Iterator[tuple[int, bytes]]:
    """The pages of grams by their cells, which stand in order; `numbers` of the articles, if they are to be told."""
    size = 1 << CELL_BITS
    for page, first, last in list_runs(cells >> CELL_BITS):
        counts = np.bincount(cells[first:last] - page * size, minlength=size)
        yield page, _pack(counts, numbers[first:last] if numbers is not None else counts[:0])


def unpack_cells(data: bytes) -> CellPage:
    """Those of one page. Raises `ValueError`."""
    counts, numbers = _unpack(data)
    if len(counts) != 1 << CELL_BITS or (len(numbers) and len(numbers) != int(counts.sum())):
        raise ValueError("cells")
    return CellPage(counts, numbers)


def divide_words(counts: Mapping[str, int], bits: int, hash_word: Mapping[str, int]) -> Iterator[tuple[int, bytes]]:
    """The pages of words with their counts."""
    found: dict[int, dict[str, int]] = {}
    for word in sorted(counts):
        found.setdefault(hash_word[word] >> (HASH_BITS - bits), {})[word] = counts[word]
    yield from ((page, msgspec.msgpack.encode(found[page])) for page in sorted(found))


def unpack_words(data: bytes) -> dict[str, int]:
    """Those of one page. Raises `ValueError`."""
    try:
        return msgspec.msgpack.decode(data, type=dict[str, int])
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def list_runs(keys: Positions) -> Iterator[tuple[int, int, int]]:
    """Each key of keys that stand in order, from where to where it stands."""
    if not len(keys):
        return
    edges = np.concatenate(([0], np.flatnonzero(np.diff(keys)) + 1, [len(keys)])).tolist()
    for first, last in pairwise(edges):
        yield int(keys[first]), first, last


_HEAD = np.dtype([("one", "<u4"), ("other", "<u4"), ("wide", "u1"), ("broad", "u1")])


def _pack(one: Positions | Hashes, other: Positions) -> bytes:
    """Two rows of numbers, byte above byte, for the high ones are nearly all alike."""
    parts = [_split(row) for row in (one, other)]
    head = np.array([(len(one), len(other), len(parts[0]), len(parts[1]))], _HEAD)
    return b"".join((head.tobytes(), *parts[0], *parts[1]))


def _split(row: Positions | Hashes) -> list[bytes]:
    wide = max(1, (int(row.max(initial=0)).bit_length() + 7) // 8)
    planes = np.ascontiguousarray(row.astype("<u8")).view(np.uint8).reshape(-1, 8)
    return [planes[:, at].tobytes() for at in range(wide)]


def _unpack(data: bytes) -> tuple[Positions, Positions]:
    if len(data) < _HEAD.itemsize:
        raise ValueError("short")
    one, other, wide, broad = np.frombuffer(data, _HEAD, 1)[0].tolist()
    if wide > HASH_BITS // 8 or broad > HASH_BITS // 8 or len(data) != _HEAD.itemsize + one * wide + other * broad:
        raise ValueError("length")
    start = _HEAD.itemsize
    return _join(data, start, one, wide), _join(data, start + one * wide, other, broad)


def _join(data: bytes, start: int, count: int, wide: int) -> Positions:
    planes = np.frombuffer(data, np.uint8, count * wide, start).reshape(wide, count)
    row = np.zeros(count, np.int64)
    for at in range(wide):
        row |= planes[at].astype(np.int64) << (8 * at)
    return row

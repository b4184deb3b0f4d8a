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
_LEVEL = 6  # of compression
_MOST = 1 << 28  # bytes of one page, decompressed
_PAIRS = 9  # bits; about so many pairs stand on one page of them
_MOST_PAGES = 20  # bits
_WORDS = 8  # bits, as `_PAIRS`
_NONE = np.zeros(0, np.int64)


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

    made_by: str = ""
    ids: list[str] = msgspec.field(default_factory=list)
    files: bytes = b""
    ordinals: bytes = b""
    readings: bytes = b""
    numbers: bytes = b""
    lengths: bytes = b""  # letters
    families: bytes = b""  # the place of the first of the family
    dated: int = 0
    texts: int = 0  # that differ
    repeated: bool = False  # an id was given to two articles
    pair_bits: dict[int, int] = msgspec.field(default_factory=dict)  # kind → bits of a hash that number its page
    pairs: dict[int, int] = msgspec.field(default_factory=dict)  # kind → how many there are
    word_bits: int = 0
    words: int = 0
    cell_bits: tuple[int, int] = (0, 0)  # of the cells of grams and of short ones
    aliases: list[tuple[str, str, int]] = msgspec.field(default_factory=list)

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
        return _insist_on_bytes(row[0]) if row is not None else None

    def read_all(self, kind: Kind) -> Iterator[tuple[int, bytes]]:
        """All pages of a kind, in order."""
        first, last = _name(kind, 0), _name(kind + 1, 0)
        for number, data in self._db.execute(
            "SELECT number, data FROM pages WHERE number >= ? AND number < ? ORDER BY number", (first, last)
        ):
            yield int(number) - first, _insist_on_bytes(data)

    def put(self, kind: Kind, pages: Iterable[tuple[int, bytes]]) -> None:
        """Have these pages of a kind, and no other."""
        self._db.execute("DELETE FROM pages WHERE number >= ? AND number < ?", (_name(kind, 0), _name(kind + 1, 0)))
        self.change(kind, pages)

    def change(self, kind: Kind, pages: Iterable[tuple[int, bytes]]) -> None:
        """Have these pages of a kind in place of those of their numbers; one that holds nothing is none."""
        for number, data in pages:
            if data:
                self._db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?)", (_name(kind, number), data))
            else:
                self._db.execute("DELETE FROM pages WHERE number = ?", (_name(kind, number),))

    @cached_property
    def directory(self) -> Directory | None:
        """Which articles the pages are of; None where there are no pages."""
        held = self.read(Kind.DIRECTORY)
        try:
            return msgspec.msgpack.decode(_inflate(held, _MOST), type=Directory) if held is not None else None
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from error


class NoPages:
    """Where there are none yet."""

    def read(self, kind: Kind, number: int = 0) -> None:
        """There is none."""


def _name(kind: int, number: int) -> int:
    return (kind << _NUMBER_BITS) | number


def _insist_on_bytes(data: object) -> bytes:
    if not isinstance(data, bytes):
        raise ValueError("page")  # noqa: TRY004 - whoever made the file, not whoever calls
    return data


def _deflate(data: bytes) -> bytes:
    """Where bytes are alike they are so side by side, so that no others are looked for."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    return squeeze.compress(data) + squeeze.flush()


def _inflate(data: bytes, most: int) -> bytes:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = inflate.decompress(data, most)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof or inflate.unused_data:
        raise ValueError("incomplete")
    return whole


def pack_directory(directory: Directory) -> bytes:
    """As bytes."""
    return _deflate_text(msgspec.msgpack.encode(directory))


def pack_column(column: Iterable[int]) -> bytes:
    """As bytes."""
    return np.fromiter(column, "<i8").tobytes()


def choose_page_bits(pairs: int) -> int:
    """The bits of a hash that number the pages of so many pairs."""
    return min(_MOST_PAGES, max(0, pairs.bit_length() - _PAIRS))


def choose_word_bits(words: int) -> int:
    """The same of the pages of words."""
    return min(_MOST_PAGES, max(0, words.bit_length() - _WORDS))


def pack_pairs(pairs: Pairs) -> bytes:
    """A page of pairs, which stand in order."""
    return _pack(np.diff(pairs.hashes, prepend=np.uint64(0)), pairs.numbers) if len(pairs.hashes) else b""


def unpack_pairs(data: bytes | None) -> Pairs:
    """Those of one page. Raises `ValueError`."""
    hashes, numbers = _unpack(data) if data is not None else (_NONE, _NONE)
    return Pairs(np.cumsum(hashes.astype(np.uint64), dtype=np.uint64), numbers)


def pack_cells(cells: Positions, numbers: Positions | None) -> bytes:
    """A page of grams by their cells on it, which stand in order; `numbers` of the articles, if they are to be told."""
    counts = np.bincount(cells, minlength=1 << CELL_BITS)
    return _pack(counts, numbers if numbers is not None else _NONE) if len(cells) else b""


def unpack_cells(data: bytes | None) -> CellPage:
    """Those of one page. Raises `ValueError`."""
    counts, numbers = _unpack(data) if data is not None else (np.zeros(1 << CELL_BITS, np.int64), _NONE)
    if len(counts) != 1 << CELL_BITS or (len(numbers) and len(numbers) != int(counts.sum())):
        raise ValueError("cells")
    return CellPage(counts, numbers)


def pack_words(counts: Mapping[str, int]) -> bytes:
    """A page of words with their counts."""
    return _deflate_text(msgspec.msgpack.encode(dict(sorted(counts.items())))) if counts else b""


def unpack_words(data: bytes | None) -> dict[str, int]:
    """Those of one page. Raises `ValueError`."""
    try:
        return msgspec.msgpack.decode(_inflate(data, _MOST), type=dict[str, int]) if data is not None else {}
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def _deflate_text(data: bytes) -> bytes:
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(data) + squeeze.flush()


def list_runs(keys: Positions) -> Iterator[tuple[int, int, int]]:
    """Each key of keys that stand in order, from where to where it stands."""
    if not len(keys):
        return
    edges = np.concatenate(([0], np.flatnonzero(np.diff(keys)) + 1, [len(keys)])).tolist()
    for first, last in pairwise(edges):
        yield int(keys[first]), first, last


class _Row(NamedTuple):
    """A row of numbers, byte above byte, for the high ones are nearly all alike; each squeezed by itself."""

    length: int
    planes: tuple[bytes, ...]


def _pack(one: Positions | Hashes, other: Positions) -> bytes:
    return msgspec.msgpack.encode((_split(one), _split(other)))


def _unpack(data: bytes) -> tuple[Positions, Positions]:
    try:
        one, other = msgspec.msgpack.decode(data, type=tuple[_Row, _Row])
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
    return _join(one), _join(other)


def _split(row: Positions | Hashes) -> _Row:
    wide = max(1, (int(row.max(initial=0)).bit_length() + 7) // 8)
    planes = np.ascontiguousarray(row.astype("<u8")).view(np.uint8).reshape(-1, 8)
    return _Row(len(row), tuple(_deflate(planes[:, at].tobytes()) for at in range(wide)))


def _join(held: _Row) -> Positions:
    if not 0 <= held.length <= _MOST or not 0 < len(held.planes) <= HASH_BITS // 8:
        raise ValueError("row")
    planes = [_inflate(plane, held.length + 1) for plane in held.planes]
    if any(len(plane) != held.length for plane in planes):
        raise ValueError("row")
    row = np.zeros(held.length, np.int64)
    for at, plane in enumerate(planes):
        row |= np.frombuffer(plane, np.uint8).astype(np.int64) << (8 * at)
    return row

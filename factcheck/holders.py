"""Which articles hold a key: what a check asks of those on file, without looking at each of them."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from hashlib import blake2b
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_HASH = (1 << 64) - 1
_BYTES = 6  # of a hash that is kept
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class HolderTable(Protocol):
    """Hashes of keys, and the articles that hold each."""

    def hash_key(self, key: Hashable) -> int:
        """The hash by which it tells a key, of 64 bits."""

    def of(self, wanted: int, most: int | None) -> list[str] | None:
        """The articles that hold a hash, in order; None where they are more than `most`."""

    def find(self, wanted: NDArray[np.uint64]) -> set[str]:
        """The articles that hold any of some hashes."""


class Holders:
    """Key → the articles, ids, that hold it.

    What a check adds and takes away (`move`) lies beside a table, so that it costs no more than that.
    """

    def __init__(self, keys: Mapping[str, Iterable[Hashable]] = _NOTHING, *, beside: _Beside | None = None) -> None:
        """`keys` are those of each article, each once, by id; `beside` is what `move` hands on."""
        self._table, self._gone, self._come = beside or _Beside(_tabulate(keys), frozenset(), {})

    @classmethod
    def over(cls, table: HolderTable) -> Holders:
        """Those of a table, wherever that is."""
        return cls(beside=_Beside(table, frozenset(), {}))

    def move(self, gone: Collection[str], come: Mapping[str, Iterable[Hashable]]) -> Holders:
        """The same without some articles, and with the keys of others; these holders stay as they are."""
        added: defaultdict[int, list[str]] = defaultdict(list)
        for doc, keys in come.items():
            for key in keys:
                added[self._table.hash_key(key)].append(doc)
        return Holders(beside=_Beside(self._table, frozenset(gone) | come.keys(), dict(added)))

    def of(self, key: Hashable, most: int | None = None) -> list[str]:
        """The articles that hold a key, in order; none where they are more than `most`."""
        wanted = self._table.hash_key(key)
        found = self._table.of(wanted, most if most is None else most + len(self._gone))
        if found is None:
            return []
        if self._gone:
            found = [doc for doc in found if doc not in self._gone]
        if wanted in self._come:
            found = sorted(found + self._come[wanted])
        return found if most is None or len(found) <= most else []

    def find(self, keys: Iterable[Hashable]) -> set[str]:
        """The articles that hold any of some keys."""
        wanted = np.unique(np.fromiter(map(self._table.hash_key, keys), np.uint64))
        found = self._table.find(wanted) - self._gone
        for key in wanted.tolist():
            found.update(self._come.get(key, ()))
        return found


class _MemoryTable:
    """Articles in order; the hashes of all keys in order, and for each the number of an article that holds it.

    Twelve bytes for each article that holds a key.
    """

    def __init__(self, docs: Sequence[str], hashes: NDArray[np.uint64], numbers: NDArray[np.uint32]) -> None:
        self._docs, self._hashes, self._numbers = docs, hashes, numbers

    def hash_key(self, key: Hashable) -> int:
        return hash(key) & _HASH

    def of(self, wanted: int, most: int | None) -> list[str] | None:
        first, last = (int(self._hashes.searchsorted(np.uint64(wanted), side)) for side in ("left", "right"))
        if most is not None and last - first > most:
            return None
        return [self._docs[number] for number in self._numbers[first:last].tolist()]

    def find(self, wanted: NDArray[np.uint64]) -> set[str]:
        first, last = self._hashes.searchsorted(wanted, "left"), self._hashes.searchsorted(wanted, "right")
        some = np.flatnonzero(last > first)
        held = [self._numbers[start:end] for start, end in zip(first[some], last[some], strict=True)]
        return {self._docs[number] for number in np.unique(np.concatenate(held)).tolist()} if held else set()


class _Beside(NamedTuple):
    """A table, the articles of it that are gone, and who else holds a hash."""

    table: HolderTable
    gone: frozenset[str]
    come: Mapping[int, list[str]]


def _tabulate(keys: Mapping[str, Iterable[Hashable]]) -> HolderTable:
    docs = sorted(keys)
    rows = [[hash(key) & _HASH for key in keys[doc]] for doc in docs]
    numbers = np.repeat(np.arange(len(rows), dtype=np.uint32), [len(row) for row in rows])
    hashes = np.fromiter(chain.from_iterable(rows), np.uint64, len(numbers))
    order = np.argsort(hashes, kind="stable")
    return _MemoryTable(docs, hashes[order], numbers[order])


def hash_stably(key: Hashable) -> int:
    """48 bits of the hash of a key that are the same in every process; equal keys have the same."""
    spelled = b"s" + key.encode("utf-8", "surrogatepass") if type(key) is str else _spell(key)
    return int.from_bytes(blake2b(spelled, digest_size=_BYTES).digest(), "big")


def _spell(key: object) -> bytes:
    if isinstance(key, str):
        return b"s" + key.encode("utf-8", "surrogatepass")
    if isinstance(key, bytes):
        return b"b" + key
    if isinstance(key, frozenset):
        return b"f" + b"\x1e".join(sorted(map(_spell, key)))
    if isinstance(key, tuple):
        if all(type(one) is str for one in key):
            return b"t" + "\x1f".join(key).encode("utf-8", "surrogatepass")
        return b"u" + b"\x1f".join(map(_spell, key))
    return b"n" + (b"" if key is None else str(Fraction(key)).encode())  # type: ignore[call-overload]

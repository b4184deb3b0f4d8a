"""Which articles hold a key: what a check asks of those on file, without looking at each of them."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_HASH = (1 << 64) - 1
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Holders:
    """Key → the articles, ids, that hold it.

    Keys are told by 64 bits of their hash, twelve bytes for each article that holds one. What a check adds and takes
    away (`move`) lies beside, so that it costs no more than that.
    """

    def __init__(self, keys: Mapping[str, Iterable[Hashable]] = _NOTHING, *, beside: _Beside | None = None) -> None:
        """`keys` are those of each article, each once, by id; `beside` is what `move` hands on."""
        self._table, self._gone, self._come = beside or _Beside(_tabulate(keys), frozenset(), {})

    def move(self, gone: Collection[str], come: Mapping[str, Iterable[Hashable]]) -> Holders:
        """The same without some articles, and with the keys of others; these holders stay as they are."""
        added: defaultdict[int, list[str]] = defaultdict(list)
        for doc, keys in come.items():
            for key in keys:
                added[hash(key) & _HASH].append(doc)
        return Holders(beside=_Beside(self._table, frozenset(gone) | come.keys(), dict(added)))

    def of(self, key: Hashable, most: int | None = None) -> list[str]:
        """The articles that hold a key, in order; none where they are more than `most`."""
        wanted, (docs, hashes, numbers) = hash(key) & _HASH, self._table
        first, last = (int(hashes.searchsorted(np.uint64(wanted), side)) for side in ("left", "right"))
        if most is not None and last - first > most + len(self._gone):
            return []
        found = [docs[number] for number in numbers[first:last].tolist()]
        if self._gone:
            found = [doc for doc in found if doc not in self._gone]
        if wanted in self._come:
            found = sorted(found + self._come[wanted])
        return found if most is None or len(found) <= most else []

    def find(self, keys: Iterable[Hashable]) -> set[str]:
        """The articles that hold any of some keys."""
        wanted = np.unique(np.fromiter((hash(key) & _HASH for key in keys), np.uint64))
        docs, hashes, numbers = self._table
        first, last = hashes.searchsorted(wanted, "left"), hashes.searchsorted(wanted, "right")
        some = np.flatnonzero(last > first)
        held = [numbers[start:end] for start, end in zip(first[some], last[some], strict=True)]
        found = {docs[number] for number in np.unique(np.concatenate(held)).tolist()} if held else set()
        found -= self._gone
        for key in wanted.tolist():
            found.update(self._come.get(key, ()))
        return found


class _Table(NamedTuple):
    """Articles in order; the hashes of all keys in order, and for each the number of an article that holds it."""

    docs: Sequence[str]
    hashes: NDArray[np.uint64]
    numbers: NDArray[np.uint32]


class _Beside(NamedTuple):
    """A table, the articles of it that are gone, and who else holds a hash."""

    table: _Table
    gone: frozenset[str]
    come: Mapping[int, list[str]]


def _tabulate(keys: Mapping[str, Iterable[Hashable]]) -> _Table:
    docs = sorted(keys)
    rows = [[hash(key) & _HASH for key in keys[doc]] for doc in docs]
    numbers = np.repeat(np.arange(len(rows), dtype=np.uint32), [len(row) for row in rows])
    hashes = np.fromiter(chain.from_iterable(rows), np.uint64, len(numbers))
    order = np.argsort(hashes, kind="stable")
    return _Table(docs, hashes[order], numbers[order])

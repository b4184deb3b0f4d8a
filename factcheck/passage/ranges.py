"""Keys sorted range by range: in memory where they are few, through private files where they are many."""

from __future__ import annotations

import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Keys = NDArray[np.uint64]

IN_MEMORY = 6_000_000  # keys that are sorted in memory: 16 MB of Chinese text
_RANGE_BITS = 7  # by which keys are told into ranges where they are more


def sort_keys(batches: Iterable[Keys], width: int = 64, limit: int = IN_MEMORY) -> Iterator[Keys]:
    """The keys of all batches, below 2 ** `width`, sorted: in one row, or in several that follow one another.

    Up to `limit` keys they are sorted in one row. Beyond, they are written to files of a private directory, one for
    each range of keys; it is removed when the last row is handed on or the caller stops.
    """
    held: list[Keys] = [np.zeros(0, np.uint64)]
    count = 0
    batches = iter(batches)
    for batch in batches:
        held.append(batch)
        count += len(batch)
        if count > limit:
            yield from _sort_through_files(chain(held, batches), width)
            return
    keys = np.concatenate(held)
    del held
    keys.sort()
    yield keys


def _sort_through_files(batches: Iterable[Keys], width: int) -> Iterator[Keys]:
    shift = np.uint64(max(0, width - _RANGE_BITS))
    firsts = np.arange(1, 1 << _RANGE_BITS, dtype=np.uint64) << shift
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:  # mode 0700
        paths = [Path(folder) / str(number) for number in range(len(firsts) + 1)]
        files = [path.open("wb") for path in paths]
        try:
            for batch in batches:
                keys = np.sort(batch)
                for file, part in zip(files, np.split(keys, np.searchsorted(keys, firsts)), strict=True):
                    part.tofile(file)
        finally:
            for file in files:
                file.close()
        for path in paths:
            keys = np.fromfile(path, np.uint64)
            path.unlink()
            keys.sort()
            yield keys

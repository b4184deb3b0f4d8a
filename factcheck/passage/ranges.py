"""Keys sorted range by range: in memory where they are few, through private files where they are many."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Keys = NDArray[np.uint64]

IN_MEMORY = 6_000_000  # keys that are sorted in memory: 16 MB of Chinese text
_MOST_RANGES = 255


def ordered(batches: Iterable[Keys], count: int, limit: int = IN_MEMORY) -> Iterator[Keys]:
    """The keys of all batches, sorted, in one row or in several that follow one another.

    `count` is how many there are at most. Up to `limit` they are sorted in one row. Beyond, they are written to files
    of a private directory, one for each range of keys; it is removed when the last row is handed on or the caller
    stops.
    """
    if count <= limit:
        keys = np.concatenate([np.zeros(0, np.uint64), *batches])
        keys.sort()
        yield keys
        return
    bits = min(_MOST_RANGES, -(-count // max(1, limit))).bit_length()
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:  # mode 0700
        paths = [Path(folder) / str(number) for number in range(1 << bits)]
        files = [path.open("wb") for path in paths]
        try:
            for batch in batches:
                batch.sort()
                bounds = np.searchsorted(batch, [np.uint64(n) << np.uint64(64 - bits) for n in range(1, 1 << bits)])
                for file, part in zip(files, np.split(batch, bounds), strict=True):
                    part.tofile(file)
        finally:
            for file in files:
                file.close()
        for path in paths:
            keys = np.fromfile(path, np.uint64)
            path.unlink()
            keys.sort()
            yield keys

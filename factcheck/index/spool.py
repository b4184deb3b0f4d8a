"""What an update gathers before it is put on pages: in memory while it is little, else in a file nobody else sees."""

from __future__ import annotations

import weakref
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.errors import UsageError, describe_refusal
from factcheck.index.pages import Pairs, list_runs
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from factcheck.passage.letters import Positions

_IN_MEMORY = 1 << 25  # bytes
_RANGE_BITS = 10  # of a hash; of each run of pairs it is known where so many ranges begin
_CHUNK = 1 << 20  # pairs that are put in order at a time
_SHORT = 32  # bits; a hash of no more, and the number of an article, are put in order as one number


class Spool:
    """Rows of numbers, kept until they are asked for; the file has no name, and is gone with this process."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is where the file is made; None: where the system keeps such files."""
        self._folder, self._end = folder, 0
        within = str(folder) if folder is not None else None
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY, dir=within)  # noqa: SIM115 - it ends with the rows
        weakref.finalize(self, self._file.close)

    def add(self, row: NDArray[Any]) -> int:
        """Keep a row; where it begins. Raises `UsageError` where the disk refuses."""
        start = self._end
        try:
            self._file.seek(start)
            self._file.write(row.tobytes())
        except OSError as error:
            what = say("error.unwritable", why=describe_refusal(error))
            raise UsageError(what, where=str(self._folder or ""), cure=say("cure.room-on-disk")) from error
        self._end += row.nbytes
        return start

    def read(self, start: int, count: int, kind: str) -> NDArray[Any]:
        """So many numbers of a kind from where they begin."""
        self._file.seek(start)
        return np.frombuffer(self._file.read(count * np.dtype(kind).itemsize), kind)


class _Run(NamedTuple):
    """Pairs in order: where their hashes and their numbers begin, and before which of them each range of hashes."""

    hashes: int
    numbers: int
    edges: Positions


class PairRuns:
    """Pairs that come in any order, and are handed out page by page, in the order of their hashes."""

    def __init__(self, spool: Spool, key_bits: int) -> None:
        """`key_bits` are those of a hash."""
        self._spool, self._key_bits, self._runs, self._count = spool, key_bits, list[_Run](), 0
        self._kind = "<u4" if key_bits <= _SHORT else "<u8"

    def __len__(self) -> int:
        return self._count

    def add(self, pairs: Pairs) -> None:
        """Keep some pairs, which are in no order; their numbers have 32 bits."""
        if not len(pairs.hashes):
            return
        pairs = self._sort(pairs)
        borders = np.arange((1 << _RANGE_BITS) + 1, dtype=np.uint64) << np.uint64(self._key_bits - _RANGE_BITS)
        edges = pairs.hashes.searchsorted(borders).astype(np.int64)
        hashes = self._spool.add(pairs.hashes.astype(self._kind))
        self._runs.append(_Run(hashes, self._spool.add(pairs.numbers.astype("<u4")), edges))
        self._count += len(pairs.hashes)

    def pages(self, bits: int) -> Iterator[tuple[int, Pairs]]:
        """The pairs whose hashes begin with the same `bits`, by the number that these make, each in order."""
        step = 1 << max(0, _RANGE_BITS - bits)  # ranges, so that no page is in two chunks
        while step < 1 << _RANGE_BITS and self._count * step * 2 <= _CHUNK << _RANGE_BITS:
            step *= 2
        for first in range(0, 1 << _RANGE_BITS, step):
            pairs = self._sort(self._read(first, first + step))
            pages = (pairs.hashes >> np.uint64(self._key_bits - bits)).astype(np.int64)
            for page, start, end in list_runs(pages):
                yield page, Pairs(pairs.hashes[start:end], pairs.numbers[start:end])

    def read_all(self) -> Pairs:
        """All pairs, in no order."""
        return self._read(0, 1 << _RANGE_BITS)

    def _read(self, first: int, last: int) -> Pairs:
        """The pairs of some ranges, run by run."""
        size = np.dtype(self._kind).itemsize
        hashes, numbers = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
        for run in self._runs:
            start, count = int(run.edges[first]), int(run.edges[last] - run.edges[first])
            if count:
                hashes.append(self._spool.read(run.hashes + start * size, count, self._kind).astype(np.uint64))
                numbers.append(self._spool.read(run.numbers + start * 4, count, "<u4").astype(np.int64))
        return Pairs(np.concatenate(hashes), np.concatenate(numbers))

    def _sort(self, pairs: Pairs) -> Pairs:
        if self._key_bits > _SHORT:
            order = np.lexsort((pairs.numbers, pairs.hashes))
            return Pairs(pairs.hashes[order], pairs.numbers[order])
        both = (pairs.hashes << np.uint64(_SHORT)) | pairs.numbers.astype(np.uint64)
        both.sort()
        return Pairs(both >> np.uint64(_SHORT), (both & np.uint64((1 << _SHORT) - 1)).astype(np.int64))

"""Carries a stage over many documents: in this process, or in a pool of spawned ones."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Sized
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from factcheck.progress import counted
from factcheck.quantity.hedge_table import hedges_file, use_hedges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from factcheck.progress import Progress, Stage

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 32  # documents a worker takes at a time: large enough to hide the pickling, small enough to share evenly


def _begin(hedges: Path | None) -> None:
    """What a worker does first; it ends with the pool, so its collector stays off (see `run/collector.py`)."""
    gc.disable()
    use_hedges(hedges)


def mapped(
    fn: Callable[[T], R],
    parts: Iterable[T],
    jobs: int = 1,
    progress: Progress | None = None,
    stage: Stage = "extract",
) -> Iterator[R]:
    """`fn` of each part, in order; with more than one job it must be importable: workers are spawned, never forked."""
    parts = list(parts) if jobs > 1 else parts
    total = len(parts) if isinstance(parts, Sized) else None
    if jobs > 1 and isinstance(parts, list) and len(parts) > _BATCH:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(
            min(jobs, -(-len(parts) // _BATCH)), mp_context=context, initializer=_begin, initargs=(hedges_file(),)
        ) as pool:
            yield from counted(pool.map(fn, parts, chunksize=_BATCH), stage, progress, total)
    else:
        yield from counted(map(fn, parts), stage, progress, total)

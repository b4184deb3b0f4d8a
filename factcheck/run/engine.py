"""Carries a stage over many documents: in this process, or in a pool of spawned ones."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from factcheck.quantity.hedge_table import hedges_file, use_hedges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 32  # documents a worker takes at a time: large enough to hide the pickling, small enough to share evenly


def mapped(
    fn: Callable[[T], R], parts: Iterable[T], jobs: int = 1, progress: Callable[[int], None] | None = None
) -> Iterator[R]:
    """`fn` of each part, in order; with more than one job it must be importable: workers are spawned, never forked."""
    parts = list(parts) if jobs > 1 else parts
    if jobs > 1 and isinstance(parts, list) and len(parts) > _BATCH:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(
            min(jobs, -(-len(parts) // _BATCH)), mp_context=context, initializer=use_hedges, initargs=(hedges_file(),)
        ) as pool:
            yield from _counted(pool.map(fn, parts, chunksize=_BATCH), progress)
    else:
        yield from _counted(map(fn, parts), progress)


def _counted(results: Iterable[R], progress: Callable[[int], None] | None) -> Iterator[R]:
    for number, result in enumerate(results, 1):
        if progress is not None:
            progress(number)
        yield result

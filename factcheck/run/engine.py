"""Carries a stage over many documents: in this process, or in a pool of spawned ones."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Sized
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from factcheck.progress import count_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from factcheck.progress import Progress, Stage

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 32  # documents a worker takes at a time: large enough to hide the pickling, small enough to share evenly
_AHEAD = 4  # batches for each worker that are taken ahead of the results
_LOOK = 0.25  # seconds between two looks of a worker at whether it is still wanted
_UNWANTED = 1  # exit code of a worker that ends by itself


def _begin(lifeline: Connection) -> None:
    """What a worker does first; it ends with the pool, so its collector stays off (see `run/collector.py`)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(lifeline)
    gc.disable()


def _end_with(lifeline: Connection) -> None:
    """End this process once the other end of `lifeline` is closed: by who wants no more, or because it was killed."""

    def look(*_: object) -> None:
        if _is_closed(lifeline, 0):
            os._exit(_UNWANTED)

    if hasattr(signal, "setitimer"):
        # a handler is called even while a pattern is being matched, for as long as that takes; a thread would wait
        signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
    else:
        threading.Thread(target=lambda: _is_closed(lifeline, None) and os._exit(_UNWANTED), daemon=True).start()


def _is_closed(lifeline: Connection, wait: float | None) -> bool:
    """Whether the other end is closed, as nothing is ever sent; `wait` seconds, or until it is."""
    try:
        return lifeline.poll(wait)
    except OSError:  # how Windows says it
        return True


def map_parts(
    fn: Callable[[T], R],
    parts: Iterable[T],
    jobs: int = 1,
    progress: Progress | None = None,
    stage: Stage = "extract",
) -> Generator[R, None, None]:
    """`fn` of each part, in order; with more than one job it must be importable: workers are spawned, never forked."""
    total = len(parts) if isinstance(parts, Sized) else None
    rest = iter(parts)
    first = list(islice(rest, _BATCH + 1)) if jobs > 1 else []  # so few are not worth a pool
    rest = chain(first, rest)
    if len(first) > _BATCH:
        workers = min(jobs, -(-total // _BATCH)) if total is not None else jobs
        yield from count_progress(_map_in_pool(fn, rest, workers), stage, progress, total)
    else:
        yield from count_progress(map(fn, rest), stage, progress, total)


def _map_in_pool(fn: Callable[[T], R], parts: Iterator[T], workers: int) -> Iterator[R]:
    """`fn` of each part, by workers that end as soon as their results are not wanted: an error, Ctrl-C, a kill.

    Of the parts only so many are taken ahead as keep the workers busy.
    """
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    with theirs, ours, ProcessPoolExecutor(workers, context, _begin, (theirs,)) as pool:
        try:
            # none is ever cancelled: a pool whose workers end stumbles over such as are
            futures: deque[Future[list[R]]] = deque()
            while True:
                while len(futures) < _AHEAD * workers and (batch := list(islice(parts, _BATCH))):
                    with _interrupts_kept_from_workers():  # each may start a worker
                        futures.append(pool.submit(_each, fn, batch))
                if not futures:
                    return
                yield from futures.popleft().result()
        except BaseException:
            ours.close()
            raise


def _each(fn: Callable[[T], R], parts: list[T]) -> list[R]:
    return [fn(part) for part in parts]


@contextmanager
def _interrupts_kept_from_workers() -> Iterator[None]:
    """Processes that are started within never see Ctrl-C: a terminal sends it to all, and one of them acts on it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # while it starts, it lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

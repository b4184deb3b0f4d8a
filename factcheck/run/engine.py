"""Carries a stage over many documents: in this process, or in a pool of spawned ones."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from factcheck.carrier import cut
from factcheck.here import Here
from factcheck.progress import count_progress
from factcheck.run.handouts import FileRecords, SharedFile, WrittenItems

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

    from factcheck.carrier import Carrier
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
    with open_carrier(jobs) as carrier:
        yield from map_each(carrier, fn, parts, progress, stage=stage)


def map_each(
    carrier: Carrier,
    fn: Callable[[T], R],
    items: Iterable[T],
    progress: Progress | None = None,
    *,
    stage: Stage = "extract",
    lost: Callable[[T], None] | None = None,
) -> Iterator[R]:
    """`fn` of each item, in order."""
    total = len(items) if isinstance(items, Sized) else None
    size = _BATCH if carrier.jobs > 1 else 1
    return iter(count_progress(carrier.map(partial(_map_items, fn), cut(items, size), lost), stage, progress, total))


def _map_items(fn: Callable[[T], R], batches: Iterator[list[T]]) -> Iterator[R]:
    return (fn(item) for batch in batches for item in batch)


@contextmanager
def open_carrier(jobs: int, given: Carrier | None = None) -> Iterator[Carrier]:
    """What carries the stages of a run: who is given; this process; or a pool that ends with the run."""
    if given is not None:
        yield given
        return
    if jobs <= 1:
        yield Here()
        return
    with TemporaryDirectory(prefix="factcheck-") as folder:  # mode 0700
        pool = Pool(jobs, Path(folder))
        try:
            yield pool
        except BaseException:
            pool.end(now=True)
            raise
        pool.end()


class Pool:
    """Workers that are spawned when there is work for two, and end as soon as nobody wants their results any more."""

    def __init__(self, jobs: int, folder: Path) -> None:
        """Shared values and records go through files of `folder`, which is private."""
        self.jobs = jobs
        self._folder = folder
        self._files = count()
        self._context = multiprocessing.get_context("spawn")
        self._workers: ProcessPoolExecutor | None = None
        self._theirs, self._ours = self._context.Pipe(duplex=False)

    def end(self, *, now: bool = False) -> None:
        """End the workers; `now` even those that are at work."""
        if now:
            self._ours.close()
        if self._workers is not None:
            self._workers.shutdown()
            self._workers = None
        self._ours.close()
        self._theirs.close()

    def map(
        self,
        fn: Callable[[Iterator[list[T]]], Iterator[R]],
        parts: Iterable[list[T]],
        lost: Callable[[T], None] | None = None,
    ) -> Iterator[R]:
        """What `fn` makes of the parts, in their order; a single part is not worth a worker.

        Of the parts only so many are taken ahead as keep the workers busy. An item at which a worker dies, also when it
        is all that it is given, is told to `lost`. Raises `BrokenProcessPool` without `lost`.
        """
        rest = iter(parts)
        first = list(islice(rest, 2))
        if len(first) < 2:
            yield from fn(iter(first))
            return
        rest = chain(first, rest)
        # none is ever cancelled: a pool whose workers end stumbles over such as are
        waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
        while True:
            while len(waiting) < _AHEAD * self.jobs and (part := next(rest, None)) is not None:
                waiting.append((part, self._submit(_work, fn, part)))
            if not waiting:
                return
            part, future = waiting.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                self._workers = None
                yield from self._map_alone(fn, part, lost)
                # whose death it was nobody knows; those that were under way with it come one at a time
                for other, done in waiting:
                    if done.done() and done.exception() is None:
                        yield from done.result()
                    else:
                        yield from self._map_alone(fn, other, lost)
                waiting.clear()
                continue
            yield from found

    def _map_alone(
        self, fn: Callable[[Iterator[list[T]]], Iterator[R]], part: list[T], lost: Callable[[T], None] | None
    ) -> Iterator[R]:
        """What comes of a part that no other is worked on beside; where its worker dies, of each item by itself."""
        try:
            yield from self._submit(_work, fn, part).result()
        except BrokenProcessPool:
            self._workers = None
            if lost is None:
                raise
            if len(part) == 1:
                lost(part[0])
                return
            for item in part:
                yield from self._map_alone(fn, [item], lost)

    def _submit(self, fn: Callable[..., R], *values: object) -> Future[R]:
        if self._workers is None:
            self._workers = ProcessPoolExecutor(self.jobs, self._context, _begin, (self._theirs,))
        try:
            with _interrupts_kept_from_workers():  # each may start a worker
                return self._workers.submit(fn, *values)
        except BrokenProcessPool as error:  # one has died since, and whoever waits for its part will be told
            broken: Future[R] = Future()
            broken.set_exception(error)
            return broken

    def start(self, fn: Callable[[T], R], value: T) -> Callable[[], R]:
        """What waits for `fn` of a value: a worker is at it, where there are any; where it dies, this process is."""
        workers = self._workers
        if workers is None:  # what went before was not worth one
            return partial(fn, value)
        future = self._submit(fn, value)

        def wait() -> R:
            try:
                found: R = future.result()
            except BrokenProcessPool:
                if self._workers is workers:
                    self._workers = None
                return fn(value)
            return found

        return wait

    def share(self, value: T) -> SharedFile[T]:
        """A value that workers load once from a file."""
        return SharedFile(self._name_file(), value)

    def share_each(self, items: Iterable[T]) -> WrittenItems[T]:
        """Items in a file that a worker reads from."""
        return WrittenItems.write(self._name_file(), items)

    def keep(self) -> FileRecords:
        """Records in a file that workers read from."""
        return FileRecords(self._name_file())

    def _name_file(self) -> Path:
        return self._folder / str(next(self._files))


def _work(fn: Callable[[Iterator[list[T]]], Iterator[R]], part: list[T]) -> list[R]:
    return list(fn(iter([part])))


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

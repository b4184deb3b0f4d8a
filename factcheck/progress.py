"""How far a long run has come, told to whoever wants to know it; a stage stays pure, and tells the same to nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
# What each counts: bytes, files, articles, articles, pairs of articles, pairs of claims, rules.
Stage = Literal["read", "file", "extract", "count", "passages", "pair", "rule"]
# Told what is done, how much of it so far, and of how much, where that is known.
Progress = Callable[[Stage, int, int | None], None]


def count_progress(
    items: Iterable[T], stage: Stage, progress: Progress | None, total: int | None = None
) -> Iterable[T]:
    """The items, each told to `progress` once it has been taken; as they are where nobody listens."""
    return items if progress is None else _tell_each(items, stage, progress, total)


def _tell_each(items: Iterable[T], stage: Stage, progress: Progress, total: int | None) -> Iterator[T]:
    progress(stage, 0, total)
    for number, item in enumerate(items, 1):
        progress(stage, number, total)
        yield item

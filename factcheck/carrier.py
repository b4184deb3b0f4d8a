"""The seam by which stages are carried: in this process, by a pool of workers, by an engine over many machines.

A stage is an importable, pure function of an iterator of parts, each a list of items. What all parts need is shared
once; what only some of them need is kept, and an item carries what finds it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")
V_co = TypeVar("V_co", covariant=True)


class Shared(Protocol[V_co]):
    """A value that every part of a stage needs; a pickle of it is small."""

    def get(self) -> V_co:
        """The value."""


class Records(Protocol):
    """Some records by name; a pickle of it is what finds them, or they."""

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """The record, as it was before it was pickled; it is read, and not changed."""


class Keeper(Protocol):
    """Where records are kept until a later stage asks for some of them."""

    def add(self, name: str, record: bytes) -> None:
        """Keep a pickled record."""

    def select(self, names: Iterable[str]) -> Records:
        """Those of these names."""


class Carrier(Protocol):
    """Carries stages. Results are the same, in the same order, whoever carries them."""

    jobs: int  # how many parts are worked on at a time

    def map(
        self,
        fn: Callable[[Iterator[list[T]]], Iterator[R]],
        parts: Iterable[list[T]],
        lost: Callable[[T], None] | None = None,
    ) -> Iterator[R]:
        """What `fn` makes of the parts, in their order.

        An item at which a worker dies is told to `lost`, and the others go on; without `lost` it is an error.
        """

    def start(self, fn: Callable[[T], R], value: T) -> Callable[[], R]:
        """What waits for `fn` of a value, which may be worked out beside what comes next."""

    def share(self, value: V_co) -> Shared[V_co]:  # type: ignore[misc]  # what goes in comes out
        """A value for every part of later stages."""

    def share_each(self, items: Iterable[T]) -> Shared[Sequence[T]]:
        """Items for a stage that needs all of them; where another process carries it they are handed on one by one."""

    def keep(self) -> Keeper:
        """A new place for records."""


def cut(items: Iterable[T], most: int) -> Iterator[list[T]]:
    """Items in parts of `most`, in their order."""
    rest = iter(items)
    while part := list(islice(rest, most)):
        yield part

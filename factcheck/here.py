"""Stages carried in this process: what a few articles need, and what every other carrier does the same as."""

from __future__ import annotations

import pickle
import weakref
from collections import OrderedDict
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")
_IN_MEMORY = 1 << 25  # bytes of records; beyond, they are in a file that nobody else sees
_LATELY = 1024  # records that are held unpickled


class Here:
    """Carries stages in this process."""

    jobs = 1

    def map(
        self,
        fn: Callable[[Iterator[list[T]]], Iterator[R]],
        parts: Iterable[list[T]],
        lost: Callable[[T], None] | None = None,  # noqa: ARG002 - nobody else can die
    ) -> Iterator[R]:
        """What `fn` makes of the parts, one after the other."""
        return fn(iter(parts))

    def start(self, fn: Callable[[T], R], value: T) -> Callable[[], R]:
        """What `fn` makes of a value, worked out now: nothing else goes on beside it."""
        found = fn(value)
        return lambda: found

    def share(self, value: T) -> HeldValue[T]:
        """The value itself."""
        return HeldValue(value)

    def share_each(self, items: Iterable[T]) -> HeldValue[Sequence[T]]:
        """The items themselves."""
        return HeldValue(tuple(items))

    def keep(self) -> HeldRecords:
        """Records of this process."""
        return HeldRecords()


class HeldValue(Generic[T]):
    """A shared value that is where it is asked for."""

    def __init__(self, value: T) -> None:
        self._value = value

    def get(self) -> T:
        """The value."""
        return self._value


class HeldRecords:
    """Records by name, pickled, in memory while they are few."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it ends with the records
        weakref.finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._lately: OrderedDict[str, Any] = OrderedDict()

    def add(self, name: str, record: bytes) -> None:
        """Keep a pickled record."""
        self._file.seek(self._end)
        self._file.write(record)
        self._places[name] = self._end, len(record)
        self._end += len(record)

    def select(self, names: Iterable[str]) -> HeldRecords:  # noqa: ARG002 - all are at hand
        """These records."""
        return self

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """A record."""
        if name in self._lately:
            self._lately.move_to_end(name)
            return self._lately[name]
        if len(self._lately) >= _LATELY:
            self._lately.popitem(last=False)
        start, size = self._places[name]
        self._file.seek(start)
        found = self._lately[name] = pickle.loads(self._file.read(size))  # noqa: S301 - our own
        return found

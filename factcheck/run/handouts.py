"""What the workers of a pool are handed through files: values that all of them need, records that some need."""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

T = TypeVar("T")
_VALUES = 4  # that a process holds: those of the stage at work, and of the one before


class SharedFile(Generic[T]):
    """A value that is written when it is first handed to a worker, and read once in each."""

    def __init__(self, path: Path, value: T) -> None:
        self._path, self._value = path, value

    def get(self) -> T:
        """The value."""
        return self._value

    def __reduce__(self) -> tuple[Any, ...]:
        """Where it is written."""
        if not self._path.exists():
            self._path.write_bytes(pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL))
        return WrittenValue, (self._path,)


class WrittenValue:
    """What a worker has of a shared value."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self) -> Any:  # noqa: ANN401 - of any type
        """The value."""
        return _load(self._path)


class WrittenItems(Generic[T]):
    """Items pickled one after the other, in a file: all of them at once would take their room once more."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def write(cls, path: Path, items: Iterable[T]) -> WrittenItems[T]:
        """Those of a new file."""
        with path.open("wb") as file:
            for item in items:
                file.write(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
        return cls(path)

    def get(self) -> Sequence[T]:
        """The items."""
        with self._path.open("rb") as file:
            size, found = os.fstat(file.fileno()).st_size, list[T]()
            while file.tell() < size:
                found.append(pickle.load(file))  # noqa: S301 - our own, from a folder that is ours alone
        return found


class FileRecords:
    """Records by name, pickled, in a file; of some of them a pickle is the places in it."""

    def __init__(self, path: Path, places: Mapping[str, tuple[int, int]] | None = None) -> None:
        self._path = path
        self._places = dict(places or {})
        self._end = 0

    def add(self, name: str, record: bytes) -> None:
        """Keep a pickled record."""
        with self._path.open("ab") as file:
            file.write(record)
        self._places[name] = self._end, len(record)
        self._end += len(record)

    def select(self, names: Iterable[str]) -> FileRecords:
        """Those of these names."""
        return FileRecords(self._path, {name: self._places[name] for name in names})

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """A record."""
        start, size = self._places[name]
        with self._path.open("rb") as file:
            file.seek(start)
            return pickle.loads(file.read(size))  # noqa: S301 - our own, from a folder that is ours alone


@lru_cache(maxsize=_VALUES)
def _load(path: Path) -> Any:  # noqa: ANN401 - of any type
    return pickle.loads(path.read_bytes())  # noqa: S301 - as above

"""A mapping of much, of which little is another: what a check changes beside what is on file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

K = TypeVar("K", bound=Any)
T = TypeVar("T")


class Changed(Mapping[K, T]):
    """What stands under names, without some of them, and with others beside or in their place."""

    def __init__(self, held: Mapping[K, T], gone: Collection[K], come: Mapping[K, T]) -> None:
        self._held, self._gone, self._come = held, frozenset(gone), come

    def __getitem__(self, name: K) -> T:
        if name in self._come:
            return self._come[name]
        if name in self._gone:
            raise KeyError(name)
        return self._held[name]

    def __iter__(self) -> Iterator[K]:
        kept = (name for name in self._held if name not in self._gone and name not in self._come)
        return iter(sorted(chain(kept, self._come)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

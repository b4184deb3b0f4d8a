"""The table of hedges: `hedges.yaml`, or the table that a user put in its place."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

import msgspec

from factcheck.errors import ConfigurationError
from factcheck.model import Qualifier
from factcheck.quantity.tables import table
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

P = ParamSpec("P")
R = TypeVar("R")
_ENDS = {"step", "unlimited"}


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that set one qualifier, parted by spaces, and how far the open bound really goes.

    `reach` is `step`, `unlimited` or a factor above one.
    """

    qualifier: Qualifier
    reach: str
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        """Refuse a reach that is none."""
        if self.reach not in _ENDS and not _is_factor(self.reach):
            raise ValueError(f"reach is step, unlimited or a number above 1, not {self.reach!r}")


def _is_factor(written: str) -> bool:
    whole, _, part = written.partition(".")
    return whole.isdecimal() and (not part or part.isdecimal()) and float(written) > 1


_in_use: list[Path | None] = [None]
_derived: list[Callable[[], None]] = []


def of_hedges(fn: Callable[P, R]) -> Callable[P, R]:
    """Cache what follows from the table until another table takes its place."""
    cached = cache(fn)
    _derived.append(cached.cache_clear)
    return cast("Callable[P, R]", cached)


@of_hedges
def hedges() -> tuple[Hedge, ...]:
    """The rows of the table in use."""
    path = _in_use[0]
    if path is None:
        return tuple(table("hedges", list[Hedge]))
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        cure = "hedges names a YAML file; docs/configuration.md shows its form"
        raise ConfigurationError("the table of hedges cannot be read", where=str(path), cure=cure) from error
    return tuple(load(text, str(path), ConfigurationError).convert(list[Hedge]))


def hedges_file() -> Path | None:
    """The file in place of `hedges.yaml`, if there is one; a worker process is told of it."""
    return _in_use[0]


def use_hedges(path: Path | None) -> None:
    """Take the hedges from this file from now on, in this process; None: from `hedges.yaml`."""
    _in_use[0] = path
    for clear in _derived:
        clear()


@contextmanager
def hedges_from(path: Path | None) -> Iterator[None]:
    """Take the hedges from this file within the block; None changes nothing. Raises `ConfigurationError`."""
    before = hedges_file()
    if path is not None:
        use_hedges(path)
    try:
        hedges()
        yield
    finally:
        if path is not None:
            use_hedges(before)

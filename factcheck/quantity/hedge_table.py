"""The table of hedges: `hedges.yaml`, or the table that a user put in its place."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import msgspec

from factcheck.errors import ConfigurationError
from factcheck.messages import say
from factcheck.model import Qualifier
from factcheck.quantity.tables import table
from factcheck.strict_yaml import BadValueError, load

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
            raise BadValueError(say("error.no-reach", value=repr(self.reach)))


def _is_factor(written: str) -> bool:
    whole, _, part = written.partition(".")
    return whole.isdecimal() and (not part or part.isdecimal()) and float(written) > 1


class _Table:
    """The rows of one file, read when first asked for, and what follows from them."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.derived: dict[tuple[object, ...], Any] = {}


# Of a thread, or of a task: what one puts here, no other sees. A table is a value; none is changed once it is in use.
_in_use: ContextVar[_Table] = ContextVar("hedges", default=_Table(None))  # noqa: B039 - it only remembers


def of_hedges(fn: Callable[P, R]) -> Callable[P, R]:
    """Remember what follows from a table, with the table; arguments are positional."""

    @wraps(fn)
    def of_table(*args: P.args, **kwargs: P.kwargs) -> R:
        derived = _in_use.get().derived
        key = (fn, *args)
        if key not in derived:
            derived[key] = fn(*args, **kwargs)
        found: R = derived[key]
        return found

    return of_table


@of_hedges
def hedges() -> tuple[Hedge, ...]:
    """The rows of the table in use."""
    path = _in_use.get().path
    if path is None:
        return tuple(table("hedges", list[Hedge]))
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(say("error.no-hedges"), where=str(path), cure=say("cure.hedges-form")) from error
    return tuple(load(text, str(path), ConfigurationError).convert(list[Hedge]))


def hedges_file() -> Path | None:
    """The file in place of `hedges.yaml`, if there is one; a worker process is told of it."""
    return _in_use.get().path


def use_hedges(path: Path | None) -> None:
    """Take the hedges from this file from now on, in this thread; None: from `hedges.yaml`."""
    _in_use.set(_Table(path))


@contextmanager
def hedges_from(path: Path | None) -> Iterator[None]:
    """Take the hedges from this file within the block, in this thread; None changes nothing.

    Raises `ConfigurationError`.
    """
    if path is None:
        yield
        return
    before = _in_use.set(_Table(path))
    try:
        hedges()
        yield
    finally:
        _in_use.reset(before)

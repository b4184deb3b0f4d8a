"""The paths of an index: seen from where one stands, and what the configuration says of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.index.schema import IncompleteIndexError
from factcheck.messages import say
from factcheck.run.overrides import PathMetadata

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from factcheck.run.overrides import Overrides

_READ_AS = (
    "SELECT files.shown, readers.options FROM files JOIN readers ON readers.number = files.reader ORDER BY files.real"
)


class Root(NamedTuple):
    """A path that an index was built from, as it was given, and the absolute folder it was given from."""

    given: str
    folder: str

    @property
    def path(self) -> str:
        """The absolute path."""
        return os.path.join(self.folder, self.given)  # noqa: PTH118 - may be a pattern, and ends as it was given


def see_from_here(folder: str) -> Callable[[str], str]:
    """What makes of a path that was given in `folder` one that leads there from the current folder."""
    if os.path.realpath(folder) == os.path.realpath(os.getcwd()):  # noqa: PTH109 - may hold bytes
        return str

    def see(shown: str) -> str:
        path = os.path.join(folder, shown)  # noqa: PTH118 - as above
        try:
            return shown if os.path.isabs(shown) else os.path.relpath(path)  # noqa: PTH117 - as above
        except ValueError:  # on another drive
            return path

    return see


def list_read_otherwise(db: sqlite3.Connection, folder: str, overrides: Overrides) -> list[str]:
    """The files, given in `folder`, that were read with other dates or sources than `overrides` give them."""
    rows = msgspec.convert(db.execute(_READ_AS).fetchall(), list[tuple[str, str]])
    read_as = {options: msgspec.json.decode(options, type=PathMetadata) for _, options in rows}
    return [
        shown
        for shown, options in rows
        if overrides.find_metadata(os.path.join(folder, shown)) != read_as[options]  # noqa: PTH118 - as above
    ]


def read_roots(db: sqlite3.Connection) -> list[Root]:
    """The paths that an index was built from. Raises `IncompleteIndexError` for what can be none."""
    rows = db.execute("SELECT given, folder FROM roots ORDER BY number").fetchall()
    paths = msgspec.convert(rows, list[tuple[bytes, bytes]])
    roots = [Root(os.fsdecode(given), os.fsdecode(folder)) for given, folder in paths]
    if not roots:
        raise IncompleteIndexError(say("error.index-lacks", name="roots"))
    if len({root.folder for root in roots}) > 1 or not all(map(_is_sound, roots)):
        raise IncompleteIndexError(say("error.index-roots"))
    return roots


def _is_sound(root: Root) -> bool:
    return bool(root.given) and "\0" not in root.path and Path(root.folder).is_absolute()

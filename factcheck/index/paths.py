"""The paths of an index: seen from where one stands, and what the configuration says of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from factcheck.run.overrides import PathMetadata

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from factcheck.run.overrides import Overrides

_READ_AS = (
    "SELECT files.shown, readers.options FROM files JOIN readers ON readers.number = files.reader ORDER BY files.real"
)


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

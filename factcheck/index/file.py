"""The SQLite file of an index: read where nothing can be written, and never changed but replaced whole."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.atomic import hold_folder, put_in_place
from factcheck.errors import UsageError, describe_refusal
from factcheck.index.codec import FORM
from factcheck.messages import say
from factcheck.regular import NotRegularError, open_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Phrase

MARK = 0x6663697A  # "fciz", the application id of the file
_HEAD = 72  # bytes; SQLite keeps its user version at 60, the application id at 68
# a path may hold bytes that are no text, so it is stored as bytes
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE roots (number INTEGER PRIMARY KEY, given BLOB NOT NULL, folder BLOB NOT NULL);
CREATE TABLE files (
    real BLOB PRIMARY KEY, id TEXT NOT NULL, shown TEXT NOT NULL, hash TEXT NOT NULL, held BLOB NOT NULL
) WITHOUT ROWID;
"""


class NewerIndexError(UsageError):
    """An index that a later factcheck has written: it is left alone."""


class IncompleteIndexError(ValueError):
    """A file that lacks what every index has."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


class IndexFile:
    """The file at `path`; it is opened for each call and never held."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def form(self) -> int | None:
        """The form of its bytes; None where there is no file, or an empty one.

        Raises `UsageError` for what is no index, cannot be read, or was written by a newer factcheck.
        """
        try:
            with open_regular(self._path) as file:
                head = file.read(_HEAD)
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            head = b"a folder"
        except OSError as error:
            what = say("error.unreadable", why=describe_refusal(error))
            cure = say("cure.name-index" if isinstance(error, NotRegularError) else "cure.permissions")
            raise UsageError(what, where=str(self._path), cure=cure) from error
        if not head:
            return None
        if not is_head(head):
            raise UsageError(say("error.no-index"), where=str(self._path), cure=say("cure.name-index"))
        form = int.from_bytes(head[60:64], "big")
        if form > FORM:
            raise self.explain_newer()
        return form

    @contextlib.contextmanager
    def open_to_read(self) -> Iterator[sqlite3.Connection]:
        """The database, to be read only. Raises `UsageError` that names the file and what to do, whatever is wrong."""
        form = self.form()
        if form is None and self._path.exists():
            raise self.explain_broken(say("error.empty-index"))
        if form is None:
            raise UsageError(say("error.no-file"), where=str(self._path), cure=say("cure.build-index"))
        if form < FORM:
            raise self.explain_broken(say("error.older-index"))
        # as the file is only ever replaced, SQLite needs no lock or log beside it
        name = f"{Path(os.path.realpath(self._path)).as_uri()}?mode=ro&immutable=1"
        try:
            with contextlib.closing(sqlite3.connect(name, uri=True, isolation_level=None)) as db:
                yield db
        except IncompleteIndexError as error:
            raise self.explain_broken(error.phrase) from error
        except (sqlite3.Error, msgspec.MsgspecError, ValueError) as error:
            raise self.explain_broken(str(error)) from error

    @contextlib.contextmanager
    def open_to_replace(self) -> Iterator[sqlite3.Connection]:
        """An empty database that takes the place of the file once all has gone well; one writer at a time."""
        real = Path(os.path.realpath(self._path))
        with contextlib.ExitStack() as stack:
            try:
                scratch = stack.enter_context(hold_folder(real.parent / f".{real.name}.factcheck"))
            except OSError as error:
                raise self._explain_unwritable(describe_refusal(error)) from error
            new = scratch / "new"
            try:
                # nobody else sees it before it is whole, so SQLite need not guard it
                with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as db:
                    db.executescript(
                        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {MARK};"
                        f"PRAGMA user_version = {FORM}; BEGIN; {_TABLES}"
                    )
                    yield db
                    db.execute("COMMIT")
            except sqlite3.Error as error:
                raise self._explain_unwritable(str(error)) from error
            try:
                put_in_place(real, new)
            except OSError as error:
                raise self._explain_unwritable(describe_refusal(error)) from error

    def explain_broken(self, why: Phrase | str) -> UsageError:
        """What is said of a file that cannot be used."""
        cure = say("cure.rebuild-index", path=str(self._path))
        return UsageError(say("error.unusable-index", why=why), where=str(self._path), cure=cure)

    def explain_newer(self) -> NewerIndexError:
        """What is said of a file that a later factcheck has written."""
        return NewerIndexError(say("error.newer-index"), where=str(self._path), cure=say("cure.newer-factcheck"))

    def _explain_unwritable(self, why: Phrase | str) -> UsageError:
        return UsageError(say("error.unwritable", why=why), where=str(self._path), cure=say("cure.room-on-disk"))


def is_head(head: bytes) -> bool:
    """Whether a file that begins like this is an index."""
    return head.startswith(b"SQLite format 3\0") and head[68:72] == MARK.to_bytes(4, "big")


def is_later(version: str, than: str) -> bool:
    """Whether a version of factcheck comes after another, by the numbers they begin with."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> list[int]:
    found = re.match(r"\d{1,9}(?:\.\d{1,9})*", version)
    return [int(part) for part in found[0].split(".")] if found is not None else []

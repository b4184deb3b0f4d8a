"""The SQLite file of an index: read where nothing can be written, changed in steps that are whole or not at all.

A writer keeps a log of its steps beside the file (SQLite's WAL), so that nobody who reads waits for it, and what it was
killed amid is put right by the next who opens the file. Nothing in the file is trusted: it may come from anyone.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.atomic import hold_folder, put_in_place
from factcheck.errors import UsageError, describe_refusal
from factcheck.index.codec import FORM
from factcheck.index.schema import MARK, TABLES, IncompleteIndexError, check_schema
from factcheck.messages import say
from factcheck.regular import NotRegularError, open_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Phrase

_HEAD = 72  # bytes; SQLite keeps its user version at 60, the application id at 68
_PAGE = 1 << 14  # bytes of a page of SQLite's: several readings share one
_PATIENCE = 60.0  # seconds to wait for another who writes one step
# 0: Python's own, of a text that is none
_DAMAGE = frozenset({0, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a file that is written


class NewerIndexError(UsageError):
    """An index that a later factcheck has written: it is left alone."""


class DamagedIndexError(Exception):
    """A file that cannot be added to; it has to be built anew."""


class _Head:
    """The first bytes of a file, read by one descriptor that stays open as long as the file is the same.

    POSIX takes all locks of a process off a file as soon as any of its descriptors of it is closed. Were the file
    opened and closed for its head, a thread in the midst of reading would lose the lock that SQLite holds for it, and
    another process might clear the log away beneath it. On Windows locks are of a descriptor, and an open one bars
    renaming.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        self._known: tuple[tuple[int, int], int] | None = None  # device and number of the file; its descriptor

    def read(self) -> bytes:
        """Raises `OSError` as `open_regular` does."""
        with self._lock:
            named = self._path.stat()
            now = named.st_dev, named.st_ino
            if self._known is None or self._known[0] != now:
                with open_regular(self._path) as file:
                    if os.name == "nt":
                        return file.read(_HEAD)
                    self.close()
                    self._known = now, os.dup(file.fileno())
            os.lseek(self._known[1], 0, os.SEEK_SET)
            return os.read(self._known[1], _HEAD)

    def close(self) -> None:
        if self._known is not None:
            os.close(self._known[1])
            self._known = None


class IndexFile:
    """The file at `path`; its database is opened for each call and never held."""

    def __init__(self, path: Path) -> None:
        self._path, self._head = path, _Head(path)
        weakref.finalize(self, self._head.close)

    @property
    def _real(self) -> Path:
        return Path(os.path.realpath(self._path))

    def form(self) -> int | None:
        """The form of its bytes; None where there is no file, or an empty one.

        Raises `UsageError` for what is no index, cannot be read, or was written by a newer factcheck.
        """
        try:
            head = self._head.read()
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
    def open_to_read(self, *, older: bool = False) -> Iterator[sqlite3.Connection]:
        """The database as it is at this moment, to be read only.

        Raises `UsageError` that names the file and what to do, whatever is wrong; with `older`, not for an older form.
        """
        form = self.form()
        if form is None and self._path.exists():
            raise self.explain_broken(say("error.empty-index"))
        if form is None:
            raise UsageError(say("error.no-file"), where=str(self._path), cure=say("cure.build-index"))
        if form < FORM and not older:
            raise self.explain_broken(say("error.older-index"))
        try:
            with contextlib.closing(self._connect(_way_to_read(self._real))) as db:
                db.execute("PRAGMA query_only = ON")
                db.execute("BEGIN")
                if form == FORM:
                    check_schema(db)
                yield db
        except IncompleteIndexError as error:
            raise self.explain_broken(error.phrase) from error
        except (sqlite3.Error, msgspec.MsgspecError, ValueError) as error:
            raise self.explain_broken(str(error)) from error

    @contextlib.contextmanager
    def open_to_write(self) -> Iterator[sqlite3.Connection]:
        """The database, to be changed by this one writer; what it commits is on the disk.

        It is made where it is not there, and is gone again where nothing is put into it. Raises `DamagedIndexError`
        where it cannot be added to, `UsageError` where the disk or another program refuses.
        """
        with self._hold() as scratch:
            real = self._real
            fresh = self.form() is None
            empty = False
            if fresh:  # whole from its first moment
                self._make(scratch / "new", real)
            try:
                with contextlib.closing(self._connect(f"{real.as_uri()}?mode=rwc")) as db:
                    db.execute("PRAGMA journal_mode = WAL")
                    db.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives the machine
                    check_schema(db)
                    try:
                        yield db
                    finally:
                        if db.in_transaction:
                            db.execute("ROLLBACK")
                        empty = fresh and not db.execute("SELECT EXISTS (SELECT 1 FROM files)").fetchone()[0]
            except (IncompleteIndexError, msgspec.MsgspecError) as error:
                raise DamagedIndexError from error
            except sqlite3.Error as error:
                if _is_damage(error):
                    raise DamagedIndexError from error
                raise self._explain_refusal(error) from error
            finally:
                if empty:
                    _remove(real)

    @contextlib.contextmanager
    def open_to_replace(self) -> Iterator[sqlite3.Connection]:
        """An empty database that takes the place of the file once all has gone well; one writer at a time."""
        with self._hold() as scratch:
            real, new = self._real, scratch / "new"
            try:
                # nobody else sees it before it is whole, so SQLite need not guard it
                with contextlib.closing(self._connect(f"{new.as_uri()}?mode=rwc")) as db:
                    db.execute("PRAGMA journal_mode = OFF")
                    db.execute("PRAGMA synchronous = OFF")
                    _make_tables(db)
                    yield db
            except sqlite3.Error as error:
                raise self._explain_refusal(error) from error
            try:
                self._settle(real)
                put_in_place(real, new)
                _remove_beside(real)
            except OSError as error:
                raise self._explain_unwritable(describe_refusal(error)) from error

    def _make(self, new: Path, real: Path) -> None:
        """Put an index that holds nothing in place."""
        try:
            with contextlib.closing(self._connect(f"{new.as_uri()}?mode=rwc")) as db:
                _make_tables(db)
            _remove_beside(real)
            put_in_place(real, new)
        except (sqlite3.Error, OSError) as error:
            why = describe_refusal(error) if isinstance(error, OSError) else str(error)
            raise self._explain_unwritable(why) from error

    def explain_broken(self, why: Phrase | str) -> UsageError:
        """What is said of a file that cannot be used."""
        cure = say("cure.rebuild-index", path=str(self._path))
        return UsageError(say("error.unusable-index", why=why), where=str(self._path), cure=cure)

    def explain_newer(self) -> NewerIndexError:
        """What is said of a file that a later factcheck has written."""
        return NewerIndexError(say("error.newer-index"), where=str(self._path), cure=say("cure.newer-factcheck"))

    @contextlib.contextmanager
    def _hold(self) -> Iterator[Path]:
        """The folder of the one who writes; another waits until it is let go."""
        real = self._real
        with contextlib.ExitStack() as stack:
            try:
                scratch = stack.enter_context(hold_folder(real.parent / f".{real.name}.factcheck"))
            except OSError as error:
                raise self._explain_unwritable(describe_refusal(error)) from error
            yield scratch

    @staticmethod
    def _connect(name: str) -> sqlite3.Connection:
        db = sqlite3.connect(name, uri=True, isolation_level=None, timeout=_PATIENCE)
        # what a schema calls is not run; what a page holds is looked at before it is believed
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
            db.execute(f"PRAGMA {setting}")
        return db

    def _settle(self, real: Path) -> None:
        """Have all that was committed in the old file itself, so that no log of it meets the new one."""
        if not real.exists() or not real.stat().st_size:
            return
        with contextlib.suppress(sqlite3.Error), contextlib.closing(self._connect(f"{real.as_uri()}?mode=rw")) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _remove_beside(real)  # one that cannot be read to its end is no loss: the file is built anew

    def _explain_refusal(self, error: sqlite3.Error) -> UsageError:
        if _code(error) in _BUSY:
            return UsageError(say("error.index-busy"), where=str(self._path), cure=say("cure.index-busy"))
        return self._explain_unwritable(str(error))

    def _explain_unwritable(self, why: Phrase | str) -> UsageError:
        return UsageError(say("error.unwritable", why=why), where=str(self._path), cure=say("cure.room-on-disk"))


def _way_to_read(real: Path) -> str:
    """The name by which a file is opened to be read: as one that may be written to, where it may be."""
    log = real.with_name(f"{real.name}-wal")
    if os.access(real, os.W_OK) and os.access(real.parent, os.W_OK):
        return f"{real.as_uri()}?mode=rw"  # a log that a killed writer left is read too
    # where nothing can be written, nobody writes, unless someone else's log is there
    return f"{real.as_uri()}?mode=ro" if log.exists() else f"{real.as_uri()}?mode=ro&immutable=1"


def _make_tables(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA page_size = {_PAGE}")
    db.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        db.execute(table)
    db.execute(f"PRAGMA application_id = {MARK}")
    db.execute(f"PRAGMA user_version = {FORM}")
    db.execute("COMMIT")


def _remove(real: Path) -> None:
    real.unlink(missing_ok=True)
    _remove_beside(real)


def _remove_beside(real: Path) -> None:
    for ending in _BESIDE:
        real.with_name(f"{real.name}{ending}").unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    """The primary code of an error of SQLite; 0 where it is one of Python's."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in _DAMAGE


def is_head(head: bytes) -> bool:
    """Whether a file that begins like this is an index."""
    return head.startswith(b"SQLite format 3\0") and head[68:72] == MARK.to_bytes(4, "big")


def is_later(version: str, than: str) -> bool:
    """Whether a version of factcheck comes after another, by the numbers they begin with."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> list[int]:
    found = re.match(r"\d{1,9}(?:\.\d{1,9})*", version)
    return [int(part) for part in found[0].split(".")] if found is not None else []

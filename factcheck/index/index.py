"""An index: one SQLite file with every article of a corpus as the stages have read it.

Only what changed is read again. A change is one transaction, so a kill leaves the index as it was.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.errors import UsageError
from factcheck.index.codec import FORM, packed, unpacked
from factcheck.model import Article, Document, Skipped, Value
from factcheck.quantity.hedge_table import hedges_file
from factcheck.read.load import Options, load
from factcheck.read.source import Source, printable
from factcheck.run.article import reading_of
from factcheck.run.engine import mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.progress import Progress

_Work = tuple[Source, str, Options]
_MARK = 0x6663697A  # "fciz", the application id of the file
_META = "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
# a path may hold bytes that are no text, so it is stored as bytes
_FILES = """
CREATE TABLE IF NOT EXISTS files (
    real BLOB PRIMARY KEY, id TEXT NOT NULL, shown TEXT NOT NULL, hash TEXT NOT NULL, held BLOB NOT NULL
) WITHOUT ROWID
"""


class Changes(NamedTuple):
    """What an update did, in files."""

    added: int
    changed: int
    removed: int
    same: int


class _Read(Value, frozen=True):
    """A file that was read anew."""

    source: Source
    hash: str
    held: bytes


class Index:
    """The articles on file. `path` is the SQLite file; it is opened for each call and never held."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    @staticmethod
    def is_one(path: str | Path) -> bool:
        """Whether a file is an index, by its head."""
        try:
            with Path(path).open("rb") as file:
                head = file.read(72)
        except OSError:
            return False
        return head.startswith(b"SQLite format 3\0") and head[68:72] == _MARK.to_bytes(4, "big")

    def update(
        self,
        sources: Sequence[Source],
        options: Options | None = None,
        *,
        roots: Sequence[str] = (),
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Changes:
        """Make the index hold exactly these files, in one transaction; what did not change is not read again."""
        options = options if options is not None else Options()
        meta = {
            "reader": _reader(),
            "options": msgspec.json.encode(options).decode(),
            "roots": msgspec.json.encode(list(map(printable, roots))).decode(),
        }
        try:
            with closing(self._opened(create=True)) as db, db:
                return _updated(
                    db, sources, options, meta, lambda work: mapped(_read_file, work, jobs, progress, "file")
                )
        except sqlite3.Error as error:
            raise self._broken(str(error)) from error

    def articles(self, without: Iterable[bytes] = (), *, current: bool = True) -> list[Article]:
        """The articles on file, in the order of real paths; ids that come twice are numbered.

        `without` are real paths to leave out. Raises `UsageError` where another version of factcheck, or one with other
        hedges, has read them, unless `current` is false.
        """
        if current and self._meta("reader") != _reader():
            what = "read by another version of factcheck, or with another table of hedges"
            raise UsageError(what, where=str(self.path), cure=f"factcheck index update {self.path}")
        return list(_numbered(held for held, _ in self._files(frozenset(without))))

    def skipped(self) -> list[Skipped]:
        """What was said when the files were read."""
        return [skipped for _, held in self._files(frozenset()) for skipped in held]

    def names(self) -> dict[bytes, tuple[str, str]]:
        """Real path → the id and the path for people of each file."""
        with closing(self._opened()) as db:
            return {real: (name, shown) for real, name, shown in db.execute("SELECT real, id, shown FROM files")}

    def roots(self) -> list[str]:
        """The paths that the index was built from."""
        return msgspec.json.decode(self._meta("roots"), type=list[str])

    def _meta(self, key: str) -> str:
        try:
            with closing(self._opened()) as db:
                row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            raise self._broken(str(error)) from error
        if row is None:
            raise self._broken(f"it has no {key}")
        return str(row[0])

    def problems(self) -> Iterator[str]:
        """What is wrong with the file, and which articles are no longer what was read."""
        with closing(self._opened()) as db:
            found = [row[0] for row in db.execute("PRAGMA integrity_check")]
            yield from (row for row in found if row != "ok")
            for real, shown, known, held in db.execute("SELECT real, shown, hash, held FROM files ORDER BY real"):
                try:
                    unpacked(held)
                except ValueError as error:
                    yield f"{shown}: cannot be read from the index: {error}"
                now = _hash(real)
                if now != known:
                    yield f"{shown}: {'is gone' if not now else 'has changed since'}"

    def _files(self, without: frozenset[bytes]) -> Iterator[tuple[list[Article], tuple[Skipped, ...]]]:
        with closing(self._opened()) as db:
            for real, held in db.execute("SELECT real, held FROM files ORDER BY real"):
                if real not in without:
                    try:
                        yield unpacked(held)
                    except ValueError as error:
                        raise self._broken(str(error)) from error

    def _opened(self, *, create: bool = False) -> sqlite3.Connection:
        if self.path.exists() and self.path.stat().st_size and not self.is_one(self.path):
            raise UsageError("no index", where=str(self.path), cure="name a file that `factcheck index build` wrote")
        if not create and not self.path.exists():
            raise UsageError("no such file", where=str(self.path), cure="`factcheck index build` makes one")
        try:
            db = sqlite3.connect(self.path, isolation_level=None, timeout=60)
            if create:
                db.execute(f"PRAGMA application_id = {_MARK}")  # before WAL, so that it stands in the file itself
                db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error as error:
            raise self._broken(str(error)) from error
        return db

    def _broken(self, why: str) -> UsageError:
        return UsageError(f"cannot be used: {why}", where=str(self.path), cure="build it anew")


def _updated(
    db: sqlite3.Connection,
    sources: Sequence[Source],
    options: Options,
    meta: dict[str, str],
    read: Callable[[list[_Work]], Iterator[_Read]],
) -> Changes:
    db.execute("BEGIN IMMEDIATE")
    db.execute(_META)
    db.execute(_FILES)
    known: dict[bytes, str] = dict(db.execute("SELECT real, hash FROM files"))
    before = dict(db.execute("SELECT key, value FROM meta"))
    same = all(before.get(key) == meta[key] for key in ("reader", "options"))
    current = known if same else {}  # what another version read, or read otherwise, is read anew
    wanted = {real_path(source): source for source in sources}
    hashes = {real: _hash(real) for real in wanted}
    work = [(source, hashes[real], options) for real, source in wanted.items() if current.get(real) != hashes[real]]
    for row in read(work):
        values = (real_path(row.source), row.source.id, row.source.shown, row.hash, row.held)
        db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", values)
    # found from another folder, the same file has another name
    names = [(source.id, source.shown, real) for real, source in wanted.items()]
    db.executemany("UPDATE files SET id = ?, shown = ? WHERE real = ?", names)
    gone = known.keys() - wanted.keys()
    db.executemany("DELETE FROM files WHERE real = ?", [(real,) for real in gone])
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta.items()))
    added = len(wanted.keys() - known.keys())
    return Changes(added, len(work) - added, len(gone), len(wanted) - len(work))


def _reader() -> str:
    """What decides how a text is read, its options aside."""
    from factcheck import __version__

    hedges = hedges_file()
    return msgspec.json.encode([FORM, __version__, _hash(os.fsencode(hedges)) if hedges is not None else None]).decode()


def real_path(source: Source) -> bytes:
    """What tells a file from every other, whatever it is called."""
    return b"-" if source.path == "-" else os.fsencode(os.path.realpath(source.path))


def _hash(path: bytes) -> str:
    """Of the bytes of a file; empty where it cannot be read."""
    try:
        with Path(os.fsdecode(path)).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _read_file(work: _Work) -> _Read:
    source, digest, options = work
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for item in load(source, options):
        if isinstance(item, Document):
            reading = reading_of(item)
            articles += [reading.article] if reading.article is not None else []
            skipped += reading.skipped
        else:
            skipped.append(item)
    return _Read(source=source, hash=digest, held=packed(articles, skipped))


def _numbered(files: Iterable[list[Article]]) -> Iterator[Article]:
    times: dict[str, int] = {}
    for held in files:
        for article in held:
            name = article.document.id
            while name in times:
                times[article.document.id] += 1
                name = f"{article.document.id}#{times[article.document.id]}"
            times[name] = 1
            yield article if name == article.document.id else _renamed(article, name)


def _renamed(article: Article, name: str) -> Article:
    return msgspec.structs.replace(
        article,
        document=msgspec.structs.replace(article.document, id=name),
        claims=tuple(msgspec.structs.replace(claim, doc=name) for claim in article.claims),
        quotations=tuple(msgspec.structs.replace(quotation, doc=name) for quotation in article.quotations),
    )

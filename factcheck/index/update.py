"""An index brought up to date: what changed is read, in steps that are each on the disk before the next begins."""

from __future__ import annotations

import importlib.util
import os
import time
from collections import deque
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck import zh
from factcheck.index.codec import hash_document, pack_article, pack_rows, pack_skipped, unpack_skipped
from factcheck.index.seal import is_sealed, seal
from factcheck.index.state import FileState, is_unchanged, read_state, sign_file
from factcheck.model import Document, Skipped, Value
from factcheck.pair.rows import outline_article
from factcheck.read import load
from factcheck.read.formats import formats
from factcheck.read.load import is_resumable, load_more
from factcheck.run.article import read_contained
from factcheck.run.engine import map_parts
from factcheck.run.overrides import Overrides

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.lexicon import Grammar
    from factcheck.progress import Progress
    from factcheck.read import InputSource, Options
    from factcheck.run.overrides import PathMetadata

_STEP = 64  # articles, at the most, that are read between two commits
_PAUSE = 2.0  # seconds, at the most, between two commits
_FILES = "SELECT number, real, id, shown, named, reader, needs, signature, size, hash, resume, lines, head FROM files"

_TAKE = (  # of places, {} says which of a file; the pages of the index tell of those that are not fresh
    """
    INSERT OR REPLACE INTO meta SELECT 'lost', '' FROM places AS one WHERE file = ? {}
    AND NOT EXISTS (SELECT 1 FROM fresh WHERE file = one.file AND ordinal = one.ordinal) LIMIT 1
    """,
    "DELETE FROM fresh WHERE (file, ordinal) IN (SELECT file, ordinal FROM places WHERE file = ? {})",
    "DELETE FROM places WHERE file = ? {}",
)

_HOLDS_ARTICLES = (
    "SELECT EXISTS (SELECT 1 FROM places JOIN articles ON articles.number = places.article WHERE held IS NOT NULL)"
)


class Changes(NamedTuple):
    """What an update did, in files."""

    added: int
    changed: int
    removed: int
    same: int


class FiledFile(NamedTuple):
    """A file as the index knows it."""

    number: int
    real: bytes
    id: str
    shown: str
    named: bool
    reader: int
    needs: str
    state: FileState


class _Reading(Value, frozen=True):
    """What came of a document, ready to be stored."""

    hash: bytes
    claims: int
    date: str | None
    claimed: bytes | None
    held: bytes | None
    said: bytes | None


class _Entry(NamedTuple):
    """A document in its file."""

    hash: bytes
    id: str
    record: int | None


class _Finished(NamedTuple):
    """A file all of whose documents have been met; it is stored once `after` readings are."""

    real: bytes
    source: InputSource
    before: FiledFile | None
    state: FileState
    kept: int  # the places of it that stay as they are
    entries: list[_Entry]
    said: tuple[Skipped, ...]
    after: int


def list_files(db: sqlite3.Connection) -> Iterator[FiledFile]:
    """The files of an index, in the order of real paths. Raises `msgspec.MsgspecError` where one is damaged."""
    for row in db.execute(f"{_FILES} ORDER BY real"):
        number, real, name, shown, named, reader, needs, *state = row
        kept = msgspec.convert(
            (number, real, name, shown, bool(named), reader, needs),
            tuple[int, bytes, str, str, bool, int, str],
        )
        yield FiledFile(*kept, FileState(*msgspec.convert(state, tuple[str, int, str, int, int, str])))


class Update:
    """One update of an index that is open to be written.

    `reader`, `options` and `overrides` say how its files are read today.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        reader: str,
        options: Options,
        grammar: Grammar,
        *,
        overrides: Overrides = Overrides(),  # noqa: B008 - a frozen value
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> None:
        self._db, self._reader, self._options, self._grammar = db, reader, options, grammar
        self._overrides = overrides
        self._readers: dict[PathMetadata, int] = {}
        self._jobs, self._progress = jobs, progress
        self._finished: deque[_Finished] = deque()
        self._asked = 0  # readings asked for so far
        self._pending: set[bytes] = set()  # of which are not stored yet
        self._dropped: set[int] = set()  # readings that a place was taken from
        self._total = self._done = 0

    def run(self, wanted: Mapping[bytes, InputSource], roots: Iterable[tuple[str, str]]) -> Changes | None:
        """Make the index hold exactly these files, found by these roots; None where there is no article in them.

        Then nothing of the last step is kept.
        """
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        broken_off = db.execute("SELECT 1 FROM meta WHERE key = 'busy'").fetchone() is not None
        known = {one.real: one for one in list_files(db)}
        self._total = len(wanted)
        same = {real for real, source in wanted.items() if self._stays(known.get(real), source)}
        work = [(real, source, known.get(real)) for real, source in wanted.items() if real not in same]
        gone = known.keys() - wanted.keys()
        rooted = [(number, os.fsencode(given), os.fsencode(folder)) for number, (given, folder) in enumerate(roots)]
        moved = rooted != db.execute("SELECT number, given, folder FROM roots ORDER BY number").fetchall()
        lexicon = zh.lexicon(self._grammar)
        if not (work or gone or moved or broken_off) and is_sealed(db, self._reader):
            full = self._holds_articles()
            db.execute("COMMIT")
            return Changes(0, 0, 0, len(same)) if full else None
        self._tick(len(same))
        db.execute("INSERT OR REPLACE INTO meta VALUES ('busy', '')")
        db.execute("DELETE FROM roots")
        db.executemany("INSERT INTO roots VALUES (?, ?, ?)", rooted)
        self._read(work)
        for real in gone:
            self._drop_file(known[real].number)
        if not self._holds_articles():
            db.execute("ROLLBACK")
            return None
        seal(db, self._reader, lexicon)  # before the readings are gone of which it tells no more
        self._sweep(everywhere=broken_off)
        db.execute("DELETE FROM meta WHERE key = 'busy'")
        db.execute("COMMIT")
        added = sum(before is None for _, _, before in work)
        return Changes(added, len(work) - added, len(gone), len(same))

    def _holds_articles(self) -> bool:
        return bool(self._db.execute(_HOLDS_ARTICLES).fetchone()[0])

    def _find_reader(self, source: InputSource) -> int:
        """The number under which it stands how a file is read: by whom, with which options, date and source."""
        metadata = self._overrides.find_metadata(source.path)
        if metadata not in self._readers:
            self._readers[metadata] = self._number_reader(metadata)
        return self._readers[metadata]

    def _number_reader(self, metadata: PathMetadata) -> int:
        given = {name: value for name, value in msgspec.structs.asdict(metadata).items() if value}
        held = msgspec.json.encode(msgspec.structs.asdict(self._options) | given, order="deterministic").decode()
        row = self._db.execute(
            "SELECT number FROM readers WHERE reader = ? AND options = ?", (self._reader, held)
        ).fetchone()
        if row is None:
            return (
                self._db.execute("INSERT INTO readers (reader, options) VALUES (?, ?)", (self._reader, held)).lastrowid
                or 0
            )
        return int(row[0])

    def _stays(self, before: FiledFile | None, source: InputSource) -> bool:
        """Whether a file need not be looked at again."""
        if before is None or before.reader != self._find_reader(source) or source.path == "-":
            return False
        if (before.id, before.shown, before.named) != (source.id, source.shown, source.named):
            return False
        if any(map(_is_there, before.needs.split())):
            return False  # what was missing when it was read is there now
        if not is_unchanged(before.real, before.state):
            return False
        if not before.state.signature and (signature := sign_file(before.real)):
            self._db.execute("UPDATE files SET signature = ? WHERE number = ?", (signature, before.number))
        return True

    def _read(self, work: Iterable[tuple[bytes, InputSource, FiledFile | None]]) -> None:
        db = self._db
        stored, since, last = 0, 0, time.monotonic()
        read = partial(_read_document, reader=self._reader, grammar=self._grammar)
        with closing(map_parts(read, self._ask(work), self._jobs)) as readings:
            for reading in readings:
                stored, since = stored + 1, since + 1
                db.execute(
                    "INSERT OR IGNORE INTO articles (hash, claims, date, said, claimed, held)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (reading.hash, reading.claims, reading.date, reading.said, reading.claimed, reading.held),
                )
                self._pending.discard(reading.hash)
                self._store_finished(stored)
                if since >= _STEP or time.monotonic() - last > _PAUSE:
                    db.execute("COMMIT")
                    db.execute("BEGIN IMMEDIATE")
                    since, last = 0, time.monotonic()
        self._store_finished(stored)

    def _ask(self, work: Iterable[tuple[bytes, InputSource, FiledFile | None]]) -> Iterator[Document]:
        """The documents that are to be read; of each file of which the last has been met, what is to be stored."""
        for real, source, before in work:
            state, kept, items = self._open(real, source, before)
            metadata = self._overrides.find_metadata(source.path)
            entries: list[_Entry] = []
            said: list[Skipped] = []
            for item in items:
                if isinstance(item, Skipped):
                    said.append(item)
                    continue
                item = metadata.complete(item)  # noqa: PLW2901 - the same document
                one = _Entry(hash_document(item, self._reader), item.id, item.record)
                entries.append(one)
                if one.hash not in self._pending and not self._is_held(one.hash):
                    self._pending.add(one.hash)
                    self._asked += 1
                    yield item
            self._finished.append(_Finished(real, source, before, state, kept, entries, tuple(said), self._asked))

    def _open(
        self, real: bytes, source: InputSource, before: FiledFile | None
    ) -> tuple[FileState, int, Iterator[Document | Skipped]]:
        """The state of a file, how many of its lines need not be read, and the items of the others."""
        grown = before is not None and self._may_grow(before, source)
        state, begins = read_state(real, before.state if before is not None and grown else None)
        if before is None or not begins:
            return state, 0, load(source, self._options)
        return state, before.state.lines, load_more(source, self._options, before.state.resume, before.state.lines)

    def _may_grow(self, before: FiledFile, source: InputSource) -> bool:
        """Whether what was read of a file may stand, if only the end of it is new."""
        return (
            is_resumable(source)
            and before.reader == self._find_reader(source)
            and (before.id, before.shown, before.named) == (source.id, source.shown, source.named)
            and not before.needs
            and before.state.lines > 0
            and bool(
                self._db.execute("SELECT EXISTS (SELECT 1 FROM places WHERE file = ?)", (before.number,)).fetchone()[0]
            )
            and not any(map(_gives_up, self._list_said(before)))
        )

    def _list_said(self, before: FiledFile) -> tuple[Skipped, ...]:
        return unpack_skipped(
            self._db.execute("SELECT said FROM files WHERE number = ?", (before.number,)).fetchone()[0]
        )

    def _is_held(self, digest: bytes) -> bool:
        return self._db.execute("SELECT 1 FROM articles WHERE hash = ?", (digest,)).fetchone() is not None

    def _store_finished(self, stored: int) -> None:
        while self._finished and self._finished[0].after <= stored:
            self._store(self._finished.popleft())
            self._tick(1)

    def _store(self, done: _Finished) -> None:
        """A file with its places, in place of what was known of it."""
        db, before, state = self._db, done.before, done.state
        said, at = done.said, 0
        if before is not None and done.kept:
            # a last line that had no end is read again
            self._take_places(before.number, "AND record > ?", (done.kept,))
            said = (*(one for one in self._list_said(before) if one.line is None or one.line <= done.kept), *said)
            row = db.execute("SELECT max(ordinal) FROM places WHERE file = ?", (before.number,)).fetchone()
            at = int(row[0]) + 1 if row[0] is not None else 0
        elif before is not None:
            self._take_places(before.number)
        needs = " ".join(sorted({module for one in said for module in _find_missing(one)}))
        source = done.source
        number = db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                before.number if before is not None else None, done.real, source.id, source.shown, source.named,
                self._find_reader(source), state.signature, state.size, state.hash, state.resume, state.lines,
                state.head, needs, pack_skipped(said),
            ),
        ).lastrowid  # fmt: skip
        rows = ((number, at + n, one.id, one.record, one.hash) for n, one in enumerate(done.entries))
        found = db.executemany("INSERT INTO places SELECT ?1, ?2, number, ?3, ?4 FROM articles WHERE hash = ?5", rows)
        if found.rowcount < len(done.entries):  # another writer dropped a reading meanwhile: the file is read again
            forget = "UPDATE files SET signature = '', hash = '', resume = 0, lines = 0 WHERE number = ?"
            db.execute(forget, (number,))
        db.execute("INSERT INTO fresh SELECT file, ordinal FROM places WHERE file = ? AND ordinal >= ?", (number, at))

    def _take_places(self, file: int, which: str = "", values: tuple[int, ...] = ()) -> None:
        """Take places of a file away; the readings that had them may have none left."""
        found = self._db.execute(f"SELECT article FROM places WHERE file = ? {which}", (file, *values))  # noqa: S608 - ours
        self._dropped.update(int(row[0]) for row in found)
        for step in _TAKE:
            self._db.execute(step.format(which), (file, *values))

    def _drop_file(self, number: int) -> None:
        self._take_places(number)
        self._db.execute("DELETE FROM files WHERE number = ?", (number,))

    def _sweep(self, *, everywhere: bool) -> None:
        """Drop the readings that no place has, and who read none of what is left."""
        db, left = self._db, "number NOT IN (SELECT article FROM places)"
        if everywhere:
            db.execute(f"DELETE FROM articles WHERE {left}")  # noqa: S608 - ours
        else:
            unused = "DELETE FROM articles WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM places WHERE article = ?1)"
            db.executemany(unused, ((one,) for one in sorted(self._dropped)))
        db.execute("DELETE FROM readers WHERE number NOT IN (SELECT reader FROM files)")

    def _tick(self, files: int) -> None:
        self._done += files
        if self._progress is not None:
            self._progress("file", self._done, self._total)


def _read_document(document: Document, reader: str, grammar: Grammar) -> _Reading:
    reading = read_contained(document, grammar)
    article = reading.article
    nameless = [msgspec.structs.replace(one, path="", line=None) for one in reading.skipped]
    return _Reading(
        hash=hash_document(document, reader),
        claims=len(article.claims) if article is not None else 0,
        date=article.document.date if article is not None else None,
        claimed=pack_rows(outline_article(article, zh.lexicon(grammar))) if article is not None else None,
        held=pack_article(article) if article is not None else None,
        said=pack_skipped(nameless),
    )


def _gives_up(skipped: Skipped) -> bool:
    """Whether it was said that a file was not read to its end."""
    endless = skipped.phrase is not None and skipped.phrase.key == "skipped.endless-line"
    return endless or (skipped.fatal and skipped.line is None)


def _find_missing(skipped: Skipped) -> Iterator[str]:
    """The modules that were missing when something was passed over."""
    if skipped.phrase is None or skipped.phrase.key != "skipped.needs-extra":
        return
    kind = dict(skipped.phrase.values).get("kind")
    yield from (one.needs[0] for one in formats().values() if one.needs is not None and kind in one.suffixes)


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False

"""An index: one SQLite file with every article of a corpus as the stages have read it.

Only what changed is read again. The file is never changed: a new one takes its place, so a kill leaves it as it was.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck import zh
from factcheck.errors import UsageError
from factcheck.index.codec import FORM, pack_articles, unpack_articles
from factcheck.index.file import IncompleteIndexError, IndexFile, NewerIndexError, is_head, is_later
from factcheck.lexicon import Grammar
from factcheck.messages import say, tell
from factcheck.model import Article, Document, Skipped, Value
from factcheck.read import Options, load
from factcheck.read.source import InputSource
from factcheck.regular import open_regular
from factcheck.run.article import read_contained
from factcheck.run.engine import map_parts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Phrase
    from factcheck.progress import Progress

_Work = tuple[InputSource, str, Options]
_ROWS = "SELECT real, id, shown, hash, held FROM files ORDER BY real"


class Changes(NamedTuple):
    """What an update did, in files."""

    added: int
    changed: int
    removed: int
    same: int


class Root(NamedTuple):
    """A path that an index was built from, as it was given, and the absolute folder it was given from."""

    given: str
    folder: str

    @property
    def path(self) -> str:
        """The absolute path."""
        return os.path.join(self.folder, self.given)  # noqa: PTH118 - may be a pattern, and ends as it was given


class _Row(NamedTuple):
    """A file as the index holds it."""

    real: bytes
    id: str
    shown: str
    hash: str
    held: bytes


class _Read(Value, frozen=True):
    """A file that was read anew; `articles` is the number of those in it."""

    source: InputSource
    hash: str
    held: bytes
    articles: int


class _Kept(NamedTuple):
    """What of an index stands: the files it knows, and of those that need not be read again the number of articles."""

    known: frozenset[bytes]
    sound: dict[bytes, int]


class Index:
    """The articles on file. `path` is the SQLite file; it is opened for each call and never held.

    Every method raises `UsageError` with file and cure where the file is none, is damaged, or was written by a newer
    factcheck.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._file = IndexFile(self.path)

    @staticmethod
    def is_one(path: str | Path) -> bool:
        """Whether a file is an index, by its head."""
        try:
            with open_regular(path) as file:
                return is_head(file.read(72))
        except OSError:
            return False

    def update(
        self,
        sources: Sequence[InputSource],
        options: Options | None = None,
        *,
        roots: Sequence[str] = (),
        folder: str | None = None,
        hedges: Path | None = None,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Changes:
        """Make the index hold exactly these files, all or nothing; what did not change is not read again.

        `roots` are the paths they were found by, without them their own, and `folder` is where those were given:
        without it, the current one.
        `hedges` is a file in place of `hedges.yaml`.
        An index that is damaged is built anew. Raises `UsageError` where there is no article in the files.
        """
        options = options if options is not None else Options()
        grammar = Grammar(hedges=hedges)
        zh.lexicon(grammar)  # a broken table is told before anything is read
        meta = {"reader": _reader(hedges), "options": msgspec.json.encode(options).decode()}
        wanted = {real_path(source): source for source in sorted(sources, key=real_path)}
        hashes = {real: _hash(real) for real in wanted}
        with self._file.open_to_replace() as db:
            kept = self._find_kept(meta, hashes)
            work = [(source, hashes[real], options) for real, source in wanted.items() if real not in kept.sound]
            with closing(map_parts(partial(_read_file, grammar=grammar), work, jobs, progress, "file")) as read:
                articles = self._copy(db, wanted, kept, read)
            if not articles:
                raise UsageError(say("error.nothing-to-hold"), where=str(self.path), cure=say("cure.name-folders"))
            here = os.getcwd() if folder is None else folder  # noqa: PTH109 - as the roots, a text that holds bytes
            given = [
                (number, os.fsencode(root), os.fsencode(here))
                for number, root in enumerate(roots or [source.path for source in wanted.values()])
            ]
            db.executemany("INSERT INTO roots VALUES (?, ?, ?)", given)
            db.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))
        added = len(wanted.keys() - kept.known)
        return Changes(added, len(work) - added, len(kept.known - wanted.keys()), len(kept.sound))

    def articles(
        self, without: Iterable[bytes] = (), *, current: bool = True, hedges: Path | None = None
    ) -> list[Article]:
        """The articles on file, in the order of real paths; ids that come twice are numbered.

        `without` are real paths to leave out. Raises `UsageError` where another version of factcheck, or one with other
        hedges than those of the file `hedges`, has read them, unless `current` is false.
        """
        with self._open() as db:
            if current and _meta(db, "reader") != _reader(hedges):
                cure = say("cure.update-index", path=str(self.path))
                raise UsageError(say("error.index-of-other-reader"), where=str(self.path), cure=cure)
            out = frozenset(without)
            return list(_number_repeated(unpack_articles(row.held)[0] for row in _rows(db) if row.real not in out))

    def list_skipped(self) -> list[Skipped]:
        """What was said when the files were read."""
        with self._open() as db:
            return [skipped for row in _rows(db) for skipped in unpack_articles(row.held)[1]]

    def names(self) -> dict[bytes, tuple[str, str]]:
        """Real path → the id and the path for people of each file."""
        with self._open() as db:
            return {row.real: (row.id, row.shown) for row in _rows(db)}

    def roots(self) -> list[Root]:
        """The paths that the index was built from, all given from one folder."""
        with self._open() as db:
            rows = db.execute("SELECT given, folder FROM roots ORDER BY number").fetchall()
            paths = msgspec.convert(rows, list[tuple[bytes, bytes]])
            roots = [Root(os.fsdecode(given), os.fsdecode(folder)) for given, folder in paths]
            if not roots:
                raise IncompleteIndexError(say("error.index-lacks", name="roots"))
            if len({root.folder for root in roots}) > 1 or not all(map(_is_sound, roots)):
                raise IncompleteIndexError(say("error.index-roots"))
            return roots

    def problems(self) -> Iterator[str]:
        """What is wrong with the file, and which articles are no longer what was read."""
        return map(tell, self.faults())

    def faults(self) -> Iterator[Phrase]:
        """As `problems`, to be told in any language."""
        self.roots()
        with self._open() as db:
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check")]
            yield from (say("plain", text=row) for row in found if row != "ok")
            for row in _rows(db):
                try:
                    unpack_articles(row.held)
                except ValueError as error:
                    yield say("index.broken-row", place=row.shown, why=str(error))
        for _, shown, gone in self.find_outdated():
            yield say("index.gone" if gone else "index.changed", place=shown)

    def find_outdated(self) -> Iterator[tuple[bytes, str, bool]]:
        """The files that are not what was read: real path, path for people, and whether the file is gone."""
        with self._open() as db:
            known = [(row.real, row.shown, row.hash) for row in _rows(db)]
        for real, shown, before in known:
            if (now := _hash(real)) != before:
                yield real, shown, not now

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._file.open_to_read() as db:
            form, version, _ = msgspec.json.decode(_meta(db, "reader"), type=tuple[int, str, str | None])
            if form > FORM or is_later(version, _version()):
                raise self._file.explain_newer()
            yield db

    def _find_kept(self, meta: dict[str, str], hashes: dict[bytes, str]) -> _Kept:
        """What of the old file may be kept: what was read as it would be read today, and is whole."""
        known: set[bytes] = set()
        sound: dict[bytes, int] = {}
        if self._file.form() != FORM:
            return _Kept(frozenset(), {})
        try:
            with self._open() as db:
                same = all(_meta(db, key) == value for key, value in meta.items())
                for row in _rows(db):
                    known.add(row.real)
                    if same and hashes.get(row.real) == row.hash and (number := _count(row.held)) is not None:
                        sound[row.real] = number
        except NewerIndexError:
            raise
        except UsageError:  # damaged: what cannot be read is no loss
            return _Kept(frozenset(known), {})
        return _Kept(frozenset(known), sound)

    def _copy(
        self, new: sqlite3.Connection, wanted: dict[bytes, InputSource], kept: _Kept, read: Iterator[_Read]
    ) -> int:
        """Fill the new file, in the order of real paths, from the old one and from what is read; the articles in it."""
        articles = 0
        old = self._read_kept(kept.sound)
        for real, source in wanted.items():
            if real in kept.sound:
                digest, held = next(old)
                articles += kept.sound[real]
            else:
                one = next(read)
                digest, held = one.hash, one.held
                articles += one.articles
            # found from another folder, the same file has another name
            new.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (real, source.id, source.shown, digest, held))
        return articles

    def _read_kept(self, sound: dict[bytes, int]) -> Iterator[tuple[str, bytes]]:
        """Hash and content of the files that are kept, in order."""
        if sound:
            with self._open() as db:
                yield from ((row.hash, row.held) for row in _rows(db) if row.real in sound)


def _is_sound(root: Root) -> bool:
    return bool(root.given) and "\0" not in root.path and Path(root.folder).is_absolute()


def _rows(db: sqlite3.Connection) -> Iterator[_Row]:
    return (msgspec.convert(row, _Row) for row in db.execute(_ROWS))


def _meta(db: sqlite3.Connection, key: str) -> str:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise IncompleteIndexError(say("error.index-lacks", name=key))
    return str(row[0])


def _count(held: bytes) -> int | None:
    """The number of articles in what is held of a file; None where it is damaged."""
    try:
        return len(unpack_articles(held)[0])
    except ValueError:
        return None


def _version() -> str:
    from factcheck import __version__

    return __version__


def _reader(hedges: Path | None) -> str:
    """What decides how a text is read, its options aside."""
    return msgspec.json.encode([FORM, _version(), _hash(os.fsencode(hedges)) if hedges is not None else None]).decode()


def real_path(source: InputSource) -> bytes:
    """What tells a file from every other, whatever it is called."""
    return b"-" if source.path == "-" else os.fsencode(os.path.realpath(source.path))


def _hash(path: bytes) -> str:
    """Of the bytes of a file; empty where it cannot be read."""
    try:
        with open_regular(os.fsdecode(path)) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _read_file(work: _Work, grammar: Grammar) -> _Read:
    source, digest, options = work
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for item in load(source, options):
        if isinstance(item, Document):
            reading = read_contained(item, grammar)
            articles += [reading.article] if reading.article is not None else []
            skipped += reading.skipped
        else:
            skipped.append(item)
    return _Read(source=source, hash=digest, held=pack_articles(articles, skipped), articles=len(articles))


def _number_repeated(files: Iterable[list[Article]]) -> Iterator[Article]:
    times: dict[str, int] = {}
    for held in files:
        for article in held:
            name = article.document.id
            while name in times:
                times[article.document.id] += 1
                name = f"{article.document.id}#{times[article.document.id]}"
            times[name] = 1
            yield article if name == article.document.id else _rename_article(article, name)


def _rename_article(article: Article, name: str) -> Article:
    return msgspec.structs.replace(
        article,
        document=msgspec.structs.replace(article.document, id=name),
        claims=tuple(msgspec.structs.replace(claim, doc=name) for claim in article.claims),
        quotations=tuple(msgspec.structs.replace(quotation, doc=name) for quotation in article.quotations),
    )

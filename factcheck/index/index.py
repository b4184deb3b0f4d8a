"""An index: one SQLite file with every article of a corpus as the stages have read it.

Only what changed is read again, a line that a feed has got, too. What was committed outlives a kill, and the next
update goes on from there.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from factcheck import zh
from factcheck.errors import UsageError
from factcheck.index.codec import FORM, unpack_article, unpack_rows, unpack_skipped
from factcheck.index.file import DamagedIndexError, IndexFile, NewerIndexError, is_head
from factcheck.index.naming import number_repeated
from factcheck.index.paths import Root, list_read_otherwise, read_roots, see_from_here
from factcheck.index.reader import describe_reader, is_newer, is_same_code
from factcheck.index.seal import name_maker
from factcheck.index.state import hash_file, is_unchanged, list_real_paths, real_path
from factcheck.index.update import Changes, Update, list_files
from factcheck.index.verify import are_pages_whole
from factcheck.lexicon import Grammar
from factcheck.messages import say, tell
from factcheck.read import Options
from factcheck.regular import open_regular
from factcheck.run.collector import pause_collector
from factcheck.run.overrides import Overrides

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.evidence.known import KnownArticles
    from factcheck.model import Article, Document, Phrase, Report, Skipped
    from factcheck.pair.rows import ViewRow
    from factcheck.progress import Progress
    from factcheck.read.source import InputSource
    from factcheck.run.against import HeldArticles

__all__ = ["Changes", "Index", "IndexInfo", "Root", "real_path"]
_PLACES = (
    "SELECT files.real, files.shown, places.id, places.record, articles.held"
    " FROM files JOIN places ON places.file = files.number JOIN articles ON articles.number = places.article"
    " WHERE articles.held IS NOT NULL ORDER BY files.real, places.ordinal"
)
_CLAIMED = (
    "SELECT files.real, places.id, articles.claimed"
    " FROM files JOIN places ON places.file = files.number JOIN articles ON articles.number = places.article"
    " WHERE articles.held IS NOT NULL ORDER BY files.real, places.ordinal"
)
_SAID = (
    "SELECT files.shown, places.record, articles.said"
    " FROM articles JOIN places ON places.article = articles.number JOIN files ON files.number = places.file"
    " WHERE articles.said IS NOT NULL ORDER BY files.real, places.ordinal"
)


class _PlaceRow(NamedTuple):
    """A document in its file, with its article as it is held."""

    real: bytes
    shown: str
    id: str
    record: int | None
    held: bytes


class IndexInfo(NamedTuple):
    """What an index holds: numbers of files, articles, readings and claims, bytes, dates, who has read it.

    `readings` are the articles that differ: one that stands in two files is read once. `dates` are the first and the
    last of the articles; None where none has one. `versions` are those of factcheck that have read them. `whole` is
    false where an update was broken off, `current` where this factcheck would read them otherwise.
    """

    files: int
    articles: int
    readings: int
    claims: int
    size: int
    dates: tuple[str, str] | None
    form: int
    versions: tuple[str, ...]
    whole: bool
    current: bool


class Index:
    """The articles on file. `path` is the SQLite file; it is opened for each call and never held.

    Every method raises `UsageError` with file and cure where the file is none, is damaged, or was written by a newer
    factcheck.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._file = IndexFile(self.path)
        self._held: tuple[object, Path | None, HeldArticles] | None = None  # by `check`
        self._names: tuple[object, Mapping[bytes, tuple[str, str]]] | None = None

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
        overrides: Overrides = Overrides(),  # noqa: B008 - a frozen value
        jobs: int = 1,
        progress: Progress | None = None,
        anew: bool = False,
    ) -> Changes:
        """Make the index hold exactly these files; what did not change is not read again.

        It goes in steps; one that is done stays done, whatever happens behind it. `roots` are the paths they were found
        by, without them their own, and `folder` is where those were given: without it, the current one. `hedges` is a
        file in place of `hedges.yaml`; `overrides` give dates and sources to articles that name none. `anew`: all is
        read again, and the new file takes the place of the old one when it is whole; so it is where the old one is
        damaged or of an older form. Raises `UsageError` where there is no article in the files.
        """
        options = options if options is not None else Options()
        grammar = Grammar(hedges=hedges)
        zh.lexicon(grammar)  # a broken table is told before anything is read
        wanted = dict(sorted(zip(list_real_paths(sources), sources, strict=True), key=lambda one: one[0]))
        here = os.getcwd() if folder is None else folder  # noqa: PTH109 - as the roots, a text that holds bytes
        given = [(root, here) for root in roots or [source.path for source in wanted.values()]]

        def work(db: sqlite3.Connection) -> Changes:
            reader = describe_reader(hedges)
            step = Update(db, reader, options, grammar, overrides=overrides, jobs=jobs, progress=progress)
            done = step.run(wanted, given)
            if done is None:
                raise UsageError(say("error.nothing-to-hold"), where=str(self.path), cure=say("cure.name-folders"))
            return done

        if not anew and self._file.form() in {None, FORM}:
            try:
                with self._file.open_to_write() as db:
                    _check_rows(db, self._file)
                    return work(db)
            except DamagedIndexError:
                pass  # what cannot be read is no loss
        known = self._list_known()
        with self._file.open_to_replace() as db:
            added, _, _, _ = work(db)
        same = len(known & wanted.keys())
        return Changes(added - same, same, len(known - wanted.keys()), 0)

    def articles(
        self, without: Iterable[bytes] = (), *, current: bool = True, hedges: Path | None = None
    ) -> list[Article]:
        """The articles on file, in the order of real paths; ids that come twice are numbered.

        `without` are real paths to leave out. Raises `UsageError` where another version of factcheck, or one with other
        hedges than those of the file `hedges`, has read them, unless `current` is false.
        """
        with self._open() as db, pause_collector():
            if current:
                self._insist_on_current(db, hedges)
            out, seen = frozenset(without), see_from_here(read_roots(db)[0].folder)
            times: dict[str, int] = {}
            return [
                unpack_article(held, number_repeated(name, times), seen(shown), record)
                for real, shown, name, record, held in _list_places(db)
                if real not in out
            ]

    def rows(self, without: Iterable[bytes] = (), *, hedges: Path | None = None) -> dict[str, tuple[ViewRow, ...]]:
        """What pairing asks of the claims of each article, by the ids that `articles` gives them; raises as that."""
        with self._open() as db, pause_collector():
            self._insist_on_current(db, hedges)
            out = frozenset(without)
            times: dict[str, int] = {}
            found: dict[str, tuple[ViewRow, ...]] = {}
            for real, given, claimed in msgspec.convert(
                db.execute(_CLAIMED).fetchall(), list[tuple[bytes, str, bytes]]
            ):
                if real not in out:
                    name = number_repeated(given, times)
                    found[name] = unpack_rows(claimed, name)
            return found

    @contextmanager
    def open_known(self, without: Iterable[bytes] = (), *, hedges: Path | None = None) -> Iterator[KnownArticles]:
        """What is known of the articles on file, but for those of some real paths; raises as `articles`.

        As long as it is open, articles are read as they are asked for. Where the pages do not tell of all of them, all
        are read.
        """
        from factcheck.evidence.known import KnownArticles
        from factcheck.index.lookups import know_filed

        out = frozenset(without)
        with self._open() as db:
            self._insist_on_current(db, hedges)
            maker, see = name_maker(describe_reader(hedges)), see_from_here(read_roots(db)[0].folder)
            known = know_filed(db, maker, out, zh.lexicon(Grammar(hedges=hedges)), see)
            if known is not None:
                yield known
                return
        yield KnownArticles(self.articles(out, hedges=hedges), self.rows(out, hedges=hedges))

    def check(self, documents: Iterable[Document], **options: Any) -> Report:  # noqa: ANN401 - those of `factcheck.check`
        """As `factcheck.check` against this index, with its options.

        What is on file is read once and held, and read again where the file has changed.
        """
        from factcheck.run.against import HeldArticles, check  # whoever only updates loads none of it

        hedges, state = options.get("hedges"), self.state()
        if self._held is None or self._held[:2] != (state, hedges):
            self._held = state, hedges, HeldArticles(self.articles(hedges=hedges), self.rows(hedges=hedges))
        return check(documents, self._held[2], **options)

    def list_skipped(self) -> list[Skipped]:
        """What was said when the files were read."""
        with self._open() as db:
            said = [unpack_skipped(row[0]) for row in db.execute("SELECT said FROM files ORDER BY real")]
            for shown, record, held in db.execute(_SAID):
                of_one = unpack_skipped(held)
                where, line = msgspec.convert((shown, record), tuple[str, int | None])
                said.append(tuple(msgspec.structs.replace(one, path=where, line=line) for one in of_one))
            return [one for each in said for one in each]

    def state(self) -> object:
        """What is another whenever something was committed to the file."""
        found: list[tuple[int, int, int] | None] = []
        for name in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                status = name.stat()
            except OSError:
                found.append(None)
            else:
                found.append((status.st_ino, status.st_size, status.st_mtime_ns))
        return tuple(found)

    def names(self) -> Mapping[bytes, tuple[str, str]]:
        """Real path → the id and the path for people of each file; what was read is known until the file changes."""
        state = self.state()
        if self._names is None or self._names[0] != state:
            with self._open() as db:
                self._names = state, {one.real: (one.id, one.shown) for one in list_files(db)}
        return self._names[1]

    def roots(self, *, older: bool = False) -> list[Root]:
        """The paths that the index was built from, all given from one folder; with `older` of an older form too."""
        with self._file.open_to_read(older=older) as db:
            if not older:
                self._refuse_newer(db)
            return read_roots(db)

    def info(self, hedges: Path | None = None) -> IndexInfo:
        """What the index holds."""
        with self._open() as db:
            placed = "places JOIN articles ON articles.number = places.article WHERE held IS NOT NULL"
            articles, claims = _ask(db, f"SELECT count(*), coalesce(sum(claims), 0) FROM {placed}")  # noqa: S608 - ours
            first, last = _ask(db, "SELECT min(date), max(date) FROM articles WHERE date IS NOT NULL")
            read_by = [str(row[0]) for row in db.execute("SELECT DISTINCT reader FROM readers ORDER BY number")]
            versions = dict.fromkeys(str(msgspec.json.decode(reader)[1]) for reader in read_by)
            return IndexInfo(
                files=_ask(db, "SELECT count(*) FROM files")[0],
                articles=articles,
                readings=_ask(db, "SELECT count(*) FROM articles WHERE held IS NOT NULL")[0],
                claims=claims,
                size=self.path.stat().st_size,
                dates=(first, last) if first is not None else None,
                form=FORM,
                versions=tuple(versions),
                whole=_ask(db, "SELECT count(*) FROM meta WHERE key = 'busy'")[0] == 0,
                current=all(reader == describe_reader(hedges) for reader in read_by),
            )

    def problems(self) -> Iterator[str]:
        """What is wrong with the file, and which articles are no longer what was read."""
        return map(tell, self.faults())

    def faults(self) -> Iterator[Phrase]:
        """As `problems`, to be told in any language."""
        self.roots()
        with self._open() as db:
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check")]
            yield from (say("plain", text=row) for row in found if row != "ok")
            readers = db.execute("SELECT number, reader FROM readers").fetchall()
            ours = {int(number) for number, reader in readers if is_same_code(str(reader))}
            if any(one.reader not in ours for one in list_files(db)):
                yield say("index.other-reader")  # what it holds of claims may have another form
            read_by_us = {one.real for one in list_files(db) if one.reader in ours}
            for real, shown, name, record, held in _list_places(db):
                if real not in read_by_us:
                    continue
                try:
                    unpack_article(held, name, shown, record)
                except ValueError as error:
                    yield say("index.broken-row", place=shown, why=str(error))
            loose = db.execute("SELECT count(*) FROM places WHERE article NOT IN (SELECT number FROM articles)")
            if number := loose.fetchone()[0]:
                yield say("index.lost-readings", n=str(number))
            if db.execute("SELECT 1 FROM meta WHERE key = 'busy'").fetchone() is not None:
                yield say("index.broken-off")
            if not are_pages_whole(db):
                yield say("index.broken-pages", path=str(self.path))
            known = list(list_files(db))
        for one in known:
            if (now := hash_file(one.real)) != one.state.hash:
                yield say("index.changed" if now else "index.gone", place=one.shown)

    def find_outdated(self) -> Iterator[tuple[bytes, str, bool]]:
        """The files that are not what was read: real path, path for people, and whether the file is gone."""
        with self._open() as db:
            known = list(list_files(db))
        for one in known:
            if not is_unchanged(one.real, one.state):
                yield one.real, one.shown, not hash_file(one.real)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._file.open_to_read() as db:
            self._refuse_newer(db)
            yield db

    def _refuse_newer(self, db: sqlite3.Connection) -> None:
        if any(is_newer(str(row[0])) for row in db.execute("SELECT reader FROM readers")):
            raise self._file.explain_newer()

    def _insist_on_current(self, db: sqlite3.Connection, hedges: Path | None) -> None:
        read_by = db.execute("SELECT reader FROM readers WHERE number IN (SELECT reader FROM files)")
        if any(str(row[0]) != describe_reader(hedges) for row in read_by):
            cure = say("cure.update-index", path=str(self.path))
            raise UsageError(say("error.index-of-other-reader"), where=str(self.path), cure=cure)

    def insist_on_metadata(self, overrides: Overrides) -> None:
        """Raise `UsageError` where articles were read with other dates or sources than `overrides` give them."""
        with self._open() as db:
            others = list_read_otherwise(db, read_roots(db)[0].folder, overrides)
        if others:
            what = say("error.index-of-other-paths", n=str(len(others)), place=others[0])
            raise UsageError(what, where=str(self.path), cure=say("cure.update-index", path=str(self.path)))

    def _list_known(self) -> frozenset[bytes]:
        """The files of an index that is to be replaced, as far as they can be read."""
        try:
            with self._file.open_to_read(older=True) as db:
                return frozenset(bytes(row[0]) for row in db.execute("SELECT real FROM files"))
        except NewerIndexError:
            raise
        except UsageError:
            return frozenset()


def _ask(db: sqlite3.Connection, question: str) -> Any:  # noqa: ANN401 - a row of what is asked for
    """The one row that answers."""
    return db.execute(question).fetchone()


def _check_rows(db: sqlite3.Connection, file: IndexFile) -> None:
    """Raise what stands in the way of adding to an index that has all its tables."""
    readers = [str(row[0]) for row in db.execute("SELECT reader FROM readers")]
    if any(map(is_newer, readers)):
        raise file.explain_newer()
    if readers:
        read_roots(db)


def _list_places(db: sqlite3.Connection) -> Iterator[_PlaceRow]:
    """Each article as it is held, in the order of real paths. Raises `msgspec.MsgspecError` where one is damaged."""
    return (msgspec.convert(row, _PlaceRow) for row in db.execute(_PLACES))

"""What is looked up in an index that is open: nothing is read of it but what is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np

from factcheck.corpus.corpus import CountedWords, WordCounts, list_article_words
from factcheck.evidence.known import HeldLookups, KnownArticles, LateArticle
from factcheck.holders import Holders, hash_stably
from factcheck.index.codec import unpack_article, unpack_rows
from factcheck.index.naming import number_repeated
from factcheck.index.pages import Kind, Pages, PlaceOnFile
from factcheck.index.tables import Columns, StoredGrams, StoredTable, StoredWordCounts, spread_least, tell_broken
from factcheck.pair.aliases import AliasCounts, find_own
from factcheck.pair.events import EventKeys
from factcheck.pair.held_rows import HeldRows
from factcheck.passage.stored_letters import LetterStore, StoredLetters
from factcheck.quotation.retellings import HeldQuotations, spell_quotations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator

    from factcheck.index.pages import Directory
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, ArticleWords
    from factcheck.pair.rows import ViewRow

_PLACE = (
    "SELECT files.shown, places.id, places.record, articles.held, articles.claimed"
    " FROM places JOIN files ON files.number = places.file JOIN articles ON articles.number = places.article"
    " WHERE places.file = ? AND places.ordinal = ? AND articles.held IS NOT NULL"
)
_LATE = (
    "SELECT places.id, places.file, places.ordinal FROM fresh JOIN places USING (file, ordinal)"
    " JOIN articles ON articles.number = places.article WHERE articles.held IS NOT NULL"
)
_REAL = "SELECT real FROM files WHERE number = ?"
_GIVEN = "SELECT id FROM places WHERE file = ? AND ordinal = ?"
_NUMBERED = re.compile(r"(?:#\d+)+\Z")  # what tells an article from others of its id


class StoredPlace(NamedTuple):
    """A document in its file, with its article and the rows of it as they are held."""

    shown: str
    id: str
    record: int | None
    held: bytes
    claimed: bytes


class StoredArticles(Mapping[str, "Article"]):
    """The articles of a directory by id, each read when it is first asked for."""

    def __init__(
        self, db: sqlite3.Connection, directory: Directory, columns: Columns, see: Callable[[str], str] = str
    ) -> None:
        """`see` makes of a path that was given one that leads there from here."""
        self._db, self._columns, self._see = db, columns, see
        self._places = {doc: place for place, doc in enumerate(directory.ids)}
        self._known: dict[str, Article] = {}
        self._rows: dict[str, tuple[ViewRow, ...]] = {}

    @tell_broken
    def __getitem__(self, doc: str) -> Article:
        known = self._known.get(doc)
        if known is None:
            place = self._places[doc]
            row = read_place(self._db, int(self._columns.files[place]), int(self._columns.ordinals[place]))
            known = self._known[doc] = unpack_article(row.held, doc, self._see(row.shown), row.record)
        return known

    @property
    def read(self) -> Collection[str]:
        """Those that were read, ids."""
        return self._known.keys()

    def __contains__(self, doc: object) -> bool:
        return doc in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @tell_broken
    def rows(self, doc: str) -> tuple[ViewRow, ...]:
        """What pairing asks of the claims of an article, which is read without its text."""
        known = self._rows.get(doc)
        if known is None:
            reading = int(self._columns.readings[self._places[doc]])
            row = self._db.execute("SELECT claimed FROM articles WHERE number = ?", (reading,)).fetchone()
            if row is None or not isinstance(row[0], bytes):
                raise ValueError("rows")
            known = self._rows[doc] = unpack_rows(row[0], doc)
        return known


def read_place(db: sqlite3.Connection, file: int, ordinal: int) -> StoredPlace:
    """A document and its article. Raises `ValueError` where there is none."""
    row = db.execute(_PLACE, (file, ordinal)).fetchone()
    if row is None:
        raise ValueError("place")
    return msgspec.convert(row, StoredPlace)


class _Made(Mapping[str, Any]):
    """What is made of each article when it is first asked for."""

    def __init__(self, articles: Mapping[str, Article], make: Callable[[str], Any]) -> None:
        self._articles, self._make = articles, make
        self._known: dict[str, Any] = {}

    def __getitem__(self, doc: str) -> Any:  # noqa: ANN401 - whatever is made
        if doc not in self._known:
            self._known[doc] = self._make(doc)
        return self._known[doc]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)


class FiledLookups:
    """All that a check asks of the articles of a directory."""

    def __init__(
        self, db: sqlite3.Connection, pages: Pages, directory: Directory, see: Callable[[str], str] = str
    ) -> None:
        """Raises `ValueError` for pages that are none of ours."""
        self.directory, self.columns = directory, Columns.of(directory)
        self.articles = StoredArticles(db, directory, self.columns, see)
        self.tables = {
            kind: StoredTable(pages, kind, directory, self.columns) for kind in Kind if kind in directory.pair_bits
        }
        self.words = StoredWordCounts(pages, directory.word_bits)
        self.grams, self.short = (
            StoredGrams(pages, kind, bits, self.columns)
            for kind, bits in zip((Kind.GRAMS, Kind.SHORT_GRAMS), directory.cell_bits, strict=True)
        )

    def hold(self, lexicon: Lexicon) -> HeldLookups:
        """As the stages ask for it."""
        articles, directory = self.articles, self.directory
        holders = {kind: Holders.over(table) for kind, table in self.tables.items()}
        texts = self.tables[Kind.TEXTS]
        read: Mapping[str, ArticleWords] = _Made(articles, lambda doc: list_article_words(articles[doc]))
        counts = WordCounts(
            articles,
            CountedWords(
                read=read,
                count_reprints=lambda words: len(texts.list_places(hash_stably(words))),
                seen=self.words,
                texts=directory.texts,
                dated=directory.dated,
                articles=len(articles),
            ),
        )
        stats = counts.describe(lexicon)
        return HeldLookups(
            counts=counts,
            aliases=AliasCounts.over(
                _Made(articles, lambda doc: find_own(articles[doc], lexicon)),
                {(name, other): number for name, other, number in directory.aliases},
            ),
            events=EventKeys(holders[Kind.HEADS], holders[Kind.FIGURES]),
            rows=HeldRows(_Made(articles, articles.rows), stats, holders[Kind.ROWS]),
            quoted=HeldQuotations(_Made(articles, lambda doc: spell_quotations(articles[doc])), holders[Kind.QUOTED]),
            printed=self.hold_letters(articles),
        )

    def hold_letters(self, articles: Mapping[str, Article]) -> StoredLetters:
        """The letters of the articles."""
        copies = self.tables[Kind.COPIES]
        store = LetterStore(
            docs=self.directory.ids,
            numbers=self.columns.numbers,
            lengths=self.columns.lengths,
            families=self.columns.families,
            grams=self.grams,
            words=self.short,
            copies=lambda gram: copies.list_places(spread_least(gram)),
            bits=self.directory.cell_bits,
        )
        return StoredLetters(store, articles)

    def list_held(self) -> Iterator[PlaceOnFile]:
        """The articles, in the order of ids."""
        columns = self.columns
        rows = (one.tolist() for one in (columns.files, columns.ordinals, columns.readings, columns.numbers))
        return (PlaceOnFile(*row) for row in zip(self.directory.ids, *rows, strict=True))


def know_filed(
    db: sqlite3.Connection,
    made_by: str,
    without: Collection[bytes],
    lexicon: Lexicon,
    see: Callable[[str], str],
) -> KnownArticles | None:
    """What is known of the articles of an index but for those of some real paths, to be looked up while it is open.

    None where its pages do not tell of all of them: they were made by another factcheck, or an update was broken off.
    Raises `ValueError` for pages that are none of ours.
    """
    pages = Pages(db)
    directory = pages.directory
    if directory is None or directory.made_by != made_by or is_outdated(db):
        return None
    lookups = FiledLookups(db, pages, directory, see)
    out = {int(row[0]) for real in without for row in db.execute("SELECT number FROM files WHERE real = ?", (real,))}
    lost, come = _name_changed(db, out, lookups)
    late: dict[str, LateArticle] = {}
    for doc, (file, ordinal) in come.items():
        row = read_place(db, file, ordinal)
        article = unpack_article(row.held, doc, see(row.shown), row.record)
        late[doc] = LateArticle(article, unpack_rows(row.claimed, doc))
    return KnownArticles.over(lookups.articles, lookups.hold(lexicon), lost, late)


class _Named(NamedTuple):
    """An article by the id that was given to it, its place, and the id by which pages tell of it, if they do."""

    given: str
    file: int
    ordinal: int
    before: str | None = None


def _name_changed(
    db: sqlite3.Connection, out: Collection[int], lookups: FiledLookups
) -> tuple[list[str], dict[str, tuple[int, int]]]:
    """Which articles, ids, are no longer what pages tell of, and by id the places of those that they do not tell of.

    Without the files `out`, and with what is late, others that have an id in common may be numbered otherwise.
    """
    late = [_Named(*row) for row in msgspec.convert(db.execute(_LATE).fetchall(), list[tuple[str, int, int]])]
    files, ordinals, ids = lookups.columns.files, lookups.columns.ordinals, lookups.directory.ids
    gone = np.flatnonzero(np.isin(files, sorted(out))).tolist()
    common = [_strip_number(one.given) for one in late]
    met = any(doc in lookups.articles for doc in (*common, *(one.given for one in late)))
    met |= len(set(common)) < len(common)
    if lookups.directory.repeated or met:
        names = {*common, *(_strip_number(ids[place]) for place in gone)}
        gone = [place for place, doc in enumerate(ids) if _strip_number(doc) in names] if names else []
    told = [
        _Named(_find_given(db, file, ordinal), file, ordinal, ids[place])
        for place, file, ordinal in zip(gone, files[gone].tolist(), ordinals[gone].tolist(), strict=True)
    ]
    stay = [one for one in (*late, *told) if one.file not in out]
    real = {file: db.execute(_REAL, (file,)).fetchone() for file in {one.file for one in stay}}
    times: dict[str, int] = {}
    now: dict[str, _Named] = {}
    for one in sorted(stay, key=lambda one: (real[one.file], one.ordinal)):
        now[number_repeated(one.given, times)] = one
    same = {doc for doc, one in now.items() if one.before == doc}
    lost = [one.before for one in told if one.before is not None and one.before not in same]
    return lost, {doc: (one.file, one.ordinal) for doc, one in now.items() if doc not in same}


def _find_given(db: sqlite3.Connection, file: int, ordinal: int) -> str:
    row = db.execute(_GIVEN, (file, ordinal)).fetchone()
    if row is None:
        raise ValueError("place")
    return str(row[0])


def _strip_number(doc: str) -> str:
    return _NUMBERED.sub("", doc)


def is_outdated(db: sqlite3.Connection) -> bool:
    """Whether something was taken from the index of which the pages still tell."""
    return db.execute("SELECT 1 FROM meta WHERE key = 'lost'").fetchone() is not None

"""What is looked up in an index that is open: nothing is read of it but what is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

import msgspec
import numpy as np

from factcheck.corpus.corpus import CountedWords, WordCounts, list_article_words
from factcheck.evidence.known import HeldLookups, KnownArticles, LateArticle
from factcheck.holders import Holders, hash_stably
from factcheck.index.codec import unpack_article, unpack_rows
from factcheck.index.pages import (
    CELL_BITS,
    HASH_BITS,
    BrokenPageError,
    Kind,
    Pages,
    PlaceOnFile,
    unpack_cells,
    unpack_pairs,
    unpack_words,
)
from factcheck.pair.aliases import AliasCounts, find_own
from factcheck.pair.events import EventKeys
from factcheck.pair.held_rows import HeldRows
from factcheck.passage.stored_letters import LetterStore, StoredLetters
from factcheck.quotation.retellings import HeldQuotations, spell_quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator

    from numpy.typing import NDArray

    from factcheck.index.pages import CellPage, Directory, Pairs
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, ArticleWords
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.letters import Positions

P = ParamSpec("P")
T = TypeVar("T")
_PLACE = (
    "SELECT files.shown, places.id, places.record, articles.held, articles.claimed"
    " FROM places JOIN files ON files.number = places.file JOIN articles ON articles.number = places.article"
    " WHERE places.file = ? AND places.ordinal = ? AND articles.held IS NOT NULL"
)
_LATE = "SELECT fresh.file, fresh.ordinal FROM fresh JOIN files ON files.number = fresh.file ORDER BY real, ordinal"
_OF_FILE = "SELECT places.id FROM places JOIN files ON files.number = places.file WHERE files.real = ?"
_SPREAD = 0x9E3779B97F4B  # by which what is least is spread over all pages; odd, so that it can be undone


def _sound(read: Callable[P, T]) -> Callable[P, T]:
    """Raises `BrokenPageError`, which no article is to blame for, where the file is at fault."""

    @wraps(read)
    def insist(*args: P.args, **named: P.kwargs) -> T:
        try:
            return read(*args, **named)
        except BrokenPageError:
            raise
        except (sqlite3.Error, msgspec.MsgspecError, ValueError) as error:
            raise BrokenPageError(str(error)) from error

    return insist


class StoredPlace(NamedTuple):
    """A document in its file, with its article and the rows of it as they are held."""

    shown: str
    id: str
    record: int | None
    held: bytes
    claimed: bytes


class Columns(NamedTuple):
    """The columns of a directory, and the place in it of each number that pages name an article by, or -1."""

    files: Positions
    ordinals: Positions
    readings: Positions
    numbers: Positions
    lengths: Positions
    families: Positions
    places: Positions

    @classmethod
    def of(cls, directory: Directory) -> Columns:
        """Raises `ValueError` for columns that are none."""
        names = ("files", "ordinals", "readings", "numbers", "lengths", "families")
        files, ordinals, readings, numbers, lengths, families = map(directory.column, names)
        count, most = len(numbers), int(numbers.max(initial=-1))
        if most >= 1 << 32 or len(np.unique(numbers)) != count or int(families.max(initial=0)) > max(0, count - 1):
            raise ValueError("columns")
        if sorted(directory.ids) != directory.ids or int(lengths.sum()) >= 1 << 40:
            raise ValueError("ids")
        places = np.full(most + 1, -1, np.int64)
        places[numbers] = np.arange(count)
        return cls(files, ordinals, readings, numbers, lengths, families, places)

    def place(self, numbers: Positions) -> Positions:
        """The places of those that are there. Raises `ValueError` for other numbers."""
        if len(numbers) and int(numbers.max()) >= len(self.places):
            raise ValueError("numbers")
        found = self.places[numbers]
        if (found < 0).any():
            raise ValueError("numbers")
        return found


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

    @_sound
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

    @_sound
    def rows(self, doc: str) -> tuple[ViewRow, ...]:
        """What pairing asks of the claims of an article, which is read without its text."""
        known = self._rows.get(doc)
        if known is None:
            reading = int(self._columns.readings[self._places[doc]])
            row = self._db.execute("SELECT claimed FROM articles WHERE number = ?", (reading,)).fetchone()
            if row is None or not isinstance(row[0], bytes):
                raise ValueError("no rows")
            known = self._rows[doc] = unpack_rows(row[0], doc)
        return known


def read_place(db: sqlite3.Connection, file: int, ordinal: int) -> StoredPlace:
    """A document and its article. Raises `ValueError` where there is none."""
    row = db.execute(_PLACE, (file, ordinal)).fetchone()
    if row is None:
        raise ValueError("no place")
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


class StoredTable:
    """Hashes of keys, and the articles that hold each, on the pages of one kind."""

    def __init__(self, pages: Pages, kind: Kind, directory: Directory, columns: Columns) -> None:
        self._pages, self._kind, self._columns, self._ids = pages, kind, columns, directory.ids
        self._bits = directory.pair_bits[kind]
        self._known: dict[int, Pairs] = {}
        if not 0 <= self._bits <= HASH_BITS:
            raise ValueError("bits")

    def hash_key(self, key: Hashable) -> int:
        """The same in every process."""
        return hash_stably(key)

    def of(self, wanted: int, most: int | None) -> list[str] | None:
        """The articles that hold a hash, in order; None where they are more than `most`."""
        found = self.list_places(wanted)
        return None if most is not None and len(found) > most else [self._ids[place] for place in found]

    def find(self, wanted: NDArray[np.uint64]) -> set[str]:
        """The articles that hold any of some hashes."""
        return {self._ids[place] for one in wanted.tolist() for place in self.list_places(one)}

    @_sound
    def list_places(self, wanted: int) -> list[int]:
        """The articles that hold a hash, by their places in the directory, in order."""
        number = wanted >> (HASH_BITS - self._bits)
        if number not in self._known:
            data = self._pages.read(self._kind, number)
            self._known[number] = unpack_pairs(data)
        page = self._known[number]
        first, last = (int(page.hashes.searchsorted(np.uint64(wanted), side)) for side in ("left", "right"))
        return sorted(self._columns.place(page.numbers[first:last]).tolist()) if last > first else []


class StoredWordCounts(Mapping[str, int]):
    """Word → in how many texts it stands."""

    def __init__(self, pages: Pages, bits: int) -> None:
        self._pages, self._bits = pages, bits
        self._known: dict[int, dict[str, int]] = {}

    @_sound
    def __getitem__(self, word: str) -> int:
        number = hash_stably(word) >> (HASH_BITS - self._bits)
        if number not in self._known:
            data = self._pages.read(Kind.WORDS, number)
            self._known[number] = unpack_words(data)
        return self._known[number][word]

    def __iter__(self) -> Iterator[str]:
        return (word for _, data in self._pages.read_all(Kind.WORDS) for word in unpack_words(data))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _CellPage(NamedTuple):
    page: CellPage
    ends: Positions  # how many grams stand in the cells before each, and in all


class StoredGrams:
    """How often each gram occurs, and where that is told, in which articles."""

    def __init__(self, pages: Pages, kind: Kind, bits: int, columns: Columns) -> None:
        self._pages, self._kind, self._bits, self._columns = pages, kind, bits, columns
        self._known: dict[int, _CellPage] = {}
        if not CELL_BITS < bits <= HASH_BITS:
            raise ValueError("bits")

    @_sound
    def at(self, cells: Positions, bits: int) -> Positions:
        """The counts of some cells, which are named by so many bits."""
        wanted, which = np.unique(cells, return_inverse=True)
        counts = np.zeros(len(wanted), np.int64)
        for page, at, first, last in self._divide(wanted, bits):
            counts[at] += page.ends[last] - page.ends[first]
        return counts[which]

    @_sound
    def find(self, cells: Positions, bits: int) -> tuple[Positions, Positions]:
        """The articles, by their places, that hold a gram of some cells: which of the cells, and who."""
        found, who = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for page, at, first, last in self._divide(cells, bits):
            start, size = page.ends[first], page.ends[last] - page.ends[first]
            taken = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size) + np.repeat(start, size)
            found.append(np.repeat(at, size))
            who.append(self._columns.place(page.page.numbers[taken]))
        at = np.concatenate(found)
        order = np.argsort(at, kind="stable")
        return at[order], np.concatenate(who)[order]

    def _divide(self, cells: Positions, bits: int) -> Iterator[tuple[_CellPage, Positions, Positions, Positions]]:
        """Each page with the cells that are on it: which of those asked, and from where to where on the page.

        A cell that is named by fewer bits is some of ours, side by side, on one page or on several.
        """
        more, size = self._bits - bits, 1 << CELL_BITS
        if more < 0:
            raise ValueError("coarse")
        start = cells << more
        for step in range(1 << max(0, more - CELL_BITS)):  # pages of one cell
            numbers = (start >> CELL_BITS) + step
            order = np.argsort(numbers, kind="stable")
            low = (start & (size - 1))[order]
            high = low + (1 << min(more, CELL_BITS))
            edges = np.concatenate(([0], np.flatnonzero(np.diff(numbers[order])) + 1, [len(order)])).tolist()
            for first, last in pairwise(edges) if len(order) else ():
                page = self._read(int(numbers[order[first]]))
                yield page, order[first:last], low[first:last], high[first:last]

    @_sound
    def _read(self, number: int) -> _CellPage:
        known = self._known.get(number)
        if known is None:
            data = self._pages.read(self._kind, number)
            page = unpack_cells(data)
            known = self._known[number] = _CellPage(page, np.concatenate(([0], np.cumsum(page.counts))))
        return known


def spread_least(gram: int) -> int:
    """The hash under which stands who has a gram among the least."""
    return ((gram >> (64 - HASH_BITS)) * _SPREAD) & ((1 << HASH_BITS) - 1)


def order_least(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of such hashes, numbers that have the order of the grams."""
    back = np.uint64(pow(_SPREAD, -1, 1 << HASH_BITS))
    return (hashes * back) & np.uint64((1 << HASH_BITS) - 1)


class Lookups:
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
    gone = [doc for real in sorted(without) for (doc,) in db.execute(_OF_FILE, (real,))]
    late: dict[str, LateArticle] = {}
    out = {int(row[0]) for real in without for row in db.execute("SELECT number FROM files WHERE real = ?", (real,))}
    for file, ordinal in msgspec.convert(db.execute(_LATE).fetchall(), list[tuple[int, int]]):
        if file not in out and db.execute(_PLACE, (file, ordinal)).fetchone() is not None:
            row = read_place(db, file, ordinal)
            if row.id in late:
                return None
            article = unpack_article(row.held, row.id, see(row.shown), row.record)
            late[row.id] = LateArticle(article, unpack_rows(row.claimed, row.id))
    if directory.repeated and (gone or late):
        return None  # others may have other ids without them
    lookups = Lookups(db, pages, directory, see)
    if any(doc in lookups.articles for doc in late):
        return None
    lost = [doc for doc in gone if doc in lookups.articles]
    return KnownArticles.over(lookups.articles, lookups.hold(lexicon), lost, late)


def is_outdated(db: sqlite3.Connection) -> bool:
    """Whether something was taken from the index of which the pages still tell."""
    return db.execute("SELECT 1 FROM meta WHERE key = 'lost'").fetchone() is not None

"""What is looked up of the articles of an index, put on its pages: with what came, and without what went."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

import factcheck
from factcheck.index.codec import unpack_article, unpack_rows
from factcheck.index.gathered import MOST_BITS, Gathered
from factcheck.index.lookups import FiledLookups, is_outdated
from factcheck.index.merge import PairChange, merge_grams, merge_pairs, merge_short_grams, merge_words
from factcheck.index.naming import number_repeated
from factcheck.index.pages import (
    HELD_BY,
    Directory,
    Kind,
    NoPages,
    Pages,
    PlaceOnFile,
    choose_page_bits,
    choose_word_bits,
    pack_column,
    pack_directory,
)
from factcheck.index.tables import order_least
from factcheck.passage.families import hash_letters, number_families
from factcheck.passage.rarity import GRAM, WORD, choose_bits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.index.pages import Pairs
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.letters import Positions

_LATE, _LATE_IN = 64, 128  # articles, and one in so many, of which a check may look things up itself
_MUCH = 2  # one in so many articles that came or went, from which on all is made anew
_ROOM = 2  # bits, by which pages of pairs may be fewer than they would be made
_CACHED = 64  # articles whose grams are remembered
_ROOMS = ("passage", "index", "evidence")
_EVERY = (
    "SELECT places.id, places.file, places.ordinal, places.article FROM places"
    " JOIN files ON files.number = places.file JOIN articles ON articles.number = places.article"
    " WHERE articles.held IS NOT NULL ORDER BY files.real, places.ordinal"
)
_NONE = np.zeros(0, np.int64)


@cache
def _digest_makers() -> str:
    digest, package = hashlib.sha256(), Path(factcheck.__file__).parent
    rooms = chain.from_iterable(package.joinpath(room).rglob("*.py") for room in _ROOMS)
    for path in sorted([package / "holders.py", *rooms]):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def is_sealed(db: sqlite3.Connection, reader: str) -> bool:
    """Whether the pages tell of all articles, as `reader` has read them, but for a few late ones."""
    try:
        before = Pages(db).directory
    except ValueError:
        return False
    if before is None or before.made_by != name_maker(reader) or is_outdated(db):
        return False
    late = int(db.execute("SELECT count(*) FROM fresh").fetchone()[0])
    return late <= _LATE + len(before.ids) // _LATE_IN


def seal(db: sqlite3.Connection, reader: str, lexicon: Lexicon) -> None:
    """Have pages that tell of all articles but a few late ones; `reader` has read them."""
    if is_sealed(db, reader):
        return
    pages = Pages(db)
    listed, repeated = _list_places(db)
    maker, before = name_maker(reader), None
    with contextlib.suppress(ValueError):  # what cannot be read is no loss
        before = pages.directory
    try:
        if before is not None and before.made_by == maker:
            _Sealing(db, lexicon, before).make(listed, maker, repeated=repeated)
        else:
            _Sealing(db, lexicon, None).make(listed, maker, repeated=repeated)
    except ValueError:  # they cannot be read, or have no room for what came
        _Sealing(db, lexicon, None).make(listed, maker, repeated=repeated)
    db.execute("DELETE FROM fresh")
    db.execute("DELETE FROM meta WHERE key = 'lost'")


def name_maker(reader: str) -> str:
    """What decides on the pages: who has read the articles, and what has made them of these."""
    return f"{_digest_makers()} {reader}"


def _list_places(db: sqlite3.Connection) -> tuple[list[PlaceOnFile], bool]:
    """All articles, by no number yet; and whether an id came twice."""
    times: dict[str, int] = {}
    listed, repeated = [], False
    rows = msgspec.convert(db.execute(_EVERY).fetchall(), list[tuple[str, int, int, int]])
    for given, file, ordinal, reading in rows:
        name = number_repeated(given, times)
        repeated |= name != given
        listed.append(PlaceOnFile(name, file, ordinal, reading, -1))
    return sorted(listed, key=lambda one: one.id), repeated


class _Sealing:
    """The pages of an index as they are changed: with articles that come, without some that go."""

    def __init__(self, db: sqlite3.Connection, lexicon: Lexicon, before: Directory | None) -> None:
        """`before` is what the pages hold; None: they are made anew."""
        self._db, self._pages, self._before = db, Pages(db), before
        self._lookups = FiledLookups(db, self._pages, before) if before is not None else None
        folder = _find_folder(db)
        self._lost, self._new = Gathered(lexicon, folder), Gathered(lexicon, folder)
        self._bits = before.cell_bits if before is not None else (0, 0)

    def make(self, listed: Sequence[PlaceOnFile], maker: str, *, repeated: bool) -> None:
        """Have pages that tell of these articles. Raises `ValueError` where those before cannot be gone on from."""
        held, numbers, lengths = dict[tuple[str, int, int, int], PlaceOnFile](), _NONE, dict[int, int]()
        if self._lookups is not None:
            columns = self._lookups.columns
            numbers, lengths = (
                columns.numbers,
                dict(zip(columns.numbers.tolist(), columns.lengths.tolist(), strict=True)),
            )
            held = {(one.id, one.file, one.ordinal, one.reading): one for one in self._lookups.list_held()}
        after, come = int(numbers.max(initial=-1)) + 1, list[PlaceOnFile]()
        places: list[PlaceOnFile] = []
        for one in listed:
            same = held.pop((one.id, one.file, one.ordinal, one.reading), None)
            places.append(same or msgspec.structs.replace(one, number=after + len(come)))
            come += places[-1:] if same is None else []
        gone = list(held.values())
        if self._lookups is not None and len(come) + len(gone) > len(numbers) // _MUCH:
            raise ValueError("much")  # it is less to make all anew
        for some, gathered in ((gone, self._lost), (come, self._new)):
            for one, (article, rows) in zip(some, _read(self._db, some), strict=True):
                gathered.add(one.number, article, rows)
            gathered.settle()
        lengths |= self._new.lengths
        self._choose_bits(sum(lengths[one.number] for one in places))
        families = self._find_families(places, gone, come)
        out = np.array(sorted(one.number for one in gone), np.int64)
        directory = Directory(
            made_by=maker,
            repeated=repeated,
            ids=[one.id for one in places],
            files=pack_column(one.file for one in places),
            ordinals=pack_column(one.ordinal for one in places),
            readings=pack_column(one.reading for one in places),
            numbers=pack_column(one.number for one in places),
            lengths=pack_column(lengths[one.number] for one in places),
            families=pack_column(families),
        )
        self._put(msgspec.structs.replace(directory, cell_bits=self._bits), out)

    def _choose_bits(self, letters: int) -> None:
        """Those of cells, for so many letters and somewhat more; `ValueError` where the pages have too few."""
        grams, words = (
            min(most, choose_bits(letters, size) + 1) for size, most in zip((GRAM, WORD), MOST_BITS, strict=True)
        )
        if self._before is None:
            self._bits = grams, words
        elif grams > self._bits[0] + 1 or words > self._bits[1] + 1:
            raise ValueError("coarse")

    def _put(self, directory: Directory, gone: Positions) -> None:
        """Have the pages, with this directory once it says what is on them."""
        pages, lost, new, (grams, short) = self._pages, self._lost, self._new, self._bits
        before = self._before or Directory()
        put, held = (pages.put, NoPages()) if self._before is None else (pages.change, pages)
        texts, words = self._count_texts()
        totals, bits = dict[int, int](), dict[int, int]()
        for kind in HELD_BY:
            change = PairChange(gone, lost.list_pairs(kind), new.list_pairs(kind))
            totals[kind] = before.pairs.get(kind, 0) - len(change.lost) + len(change.new)
            bits[kind] = before.pair_bits.get(kind, choose_page_bits(totals[kind]))
            if choose_page_bits(totals[kind]) > bits[kind] + _ROOM:
                raise ValueError("coarse")
            put(kind, merge_pairs(held, kind, bits[kind], change))
        put(Kind.GRAMS, merge_grams(held, grams, PairChange(gone, lost.grams, new.grams)))
        put(Kind.SHORT_GRAMS, merge_short_grams(held, short, lost.short, new.short))
        word_bits = before.word_bits if self._before is not None else choose_word_bits(len(words))
        changed, more = merge_words(held, word_bits, words)
        put(Kind.WORDS, changed)
        aliases = Counter({(name, other): n for name, other, n in before.aliases})
        aliases.update(new.aliases)
        aliases.subtract(lost.aliases)
        directory = msgspec.structs.replace(
            directory,
            dated=before.dated - lost.dated + new.dated,
            texts=before.texts + texts,
            pair_bits=bits,
            pairs=totals,
            word_bits=word_bits,
            words=before.words + more,
            aliases=sorted((name, other, n) for (name, other), n in aliases.items() if n > 0),
        )
        pages.put(Kind.DIRECTORY, [(0, pack_directory(directory))])

    def _count_texts(self) -> tuple[int, Counter[str]]:
        """How many texts there are more, and of each word how many more of them hold it."""
        counted = Counter(self._new.texts)
        counted.subtract(self._lost.texts)
        table = self._lookups.tables[Kind.TEXTS] if self._lookups is not None else None
        steps: dict[int, int] = {}
        for text, number in counted.items():
            before = len(table.list_places(text)) if table is not None else 0
            steps[text] = bool(before + number) - bool(before)
        words = self._new.count_words({text: step for text, step in steps.items() if step > 0})
        words.update(self._lost.count_words({text: step for text, step in steps.items() if step < 0}))
        return sum(steps.values()), words

    def _find_families(
        self,
        places: Sequence[PlaceOnFile],
        gone: Sequence[PlaceOnFile],
        come: Sequence[PlaceOnFile],
    ) -> Positions:
        """For each article the place of the first of its family."""
        if self._lookups is None:
            new, numbers = self._new, [one.number for one in places]
            return number_families(
                len(places),
                _list_meetings(places, new.list_pairs(Kind.COPIES).read_all()),
                lru_cache(maxsize=_CACHED)(lambda place: hash_letters(new.read_codes(numbers[place]))),
            )
        held = {one.id: one for one in self._lookups.list_held()}
        found = self._lookups.hold_letters(_ByName(self._db, held))
        articles = (article for article, _ in _read(self._db, come))
        moved = found.move([one.id for one in gone], {one.document.id: one for one in articles}).families
        _, first, which = np.unique(moved, return_index=True, return_inverse=True)
        return first[which]


def _read(db: sqlite3.Connection, places: Iterable[PlaceOnFile]) -> Iterator[tuple[Article, tuple[ViewRow, ...]]]:
    for one in places:
        row = db.execute("SELECT held, claimed FROM articles WHERE number = ?", (one.reading,)).fetchone()
        if row is None:
            raise ValueError("reading")
        held, claimed = msgspec.convert(row, tuple[bytes, bytes])
        yield unpack_article(held, one.id), unpack_rows(claimed, one.id)


def _find_folder(db: sqlite3.Connection) -> Path | None:
    """The folder of the file of a database."""
    row = db.execute("SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'").fetchone()
    return Path(os.fsdecode(row[0])).parent if row is not None and row[0] else None


class _ByName(Mapping[str, "Article"]):
    """The articles of places by id, read as they are asked for."""

    def __init__(self, db: sqlite3.Connection, places: Mapping[str, PlaceOnFile]) -> None:
        self._db, self._places = db, places

    def __getitem__(self, doc: str) -> Article:
        return next(_read(self._db, [self._places[doc]]))[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _list_meetings(places: Sequence[PlaceOnFile], least: Pairs) -> Iterator[list[int]]:
    """The articles, by place, that have one of their least grams alike, in the order in which those in memory meet."""
    place = {one.number: at for at, one in enumerate(places)}
    docs = np.array([place[number] for number in least.numbers.tolist()], np.int64)
    order = np.lexsort((docs, least.hashes))
    hashes, docs = least.hashes[order], docs[order]
    starts = np.flatnonzero(np.diff(hashes, prepend=hashes[:1] + np.uint64(1)))
    ends = np.append(starts[1:], len(hashes))
    several = ends - starts > 1
    starts, ends = starts[several], ends[several]
    for at in np.lexsort((order_least(hashes[starts]), docs[starts])).tolist():
        yield docs[starts[at] : ends[at]].tolist()

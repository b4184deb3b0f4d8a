"""What is looked up of the articles of an index, put on its pages: with what came, and without what went."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

import factcheck
from factcheck.holders import hash_stably
from factcheck.index.codec import unpack_article, unpack_rows
from factcheck.index.gathered import Gathered
from factcheck.index.lookups import Columns, is_outdated, order_least
from factcheck.index.merge import merge_cells, merge_pairs, read_grams, read_pairs, read_short_grams, sort_pairs
from factcheck.index.naming import number_repeated
from factcheck.index.pages import (
    HELD_BY,
    Directory,
    Kind,
    Pages,
    PlaceOnFile,
    choose_page_bits,
    choose_word_bits,
    divide_cells,
    divide_pairs,
    divide_words,
    pack_column,
    pack_directory,
    unpack_words,
)
from factcheck.passage.families import number_families
from factcheck.passage.letters import LateSequence, Letters
from factcheck.passage.rarity import GRAM, WORD, choose_bits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.index.pages import Pairs
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.letters import Positions

_LATE, _LATE_IN = 64, 128  # articles, and one in so many, of which a check may look things up itself
_MOST_BITS = (26, 24)  # of the cells of grams and of short ones: what rarity has at the most
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
    most = 0 if before.repeated else _LATE + len(before.ids) // _LATE_IN
    return late <= most and not _are_repeated(db, before)


def seal(db: sqlite3.Connection, reader: str, lexicon: Lexicon) -> None:
    """Have pages that tell of all articles but a few late ones; `reader` has read them."""
    if is_sealed(db, reader):
        return
    pages, made = Pages(db), None
    listed, repeated = _list_places(db)
    try:
        before = pages.directory
        if before is not None and before.made_by == name_maker(reader):
            made = _add(db, pages, before, listed, lexicon)
    except ValueError:
        pass  # what cannot be read, or is too coarse by now, is made anew
    made = made or _make(db, listed, lexicon)
    made.put(pages, name_maker(reader), repeated=repeated)
    db.execute("DELETE FROM fresh")
    db.execute("DELETE FROM meta WHERE key = 'lost'")


def name_maker(reader: str) -> str:
    """What decides on the pages: who has read the articles, and what has made them of these."""
    return f"{_digest_makers()} {reader}"


def _are_repeated(db: sqlite3.Connection, before: Directory) -> bool:
    """Whether a late article has an id that another has."""
    held = set(before.ids)
    names = [str(row[0]) for row in db.execute("SELECT places.id FROM fresh JOIN places USING (file, ordinal)")]
    return len(set(names)) < len(names) or not held.isdisjoint(names)


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


class _Table(NamedTuple):
    """All that is on the pages, by the numbers of articles."""

    places: list[PlaceOnFile]
    lengths: dict[int, int]
    pairs: dict[Kind, Pairs]
    cells: tuple[Pairs, Positions]  # of grams, by article; of short ones
    bits: tuple[int, int]
    words: Counter[str]
    aliases: Counter[tuple[str, str]]
    dated: int
    texts: int
    families: Positions

    def put(self, pages: Pages, maker: str, *, repeated: bool) -> None:
        """Have it on the pages."""
        bits = {}
        for kind, pairs in self.pairs.items():
            bits[int(kind)] = choose_page_bits(len(pairs.hashes))
            pages.put(kind, divide_pairs(pairs, bits[int(kind)]))
        grams, short = self.cells
        pages.put(Kind.GRAMS, divide_cells(grams.hashes.astype(np.int64), grams.numbers))
        pages.put(Kind.SHORT_GRAMS, divide_cells(short, None))
        word_bits = choose_word_bits(len(self.words))
        pages.put(Kind.WORDS, divide_words(self.words, word_bits, {word: hash_stably(word) for word in self.words}))
        columns = {
            "files": [one.file for one in self.places],
            "ordinals": [one.ordinal for one in self.places],
            "readings": [one.reading for one in self.places],
            "numbers": [one.number for one in self.places],
            "lengths": [self.lengths[one.number] for one in self.places],
        }
        directory = Directory(
            made_by=maker,
            ids=[one.id for one in self.places],
            **{name: pack_column(np.array(column, np.int64)) for name, column in columns.items()},
            families=pack_column(self.families),
            dated=self.dated,
            texts=self.texts,
            repeated=repeated,
            pair_bits=bits,
            word_bits=word_bits,
            cell_bits=self.bits,
            aliases=sorted((name, other, number) for (name, other), number in self.aliases.items()),
        )
        pages.put(Kind.DIRECTORY, [(0, pack_directory(directory))])


def _make(db: sqlite3.Connection, listed: Sequence[PlaceOnFile], lexicon: Lexicon) -> _Table:
    """All of it, from every article."""
    places = [msgspec.structs.replace(one, number=number) for number, one in enumerate(listed)]
    lengths = sum(len(article.text.folded) for article, _ in _read(db, places))
    bits = _choose_bits(lengths)
    new = Gathered(lexicon, bits)
    for one, (article, rows) in zip(places, _read(db, places), strict=True):
        new.add(one.number, article, rows)
    texts = {text for text, _ in new.words.values()}
    words: Counter[str] = Counter()
    for text, told in new.words.values():
        if text in texts:
            texts.discard(text)
            words.update(told)
    pairs = {kind: sort_pairs(new.list_pairs(kind)) for kind in HELD_BY}
    return _Table(
        places=places,
        lengths=new.lengths,
        pairs=pairs,
        cells=(sort_pairs(new.list_cells()), np.sort(new.list_short())),
        bits=bits,
        words=words,
        aliases=new.aliases,
        dated=new.dated,
        texts=len({text for text, _ in new.words.values()}),
        families=_find_families(db, places, new.lengths, pairs[Kind.COPIES]),
    )


def _add(
    db: sqlite3.Connection,
    pages: Pages,
    before: Directory,
    listed: Sequence[PlaceOnFile],
    lexicon: Lexicon,
) -> _Table:
    """What is on the pages with what came and without what went. Raises `ValueError` where that cannot be told."""
    columns = Columns.of(before)
    held = _list_held(before, columns)
    known = {(one.id, one.file, one.ordinal, one.reading): one for one in held}
    after = int(columns.numbers.max(initial=-1)) + 1
    places: list[PlaceOnFile] = []
    come: list[PlaceOnFile] = []
    for one in listed:
        same = known.pop((one.id, one.file, one.ordinal, one.reading), None)
        places.append(same or msgspec.structs.replace(one, number=after + len(come)))
        come += places[-1:] if same is None else []
    gone = list(known.values())
    lost, new = Gathered(lexicon, before.cell_bits), Gathered(lexicon, before.cell_bits)
    for some, gathered in ((gone, lost), (come, new)):
        for one, (article, rows) in zip(some, _read(db, some), strict=True):
            gathered.add(one.number, article, rows)
    lengths = dict(zip(columns.numbers.tolist(), columns.lengths.tolist(), strict=True)) | new.lengths
    total = sum(lengths[one.number] for one in places)
    if any(choose_bits(total, size) > bits for size, bits in zip((GRAM, WORD), before.cell_bits, strict=True)):
        raise ValueError("coarse")
    out = np.array(sorted(one.number for one in gone), np.int64)
    pairs = {kind: merge_pairs(read_pairs(pages, kind), out, new.list_pairs(kind)) for kind in HELD_BY}
    words = Counter({word: n for _, data in pages.read_all(Kind.WORDS) for word, n in unpack_words(data).items()})
    texts = _count_texts(pages, lost, new, words)
    aliases = Counter({(name, other): number for name, other, number in before.aliases})
    aliases.update(new.aliases)
    aliases.subtract(lost.aliases)
    return _Table(
        places=places,
        lengths=lengths,
        pairs=pairs,
        cells=(
            merge_pairs(read_grams(pages), out, new.list_cells()),
            merge_cells(read_short_grams(pages), lost.list_short(), new.list_short()),
        ),
        bits=before.cell_bits,
        words=+words,
        aliases=+aliases,
        dated=before.dated - lost.dated + new.dated,
        texts=before.texts + texts,
        families=_find_families(db, places, lengths, pairs[Kind.COPIES]),
    )


def _list_held(before: Directory, columns: Columns) -> Iterator[PlaceOnFile]:
    rows = zip(
        before.ids, *(one.tolist() for one in (columns.files, columns.ordinals, columns.readings, columns.numbers)),
        strict=True,
    )  # fmt: skip
    return (PlaceOnFile(*row) for row in rows)


def _choose_bits(letters: int) -> tuple[int, int]:
    """Bits of cells for somewhat more letters than there are."""
    grams, words = (
        min(most, choose_bits(letters, size) + 1) for size, most in zip((GRAM, WORD), _MOST_BITS, strict=True)
    )
    return grams, words


def _read(db: sqlite3.Connection, places: Iterable[PlaceOnFile]) -> Iterator[tuple[Article, tuple[ViewRow, ...]]]:
    for one in places:
        row = db.execute("SELECT held, claimed FROM articles WHERE number = ?", (one.reading,)).fetchone()
        if row is None:
            raise ValueError("no reading")
        held, claimed = msgspec.convert(row, tuple[bytes, bytes])
        yield unpack_article(held, one.id), unpack_rows(claimed, one.id)


def _count_texts(pages: Pages, lost: Gathered, new: Gathered, words: Counter[str]) -> int:
    """Count the words of texts that are new, and take those off that nobody has; by how many texts there are more."""
    steps = Counter(text for text, _ in new.words.values())
    steps.subtract(text for text, _ in lost.words.values())
    hashes = read_pairs(pages, Kind.TEXTS).hashes
    told = dict((*lost.words.values(), *new.words.values()))
    more = 0
    for text, number in steps.items():
        first, last = (int(np.searchsorted(hashes, np.uint64(text), side)) for side in ("left", "right"))
        before = last - first
        step = bool(before + number) - bool(before)
        more += step
        for word in told[text] if step else ():
            words[word] += step
    return more


class _ByNumber(LateSequence):
    """The articles of places by number, read as they are asked for."""

    def __init__(self, db: sqlite3.Connection, places: Sequence[PlaceOnFile]) -> None:
        self._db, self._places = db, places

    def __len__(self) -> int:
        return len(self._places)

    def read(self, number: int) -> Article:
        return next(_read(self._db, self._places[number : number + 1]))[0]


def _find_families(
    db: sqlite3.Connection, places: Sequence[PlaceOnFile], lengths: Mapping[int, int], least: Pairs
) -> Positions:
    """The families of the articles, as those that lie in memory have them."""
    letters = Letters(_ByNumber(db, places), lengths=np.array([lengths[one.number] for one in places], np.int64))
    place = {one.number: at for at, one in enumerate(places)}
    docs = np.array([place[number] for number in least.numbers.tolist()], np.int64)
    order = np.lexsort((docs, least.hashes))
    hashes, docs = least.hashes[order], docs[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else _NONE
    ends = np.append(starts[1:], len(hashes))
    several = ends - starts > 1
    starts, ends = starts[several], ends[several]
    first = np.lexsort((order_least(hashes[starts]), docs[starts]))
    return number_families(letters, (docs[starts[at] : ends[at]].tolist() for at in first.tolist()))

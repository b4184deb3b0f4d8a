"""What is looked up of articles, gathered of each: the hashes of its keys, the cells of its grams, its words."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from factcheck.corpus.corpus import CorpusStats, list_article_words
from factcheck.holders import hash_stably
from factcheck.index.pages import HASH_BITS, HELD_BY, Kind, Pairs
from factcheck.index.spool import PairRuns, Spool
from factcheck.index.tables import spread_least
from factcheck.pair.aliases import find_own, list_wide
from factcheck.pair.events import list_telling
from factcheck.pair.held_rows import list_all_keys
from factcheck.passage.families import list_least
from factcheck.passage.letters import spell_articles
from factcheck.passage.rarity import GRAM, WORD, list_all_cells
from factcheck.quotation.retellings import list_grams, spell_quotations

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from pathlib import Path

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.letters import Codes

MOST_BITS = (26, 24)  # of the cells of grams and of short ones: what rarity has at the most
_BATCH = 1 << 21  # letters of which all is gathered in memory


class Gathered:
    """What is looked up of some articles, gathered one by one; of all but the last of them it is spooled."""

    def __init__(self, lexicon: Lexicon, folder: Path | None = None) -> None:
        """`folder` is where what does not stay in memory may be kept."""
        self._lexicon, self._spool = lexicon, Spool(folder)
        self._pairs = {kind: PairRuns(self._spool, HASH_BITS) for kind in HELD_BY}
        self.grams, self.short = (PairRuns(self._spool, bits) for bits in MOST_BITS)  # cells, and who; how many
        self._hashes = {kind: array("Q") for kind in HELD_BY}
        self._numbers = {kind: array("q") for kind in HELD_BY}
        self.lengths: dict[int, int] = {}
        self._letters = 0  # that are not spooled yet, how many
        self._codes: list[Codes] = []  # the letters of those that are not spooled yet
        self._numbered: list[int] = []
        self._places: dict[int, int] = {}  # number → where its letters begin
        self.texts = array("Q")  # of each the hash of all its words
        self._sizes = array("q")  # how many these are
        self._words = array("I")  # by number, of those that are not spooled yet
        self._blocks: list[tuple[int, int]] = []  # where words begin that are, and how many
        self._spelled: dict[str, int] = {}  # word → its number
        self.aliases: Counter[tuple[str, str]] = Counter()
        self.dated = 0

    def add(self, number: int, article: Article, rows: Sequence[ViewRow]) -> None:
        """Take an article with its rows."""
        told = list_article_words(article)
        doc, text = article.document.id, hash_stably(told.words)
        stats = CorpusStats(0, {}, {doc: told}, self._lexicon)
        codes = spell_articles([article]).codes
        self._hold(Kind.HEADS, number, told.head)
        self._hold(Kind.FIGURES, number, list_telling(article))
        self._hold(Kind.ROWS, number, list_all_keys(rows, stats))
        self._hold(Kind.QUOTED, number, list_grams(spell_quotations(article)))
        for kind, hashes in ((Kind.TEXTS, [text]), (Kind.COPIES, map(spread_least, list_least(codes)))):
            self._extend(kind, number, hashes)
        self.texts.append(text)
        self._sizes.append(len(told.words))
        self._words.extend(self._spelled.setdefault(word, len(self._spelled)) for word in told.words)
        self.lengths[number] = len(codes)
        self._codes.append(codes)
        self._numbered.append(number)
        self.aliases.update(list_wide(find_own(article, self._lexicon)))
        self.dated += article.document.date is not None
        self._letters += len(codes)
        if self._letters >= _BATCH:
            self.settle()

    def _hold(self, kind: Kind, number: int, keys: Iterable[Hashable]) -> None:
        self._extend(kind, number, sorted(set(map(hash_stably, keys))))

    def _extend(self, kind: Kind, number: int, hashes: Iterable[int]) -> None:
        before = len(self._hashes[kind])
        self._hashes[kind].extend(hashes)
        self._numbers[kind].extend([number] * (len(self._hashes[kind]) - before))

    def settle(self) -> None:
        """Have all that was gathered where it is asked for."""
        for kind, runs in self._pairs.items():
            runs.add(Pairs(np.array(self._hashes[kind], np.uint64), np.array(self._numbers[kind], np.int64)))
            self._hashes[kind], self._numbers[kind] = array("Q"), array("q")
        counts = [max(0, len(codes) - GRAM + 1) for codes in self._codes]
        numbers = np.repeat(np.array(self._numbered, np.int64), counts)
        grams, short = MOST_BITS
        self.grams.add(Pairs(list_all_cells(self._codes, GRAM, grams).astype(np.uint64), numbers))
        cells, times = np.unique(list_all_cells(self._codes, WORD, short), return_counts=True)
        self.short.add(Pairs(cells.astype(np.uint64), times.astype(np.int64)))
        for number, codes in zip(self._numbered, self._codes, strict=True):
            self._places[number] = self._spool.add(codes)
        self._blocks.append((self._spool.add(np.array(self._words, "<u4")), len(self._words)))
        self._codes, self._numbered, self._words, self._letters = [], [], array("I"), 0

    def count_words(self, steps: Mapping[int, int]) -> Counter[str]:
        """Of each word how many texts more hold it, by how many more there are of each text, told by its hash."""
        left = dict(steps)
        counts = np.zeros(len(self._spelled), np.int64)
        told = np.array([left.pop(text, 0) for text in self.texts], np.int64)
        each = np.repeat(told, np.array(self._sizes, np.int64)) if steps else told[:0]
        at = 0
        for start, size in self._blocks if steps else ():
            words = self._spool.read(start, size, "<u4")
            counts += np.bincount(words, each[at : at + size], len(counts)).astype(np.int64)
            at += size
        return Counter({word: count for word, count in zip(self._spelled, counts.tolist(), strict=True) if count})

    def list_pairs(self, kind: Kind) -> PairRuns:
        """The hashes of a kind and who holds them."""
        return self._pairs[kind]

    def read_codes(self, number: int) -> Codes:
        """The letters of an article."""
        return self._spool.read(self._places[number], self.lengths[number], "<u2")

"""What is looked up of articles, gathered of each: the hashes of its keys, the cells of its grams, its words."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from factcheck.corpus.corpus import CorpusStats, list_article_words
from factcheck.holders import hash_stably
from factcheck.index.pages import HELD_BY, Kind, Pairs
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

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.letters import Codes, Positions


class Gathered:
    """What is looked up of some articles, gathered one by one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.hashes = {kind: array("Q") for kind in HELD_BY}
        self.numbers = {kind: array("q") for kind in HELD_BY}
        self.lengths: dict[int, int] = {}
        self.codes: list[Codes] = []  # the letters
        self.words: dict[int, tuple[int, array[int]]] = {}  # number → hash of all its words, and these by number
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
        words = array("q", (self._spelled.setdefault(word, len(self._spelled)) for word in told.words))
        self.lengths[number], self.words[number] = len(codes), (text, words)
        self.codes.append(codes)
        self.aliases.update(list_wide(find_own(article, self._lexicon)))
        self.dated += article.document.date is not None

    def _hold(self, kind: Kind, number: int, keys: Iterable[Hashable]) -> None:
        self._extend(kind, number, sorted(set(map(hash_stably, keys))))

    def _extend(self, kind: Kind, number: int, hashes: Iterable[int]) -> None:
        before = len(self.hashes[kind])
        self.hashes[kind].extend(hashes)
        self.numbers[kind].extend([number] * (len(self.hashes[kind]) - before))

    def count_words(self, steps: Mapping[int, int]) -> Counter[str]:
        """Of each word how many texts more hold it, by how many more there are of each text, told by its hash."""
        left = dict(steps)
        counts: Counter[int] = Counter()
        for text, words in self.words.values():
            if step := left.pop(text, 0):
                for word in words:
                    counts[word] += step
        spelled = list(self._spelled)
        return Counter({spelled[word]: count for word, count in counts.items()})

    def list_pairs(self, kind: Kind) -> Pairs:
        """The hashes of a kind and who holds them, in no order."""
        return Pairs(np.array(self.hashes[kind], np.uint64), np.array(self.numbers[kind], np.int64))

    def list_cells(self, bits: int) -> Pairs:
        """The cells of grams, named by so many bits, and who holds them, in no order."""
        counts = [max(0, len(codes) - GRAM + 1) for codes in self.codes]
        numbers = np.repeat(np.array(list(self.lengths), np.int64), counts)
        return Pairs(list_all_cells(self.codes, GRAM, bits).astype(np.uint64), numbers)

    def list_short(self, bits: int) -> Positions:
        """The cells of short grams."""
        return list_all_cells(self.codes, WORD, bits)

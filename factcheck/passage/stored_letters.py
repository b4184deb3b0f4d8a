"""The letters of articles on file, of which those are read that a new article has grams in common with."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from factcheck.changed import Changed
from factcheck.passage.families import Families
from factcheck.passage.held_letters import HeldLetters, MovedLetters, divide
from factcheck.passage.letters import LateSequence, Letters, spell_articles
from factcheck.passage.rarity import GRAM, WORD, CellCounts, Rarity, choose_bits, list_cells
from factcheck.passage.seeds import stock_limit

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Article
    from factcheck.passage.families import FindDocs
    from factcheck.passage.letters import Flags, Positions
    from factcheck.passage.ranges import Keys

_SPARE = 4  # articles more than make a stock phrase, as some may only share a hash
_ASKED, _MORE = 4, 16  # times as many holders of a part of a gram are asked for first, and then each time
_ALL = 1 << 40  # holders
_NONE = np.zeros(0, np.int64)


class GramHolders(CellCounts, Protocol):
    """How often each gram occurs, and in which articles."""

    def find(self, cells: Positions, bits: int, most: int) -> tuple[Positions, Positions, Positions]:
        """The articles that hold a gram of some cells: which of the cells, and who.

        Of a cell that many hold about `most`, those of the least numbers; and up to which number each has all.
        """


class LetterStore(NamedTuple):
    """What is known of the letters of articles that stand in the order of their ids."""

    docs: Sequence[str]
    numbers: Positions  # on file
    lengths: Positions
    families: Positions
    grams: GramHolders
    words: CellCounts
    copies: FindDocs  # the articles that have a gram among their least
    bits: tuple[int, int]  # of the cells of grams and words, at the most


class StoredLetters:
    """As `HeldLetters`, but none of the letters is there before it is asked for."""

    def __init__(self, store: LetterStore, articles: Mapping[str, Article]) -> None:
        """`articles` are read as they are asked for."""
        self.store, self._articles = store, articles
        self.letters = Letters(_Named(articles, store.docs), lengths=store.lengths)

    @cached_property
    def rarity(self) -> Rarity:
        """How often the grams occur."""
        return Rarity.over(self.letters, self.store.grams, self.store.words)

    @cached_property
    def families(self) -> Families:
        """Which of the articles are copies."""
        return Families(self.letters, (self.store.families, self.store.copies))

    def move(self, gone: Collection[str], come: Mapping[str, Article]) -> MovedLetters:
        """The letters of the same articles without some, ids, and with others; these stay as they are."""
        store = self.store
        parts, new = divide(store.docs, gone, come)
        lengths, docs = [_NONE], list[str]()
        for part in parts:
            if isinstance(part, str):
                lengths.append(spell_one(come[part]))
                docs.append(part)
            else:
                lengths.append(store.lengths[part.first : part.last])
                docs += store.docs[part.first : part.last]
        laid = np.concatenate(lengths)
        total = int(laid.sum())
        if any(choose_bits(total, size) > most for size, most in zip((GRAM, WORD), store.bits, strict=True)):
            whole = HeldLetters([self._articles[doc] for doc in store.docs])  # the new ones are most of it
            return whole.move(gone, come)
        letters = Letters(_Named(Changed(self._articles, (), come), docs), lengths=laid)
        letters.fill(new)
        held = tuple(part for part in parts if not isinstance(part, str))
        return _MovedStoredLetters(self, letters, docs, held, new)


class _MovedStoredLetters(MovedLetters):
    """The letters of articles of which nearly all are on file."""

    def __init__(self, held: StoredLetters, *rest: Any) -> None:  # noqa: ANN401 - as that takes them
        super().__init__(held, *rest)
        self._find, self._held_numbers = held.store.grams.find, held.store.numbers
        self._now = np.full(int(held.store.numbers.max(initial=0)) + 1, -1, np.int64)  # by number on file
        self._now[held.store.numbers] = self.moved

    def look_up(self, around: Collection[int], size: int) -> tuple[np.uint64, Keys]:
        """As that of `MovedLetters`; of a gram that is a stock phrase not every place, but enough to tell."""
        letters = self.letters
        letters.fill(around)
        bits = np.uint64(max(1, max(0, len(letters.codes) - size + 1).bit_length()))
        ours = self._hash(around, size, bits, places=True)
        grams, first = np.unique(ours >> bits, return_index=True)
        if not len(grams):
            return bits, ours
        places = (ours[first] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        most, cells = stock_limit(len(letters.first) - 1), self._list_cells(places, size)
        at, docs = self._find_sharing(cells, most)
        crowded = self._count_families(at, docs, len(grams)) > most
        read = np.unique(np.concatenate((docs[~crowded[at]], np.array([*around, *self._come], np.int64))))
        keys = self._read(read, size, bits)
        if crowded.any():
            chosen = self._choose(at[crowded[at]], docs[crowded[at]], set(read.tolist()), most + _SPARE)
            keys = np.concatenate((keys, self._read(np.setdiff1d(chosen, read), size, bits)))
            unsure = np.flatnonzero(crowded & (self._count_tellers(grams, keys, bits) <= most))
            rest = np.setdiff1d(self._meet(cells[unsure], _ALL)[1], chosen)
            keys = np.concatenate((keys, self._read(rest, size, bits)))
        place = np.minimum(np.searchsorted(grams, keys >> bits), len(grams) - 1)
        return bits, keys[grams[place] == keys >> bits]

    def _read(self, docs: Positions, size: int, bits: np.uint64) -> Keys:
        self.letters.fill(docs.tolist())
        return self._hash(docs.tolist(), size, bits, places=True)

    def _list_cells(self, places: Positions, size: int) -> Positions:
        """For each gram, by a place of it, the cells of its parts."""
        codes = self.letters.codes
        parts = range(size - GRAM + 1)
        bits = choose_bits(len(codes), GRAM)
        rows = (list_cells([codes[places + part + at] for at in range(GRAM)], bits) for part in parts)
        return np.stack(list(rows), axis=1)

    def _find_sharing(self, cells: Positions, most: int) -> tuple[Positions, Positions]:
        """The articles on file that may hold some grams: which of the grams, and who.

        All, or so many that more than `most` families may tell the gram: that everybody holds one costs no more.
        """
        found = [(_NONE, _NONE)]
        left, asked = np.arange(len(cells)), _ASKED * most
        while len(left):
            at, docs, cut = self._meet(cells[left], asked)
            done = ~cut | (self._count_families(at, docs, len(left)) > most + _SPARE)
            found.append((left[at[done[at]]], docs[done[at]]))
            left, asked = left[~done], asked * _MORE
        at, docs = map(np.concatenate, zip(*found, strict=True))
        return at, docs

    def _meet(self, cells: Positions, asked: int) -> tuple[Positions, Positions, Flags]:
        """As `_find_sharing`, where of each cell so many holders are asked for; and which grams may have more."""
        wanted, which = np.unique(cells, return_inverse=True)
        which = which.reshape(cells.shape)
        at, held, till = self._find(wanted, choose_bits(len(self.letters.codes), GRAM), asked)
        wide = len(self._now)
        keys = _list_distinct(at * wide + self._held_numbers[held])
        sizes = np.bincount(keys // wide, minlength=len(wanted))
        limit = till[which].min(axis=1)
        least = which[np.arange(len(cells)), sizes[which].argmin(axis=1)]  # the part of a gram that fewest hold
        count = sizes[least]
        one = np.repeat(np.arange(len(cells)), count)
        start = (np.cumsum(sizes) - sizes)[least] - (np.cumsum(count) - count)
        numbers = keys[np.arange(len(one)) + np.repeat(start, count)] % wide
        one, numbers = one[numbers <= limit[one]], numbers[numbers <= limit[one]]
        for part in range(cells.shape[1]):  # it is a gram of theirs if all its parts are
            asked_for = which[one, part] * wide + numbers
            same = keys[np.minimum(np.searchsorted(keys, asked_for), len(keys) - 1)] == asked_for
            one, numbers = one[same], numbers[same]
        docs = self._now[numbers]
        return one[docs >= 0], docs[docs >= 0], limit < np.iinfo(np.int64).max

    def _choose(self, at: Positions, docs: Positions, read: set[int], most: int) -> Positions:
        """Articles to read, those that are read among them, by which more than `most` families may tell each gram."""
        popular = np.bincount(docs)  # those that may hold many of the grams tell of many at once
        order = np.lexsort((docs, -popular[docs], at))
        at, docs = at[order], docs[order]
        families = self.families[docs].tolist()
        edges = [*np.flatnonzero(np.diff(at, prepend=-1)).tolist(), len(at)]
        who, chosen = docs.tolist(), set(read)
        for first, last in pairwise(edges):
            told = {families[place] for place in range(first, last) if who[place] in chosen}
            for place in range(first, last):
                if len(told) > most:
                    break
                if families[place] not in told:
                    chosen.add(who[place])
                    told.add(families[place])
        return np.array(sorted(chosen), np.int64)

    def _count_families(self, at: Positions, docs: Positions, count: int) -> Positions:
        """How many families stand beside each of `count` numbers."""
        families = self.families[docs] - self.families.min(initial=0)
        wide = int(families.max(initial=0)) + 1
        return np.bincount(_list_distinct(at * wide + families) // wide, minlength=count)

    def _count_tellers(self, grams: Keys, keys: Keys, bits: np.uint64) -> Positions:
        """How many families tell each of some grams, which are in order, by the keys of articles that were read."""
        at = np.minimum(np.searchsorted(grams, keys >> bits), len(grams) - 1)
        same = grams[at] == keys >> bits
        places = (keys[same] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        return self._count_families(at[same], self.letters.docs(places), len(grams))


class _Named(LateSequence):
    """Articles by number, read as they are asked for."""

    def __init__(self, articles: Mapping[str, Article], docs: Sequence[str]) -> None:
        self._articles, self._docs = articles, docs

    def __len__(self) -> int:
        return len(self._docs)

    def read(self, number: int) -> Article:
        return self._articles[self._docs[number]]


def spell_one(article: Article) -> Positions:
    """How many letters an article has, in a row of its own."""
    return spell_articles([article]).lengths


def _list_distinct(keys: Positions) -> Positions:
    """Each once, in order; of many this is several times as fast as `np.unique`."""
    keys = np.sort(keys)
    return keys[np.diff(keys, prepend=keys[:1] - 1) > 0]

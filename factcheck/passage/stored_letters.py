"""The letters of articles on file, of which those are read that a new article has grams in common with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from factcheck.changed import Changed
from factcheck.passage.families import Families
from factcheck.passage.held_letters import HeldLetters, MovedLetters, divide
from factcheck.passage.letters import LateSequence, Letters, spell_articles
from factcheck.passage.rarity import GRAM, WORD, CellCounts, Rarity, choose_bits, list_cells
from factcheck.passage.seeds import are_heavy, hash_grams, stock_limit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.model import Article
    from factcheck.passage.families import FindDocs
    from factcheck.passage.letters import Flags, Positions
    from factcheck.passage.ranges import Keys

_SPARE = 4  # articles more than make a stock phrase, as some may only share a hash
_NONE = np.zeros(0, np.int64)


class GramHolders(CellCounts, Protocol):
    """How often each gram occurs, and in which articles."""

    def find(self, cells: Positions, bits: int) -> tuple[Positions, Positions]:
        """The articles, by number, that hold a gram of some cells: which of the cells, and who."""


class LetterStore(NamedTuple):
    """What is known of the letters of articles that stand in the order of their ids."""

    docs: Sequence[str]
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
        self._find = held.store.grams.find

    def look_up(self, around: Collection[int], size: int) -> tuple[np.uint64, Keys]:
        """As that of `MovedLetters`; of a gram that is a stock phrase not every place, but enough to tell."""
        letters = self.letters
        letters.fill(around)
        bits = np.uint64(max(1, max(0, len(letters.codes) - size + 1).bit_length()))
        at, docs = self._find_sharing(sorted(around), size)
        few, crowds = self._divide(at, docs)
        read = np.unique(np.concatenate((few, np.array([*around, *self._come], np.int64))))
        grams, keys = self._hash(around, size, bits), self._read(read, size, bits)
        most = stock_limit(len(letters.first) - 1) + _SPARE
        if crowds:
            # those that stand in many of the crowds tell of many at once
            popular = np.bincount(np.concatenate(list(crowds.values())), minlength=len(letters.first))
            chosen = set(read.tolist())
            for crowd in crowds.values():
                ranked = crowd[np.argsort(-popular[crowd], kind="stable")].tolist()
                told = {int(self.families[doc]) for doc in ranked if doc in chosen}
                for doc in ranked:
                    if len(told) > most:
                        break
                    if doc not in chosen and int(self.families[doc]) not in told:
                        chosen.add(doc)
                        told.add(int(self.families[doc]))
            more = np.setdiff1d(np.array(sorted(chosen), np.int64), read)
            keys = np.concatenate((keys, self._read(more, size, bits)))
            unsure = self._find_unsure(crowds, keys, size, bits)
            rest = np.setdiff1d(unsure, np.array(sorted(chosen), np.int64))
            keys = np.concatenate((keys, self._read(rest, size, bits)))
        if not len(grams):
            return bits, keys[:0]
        place = np.minimum(np.searchsorted(grams, keys >> bits), len(grams) - 1)
        return bits, keys[grams[place] == keys >> bits]

    def _read(self, docs: Positions, size: int, bits: np.uint64) -> Keys:
        self.letters.fill(docs.tolist())
        return self._hash(docs.tolist(), size, bits, places=True)

    def _find_sharing(self, around: Iterable[int], size: int) -> tuple[Positions, Positions]:
        """The articles on file that may hold each gram of some: places of grams, and numbers of articles, in order."""
        letters = self.letters
        count, bits = len(letters.first), choose_bits(len(letters.codes), GRAM)
        found = [_NONE]
        for doc in around:
            codes = letters.of_doc(doc)
            if len(codes) < size:
                continue
            cells, which = np.unique(
                list_cells([codes[shift : len(codes) - GRAM + 1 + shift] for shift in range(GRAM)], bits),
                return_inverse=True,
            )
            at, docs = self._find(cells, bits)
            docs = self.moved[docs]
            at, docs = at[docs >= 0], docs[docs >= 0]
            sizes = np.bincount(at, minlength=len(cells))
            first = np.cumsum(sizes) - sizes
            taken = np.arange(sizes[which].sum()) - np.repeat(np.cumsum(sizes[which]) - sizes[which], sizes[which])
            numbers = docs[taken + np.repeat(first[which], sizes[which])]
            keys = np.unique(np.repeat(np.arange(len(which)), sizes[which]) * count + numbers)
            whole = keys
            for shift in range(1, size - GRAM + 1):  # it is a gram of theirs if all its parts are
                whole = np.intersect1d(whole, keys - shift * count, assume_unique=True)
            start = int(letters.first[doc])
            heavy = are_heavy(letters, start, start + len(codes) - size + 1, size)
            whole = whole[whole >= 0]
            found.append((whole + start * count)[heavy[whole // count]])
        keys = np.concatenate(found)
        return keys // count, keys % count

    def _divide(self, at: Positions, docs: Positions) -> tuple[Positions, dict[int, Positions]]:
        """The articles that share a gram with few; and by the places of the other grams who may hold them."""
        most = stock_limit(len(self.letters.first) - 1)
        if not len(at):
            return docs, {}
        families = self.families[docs] - self.families.min()
        told = np.unique(at * (int(families.max()) + 1) + families) // (int(families.max()) + 1)
        places, sizes = np.unique(told, return_counts=True)
        crowded = np.isin(at, places[sizes > most])
        crowds = {int(place): docs[first:last] for place, first, last in _runs(at, crowded)}
        return np.unique(docs[~crowded]), crowds

    def _find_unsure(self, crowds: Mapping[int, Positions], keys: Keys, size: int, bits: np.uint64) -> Positions:
        """Those who may hold a gram that is not seen to be a stock phrase."""
        letters, most = self.letters, stock_limit(len(self.letters.first) - 1)
        below = (np.uint64(1) << bits) - np.uint64(1)
        asked = np.array(sorted(crowds), np.int64)
        grams = np.concatenate([self._hash_at(int(place), size, bits) for place in asked])
        which = np.searchsorted(unique := np.unique(grams), keys >> bits)
        ours = unique[np.minimum(which, len(unique) - 1)] == keys >> bits
        families = self.families[letters.docs((keys[ours] & below).astype(np.int64))] - self.families.min()
        width = int(families.max(initial=0)) + 1
        told = np.bincount(np.unique(which[ours] * width + families) // width, minlength=len(unique))
        sure = told[np.searchsorted(unique, grams)] > most
        return np.unique(np.concatenate([_NONE, *(crowds[int(place)] for place in asked[~sure])]))

    def _hash_at(self, place: int, size: int, bits: np.uint64) -> Keys:
        (keys,) = hash_grams(self.letters, size, (place, place + 1), bits)
        return keys >> bits


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


def _runs(at: Positions, chosen: Flags) -> Iterable[tuple[int, int, int]]:
    """The stretches of one place, of those chosen: the place, from where to where."""
    edges = np.flatnonzero(np.diff(at, prepend=at[0] - 1))
    for first, last in zip(edges.tolist(), [*edges[1:].tolist(), len(at)], strict=True):
        if chosen[first]:
            yield int(at[first]), first, last

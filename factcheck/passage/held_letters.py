"""The letters of articles on file, their grams in order: what a new article has in common with them is looked up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from factcheck.passage.families import Families
from factcheck.passage.letters import Letters, spell_articles
from factcheck.passage.rarity import Rarity
from factcheck.passage.seeds import hash_grams

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Article
    from factcheck.passage.letters import Positions, SpelledLetters
    from factcheck.passage.ranges import Keys


class Part(NamedTuple):
    """Articles on file that stay side by side: numbers from `first` to before `last`, and that of the first now."""

    first: int
    last: int
    now: int


class AnyHeldLetters(Protocol):
    """Letters of articles, wherever they are."""

    @property
    def letters(self) -> Letters:
        """The letters."""

    @property
    def rarity(self) -> Rarity:
        """How often their grams occur."""

    @property
    def families(self) -> Families:
        """Which of the articles are copies."""

    def move(self, gone: Collection[str], come: Mapping[str, Article]) -> MovedLetters:
        """The letters of the same articles without some, ids, and with others; these stay as they are."""


class HeldLetters:
    """The letters of articles, and what is worked out of them once for all checks."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """`articles` stand in the order of their ids."""
        self.letters = Letters(articles)
        self._docs = [article.document.id for article in articles]
        self._grams: dict[int, tuple[np.uint64, Keys]] = {}

    @cached_property
    def rarity(self) -> Rarity:
        """How often their grams occur."""
        return Rarity(self.letters)

    @cached_property
    def families(self) -> Families:
        """Which of the articles are copies."""
        return Families(self.letters)

    def list_grams(self, size: int) -> tuple[np.uint64, Keys]:
        """All grams of so many letters, hash above, place below, in order; and the bits of a place."""
        known = self._grams.get(size)
        if known is None:
            count = max(0, len(self.letters.codes) - size + 1)
            bits = np.uint64(max(1, (2 * count).bit_length()))  # there is room for the letters of new articles
            keys = np.concatenate([np.zeros(0, np.uint64), *hash_grams(self.letters, size, (0, count), bits)])
            keys.sort()
            self._grams = {size: (bits, keys)}
            known = self._grams[size]
        return known

    def move(self, gone: Collection[str], come: Mapping[str, Article]) -> MovedLetters:
        """The letters of the same articles without some, ids, and with others; these stay as they are."""
        parts, new = divide(self._docs, gone, come)
        rows: list[SpelledLetters] = []
        articles: list[Article] = []
        docs: list[str] = []
        for part in parts:
            if isinstance(part, str):
                rows.append(spell_articles([come[part]]))
                articles.append(come[part])
                docs.append(part)
            else:
                rows.append(self.letters.take(part.first, part.last))
                articles += self.letters.articles[part.first : part.last]
                docs += self._docs[part.first : part.last]
        held = tuple(part for part in parts if not isinstance(part, str))
        return _MovedInMemory(self, Letters(articles, rows), docs, held, new)


def divide(
    docs: Sequence[str], gone: Collection[str], come: Collection[str]
) -> tuple[list[Part | str], tuple[int, ...]]:
    """What articles on file become without some, and with others: those that stay, and ids of the others, in order.

    And the numbers that the others have then.
    """
    parts: list[Part | str] = []
    new: list[int] = []
    at = count = 0
    for doc in [*sorted({*gone, *come}), None]:
        place = len(docs) if doc is None else bisect_left(docs, doc)
        if place > at:
            parts.append(Part(at, place, count))
            count += place - at
        at = place + (place < len(docs) and docs[place] == doc)
        if doc is not None and doc in come:
            parts.append(doc)
            new.append(count)
            count += 1
    return parts, tuple(new)


class MovedLetters(ABC):
    """The letters of articles that are nearly all held: `letters`, in the order of ids."""

    def __init__(
        self, held: AnyHeldLetters, letters: Letters, docs: Sequence[str], parts: Sequence[Part], come: Sequence[int]
    ) -> None:
        self.letters, self.docs = letters, docs
        self._held, self._parts, self._come = held, parts, come

    @cached_property
    def rarity(self) -> Rarity:
        """How often the grams of the letters occur."""
        held = self._held.letters
        lost = [held.of_doc(doc) for doc in np.flatnonzero(self.moved < 0).tolist()]
        return self._held.rarity.move(self.letters, lost, list(map(self.letters.of_doc, self._come)))

    def find_number(self, doc: str) -> int:
        """The number of an article."""
        return bisect_left(self.docs, doc)

    @cached_property
    def moved(self) -> Positions:
        """For each article that is held its number now, or -1."""
        moved = np.full(len(self._held.letters.first) - 1, -1, np.int64)
        for first, last, now in self._parts:
            moved[first:last] = np.arange(now, now + last - first)
        return moved

    @cached_property
    def families(self) -> Positions:
        """What tells the families of the articles."""
        return self._held.families.move(self.letters, self.moved, self._come)

    @abstractmethod
    def look_up(self, around: Collection[int], size: int) -> tuple[np.uint64, Keys]:
        """Every place of the grams of some articles, by number, as `HeldLetters.list_grams` has them, in no order."""

    def _hash(self, docs: Collection[int], size: int, bits: np.uint64, *, places: bool = False) -> Keys:
        """The grams of some articles: in order, each once, without their places, or all with them."""
        letters, count = self.letters, max(0, len(self.letters.codes) - size + 1)
        found = [np.zeros(0, np.uint64)]
        for doc in sorted(docs):
            first, last = int(letters.first[doc]), int(letters.first[doc + 1])
            found += hash_grams(letters, size, (first, min(last, count)), bits)
        keys: Keys = np.concatenate(found)
        return keys if places else np.unique(keys >> bits)


class _MovedInMemory(MovedLetters):
    """The same, of letters that are all there."""

    def __init__(self, held: HeldLetters, *rest: Any) -> None:  # noqa: ANN401 - as that takes them
        super().__init__(held, *rest)
        self._grams = held.list_grams

    def look_up(self, around: Collection[int], size: int) -> tuple[np.uint64, Keys]:
        """Every place of the grams of some articles."""
        letters, count = self.letters, max(0, len(self.letters.codes) - size + 1)
        bits, keys = self._grams(size)
        if count.bit_length() > bits:  # most of the letters are new
            bits = np.uint64(count.bit_length())
            keys = np.concatenate([np.zeros(0, np.uint64), *hash_grams(letters, size, (0, count), bits)])
            keys.sort()
            return bits, _take(keys, self._hash(around, size, bits), bits)
        grams = self._hash(around, size, bits)
        found = _take(keys, grams, bits)
        below = (np.uint64(1) << bits) - np.uint64(1)
        starts, ends, by = self._stretches
        places = (found & below).astype(np.int64)
        part = np.searchsorted(starts, places, side="right") - 1
        stays = (part >= 0) & (places < ends[part]) if len(starts) else np.zeros(len(places), np.bool_)
        moved = (found & ~below)[stays] | (places + (by[part] if len(starts) else 0))[stays].astype(np.uint64)
        new = self._hash(self._come, size, bits, places=True)
        at = np.minimum(np.searchsorted(grams, new >> bits), max(0, len(grams) - 1))
        return bits, np.concatenate((moved, new[grams[at] == new >> bits] if len(grams) else new[:0]))

    @cached_property
    def _stretches(self) -> tuple[Positions, Positions, Positions]:
        """The letters on file that stay: from where to where they stood, and how far on they stand now."""
        before, now = self._held.letters.first, self.letters.first
        rows = [(before[first], before[last], now[at] - before[first]) for first, last, at in self._parts]
        starts, ends, by = np.array(rows, np.int64).reshape(-1, 3).T
        return starts, ends, by


def _take(keys: Keys, grams: Keys, bits: np.uint64) -> Keys:
    """The keys of some grams."""
    below = (np.uint64(1) << bits) - np.uint64(1)
    first = np.searchsorted(keys, grams << bits, side="left")
    count = np.searchsorted(keys, (grams << bits) | below, side="right") - first
    before = np.cumsum(count) - count
    taken: Keys = keys[np.arange(count.sum()) + np.repeat(first - before, count)]
    return taken

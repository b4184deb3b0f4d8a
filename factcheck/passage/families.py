"""Articles that are nearly the same: many copies of one are one teller, and make no stock phrase of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.passage.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from factcheck.passage.letters import Codes, Letters, Positions

_GRAM = 6  # letters
_LEAST = 13  # letters of an article; a shorter one is no passage
_SKETCH = 8  # grams by which copies find one another, those whose hashes are the least
_ALIKE = 0.7  # of the grams of both, those that they share; a changed figure costs seven or eight
_TRIED = 8  # articles of one gram with which another is compared: more of them hold a stock phrase
_TWO = 2  # of a family: neither is of it by way of a third
_BATCH = 1 << 18  # letters that are hashed at a time
_CACHED = 64  # articles whose grams are remembered
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
Grams = NDArray[np.uint64]
FindDocs = Callable[[int], "Sequence[int]"]


def find_families(letters: Letters) -> Positions:
    """For each article the number of its family: of the copies, one may have another figure, headline or byline.

    Whoever is one of a family is held against a few of it, never against all: the time grows with the letters.
    """
    return Families(letters).numbers


class Families:
    """The families of the articles of one corpus, `numbers` as `find_families` has them."""

    def __init__(self, letters: Letters, known: tuple[Positions, FindDocs] | None = None) -> None:
        """`known` are the numbers, and which articles have a gram among their least, where that is known."""
        self._grams = lru_cache(maxsize=_CACHED)(partial(_list_grams, letters))
        self.numbers: Positions
        self._find: FindDocs
        if known is not None:
            self.numbers, self._find = known
            return
        holders: defaultdict[int, list[int]] = defaultdict(list)
        self._find = lambda gram: holders.get(gram, ())
        for doc, keys in enumerate(_iter_keys(letters)):
            for gram in _sketch(keys):
                holders[gram].append(doc)
        self.numbers = number_families(len(letters.first) - 1, holders.values(), self._grams)

    def move(self, now: Letters, moved: Positions, come: Sequence[int]) -> Positions:
        """What tells the families of the articles `now`, of which those of `come`, by number, are not of this corpus.

        `moved` is for each article of this corpus its number now, or -1. Only those that came are held against others.
        """
        gone = np.flatnonzero(moved < 0)
        again = {_list_grams(now, doc).tobytes() for doc in come}
        sizes = np.bincount(self.numbers, minlength=1)
        if any(sizes[self.numbers[doc]] > _TWO and self._grams(doc).tobytes() not in again for doc in gone.tolist()):
            return find_families(now)  # the others may have been of one family only by way of it
        families = _MovedFamilies(self.numbers, now, moved, come)
        sketches: defaultdict[int, list[int]] = defaultdict(list)
        for doc in come:
            for gram in _sketch(_keys(now, doc)):
                sketches[gram].append(doc)
        grams = cache(partial(self._list_moved_grams, now, families.before))
        for gram, docs in sketches.items():
            held = (int(moved[doc]) for doc in self._find(gram))
            together = sorted([*docs, *(doc for doc in held if doc >= 0)])
            if len(together) > 1:
                _join_copies(families, together, grams, frozenset(come))
        return families.list_all()

    def _list_moved_grams(self, now: Letters, before: Positions, doc: int) -> Grams:
        return self._grams(int(before[doc])) if before[doc] >= 0 else _list_grams(now, doc)


def number_families(count: int, meetings: Iterable[Sequence[int]], grams: Callable[[int], Grams]) -> Positions:
    """For each of `count` articles the number of its family; `grams` are those of an article, each once and in order.

    `meetings` are the articles that have one of their least grams alike, in the order of the first and of that gram.
    """
    groups = Groups(count)
    for docs in meetings:
        if len(docs) > 1:
            _join_copies(groups, docs, grams)
    return np.array([groups.of(doc) for doc in range(count)], np.int64)


class _MovedFamilies:
    """Families by numbers that say nothing but which are the same: those that were, and one for each that came."""

    def __init__(self, numbers: Positions, now: Letters, moved: Positions, come: Sequence[int]) -> None:
        count = len(now.first) - 1
        stay = np.flatnonzero(moved >= 0)
        self.before, self._numbers = np.full(count, -1, np.int64), np.empty(count, np.int64)
        self.before[moved[stay]] = stay
        self._numbers[moved[stay]] = numbers[stay]
        self._numbers[list(come)] = len(numbers) + np.arange(len(come))
        self._joined: dict[int, int] = {}

    def of(self, doc: int) -> int:
        """The number of the family of an article."""
        number = int(self._numbers[doc])
        while number in self._joined:
            number = self._joined[number]
        return number

    def join(self, a: int, b: int) -> None:
        """Put two families together."""
        one, other = self.of(a), self.of(b)
        if one != other:
            self._joined[other] = one

    def list_all(self) -> Positions:
        """For each article the number of its family."""
        found = self._numbers.copy()
        for number in self._joined:
            same = np.flatnonzero(self._numbers == number)
            found[same] = self.of(int(same[0])) if len(same) else number
        return found


class _Joining(Protocol):
    def of(self, member: int) -> int: ...

    def join(self, a: int, b: int) -> None: ...


def _join_copies(
    groups: _Joining, docs: Sequence[int], grams: Callable[[int], Grams], come: Collection[int] | None = None
) -> None:
    """Put those of some articles that are copies of one another together; with `come`, of two one is of these."""
    firsts: list[int] = []
    for doc in docs:
        if any(groups.of(doc) == groups.of(first) for first in firsts):
            continue
        asked = firsts if come is None or doc in come else [first for first in firsts if first in come]
        home = next((first for first in asked if _are_copies(grams(first), grams(doc))), None)
        if home is not None:
            groups.join(home, doc)
        elif len(firsts) < _TRIED:
            firsts.append(doc)


def _list_grams(letters: Letters, doc: int) -> Grams:
    """All grams of an article, in order."""
    return hash_letters(letters.of_doc(doc))


def hash_letters(codes: Codes) -> Grams:
    """All grams of the letters of an article, in order."""
    return np.unique(_hash(codes)) if len(codes) >= _LEAST else np.zeros(0, np.uint64)


def _sketch(keys: Grams) -> list[int]:
    """The least of the hashes; of many the least are found without sorting all."""
    if len(keys) > 2 * _SKETCH:
        keys = np.partition(keys, 2 * _SKETCH)[: 2 * _SKETCH]
    return list(dict.fromkeys(np.sort(keys).tolist()))[:_SKETCH]


def _keys(letters: Letters, doc: int) -> Grams:
    """The hashes of the grams of an article, in the order of the text."""
    codes = letters.of_doc(doc)
    return _hash(codes) if len(codes) >= _LEAST else np.zeros(0, np.uint64)


def list_least(codes: Codes) -> list[int]:
    """The grams of the letters of an article by which its copies are looked for."""
    return _sketch(_hash(codes)) if len(codes) >= _LEAST else []


def _iter_keys(letters: Letters) -> Iterator[Grams]:
    """Those of each article; many are hashed at a time."""
    first, at = letters.first, 0
    letters.fill(range(len(first) - 1))
    while at < len(first) - 1:
        end = max(at + 1, int(np.searchsorted(first, first[at] + _BATCH, side="right")) - 1)
        keys, start = _hash(letters.codes[first[at] : first[end]]), int(first[at])
        for one, next_one in pairwise(first[at : end + 1].tolist()):
            yield keys[one - start : next_one - start - _GRAM + 1] if next_one - one >= _LEAST else keys[:0]
        at = end


def _hash(codes: Codes) -> Grams:
    """The hashes of the grams of some letters."""
    wide = codes.astype(np.uint64)
    key = np.zeros(max(0, len(codes) - _GRAM + 1), np.uint64)
    for shift in range(_GRAM):
        key *= _MULTIPLIER
        key += wide[shift : shift + len(key)]
    key ^= key >> np.uint64(29)
    key *= _MIX
    return key ^ (key >> np.uint64(32))


def _are_copies(one: Grams, other: Grams) -> bool:
    least, most = sorted((len(one), len(other)))
    if least < _ALIKE * most:
        return False  # whatever they share
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= _ALIKE * (len(one) + len(other) - shared)

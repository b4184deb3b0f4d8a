"""Articles that are nearly the same: many copies of one are one teller, and make no stock phrase of its words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.passage.groups import Groups
from factcheck.passage.letters import is_wide

if TYPE_CHECKING:
    from factcheck.once import OncePerArticle
    from factcheck.passage.letters import Letters, Positions

_GRAM = 6  # letters
_LEAST = 13  # letters of an article; a shorter one is no passage
_SKETCH = 8  # grams by which copies find one another, those whose hashes are the least
_ALIKE = 0.7  # of the grams of both, those that they share; a changed figure costs seven or eight
_TRIED = 8  # articles of one gram with which another is compared: more of them hold a stock phrase
_CACHED = 64  # articles whose grams are remembered
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
Grams = NDArray[np.uint64]


class FamilyMember(NamedTuple):
    """What tells the copies of an article: the grams by which they find one another, and all of its grams, in order."""

    sketch: tuple[int, ...]
    grams: Grams


def find_families(letters: Letters, once: OncePerArticle[FamilyMember] | None = None) -> Positions:
    """For each article the number of its family: of the copies, one may have another figure, headline or byline.

    Whoever is one of a family is held against a few of it, never against all: the time grows with the letters.
    `once` is what was told of articles before; without it the grams of few are remembered.
    """
    count = len(letters.first) - 1
    groups = Groups(count)

    def tell(doc: int) -> FamilyMember:
        article = letters.articles[doc]
        if once is None or is_wide(article):
            return _tell_member(letters, doc)
        return once.get(article, lambda _: _tell_member(letters, doc))

    grams = lru_cache(maxsize=_CACHED)(lambda doc: tell(doc).grams)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for doc in range(count):
        for gram in _sketch(_keys(letters, doc)) if once is None else tell(doc).sketch:
            holders[gram].append(doc)
    for docs in holders.values():
        firsts: list[int] = []
        for doc in docs if len(docs) > 1 else ():
            if any(groups.of(doc) == groups.of(first) for first in firsts):
                continue
            if home := [first for first in firsts if _are_copies(grams(first), grams(doc))]:
                groups.join(home[0], doc)
            elif len(firsts) < _TRIED:
                firsts.append(doc)
    return np.array([groups.of(doc) for doc in range(count)], np.int64)


def _tell_member(letters: Letters, doc: int) -> FamilyMember:
    keys = _keys(letters, doc)
    return FamilyMember(tuple(_sketch(keys)), np.unique(keys))


def _sketch(keys: Grams) -> list[int]:
    """The least of the hashes; of many the least are found without sorting all."""
    if len(keys) > 2 * _SKETCH:
        keys = np.partition(keys, 2 * _SKETCH)[: 2 * _SKETCH]
    least: list[int] = np.unique(keys)[:_SKETCH].tolist()
    return least


def _keys(letters: Letters, doc: int) -> Grams:
    """The hashes of the grams of an article, in the order of the text."""
    codes = letters.codes[letters.first[doc] : letters.first[doc + 1]].astype(np.uint64)
    if len(codes) < _LEAST:
        return np.zeros(0, np.uint64)
    key = np.zeros(len(codes) - _GRAM + 1, np.uint64)
    for shift in range(_GRAM):
        key *= _MULTIPLIER
        key += codes[shift : shift + len(key)]
    key ^= key >> np.uint64(29)
    key *= _MIX
    return key ^ (key >> np.uint64(32))


def _are_copies(one: Grams, other: Grams) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= _ALIKE * (len(one) + len(other) - shared)

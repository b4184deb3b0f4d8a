"""Stretches of equal letters: grams that stand in two places, sorted by diagonal, joined to runs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from factcheck.model import Value
from factcheck.passage.company import carries_on, in_company
from factcheck.passage.letters import Flags, Letters, Positions
from factcheck.passage.ranges import IN_MEMORY, Keys, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.passage.rarity import Rarity

_SHORTEST = 6  # letters of a seed in a small corpus: short ones see through more changes
_LARGE = 500_000  # letters of a corpus from which a seed is longer by one, and again from four times as many
_LONE, _SHORT = 10, 15  # letters a run needs alone, and from how many on it needs no rare words
_ENOUGH = 13  # letters of a passage; a shorter run alone is none unless its surroundings agree too
_WORN = 4.0  # from which the words of a short run that is all two articles share are a turn of phrase
_LIGHT = 4  # lighter grams are one name or number in Latin letters
_PLACES = 6  # a gram in more places is paired with its next neighbours only
_NEIGHBOURS = 3
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_BATCH = 1 << 20  # letters whose keys are made at a time


class Runs(Value, frozen=True):
    """Equal stretches: `a[i]:a[i] + length[i]` reads like `b[i]:b[i] + length[i]`, and a < b.

    Sorted by pair of articles, then by a. `common` marks the letters of grams that too many articles hold. `company`
    counts for each stretch what its two articles have in common, short stretches included.
    """

    a: Positions
    b: Positions
    length: Positions
    company: Positions
    common: Flags


def frequent(articles: int) -> int:
    """In more articles than this a gram is a stock phrase: dozens of outlets reprint a story, not hundreds."""
    return max(16, min(48, math.isqrt(articles) // 2))


def gram(letters: Letters) -> int:
    """The letters of a seed in this corpus."""
    size = len(letters.codes)
    return _SHORTEST + (size >= _LARGE) + (size >= 4 * _LARGE)


def runs(letters: Letters, rarity: Rarity, limit: int = IN_MEMORY) -> Runs:
    """Every stretch of a seed's length or more in two places; a short one only in company, or of rare words.

    One article repeats short words all the time: there they need company. Beyond `limit` seeds go through files.
    """
    seed = gram(letters)
    common = np.zeros(len(letters.codes), np.bool_)
    places, group = _repeated(letters, seed, limit)
    if not len(places):
        none = np.zeros(0, np.int64)
        return Runs(none, none, none, none, common)
    docs = letters.doc[places]
    new_doc = np.concatenate(([True], (group[1:] != group[:-1]) | (docs[1:] != docs[:-1])))
    in_articles = np.bincount(group, weights=new_doc)[group]
    stock = in_articles > frequent(len(letters.first) - 1)
    for shift in range(seed):
        common[places[stock] + shift] = True
    order = np.argsort(places)
    at, times = places[order], np.bincount(group)[group][order]
    a, b = _pairs(places[~stock], group[~stock])
    a, b = _joined(letters, a, b, seed)
    a, b, length = _runs(letters, a, b, seed)
    company = _company(letters, a, b)
    kept = (length > _SHORT) | in_company(letters, a, b, length)
    lone = np.flatnonzero(~kept & (length >= _LONE) & (letters.doc[a] != letters.doc[b]))
    lone = lone[rarity.distinct(a[lone], times[np.searchsorted(at, a[lone])])]
    long = length[lone] >= _ENOUGH
    long[~long] = carries_on(letters, a[lone[~long]], b[lone[~long]], length[lone[~long]])
    kept[lone[long]] = True
    kept &= (company > 1) | (length > _SHORT) | (letters.doc[a] == letters.doc[b]) | (rarity.worn(a, length) < _WORN)
    return Runs(a[kept], b[kept], length[kept], company[kept], common)


def _repeated(letters: Letters, seed: int, limit: int) -> tuple[Positions, Positions]:
    """Places of the grams that occur more than once, those of one together and in order; the number of each gram."""
    count = max(0, len(letters.codes) - seed + 1)
    bits = np.uint64(max(1, count.bit_length()))
    places, group, groups = [], [], 0
    for key in ordered(_keys(letters, seed, count, bits), count, limit):
        below = (np.uint64(1) << bits) - np.uint64(1)
        same = (key[1:] ^ key[:-1]) <= below
        member = np.concatenate((same, [False])) | np.concatenate(([False], same))
        first = ~np.concatenate(([False], same))
        if not member.any():
            continue
        places.append((key[member] & below).astype(np.int64))
        group.append(np.cumsum(first[member]) - 1 + groups)
        groups = int(group[-1][-1]) + 1
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *places]), np.concatenate([none, *group])


def _keys(letters: Letters, seed: int, count: int, bits: np.uint64) -> Iterator[Keys]:
    """Hash above, place below: one sort brings equal grams together and keeps their places in order."""
    below = (np.uint64(1) << bits) - np.uint64(1)
    for start in range(0, count, _BATCH):
        end = min(count, start + _BATCH)
        key = np.zeros(end - start, np.uint64)
        for shift in range(seed):
            key *= _MULTIPLIER
            key += letters.codes[start + shift : end + shift]
        key ^= key >> np.uint64(29)
        key *= _MIX
        key &= ~below
        key |= np.arange(start, end, dtype=np.uint64)
        inside = letters.doc[start:end] == letters.doc[start + seed - 1 : end + seed - 1]
        heavy = letters.weight[start + seed : end + seed] - letters.weight[start:end] >= _LIGHT
        yield key[inside & heavy]


def _pairs(places: Positions, group: Positions) -> tuple[Positions, Positions]:
    sizes = np.bincount(group)[group] if len(group) else group
    crowded = sizes > _PLACES
    a, b = [], []
    for shift in range(1, _PLACES):
        if shift >= len(group):
            break
        same = group[shift:] == group[:-shift]
        if shift > _NEIGHBOURS:
            same &= ~crowded[shift:]
        if not same.any():
            break
        a.append(places[:-shift][same])
        b.append(places[shift:][same])
    return (np.concatenate(a), np.concatenate(b)) if a else (places[:0], places[:0])


def _joined(letters: Letters, a: Positions, b: Positions, seed: int) -> tuple[Positions, Positions]:
    """The pairs sorted by diagonal and place, those that only share a hash left out."""
    equal = np.ones(len(a), np.bool_)
    for shift in range(seed):
        equal &= letters.codes[a + shift] == letters.codes[b + shift]
    a, b = a[equal], b[equal]
    order = np.sort(((b - a).astype(np.uint64) << np.uint64(32)) | a.astype(np.uint64))
    a = (order & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return a, a + (order >> np.uint64(32)).astype(np.int64)


def _runs(letters: Letters, a: Positions, b: Positions, seed: int) -> tuple[Positions, Positions, Positions]:
    """Neighbouring pairs on one diagonal made runs: starts and length, sorted by pair of articles, then by a."""
    if not len(a):
        return a, b, a
    fresh = np.concatenate(([True], (a[1:] != a[:-1] + 1) | (b[1:] != b[:-1] + 1)))
    # Neighbouring pairs on one diagonal may still lie in two articles.
    fresh[1:] |= (letters.doc[a[1:]] != letters.doc[a[:-1]]) | (letters.doc[b[1:]] != letters.doc[b[:-1]])
    at = np.flatnonzero(fresh)
    length = np.diff(np.append(at, len(a))) + seed - 1
    a, b = a[at], b[at]
    order = np.lexsort((b, a, letters.doc[b], letters.doc[a]))
    return a[order], b[order], length[order]


def _company(letters: Letters, a: Positions, b: Positions) -> Positions:
    """For each run, sorted by pair of articles, how many runs its pair has."""
    if not len(a):
        return a
    doc_a, doc_b = letters.doc[a], letters.doc[b]
    fresh = np.concatenate(([True], (doc_a[1:] != doc_a[:-1]) | (doc_b[1:] != doc_b[:-1])))
    at = np.flatnonzero(fresh)
    sizes = np.diff(np.append(at, len(a)))
    company: Positions = np.repeat(sizes, sizes)
    return company

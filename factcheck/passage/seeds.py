"""Stretches of equal letters: grams that stand in two places, sorted by diagonal, joined to runs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from factcheck.model import Value
from factcheck.passage.families import find_families
from factcheck.passage.letters import Bytes, Flags, Letters, Positions, clear_bytes
from factcheck.passage.neighbours import go_on_alike, have_neighbours
from factcheck.passage.ranges import IN_MEMORY, Keys, sort_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.passage.held_letters import MovedLetters
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
_BATCH = 1 << 18  # letters whose keys are made at a time
_PLACE_BITS = 32  # of a pair of places: the lower half of its key
_LEAST_BITS = 7  # of a diagonal, so that ranges of keys never cut one


class Runs(Value, frozen=True):
    """Equal stretches: `a[i]:a[i] + length[i]` reads like `b[i]:b[i] + length[i]`, and a < b.

    Sorted by pair of articles, then by a. `shared` counts for each stretch what its two articles have in common,
    short stretches included. `common` is 1 for each letter of the grams that too many articles hold.
    """

    a: Positions
    b: Positions
    length: Positions
    shared: Positions
    common: Bytes


def stock_limit(articles: int) -> int:
    """In more articles than this a gram is a stock phrase, the copies of one article counted once."""
    return max(16, min(48, math.isqrt(articles) // 2))


def seed_length(letters: Letters) -> int:
    """The letters of a seed in this corpus."""
    size = len(letters.codes)
    return _SHORTEST + (size >= _LARGE) + (size >= 4 * _LARGE)


def find_runs(
    letters: Letters,
    rarity: Rarity,
    limit: int = IN_MEMORY,
    around: Collection[int] | None = None,
    moved: MovedLetters | None = None,
) -> Runs:
    """Every stretch of a seed's length or more in two places; a short one only near another, or of rare words.

    One article repeats short words all the time: there they need a neighbour. Beyond `limit` seeds go through files.
    With `around`, numbers of articles, only the stretches of which one place is in one of these, looked up in `moved`,
    which are the letters; `common` is then of their grams alone.
    """
    seeds = _Seeds(letters, seed_length(letters), limit, around or (), moved)
    found = [_join_pairs(keys, seeds.size) for keys in sort_keys(seeds.pairs(), seeds.width, limit)]
    a, b, length = (np.concatenate(column) for column in zip(*found, strict=True))
    del found
    doc_a, doc_b = letters.docs(a), letters.docs(b)
    if around is not None:
        ours = np.isin(doc_a, list(around)) | np.isin(doc_b, list(around))
        a, b, length, doc_a, doc_b = (column[ours] for column in (a, b, length, doc_a, doc_b))
    order = np.lexsort((b, a, doc_b, doc_a))
    a, b, length, doc_a, doc_b = (column[order] for column in (a, b, length, doc_a, doc_b))
    shared = _count_shared(doc_a, doc_b)
    kept = (length > _SHORT) | have_neighbours(letters, a, b, length)
    lone = np.flatnonzero(~kept & (length >= _LONE) & (doc_a != doc_b))
    lone = lone[rarity.are_distinct(a[lone], seeds.times[a[lone]].astype(np.int64))]
    long = length[lone] >= _ENOUGH
    long[~long] = go_on_alike(letters, a[lone[~long]], b[lone[~long]], length[lone[~long]])
    kept[lone[long]] = True
    alone = np.flatnonzero(kept & (shared == 1) & (length <= _SHORT) & (doc_a != doc_b))
    kept[alone] = rarity.measure_wear(a[alone], length[alone]) < _WORN
    return Runs(a[kept], b[kept], length[kept], shared[kept], seeds.common)


class _Seeds:
    """The grams of `size` letters that stand in two places.

    While `pairs` runs, `common` is marked for each letter of a gram that too many articles hold, and `times` says of
    the first letter of a gram how many places have it, 255 at most.
    """

    def __init__(
        self, letters: Letters, size: int, limit: int, around: Collection[int], moved: MovedLetters | None
    ) -> None:
        self._letters, self.size, self._limit, self._around, self._moved = letters, size, limit, around, moved
        self._family: Positions | None = None
        self.common = clear_bytes(len(letters.codes))
        self.times = np.zeros(len(letters.codes), np.uint8)
        self.width = _PLACE_BITS + max(_LEAST_BITS, len(letters.codes).bit_length())

    def pairs(self) -> Iterator[Keys]:
        """Pairs of places that read alike, neighbours of one gram: diagonal above, first place below."""
        letters, most = self._letters, stock_limit(len(self._letters.first) - 1)
        common = np.frombuffer(self.common, np.uint8)
        rows: Iterable[Keys]
        if self._moved is None:
            count = max(0, len(letters.codes) - self.size + 1)
            bits = np.uint64(max(1, count.bit_length()))
            rows = hash_grams(letters, self.size, (0, count), bits)
        else:
            bits, found = self._moved.look_up(self._around, self.size)
            rows = [found]
        for keys in sort_keys(rows, limit=self._limit):
            places, group = _find_repeated(keys, bits)
            if not len(places):
                continue
            stock = self._are_stock(places, group, most)
            for shift in range(self.size):
                common[places[stock] + shift] = 1
            self.times[places] = np.minimum(np.bincount(group), np.iinfo(np.uint8).max)[group]
            yield _keep_alike(letters, *_pair_places(places[~stock], group[~stock]), self.size)

    def _are_stock(self, places: Positions, group: Positions, most: int) -> Flags:
        """Whether the gram at each place is a stock phrase; families are only looked for where many have one."""
        if not len(group) or np.bincount(group).max() <= most:
            return np.zeros(len(group), np.bool_)
        if self._family is None:
            moved = self._moved
            self._family = find_families(self._letters) if moved is None else moved.families
        stock: Flags = _are_stock(group, self._family[self._letters.docs(places)], most)[group]
        return stock


def _are_stock(group: Positions, family: Positions, most: int) -> Flags:
    """Whether more than `most` families tell each gram; `group` is the number of the gram at a place, in order."""
    crowded = np.bincount(group) > most
    looked_at = crowded[group]
    group, family = group[looked_at], family[looked_at]
    order = np.lexsort((family, group))
    group, family = group[order], family[order]
    fresh = np.ones(len(group), np.bool_)
    fresh[1:] = (group[1:] != group[:-1]) | (family[1:] != family[:-1])
    stock: Flags = np.bincount(group[fresh], minlength=len(crowded)) > most
    return stock


def _find_repeated(keys: Keys, bits: np.uint64) -> tuple[Positions, Positions]:
    """Places of the grams that occur more than once, those of one together and in order; the number of each gram."""
    below = (np.uint64(1) << bits) - np.uint64(1)
    same = (keys[1:] ^ keys[:-1]) <= below
    member = np.concatenate((same, [False])) | np.concatenate(([False], same))
    first = ~np.concatenate(([False], same))
    if not member.any():  # of no key at all, too
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return (keys[member] & below).astype(np.int64), np.cumsum(first[member]) - 1


def hash_grams(letters: Letters, seed: int, span: tuple[int, int], bits: np.uint64) -> Iterator[Keys]:
    """Hash above, place below: one sort brings equal grams together and keeps their places in order.

    Of the grams that begin from the first place of `span` to before the last.
    """
    below = (np.uint64(1) << bits) - np.uint64(1)
    for start in range(*span, _BATCH):
        end = min(span[1], start + _BATCH)
        key = np.zeros(end - start, np.uint64)
        for shift in range(seed):
            key *= _MULTIPLIER
            key += letters.codes[start + shift : end + shift]
        key ^= key >> np.uint64(29)
        key *= _MIX
        key &= ~below
        key |= np.arange(start, end, dtype=np.uint64)
        yield key[letters.are_inside(start, end, seed) & are_heavy(letters, start, end, seed)]


def are_heavy(letters: Letters, start: int, end: int, seed: int) -> Flags:
    """Whether the gram at each position of `start:end` is more than a name or number in Latin letters."""
    weights = letters.weights(start, end + seed - 1)
    heavy: Flags = weights[seed:] - weights[:-seed] >= _LIGHT
    return heavy


def _pair_places(places: Positions, group: Positions) -> tuple[Positions, Positions]:
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


def _keep_alike(letters: Letters, a: Positions, b: Positions, seed: int) -> Keys:
    """The pairs without those that only share a hash."""
    equal = np.ones(len(a), np.bool_)
    for shift in range(seed):
        equal &= letters.codes[a + shift] == letters.codes[b + shift]
    a, b = a[equal], b[equal]
    return ((b - a).astype(np.uint64) << np.uint64(_PLACE_BITS)) | a.astype(np.uint64)


def _join_pairs(keys: Keys, seed: int) -> tuple[Positions, Positions, Positions]:
    """Neighbouring pairs on one diagonal made runs: starts and length. Grams that overlap lie in one article."""
    a = (keys & np.uint64((1 << _PLACE_BITS) - 1)).astype(np.int64)
    if not len(a):
        return a, a, a
    diagonal = (keys >> np.uint64(_PLACE_BITS)).astype(np.int64)
    fresh = np.concatenate(([True], (a[1:] != a[:-1] + 1) | (diagonal[1:] != diagonal[:-1])))
    at = np.flatnonzero(fresh)
    length = np.diff(np.append(at, len(a))) + seed - 1
    return a[at], a[at] + diagonal[at], length


def _count_shared(doc_a: Positions, doc_b: Positions) -> Positions:
    """For each run, sorted by pair of articles, how many runs its pair has."""
    if not len(doc_a):
        return doc_a
    fresh = np.concatenate(([True], (doc_a[1:] != doc_a[:-1]) | (doc_b[1:] != doc_b[:-1])))
    sizes = np.diff(np.append(np.flatnonzero(fresh), len(doc_a)))
    shared: Positions = np.repeat(sizes, sizes)
    return shared

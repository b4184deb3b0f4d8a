"""How rare the words of a stretch are in the corpus: what tells reuse from a stock phrase of the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Span
    from factcheck.passage.letters import Codes, Flags, Letters, Positions

_GRAM = 5  # letters; long enough to be a turn of phrase, short enough to see one inside a longer stretch
_WORD = 3  # letters; about a word
_SPARE = 1  # occurrences beside those in the places themselves
_LOOKED_AT = 6  # grams, in the ten letters of a run that has no company
_LEAST_CELLS = 1 << 16
_MOST_GRAMS, _MOST_WORDS = 1 << 26, 1 << 24  # cells of a table; there are not that many different words
_BATCH = 1 << 15  # letters counted at a time: with _MOST no more than 16 bits hold
_MOST = 30_000  # where counting stops
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
Counts = NDArray[np.uint16]
Stretch = tuple[int, int, int]  # from where to where letters stand, and how far on they stand elsewhere
_NONE = np.zeros(0, np.int64)


class Rarity:
    """How often every gram of a corpus occurs: too often where two share a hash, never too seldom, 30,000 at most.

    Two tables of 128 and 32 MB at most; the place of a gram in them is worked out anew from its letters.
    """

    def __init__(self, letters: Letters, tables: tuple[_CountTable, _CountTable] | None = None) -> None:
        """`tables` are those of the letters, where they are known."""
        self._grams, self._words = tables or (
            _CountTable(letters.codes, _GRAM, _MOST_GRAMS),
            _CountTable(letters.codes, _WORD, _MOST_WORDS),
        )

    def move(self, letters: Letters, kept: Sequence[Stretch]) -> Rarity:
        """How often the grams of other letters occur, of which those of `kept` stand here too; it costs the others."""
        return Rarity(letters, (self._grams.move(letters.codes, kept), self._words.move(letters.codes, kept)))

    def are_distinct(self, starts: Positions, times: Positions) -> Flags:
        """Whether half of the words at each of `starts` hardly occur but in `times` such places."""
        own = np.zeros(len(starts), np.int64)
        for shift in range(_LOOKED_AT):
            own += self._grams.at(starts + shift) <= 2 * times + _SPARE
        return 2 * own >= _LOOKED_AT

    def own_share(self, start: int, end: int, places: int) -> float:
        """The share of the grams at `start:end` that hardly occur but in `places` stretches like this one."""
        grams = self._grams.at(np.arange(start, max(start + 1, end - _GRAM + 1)))
        return float((grams <= 2 * places + _SPARE).mean()) if len(grams) else 0.0

    def measure_wear(self, starts: Positions, lengths: Positions) -> NDArray[np.float64]:
        """How worn the words of each stretch are: the mean of log2 of how often each stands in the corpus."""
        words = np.maximum(lengths - _WORD + 1, 1)
        bounds = np.concatenate(([0], np.cumsum(words)))
        at = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], words)
        total = np.concatenate(([0.0], np.cumsum(np.log2(self._words.at(at), dtype=np.float64))))
        worn: NDArray[np.float64] = (total[bounds[1:]] - total[bounds[:-1]]) / words
        return worn


class _Moved(NamedTuple):
    """Counts of letters, and by how much other letters have more or less in some cells."""

    counts: Counts
    changed: Positions
    steps: Positions


class _CountTable:
    """For each gram of so many letters how often its hash occurs."""

    def __init__(self, codes: Codes, size: int, most: int, moved: _Moved | None = None) -> None:
        """`moved` are counts of nearly the same letters, and what differs."""
        self._codes, self._size, self._most = codes, size, most
        self._last = max(0, len(codes) - size)
        count, cells = max(0, len(codes) - size + 1), self._choose_cells(codes)
        self._shift = np.uint64(64 - (cells.bit_length() - 1))
        self._changed, self._steps = (moved.changed, moved.steps) if moved is not None else (_NONE, _NONE)
        self._count: Counts = moved.counts if moved is not None else np.zeros(cells, np.uint16)
        for start in range(0, count if moved is None else 0, _BATCH):
            end = min(count, start + _BATCH)
            cell = self._cells([codes[start + at : end + at] for at in range(size)])
            np.add.at(self._count, cell, np.uint16(1))
            self._count[cell] = np.minimum(self._count[cell], np.uint16(_MOST))

    def move(self, codes: Codes, kept: Sequence[Stretch]) -> _CountTable:
        """The counts of other letters, of which those of `kept` stand here too; these stay as they are."""
        if self._choose_cells(codes) != self._choose_cells(self._codes):
            return _CountTable(codes, self._size, self._most)
        lost = self._find_cells(self._codes, [(start, end) for start, end, _ in kept])
        come = self._find_cells(codes, [(start + by, end + by) for start, end, by in kept])
        changed, at = np.unique(np.concatenate((lost, come)), return_inverse=True)
        steps = np.bincount(at[len(lost) :], minlength=len(changed)) - np.bincount(
            at[: len(lost)], minlength=len(changed)
        )
        return _CountTable(codes, self._size, self._most, _Moved(self._count, changed, steps))

    def _find_cells(self, codes: Codes, without: Iterable[Span]) -> Positions:
        """The cells of all grams that do not lie in one of some stretches."""
        count, at = max(0, len(codes) - self._size + 1), 0
        starts = []
        for start, end in without:
            if end - start >= self._size:
                starts.append(np.arange(at, start))
                at = end - self._size + 1
        places = np.concatenate([*starts, np.arange(at, count)]).astype(np.int64)
        return self._cells([codes[places + shift] for shift in range(self._size)])

    def _choose_cells(self, codes: Codes) -> int:
        count = max(0, len(codes) - self._size + 1)
        return min(self._most, max(_LEAST_CELLS, 1 << (2 * count).bit_length()))

    def at(self, places: Positions) -> Counts:
        """The counts of the grams that begin at some positions; of the last one for those behind it."""
        if not len(self._codes):
            return np.ones(len(places), np.uint16)
        places = np.minimum(places, self._last)
        cells = self._cells([self._codes[places + at] for at in range(self._size)])
        found = self._count[cells]
        if not len(self._changed):
            return found
        at = np.minimum(np.searchsorted(self._changed, cells), len(self._changed) - 1)
        steps = np.where((self._changed[at] == cells) & (found < _MOST), self._steps[at], 0)
        moved: Counts = np.clip(found + steps, 0, _MOST).astype(np.uint16)
        return moved

    def _cells(self, letters: list[Codes]) -> Positions:
        key = np.zeros(len(letters[0]), np.uint64)
        for codes in letters:
            key *= _MULTIPLIER
            key += codes
        key ^= key >> np.uint64(29)
        key *= _MIX
        return (key >> self._shift).astype(np.int64)

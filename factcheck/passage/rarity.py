"""How rare the words of a stretch are in the corpus: what tells reuse from a stock phrase of the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from factcheck.passage.letters import Codes, Flags, Letters, Positions

_GRAM = 5  # letters; long enough to be a turn of phrase, short enough to see one inside a longer stretch
_WORD = 3  # letters; about a word
_SPARE = 1  # occurrences beside those in the places themselves
_LOOKED_AT = 6  # grams, in the ten letters of a run that has no company
_LEAST_CELLS, _MOST_CELLS = 1 << 16, 1 << 26
_BATCH = 1 << 20  # letters hashed at a time
_CELLS = 1 << 22  # cells counted at a time
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
Counts = NDArray[np.int32]


class Rarity:
    """Counts every gram of a corpus by its hash: too high where two grams fall together, never too low."""

    def __init__(self, letters: Letters) -> None:
        self._count = _counted(letters.codes, _GRAM)
        worn = np.log2(_counted(letters.codes, _WORD), dtype=np.float32)
        self._worn = np.zeros(len(worn) + 1, np.float64)
        np.cumsum(worn, out=self._worn[1:])

    def distinct(self, starts: Positions, times: Positions) -> Flags:
        """Whether half of the words at each of `starts` hardly occur but in `times` such places."""
        own = np.zeros(len(starts), np.int64)
        for shift in range(_LOOKED_AT):
            at = np.minimum(starts + shift, len(self._count) - 1)
            own += self._count[at] <= 2 * times + _SPARE
        return 2 * own >= _LOOKED_AT

    def own(self, start: int, end: int, places: int) -> float:
        """The share of the grams at `start:end` that hardly occur but in `places` stretches like this one."""
        grams = self._count[start : max(start + 1, end - _GRAM + 1)]
        return float((grams <= 2 * places + _SPARE).mean()) if len(grams) else 0.0

    def worn(self, starts: Positions, lengths: Positions) -> NDArray[np.float64]:
        """How worn the words of each stretch are: the mean of log2 of how often each stands in the corpus."""
        last = len(self._worn) - 1
        first, end = np.minimum(starts, last), np.minimum(starts + np.maximum(lengths - _WORD + 1, 1), last)
        worn: NDArray[np.float64] = (self._worn[end] - self._worn[first]) / np.maximum(end - first, 1)
        return worn


def _counted(codes: Codes, size: int) -> Counts:
    """For each gram of so many letters how often its hash occurs."""
    count = max(0, len(codes) - size + 1)
    cells = min(_MOST_CELLS, max(_LEAST_CELLS, 1 << (2 * count).bit_length()))
    shift = np.uint64(64 - (cells.bit_length() - 1))
    cell = np.zeros(count, np.int32)
    for start in range(0, count, _BATCH):
        end = min(count, start + _BATCH)
        key = np.zeros(end - start, np.uint64)
        for at in range(size):
            key *= _MULTIPLIER
            key += codes[start + at : end + at]
        key ^= key >> np.uint64(29)
        key *= _MIX
        cell[start:end] = key >> shift
    total = np.zeros(cells, np.int32)
    for start in range(0, cells, _CELLS):
        part = cell if cells <= _CELLS else cell[(cell >= start) & (cell < start + _CELLS)] - start
        total[start : start + _CELLS] = np.bincount(part, minlength=min(cells, _CELLS))
    return total[cell]

"""How rare the words of a stretch are in the corpus: what tells reuse from a stock phrase of the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.passage.letters import Codes, Flags, Letters, Positions

GRAM = 5  # letters; long enough to be a turn of phrase, short enough to see one inside a longer stretch
WORD = 3  # letters; about a word
_SPARE = 1  # occurrences beside those in the places themselves
_LOOKED_AT = 6  # grams, in the ten letters of a run that has no company
_LEAST_CELLS = 1 << 16
_MOST_GRAMS, _MOST_WORDS = 1 << 26, 1 << 24  # cells of a table; there are not that many different words
_BATCH = 1 << 15  # letters counted at a time: with _MOST no more than 16 bits hold
_MOST = 30_000  # where counting stops
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
Counts = NDArray[np.uint16]
_NONE = np.zeros(0, np.int64)


class CellCounts(Protocol):
    """How often each gram of some articles occurs, by cells of a hash; none reaches from one article into the next."""

    def at(self, cells: Positions, bits: int) -> Positions:
        """The counts of some cells, which are named by so many bits."""


class Rarity:
    """How often every gram of a corpus occurs: too often where two share a hash, never too seldom, 30,000 at most.

    Two tables of 128 and 32 MB at most; the place of a gram in them is worked out anew from its letters.
    """

    def __init__(self, letters: Letters, tables: tuple[CountTable, CountTable] | None = None) -> None:
        """`tables` are those of the letters, where they are known."""
        self._grams, self._words = tables or (CountTable(letters, GRAM), CountTable(letters, WORD))

    @classmethod
    def over(cls, letters: Letters, grams: CellCounts, words: CellCounts) -> Rarity:
        """That of letters whose grams are counted already, wherever that is."""
        return cls(letters, (CountTable(letters, GRAM, _Moved(grams)), CountTable(letters, WORD, _Moved(words))))

    def move(self, letters: Letters, lost: Sequence[Codes], come: Sequence[Codes]) -> Rarity:
        """How often the grams of other letters occur: of these without some articles, and with others."""
        return Rarity(letters, (self._grams.move(letters, lost, come), self._words.move(letters, lost, come)))

    def are_distinct(self, starts: Positions, times: Positions) -> Flags:
        """Whether half of the words at each of `starts` hardly occur but in `times` such places."""
        own = np.zeros(len(starts), np.int64)
        for shift in range(_LOOKED_AT):
            own += self._grams.at(starts + shift) <= 2 * times + _SPARE
        return 2 * own >= _LOOKED_AT

    def own_share(self, start: int, end: int, places: int) -> float:
        """The share of the grams at `start:end` that hardly occur but in `places` stretches like this one."""
        grams = self._grams.at(np.arange(start, max(start + 1, end - GRAM + 1)))
        return float((grams <= 2 * places + _SPARE).mean()) if len(grams) else 0.0

    def measure_wear(self, starts: Positions, lengths: Positions) -> NDArray[np.float64]:
        """How worn the words of each stretch are: the mean of log2 of how often each stands in the corpus."""
        words = np.maximum(lengths - WORD + 1, 1)
        bounds = np.concatenate(([0], np.cumsum(words)))
        at = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], words)
        total = np.concatenate(([0.0], np.cumsum(np.log2(np.maximum(self._words.at(at), 1), dtype=np.float64))))
        worn: NDArray[np.float64] = (total[bounds[1:]] - total[bounds[:-1]]) / words
        return worn


class _Moved(NamedTuple):
    """Counts of letters, and by how much other letters have more or less in some cells."""

    counts: CellCounts
    changed: Positions = _NONE
    steps: Positions = _NONE


class _Counted:
    """The counts of letters that are in memory."""

    def __init__(self, letters: Letters, size: int, bits: int) -> None:
        self._count: Counts = np.zeros(1 << bits, np.uint16)
        codes, count = letters.codes, max(0, len(letters.codes) - size + 1)
        for start in range(0, count, _BATCH):
            end = min(count, start + _BATCH)
            cells = list_cells([codes[start + at : end + at] for at in range(size)], bits)
            cells = cells[letters.are_inside(start, end, size)]
            np.add.at(self._count, cells, np.uint16(1))
            self._count[cells] = np.minimum(self._count[cells], np.uint16(_MOST))

    def at(self, cells: Positions, bits: int) -> Positions:  # noqa: ARG002 - it is those it has
        return self._count[cells].astype(np.int64)


class CountTable:
    """For each gram of so many letters how often its hash occurs."""

    def __init__(self, letters: Letters, size: int, moved: _Moved | None = None) -> None:
        """`moved` are counts of nearly the same letters, and what differs."""
        self._codes, self._size, self.bits = letters.codes, size, choose_bits(len(letters.codes), size)
        self._last = max(0, len(letters.codes) - size)
        self._counts, self._changed, self._steps = moved or _Moved(_Counted(letters, size, self.bits))

    def move(self, letters: Letters, lost: Sequence[Codes], come: Sequence[Codes]) -> CountTable:
        """The counts of other letters: of these without those of some articles, and with others; these stay."""
        bits = choose_bits(len(letters.codes), self._size)
        if isinstance(self._counts, _Counted) and bits != self.bits:
            return CountTable(letters, self._size)
        gone, new = (list_all_cells(some, self._size, bits) for some in (lost, come))
        changed, at = np.unique(np.concatenate((gone, new)), return_inverse=True)
        steps = np.bincount(at[len(gone) :], minlength=len(changed)) - np.bincount(
            at[: len(gone)], minlength=len(changed)
        )
        return CountTable(letters, self._size, _Moved(self._counts, changed, steps))

    def at(self, places: Positions) -> Counts:
        """The counts of the grams that begin at some positions; of the last one for those behind it."""
        if not len(self._codes):
            return np.ones(len(places), np.uint16)
        places = np.minimum(places, self._last)
        cells = list_cells([self._codes[places + at] for at in range(self._size)], self.bits)
        found = self._counts.at(cells, self.bits)
        if len(self._changed):
            at = np.minimum(np.searchsorted(self._changed, cells), len(self._changed) - 1)
            found = found + np.where((self._changed[at] == cells) & (found < _MOST), self._steps[at], 0)
        counts: Counts = np.clip(found, 0, _MOST).astype(np.uint16)
        return counts


def choose_bits(letters: int, size: int) -> int:
    """How many bits name a cell of the grams of so many letters."""
    most = _MOST_GRAMS if size == GRAM else _MOST_WORDS
    cells = min(most, max(_LEAST_CELLS, 1 << (2 * max(0, letters - size + 1)).bit_length()))
    return cells.bit_length() - 1


def list_all_cells(articles: Iterable[Codes], size: int, bits: int) -> Positions:
    """The cells of all grams of some articles, given by their letters, one article after the other."""
    return np.concatenate(
        [
            _NONE,
            *(
                list_cells([codes[at : len(codes) - size + 1 + at] for at in range(size)], bits)
                for codes in articles
                if len(codes) >= size
            ),
        ]
    )


def list_cells(letters: Sequence[Codes], bits: int) -> Positions:
    """The cells of grams; `letters` are their first ones, their second ones and so on."""
    key = np.zeros(len(letters[0]), np.uint64)
    for codes in letters:
        key *= _MULTIPLIER
        key += codes
    key ^= key >> np.uint64(29)
    key *= _MIX
    return (key >> np.uint64(64 - bits)).astype(np.int64)

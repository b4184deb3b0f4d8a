"""Both ends of a match carried on over short changes and over numbers that differ."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.passage.chain import Match
from factcheck.passage.letters import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.passage.letters import Flags, Letters, Positions

_AHEAD = 16  # letters over which an end may be carried on
_HOLD = 4  # equal letters that an end must find there
_DIGITS = frozenset(b"0123456789")
_PERIOD = 20  # letters; what repeats upon itself in fewer is a rule of dots, a laugh, a list
_BATCH = 1 << 13  # matches whose ends are looked at together
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_NEVER = np.uint64(0), np.uint64(1)  # keys of the places outside an article, on either side: equal to none
_STEPS = np.arange(_AHEAD + 1)
_FAR = np.uint8(2 * len(_STEPS))
_SKIPPED = (_STEPS[:, None] + _STEPS).astype(np.uint8)  # letters in all, by those on either side


class _End(NamedTuple):
    """Where a match ends on both sides, or starts; `gained` letters agree between here and its first end."""

    a: int
    b: int
    gained: int


class _Bounds(NamedTuple):
    """First and last position of the articles on both sides, an entry a match."""

    first_a: Positions
    last_a: Positions
    first_b: Positions
    last_b: Positions


def extend_matches(letters: Letters, matches: Iterable[Match]) -> Iterator[Match]:
    """The matches, carried on as long as enough letters agree behind a change; copies that touch are left out."""
    matches = iter(matches)
    while batch := list(islice(matches, _BATCH)):
        docs = [letters.docs(np.array(side, np.int64)) for side in zip(*((m.a, m.b) for m in batch), strict=True)]
        bounds = _Bounds(*(letters.first[doc + last] for doc in docs for last in (0, 1)))
        starts = _carry_on(letters, [_End(m.a, m.b, 0) for m in batch], bounds, -1)
        ends = _carry_on(letters, [_End(m.a_end, m.b_end, 0) for m in batch], bounds, 1)
        for match, start, end in zip(batch, starts, ends, strict=True):
            equal = match.equal + start.gained + end.gained
            if end.a <= start.b or letters.doc(start.a) != letters.doc(start.b):
                yield Match(start.a, end.a, start.b, end.b, equal, match.shared_runs)
            elif (period := start.b - start.a) >= _PERIOD:  # the same three times in a row: here the first two
                long = min(period, end.b - start.b)  # the second may be cut short, by letters that only the first has
                yield Match(start.a, start.a + long, start.b, start.b + long, long, match.shared_runs)


def _carry_on(letters: Letters, ends: list[_End], bounds: _Bounds, step: int) -> list[_End]:
    """All ends carried on, ahead (`step` 1) or back (-1), round by round: most are ends at the first look."""
    ends = list(ends)
    held, over = (_hold_ahead, _over) if step > 0 else (_hold_behind, _back_over)
    still = np.arange(len(ends))
    while len(still):
        a, b = (np.array([ends[at][side] for at in still.tolist()], np.int64) for side in (0, 1))
        here = _Bounds(*(bound[still] for bound in bounds))
        skips = _find_nearest(letters, (a, b), here, step)
        moved = np.zeros(len(still), np.bool_)
        for row in np.flatnonzero((skips[0] >= 0) | _are_at_digits(letters, a, b, step)).tolist():
            end = ends[still[row]]
            outer = (int(here.last_a[row]), int(here.last_b[row])) if step > 0 else _first_positions(here, row)
            skip = int(skips[0][row]), int(skips[1][row])
            found = (held(letters, end, skip, outer) if skip[0] >= 0 else None) or over(letters, end, outer)
            if found:
                ends[still[row]] = found
                moved[row] = True
        still = still[moved]
    return ends


def _first_positions(bounds: _Bounds, row: int) -> tuple[int, int]:
    return int(bounds.first_a[row]), int(bounds.first_b[row])


def _find_nearest(
    letters: Letters, ends: tuple[Positions, Positions], bounds: _Bounds, step: int
) -> tuple[Positions, Positions]:
    """How many letters to skip on either side to come to _HOLD equal ones, fewest in all; -1 where there are none."""
    keys = []
    for end, first, last, never in zip(
        ends, (bounds.first_a, bounds.first_b), (bounds.last_a, bounds.last_b), _NEVER, strict=True
    ):
        at = (end if step > 0 else end - _HOLD)[:, None] + step * _STEPS
        outside = (at < first[:, None]) | (at + _HOLD > last[:, None])
        at[outside] = 0
        key = np.zeros(at.shape, np.uint64)
        for shift in range(_HOLD):
            key *= _MULTIPLIER
            key += letters.codes[np.minimum(at + shift, len(letters.codes) - 1)]
        key[outside] = never
        keys.append(key)
    cost = np.where(keys[0][:, :, None] == keys[1][:, None, :], _SKIPPED, _FAR).reshape(len(keys[0]), -1)
    best = cost.argmin(axis=1)  # of equal ones the first: fewest letters skipped on side a
    none = cost[np.arange(len(cost)), best] == _FAR
    skip_a, skip_b = np.divmod(best, len(_STEPS))
    return np.where(none, -1, skip_a), np.where(none, -1, skip_b)


def _are_at_digits(letters: Letters, a: Positions, b: Positions, step: int) -> Flags:
    digits: Flags = np.zeros(len(a), np.bool_)
    for end in (a, b):
        codes = letters.codes[np.clip(end if step > 0 else end - 1, 0, len(letters.codes) - 1)]
        digits |= (codes >= ord("0")) & (codes <= ord("9"))
    return digits


def _hold_ahead(letters: Letters, end: _End, skip: tuple[int, int], last: tuple[int, int]) -> _End | None:
    codes = letters.codes.data
    a, b = end.a + skip[0], end.b + skip[1]
    held, most = 0, min(last[0] - a, last[1] - b)
    while held < most and codes[a + held] == codes[b + held]:
        held += 1
    enough = letters.weigh(a, a + held) >= _enough(skip)
    return _End(a + held, b + held, end.gained + held) if enough else None


def _hold_behind(letters: Letters, end: _End, skip: tuple[int, int], first: tuple[int, int]) -> _End | None:
    codes = letters.codes.data
    a, b = end.a - skip[0], end.b - skip[1]
    held, most = 0, min(a - first[0], b - first[1])
    while held < most and codes[a - held - 1] == codes[b - held - 1]:
        held += 1
    enough = letters.weigh(a - held, a) >= _enough(skip)
    return _End(a - held, b - held, end.gained + held) if enough else None


def _enough(skip: tuple[int, int]) -> int:
    """The weight that must agree behind a change of so many letters."""
    return max(_HOLD, (sum(skip) + 1) // 2)


def _over(letters: Letters, end: _End, last: tuple[int, int]) -> _End | None:
    """Over a number that differs, if the same letter stands behind it on both sides; not into another sentence."""
    codes, (a, b, gained) = letters.codes.data, end
    if SENTENCE in (letters.marks[a], letters.marks[b]):
        return None
    next_a, next_b = a, b
    while next_a < last[0] and codes[next_a] in _DIGITS:
        next_a += 1
    while next_b < last[1] and codes[next_b] in _DIGITS:
        next_b += 1
    if next_a == last[0] or next_b == last[1] or codes[next_a] != codes[next_b] or (next_a == a and next_b == b):
        return None
    numbers = all(codes[at - 1] in _DIGITS or codes[at] in _DIGITS for at in (a, b))
    return _End(next_a + 1, next_b + 1, gained + 1) if numbers else None


def _back_over(letters: Letters, end: _End, first: tuple[int, int]) -> _End | None:
    """Back over a number that differs; what stands before it may be anything. Not into another sentence."""
    codes, (a, b, gained) = letters.codes.data, end
    if any(SENTENCE in letters.marks[at : at + _HOLD] for at in (a, b)):
        return None
    next_a, next_b = a, b
    while next_a > first[0] and codes[next_a - 1] in _DIGITS:
        next_a -= 1
    while next_b > first[1] and codes[next_b - 1] in _DIGITS:
        next_b -= 1
    if next_a == a and next_b == b:
        return None
    numbers = all(codes[at - 1] in _DIGITS or codes[at] in _DIGITS for at in (a, b))
    return _End(next_a, next_b, gained) if numbers else None

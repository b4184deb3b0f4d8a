"""Runs that follow one another on both sides, joined over the letters that changed between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from factcheck.model import Value
from factcheck.progress import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.passage.letters import Letters
    from factcheck.passage.seeds import Runs
    from factcheck.progress import Progress

_NEAR = 60  # letters between runs, at most, where both are long
_STEP = 16  # letters between runs, at most, where they are short
_AHEAD = 16  # letters over which an end may be carried on
_DIGITS = frozenset("0123456789")
_PERIOD = 20  # letters; what repeats upon itself in fewer is a rule of dots, a laugh, a list
_HOLD = 4  # equal letters that an end must find there
_REACH = _AHEAD + _HOLD


class Match(Value, frozen=True):
    """Positions `a:a_end` and `b:b_end` tell the same, `equal` letters of each being the same.

    `company` counts the runs that the two articles share.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int
    company: int = 0


def matches(letters: Letters, runs: Runs, progress: Progress | None = None) -> Iterator[Match]:
    """Aligned stretches of two articles, or of one, a before b."""
    a, b, length = runs.a, runs.b, runs.length
    pair = letters.doc[a].astype(np.int64) * len(letters.first) + letters.doc[b]
    bounds = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1], [True]))).tolist() if len(pair) else []
    rows = list(zip(a.tolist(), b.tolist(), length.tolist(), strict=True))
    for start, end in counted(pairwise(bounds), "passages", progress, max(0, len(bounds) - 1)):
        yield from _of_pair(letters, rows[start:end], int(runs.company[start]))


def _of_pair(letters: Letters, rows: list[tuple[int, int, int]], company: int) -> Iterator[Match]:
    doc_a, doc_b = int(letters.doc[rows[0][0]]), int(letters.doc[rows[0][1]])
    first = letters.first
    ends = int(first[doc_a]), int(first[doc_a + 1]), int(first[doc_b]), int(first[doc_b + 1])
    done: list[Match] = []
    open_: list[Match] = []
    for a, b, length in rows:
        best = -1
        for number, match in enumerate(open_):
            if _follows(match, a, b, length) and (best < 0 or _skew(match, a, b) < _skew(open_[best], a, b)):
                best = number
        if best < 0:
            done += [match for match in open_ if a - match.a_end > _NEAR]
            open_ = [match for match in open_ if a - match.a_end <= _NEAR]
            open_.append(Match(a, a + length, b, b + length, length, company))
        else:
            open_[best] = _carried(letters.text, open_[best], a, b, length)
    for match in sorted(done + open_, key=lambda m: (m.a, m.b)):
        extended = _extended(letters, match, ends)
        if doc_a != doc_b or extended.a_end <= extended.b:
            yield extended
        elif (period := extended.b - extended.a) >= _PERIOD:  # the same three times in a row: here the first two
            yield Match(extended.a, extended.b, extended.b, extended.b + period, period, company)


def _follows(match: Match, a: int, b: int, length: int) -> bool:
    if a + length <= match.a_end or b + length <= match.b_end:
        return False
    gap_a, gap_b = a - match.a_end, b - match.b_end
    reach = min(_NEAR, max(_STEP, min(match.equal, length)))
    return -length < gap_a <= reach and -length < gap_b <= reach and abs(gap_a - gap_b) <= reach


def _skew(match: Match, a: int, b: int) -> int:
    return abs((b - a) - (match.b_end - match.a_end))


def _carried(text: str, match: Match, a: int, b: int, length: int) -> Match:
    overlap = max(0, match.a_end - a, match.b_end - b)
    equal = match.equal + length - overlap + _agreeing(text[match.a_end : a], text[match.b_end : b])
    return Match(match.a, a + length, match.b, b + length, equal, match.company)


def _agreeing(left: str, right: str) -> int:
    """How many letters between two runs agree: one by one where they are as many, else those next to the second run."""
    if len(left) == len(right):
        return sum(a == b for a, b in zip(left, right, strict=True))
    agreeing = 0
    for a, b in zip(reversed(left), reversed(right), strict=False):
        if a != b:
            break
        agreeing += 1
    return agreeing


def _extended(letters: Letters, match: Match, ends: tuple[int, int, int, int]) -> Match:
    """Both ends carried on over short changes, as long as enough letters agree behind them, and over a number."""
    first_a, last_a, first_b, last_b = ends
    a, b, a_end, b_end, equal = match.a, match.b, match.a_end, match.b_end, match.equal
    while found := _ahead(letters, a_end, b_end, last_a, last_b) or _over(letters, a_end, b_end, last_a, last_b):
        a_end, b_end, equal = found[0], found[1], equal + found[2]
    while found := _behind(letters, a, b, first_a, first_b) or _back_over(letters, a, b, first_a, first_b):
        a, b, equal = found[0], found[1], equal + found[2]
    return Match(a, a_end, b, b_end, equal, match.company)


def _over(letters: Letters, a: int, b: int, last_a: int, last_b: int) -> tuple[int, int, int] | None:
    """Over a number that differs, if the same letter stands behind it on both sides; not into another sentence."""
    text = letters.text
    if letters.stops[a] or letters.stops[b]:
        return None
    next_a, next_b = a, b
    while next_a < last_a and text[next_a] in _DIGITS:
        next_a += 1
    while next_b < last_b and text[next_b] in _DIGITS:
        next_b += 1
    if next_a == last_a or next_b == last_b or text[next_a] != text[next_b] or (next_a == a and next_b == b):
        return None
    numbers = all(text[at - 1] in _DIGITS or text[at] in _DIGITS for at in (a, b))
    return (next_a + 1, next_b + 1, 1) if numbers else None


def _back_over(letters: Letters, a: int, b: int, first_a: int, first_b: int) -> tuple[int, int, int] | None:
    """Back over a number that differs; what stands before it may be anything. Not into another sentence."""
    text = letters.text
    if any(letters.stops[at : at + _HOLD].any() for at in (a, b)):
        return None
    next_a, next_b = a, b
    while next_a > first_a and text[next_a - 1] in _DIGITS:
        next_a -= 1
    while next_b > first_b and text[next_b - 1] in _DIGITS:
        next_b -= 1
    if next_a == a and next_b == b:
        return None
    numbers = all(text[at - 1] in _DIGITS or text[at] in _DIGITS for at in (a, b))
    return (next_a, next_b, 0) if numbers else None


def _ahead(letters: Letters, a: int, b: int, last_a: int, last_b: int) -> tuple[int, int, int] | None:
    text = letters.text
    if _apart(text[a : min(last_a, a + _REACH)], text[b : min(last_b, b + _REACH)]):
        return None
    nearest: tuple[int, int, int] | None = None
    for skip in range(min(_AHEAD, last_a - a - _HOLD) + 1):
        if nearest is not None and nearest[0] <= skip:
            break
        found = text.find(text[a + skip : a + skip + _HOLD], b, min(last_b, b + _AHEAD + _HOLD))
        if found >= 0 and (nearest is None or skip + found - b < nearest[0]):
            nearest = skip + found - b, a + skip, found
    if nearest is None:
        return None
    cost, a, b = nearest
    held = 0
    while a + held < last_a and b + held < last_b and text[a + held] == text[b + held]:
        held += 1
    enough = letters.weigh(a, a + held) >= max(_HOLD, (cost + 1) // 2)
    return (a + held, b + held, held) if enough else None


def _apart(one: str, other: str) -> bool:
    """Whether no _HOLD letters in a row stand in both: most ends are ends, and this is the quickest way to know."""
    grams = {one[at : at + _HOLD] for at in range(len(one) - _HOLD + 1)}
    return grams.isdisjoint(other[at : at + _HOLD] for at in range(len(other) - _HOLD + 1))


def _behind(letters: Letters, a: int, b: int, first_a: int, first_b: int) -> tuple[int, int, int] | None:
    text = letters.text
    if _apart(text[max(first_a, a - _REACH) : a], text[max(first_b, b - _REACH) : b]):
        return None
    nearest: tuple[int, int, int] | None = None
    for skip in range(min(_AHEAD, a - first_a - _HOLD) + 1):
        if nearest is not None and nearest[0] <= skip:
            break
        found = text.rfind(text[a - skip - _HOLD : a - skip], max(first_b, b - _AHEAD - _HOLD), b)
        if found >= 0 and (nearest is None or skip + b - found - _HOLD < nearest[0]):
            nearest = skip + b - found - _HOLD, a - skip, found + _HOLD
    if nearest is None:
        return None
    cost, a, b = nearest
    held = 0
    while a - held > first_a and b - held > first_b and text[a - held - 1] == text[b - held - 1]:
        held += 1
    enough = letters.weigh(a - held, a) >= max(_HOLD, (cost + 1) // 2)
    return (a - held, b - held, held) if enough else None

"""Runs that follow one another on both sides, joined over the letters that changed between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from factcheck.model import Value
from factcheck.progress import count_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.passage.letters import Letters
    from factcheck.passage.seeds import Runs
    from factcheck.progress import Progress

_NEAR = 60  # letters between runs, at most, where both are long
_STEP = 16  # letters between runs, at most, where they are short


class Match(Value, frozen=True):
    """Positions `a:a_end` and `b:b_end` tell the same, `equal` letters of each being the same.

    `shared_runs` counts the runs that the two articles share.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int
    shared_runs: int = 0


def chain_runs(letters: Letters, runs: Runs, progress: Progress | None = None) -> Iterator[Match]:
    """Runs of two articles, or of one, joined: a before b, by pair of articles, then in the order of a."""
    pair = letters.docs(runs.a) * len(letters.first) + letters.docs(runs.b)
    bounds = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1], [True]))).tolist() if len(pair) else []
    for start, end in count_progress(pairwise(bounds), "passages", progress, max(0, len(bounds) - 1)):
        shared = int(runs.shared[start])
        if end - start == 1:
            a, b, length = int(runs.a[start]), int(runs.b[start]), int(runs.length[start])
            yield Match(a, a + length, b, b + length, length, shared)
        else:
            columns = (column[start:end].tolist() for column in (runs.a, runs.b, runs.length))
            yield from _chain_pair(letters, list(zip(*columns, strict=True)), shared)


def _chain_pair(letters: Letters, rows: list[tuple[int, int, int]], shared: int) -> list[Match]:
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
            open_.append(Match(a, a + length, b, b + length, length, shared))
        else:
            open_[best] = _join_run(letters, open_[best], a, b, length)
    return sorted(done + open_, key=lambda m: (m.a, m.b))


def _follows(match: Match, a: int, b: int, length: int) -> bool:
    if a + length <= match.a_end or b + length <= match.b_end:
        return False
    gap_a, gap_b = a - match.a_end, b - match.b_end
    reach = min(_NEAR, max(_STEP, min(match.equal, length)))
    return -length < gap_a <= reach and -length < gap_b <= reach and abs(gap_a - gap_b) <= reach


def _skew(match: Match, a: int, b: int) -> int:
    return abs((b - a) - (match.b_end - match.a_end))


def _join_run(letters: Letters, match: Match, a: int, b: int, length: int) -> Match:
    overlap = max(0, match.a_end - a, match.b_end - b)
    equal = match.equal + length - overlap + _count_agreeing(letters, (match.a_end, a), (match.b_end, b))
    return Match(match.a, a + length, match.b, b + length, equal, match.shared_runs)


def _count_agreeing(letters: Letters, between_a: tuple[int, int], between_b: tuple[int, int]) -> int:
    """How many letters between two runs agree: one by one where they are as many, else those next to the second run."""
    if between_a[0] >= between_a[1] or between_b[0] >= between_b[1]:
        return 0
    left, right = letters.spell(*between_a), letters.spell(*between_b)
    if len(left) == len(right):
        return sum(a == b for a, b in zip(left, right, strict=True))
    agreeing = 0
    for a, b in zip(reversed(left), reversed(right), strict=False):
        if a != b:
            break
        agreeing += 1
    return agreeing

"""Which stretch a model's probabilities choose: the one that would most likely be held right, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from factcheck.frame.labelling_model import LONGEST, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.labelling_model import Floats

_MOST = 12  # of the likeliest stretches that are weighed against one another
_SLIGHT = -4.6  # log-probability, of one in a hundred, below which a stretch is not looked at


def likeliest(chances: Floats) -> list[Stretch]:
    """The likeliest stretches, the first the most likely; `chances` are log-probabilities [first, words - 1]."""
    flat = chances.ravel()
    order = np.flatnonzero(flat >= _SLIGHT)
    ranked = sorted(zip(np.exp(flat[order]).tolist(), order.tolist(), strict=True), key=_likelier)[:_MOST]
    return [Stretch(at // LONGEST, at // LONGEST + at % LONGEST, chance) for chance, at in ranked]


def _likelier(one: tuple[float, int]) -> tuple[float, int]:
    return -one[0], one[1]


def choose_stretch(ranked: Sequence[Stretch], ends: Sequence[int]) -> Stretch | None:
    """The stretch that agrees with most of the probability, which it then has; None where there is none to choose.

    Two stretches agree where one holds the other and has at most twice as many letters and one: a measure that is a
    word longer or shorter is the same reading. `ends` are letters up to the end of each word of the window.
    """
    if len(ranked) < 2:
        return ranked[0] if ranked else None
    best: Stretch | None = None
    for one in ranked:
        whole = sum([other.probability for other in ranked if _agree(one, other, ends)])
        if best is None or whole > best.probability + 1e-9:
            best = one._replace(probability=whole)
    return best


def apart(ranked: Sequence[Stretch], least: float) -> list[Stretch]:
    """The stretches that are likely enough and do not overlap a likelier one, in the order of the text."""
    taken: list[Stretch] = []
    for one in ranked:
        if one.probability >= least and not any(o.first <= one.last and one.first <= o.last for o in taken):
            taken.append(one)
    return sorted(taken)


def _agree(one: Stretch, other: Stretch, ends: Sequence[int]) -> bool:
    if one.first > other.first or (one.first == other.first and one.last < other.last):
        one, other = other, one
    if other.last > one.last:
        return False
    return _letters(one, ends) <= 2 * _letters(other, ends) + 1


def _letters(one: Stretch, ends: Sequence[int]) -> int:
    return ends[one.last] - (ends[one.first - 1] if one.first else 0)

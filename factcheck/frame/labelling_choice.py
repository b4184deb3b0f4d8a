"""Which stretch a model's probabilities choose: the one that would most likely be held right, or none."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.labelling_model import Floats, Numbers

_MOST = 12  # of the likeliest stretches that are weighed against one another
_SLIGHT = log(0.01)  # log-probability below which a stretch is not looked at


class WordStretch(NamedTuple):
    """Words `first`..`last`, the last one too, and how likely it is that they state the field."""

    first: int
    last: int
    probability: float


def likeliest(chances: Floats, starts: Numbers) -> list[list[list[WordStretch]]]:
    """The likeliest stretches of each field and each window, the first the most likely.

    `chances` are log-probabilities [field, first, words - 1]; `starts` where windows begin, from which words count.
    """
    fields, firsts, lengths = np.nonzero(chances >= _SLIGHT)
    owners = np.searchsorted(starts, firsts, side="right") - 1
    found: list[list[list[WordStretch]]] = [[[] for _ in starts] for _ in chances]
    values = chances[fields, firsts, lengths].tolist()
    rows = zip(
        fields.tolist(), owners.tolist(), (firsts - starts[owners]).tolist(), lengths.tolist(), values, strict=True
    )
    for field, owner, first, more, value in rows:
        found[field][owner].append(WordStretch(first, first + more, exp(value)))
    for windows in found:
        for held in windows:
            if len(held) > 1:
                held.sort(key=_probability, reverse=True)
                del held[_MOST:]
    return found


def _probability(one: WordStretch) -> float:
    return one.probability


def choose_stretch(ranked: Sequence[WordStretch], ends: Sequence[int]) -> WordStretch | None:
    """The stretch that agrees with most of the probability, which it then has; None where there is none to choose.

    Two stretches agree where one holds the other and has at most twice as many letters and one: a measure that is a
    word longer or shorter is the same reading. `ends` are letters up to the end of each word of the window.
    """
    if len(ranked) == 1:
        return ranked[0]
    held = [(one.first, one.last, _letters(one, ends), one.probability) for one in ranked]
    best, most = None, 0.0
    for number, (first, last, size, _) in enumerate(held):
        whole = 0.0
        for begin, end, letters, chance in held:
            inside = (first <= begin and end <= last) or (begin <= first and last <= end)
            if inside and letters <= 2 * size + 1 and size <= 2 * letters + 1:
                whole += chance
        if best is None or whole > most + 1e-9:
            best, most = number, whole
    return ranked[best]._replace(probability=most) if best is not None else None


def apart(ranked: Sequence[WordStretch], least: float) -> list[WordStretch]:
    """The stretches that are likely enough and do not overlap a likelier one, in the order of the text."""
    taken: list[WordStretch] = []
    for one in ranked:
        if one.probability >= least and not any(o.first <= one.last and one.first <= o.last for o in taken):
            taken.append(one)
    return sorted(taken)


def _letters(one: WordStretch, ends: Sequence[int]) -> int:
    return ends[one.last] - (ends[one.first - 1] if one.first else 0)

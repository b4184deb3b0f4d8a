"""Which stretch a model's probabilities choose: the one that would most likely be held right, or none."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from factcheck.frame.labelling_model import Floats, Numbers

    Silent = np.ndarray[Any, np.dtype[np.bool_]]

_MOST = 12  # of the likeliest stretches that are weighed against one another
SLIGHT = log(0.01)  # log-probability below which a stretch is not looked at


class Likely(NamedTuple):
    """Stretches in the order of field, first word and length, and their log-probabilities.

    `owner` is the window of each, `first` its first word, counted over all windows, `more` how many follow that one.
    """

    field: Numbers
    owner: Numbers
    first: Numbers
    more: Numbers
    chances: Floats


class WordStretch(NamedTuple):
    """Words `first`..`last`, the last one too, and how likely it is that they state the field."""

    first: int
    last: int
    probability: float


def likeliest(held: Likely, starts: Numbers, silent: Silent) -> list[list[list[WordStretch]]]:
    """The likeliest stretches of each field and each window, the first the most likely.

    `starts` is where windows begin, from which words count; of what is `silent` [field, window] none is looked at.
    """
    found: list[list[list[WordStretch]]] = [[[] for _ in starts] for _ in silent]
    firsts = (held.first - starts[held.owner]).tolist()
    rows = zip(
        held.field.tolist(), held.owner.tolist(), silent[held.field, held.owner].tolist(), firsts, held.more.tolist(),
        held.chances.tolist(), strict=True,
    )  # fmt: skip
    for field, owner, unheard, first, more, chance in rows:
        if not unheard:
            found[field][owner].append(WordStretch(first, first + more, exp(chance)))
    for windows in found:
        for ranked in windows:
            if len(ranked) > 1:
                ranked.sort(key=_probability, reverse=True)
                del ranked[_MOST:]
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

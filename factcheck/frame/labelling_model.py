"""A log-linear model over stretches of words: for each field of a frame the stretch that states it, or none.

A stretch from word i to word j of the window is scored by the features of its first word, of its last one, of all of
them, and of the words on either side; none by those of the figure. Probabilities are over all stretches and none.
The file: a line of JSON (`fields`, `features`), then the weights [feature, field, role] as little-endian float16.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from factcheck.frame.labelling_figure import TEMPLATES, Window

Floats = np.ndarray[Any, np.dtype[np.float32]]

FIELDS = ("measure", "part", "scope", "basis", "time", "place")
ROLES = ("first", "last", "inside", "left", "right")
LONGEST = 10  # words of a stretch
LENGTHS = tuple(f"words={i + 1}" for i in range(LONGEST))
_NEVER = np.float32(-1e9)
_MOST = 1 << 16  # groups of features whose weights are remembered


class Stretch(NamedTuple):
    """Words `first`..`last` of a window, the last one too, and how likely it is that they state the field."""

    first: int
    last: int
    probability: float


class LabelModel:
    """The weights, found by the names of features."""

    def __init__(self, features: tuple[str, ...], weights: Floats) -> None:
        """`weights` are [feature, field, role]; a feature that is not among them counts nothing."""
        self._rows = {name: number for number, name in enumerate(features)}
        self._weights = weights
        self._sums: dict[tuple[str, ...], Floats] = {}
        self._templates = tuple(np.stack([self.sum_weights((name,)) for name in names]) for names in TEMPLATES)
        self._lengths = np.stack([self.sum_weights((name,))[:, 0] for name in LENGTHS], axis=1)
        self._sums.clear()

    def sum_weights(self, features: tuple[str, ...]) -> Floats:
        """The weights [field, role] of features that come together."""
        known = self._sums.get(features)
        if known is None:
            rows = [self._rows[name] for name in features if name in self._rows]
            known = self._weights[rows].sum(axis=0, dtype=np.float32)
            if len(self._sums) >= _MOST:
                self._sums.clear()
            self._sums[features] = known
        return known

    def weigh_window(self, window: Window, words: Floats) -> tuple[Floats, Floats]:
        """The log-probabilities of stretches [field, first, words - 1] and of none [field].

        `words` are the weights of the words of the sentence, [word, field, role].
        """
        weights = words[window.first : window.last].copy()
        for table, codes in zip(self._templates, window.codes, strict=True):
            weights += table[codes]
        weights[window.left - window.first : window.right - window.first, :, 2] += _NEVER
        none = self.sum_weights(window.whole)[:, 0]
        return weigh_stretches(np.ascontiguousarray(weights.transpose(1, 2, 0)), self._lengths, none)


def weigh_stretches(weights: Floats, lengths: Floats, none: Floats) -> tuple[Floats, Floats]:
    """Log-probabilities of stretches [field, first, words - 1] and of none [field], of weights [field, role, word]."""
    fields, _, n = weights.shape
    begin, end, inside = weights[:, 0].copy(), weights[:, 1].copy(), weights[:, 2]
    begin[:, 1:] += weights[:, 3, :-1]
    end[:, :-1] += weights[:, 4, 1:]
    total = np.zeros((fields, n + 1), dtype=np.float64)
    np.cumsum(inside, axis=1, dtype=np.float64, out=total[:, 1:])
    opened = begin - total[:, :-1]
    closed = np.full((fields, n + LONGEST), _NEVER, dtype=np.float64)
    closed[:, :n] = end + total[:, 1:]
    spread = np.lib.stride_tricks.sliding_window_view(closed, LONGEST, axis=1)[:, :n]
    scores = opened[:, :, None] + spread + lengths[:, None, :]
    top = np.maximum(scores.max(axis=(1, 2)), none)
    whole = np.log(np.exp(scores - top[:, None, None]).sum(axis=(1, 2)) + np.exp(none - top)) + top
    return (scores - whole[:, None, None]).astype(np.float32), (none - whole).astype(np.float32)


@cache
def load_labels(path: Path) -> LabelModel:
    """The model of a file, read once."""
    head, _, body = path.read_bytes().partition(b"\n")
    held = msgspec.json.decode(head)
    shape = (len(held["features"]), len(FIELDS), len(ROLES))
    weights = np.frombuffer(body, dtype="<f2").reshape(shape).astype(np.float32)
    return LabelModel(tuple(held["features"]), weights)


@cache
def load_groups(path: Path) -> dict[str, tuple[int, int]]:
    """The numbers of the groups of words by their company; a word a line."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: (int(small), int(large)) for word, small, large in rows}

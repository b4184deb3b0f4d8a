"""A log-linear model over stretches of words: for each field of a frame the stretch that states it, or none.

A stretch from word i to word j of the window is scored by the features of its first word, of its last one, of all of
them, and of the words on either side; none by those of the figure. Probabilities are over all stretches and none.
The file: a line of JSON (`fields`, `features`), then the weights [feature, field, role] as little-endian float16.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np

from factcheck.frame.labelling_figure import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from pathlib import Path

    from factcheck.frame.labelling_figure import Window

Floats = np.ndarray[Any, np.dtype[np.float32]]

FIELDS = ("measure", "part", "scope", "basis", "time", "place")
ROLES = ("first", "last", "inside", "left", "right")
LONGEST = 10  # words of a stretch
LENGTHS = tuple(f"words={i + 1}" for i in range(LONGEST))
_BARRED = np.float32(-1e6)  # of a word that no stretch may hold
_NEVER = -1e12  # of a word that is none; more than several barred ones
_MOST_TABLES = 1 << 12
_MOST = 1 << 16  # groups of features whose weights are remembered
_FIRST = 1 << 10


class WordStretch(NamedTuple):
    """Words `first`..`last` of a window, the last one too, and how likely it is that they state the field."""

    first: int
    last: int
    probability: float


class LabelModel:
    """The weights, found by the names of features."""

    def __init__(self, features: Sequence[str], weights: Floats, fields: Sequence[str] = FIELDS) -> None:
        """`weights` are [feature, field, role]; a feature that is not among them counts nothing."""
        self.fields, self.features = tuple(fields), tuple(features)
        self._rows = {name: number for number, name in enumerate(features)}
        self._weights = weights
        self._templates = self._stack([name for names in TEMPLATES for name in names])
        self._offsets = np.cumsum([0, *map(len, TEMPLATES[:-1])], dtype=np.int32)[:, None]
        self._lengths = np.ascontiguousarray(self._stack(LENGTHS)[:, :, 0].T)
        self._tables: dict[tuple[str, ...], Floats] = {}
        self._places: dict[Hashable, int] = {}  # of groups of features, by what they are of
        self._sums = np.empty((_FIRST, len(self.fields), len(ROLES)), dtype=np.float32)

    def sum_weights(self, features: Iterable[str]) -> Floats:
        """The weights [field, role] of features that come together."""
        rows = [self._rows[name] for name in features if name in self._rows]
        found: Floats = self._weights[rows].sum(axis=0, dtype=np.float32)
        return found

    def _stack(self, names: Iterable[str]) -> Floats:
        """The weights of single features, [feature, field, role]."""
        return np.stack([self.sum_weights((name,)) for name in names])

    def weigh_words(self, groups: Sequence[Sequence[Hashable]], describe: Callable[[Any], Iterable[str]]) -> Floats:
        """The weights of words, [word, field, role]: of each what its groups of features weigh together.

        `groups` has for each word what its features come from; `describe` names the features of one of these, and is
        asked once of each.
        """
        if len(self._places) > _MOST:
            self._places.clear()
        places = self._places
        rows = [places[key] if key in places else self._place(key, describe) for word in groups for key in word]
        found: Floats = self._sums[np.array(rows).reshape(len(groups), -1)].sum(axis=1)
        return found

    def _place(self, key: Hashable, describe: Callable[[Any], Iterable[str]]) -> int:
        place = self._places[key] = len(self._places)
        if place == len(self._sums):
            self._sums = np.concatenate([self._sums, np.empty_like(self._sums)])
        self._sums[place] = self.sum_weights(describe(key))
        return place

    def _own_table(self, names: tuple[str, ...]) -> Floats:
        known = self._tables.get(names)
        if known is None:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            known = self._tables[names] = self._stack(names)
        return known

    def weigh_window(self, window: Window, words: Floats) -> tuple[Floats, Floats]:
        """The log-probabilities of stretches [field, first, words - 1] and of none [field].

        `words` are the weights of the words of the sentence, [word, field, role].
        """
        weights = words[window.first : window.last] + self._templates[window.codes + self._offsets].sum(axis=0)
        for names in window.own:
            weights += self._own_table(names)[window.near]
        weights[window.left - window.first : window.right - window.first, :, 2] += _BARRED
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
    # the sums need what float32 does not hold, the chances do not
    scores = (opened[:, :, None] + spread).astype(np.float32)
    scores += lengths[:, None, :]
    top = np.maximum(scores.max(axis=(1, 2)), none)
    scores -= top[:, None, None]
    whole = np.log(np.exp(scores).sum(axis=(1, 2), dtype=np.float64) + np.exp(none - top)).astype(np.float32)
    scores -= whole[:, None, None]
    return scores, none - top - whole


@cache
def load_labels(path: Path) -> LabelModel:
    """The model of a file, read once."""
    head, _, body = path.read_bytes().partition(b"\n")
    held = msgspec.json.decode(head)
    shape = (len(held["features"]), len(held["fields"]), len(ROLES))
    weights = np.frombuffer(body, dtype="<f2").reshape(shape).astype(np.float32)
    return LabelModel(held["features"], weights, held["fields"])


@cache
def load_groups(path: Path) -> dict[str, tuple[int, int]]:
    """The numbers of the groups of words by their company; a word a line."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: (int(small), int(large)) for word, small, large in rows}

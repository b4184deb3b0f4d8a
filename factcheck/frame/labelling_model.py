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
from factcheck.frame.labelling_words import TAGS, neighbour_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from factcheck.frame.labelling_figure import Window

Integers = np.ndarray[Any, np.dtype[np.int32]]
Floats = np.ndarray[Any, np.dtype[np.float32]]

FIELDS = ("measure", "part", "scope", "basis", "time", "place")
ROLES = ("first", "last", "inside", "left", "right")
LONGEST = 10  # words of a stretch
LENGTHS = tuple(f"words={i + 1}" for i in range(LONGEST))
_BARRED = np.float32(-1e6)  # of a word that no stretch may hold
_NEVER = -1e12  # of a word that is none; more than several barred ones
_MOST_TABLES = 1 << 12
_MOST = 1 << 15  # words whose weights are remembered
_FIRST = 1 << 10
_FIRST_CLASS = TAGS.index("mark")  # before the first word


class Stretch(NamedTuple):
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
        self._weights = np.concatenate([weights, np.zeros((1, *weights.shape[1:]), dtype=np.float32)])
        self._templates = self._stack([name for names in TEMPLATES for name in names])
        self._offsets = np.cumsum([0, *map(len, TEMPLATES[:-1])], dtype=np.int32)[:, None]
        self._lengths = np.ascontiguousarray(self._stack(LENGTHS)[:, :, 0].T)
        self._tables: dict[tuple[str, ...], Floats] = {}
        self._words: dict[str, tuple[int, int, int]] = {}
        self._kept = 0
        self._positions: dict[tuple[str, ...], Floats] = {}
        self._pairs = np.stack([self._stack(neighbour_names(one)) for one in TAGS])
        self._sums = np.empty((_FIRST, len(self.fields), len(ROLES)), dtype=np.float32)

    def sum_weights(self, features: Iterable[str]) -> Floats:
        """The weights [field, role] of features that come together."""
        found: Floats = np.add.reduce(self._stack(features))
        return found

    def _stack(self, names: Iterable[str]) -> Floats:
        """The weights of single features, [feature, field, role]; nought for those that are not known."""
        row = self._rows.get
        found: Floats = self._weights[[row(name, -1) for name in names] or [-1]]
        return found

    def know_word(self, word: str, describe: Callable[[str], tuple[Iterable[str], int, int]]) -> tuple[int, int, int]:
        """Where the weights of a word are kept, the number of its class and of its group.

        `describe` gives its features and the two numbers; it is asked once of each word.
        """
        known = self._words.get(word)
        if known is None:
            features, kind, group = describe(word)
            known = self._words[word] = (self._keep(self.sum_weights(features)), kind, group)
        return known

    def _keep(self, weights: Floats) -> int:
        place = self._kept
        if place == len(self._sums):
            self._sums = np.concatenate([self._sums, np.empty_like(self._sums)])
        self._sums[place] = weights
        self._kept += 1
        return place

    def forget(self) -> None:
        """Forget the words, where they have become many; between two sentences only."""
        if self._kept > _MOST:
            self._words.clear()
            self._kept = 0

    def weigh_words(self, places: Sequence[int], kinds: Integers, positions: Sequence[tuple[str, ...]]) -> Floats:
        """The weights of the words of a sentence, [word, field, role].

        `places` are as `know_word` has them, `kinds` the numbers of classes, `positions` features of their positions.
        """
        before = np.empty_like(kinds)
        before[0], before[1:] = _FIRST_CLASS, kinds[:-1]
        found: Floats = self._sums[np.array(places, dtype=np.int32)] + self._pairs[before, kinds]
        for i, names in enumerate(positions):
            if names:
                found[i] += self._weigh_position(names)
        return found

    def _weigh_position(self, names: tuple[str, ...]) -> Floats:
        known = self._positions.get(names)
        if known is None:
            if len(self._positions) >= _MOST_TABLES:
                self._positions.clear()
            known = self._positions[names] = self.sum_weights(names)
        return known

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
    scores = opened[:, :, None] + spread + lengths[:, None, :]
    top = np.maximum(scores.max(axis=(1, 2)), none)
    whole = np.log(np.exp(scores - top[:, None, None]).sum(axis=(1, 2)) + np.exp(none - top)) + top
    return (scores - whole[:, None, None]).astype(np.float32), (none - whole).astype(np.float32)


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

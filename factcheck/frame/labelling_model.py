"""A log-linear model over stretches of words: for each field of a frame the stretch that states it, or none.

A stretch from word i to word j of the window is scored by the features of its first word, of its last one, of all of
them, and of the words on either side; none by those of the figure. Probabilities are over all stretches and none.
The file: a line of JSON (`fields`, `features`), then the weights [feature, field, role] as little-endian float16.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
import numpy as np

from factcheck.frame.labelling_choice import SLIGHT, Likely
from factcheck.frame.labelling_figure import TEMPLATES, join_codes, join_tables, own_names
from factcheck.frame.labelling_words import TAGS, describe_neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from factcheck.frame.labelling_figure import WholeFigure, Windows

Floats = np.ndarray[Any, np.dtype[np.float32]]
Numbers = np.ndarray[Any, np.dtype[np.int32]]
Key = TypeVar("Key")

FIELDS = ("measure", "part", "scope", "basis", "time", "place")
ROLES = ("first", "last", "inside", "left", "right")
LONGEST = 10  # words of a stretch
LENGTHS = tuple(f"words={i + 1}" for i in range(LONGEST))
_BARRED = np.float32(-1e6)  # of a word that no stretch may hold
_NEVER = -1e12  # of a word that is none; more than several barred ones
_MOST = 1 << 16  # sums of weights that are remembered
_FIRST = 1 << 8
_NEAR = 8  # codes of what is near a figure


class RememberedRows(Generic[Key]):
    """Rows of numbers, each made once of what it belongs to: a word, a table, a figure."""

    def __init__(self, shape: tuple[int, ...], make: Callable[[Key], Floats]) -> None:
        self.numbers: dict[Key, int] = {}
        self.rows: Floats = np.empty((_FIRST, *shape), dtype=np.float32)
        self._make = make

    def number(self, key: Key) -> int:
        """The number of a row, which is made where it is not known yet."""
        known = self.numbers.get(key)
        if known is not None:
            return known
        place = self.numbers[key] = len(self.numbers)
        if place == len(self.rows):
            self.rows = np.concatenate([self.rows, np.empty_like(self.rows)])
        self.rows[place] = self._make(key)
        return place

    def take(self, keys: Iterable[Key]) -> Floats:
        """The rows of keys, made where they are not known yet."""
        numbers = [self.number(key) for key in keys]
        found: Floats = self.rows[numbers]
        return found

    def add(self, keys: Sequence[Key], rows: Floats) -> None:
        """Take rows of keys that are not known yet, made together."""
        begin, end = len(self.numbers), len(self.numbers) + len(keys)
        while end > len(self.rows):
            self.rows = np.concatenate([self.rows, np.empty_like(self.rows)])
        self.rows[begin:end] = rows
        self.numbers.update(zip(keys, range(begin, end), strict=True))

    def clear_full(self) -> None:
        """Forget all where there are too many: numbers that were given out before mean nothing then."""
        if len(self.numbers) > _MOST:
            self.numbers.clear()


class LabelModel:
    """The weights, found by the names of features."""

    def __init__(self, features: Sequence[str], weights: Floats, fields: Sequence[str] = FIELDS) -> None:
        """`weights` are [feature, field, role]; a feature that is not among them counts nothing."""
        self.fields, self.features = tuple(fields), tuple(features)
        self._rows = {name: number for number, name in enumerate(features)}
        self._weights = np.concatenate([weights, np.zeros_like(weights[:1])])  # the last row is of what is not known
        shape = len(self.fields), len(ROLES)
        self._templates = join_tables([self._stack(names) for names in TEMPLATES])
        self._lengths = np.ascontiguousarray(self._stack(LENGTHS)[:, :, 0].T)
        self.pairs = self._stack([describe_neighbours(a, b)[0] for a in TAGS for b in TAGS])
        self.positions: RememberedRows[tuple[str, ...]] = RememberedRows(shape, self.sum_weights)
        self._own: RememberedRows[tuple[str, str] | None] = RememberedRows(
            (_NEAR, *shape), lambda table: self._stack(own_names(table) if table else ("",) * _NEAR)
        )
        self._whole: RememberedRows[WholeFigure] = RememberedRows(
            shape[:1], lambda figure: self.sum_weights(figure.describe())[:, 0]
        )

    def sum_weights(self, features: Iterable[str]) -> Floats:
        """The weights [field, role] of features that come together."""
        rows = [self._rows[name] for name in features if name in self._rows]
        found: Floats = self._weights[rows].sum(axis=0, dtype=np.float32)
        return found

    def sum_each(self, described: Iterable[Iterable[str]]) -> Floats:
        """As `sum_weights`, of several at once."""
        known = self._rows
        rows: list[int] = []
        starts: list[int] = []
        for features in described:
            starts.append(len(rows))
            rows.append(len(known))
            rows += [row for name in features if (row := known.get(name)) is not None]
        found: Floats = np.add.reduceat(self._weights[rows], starts, axis=0)
        return found

    def _stack(self, names: Sequence[str]) -> Floats:
        """The weights of single features, [feature, field, role]."""
        found = np.zeros((len(names), len(self.fields), len(ROLES)), dtype=np.float32)
        known = [(i, row) for i, name in enumerate(names) if (row := self._rows.get(name)) is not None]
        if known:
            places, rows = zip(*known, strict=True)
            found[list(places)] = self._weights[list(rows)]
        return found

    def weigh_windows(self, windows: Windows, words: Floats) -> tuple[Likely, Floats]:
        """The stretches that are not too unlikely to be looked at, and the log-probabilities of none [field, figure].

        `words` are the weights of the words of all sentences, [word, field, role].
        """
        for held in (self._own, self._whole):
            held.clear_full()
        weights = words.take(windows.at, axis=0)
        for table, codes in zip(self._templates, join_codes(windows.codes), strict=True):
            weights += table.take(codes, axis=0)
        number = self._own.number
        tables = np.array([[number(one) for one in (*own, None, None)[:3]] for own in windows.own])
        beside = self._own.rows.reshape(-1, *weights.shape[1:])
        for column in tables.T:
            weights += beside.take(column.take(windows.owner) * _NEAR + windows.near, axis=0)
        weights[windows.parting] = 0
        weights[windows.barred, :, 2] += _BARRED
        none = self._whole.take(windows.whole).T
        spread = np.ascontiguousarray(weights.transpose(1, 2, 0))
        return weigh_stretches(spread, self._lengths, none, windows.starts, SLIGHT)


def weigh_stretches(
    weights: Floats, lengths: Floats, none: Floats, starts: Numbers, least: float = -np.inf
) -> tuple[Likely, Floats]:
    """The stretches of at least this log-probability, and that of none [field, window], of weights [field, role, word].

    `starts` are where each window begins; what parts two is a barred word.
    """
    fields, _, n = weights.shape
    begin, end, inside = weights[:, 0].copy(), weights[:, 1].copy(), weights[:, 2]
    begin[:, 1:] += weights[:, 3, :-1]
    end[:, :-1] += weights[:, 4, 1:]
    total = np.zeros((fields, n + 1), dtype=np.float64)
    np.cumsum(inside, axis=1, dtype=np.float64, out=total[:, 1:])
    opened = begin - total[:, :-1]
    closed = np.full((fields, n + LONGEST), _NEVER, dtype=np.float64)
    closed[:, :n] = end + total[:, 1:]
    row, step = closed.strides
    last = np.ndarray((LONGEST, fields, n), np.float64, closed, strides=(step, row, step))  # the same numbers, shifted
    # the sums need what float32 does not hold, the chances do not; sums over stretches are quick where words are last
    scores = (opened + last).astype(np.float32)
    scores += lengths.T[:, :, None]
    top = np.maximum(np.maximum.reduceat(scores.max(axis=0), starts, axis=1), none)
    owner = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, n)))
    scores -= top.take(owner, axis=1)
    sums = np.add.reduceat(np.exp(scores).sum(axis=0, dtype=np.float64), starts, axis=1)
    whole = np.log(sums + np.exp(none - top)).astype(np.float32)
    # `whole` is never below zero: what is not likely enough without it is not with it, and mostly little is left
    at = np.flatnonzero(scores >= least)
    more, place = np.divmod(at, fields * n)
    field, first = np.divmod(place, n)
    owners = owner[first]
    chances = scores.reshape(-1)[at] - whole[field, owners]
    order = (place * LONGEST + more)[kept := chances >= least].argsort()
    rows = [held[kept][order] for held in (field, owners, first, more, chances)]
    return Likely(*rows), none - top - whole


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

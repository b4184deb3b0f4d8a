"""The letters of all articles in one row of numbers, and the way back to the text as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.passage.boilerplate import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article

Codes = NDArray[np.uint32]
Offsets = NDArray[np.int32]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]

_CODE_POINTS = 0x110000
_BATCH = 1 << 19  # code points spelled out at a time


def _flags(marks: str) -> Flags:
    flags = np.zeros(0x10000, np.bool_)
    flags[[ord(mark) for mark in marks]] = True
    return flags


_STOPS = _flags("。！？\n\r\ufffc")
_BREAKS = _flags('。！？\n\r\ufffc，；：…—“”‘’"()【】')
_FIRST_IDEOGRAPH = 0x2E80  # below it letters spell words, from it on each is one


class Letters:
    """Letters and digits of the folded texts, lower case; punctuation, spaces and masked stretches left out.

    `codes[first[d]:first[d + 1]]` are the letters of article `d`, `offsets` their places in its text as stored, `doc`
    the article of each letter. A position is an index into `codes`. `breaks` says of each position whether a clause
    ends before it, `stops` whether a sentence does; both have one entry more, for the end.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        table = _table(articles)
        rows = [_spelled(some, table) for some in _batches(articles)]
        self.codes: Codes = np.concatenate([row.codes for row in rows] or [np.zeros(0, np.uint32)])
        self.offsets: Offsets = np.concatenate([row.offsets for row in rows] or [np.zeros(0, np.int32)])
        lengths = np.concatenate([row.lengths for row in rows] or [np.zeros(0, np.int64)])
        self.breaks: Flags = np.concatenate([*(row.breaks for row in rows), [True]])
        self.stops: Flags = np.concatenate([*(row.stops for row in rows), [True]])
        del rows
        self.first: Positions = np.concatenate(([0], np.cumsum(lengths)))
        self.doc: Offsets = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self.text = self.codes.tobytes().decode("utf-32-le", "surrogatepass")
        self.weight = self._weights()
        self._weight = self.weight.data  # hands out plain numbers: four times as fast, one by one

    def _weights(self) -> Offsets:
        """The weight of all letters before a position: a Han letter weighs 1, a Latin word or a number 2."""
        spelled = self.codes < _FIRST_IDEOGRAPH
        starts = np.ones(len(spelled), np.bool_)
        touching = (self.offsets[1:] == self.offsets[:-1] + 1) & (self.doc[1:] == self.doc[:-1])
        starts[1:] = ~(spelled[1:] & spelled[:-1] & touching)
        weight = np.zeros(len(spelled) + 1, np.int32)
        np.cumsum(np.where(spelled, starts.view(np.int8) * np.int8(2), np.int8(1)), out=weight[1:], dtype=np.int32)
        return weight

    def weigh(self, start: int, end: int) -> int:
        """The weight of the letters at `start:end`."""
        return self._weight[end] - self._weight[start]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Positions `start:end`, of one article, as offsets into its text."""
        return int(self.offsets[start]), int(self.offsets[end - 1]) + 1


class _Row(NamedTuple):
    """The letters of some articles: as `Letters` has them, and how many each article has."""

    codes: Codes
    offsets: Offsets
    lengths: Positions
    breaks: Flags
    stops: Flags


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """The articles in their order, some hundred thousand code points at a time."""
    start, size = 0, 0
    for at, article in enumerate(articles):
        size += len(article.text.folded)
        if size >= _BATCH:
            yield articles[start : at + 1]
            start, size = at + 1, 0
    if start < len(articles):
        yield articles[start:]


def _spelled(articles: Sequence[Article], table: Codes) -> _Row:
    # A line break before every article: it ends a clause and a sentence, and is no letter.
    sizes = np.array([1 + len(article.text.folded) for article in articles], np.int64)
    starts = np.cumsum(sizes) - sizes + 1
    points = _code_points("".join("\n" + article.text.folded for article in articles))
    folded = table[points]
    kept = np.flatnonzero(folded)
    lengths = np.diff(np.searchsorted(kept, np.append(starts, len(points))))
    stops = _before(points, kept, _STOPS)
    marks = [
        int(first) + at
        for article, first in zip(articles, starts, strict=True)
        for start, end in names(article)
        for at in (start - 1, end)
        if 0 <= at < len(article.text.folded)
    ]
    if marks:
        points = points.copy()
        points[marks] = 0  # the marks around names and terms end no clause
    offsets = (kept - np.repeat(starts, lengths)).astype(np.int32)
    return _Row(folded[kept], offsets, lengths, _before(points, kept, _BREAKS), stops)


def _code_points(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _before(points: Codes, kept: Positions, marks: Flags) -> Flags:
    """For each of the kept points whether one of `marks` stands between it and the one before, or the start."""
    found = np.zeros(len(points) + 1, np.int32)
    np.cumsum(marks[np.minimum(points, len(marks) - 1)], out=found[1:])
    return np.diff(found[kept], prepend=0) > 0


def _table(articles: Sequence[Article]) -> Codes:
    """Code point → lower-case letter, 0 for what is no letter; only for the code points that occur."""
    table = np.zeros(_CODE_POINTS, np.uint32)
    seen: set[str] = set()
    for article in articles:
        seen.update(article.text.folded)
    for letter in seen:
        if letter.isalnum():
            lower = letter.lower()
            table[ord(letter)] = ord(lower) if len(lower) == 1 else ord(letter)
    return table

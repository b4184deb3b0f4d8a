"""The letters of all articles in one row of numbers, and the way back to the text as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.passage.boilerplate import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article

Codes = NDArray[np.uint32]
Offsets = NDArray[np.int32]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]

_CODE_POINTS = 0x110000


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
        raw = [_code_points(article.text.folded) for article in articles]
        table = _table(raw)
        codes, offsets, lengths, breaks, stops = [], [], [], [], []
        for article, points in zip(articles, raw, strict=True):
            folded = table[points]
            kept = np.flatnonzero(folded)
            codes.append(folded[kept])
            offsets.append(kept.astype(np.int32))
            lengths.append(len(kept))
            breaks.append(_before(_without_names(article, points), kept, _BREAKS))
            stops.append(_before(points, kept, _STOPS))
        self.codes: Codes = np.concatenate(codes) if codes else np.zeros(0, np.uint32)
        self.offsets: Offsets = np.concatenate(offsets) if offsets else np.zeros(0, np.int32)
        self.first: Positions = np.concatenate(([0], np.cumsum(np.array(lengths, np.int64)))).astype(np.int64)
        self.doc: Offsets = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self.text = self.codes.tobytes().decode("utf-32-le", "surrogatepass")
        self.weight = self._weights()
        self.breaks: Flags = np.concatenate([*breaks, [True]])
        self.stops: Flags = np.concatenate([*stops, [True]])

    def _weights(self) -> NDArray[np.int64]:
        """The weight of all letters before a position: a Han letter weighs 1, a Latin word or a number 2."""
        spelled = self.codes < _FIRST_IDEOGRAPH
        starts = np.ones(len(spelled), np.bool_)
        touching = (self.offsets[1:] == self.offsets[:-1] + 1) & (self.doc[1:] == self.doc[:-1])
        starts[1:] = ~(spelled[1:] & spelled[:-1] & touching)
        weight = np.zeros(len(spelled) + 1, np.int64)
        np.cumsum(np.where(spelled, 2 * starts, 1), out=weight[1:])
        return weight

    def weigh(self, start: int, end: int) -> int:
        """The weight of the letters at `start:end`."""
        return int(self.weight[end] - self.weight[start])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Positions `start:end`, of one article, as offsets into its text."""
        return int(self.offsets[start]), int(self.offsets[end - 1]) + 1


def _code_points(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _without_names(article: Article, points: Codes) -> Codes:
    """The points without the marks around names and terms: these end no clause."""
    marks = [at for start, end in names(article) for at in (start - 1, end) if 0 <= at < len(points)]
    if not marks:
        return points
    points = points.copy()
    points[marks] = 0
    return points


def _before(points: Codes, kept: Positions, marks: Flags) -> Flags:
    """For each of the kept points whether one of `marks` stands between it and the one before; the first has one."""
    found = np.zeros(len(points) + 1, np.int32)
    np.cumsum(marks[np.minimum(points, len(marks) - 1)], out=found[1:])
    before = found[kept]
    return np.diff(before, prepend=-1) > 0


def _table(texts: list[Codes]) -> Codes:
    """Code point → lower-case letter, 0 for what is no letter; only for the code points that occur."""
    seen = np.zeros(_CODE_POINTS, np.bool_)
    for points in texts:
        seen[points] = True
    table = np.zeros(_CODE_POINTS, np.uint32)
    for code in np.flatnonzero(seen):
        letter = chr(code)
        if letter.isalnum():
            lower = letter.lower()
            table[code] = ord(lower) if len(lower) == 1 else code
    return table

"""The letters of all articles in one row of numbers, and the way back to the text as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article

Codes = NDArray[np.uint32]
Offsets = NDArray[np.int32]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]

_CODE_POINTS = 0x110000
_FIRST_IDEOGRAPH = 0x2E80  # below it letters spell words, from it on each is one


class Letters:
    """Letters and digits of the folded texts, lower case; punctuation, spaces and masked stretches left out.

    `codes[first[d]:first[d + 1]]` are the letters of article `d`, `offsets` their places in its text as stored,
    `doc` the article of each letter. A position is an index into `codes`.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        raw = [_code_points(article.text.folded) for article in articles]
        table = _table(raw)
        codes, offsets, lengths = [], [], []
        for points in raw:
            folded = table[points]
            kept = np.flatnonzero(folded)
            codes.append(folded[kept])
            offsets.append(kept.astype(np.int32))
            lengths.append(len(kept))
        self.codes: Codes = np.concatenate(codes) if codes else np.zeros(0, np.uint32)
        self.offsets: Offsets = np.concatenate(offsets) if offsets else np.zeros(0, np.int32)
        self.first: Positions = np.concatenate(([0], np.cumsum(np.array(lengths, np.int64)))).astype(np.int64)
        self.doc: Offsets = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self.text = self.codes.tobytes().decode("utf-32-le", "surrogatepass")
        self.weight = self._weights()

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

    def between(self, at: int) -> str:
        """The folded text between position `at` and the letter before it; a line end at either end of an article."""
        doc = int(self.doc[min(at, len(self.doc) - 1)])
        if at >= len(self.doc) or at == self.first[doc]:
            return "\n"
        return self.articles[doc].text.folded[int(self.offsets[at - 1]) + 1 : int(self.offsets[at])]


def _code_points(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


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

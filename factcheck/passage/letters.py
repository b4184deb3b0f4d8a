"""The letters of all articles in one row of numbers, and the way back to the text as stored."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.text.boilerplate import find_quoted_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article, Span

Codes = NDArray[np.uint16]
Points = NDArray[np.uint32]
Small = NDArray[np.uint8]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]

CLAUSE, SENTENCE = 1, 2  # what ends before a position

_LAST_BASIC = 0xFFFF  # which is no letter
_BATCH = 1 << 19  # code points spelled out at a time
_CACHED = 1 << 12  # articles whose offsets are remembered
_BLOCK_BITS = 6  # letters of which one knows the article, so that those of all need no list
_PRIVATE = range(0xE000, 0xF900)  # code points that are no letters: they stand for the letters beyond 16 bits


def _flags(marks: str) -> Flags:
    flags = np.zeros(0x10000, np.bool_)
    flags[[ord(mark) for mark in marks]] = True
    return flags


_STOPS = _flags("。！？\n\r\ufffc")
_BREAKS = _flags('。！？\n\r\ufffc，；：…—“”‘’"()【】')
_FIRST_IDEOGRAPH = 0x2E80  # below it letters spell words, from it on each is one
_INSIDE, _HAN, _SPELLED = 0, 1, 2  # what letters weigh: one inside a Latin word or a number, a Han letter, a first one


class Letters:
    """Letters and digits of the folded texts, lower case; punctuation, spaces and masked stretches left out.

    `codes[first[d]:first[d + 1]]` are the letters of article `d`, 16 bits each; a position is an index into them.
    `marks` says of each position, and of the end, whether a CLAUSE or a SENTENCE ends before it, `steps` what the
    letter weighs. That is four bytes a letter; offsets are worked out where they are asked for.
    """

    def __init__(self, articles: Sequence[Article], rows: Iterable[SpelledLetters] | None = None) -> None:
        """`rows` are the letters of the articles, in their order, where they are spelled already."""
        self.articles = articles
        rows = list(rows) if rows is not None else None
        most = (
            sum(len(article.text.folded) for article in articles) if rows is None else sum(len(r.codes) for r in rows)
        )
        codes, steps, marks = np.empty(most, np.uint16), np.empty(most, np.uint8), np.empty(most + 1, np.uint8)
        lengths, end = [np.zeros(1, np.int64)], 0
        for row in map(spell_articles, _batches(articles)) if rows is None else rows:
            start, end = end, end + len(row.codes)
            codes[start:end], steps[start:end], marks[start:end] = row.codes, row.steps, row.marks
            lengths.append(row.lengths)
        marks[end] = SENTENCE
        self.codes: Codes = codes[:end].copy() if end < most else codes
        del codes
        self.steps, self.marks = steps[:end].tobytes(), marks[: end + 1].tobytes()
        self.first: Positions = np.cumsum(np.concatenate(lengths))
        self._starts = self.first.tolist()
        self._filled = np.flatnonzero(np.diff(self.first))
        self._filled_end = self.first[self._filled + 1]
        blocks = np.arange(0, end, 1 << _BLOCK_BITS)
        self._block = np.searchsorted(self._filled_end, blocks, side="right")
        # of a function, not of a method: a cycle would keep all letters in memory
        self._offsets = lru_cache(maxsize=_CACHED)(partial(_offsets_of, articles))

    def take(self, first: int, last: int) -> SpelledLetters:
        """The letters of the articles from `first` to before `last`, by number."""
        start, end = self._starts[first], self._starts[last]
        steps, marks = (np.frombuffer(held, np.uint8)[start:end] for held in (self.steps, self.marks))
        return SpelledLetters(self.codes[start:end], np.diff(self.first[first : last + 1]), steps, marks)

    def doc(self, at: int) -> int:
        """The number of the article that holds a position."""
        return bisect_right(self._starts, at) - 1

    def docs(self, at: Positions) -> Positions:
        """The numbers of the articles that hold some positions."""
        number: Positions = self._block[at >> _BLOCK_BITS]
        while (later := self._filled_end[number] <= at).any():  # as often as articles end in one block, at most
            number = number + later
        docs: Positions = self._filled[number]
        return docs

    def spell(self, start: int, end: int) -> str:
        """The letters at `start:end`."""
        return self.codes[start:end].tobytes().decode("utf-16-le")

    def weigh(self, start: int, end: int) -> int:
        """The weight of the letters at `start:end`: a Han letter weighs 1, a Latin word or a number 2."""
        return end - start - self.steps.count(_INSIDE, start, end) + self.steps.count(_SPELLED, start, end)

    def weights(self, start: int, end: int) -> Positions:
        """The weight of all letters from `start` to before each position of `start:end + 1`."""
        total = np.zeros(end - start + 1, np.int64)
        np.cumsum(np.frombuffer(self.steps, np.uint8)[start:end], out=total[1:])
        return total

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Positions `start:end`, of one article, as offsets into its text."""
        doc = self.doc(start)
        offsets, first = self._offsets(doc), self._starts[doc]
        return int(offsets[start - first]), int(offsets[end - 1 - first]) + 1

    def stretches(self, doc: int, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Spans of the text of an article as positions, in order, empty ones left out; those that overlap are one."""
        ends = np.array(sorted(spans), np.int64).reshape(-1)
        found: list[Span] = []
        places = iter((np.searchsorted(self._offsets(doc), ends) + self._starts[doc]).tolist())
        for start, end in zip(places, places, strict=True):
            if found and start < found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            elif start < end:
                found.append((start, end))
        return tuple(found)


def _offsets_of(articles: Sequence[Article], doc: int) -> Positions:
    """The places of all letters of an article in its text."""
    return np.flatnonzero(_fold(_code_points(articles[doc].text.folded)))


class SpelledLetters(NamedTuple):
    """The letters of one article or some: as `Letters` has them, and how many each article has."""

    codes: Codes
    lengths: Positions
    steps: Small
    marks: Small


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


def spell_articles(articles: Sequence[Article]) -> SpelledLetters:
    """The letters of some articles; no other article decides on them."""
    # A line break before every article: it ends a clause and a sentence, and is no letter.
    sizes = np.array([1 + len(article.text.folded) for article in articles], np.int64)
    starts = np.cumsum(sizes) - sizes + 1
    points = _code_points("".join("\n" + article.text.folded for article in articles))
    folded = _fold(points)
    kept = np.flatnonzero(folded)
    lengths = np.diff(np.searchsorted(kept, np.append(starts, len(points))))
    stops = _before(points, kept, _STOPS)
    silent = [
        int(first) + at
        for article, first in zip(articles, starts, strict=True)
        for start, end in find_quoted_names(article)
        for at in (start - 1, end)
        if 0 <= at < len(article.text.folded)
    ]
    if silent:
        points = points.copy()
        points[silent] = 0  # the marks around names and terms end no clause
    marks = np.where(stops, np.uint8(SENTENCE), np.where(_before(points, kept, _BREAKS), np.uint8(CLAUSE), np.uint8(0)))
    codes = folded[kept]
    return SpelledLetters(codes, lengths, _steps(codes, kept), marks)


def _steps(codes: Codes, places: Positions) -> Small:
    spelled = codes < _FIRST_IDEOGRAPH
    starts = np.ones(len(codes), np.bool_)
    starts[1:] = ~(spelled[1:] & spelled[:-1] & (places[1:] == places[:-1] + 1))
    steps: Small = np.where(spelled, starts.view(np.uint8) * np.uint8(_SPELLED), np.uint8(_HAN))
    return steps


def _code_points(text: str) -> Points:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _before(points: Points, kept: Positions, marks: Flags) -> Flags:
    """For each of the kept points whether one of `marks` stands between it and the one before, or the start."""
    found = np.zeros(len(points) + 1, np.int32)
    np.cumsum(marks[np.minimum(points, len(marks) - 1)], out=found[1:])
    return np.diff(found[kept], prepend=0) > 0


def _fold(points: Points) -> Codes:
    """Code points as lower-case letters, 0 for what is no letter."""
    folded: Codes = _basic_table()[np.minimum(points, _LAST_BASIC)]
    for at in np.flatnonzero(points > _LAST_BASIC).tolist():
        folded[at] = _find_code(int(points[at]))
    return folded


@lru_cache(maxsize=_CACHED)
def _find_code(point: int) -> int:
    """The private number of a letter beyond 16 bits: of many such letters two may have one."""
    low = next(iter(_find_lower([chr(point)]).values()), None)
    if low is None:
        return 0
    return ord(low) if ord(low) <= _LAST_BASIC else _PRIVATE[ord(low) % len(_PRIVATE)]


@cache
def _basic_table() -> Codes:
    """Those of 16 bits, of which no article decides on any."""
    table = np.zeros(_LAST_BASIC + 1, np.uint16)
    for letter, low in _find_lower(map(chr, range(_LAST_BASIC + 1))).items():
        table[ord(letter)] = ord(low)
    return table


def _find_lower(letters: Iterable[str]) -> dict[str, str]:
    """The lower-case letter of each letter or digit; itself, where that is more than one."""
    return {letter: low if len(low := letter.lower()) == 1 else letter for letter in letters if letter.isalnum()}

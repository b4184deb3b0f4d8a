"""The letters of all articles in one row of numbers, and the way back to the text as stored."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, partial
from mmap import mmap
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import FactcheckError
from factcheck.text.boilerplate import find_quoted_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Article, Span

Codes = NDArray[np.uint16]
Points = NDArray[np.uint32]
Small = NDArray[np.uint8]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = bytearray | mmap

CLAUSE, SENTENCE = 1, 2  # what ends before a position

_LAST_BASIC = 0xFFFF  # which is no letter
_BATCH = 1 << 19  # code points spelled out at a time
_CACHED = 1 << 12  # articles whose offsets are remembered
_MANY = 1 << 20  # bytes that are not worth asking the system for
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


def clear_bytes(size: int) -> Bytes:
    """Zeros; of many of them the system holds what is written to."""
    return mmap(-1, size) if size > _MANY else bytearray(size)


class ForeignLettersError(FactcheckError, ValueError):
    """Articles that are not those whose letters were counted."""


class Letters:
    """Letters and digits of the folded texts, lower case; punctuation, spaces and masked stretches left out.

    `codes[first[d]:first[d + 1]]` are the letters of article `d`, 16 bits each; a position is an index into them.
    `marks` says of each position, and of the end, whether a CLAUSE or a SENTENCE ends before it, `steps` what the
    letter weighs. That is four bytes a letter; offsets are worked out where they are asked for.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        rows: Iterable[SpelledLetters] | None = None,
        *,
        lengths: Positions | None = None,
    ) -> None:
        """`rows` are the letters of the articles, in their order, where they are spelled already.

        With `lengths`, how many letters each article has, there are no letters but those of articles that `fill` names.
        """
        self.articles = articles
        self.codes: Codes
        self.steps: Bytes
        self.marks: Bytes
        self.first: Positions
        self._missing = set(range(len(articles))) if lengths is not None else set[int]()
        if lengths is None:
            self._spell_all(articles, rows)
        else:
            self.first = np.cumsum(np.concatenate((np.zeros(1, np.int64), lengths)))
            end = int(self.first[-1])
            self.codes = np.zeros(end, np.uint16)  # of which the system holds what is written to
            self.steps, self.marks = clear_bytes(end), clear_bytes(end + 1)
        self._starts = self.first.tolist()
        # of a function, not of a method: a cycle would keep all letters in memory
        self._offsets = lru_cache(maxsize=_CACHED)(partial(_offsets_of, articles))

    def _spell_all(self, articles: Sequence[Article], rows: Iterable[SpelledLetters] | None) -> None:
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
        self.codes = codes[:end].copy() if end < most else codes
        del codes
        self.steps, self.marks = bytearray(steps[:end]), bytearray(marks[: end + 1])
        self.first = np.cumsum(np.concatenate(lengths))

    @cached_property
    def _blocks(self) -> tuple[Positions, Positions, Positions]:
        """The articles that have letters, where each ends, and which of them holds the first letter of each block."""
        filled = np.flatnonzero(np.diff(self.first))
        ends = self.first[filled + 1]
        return filled, ends, np.searchsorted(ends, np.arange(0, len(self.codes), 1 << _BLOCK_BITS), side="right")

    def fill(self, docs: Iterable[int]) -> None:
        """Have the letters of some articles, by number, where they are not there yet."""
        wanted = sorted(self._missing.intersection(docs)) if self._missing else []
        self._missing.difference_update(wanted)
        for doc in wanted:
            start, end, row = self._starts[doc], self._starts[doc + 1], spell_articles([self.articles[doc]])
            if len(row.codes) != end - start:
                raise ForeignLettersError("letters")
            self.codes[start:end], self.steps[start:end] = row.codes, row.steps.tobytes()
            self.marks[start:end] = row.marks.tobytes()
            self.marks[end] = SENTENCE  # as the next article begins one

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
        filled, ends, block = self._blocks
        number: Positions = block[at >> _BLOCK_BITS]
        while (later := ends[number] <= at).any():  # as often as articles end in one block, at most
            number = number + later
        docs: Positions = filled[number]
        return docs

    def of_doc(self, doc: int) -> Codes:
        """The letters of an article, by number."""
        self.fill((doc,))
        return self.codes[self._starts[doc] : self._starts[doc + 1]]

    def are_inside(self, start: int, end: int, size: int) -> Flags:
        """Whether the gram of so many letters at each position of `start:end` lies in one article."""
        docs = np.searchsorted(self.first, np.array([start, end + size - 1]), side="right")
        inside = np.ones(end - start, np.bool_)
        for border in self.first[docs[0] : docs[1]].tolist():
            inside[max(0, border - start - size + 1) : max(0, border - start)] = False
        return inside

    def spell(self, start: int, end: int) -> str:
        """The letters at `start:end`."""
        return self.codes[start:end].tobytes().decode("utf-16-le")

    def weigh(self, start: int, end: int) -> int:
        """The weight of the letters at `start:end`: a Han letter weighs 1, a Latin word or a number 2."""
        steps = self.steps[start:end]
        return end - start - steps.count(_INSIDE) + steps.count(_SPELLED)

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


class LateSequence(Sequence["Article"]):
    """Articles by number that are read as they are asked for."""

    @abstractmethod
    def read(self, number: int) -> Article:
        """The article of a number."""

    @overload
    def __getitem__(self, number: int) -> Article: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Article]: ...

    def __getitem__(self, number: int | slice) -> Article | Sequence[Article]:
        return self.read(number) if isinstance(number, int) else [self.read(at) for at in range(len(self))[number]]


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

"""The fields of a frame that a learnt model reads: measure, part, scope, basis, time and place of a figure.

The sentence of the figure is looked at, no other. What the model chooses is a stretch of its words, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from factcheck.frame.labelling_choice import apart, choose_stretch, likeliest
from factcheck.frame.labelling_figure import is_held, open_windows
from factcheck.frame.labelling_model import load_labels
from factcheck.frame.labelling_table import word_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.labelling_choice import WordStretch
    from factcheck.frame.labelling_figure import AskedFigure, Windows
    from factcheck.frame.labelling_model import Floats, LabelModel
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span
    from factcheck.quantity import DateExpression

    AskedSentence = tuple[Sentence, Sequence[AskedFigure]]

# The least probability with which a field is said; docs/models.md has what each costs and brings.
LEAST = {"measure": 0.25, "scope": 0.5, "basis": 0.5, "place": 0.15, "time": 0.05}


SURE = 0.5  # of a measure or a date: below it the grammar's own reading is kept
_TOGETHER = 32  # figures that are read at once
_TIMELESS = 0.8  # of no date


class FrameReading(NamedTuple):
    """What the model reads of one figure, as spans of the text.

    `times` are the dates of the sentence with the probability of each that it governs the figure, `time` is the wording
    that most likely does, `timeless` the probability of none; `time_chance` and `place_chance` are those of `time` and
    `place`.
    """

    measure: Span | None
    is_measure_sure: bool
    scope: tuple[Span, ...]
    basis: Span | None
    place: Span | None
    times: tuple[tuple[DateExpression, float], ...]
    timeless: float
    time: Span | None = None
    place_chance: float = 0.0
    time_chance: float = 0.0

    @property
    def is_timeless(self) -> bool:
        """Whether the grammar's own reading of a date is not believed."""
        return self.timeless >= _TIMELESS


class FrameReader(Protocol):
    """Whoever reads the figures of an article: the model, or who collects what it is to learn from."""

    def read(self, asked: Sequence[AskedSentence]) -> Sequence[Sequence[FrameReading | None]]:
        """For each sentence the readings of its figures; None of one that cannot be read."""


class LabelReader:
    """Reads with the model of a lexicon, which is loaded with the first article that has a figure."""

    def __init__(self, lexicon: FrameLexicon, model: LabelModel | None = None) -> None:
        """`model` is another one than that of the lexicon."""
        self._lexicon, self._model = lexicon, model

    def read(self, asked: Sequence[AskedSentence]) -> Sequence[Sequence[FrameReading | None]]:
        """The readings of the figures of each sentence; None of one that no word holds."""
        found: list[list[FrameReading | None]] = [[None] * len(figures) for _, figures in asked]
        numbers = [number for number, (_, figures) in enumerate(asked) if figures]
        if not numbers:
            return found
        model = self._model or load_labels(self._lexicon.labels)
        table = word_table(model, self._lexicon)
        outline, words = table.outline([asked[number][0] for number in numbers])
        held = [
            (number, order, (asked[number][0], first, figure))
            for number, first in zip(numbers, outline.firsts, strict=True)
            for order, figure in enumerate(asked[number][1])
            if is_held(asked[number][0], figure)
        ]
        for begin in range(0, len(held), _TOGETHER):
            batch = held[begin : begin + _TOGETHER]
            windows = open_windows([one for _, _, one in batch], outline)
            readings = _read_windows(windows, [one for _, _, one in batch], model, words)
            for (number, order, _), reading in zip(batch, readings, strict=True):
                found[number][order] = reading
        return found


def _read_windows(
    windows: Windows, asked: Sequence[tuple[Sentence, int, AskedFigure]], model: LabelModel, words: Floats
) -> Iterator[FrameReading]:
    likely, none = model.weigh_windows(windows, words)
    least = np.array([LEAST[name] for name in model.fields])
    empty = np.exp(none)
    silent = 1 - empty < least[:, None]  # no stretch can speak
    ranked = dict(zip(model.fields, likeliest(likely, windows.starts, silent), strict=True))
    timeless = empty[model.fields.index("time")].tolist()
    for k, ((sentence, number, _), (first, last, _, _)) in enumerate(zip(asked, windows.spans, strict=True)):
        spans = _Spans(sentence, first - number, last - number)
        measured = spans.choose(ranked["measure"][k])
        times = ranked["time"][k]
        yield FrameReading(
            measure=spans.keep(measured, LEAST["measure"]),
            is_measure_sure=measured is not None and measured.probability >= SURE,
            scope=tuple(map(spans.of, apart(ranked["scope"][k], LEAST["scope"]))),
            basis=spans.keep(spans.choose(ranked["basis"][k]), LEAST["basis"]),
            place=spans.keep(placed := spans.choose(ranked["place"][k]), LEAST["place"]),
            place_chance=placed.probability if placed is not None else 0.0,
            times=tuple([(date, spans.weigh(times, date.start, date.end)) for date in sentence.dates]),
            timeless=timeless[k],
            time=spans.keep(told := spans.choose(times), LEAST["time"]),
            time_chance=told.probability if told is not None else 0.0,
        )


class _Spans:
    """Stretches of a window as spans of the text."""

    def __init__(self, sentence: Sentence, first: int, last: int) -> None:
        self._ends = sentence.ends[first:last]
        self._start = self._ends[0] - len(sentence.words[first])
        self._letters: list[int] = []  # up to the end of each word, once that is asked

    def of(self, one: WordStretch) -> Span:
        return (self._ends[one.first - 1] if one.first else self._start), self._ends[one.last]

    def weigh(self, ranked: Sequence[WordStretch], start: int, end: int) -> float:
        """How likely it is that the stretch has something of start..end."""
        found, ends = 0.0, self._ends
        for one in ranked:
            if start < ends[one.last] and (ends[one.first - 1] if one.first else self._start) < end:
                found += one.probability
        return found

    def choose(self, ranked: Sequence[WordStretch]) -> WordStretch | None:
        if len(ranked) < 2:
            return ranked[0] if ranked else None
        if not self._letters:
            self._letters = [end - self._start for end in self._ends]
        return choose_stretch(ranked, self._letters)

    def keep(self, one: WordStretch | None, least: float) -> Span | None:
        return self.of(one) if one is not None and one.probability >= least else None

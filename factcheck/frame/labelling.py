"""The fields of a frame that a learnt model reads: measure, part, scope, basis, time and place of a figure.

The sentence of the figure is looked at, no other. What the model chooses is a stretch of its words, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from factcheck.frame.labelling_choice import apart, choose_stretch, likeliest
from factcheck.frame.labelling_figure import open_window, outline_sentence
from factcheck.frame.labelling_model import load_groups, load_labels
from factcheck.frame.labelling_words import TAGS, describe_neighbours, describe_positions, describe_word, tag_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.frame.labelling_figure import AskedFigure, Outline, Window
    from factcheck.frame.labelling_model import Floats, LabelModel, WordStretch
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span
    from factcheck.quantity import DateExpression


# The least probability with which a field is said; docs/models.md has what each costs and brings.
LEAST = {"measure": 0.25, "scope": 0.5, "basis": 0.5, "place": 0.5, "time": 0.05}


SURE = 0.5  # of a measure or a date: below it the grammar's own reading is kept
_MARK = TAGS.index("mark")  # what stands before the first word
_TIMELESS = 0.85  # of no date


class FrameReading(NamedTuple):
    """What the model reads of one figure, as spans of the text.

    `times` are the dates of the sentence with the probability of each that it governs the figure, `timeless` that of
    none.
    """

    measure: Span | None
    is_measure_sure: bool
    scope: tuple[Span, ...]
    basis: Span | None
    place: Span | None
    times: tuple[tuple[DateExpression, float], ...]
    timeless: float

    @property
    def is_timeless(self) -> bool:
        """Whether the grammar's own reading of a date is not believed."""
        return self.timeless >= _TIMELESS


class FrameReader(Protocol):
    """Whoever reads the figures of a sentence: the model, or who collects what it is to learn from."""

    def read(self, sentence: Sentence, figures: Sequence[AskedFigure]) -> Sequence[FrameReading | None]:
        """The readings of the figures; None of one that cannot be read."""


def group_words(sentence: Sentence) -> list[tuple[str, int, tuple[str, ...]]]:
    """What the features of each word come from: itself, its class with that of the word before, its position."""
    numbers = [tag_number(word) for word in sentence.words]
    beside = [before * len(TAGS) + number for before, number in zip([_MARK, *numbers], numbers, strict=False)]
    return list(zip(sentence.words, beside, describe_positions(sentence), strict=True))


def describe_group(
    key: str | int | tuple[str, ...], lexicon: FrameLexicon, groups: Mapping[str, tuple[int, int]]
) -> tuple[str, ...]:
    """The features that come from one part of what `group_words` gives for a word."""
    if isinstance(key, str):
        return describe_word(key, lexicon, groups)
    if isinstance(key, tuple):
        return key
    before, number = divmod(key, len(TAGS))
    return describe_neighbours(TAGS[before], TAGS[number])


class LabelReader:
    """Reads with the model of a lexicon, which is loaded with the first sentence that has a figure."""

    def __init__(self, lexicon: FrameLexicon, model: LabelModel | None = None) -> None:
        """`model` is another one than that of the lexicon."""
        self._lexicon, self._model = lexicon, model

    def read(self, sentence: Sentence, figures: Sequence[AskedFigure]) -> Sequence[FrameReading | None]:
        """The readings of the figures; None of one that no word holds."""
        groups, model = load_groups(self._lexicon.groups), self._model or load_labels(self._lexicon.labels)
        words = model.weigh_words(group_words(sentence), lambda key: describe_group(key, self._lexicon, groups))
        outline = outline_sentence(sentence, groups)
        return [self._read(sentence, outline, figure, model, words) for figure in figures]

    def _read(
        self, sentence: Sentence, outline: Outline, figure: AskedFigure, model: LabelModel, words: Floats
    ) -> FrameReading | None:
        window = open_window(sentence, outline, figure)
        if window is None:
            return None
        chances, none = model.weigh_window(window, words)
        spans = _Spans(sentence, window)
        empty = np.exp(none)
        ranked: dict[str, list[WordStretch]] = {}
        for i, name in enumerate(model.fields):
            speaks = 1 - empty[i] >= LEAST[name]  # else no stretch can
            ranked[name] = likeliest(chances[i]) if speaks else []
        measured = spans.choose(ranked["measure"])
        return FrameReading(
            measure=spans.keep(measured, LEAST["measure"]),
            is_measure_sure=measured is not None and measured.probability >= SURE,
            scope=tuple(map(spans.of, apart(ranked["scope"], LEAST["scope"]))),
            basis=spans.keep(spans.choose(ranked["basis"]), LEAST["basis"]),
            place=spans.keep(spans.choose(ranked["place"]), LEAST["place"]),
            times=tuple((date, spans.weigh(ranked["time"], date.start, date.end)) for date in sentence.dates),
            timeless=float(empty[model.fields.index("time")]),
        )


class _Spans:
    """Stretches of a window as spans of the text."""

    def __init__(self, sentence: Sentence, window: Window) -> None:
        self._ends = sentence.ends[window.first : window.last]
        self._start = self._ends[0] - len(sentence.words[window.first])
        self._letters = [end - self._start for end in self._ends]

    def of(self, one: WordStretch) -> Span:
        return (self._ends[one.first - 1] if one.first else self._start), self._ends[one.last]

    def weigh(self, ranked: Sequence[WordStretch], start: int, end: int) -> float:
        """How likely it is that the stretch has something of start..end."""
        found = 0.0
        for one in ranked:
            first, last = self.of(one)
            found += one.probability if first < end and start < last else 0.0
        return found

    def choose(self, ranked: Sequence[WordStretch]) -> WordStretch | None:
        return choose_stretch(ranked, self._letters)

    def keep(self, one: WordStretch | None, least: float) -> Span | None:
        return self.of(one) if one is not None and one.probability >= least else None

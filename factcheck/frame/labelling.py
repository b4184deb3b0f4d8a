"""The fields of a frame that a learnt model reads: measure, part, scope, basis, time and place of a figure.

The sentence of the figure is looked at, no other. What the model chooses is a stretch of its words, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from factcheck.frame.labelling_choice import apart, choose_stretch, likeliest
from factcheck.frame.labelling_figure import NO_GROUP, open_window, outline_sentence
from factcheck.frame.labelling_model import load_groups, load_labels
from factcheck.frame.labelling_words import describe_positions, describe_word, tag_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.labelling_figure import AskedFigure, Outline, Window
    from factcheck.frame.labelling_model import Floats, LabelModel, Stretch
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span
    from factcheck.quantity import DateExpression


# The least probability with which a field is said; docs/models.md has what each costs and brings.
LEAST = {"measure": 0.25, "scope": 0.5, "basis": 0.5, "place": 0.5, "time": 0.05}


SURE = 0.5  # of a measure or a date: below it the grammar's own reading is kept
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


class LabelReader:
    """Reads with the model of a lexicon, which is loaded with the first sentence that has a figure."""

    def __init__(self, lexicon: FrameLexicon, model: LabelModel | None = None) -> None:
        """`model` is another one than that of the lexicon."""
        self._lexicon, self._model = lexicon, model

    def read(self, sentence: Sentence, figures: Sequence[AskedFigure]) -> Sequence[FrameReading | None]:
        """The readings of the figures; None of one that no word holds."""
        groups, model = load_groups(self._lexicon.groups), self._model or load_labels(self._lexicon.labels)
        model.forget()

        def describe(word: str) -> tuple[tuple[str, ...], int, int]:
            return describe_word(word, self._lexicon, groups), tag_number(word), groups.get(word, (NO_GROUP,))[0]

        known = [model.know_word(word, describe) for word in sentence.words]
        kinds, company = np.array([one[1:] for one in known], dtype=np.int32).T
        words = model.weigh_words([one[0] for one in known], kinds, describe_positions(sentence))
        outline = outline_sentence(sentence, kinds, company)
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
        ranked: dict[str, list[Stretch]] = {}
        for i, name in enumerate(model.fields):
            speaks = 1 - empty[i] >= LEAST[name]  # else no stretch can
            ranked[name] = likeliest(chances[i]) if speaks else []
        measure, sure = spans.choose(ranked["measure"], LEAST["measure"])
        return FrameReading(
            measure=measure,
            is_measure_sure=sure,
            scope=tuple(map(spans.of, apart(ranked["scope"], LEAST["scope"]))),
            basis=spans.choose(ranked["basis"], LEAST["basis"])[0],
            place=spans.choose(ranked["place"], LEAST["place"])[0],
            times=tuple((date, spans.weigh(ranked["time"], date.start, date.end)) for date in sentence.dates),
            timeless=float(empty[model.fields.index("time")]),
        )


class _Spans:
    """Stretches of a window as spans of the text."""

    def __init__(self, sentence: Sentence, window: Window) -> None:
        self._ends = sentence.ends[window.first : window.last]
        self._start = self._ends[0] - len(sentence.words[window.first])
        self._letters = [end - self._start for end in self._ends]

    def of(self, one: Stretch) -> Span:
        return (self._ends[one.first - 1] if one.first else self._start), self._ends[one.last]

    def weigh(self, ranked: Sequence[Stretch], start: int, end: int) -> float:
        """How likely it is that the stretch has something of start..end."""
        found = 0.0
        for one in ranked:
            first, last = self.of(one)
            found += one.probability if first < end and start < last else 0.0
        return found

    def choose(self, ranked: Sequence[Stretch], least: float) -> tuple[Span | None, bool]:
        """The span of the stretch that is chosen, None where it is less likely than asked; whether it is sure."""
        best = choose_stretch(ranked, self._letters)
        if best is None or best.probability < least:
            return None, False
        return self.of(best), best.probability >= SURE

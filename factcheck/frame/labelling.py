"""The fields of a frame that a learnt model reads: measure, part, scope, basis, time and place of a figure.

The sentence of the figure is looked at, no other. What the model chooses is a stretch of its words, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from factcheck.frame.labelling_figure import Figure, Outline, Window, open_window, outline_sentence
from factcheck.frame.labelling_model import FIELDS, load_groups, load_labels
from factcheck.frame.labelling_words import (
    TAGS,
    describe_neighbours,
    describe_positions,
    describe_word,
    tag_class,
)
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.frame.labelling_model import Floats, LabelModel
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span


class Reading(NamedTuple):
    """What the model reads of one figure, as spans of the text."""

    measure: Span | None = None
    part: Span | None = None
    scope: tuple[Span, ...] = ()
    basis: Span | None = None
    time: Span | None = None
    place: Span | None = None


class Reader(Protocol):
    """Whoever reads the figures of a sentence: the model, or who collects what it is to learn from."""

    def read(self, sentence: Sentence, figures: Sequence[Figure]) -> Sequence[Reading | None]:
        """The readings of the figures; None of one that cannot be read."""


def describe_words(
    sentence: Sentence, groups: Mapping[str, tuple[int, int]]
) -> list[tuple[tuple[str, ...], ...]]:
    """The features of each word of a sentence: its own, beside the word before, and of its position."""
    found, before = [], "mark"
    for word, position in zip(sentence.words, describe_positions(sentence), strict=True):
        kind = tag_class(word)
        found.append((describe_word(word, sentence.lexicon, groups), describe_neighbours(before, kind), position))
        before = kind
    return found

"""What is known of the words of an article, whichever figure is asked about: their codes, and what they weigh."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from factcheck.frame.labelling_figure import code_word, outline_sentences
from factcheck.frame.labelling_model import RememberedRows, load_groups
from factcheck.frame.labelling_words import TAGS, describe_positions, describe_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.labelling_figure import Outline
    from factcheck.frame.labelling_model import Floats, LabelModel
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon

_MARK = TAGS.index("mark")  # what stands before the first word


class WordTable:
    """What is known of words, whichever figure is asked about: their codes, and what they weigh with a model."""

    def __init__(self, model: LabelModel, lexicon: FrameLexicon) -> None:
        groups = load_groups(lexicon.groups)
        self._model = model
        self._lexicon, self._groups = lexicon, groups
        self._weights: RememberedRows[str] = RememberedRows(model.pairs.shape[1:], self._weigh)
        self._codes: RememberedRows[str] = RememberedRows((4,), lambda word: np.array(code_word(word, groups)))

    def _weigh(self, word: str) -> Floats:
        return self._model.sum_weights(describe_word(word, self._lexicon, self._groups))

    def outline(self, sentences: Sequence[Sentence]) -> tuple[Outline, Floats]:
        """What windows of sentences share, and the weights of their words [word, field, role]."""
        model = self._model
        for rows in (self._weights, self._codes, model.positions):
            rows.clear_full()
        cut = [word for sentence in sentences for word in sentence.words]
        known = self._weights.numbers
        if unseen := sorted(set(cut).difference(known)):
            groups = self._groups
            self._weights.add(unseen, model.sum_each([describe_word(one, self._lexicon, groups) for one in unseen]))
            self._codes.add(unseen, np.array([code_word(word, groups) for word in unseen], dtype=np.float32))
        numbers = np.array([*map(known.__getitem__, cut)])
        outline = outline_sentences(sentences, self._codes.rows.take(numbers, axis=0).astype(np.int32))
        before = np.empty_like(outline.tags)
        before[1:] = outline.tags[:-1]
        before[outline.firsts] = _MARK
        weights = self._weights.rows.take(numbers, axis=0)
        weights += model.pairs.take(before * len(TAGS) + outline.tags, axis=0)
        marked = [
            (first + i, tuple(names))
            for first, sentence in zip(outline.firsts, sentences, strict=True)
            for i, names in describe_positions(sentence).items()
        ]
        if marked:
            places, names = zip(*marked, strict=True)
            weights[list(places)] += model.positions.take(names)
        return outline, weights


@lru_cache(maxsize=2)
def word_table(model: LabelModel, lexicon: FrameLexicon) -> WordTable:
    """The table of a model, made once."""
    return WordTable(model, lexicon)

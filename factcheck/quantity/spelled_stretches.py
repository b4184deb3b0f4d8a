"""Where a language that is spelled in words stands in a text, or fills it."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon.spelled import SpelledStretches
    from factcheck.model import Span

_LEAST_WORDS = 2  # of a stretch inside the text of the other language; one alone is a name or a unit
_SENTENCE = 8  # words in small letters of a stretch that is more than a name


@lru_cache(maxsize=2)  # the stages of an article ask for the same text
def find_stretches(folded: str, words: SpelledStretches) -> tuple[Span, ...]:
    """Spans of the stretches in which the language is written, in order; none in nearly every text of the other one."""
    alone = words.other_letter.search(folded) is None
    if not alone and words.present.search(folded) is None:
        return ()
    least = 1 if alone else _LEAST_WORDS
    return tuple(
        match.span() for match in words.run.finditer(folded) if _counts_words(folded, match.span(), words, least)
    )


def find_stretch(at: int, stretches: tuple[Span, ...]) -> Span | None:
    """The stretch that holds the letter at `at`."""
    if not stretches:
        return None
    span = stretches[bisect_right(stretches, (at + 1, 0)) - 1]
    return span if span[0] <= at < span[1] else None


def find_sentences(folded: str, sentences: tuple[Span, ...], words: SpelledStretches) -> tuple[Span, ...]:
    """Spans of the sentences of the language: those that lie in one stretch, and long stretches inside others."""
    stretches = find_stretches(folded, words)
    if not stretches:
        return ()
    found = []
    for start, end in sentences:
        near = stretches[max(0, bisect_right(stretches, (start + 1, 0)) - 1) : bisect_right(stretches, (end, 0))]
        inside = [(max(start, one), min(end, until)) for one, until in near if start < until]
        found += [span for span in inside if span == (start, end) or _counts_words(folded, span, words, _SENTENCE)]
    return tuple(found)


def _counts_words(folded: str, span: Span, words: SpelledStretches, least: int) -> bool:
    return len(list(islice(words.word.finditer(folded, *span), least))) == least


def is_framed_in_it(folded: str, at: int, stretches: tuple[Span, ...], words: SpelledStretches) -> bool:
    """Whether the words before a figure at `at` are of the language, so that they say nothing to the other one."""
    span = find_stretch(at, stretches)
    return span is not None and (span[0] == 0 or words.word.search(folded, span[0], at) is not None)

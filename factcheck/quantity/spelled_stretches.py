"""Where a language that is spelled in words stands in a text, or fills it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon.spelled import SpelledStretches
    from factcheck.model import Span

_LEAST_WORDS = 2  # of a stretch inside the text of the other language; one alone is a name or a unit


def find_stretches(folded: str, words: SpelledStretches) -> tuple[Span, ...]:
    """Spans of the stretches in which the language is written, in order; none in nearly every text of the other one."""
    alone = words.other_letter.search(folded) is None
    if not alone and words.present.search(folded) is None:
        return ()
    least = 1 if alone else _LEAST_WORDS
    return tuple(
        match.span()
        for match in words.run.finditer(folded)
        if len(list(islice(words.word.finditer(folded, *match.span()), least))) == least
    )


def find_stretch(at: int, stretches: tuple[Span, ...]) -> Span | None:
    """The stretch that holds the letter at `at`."""
    if not stretches:
        return None
    span = stretches[bisect_right(stretches, (at + 1, 0)) - 1]
    return span if span[0] <= at < span[1] else None


def is_inside(span: Span, stretches: tuple[Span, ...]) -> bool:
    """Whether all of a span lies in one stretch."""
    around = find_stretch(span[0], stretches)
    return around is not None and span[1] <= around[1]


def is_framed_in_it(folded: str, at: int, stretches: tuple[Span, ...], words: SpelledStretches) -> bool:
    """Whether the words before a figure at `at` are of the language, so that they say nothing to the other one."""
    span = find_stretch(at, stretches)
    return span is not None and (span[0] == 0 or words.word.search(folded, span[0], at) is not None)

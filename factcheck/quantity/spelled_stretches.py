"""Where a language that is spelled in words stands in a text, or fills it."""

from __future__ import annotations

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

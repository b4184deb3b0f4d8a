"""How alike the letters around two figures are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Span

_BEFORE, _BEHIND = 24, 16  # letters on either side of a figure that are looked at
_CACHED = 1 << 13  # figures whose letters are remembered: each is held against many
_NO_LETTER = re.compile(r"[\W_\d]+")


def measure_likeness(one: str, span: Span, other: str, its_span: Span) -> float:
    """The share of pairs of letters that two figures have around them in common (Jaccard), 0 to 1.

    `one` and `other` are folded texts, the spans those of the figures. Digits, spaces and punctuation are left out.
    """
    ours, theirs = _around(one, span), _around(other, its_span)
    both = ours | theirs
    return len(ours & theirs) / len(both) if both else 0.0


def share_held(headline: str, sentence: str) -> float:
    """The share of a headline's pairs of letters that a sentence holds, 0 to 1; both folded."""
    ours = _pairs(headline)
    return len(ours & _pairs(sentence)) / len(ours) if ours else 0.0


def count_pairs(said: str) -> int:
    """How many different pairs of letters a folded text has."""
    return len(_pairs(said))


def _around(folded: str, span: Span) -> frozenset[str]:
    start, end = span
    return _pair_around(folded[max(0, start - _BEFORE) : start], folded[end : end + _BEHIND])


@lru_cache(maxsize=_CACHED)
def _pair_around(before: str, behind: str) -> frozenset[str]:
    return _pairs(before) | _pairs(behind)


def _pairs(text: str) -> frozenset[str]:
    letters = _NO_LETTER.sub("", text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))

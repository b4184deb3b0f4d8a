"""Where the word of a unit ends: 3名|校长 are counted, 名列 and 名单 are other words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantity.letters import is_han

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.text import Segmenter
    from factcheck.lexicon.units import Unit
    from factcheck.quantity.context import TextContext

_AHEAD = 8  # letters that the segmenter is shown
_YEAR_LETTERS = 5
_YEAR = re.compile(r"(?<![\d.])(?:18|19|20)\d\d$")


def goes_on(context: TextContext, unit: Unit, at: int, end: int) -> bool:
    """Whether the word of the unit, from `at` to `end`, goes on into another word with the letters behind it."""
    folded = context.folded
    if not unit.unless or not any(folded[end : end + n] in unit.unless for n in (1, 2, 3)):
        return False
    if folded[end : end + 1] not in unit.unless or not unit.apart or not _may_count(folded, at, context.lexicon):
        return True
    return not _is_cut(_han_from(folded, at), end - at, context.segmenter)


def _may_count(folded: str, at: int, lexicon: QuantityLexicon) -> bool:
    """Whether the number right before counts for sure: a lone 一 goes with 起来 and 批准, a year with any word."""
    if folded[at - 1] == " " or _YEAR.search(folded, max(0, at - _YEAR_LETTERS), at):
        return False
    return folded[at - 1] != lexicon.fits.one or bool(lexicon.numerals.run.fullmatch(folded, max(0, at - 2), at - 1))


def _han_from(folded: str, at: int) -> str:
    end = at
    while end < min(len(folded), at + _AHEAD) and is_han(folded[end]):
        end += 1
    return folded[at:end]


def _is_cut(letters: str, length: int, segmenter: Segmenter) -> bool:
    """Whether a word of two letters and more begins at `length`, and cutting there leaves fewer letters alone.

    The segmenter reads 家电|商|平台 and 人生|还; 家|电商|平台 and 人|生还 leave no letter over.
    """
    whole, apart = segmenter.words(letters), segmenter.words(letters[length:])
    if len(letters) == _AHEAD and whole[-1] == apart[-1]:  # it may go on behind
        whole, apart = whole[:-1], apart[:-1]
    if len(apart[0]) == 1:
        return False
    if len(whole[0]) <= length:
        return len(whole[0]) == length
    return _count_alone(apart) < _count_alone(whole)


def _count_alone(words: list[str]) -> int:
    """Letters that are words of their own."""
    return sum(len(word) == 1 for word in words)

"""Shares and multiples that are words of their own: 一半, 半数, 过半, 大半; 翻番, 翻两番, 翻倍; 双位数, 四位数."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.letters import is_han
from factcheck.quantity.numerals import read_numeral, small_number

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon

HALF = Decimal("0.5")


class WordFigure(NamedTuple):
    """A figure that is one word: where it ends, and its value."""

    end: int
    value: Decimal


def half_at(folded: str, start: int, lexicon: QuantityLexicon) -> WordFigure | None:
    """一半, 半数, 过半, 大半 at `start`, the place of 一 or 半; None where 半 is part of a measure."""
    words = lexicon.word_figures
    if folded.startswith(words.one_half, start):
        end = start + len(words.one_half)
        return None if folded[end : end + 1] in words.of_time else WordFigure(end, HALF)
    if not folded.startswith(words.half, start):
        return None
    if folded.startswith(words.of_the_number, start + 1):
        return WordFigure(start + 2, HALF)
    follows = folded[start + 1 : start + 2]
    hedged = start > 0 and folded[start - 1] in words.before
    return WordFigure(start + 1, HALF) if hedged and (not is_han(follows) or follows in words.of_whom) else None


def doubling_at(folded: str, start: int, lexicon: QuantityLexicon) -> WordFigure | None:
    """翻一番 is twice, 翻两番 four times, 翻三倍 three times."""
    match = lexicon.word_figures.times_two.match(folded, start)
    if not match:
        return None
    written = match[1] or match[2]
    count = read_numeral(written, lexicon.numerals) if written else None
    times = int(count.low) if count else 1
    if match[2]:
        return WordFigure(match.end(), Decimal(times))
    return WordFigure(match.end(), Decimal(2 if not match[1] else 2**times))


def digits_at(folded: str, start: int, lexicon: QuantityLexicon) -> tuple[int, Decimal, Decimal] | None:
    """四位数 is 1,000 to 10,000, 双位数 ten to a hundred: where it ends, and its bounds."""
    words = lexicon.word_figures
    match = words.digits.match(folded, start)
    if match is None or folded[start - 1 : start] in words.numeral_letters:
        return None
    places = words.places.get(match[1]) or small_number(match[1], lexicon.numerals)
    return match.end(), Decimal(10) ** (places - 1), Decimal(10) ** places

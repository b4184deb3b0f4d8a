"""What holds a numeral in a language that is spelled in words, and is no quantity: names, codes, times, numbering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity.measures import currency_before
from factcheck.quantity.spelled_numerals import read_spelled_number
from factcheck.quantity.spelled_units import spelled_unit_at

if TYPE_CHECKING:
    from factcheck.quantity.context import TextContext

_LOOK_BACK = 40  # letters


def skip_name(context: TextContext, start: int) -> int:
    """Where a name or code that the numeral at `start` belongs to ends; 0 where it may be a quantity."""
    if context.folded[start].isalpha():
        return _in_words(context, start)
    return _in_digits(context, start)


def _in_words(context: TextContext, start: int) -> int:
    """One of them, chapter two, Two Sessions."""
    folded, words = context.folded, context.lexicon.spelled
    number = read_spelled_number(folded, start, words.numerals, priced=False)
    if number is None:
        return start + 1
    before = words.exclusions.in_words_before.search(folded, max(0, start - _LOOK_BACK), start)
    behind = words.exclusions.in_words_behind.match(folded, number.end)
    named = folded[start].isupper() and folded[number.end + 1 : number.end + 2].isupper()
    unit = spelled_unit_at(context, number.end, number)
    return number.end if before or named or (behind and unit is None) else 0


def _in_digits(context: TextContext, start: int) -> int:
    folded, names = context.folded, context.lexicon.spelled.exclusions
    least = max(0, start - _LOOK_BACK)
    mark = currency_before(folded, start, context.lexicon.units)
    if mark is None and names.glued_before.search(folded, least, start):
        return _behind(folded, start)
    if names.numbering_before.search(folded, max(0, start - 8), start) and (
        match := names.numbering.match(folded, start)
    ):
        return match.end()
    if folded[start - 1 : start] in names.brackets and (match := names.bracketed.match(folded, start)):
        return match.end()
    if mark is not None:
        return 0
    number = read_spelled_number(folded, start, context.lexicon.spelled.numerals, priced=False)
    unit = spelled_unit_at(context, number.end, number) if number else None
    if unit is None and (match := names.code.match(folded, start)):
        return match.end()
    if number is None or unit is not None or number.power > 1:
        return 0
    if match := names.glued.match(folded, start):
        return match.end()
    if "," in folded[start : number.end]:
        return 0
    if names.called_before.search(folded, least, start):
        return number.end
    name = names.name_before.search(folded, least, start)
    return number.end if name and name[1] not in names.no_name else 0


def _behind(folded: str, start: int) -> int:
    """Behind the Latin word that goes on at `start`."""
    end = start + 1
    while end < len(folded) and folded[end].isascii() and (folded[end].isalnum() or folded[end] in "-/._"):
        end += 1
    return end

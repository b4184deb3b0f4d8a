"""What stands behind a numeral that is spelled in words: units, and nouns that are counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicon.units import Unit
from factcheck.quantity.letters import is_han
from factcheck.quantity.measures import unit_at

if TYPE_CHECKING:
    from factcheck.lexicon.spelled import SpelledUnits
    from factcheck.quantity.context import TextContext
    from factcheck.quantity.spelled_numerals import SpelledNumber

_MOST_NOUNS = 6  # words of a noun phrase that are looked at
_ONE = Fraction(1)


class CountedNoun(NamedTuple):
    """What is counted: the unit of its count, and where its noun ends."""

    unit: str
    end: int


def spelled_unit_at(context: TextContext, at: int, number: SpelledNumber) -> tuple[Unit, int] | None:
    """The unit behind a numeral that ends at `at`, in words of this language or else a symbol, and where it ends."""
    folded, words = context.folded, context.lexicon.spelled.units
    if number.many and folded.startswith(context.lexicon.spelled.numerals.of, at):
        at += len(context.lexicon.spelled.numerals.of)
    if found := _longest_unit(folded, at, words):
        unit, end = found
        if unit.word in words.least and number.low < words.least[unit.word]:
            return None
        if number.power > 1 and unit.word in words.heavy_money:
            unit = Unit("money", words.heavy_money[unit.word], _ONE, unit.word)
        return unit, end
    if (multiple := words.times.match(folded, at)) and not number.fraction:
        multiplies = words.as_multiple.match(folded, multiple.end()) or number.low != int(number.low)
        unit = Unit("multiple", "", _ONE, "") if multiplies else Unit("count", words.occasion, _ONE, words.occasion)
        return unit, multiple.end()
    symbol = unit_at(context, at)
    return symbol if symbol and not _goes_on(folded, symbol[1]) else None


def _longest_unit(folded: str, at: int, words: SpelledUnits) -> tuple[Unit, int] | None:
    """The unit of the most words behind `at`."""
    ends = []
    end = at
    for _ in range(words.most_words):
        match = words.word.match(folded, end)
        if match is None:
            break
        end = match.end()
        ends.append(end)
    begin = at + folded.startswith((" ", "-"), at)
    for end in reversed(ends):
        written = folded[begin:end]
        for form in (written, written.lower(), written.lower().replace("-", " ")):
            if form in words.units and not (folded[at] != "-" and _goes_on(folded, end)):
                return words.units[form], end
    return None


def _goes_on(folded: str, end: int) -> bool:
    """Whether a word goes on behind a hyphen: second-hand is no second."""
    return folded.startswith("-", end) and folded[end + 1 : end + 2].isalpha() and not is_han(folded[end + 1])


def noun_behind(folded: str, at: int, number: SpelledNumber, words: SpelledUnits, of: str) -> CountedNoun | None:
    """What a numeral that ends at `at` counts: the first plural of the noun phrase behind it.

    A large figure counts whatever noun stands behind; a small one only a plural: 36 centres, but 36 to go.
    """
    if number.many and folded.startswith(of, at):
        at += len(of)
    at += folded.startswith(words.plus, at)
    first = 0
    for step in range(_MOST_NOUNS):
        match = words.noun.match(folded, at)
        noun = match[1].lower() if match else ""
        if match is None or (noun in words.no_noun and not _passes(noun, step, words)):
            break
        at = match.end()
        if noun in words.before_noun or noun in words.joins_nouns:
            continue
        first = first or at
        if noun in words.no_plural or not (noun in words.nouns or words.plural.match(noun)):
            continue
        singular = noun in words.nouns and not words.plural.match(noun)
        if singular and number.low > 1 and words.noun.match(folded, at):
            continue  # 700 school buildings
        return CountedNoun(words.nouns.get(noun, ""), at)
    large = not number.bare and (number.power > 1 or number.low >= 1000)
    return CountedNoun("", first) if first and (large or number.many) else None


def _passes(noun: str, step: int, words: SpelledUnits) -> bool:
    """Whether a word that is no noun may stand there in a noun phrase."""
    return noun in words.before_noun if step == 0 else noun in words.joins_nouns

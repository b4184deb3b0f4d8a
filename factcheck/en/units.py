"""English units, currencies, and what is counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.en.tables import (
    EnglishCurrency,
    EnglishDimension,
    EnglishFigureWords,
    EnglishNumeralWords,
    Words,
    any_of,
    either_case,
    read_table,
    verbose,
)
from factcheck.lexicon.spelled import SpelledUnits
from factcheck.lexicon.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEAST_WORD = 3  # letters of a unit that is read wherever it stands; shorter ones are symbols of both languages
# What a rate is of.
_PER = (
    *("hour", "second", "minute", "litre", "liter", "hectare", "mu", "square", "cubic"),
    *("kilogram", "kilometre", "kilometer", "metre", "meter"),
)


def read_units() -> SpelledUnits:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/figures.yaml", EnglishFigureWords)
    counted = read_table("words/nouns.yaml", dict[str, Words])
    nouns = {form: unit for unit, row in counted.items() for noun in row for form in _plural(noun)}
    units = {word: unit for one in _units() for word, unit in _forms(one)}
    numerals = read_table("words/numerals.yaml", EnglishNumeralWords)
    behind_digits = any_of((*numerals.powers, *(word for word in units if len(word) >= _LEAST_WORD), *nouns))
    short = any_of(word for word in numerals.short_powers if word not in numerals.of_money)
    return SpelledUnits(
        units=units,
        most_words=max(word.count(" ") + word.count("-") for word in units) + 1,
        word=verbose(r"[ -]?(?:(?:[A-Z]\.){2}|[A-Za-z]{1,12}[²³]?|%)(?![A-Za-z])"),
        outside=verbose(
            rf"""
            \d[\d.,]{{0,20}}+
            (?:[ ]?(?:[-–—~至到]|to)[ ]?(?:[A-Z]{{0,3}}[$£€¥])?\d[\d.,]{{0,20}}+)?  # US$2-3 billion
            (?=[ -]?[A-Za-z])
            (?! [kKwW] [\u3400-\u9fff] )  # 1.5K元: letters that multiply in the other language, too
            (?: [ -]? (?:{behind_digits}) (?![A-Za-z])
              | [ ]? (?:{short}) (?![A-Za-z0-9])
              | (?<=\d) [ ]? (?:{any_of(numerals.of_money)}) (?![A-Za-z0-9/])
            )
            """
        ),
        least={"won": 100, "yen": 5, "mu": 1, "jin": 1},
        nouns=nouns,
        plus="+",
        noun=verbose(r"[ ]([A-Za-z][A-Za-z'’-]{0,30})(?![A-Za-z0-9])"),
        plural=verbose(rf"(?:[A-Za-z'’-]{{2,30}}[^sui]s|(?:{any_of(words.plurals)}))$"),
        no_noun=frozenset(words.no_noun),
        before_noun=frozenset(words.before_noun),
        joins_nouns=frozenset(words.joins_nouns),
        no_plural=frozenset(words.adverbs),
        times=verbose(r"[ -]times(?![A-Za-z])"),
        as_multiple=verbose(rf"[ ](?:{any_of(words.multiplies)})(?![A-Za-z])"),
        occasion="次",
        heavy_money={"pound": "GBP", "pounds": "GBP"},
        age_before=verbose(r"(?<![A-Za-z])[Aa]ge[ds]?[ ](?:(?:between|from|over|under|about|around)[ ])?$"),
        age_unit="year",
        per=verbose(rf"(?:[ ]per[ ]|[ ]an?[ ]|/)({any_of(_PER)})(?![A-Za-z])"),
        counted_before=verbose(rf"(?:{either_case(words.counted)})(?![A-Za-z])[^；。]{{0,140}}$"),
    )


def _units() -> Iterator[Unit]:
    for dimension in read_table("units/units.yaml", list[EnglishDimension]):
        for word, factor in dimension.words.items():
            yield Unit(dimension.kind, dimension.unit, Fraction(factor), word)
    for currency in read_table("units/currencies.yaml", list[EnglishCurrency]):
        for word in currency.words:
            yield Unit("money", currency.code, Fraction(1), word)
        for word, factor in currency.minor.items():
            yield Unit("money", currency.code, Fraction(factor), word)


def _forms(unit: Unit) -> Iterable[tuple[str, Unit]]:
    return ((form, unit) for form in _plural(unit.word))


def _plural(word: str) -> tuple[str, ...]:
    """The word, and its plural where that is regular."""
    return (word,) if word.endswith("s") or not word[-1].isalpha() else (word, f"{word}s")

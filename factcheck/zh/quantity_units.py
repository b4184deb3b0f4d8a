"""Chinese: units, currencies and what is counted, out of `units/`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.lexicon.units import CurrencyLexicon, Unit, UnitLexicon
from factcheck.zh.quantity_data import Classifiers, Currency, Dimension
from factcheck.zh.tables import any_of, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YUAN = "元"
_MONEY_ENDS = ("元", "圆", "币", "镑", "法郎", "卢布", "泰铢", "美金", "比索", "卢比", "克朗", "欧罗")
_SAME_BELOW = r"[，,、 ]{0,2}(?:下同|同下|以下同)"


def read_units() -> UnitLexicon:
    """Every word that makes the number before it a quantity. Raises `DataError` naming the line of a broken row."""
    classifiers = read_table("units/classifiers.yaml", Classifiers)
    currencies = read_table("units/currencies.yaml", list[Currency])
    dimensions = read_table("units/units.yaml", list[Dimension])
    found = {unit.word: unit for unit in _units(classifiers, dimensions, currencies)}
    nouns = {**dict.fromkeys(classifiers.nouns.split(), ""), **dict.fromkeys(classifiers.persons.split(), "人")}
    return UnitLexicon(
        units=found,
        unit_lengths=_lengths(found),
        nouns=nouns,
        noun_lengths=_lengths(nouns),
        marks={mark: currency.code for currency in currencies for mark in currency.before.split()},
    )


def counted_persons() -> tuple[str, ...]:
    """Whom a number may count without a classifier: 毕业生, 专家."""
    return tuple(read_table("units/classifiers.yaml", Classifiers).persons.split())


def counted_things() -> tuple[str, ...]:
    """What a number may count without a classifier: 职位, 病例."""
    return tuple(read_table("units/classifiers.yaml", Classifiers).nouns.split())


def _units(classifiers: Classifiers, dimensions: Iterable[Dimension], currencies: Iterable[Currency]) -> Iterator[Unit]:
    """The units; of two with one word, the later one counts."""
    unless = {word: frozenset(row.split()) for word, row in classifiers.unless.items()}
    nothing: frozenset[str] = frozenset()
    apart = frozenset(classifiers.apart.split())
    for row in classifiers.words.values():
        for word in row.split():
            name = classifiers.alias.get(word, word)
            behind = unless.get(word, nothing)
            yield Unit("count", name, Fraction(1), word, unless=behind, apart=word in apart)
    for dimension in dimensions:
        for word, factor in dimension.words.items():
            behind = unless.get(word, nothing)
            yield Unit(dimension.kind, dimension.unit, Fraction(factor), word, dimension.local, behind)
    for currency in currencies:
        for word in currency.words.split():
            yield Unit("money", currency.code, Fraction(1), word, unless=unless.get(word, nothing))
            if word.endswith(_MONEY_ENDS) and not word.startswith(_YUAN):  # 3万元欧元, 500元美金
                yield Unit("money", currency.code, Fraction(1), _YUAN + word)
        for word, factor in currency.minor.items():
            yield Unit("money", currency.code, Fraction(factor), word)


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def name_currencies(table: UnitLexicon) -> CurrencyLexicon:
    """Whose 元 it is: the names that a text may declare."""
    names = {
        word: unit.name
        for word, unit in table.units.items()
        if unit.kind == "money" and len(word) > 1 and unit.factor == 1 and unit.name.isascii()
    }
    names = {**{mark: code for mark, code in table.marks.items() if code.isalpha()}, **names}
    in_words = [word for word in names if not word.isascii()]
    return CurrencyLexicon(
        names=names,
        ambiguous=frozenset(("元", "块", "¥")),
        written={"块": "元"},
        symbols=frozenset("¥"),
        home="CNY",
        notes=("下同", "同下"),
        declared=re.compile(f"({any_of(names)}){_SAME_BELOW}"),
        behind=re.compile(rf" ?\(({any_of(in_words)})[)，,、]"),
    )

"""The data files of this room, read once: units, currencies, classifiers, nouns, hedges, names."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

import msgspec

from factcheck.errors import DataError
from factcheck.model import Kind
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")


class Dimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `units.yaml`: words and their factors to one base unit."""

    kind: Kind
    unit: str
    words: dict[str, str]
    local: bool = False


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `currencies.yaml`. `words` and `before` are lists parted by spaces."""

    code: str
    words: str
    before: str = ""
    minor: dict[str, str] = {}


class Classifiers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`classifiers.yaml`: lists parted by spaces."""

    words: dict[str, str]
    unless: dict[str, str]
    persons: str
    nouns: str
    alias: dict[str, str]


class Unit(NamedTuple):
    """What a word behind a number makes of it: `number * factor`, in `name`."""

    kind: Kind
    name: str
    factor: Fraction
    word: str
    local: bool = False
    unless: frozenset[str] = frozenset()


Source = Literal["units", "currencies", "classifiers", "hedges", "names"]


def table(name: Source, kind: type[T]) -> T:
    """The data file `name`, checked against its schema; an error names file and line."""
    folder = "words" if name in {"hedges", "names"} else "units"
    text = files("factcheck.zh").joinpath(folder, f"{name}.yaml").read_text("utf-8")
    return load(text, f"factcheck/zh/{folder}/{name}.yaml", DataError).convert(kind)


@cache
def units() -> Mapping[str, Unit]:
    """Every word that makes the number before it a quantity, with what it makes of it."""
    found: dict[str, Unit] = {}
    classifiers = table("classifiers", Classifiers)
    unless = {word: frozenset(row.split()) for word, row in classifiers.unless.items()}
    for row in classifiers.words.values():
        for word in row.split():
            name = classifiers.alias.get(word, word)
            found[word] = Unit("count", name, Fraction(1), word, unless=unless.get(word, frozenset()))
    for dimension in table("units", list[Dimension]):
        for word, factor in dimension.words.items():
            _put(
                found,
                Unit(
                    dimension.kind,
                    dimension.unit,
                    Fraction(factor),
                    word,
                    dimension.local,
                    unless.get(word, frozenset()),
                ),
            )
    for currency in table("currencies", list[Currency]):
        for word in currency.words.split():
            _put(found, Unit("money", currency.code, Fraction(1), word, unless=unless.get(word, frozenset())))
        for word, factor in currency.minor.items():
            _put(found, Unit("money", currency.code, Fraction(factor), word))
    return found


def _put(found: dict[str, Unit], unit: Unit) -> None:
    found[unit.word] = unit


@cache
def unit_lengths() -> Mapping[str, tuple[int, ...]]:
    """First letter of a unit word to the lengths of the words that begin with it, longest first."""
    return _lengths(units())


@cache
def currency_marks() -> Mapping[str, str]:
    """What stands before an amount (¥, US$, 人民币) to its currency."""
    return {mark: currency.code for currency in table("currencies", list[Currency]) for mark in currency.before.split()}


@cache
def nouns() -> Mapping[str, str]:
    """Nouns that a number counts without a classifier, to the unit of the count: 人 or none."""
    rows = table("classifiers", Classifiers)
    return {**dict.fromkeys(rows.nouns.split(), ""), **dict.fromkeys(rows.persons.split(), "人")}


@cache
def noun_lengths() -> Mapping[str, tuple[int, ...]]:
    """First letter of a noun to the lengths of the nouns that begin with it, longest first."""
    return _lengths(nouns())


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def longest(text: str, at: int, words: Mapping[str, object], lengths: Mapping[str, tuple[int, ...]]) -> str:
    """The longest of `words` that stands in `text` at `at`, or an empty string."""
    for length in lengths.get(text[at : at + 1], ()):
        word = text[at : at + length]
        if word in words:
            return word
    return ""

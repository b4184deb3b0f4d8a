"""The data files of this language, and what patterns are made from them; an error names file and line."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

import msgspec

from factcheck.errors import DataError
from factcheck.model import Kind, Qualifier
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

Words = tuple[str, ...]


class EnglishDimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `units.yaml`: words and their factors to one base unit; `examples` give to a text what it says."""

    kind: Kind
    unit: str
    words: dict[str, str]
    examples: dict[str, str]


class EnglishCurrency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `currencies.yaml`; `minor` is a hundredth (or the part written)."""

    code: str
    words: Words
    minor: dict[str, str] = {}


class Hedges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `hedges.yaml`: the words that set one qualifier."""

    qualifier: Qualifier
    before: Words
    after: Words


class EnglishNumeralWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`numerals.yaml`; the file says what its tables are."""

    ones: dict[str, int]
    tens: dict[str, int]
    hundred: str
    powers: dict[str, int]
    short_powers: dict[str, int]
    of_money: Words
    a: Words
    dozen: str
    parts: dict[str, int]
    many: dict[str, tuple[int, int]]
    some: Words
    multiples: dict[str, int]


class EnglishFigureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`figures.yaml`; the file says what its lists are."""

    no_noun: Words
    before_noun: Words
    joins_nouns: Words
    adverbs: Words
    plurals: Words
    multiplies: Words
    changes: Words
    counted: Words


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yaml`; the file says what its lists are."""

    called: Words
    no_name: Words
    not_before: Words


class TextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`text.yaml`; the file says what its lists are."""

    abbreviations: Words
    common: Words


class EnglishDateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dates.yaml`; the file says what its tables are."""

    months: dict[str, int]
    quarters: dict[str, int]
    halves: dict[str, tuple[int, int]]
    counts: dict[str, int]
    edges: dict[str, tuple[int, int]]
    years_away: dict[str, int]
    months_away: dict[str, int]
    by: Words
    since: Words
    year_before: Words


def read_table(path: str, kind: type[T]) -> T:
    """The data file at `path` below this room, checked against its schema. Raises `DataError`."""
    text = files("factcheck.en").joinpath(*path.split("/")).read_text("utf-8")
    return load(text, f"factcheck/en/{path}", DataError).convert(kind)


def any_of(words: Iterable[str]) -> str:
    """The alternatives of a pattern that match one of the words, the longest that fits; for verbose patterns too."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def either_case(words: Iterable[str]) -> str:
    """As `any_of`, each word with a small or a capital letter at its head."""
    return any_of({form for word in words for form in (word, word[:1].upper() + word[1:])})


def verbose(written: str) -> re.Pattern[str]:
    """The pattern, in which spaces and lines only part what they stand between."""
    return re.compile(written, re.VERBOSE)

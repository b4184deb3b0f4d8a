"""What a language says of units, currencies and what is counted; and the shape of one unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicon.section import Section

if TYPE_CHECKING:
    from fractions import Fraction

    from factcheck.model import Kind

Lengths = Mapping[str, tuple[int, ...]]


class Unit(NamedTuple):
    """What a word behind a number makes of it: `number * factor`, in `name`.

    `local` is of another size elsewhere. A word that goes on with one of `unless` is no unit; where it is `apart` and
    the words of the text say that a word of its own begins there, it is one (3名|校长, but 名列).
    """

    kind: Kind
    name: str
    factor: Fraction
    word: str
    local: bool = False
    unless: frozenset[str] = frozenset()
    apart: bool = False


class UnitLexicon(Section, frozen=True, eq=False):
    """Tables of words. `…_lengths` give to a first letter the lengths of words that begin with it, longest first."""

    units: Mapping[str, Unit]
    unit_lengths: Lengths
    nouns: Mapping[str, str]  # what a number counts without a classifier, to the unit of the count
    noun_lengths: Lengths
    marks: Mapping[str, str]  # what stands before an amount (US$), to its currency


class CurrencyLexicon(Section, frozen=True, eq=False):
    """Whose money an amount is that names none."""

    names: Mapping[str, str]  # of currencies, in words, to their codes
    ambiguous: frozenset[str]  # units that several countries call so
    written: Mapping[str, str]  # a spoken unit to the written one
    symbols: frozenset[str]  # those that a declaration in words does not speak of
    home: str  # what an ambiguous unit is in the home script
    notes: tuple[str, ...]  # one of them stands in every declaration
    declared: re.Pattern[str]  # 「a currency, the same below」
    behind: re.Pattern[str]  # a currency in brackets behind an amount

"""Chinese: the data files of the quantity section, and their schemas; an error names file and line."""

from __future__ import annotations

import msgspec

from factcheck.model import Kind
from factcheck.zh.tables import read_table


class Dimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of `units.yaml`: words and their factors to one base unit; `examples` give to a text what it says."""

    kind: Kind
    unit: str
    words: dict[str, str]
    examples: dict[str, str]
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
    apart: str
    persons: str
    nouns: str
    alias: dict[str, str]


class NameClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yaml`: words by class, parted by spaces."""

    classes: dict[str, str]


class FigureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`figures.yaml`: lists parted by spaces; `part_of` gives letters to a hedge."""

    fillers: str
    part_of: dict[str, str]
    negations: str
    turned: str
    superlatives: str
    indicators: str
    codes: str
    halved: str
    and_a_half: str
    counted_by_magnitude: str
    forces: str
    matter: str
    ranked: str
    placed: str
    placed_among: str
    no_rank: str
    serial: str


WORDS = read_table("words/figures.yaml", FigureWords)


def join_words(words: str) -> str:
    """The alternatives of a pattern, in the order of the file, which decides where one begins another."""
    return "|".join(words.split())

"""Classes of measures that pairing must know apart: of the moment, running on, against which base."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_WHERE = "factcheck/zh/words/measures.yaml"


class _Named(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    behind: str
    before: str


class _Tables(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    momentary: dict[str, str]
    running: str
    directions: dict[str, str]
    bases: dict[str, str]
    outcomes: dict[str, str]
    named: _Named
    events: dict[str, str]
    once: str
    corrects: str
    moved: str
    guessed: str
    earlier: str


class Measures(msgspec.Struct, frozen=True):
    """The tables as patterns over folded text."""

    momentary: re.Pattern[str]
    running: re.Pattern[str]
    directions: dict[str, re.Pattern[str]]
    bases: dict[str, re.Pattern[str]]
    outcomes: dict[str, re.Pattern[str]]
    named_behind: re.Pattern[str]
    named_before: re.Pattern[str]
    once: frozenset[str]
    corrects: re.Pattern[str]
    moved: re.Pattern[str]
    guessed: re.Pattern[str]
    earlier: re.Pattern[str]
    events: dict[str, str]  # the verb of an event → the word for all that mean it


@cache
def measures() -> Measures:
    """The tables of measures.yaml. Raises `DataError` naming the line of a broken one."""
    text = files("factcheck.zh").joinpath("words", "measures.yaml").read_text(encoding="utf-8")
    tables = load(text, _WHERE, DataError).convert(_Tables)
    return Measures(
        momentary=re.compile("|".join(tables.momentary.values())),
        running=re.compile(tables.running),
        directions={name: re.compile(words) for name, words in tables.directions.items()},
        bases={name: re.compile(base) for name, base in tables.bases.items()},
        outcomes={name: re.compile(outcome) for name, outcome in tables.outcomes.items()},
        named_behind=re.compile(tables.named.behind),
        named_before=re.compile(tables.named.before),
        once=frozenset(tables.once.split()),
        corrects=re.compile(tables.corrects),
        moved=re.compile(tables.moved),
        guessed=re.compile(tables.guessed),
        earlier=re.compile(tables.earlier),
        events={verb: name for name, verbs in tables.events.items() for verb in verbs.split("|")},
    )

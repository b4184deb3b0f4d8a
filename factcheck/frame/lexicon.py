"""The closed-class words of a frame, read once and compiled."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_WHERE = "factcheck/frame/data/words.yaml"


class _Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"from_": "from"}):
    joiners: list[str]
    openers: list[str]
    target: str
    forecast: str
    estimate: str
    rule: str
    denied: str
    done: str
    change: str
    total: str
    new: str
    share: str
    per_unit: str
    extreme: str
    from_: str
    to: str
    count_measures: str
    money_measures: str
    attribution: str


class Lexicon(msgspec.Struct, frozen=True):
    """Compiled patterns over folded text."""

    joiners: re.Pattern[str]  # whole words at the end of a lead
    openers: re.Pattern[str]  # whole words at the start of a clause
    statuses: dict[str, re.Pattern[str]]  # in the order in which they are asked
    done: re.Pattern[str]
    aspects: dict[str, re.Pattern[str]]
    count_measures: re.Pattern[str]  # matched at the end
    money_measures: re.Pattern[str]
    attribution: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The tables of words.yaml as patterns. Raises `DataError` naming the line of a broken one."""
    text = files("factcheck.frame").joinpath("data", "words.yaml").read_text(encoding="utf-8")
    words = load(text, _WHERE, DataError).convert(_Words)
    aspects = ("change", "total", "new", "share", "per_unit", "extreme", "from_", "to")
    return Lexicon(
        joiners=re.compile(f"(?:{'|'.join(words.joiners)})\\Z"),
        openers=re.compile(f"(?:{'|'.join(words.openers)})\\Z"),
        statuses={
            name: re.compile(getattr(words, name)) for name in ("denied", "forecast", "target", "rule", "estimate")
        },
        done=re.compile(words.done),
        aspects={name.rstrip("_"): re.compile(getattr(words, name)) for name in aspects},
        count_measures=re.compile(f"(?:{words.count_measures})$"),
        money_measures=re.compile(f"(?:{words.money_measures})$"),
        attribution=re.compile(words.attribution),
    )

"""The closed-class words of a frame, read once and compiled."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_WHERE = "factcheck/zh/words/frame.yaml"
_ASPECTS = ("change", "total", "new", "share", "per_unit", "extreme", "from_", "to")


class _Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"from_": "from"}):
    joiners: list[str]
    rank_scopes: str
    openers: list[str]
    predicates: list[str]
    measure_nouns: str
    abbreviations: str
    organisations: str
    actors: str
    companies: str
    sectors: str
    pronouns: str
    obliques: str
    place_obliques: str
    no_places: str
    target: str
    forecast: str
    estimate: str
    rule: str
    denied: str
    denied_before: str
    denied_after: str
    corrected: str
    done: str
    change: str
    change_not: str
    change_hedges: str
    change_behind: str
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
    attribution_trim: str
    published: str
    flow: str
    no_flow: str
    events: str


class Lexicon(msgspec.Struct, frozen=True):
    """Compiled patterns over folded text; sets and suffixes hold plain words."""

    joiners: re.Pattern[str]  # a whole word
    rank_scopes: re.Pattern[str]  # a whole word
    openers: re.Pattern[str]  # a whole word
    predicates: frozenset[str]
    measure_nouns: tuple[str, ...]
    abbreviations: frozenset[str]
    organisations: tuple[str, ...]
    actors: tuple[str, ...]
    companies: frozenset[str]
    sectors: tuple[str, ...]
    pronouns: frozenset[str]
    obliques: frozenset[str]
    place_obliques: frozenset[str]
    no_places: frozenset[str]
    statuses: dict[str, re.Pattern[str]]  # in the order in which they are asked
    done: re.Pattern[str]
    denied: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    corrected: re.Pattern[str]
    aspects: dict[str, re.Pattern[str]]
    change: re.Pattern[str]  # matched at the end of what stands before a figure
    change_not: re.Pattern[str]
    change_behind: re.Pattern[str]
    count_measures: re.Pattern[str]  # matched at the end
    money_measures: re.Pattern[str]
    attribution: re.Pattern[str]
    attribution_trim: re.Pattern[str]
    published: re.Pattern[str]
    flow: re.Pattern[str]
    no_flow: re.Pattern[str]
    events: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The tables of words/frame.yaml as patterns. Raises `DataError` naming the line of a broken one."""
    text = files("factcheck.zh").joinpath("words", "frame.yaml").read_text(encoding="utf-8")
    words = load(text, _WHERE, DataError).convert(_Words)
    # A word once taken is not given back: where words hold one another, each more would double the ways to read them.
    hedges, trimmed = f"(?>{words.change_hedges})*+", f"(?>{words.attribution_trim})++"
    return Lexicon(
        joiners=_whole(words.joiners),
        rank_scopes=_whole([words.rank_scopes]),
        openers=_whole(words.openers),
        predicates=frozenset("|".join(words.predicates).split("|")),
        measure_nouns=tuple(words.measure_nouns.split("|")),
        abbreviations=frozenset(words.abbreviations.split("|")),
        organisations=tuple(words.organisations.split("|")),
        actors=tuple(words.actors.split("|")),
        companies=frozenset(words.companies.split("|")),
        sectors=tuple(words.sectors.split("|")),
        pronouns=frozenset(words.pronouns.split("|")),
        obliques=frozenset(words.obliques.split("|")),
        place_obliques=frozenset(words.place_obliques.split("|")),
        no_places=frozenset(words.no_places.split("|")),
        statuses={name: re.compile(getattr(words, name)) for name in ("forecast", "target", "rule", "estimate")},
        done=re.compile(words.done),
        denied=re.compile(words.denied),
        denied_before=re.compile(words.denied_before),
        denied_after=re.compile(words.denied_after),
        corrected=re.compile(f"(?:{words.corrected})[^，；、]{{0,12}}$"),
        aspects={name.rstrip("_"): re.compile(getattr(words, name)) for name in _ASPECTS if name != "change"},
        change=re.compile(f"(?:{words.change}){hedges}$"),
        change_not=re.compile(f"{words.change_not}{hedges}$"),
        change_behind=re.compile(words.change_behind),
        count_measures=re.compile(f"(?:{words.count_measures})$"),
        money_measures=re.compile(f"(?:{words.money_measures})$"),
        attribution=re.compile(words.attribution),
        attribution_trim=re.compile(f"^{trimmed}|{trimmed}$"),
        published=re.compile(words.published),
        flow=re.compile(words.flow),
        no_flow=re.compile(words.no_flow),
        events=frozenset(words.events.split("|")),
    )


@lru_cache(maxsize=1 << 16)
def joins(word: str) -> bool:
    """Whether a word joins a measure to its figure."""
    return lexicon().joiners.match(word) is not None


@lru_cache(maxsize=1 << 16)
def opens(word: str) -> bool:
    """Whether a word opens a clause before its topic."""
    return lexicon().openers.match(word) is not None


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words)})\\Z")

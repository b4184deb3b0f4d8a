"""Chinese: classes of measures, contrasts and moments."""

from __future__ import annotations

import re

import msgspec

from factcheck.lexicon import PairLexicon
from factcheck.lexicon.pair import AliasPatterns, AnchorPatterns, MeasureWords, MomentPatterns
from factcheck.zh import dates_clock
from factcheck.zh import pair_patterns as patterns
from factcheck.zh.concepts import concept_words
from factcheck.zh.pair_facts import fact_words
from factcheck.zh.tables import read_table

# Tags of the segmenter: names of people, places, bodies, others; an unknown word; Latin letters.
_NAME_TAGS = frozenset({"nr", "ns", "nt", "nz", "x", "en"})


class _Lost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    loss: str
    gain: str
    profit: str


class _Named(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    behind: str
    before: str


class _Directions(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    up: str
    down: str
    either: str


class _Measures(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    momentary: dict[str, str]
    over_time: str
    running: str
    term: str
    amounts: dict[str, str]
    said_bases: dict[str, str]
    said_directions: _Directions
    said_outcomes: dict[str, str]
    tells_change: str
    no_bearer: str
    odds: str
    directions: dict[str, str]
    results: dict[str, str]
    lost: _Lost
    bases: dict[str, str]
    outcomes: dict[str, str]
    tolls: dict[str, str]
    named: _Named
    events: dict[str, str]
    once: str
    corrects: str
    corrects_to: str
    moved: str
    guessed: str
    earlier: str
    former: str


class _Pairs(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    counted_alike: list[str]
    counting_anything: list[str]
    numerals: str
    sessions: str
    parts_of_day: dict[str, str]
    bodies: str


def pair() -> PairLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/pairs.yaml", _Pairs)
    return PairLexicon(
        measures=_measure_words(read_table("words/measures.yaml", _Measures)),
        concepts=concept_words(),
        moments=MomentPatterns(
            hour=dates_clock.HOUR,
            afternoon=dates_clock.AFTERNOON,
            parts=dates_clock.PART_OF_HOUR,
            session=re.compile("|".join(words.sessions.split())),
            parts_of_day={
                name: re.compile(f"{patterns.DAY_AHEAD}(?:{'|'.join(held.split())})")
                for name, held in words.parts_of_day.items()
            },
            record=patterns.RECORD,
            named=patterns.NAMED_MOMENT,
            coded=patterns.CODED_MOMENT,
            day=patterns.NAMED_DAY,
            stamp=patterns.PRINTED_DAY,
        ),
        anchors=AnchorPatterns(
            older=patterns.OLDER_AMOUNT, converted=patterns.CONVERTED_AMOUNT, led_to=patterns.LED_TO
        ),
        aliases=AliasPatterns(definition=patterns.ALIAS, before_name=patterns.BEFORE_NAME, no_name=patterns.NO_NAME),
        facts=fact_words(tuple(words.bodies.split())),
        counted_alike={
            letter: frozenset("".join(row for row in words.counted_alike if letter in row))
            for letter in "".join(words.counted_alike)
        },
        counting_anything=frozenset(words.counting_anything),
        pointing=patterns.POINTING,
        numerals=frozenset(words.numerals),
        name_tags=_NAME_TAGS,
        model=patterns.MODEL,
        side=patterns.SIDE,
        city="市",
    )


def _measure_words(tables: _Measures) -> MeasureWords:
    return MeasureWords(
        momentary=re.compile("|".join(tables.momentary.values())),
        over_time=re.compile(tables.over_time),
        running=re.compile(tables.running),
        term=re.compile(tables.term),
        amounts=tables.amounts,
        said_bases=tables.said_bases,
        said_directions={"up": tables.said_directions.up, "down": tables.said_directions.down}
        | {"": tables.said_directions.either},
        said_outcomes=tables.said_outcomes,
        tells_change=re.compile(tables.tells_change),
        no_bearer=re.compile(tables.no_bearer),
        odds=re.compile(tables.odds),
        directions={name: re.compile(words) for name, words in tables.directions.items()},
        lost=re.compile(tables.lost.loss),
        gained=re.compile(tables.lost.gain),
        profit=tables.lost.profit,
        results={name: re.compile(words) for name, words in tables.results.items()},
        bases={name: re.compile(base) for name, base in tables.bases.items()},
        outcomes={name: re.compile(outcome) for name, outcome in tables.outcomes.items()},
        tolls={name: re.compile(toll) for name, toll in tables.tolls.items()},
        named_behind=re.compile(tables.named.behind),
        named_before=re.compile(tables.named.before),
        events={verb: name for name, verbs in tables.events.items() for verb in verbs.split("|")},
        once=frozenset(tables.once.split()),
        corrects=re.compile(tables.corrects),
        corrects_to=re.compile(tables.corrects_to),
        moved=re.compile(tables.moved),
        guessed=re.compile(tables.guessed),
        earlier=re.compile(tables.earlier),
        former=re.compile(tables.former),
    )

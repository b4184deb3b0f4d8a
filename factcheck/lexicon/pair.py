"""What a language says of classes of measures, contrasts and moments, and of a sentence that states a known fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from factcheck.lexicon.concepts import ConceptWords
from factcheck.lexicon.memory import WordMemory
from factcheck.lexicon.section import Section

_Pattern = re.Pattern[str]


class MeasureWords(Section, frozen=True, eq=False):
    """Classes of measures that pairing must know apart, searched in a measure and in the words around its figure."""

    momentary: _Pattern  # what holds for a moment: a quotation on an exchange, the weather
    over_time: _Pattern  # one of the former that is a sum or a mean over a stretch of time
    running: _Pattern  # what only runs on with time: a toll, takings
    term: _Pattern  # for how long a bond or a loan runs
    amounts: dict[str, str]  # kind → what the amount of something done is called: 金额
    said_bases: dict[str, str]  # how what a change is measured against is said in a name
    said_directions: dict[str, str]  # a rise, a fall, and "" a change of which neither is said
    said_outcomes: dict[str, str]  # how what became of people is said in a name
    tells_change: _Pattern  # a measure that is a change already
    no_bearer: _Pattern  # what stands at either end of a bearer and is no part of its name
    odds: _Pattern  # behind a figure of what may come
    directions: dict[str, _Pattern]  # of a change: up, down
    results: dict[str, _Pattern]  # of money: gain, loss
    lost: _Pattern  # a measure of loss
    gained: _Pattern  # a verb of gain that measures profit
    profit: str  # the profit that both are about
    bases: dict[str, _Pattern]  # what a change is measured against: year, month
    outcomes: dict[str, _Pattern]  # what became of people
    tolls: dict[str, _Pattern]  # what else is told anew as an event goes on: cases, takings, what burnt down
    named_behind: _Pattern  # behind a figure that is part of a name
    named_before: _Pattern  # before one
    events: dict[str, str]  # the verb of an event → the word for all that mean it
    once: frozenset[str]  # events that happen to one subject once
    corrects: _Pattern  # a sentence that says so corrects what was printed
    corrects_to: _Pattern  # right before a figure: what was printed is corrected to it
    moved: _Pattern  # a later figure of which it is said that it was raised or lowered
    guessed: _Pattern  # a figure that was estimated or forecast
    earlier: _Pattern  # a sentence that speaks of an earlier moment
    former: _Pattern  # one that speaks of the year, the month or the event before


class MomentPatterns(Section, frozen=True, eq=False):
    """Moments that a sentence names beside its figure.

    Groups: `half`, `hour`, `part`, `minute`; of a day of record `month` and `day`, or `alone`.
    """

    hour: _Pattern
    afternoon: Mapping[str, tuple[int, int]]  # `half` → the first and the last hour to which it adds twelve
    parts: Mapping[str, int]  # `part` → minutes
    session: _Pattern  # of an exchange
    parts_of_day: Mapping[str, _Pattern]  # with the day that they are of
    record: _Pattern  # the day to which a figure is counted
    named: _Pattern  # days, months, quarters, years
    coded: _Pattern  # a time in Latin letters, which name nobody
    day: _Pattern  # groups `year` or none, `month`, `day`; `told` where a word for a message follows: a dateline
    stamp: _Pattern  # the same groups without `told`, in the line of the day on which a page was printed


class AliasPatterns(Section, frozen=True, eq=False):
    """How a text defines another name: groups `han` and `latin`, `latin2` and `han2`, or `full` and `short`."""

    definition: _Pattern
    before_name: _Pattern  # the name begins behind the last of these
    no_name: _Pattern  # places, codes, trades


class Size(NamedTuple):
    """A measure of size: its letter, the noun of it, and a pattern of all that is written for it."""

    letter: str
    noun: str
    pattern: str


class FactWords(Section, frozen=True, eq=False):
    """How a sentence says a known fact. Templates are patterns with {subject}, {measure} and {letter} to be filled."""

    sentence: str  # template of the sentence that says just the fact up to its value: {subject}, {measure}
    sentence_place: str  # template of what names its {place} in front
    sentence_end: str
    possessive: str  # the particle between owner and owned
    sizes: dict[str, Size]  # by letter
    size: _Pattern  # a measure of size; its one group that matched is the letter
    counted: _Pattern  # group `what`: what the number is of
    measure: str  # template of a measure and the word for its number
    ahead: tuple[str, ...]  # templates of what ends at the figure, the measure before it
    behind: str  # template of what ends at the figure, the measure behind it
    around: tuple[tuple[str, str], ...]  # templates of what stands on both sides of a size
    classified: str  # template of what is counted, behind the figure
    ends: _Pattern  # the end of a clause
    joined: str  # template of a name that is one of several
    opening: str  # template of a clause that begins with the name
    # template of all there are, up to one's part of them: `scope` of whom, `batch` of several, `counted` what
    shared: str
    scope: _Pattern  # a scope that is no name: all of the province
    scope_ahead: _Pattern  # a clause up to its figure: `level` of the scope that opens it, and the `rest`
    part_behind: str  # template of a name and its part of the figure before
    scope_levels: dict[str, int]  # of `level`: the world 0, a nation 1, a province 2, a city 3
    province: str  # the `level` of provinces
    scope_endings: tuple[tuple[str, int], ...]  # of names, to the level of what is so called
    presented: str  # template of a name whose things are represented by the figure that follows
    presenting: str  # the word in front of such a figure
    sample: _Pattern  # behind a figure: `counted` stands for more than itself
    no_kind: _Pattern  # in front of a name: what is not yet one or none at all
    bodies: tuple[str, ...]  # what a name may add: firm, group, city
    widening: _Pattern  # what may stand in front of a measure and does not narrow it


class AnchorPatterns(Section, frozen=True, eq=False):
    """Which amount a change is of."""

    older: _Pattern  # before an amount: it is one with which another is compared
    converted: _Pattern  # before an amount: it is another one in another currency
    led_to: _Pattern  # between a change and the amount that it led to


class PairLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

    measures: MeasureWords
    concepts: ConceptWords
    moments: MomentPatterns
    anchors: AnchorPatterns
    aliases: AliasPatterns
    facts: FactWords
    counted_alike: dict[str, frozenset[str]]  # a classifier → those that may count the same things
    counting_anything: frozenset[str]  # classifiers that say nothing of what is counted
    pointing: _Pattern  # a word whose bearer the sentence does not name
    numerals: frozenset[str]  # letters with which no name begins
    name_tags: frozenset[str]  # of the segmenter, first two letters: names and unknown words
    model: _Pattern  # a model of a product: letters and a number
    side: _Pattern  # a side of a place, which the segmenter may take for a name
    city: str  # the ending of cities, which frames leave out
    contents: WordMemory[tuple[str, ...]] = msgspec.field(default_factory=WordMemory)  # the words of a stretch

    def counts_alike(self, one: str, other: str) -> bool:
        """Whether two classifiers may count the same things."""
        if one == other or {one, other} & self.counting_anything:
            return True
        return other in self.counted_alike.get(one, frozenset())

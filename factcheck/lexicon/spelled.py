"""What a language says of figures that is spelled in words with spaces between them.

It stands inside the text of the other language, or fills a text of its own. Patterns are over folded text; a pattern
`…_before` is searched up to the figure and ends at it, every other is matched at a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.lexicon.section import Section
from factcheck.lexicon.units import Unit
from factcheck.model import Qualifier


class SpelledStretches(Section, frozen=True, eq=False):
    """Where the language is written."""

    present: re.Pattern[str]  # in every text of the other language that holds a stretch of this one
    run: re.Pattern[str]  # letters that may be such a stretch
    word: re.Pattern[str]  # a word of it
    other_letter: re.Pattern[str]  # of the other language: a text without it is one stretch, however short
    common: re.Pattern[str]  # words that every text of the language is full of


class SpelledNumerals(Section, frozen=True, eq=False):
    """Numerals in digits and in words."""

    start: re.Pattern[str]  # where a numeral in words may begin
    sign: re.Pattern[str]  # a minus, up to the figure
    digits: re.Pattern[str]
    power: re.Pattern[str]  # a magnitude behind digits or words, in group `word`
    short_power: re.Pattern[str]  # letters that stand for one behind digits, in group 1
    of_money: frozenset[str]  # of these, the ones that do so only behind the mark of a currency
    token: re.Pattern[str]  # the next word of a numeral, in group `word`; group `and` joins it
    ones: Mapping[str, int]
    tens: Mapping[str, int]
    hundred: str
    powers: Mapping[str, int]  # hundred, dozen and thousands among them
    short_powers: Mapping[str, int]
    one: re.Pattern[str]  # one, before a magnitude
    half: re.Pattern[str]  # of a magnitude or a unit
    and_a_half: re.Pattern[str]
    parts: Mapping[str, int]  # third: 3
    part: re.Pattern[str]  # a fraction in words: groups `over` and `under`, both empty for a half
    slash: re.Pattern[str]  # 2/3 of, one in five: groups `over`, `under`; or `of` or `of_word`, the denominator alone
    multiple: re.Pattern[str]  # doubled, threefold: group `word`
    multiples: Mapping[str, int]
    vague: re.Pattern[str]  # dozens of, several hundred: groups `many`, `some`, `power`
    many: Mapping[str, tuple[int, int]]
    of: str  # behind `many`: what is counted
    rounded: re.Pattern[str]  # a numeral in words that holds one is as fine as its last word


class SpelledUnits(Section, frozen=True, eq=False):
    """Units and what is counted."""

    units: Mapping[str, Unit]
    most_words: int  # of a unit
    word: re.Pattern[str]  # a word of a unit, with what stands before it
    outside: re.Pattern[str]  # digits with a magnitude or unit of this language, wherever they stand
    least: Mapping[str, int]  # units that are other words behind smaller figures
    nouns: Mapping[str, str]  # what is counted, to the unit of its count
    plus: str  # between a figure and its noun
    noun: re.Pattern[str]  # a word of a noun phrase, in group 1
    plural: re.Pattern[str]
    no_noun: frozenset[str]  # words with which no noun phrase begins or goes on
    before_noun: frozenset[str]  # but those that a noun may follow: 27 such projects
    joins_nouns: frozenset[str]  # words inside a noun phrase: town and township hospitals
    no_plural: frozenset[str]  # words that only end like one
    times: re.Pattern[str]
    as_multiple: re.Pattern[str]  # behind times: it multiplies
    occasion: str  # the unit of times that multiply nothing
    heavy_money: Mapping[str, str]  # units of mass that are money behind a magnitude, to its currency
    age_before: re.Pattern[str]
    age_unit: str
    per: re.Pattern[str]  # what makes a rate of a measure, in group 1
    counted_before: re.Pattern[str]  # words that make a count of a figure without a noun


class SpelledHedges(Section, frozen=True, eq=False):
    """Words that move the bounds of a figure; in the patterns, group `hedge`."""

    before: Mapping[str, Qualifier]
    after: Mapping[str, Qualifier]
    before_figure: re.Pattern[str]
    behind_figure: re.Pattern[str]
    spans: frozenset[str]  # hedges that say during before a stretch of time


class SpelledRanges(Section, frozen=True, eq=False):
    """What joins two figures."""

    to: re.Pattern[str]
    conjunction: re.Pattern[str]
    between_before: re.Pattern[str]
    from_before: re.Pattern[str]
    list_goes_on: re.Pattern[str]  # further figures, up to the last one of a list
    moved_before: re.Pattern[str]  # the verb of a change: its two ends are two figures


class SpelledExclusions(Section, frozen=True, eq=False):
    """What holds a numeral and is no quantity."""

    called_before: re.Pattern[str]  # a thing that a number behind it names
    name_before: re.Pattern[str]  # a word with a capital, in group 1
    no_name: frozenset[str]  # such words that name nothing
    glued_before: re.Pattern[str]  # letters that digits belong to
    glued: re.Pattern[str]  # digits with letters that are no unit
    code: re.Pattern[str]  # times, phone numbers, scores, versions, ordinals
    numbering: re.Pattern[str]  # of a list, where a line or a sentence begins
    numbering_before: re.Pattern[str]
    bracketed: re.Pattern[str]  # digits that close a bracket, behind its opening
    brackets: frozenset[str]
    year: re.Pattern[str]
    in_words_before: re.Pattern[str]  # a numeral in words behind it names or orders
    in_words_behind: re.Pattern[str]


class SpelledLexicon(Section, frozen=True, eq=False):
    """Everything that reads figures of the language, by the reader that needs it."""

    stretches: SpelledStretches
    numerals: SpelledNumerals
    units: SpelledUnits
    hedges: SpelledHedges
    ranges: SpelledRanges
    exclusions: SpelledExclusions


class SpelledDates(Section, frozen=True, eq=False):
    """The calendar.

    Groups of `forms`: year, to_year, month, to_month, day, to_day, quarter, half, count, unit, edge, decade, away.
    """

    stretches: SpelledStretches
    present: re.Pattern[str]  # where a date may begin
    forms: tuple[re.Pattern[str], ...]
    year_alone: re.Pattern[str]  # a year that only what stands before makes one
    year_before: re.Pattern[str]
    months: Mapping[str, int]
    quarters: Mapping[str, int]
    halves: Mapping[str, tuple[int, int]]  # the first and the last month, both counted
    counts: Mapping[str, int]
    quarter: str  # what is counted, where it is no month
    edges: Mapping[str, tuple[int, int]]
    years_away: Mapping[str, int]
    months_away: Mapping[str, int]
    by_before: re.Pattern[str]
    since_before: re.Pattern[str]

"""What a language says of numerals, units, hedges, and what is no quantity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from factcheck.lexicon.hedges import HedgeLexicon
from factcheck.lexicon.section import Section
from factcheck.lexicon.spelled import SpelledLexicon
from factcheck.lexicon.units import CurrencyLexicon, UnitLexicon

FitRule = Literal["points", "tenths", "degrees", "grades", "in_digits", "miles", "sets", "land", "never"]


class NumeralLexicon(Section, frozen=True, eq=False):
    """The letters of numerals, and how they go together."""

    digits: Mapping[str, int]
    tens: Mapping[str, int]  # one letter for so many tens
    magnitudes: Mapping[str, int]
    run: re.Pattern[str]  # all that may be a numeral
    token: re.Pattern[str]  # its parts: groups ascii, han, mag, tens, some, vague, point, space
    zero: str
    zeros: frozenset[str]
    decades: frozenset[str]  # magnitudes that are ten
    spoken: frozenset[str]  # digits that are never one among digits
    no_decimals: frozenset[str]  # digits that stand behind no point
    pairs: frozenset[str]  # two digits that are a range
    sequence: str  # two digits that follow one another and may be one number
    about: frozenset[str]
    more: str  # behind any digits
    classifier: str  # between a number and a large magnitude: 两个亿
    more_of_many: str  # behind two digits and more
    first: str  # the first of a count of years


class FigureLexicon(Section, frozen=True, eq=False):
    """Signs, fractions, shares and halves in words."""

    sign: re.Pattern[str]
    minus: tuple[str, ...]
    valued: re.Pattern[str]  # behind these a hyphen is a minus
    signed_unit: re.Pattern[str]  # before these it is one, too
    signed_range: re.Pattern[str]  # and where the other end of a range says so
    percent: re.Pattern[str]
    percent_begins: str
    thousands: re.Pattern[str]  # a letter behind digits that multiplies them: k, M, w
    hundred_percent: str
    parts: re.Pattern[str]  # between denominator and numerator
    short_fraction: re.Pattern[str]
    not_before_short: frozenset[str]
    pair_apart: re.Pattern[str]  # two digits that are a range, a comma between them
    in_list: frozenset[str]  # before such a pair: it is part of a longer list
    digits: str  # from nought to nine
    mixed: str  # between a whole number and a fraction
    half: str
    hundred: str
    classifier: str
    and_a_half: re.Pattern[str]
    counted: frozenset[str]  # before the classifier of a half: it counts
    metre: str
    tall: re.Pattern[str]
    before_tall: frozenset[str]
    share_before: re.Pattern[str]


class WordFigureLexicon(Section, frozen=True, eq=False):
    """Figures that are one word: halves, multiples, numbers of places."""

    one_half: str
    half: str
    of_the_number: str  # behind half
    before: frozenset[str]
    of_whom: frozenset[str]
    of_time: frozenset[str]
    times_two: re.Pattern[str]  # doublings in group 1, multiples in group 2
    numeral_letters: frozenset[str]
    digits: re.Pattern[str]  # so many places, in group 1
    places: Mapping[str, int]


class SweepLexicon(Section, frozen=True, eq=False):
    """Where numerals begin, and when one is no figure."""

    start: re.Pattern[str]
    doubling: str
    places: str
    places_begin: frozenset[str]
    great: str
    half: str
    more: str
    one: str
    money: frozenset[str]  # units of money whose currency may stand before the amount
    compared: re.Pattern[str]  # before a numeral that stands alone: 大于二十
    left_of_number: frozenset[str]  # a lone numeral is a number between these and the next
    right_of_number: frozenset[str]
    one_before: re.Pattern[str]  # one with a classifier counts beside these; elsewhere it is an article
    one_after: re.Pattern[str]
    conjunction: re.Pattern[str]  # between two open bounds of one range
    listed_bounds: re.Pattern[str]  # between those of a rule
    spans: frozenset[str]  # hedges that are verbs before a stretch of time
    not_more: frozenset[str]
    before_version: re.Pattern[str]
    share_index: re.Pattern[str]  # what is called by a number that stands behind
    in_title: re.Pattern[str]
    indicators: frozenset[str]  # a share stands right behind their names


class NameLexicon(Section, frozen=True, eq=False):
    """Idioms and names that hold a numeral."""

    words: frozenset[str]
    shapes: Mapping[str, tuple[tuple[int, int], ...]]  # two letters to offset and length of the words that hold them
    dimensions: frozenset[str]  # such a name before a unit of length or mass: a measure
    middle: str
    among: frozenset[str]  # before `middle`: no name begins there


class ExclusionLexicon(Section, frozen=True, eq=False):
    """What holds a numeral and is no quantity."""

    numbered: re.Pattern[str]
    law_before: re.Pattern[str]
    article: re.Pattern[str]
    model_before: re.Pattern[str]
    model_ends: frozenset[str]
    fighters: frozenset[str]
    counts_on: frozenset[str]
    bus: re.Pattern[str]
    bus_before: re.Pattern[str]
    graded: re.Pattern[str]
    phone: re.Pattern[str]
    code_before: re.Pattern[str]
    bracketed: re.Pattern[str]
    numbering: re.Pattern[str]
    section: re.Pattern[str]
    called: re.Pattern[str]
    congress: re.Pattern[str]
    act: re.Pattern[str]
    slogan: re.Pattern[str]
    only: frozenset[str]
    one_by_one: str
    item: re.Pattern[str]
    point_of_list: re.Pattern[str]
    address: re.Pattern[str]
    streets: frozenset[str]
    magnitudes: frozenset[str]


class RankLexicon(Section, frozen=True, eq=False):
    """Places in an order."""

    ordinal: str
    front: str
    ranked: re.Pattern[str]  # before an ordinal: it is a place
    placed: re.Pattern[str]  # before a number that is a place, though no ordinal
    placed_word: re.Pattern[str]  # behind it
    placed_marks: frozenset[str]  # the letters that the words behind it begin with
    placed_beside: re.Pattern[str]  # before the place of another one: 排在2位的A和
    placed_beside_word: re.Pattern[str]
    no_rank: re.Pattern[str]
    listed: re.Pattern[str]  # an ordinal and a list that goes on
    serial_list: re.Pattern[str]
    list_marks: frozenset[str]
    to: re.Pattern[str]
    only_between: frozenset[str]  # of its letters, those that need `between` behind
    between: str
    first_person: re.Pattern[str]
    days: re.Pattern[str]
    serial: re.Pattern[str]
    rank_word: re.Pattern[str]
    goes_on: frozenset[str]  # behind a place
    front_before: re.Pattern[str]
    front_after: re.Pattern[str]
    top: re.Pattern[str]


class MeasureLexicon(Section, frozen=True, eq=False):
    """What sticks to a unit, and units that only what stands around makes."""

    half_or_more: re.Pattern[str]
    sticks: re.Pattern[str]
    more_than_half: re.Pattern[str]
    tenths: re.Pattern[str]
    minutes: re.Pattern[str]
    digit: frozenset[str]
    spoken_coins: re.Pattern[str]
    coin: re.Pattern[str]  # a coin of a price
    coins_go_on: re.Pattern[str]  # and the next smaller one behind it
    points: frozenset[str]  # coins that are points elsewhere
    priced: re.Pattern[str]  # before a price in coins: what one of something costs
    paid: re.Pattern[str]  # right before one: what one pays
    price_behind: re.Pattern[str]
    interest: re.Pattern[str]  # before tenths that are a rate of interest
    coins: Mapping[str, Fraction]  # to what part of the unit they are
    no_fraction_of: frozenset[str]
    no_noun: frozenset[str]  # behind a noun: the noun is part of another word
    holds_classifier: frozenset[str]
    broken: re.Pattern[str]  # a unit with spaces inside
    stored: Mapping[str, str]  # a letter as stored that says more than the folded one, to its unit
    as_stored: frozenset[str]  # units that stand only where the stored letter is theirs
    half: str
    about: str
    tenth: str
    discount: str
    metre: str
    month: str
    month_letter: str
    minute: str
    minute_letter: str
    clock: str
    second: str
    money: str
    rounded: frozenset[str]  # a figure in words that holds one is as fine as its last word
    half_of_ten: str  # the end of a figure in words that is as fine as half of ten


class FitLexicon(Section, frozen=True, eq=False):
    """Which figures go with which units; `rules` name the test of a unit."""

    rules: Mapping[str, FitRule]
    after_tenth: frozenset[str]
    after_grade: frozenset[str]
    forces: tuple[str, ...]
    ways: frozenset[str]
    after_spaced_number: frozenset[str]
    medals: frozenset[str]
    medals_behind: re.Pattern[str]
    medals_before: re.Pattern[str]
    counted_by_zero: frozenset[str]
    counted_by_two: frozenset[str]
    two_and_zeros: frozenset[str]
    one: str
    not_one: frozenset[str]
    classifier: str
    halved: frozenset[str]
    never_halved: frozenset[str]  # words of length and area that begin other words behind 半
    and_a_half: frozenset[str]
    half_of_a_body: frozenset[str]
    nearly_alone: frozenset[str]
    counted_by_magnitude: frozenset[str]
    never_bare: frozenset[str]
    of_money_only: str
    temperatures: tuple[str, ...]
    warm: str
    angle: str


class CompoundLexicon(Section, frozen=True, eq=False):
    """Figures that go on behind their unit; rates and levels."""

    clock: Mapping[str, str]
    month: str
    nights: tuple[str, ...]
    joins: re.Pattern[str]
    spaced_joins: re.Pattern[str]
    begins: frozenset[str]
    coins: re.Pattern[str]
    spoken: frozenset[str]
    spoken_money: str
    spoken_digits: re.Pattern[str]
    behind_spoken: frozenset[str]
    hundredths: re.Pattern[str]
    level: re.Pattern[str]
    order_of_magnitude: str
    of_so_many: re.Pattern[str]
    density: re.Pattern[str]
    per: re.Pattern[str]
    each: str


class RangeLexicon(Section, frozen=True, eq=False):
    """What joins two figures."""

    to: re.Pattern[str]
    conjunction: re.Pattern[str]
    between: re.Pattern[str]
    room: str  # a unit that `between` may be taken for
    colon: re.Pattern[str]
    colons: frozenset[str]
    score: re.Pattern[
        str
    ]  # two small numbers with a hyphen, groups `one` and `other`; `told` where only words before tell
    score_before: re.Pattern[str]  # words of a score right before it
    of_score: re.Pattern[str]  # or with which it was won
    won: re.Pattern[str]  # behind it
    numeral_letters: frozenset[str]
    signs: tuple[str, ...]
    minus: frozenset[str]  # of them, those of what is below zero
    below: str  # before the first figure it holds for both
    tilde: str
    forecast: re.Pattern[str]  # words before a range that may be told from its larger end
    falling: re.Pattern[str]  # verbs of falling: so may what a dash joins behind them, or two shares
    changed: re.Pattern[str]  # verbs of change right before a figure, behind which 至 tells where it ended
    moments: re.Pattern[str]  # and before two figures that are two moments
    money: frozenset[str]


class HeadLexicon(Section, frozen=True, eq=False):
    """A unit in brackets before its figure, and what only names a unit."""

    head: re.Pattern[str]  # ends before the figure; groups magnitude, unit, joint
    before_figure: frozenset[str]  # last letters of it
    paid: re.Pattern[str]  # a measure that is an amount of money
    counted: re.Pattern[str]  # a measure that is a count
    names_unit: re.Pattern[str]  # before a magnitude with its unit; group bracket
    ends_unit: re.Pattern[str]  # behind it, where a bracket stood before


class SettlingLexicon(Section, frozen=True, eq=False):
    """Units that mean one thing here and another there."""

    per_hour: re.Pattern[str]
    per_second: re.Pattern[str]
    degree: str
    warmth: re.Pattern[str]
    warmth_behind: tuple[str, ...]
    fahrenheit: str
    angle: re.Pattern[str]
    angle_behind: tuple[str, ...]
    foot: str
    flat: re.Pattern[str]
    square: str
    room: re.Pattern[str]
    surface: re.Pattern[str]
    matter: tuple[str, ...]
    matter_before: re.Pattern[str]
    data_rates: frozenset[str]  # units that are shares of a rate, and of data bits a second
    of_data: re.Pattern[str]
    bit_rate: str
    knot: str
    at_sea: re.Pattern[str]
    piece: str
    pieces: re.Pattern[str]
    behind_money: frozenset[str]
    ground: str  # at the end of a local unit, no part of its name
    standard: str  # at the head of one


class QuantityLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text; each part is what one module of the room reads with."""

    numerals: NumeralLexicon
    figures: FigureLexicon
    word_figures: WordFigureLexicon
    sweep: SweepLexicon
    names: NameLexicon
    exclusions: ExclusionLexicon
    ranks: RankLexicon
    units: UnitLexicon
    currencies: CurrencyLexicon
    measures: MeasureLexicon
    fits: FitLexicon
    compounds: CompoundLexicon
    ranges: RangeLexicon
    heads: HeadLexicon
    settling: SettlingLexicon
    hedges: HedgeLexicon
    spelled: SpelledLexicon  # of another language, where it stands in the text

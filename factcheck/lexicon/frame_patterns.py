"""The patterns that the frame of a figure asks for, over folded text, a section for each question."""

from __future__ import annotations

import re

from factcheck.lexicon.section import Section

Pattern = re.Pattern[str]


class NamePatterns(Section, frozen=True, eq=False):
    """Who a sentence names."""

    letter: Pattern  # one letter of the language's own script
    naming: Pattern  # at the end of what a name is given with
    media: Pattern  # who only tells the news: anywhere in a name
    clean: Pattern  # what is taken off both ends of a name
    introducing: Pattern  # between a name and what is said of it
    led: Pattern  # what may stand ahead of the owner of a measure


class PlacePatterns(Section, frozen=True, eq=False):
    """Where a figure holds. `ahead` and `behind` are matched at the end and the beginning of what stands there."""

    dateline: Pattern  # from the beginning of a sentence to the letter that ends the dateline of an agency
    stem: Pattern  # a name of a place, whole
    whole_ahead: Pattern  # of a place whose figure another is a share of
    against_ahead: Pattern  # of a place that a figure is compared with
    scope_ahead: Pattern  # of a place that a rank is among
    learnt_behind: Pattern  # of the office that told


class SlotPatterns(Section, frozen=True, eq=False):
    """The wording of a figure. Whole words, or what stands right before or behind it."""

    tail_stop: Pattern  # a whole word that ends the phrase behind a figure
    head_skip: Pattern  # a whole word between a figure and its phrase
    listed: Pattern  # all that stands between two figures of one list
    after: Pattern  # what is taken off both ends of what stands behind a figure
    clock: Pattern  # right behind a date
    bounded: Pattern  # between an age and the noun that it narrows
    means_ahead: Pattern  # of a time that something took
    needs_ahead: Pattern  # of a time that something needs
    currency_ahead: Pattern  # the name of a currency right before its amount
    suffered: Pattern  # a whole noun of quantity with a passive verb inside


class EventPatterns(Section, frozen=True, eq=False):
    """Dates that a sentence asserts of an event; groups `verb` and `subject`."""

    mentioned: Pattern  # a verb that may make a date one of an event, anywhere
    before: Pattern  # the verb ahead of its date, at the end of what stands there
    behind: Pattern  # the verb right behind its date
    became: Pattern  # the same of any verb, with what came of it
    last: Pattern  # subject and verb of the clause that the date heads
    nobody: Pattern  # in a subject that names nobody
    framing: Pattern  # right behind a date that only frames something else


class LifePatterns(Section, frozen=True, eq=False):
    """Dates of a life in brackets behind a name."""

    open: Pattern  # up to the first date
    dash: Pattern  # all that stands between two dates
    close: Pattern  # behind the last
    person: Pattern  # a whole name
    foreign: Pattern  # a name of several parts at the end of what stands before; group `name`
    born: str  # the word for the event
    died: str


class PeriodPatterns(Section, frozen=True, eq=False):
    """When a figure holds."""

    date_line: Pattern  # groups: year, month, day
    built: Pattern  # a length or an area of a year's work
    window: Pattern  # in a date: a stretch of time up to now or from now
    reference_ahead: Pattern  # of the date of the other side
    own: Pattern  # all that stands between a date and its figure
    record_behind: Pattern  # of the time that a record reaches back to
    doubtful: Pattern  # may be a year or a length, where the grammar of dates reads no year
    from_ahead: Pattern  # of the first of two dates
    published: Pattern  # behind a day on which something was published
    flow: Pattern  # what is counted over a year, not at a moment
    no_flow: Pattern  # and what makes it neither
    spoken: Pattern  # a time in words; groups: repeated, present, same_day, next_day, weekday and its letter `day`
    weekdays: dict[str, int]  # Monday is 0


class StatusPatterns(Section, frozen=True, eq=False):
    """Whether it is so, which side of its measure a figure is, and whose figure it is."""

    statuses: dict[str, Pattern]  # in the order in which they are asked
    done: Pattern
    denied: Pattern
    denied_before: Pattern
    denied_after: Pattern
    denied_noun: Pattern  # the counted noun behind a figure, up to a word that denies it
    corrected: Pattern
    aspects: dict[str, Pattern]
    change: Pattern  # at the end of what stands before a figure
    change_not: Pattern
    change_behind: Pattern
    leads_on: Pattern  # between the two ends of a movement
    says: Pattern  # a verb of saying
    publishes: Pattern  # behind who published what a clause reports
    according: Pattern  # at the beginning of a source
    source_trim: Pattern  # what is taken off both ends of a source


class ChangePatterns(Section, frozen=True, eq=False):
    """A change and its two ends."""

    grown: Pattern  # all that stands between the newer figure and the change
    side: Pattern  # the change is one against another time
    old_ahead: Pattern  # of an older figure, far ahead in its sentence
    from_ahead: Pattern  # of an older figure, right ahead, of which no time is told
    stretches: Pattern  # ahead of a change: words of a stretch of time, whose end may be another than the change's
    old_dated: Pattern  # all that stands between its clause and the older figure; group `tail`
    old_of_year: Pattern  # the same, where it names the year; groups `year`, `part` of the year
    of_year: Pattern  # a year with its part, the same groups
    aside: Pattern  # opens brackets with an older figure
    moves: Pattern  # in that tail: what follows is the difference
    compared: Pattern  # of a figure that is compared itself
    compared_with: Pattern  # of the older figure, right ahead
    old_behind: Pattern  # all that stands between a change and the older figure behind it
    reached: Pattern  # all that stands between a change and the newer figure
    no_quotient: Pattern  # the change is no simple quotient of the two
    nominal: Pattern  # and yet it is
    times: Pattern  # all that stands between a figure and how many times it is told
    times_ahead: Pattern  # of such a figure


class PartPatterns(Section, frozen=True, eq=False):
    """Parts of a whole, and their shares. A `gap` is all that stands between two figures."""

    share_gap: Pattern
    named_gap: Pattern  # the whole is named, and printed nowhere near
    total_gap: Pattern
    whole_ahead: Pattern  # of a whole behind its part
    of_whole_gap: Pattern
    listed_gap: Pattern
    share_first_gap: Pattern  # the share stands before its part
    of_others: Pattern  # ahead of a share that is none of the whole
    total: Pattern  # in a share_gap: a whole that the words name, though nothing but 总 and what is counted
    place: Pattern  # all of a bearer that is a place
    everywhere: Pattern  # a whole that is one wherever a sentence is set
    scope: Pattern  # all of a whole before its noun, where it names no bearer; group `place`
    among: Pattern
    right_among: Pattern
    next_part_gap: Pattern
    no_part: Pattern
    no_sum: Pattern  # what has no parts
    aside: Pattern  # at the head of a clause that tells another time
    noun: Pattern  # right behind a figure
    loose: Pattern  # letters that two wordings share without a meaning


class RatePatterns(Section, frozen=True, eq=False):
    """A rate and the two figures it is made of."""

    rate: Pattern  # a measure; group `part`, the words that its part is told by
    negated: str  # letters ahead of these words that make them those of the rest
    gap: Pattern  # all that stands between two of the figures
    others: Pattern  # in these stretches: words of another time, of a change, of one of many


class AdditionPatterns(Section, frozen=True, eq=False):
    """Items of an addition and their sum. A `gap` is all that stands between two figures."""

    sum_gap: Pattern  # before a sum that ends its list
    open_list: Pattern  # behind the last item: others are left out
    no_item: Pattern
    first_item: Pattern
    complete_gap: Pattern  # behind a sum whose items follow, all of them
    made_of_gap: Pattern
    made: Pattern  # behind the last of these
    next_item_gap: Pattern
    closed: Pattern  # behind the last item of a list


class ListPatterns(Section, frozen=True, eq=False):
    """Lists that a number announces or sums up; group `list`."""

    saying: Pattern  # right behind a number of letters or words
    two_numbers: Pattern  # ahead of a number that is one of two for one list
    numbered: Pattern  # at the beginning of a list of points
    announced: Pattern  # right behind the number
    summed: Pattern  # ahead of the number
    joins: Pattern
    quoted: Pattern  # a whole list of items in quotation marks
    open: Pattern  # in a list that does not end


class TablePatterns(Section, frozen=True, eq=False):
    """What stands in and above tables. `unit` is a group that holds the words of a unit."""

    unit_line: Pattern  # above a table: the unit of its figures
    caption_bearer: Pattern  # all of a caption before the time that it names; group `bearer`
    unit_behind: Pattern  # at the end of a head
    numbering: Pattern  # before the words of a head
    generic: Pattern  # a whole head that says nothing: amount, figure
    change: Pattern  # in the head of a column: how the measure of the row moved, or its share
    measures: Pattern  # the whole corner of a table whose rows are measures
    bearers: Pattern  # at the end of the corner of a table whose rows are bearers
    times: Pattern  # a whole head that is a time by itself
    ratio: Pattern  # at the end of a measure that is no amount
    join: str  # between a measure and its figure

"""What a language says of the calendar: years, months, days and what frames them.

Patterns are over folded text. Where a reader asks for groups by name, the names stand beside the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.lexicon.section import Section
from factcheck.lexicon.spelled import SpelledDates

Months = tuple[int, int]  # the first and the last, both counted


class CalendarNumerals(Section, frozen=True, eq=False):
    """The letters of a numeral below 10,000: digits, what multiplies the digit before, what is a sum of its own."""

    digits: Mapping[str, int]
    magnitudes: Mapping[str, int]
    sums: Mapping[str, int]  # 廿: 20
    first: str  # the word for the first year of an era


class CalendarPatterns(Section, frozen=True, eq=False):
    """What of a calendar begins with a numeral. A pattern `…_before` is searched up to the numeral and ends at it."""

    counted: re.Pattern[str]  # a numeral and a letter that stands behind none of a time: looked for first, to save time
    anywhere: re.Pattern[str]  # whatever stands before
    time_before: re.Pattern[str]
    time: re.Pattern[str]  # a time of day, behind `time_before`
    span_before: re.Pattern[str]
    span: re.Pattern[str]  # a stretch of time that frames what follows


class YearPatterns(Section, frozen=True, eq=False):
    """Years as they are counted and written.

    Groups: `full` year; `short` quoted, or short, last and mark or sure; `fiscal` fy and fy_to, first and last,
    or school; `coded` part, fiscal, year or short; `span` first and last, with _short, _life or _bare behind
    the name; `local` number, school or plain; `era` name, before, count; `named` away or named.
    """

    full: re.Pattern[str]
    short: re.Pattern[str]  # of two digits
    fiscal: re.Pattern[str]  # of a firm or a school: its parts are not those of the calendar
    coded: re.Pattern[str]  # a part and its year in one code
    span: re.Pattern[str]  # from one year to another
    local: re.Pattern[str]  # of an era that is not named
    local_offset: int  # the year before the first of it
    era: re.Pattern[str]
    eras: Mapping[str, int | None]  # the year before the first of each; None where its months are not ours
    era_lengths: tuple[int, ...]  # letters of their names, each once
    named: re.Pattern[str]
    away: Mapping[str, int]  # from the year of publication
    after: Mapping[str, int]  # from the year named before
    length: re.Pattern[str]  # of four digits: a length of time and no year
    broken: re.Pattern[str]  # behind a year: a part that no year has
    school: re.Pattern[str]
    length_before: re.Pattern[str]  # searched up to a numeral: it is a length of time
    length_behind: re.Pattern[str]  # behind two digits: they are a length of time
    head: re.Pattern[str]  # searched up to a numeral: it opens its clause
    figure: re.Pattern[str]  # the clause goes on to a figure
    round: re.Pattern[str]  # two digits that are more often a length
    other: re.Pattern[str]  # a year, in whose neighbourhood they may be one too
    sure: re.Pattern[str]  # two digits that are hardly a length
    reports: tuple[str, ...]  # of a year or its part: what they stand behind is a year
    telling: tuple[str, ...]  # words that lead from a time to what holds then
    part_of_fiscal: re.Pattern[str]


class YearPartPatterns(Section, frozen=True, eq=False):
    """Parts of a year, and the months that they have.

    Groups of `part`: month, day, to_month, to_day, until; from, to; only, third; half; quarter, to_quarter; code, of
    brokers; first_quarter; quarters; months; same; edge; all; since.
    """

    part: re.Pattern[str]
    month_thirds: Mapping[str, tuple[int, int]]  # the first and the last day; 0 is the last of the month
    half_years: Mapping[str, Months]
    code_months: Mapping[str, int]  # a letter of a code → months of its part
    code_from_january: frozenset[str]  # letters whose number counts months from January on
    year_edges: Mapping[str, Months]
    code_of_now: re.Pattern[str]  # a code that stands for a part where no year is named
    of_a_year: frozenset[str]  # no part where no year is named
    length: re.Pattern[str]  # behind two digits: no part of that year, as in 20年以来

    def tells_year(self, folded: str, at: int) -> bool:
        """Whether the part at `at` makes two digits before it a year."""
        return self.length.match(folded, at) is None


class DateRangePatterns(Section, frozen=True, eq=False):
    """Dates and periods by their form, and what their words mean.

    Groups: `iso_date` year, month, day or slashed, of; `decade` century, ten or
    decade, short, short_to; `plans` a pattern each with number or quoted; `window` when, count, unit; `week` which,
    day; `days` first, last or day.
    """

    anchor: re.Pattern[str]  # where a date may begin
    month_mark: str  # behind the digits of a month, and of no other time
    day_mark: str  # behind those of a day of the month
    iso_date: re.Pattern[str]
    decade: re.Pattern[str]
    plans: tuple[re.Pattern[str], ...]
    window: re.Pattern[str]
    week: re.Pattern[str]
    word: re.Pattern[str]  # one that says all
    days: re.Pattern[str]
    quarter: re.Pattern[str]
    unread: re.Pattern[str]  # a time that nothing says when it was
    months_away: Mapping[str, int]
    quarters_away: Mapping[str, int]
    days_away: Mapping[str, int]
    weeks_away: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    now: frozenset[str]  # up to the day of publication
    centuries: Mapping[str, int]
    plan_begins: Mapping[str, int]  # the first of its years
    plan_years: int
    directions: Mapping[str, int]  # of a window: -1 back, 1 ahead
    windows_of_years: frozenset[str]  # units of a window
    windows_of_months: frozenset[str]
    windows_of_days: Mapping[str, int]  # and how many days one is


class FramingPatterns(Section, frozen=True, eq=False):
    """What around a date opens it to one side. A pattern `…_before` is searched up to the date, others from its end."""

    by_before: re.Pattern[str]
    up_to_before: re.Pattern[str]
    since_before: re.Pattern[str]
    midnight: re.Pattern[str]  # the day after begins
    since: re.Pattern[str]
    by: re.Pattern[str]
    to: re.Pattern[str]  # between the two ends of a stretch
    closing: re.Pattern[str]  # the length of what ends with the date: closed or months, half, quarter, year
    since_ending: str  # the last letters of a date that say the same as `since`
    year_mark: str  # without which `since_before` opens no date
    stop: re.Pattern[str]  # behind it, no month is named any more
    numbered_month: re.Pattern[str]  # a month that may stand behind the point of a numbering
    local_words: tuple[str, ...]  # one of them in a Traditional text: years may count from the local era


class DateLexicon(Section, frozen=True, eq=False):
    """Everything that reads dates, by the reader that needs it."""

    numerals: CalendarNumerals
    calendar: CalendarPatterns
    years: YearPatterns
    parts: YearPartPatterns
    periods: DateRangePatterns
    framing: FramingPatterns
    spelled: SpelledDates  # of another language, where it stands in the text

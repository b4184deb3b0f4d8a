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

    anywhere: re.Pattern[str]  # whatever stands before
    time_before: re.Pattern[str]
    time: re.Pattern[str]  # a time of day, behind `time_before`
    era_before: re.Pattern[str]
    era_year: re.Pattern[str]
    span_before: re.Pattern[str]
    span: re.Pattern[str]  # a stretch of time that frames what follows
    lasting_before: re.Pattern[str]  # no local year stands behind it
    local_year: re.Pattern[str]  # a year of an era that is not named, in Traditional text


class YearPartPatterns(Section, frozen=True, eq=False):
    """Parts of a year, and the months that they have.

    Groups of `part`: month, day, to_month, to_day, until; from, to; only, third; half; quarter, to_quarter, q;
    first_quarter; quarters; months; same; edge; all; since.
    """

    part: re.Pattern[str]
    month_thirds: Mapping[str, tuple[int, int]]  # the first and the last day; 0 is the last of the month
    half_years: Mapping[str, Months]
    year_edges: Mapping[str, Months]
    of_a_year: frozenset[str]  # no part where no year is named


class DateRangePatterns(Section, frozen=True, eq=False):
    """Dates and periods by their form, and what their words mean.

    Groups: `iso_date` year, month, day; `years` first, last or first_short, last_short; `decade` century, ten or
    decade, short; `plans` a pattern each with number or quoted; `local_year` number, school; `year` year or before, era
    or away or named; `window` when, count, unit; `week` which, day; `days` first, last or day.
    """

    anchor: re.Pattern[str]  # where a date may begin
    iso_date: re.Pattern[str]
    years: re.Pattern[str]
    decade: re.Pattern[str]
    plans: tuple[re.Pattern[str], ...]
    local_year: re.Pattern[str]
    year: re.Pattern[str]
    window: re.Pattern[str]
    week: re.Pattern[str]
    word: re.Pattern[str]  # one that says all
    days: re.Pattern[str]
    years_away: Mapping[str, int]  # from the year of publication
    years_after: Mapping[str, int]  # from the year named before
    months_away: Mapping[str, int]
    days_away: Mapping[str, int]
    weeks_away: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    now: frozenset[str]  # up to the day of publication
    centuries: Mapping[str, int]
    plan_begins: Mapping[str, int]  # the first of its years
    plan_years: int
    era_offset: int  # the year before the first of the era
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
    since_ending: str  # the last letters of a date that say the same as `since`
    year_mark: str  # without which `since_before` opens no date
    stop: re.Pattern[str]  # behind it, no month is named any more
    numbered_month: re.Pattern[str]  # a month that may stand behind the point of a numbering
    local_words: tuple[str, ...]  # one of them in a Traditional text: years may count from the local era


class DateLexicon(Section, frozen=True, eq=False):
    """Everything that reads dates, by the reader that needs it."""

    numerals: CalendarNumerals
    calendar: CalendarPatterns
    parts: YearPartPatterns
    periods: DateRangePatterns
    framing: FramingPatterns
    spelled: SpelledDates  # of another language, where it stands in the text

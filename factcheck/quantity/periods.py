"""The grammar of dates: which words make a range of days, and which days it covers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.quantity.calendars import calendar_number
from factcheck.quantity.clock import MONTHS, Clock, DateRange, find_day
from factcheck.quantity.parts import read_part, read_part_of_now

if TYPE_CHECKING:
    import re

    from factcheck.lexicon.dates import DateLexicon

_CENTURY = 100  # a year below is the end of 2024/25


def read_range(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """The date or period that begins at `at`, or None."""
    for reader in _READERS:
        if found := reader(folded, at, clock, lexicon):
            return found
    return None


def _iso_date(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.iso_date.match(folded, at)
    if not match or not match["year"].isascii():
        return None
    written = find_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return DateRange.of_days(match.end(), written) if written else None


def _years(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.years.match(folded, at)
    if not match:
        return None
    first = calendar_number(match["first"] or match["first_short"], lexicon.numerals)
    second = calendar_number(match["last"] or match["last_short"], lexicon.numerals)
    last = second if second >= _CENTURY else first // _CENTURY * _CENTURY + second
    return DateRange.of_years(match.end(), first, last) if first < last else None


def _decade(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.decade.match(folded, at)
    if not match:
        return None
    if not match["century"]:
        first = int(match["decade"]) if match["decade"] else 1900 + calendar_number(match["short"], lexicon.numerals)
        return DateRange.of_years(match.end(), first, first + 9)
    named = lexicon.periods.centuries.get(match["century"])
    century = named or calendar_number(match["century"], lexicon.numerals)
    if match["ten"]:
        first = (century - 1) * 100 + calendar_number(match["ten"], lexicon.numerals)
        return DateRange.of_years(match.end(), first, first + 9)
    return DateRange.of_years(match.end(), century * 100 - 99, century * 100)


def _plan(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """十四五 is 2021 to 2025."""
    for form in lexicon.periods.plans:
        if match := form.match(folded, at):
            first = lexicon.periods.plan_begins[match["number"] or match["quoted"]]
            return DateRange.of_years(match.end(), first, first + lexicon.periods.plan_years - 1)
    return None


def _local_year(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """A year of the Republic without the word, in Taiwanese text."""
    if not clock.local_era or folded[at - 1 : at].isdigit():
        return None
    match = lexicon.periods.local_year.match(folded, at)
    if not match:
        return None
    year = int(match["number"]) + lexicon.periods.era_offset
    if match["school"]:
        return DateRange.of_years(match.end(), year, year + 1)
    found = read_part(folded, match.end(), year, clock, lexicon, relative=False)
    return found or DateRange.of_years(match.end(), year)


def _yearly(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """A year in figures or words, and the part of it that follows."""
    match = lexicon.periods.year.match(folded, at)
    if not match:
        return None
    named = clock.named or clock.before
    if match["named"] and (named is None or named.first is None):
        return None
    relative = bool(match["away"] or (match["named"] and named and named.relative))
    year = _year_of(match, clock, named, lexicon)
    found = read_part(folded, match.end(), year, clock, lexicon, relative=relative)
    return found or DateRange.of_years(match.end(), year, relative=relative)


def _year_of(match: re.Match[str], clock: Clock, named: DateRange | None, lexicon: DateLexicon) -> int | None:
    periods = lexicon.periods
    if match["year"]:
        return calendar_number(match["year"], lexicon.numerals)
    if match["era"]:
        count = calendar_number(match["era"], lexicon.numerals)
        return periods.era_offset + 1 - count if match["before"] else periods.era_offset + count
    if match["away"]:
        return clock.year + periods.years_away[match["away"]] if clock.year else None
    return named.first.year + periods.years_after[match["named"]] if named and named.first else None


def _window(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """近五年, 过去12个月: up to the day of publication, or from it."""
    periods = lexicon.periods
    match = periods.window.match(folded, at)
    if not match:
        return None
    end, unit = match.end(), match["unit"]
    count = calendar_number(match["count"], lexicon.numerals) * periods.directions[match["when"]]
    if unit in periods.windows_of_years and clock.year:
        first, last = sorted((clock.year, clock.year + count))
        return DateRange.of_years(end, first, last, relative=True)
    now, then = clock.months_away(0), clock.months_away(count)
    if unit in periods.windows_of_months and now and then:
        return DateRange.of_months(end, min(now, then), max(now, then), relative=True)
    if unit in periods.windows_of_days and clock.today:
        today = clock.today.toordinal()
        first_day, last_day = sorted((today, today + count * periods.windows_of_days[unit]))
        if first_day > 0 and last_day <= date.max.toordinal():
            return DateRange.of_days(end, date.fromordinal(first_day), date.fromordinal(last_day), relative=True)
    return DateRange(end, relative=True)


def _week(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.week.match(folded, at)
    today = clock.today
    if not match or today is None or not _has_neighbours(today):
        return DateRange(match.end(), relative=True) if match else None
    monday = today + timedelta(7 * lexicon.periods.weeks_away[match["which"]] - today.weekday())
    if not match["day"]:
        return DateRange.of_days(match.end(), monday, monday + timedelta(6), relative=True)
    weekday = lexicon.periods.weekdays[match["day"]]
    return DateRange.of_days(match.end(), monday + timedelta(weekday), relative=True)


def _has_neighbours(today: date) -> bool:
    """Whether the days and weeks around a day exist: not at the ends of the calendar of Python."""
    return MONTHS < today.year < date.max.year


def _word(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """昨天, 上月, 截至目前."""
    periods = lexicon.periods
    match = periods.word.match(folded, at)
    if not match:
        return None
    word, today, end = match.group(), clock.today, match.end()
    if word in periods.months_away:
        month = clock.months_away(periods.months_away[word])
        return DateRange.of_months(end, month, month, relative=True) if month else DateRange(end, relative=True)
    if today is None or not _has_neighbours(today):
        return DateRange(end, relative=True)
    if word in periods.now:
        return DateRange(end, f"by {today.isoformat()}", None, today, relative=True)
    return DateRange.of_days(end, today + timedelta(periods.days_away[word]), relative=True)


def _days(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """Days without their month: of the month that the sentence named, or the nearest such days to publication."""
    match = lexicon.periods.days.match(folded, at)
    if not match:
        return None
    end = match.end()
    first = calendar_number(match["first"] or match["day"], lexicon.numerals)
    last = calendar_number(match["last"] or match["day"], lexicon.numerals)
    named = clock.named
    if named and named.last and named.names_month:
        # 6月30日…1日: the day after is of the next month.
        later = (
            named.last.month % MONTHS + 1 if first < named.last.day and named.first == named.last else named.last.month
        )
        month = later if later == clock.month else named.last.month
        year, relative = named.last.year + (month < named.last.month), named.relative
    else:
        (year, month), relative = _nearest_month(first, clock), True
    begin, final = find_day(year, month, first), find_day(year, month, last)
    if begin is None or final is None or final < begin:
        return DateRange(end, relative=relative)
    return DateRange.of_days(end, begin, final, relative=relative)


def _nearest_month(number: int, clock: Clock) -> tuple[int, int]:
    """The (year, month) of the day of that number which is nearest to publication; (0, 0) where that is not dated."""
    today = clock.today
    around = [month for away in (0, -1, 1) if (month := clock.months_away(away)) is not None]
    if today is None:
        return around[0] if around else (0, 0)
    days = [found for month in around if (found := find_day(*month, number)) is not None]
    nearest = min(days, key=lambda found: abs((found - today).days), default=None)
    return (nearest.year, nearest.month) if nearest else (0, 0)


_READERS = (_iso_date, _years, _decade, _plan, _local_year, _yearly, read_part_of_now, _window, _week, _word, _days)

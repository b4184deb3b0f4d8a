"""The grammar of dates: which words make a range of days, and which days it covers.

A time is a year of some calendar and a part of it; a part of the year the text speaks of; a stretch up to now or from
now; days. `read_range` reads them all, for what is no figure, for the period of a figure and for pairing alike.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.quantity.calendars import calendar_number
from factcheck.quantity.clock import MONTHS, Clock, DateRange, find_day
from factcheck.quantity.parts import months_of_code, read_part, read_part_of_now
from factcheck.quantity.years import read_short, read_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.lexicon.dates import DateLexicon

    Reader = Callable[[str, int, Clock, DateLexicon], DateRange | None]

_CENTURY = 100  # a year below is the end of 2024/25
_YEAR = len("2025")
_LOOK_BACK = 12  # letters
_DIGITS = re.compile(r"\d+")
_NOWHEN = Clock()
_SAME_STORY = timedelta(60)  # a day that lies further from publication gives its month to the days behind it


def read_range(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """The date or period that begins at `at`, or None. One that cannot be known is one without a period."""
    found = _read_one(folded, at, clock, lexicon)
    return _close(folded, at, _extend(folded, found, clock, lexicon), lexicon) if found else None


def _read_one(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    for reader in readers_at(folded, at, lexicon):
        if found := reader(folded, at, clock, lexicon):
            return found
    return None


def readers_at(folded: str, at: int, lexicon: DateLexicon) -> tuple[Reader, ...]:
    """The readers that may find something at `at`, in the order in which they are asked.

    Before the letters of a month or a day, few of them do.
    """
    if not "0" <= folded[at : at + 1] <= "9":
        return READERS
    digits = _DIGITS.match(folded, at)
    behind = folded[digits.end() : digits.end() + 1] if digits is not None else ""
    if behind == lexicon.periods.month_mark:
        return _READERS_BEFORE_MONTH
    return _READERS_BEFORE_DAY if behind == lexicon.periods.day_mark else _READERS_AT_DIGITS


def _extend(folded: str, found: DateRange, clock: Clock, lexicon: DateLexicon) -> DateRange:
    """2023年9月至2024年2月, 23Q1-Q3, 12月30日至次年1月2日: from one time to a later one of the same kind."""
    to = lexicon.framing.to.match(folded, found.end)
    if to is None or found.first is None or found.period is None or " " in found.period:
        return found
    other = _read_one(folded, to.end(), clock._replace(named=found, before=found), lexicon)
    if other is None or other.last is None or other.first is None or other.period is None or " " in other.period:
        return found
    first, last = found.period.split("/")[0], other.period.split("/")[-1]
    if len(first) != len(last) or len(first) == _YEAR or other.first <= (found.last or found.first):
        return found
    begin, final = found.first, other.last
    if begin.day == 1 and final.day == monthrange(final.year, final.month)[1]:  # 1月1日至6月30日 is the half-year
        span = DateRange.of_months(
            other.end, (begin.year, begin.month), (final.year, final.month), relative=found.relative
        )
        return span._replace(closed=True)
    return DateRange(other.end, f"{first}/{last}", begin, final, found.relative, closed=True)


def calendar_end(folded: str, start: int, lexicon: DateLexicon, *, traditional: bool) -> int:
    """Where what begins with a numeral at `start` and is of the calendar ends; `start` where nothing does.

    A date, a time of day, or a stretch that frames what follows (近三年): no figure is read in it.
    """
    if lexicon.calendar.counted.match(folded, start):
        return start
    clock = _NOWHEN._replace(local_era=traditional)
    if found := read_range(folded, start, clock, lexicon):
        return found.end
    forms = lexicon.calendar
    if match := forms.anywhere.match(folded, start):
        return match.end()
    at = start - 1 if folded.startswith(" ", start - 1) and start else start
    least = max(0, start - _LOOK_BACK)
    if forms.time_before.search(folded, least, at) and (match := forms.time.match(folded, start)):
        return match.end()
    if forms.span_before.search(folded, least, at) and (match := forms.span.match(folded, start)):
        return match.end()
    return _era_end(folded, at, start, lexicon)


def _era_end(folded: str, at: int, start: int, lexicon: DateLexicon) -> int:
    """The end of a year whose era stands before the numeral."""
    for length in lexicon.years.era_lengths:
        match = lexicon.years.era.match(folded, at - length) if at >= length else None
        if match and match.start("count") == start:
            return match.end()
    return start


def _close(folded: str, at: int, found: DateRange, lexicon: DateLexicon) -> DateRange:
    """截至9月30日止六个月 is what lies between, 止年度 the year that ends then."""
    closing = lexicon.framing.closing.match(folded, found.end)
    if closing is None:
        return found
    counted = lexicon.framing.by_before.search(folded, max(0, at - _LOOK_BACK), at)
    if not closing["closed"] and not (counted and (closing["months"] or closing["of"])):
        return found
    months = 3 if closing["quarter"] else 6 if closing["half"] else MONTHS
    if closing["months"]:
        months = calendar_number(closing["months"], lexicon.numerals)
    elif closing["years"]:
        months = MONTHS * calendar_number(closing["years"], lexicon.numerals)
    end, last = closing.end(), found.last
    if last is None or last.day != monthrange(last.year, last.month)[1] or not found.names_month:
        return DateRange(end, relative=found.relative, closed=True)
    year, month = divmod(last.year * MONTHS + last.month - months, MONTHS)
    if month == 0 and last.month == MONTHS:
        return DateRange.of_years(end, year, last.year, relative=found.relative)._replace(closed=True)
    span = DateRange.of_months(end, (year, month + 1), (last.year, last.month), relative=found.relative)
    return span._replace(closed=True)


def _iso_date(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.iso_date.match(folded, at)
    if not match or not (match["year"] or match["slashed"]).isascii():
        return None
    if match["slashed"]:
        month = int(match["slashed"]), int(match["of"])
        return DateRange.of_months(match.end(), month, month)
    written = find_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return DateRange.of_days(match.end(), written) if written else None


def _years(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """2018年至2020年, 2024/25年度, the years of a life."""
    match = lexicon.years.span.match(folded, at)
    if not match:
        return None
    written = match.groupdict()
    first, second = (
        calendar_number(
            next(text for name, text in written.items() if text and name.startswith(side)), lexicon.numerals
        )
        for side in ("first", "last")
    )
    last = second if second >= _CENTURY else first // _CENTURY * _CENTURY + second
    if first >= last or (match["last"] and lexicon.years.length.match(folded, match.start("last"))):
        return None
    return DateRange.of_years(match.end(), first, last)


def _decade(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    match = lexicon.periods.decade.match(folded, at)
    if not match:
        return None
    if not match["century"]:
        first = int(match["decade"]) if match["decade"] else _read_decade(match["short"], lexicon)
        last = _read_decade(match["short_to"], lexicon) if match["short_to"] else first
        return DateRange.of_years(match.end(), first, last + 9) if first <= last else DateRange(match.end())
    named = lexicon.periods.centuries.get(match["century"])
    century = named or calendar_number(match["century"], lexicon.numerals)
    if match["ten"]:
        first = (century - 1) * 100 + calendar_number(match["ten"], lexicon.numerals)
        return DateRange.of_years(match.end(), first, first + 9)
    return DateRange.of_years(match.end(), century * 100 - 99, century * 100)


def _read_decade(letters: str, lexicon: DateLexicon) -> int:
    """The first year of 90年代, 九十年代, 九〇年代, and of 八 in 八九十年代."""
    number = calendar_number(letters, lexicon.numerals)
    return 1900 + (number if number >= 10 else 10 * number)


def _plan(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """十四五 is 2021 to 2025."""
    for form in lexicon.periods.plans:
        if match := form.match(folded, at):
            first = lexicon.periods.plan_begins[match["number"] or match["quoted"]]
            return DateRange.of_years(match.end(), first, first + lexicon.periods.plan_years - 1)
    return None


def _yearly(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """A year in figures or words, and the part of it that follows."""
    year = read_year(folded, at, clock, lexicon)
    if year is None:
        return None
    if year.fiscal or year.last is not None:
        part = lexicon.years.part_of_fiscal.match(folded, year.end)
        return DateRange(part.end()) if part else DateRange.of_years(year.end, year.number, year.last)
    found = read_part(folded, year.end, year.number, clock, lexicon, relative=year.relative)
    if found:
        return found if year.marked or lexicon.parts.tells_year(folded, year.end) else None
    if not year.marked or lexicon.years.length.match(folded, at):
        return None
    if broken := lexicon.years.broken.match(folded, year.end):
        return DateRange(broken.end())
    return DateRange.of_years(year.end, year.number, relative=year.relative)


def _code(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """3Q23, 1H25, Q3 2024; of a fiscal year no months are known."""
    match = lexicon.years.coded.match(folded, at)
    if not match:
        return None
    months = months_of_code(match["part"], lexicon)
    if match["fiscal"] or months is None:
        return DateRange(match.end()) if match["fiscal"] else None
    year = read_short(match["year"] or match["short"], clock, lexicon)
    return DateRange.of_months(match.end(), (year, months[0]), (year, months[1]))


def _quarter(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """上季度: the quarter before that of publication."""
    match = lexicon.periods.quarter.match(folded, at)
    if not match:
        return None
    away = 3 * lexicon.periods.quarters_away[match.group()] - ((clock.month or 1) - 1) % 3
    first, last = clock.months_away(away), clock.months_away(away + 2)
    if first is None or last is None:
        return DateRange(match.end(), relative=True)
    return DateRange.of_months(match.end(), first, last, relative=True)


def _unread(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """上财年, 第三财季, 2010227日: a time, and nothing says when it was."""
    match = lexicon.periods.unread.match(folded, at)
    return DateRange(match.end()) if match else None


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
    beside = named is not None and len(folded[named.end : at].strip()) <= 1  # 3月的1日
    if named and named.last and named.names_month and (beside or _is_of_its_month(named, clock)):
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


def _is_of_its_month(named: DateRange, clock: Clock) -> bool:
    """Whether days behind a month that the sentence named are of it: a history, far from the day of publication.

    In an article of July, 5月的数据28日公布 is of July.
    """
    today = clock.today
    if today is None or named.last is None or named.first is None:
        return True
    names_day = len(named.period or "") >= len("2025-02-05")
    return names_day and min(abs(named.last - today), abs(named.first - today)) > _SAME_STORY


def _nearest_month(number: int, clock: Clock) -> tuple[int, int]:
    """The (year, month) of the day of that number which is nearest to publication; (0, 0) where that is not dated."""
    today = clock.today
    around = [month for away in (0, -1, 1) if (month := clock.months_away(away)) is not None]
    if today is None:
        return around[0] if around else (0, 0)
    days = [found for month in around if (found := find_day(*month, number)) is not None]
    nearest = min(days, key=lambda found: abs((found - today).days), default=None)
    return (nearest.year, nearest.month) if nearest else (0, 0)


READERS = (
    _iso_date, _years, _decade, _plan, _code, _yearly, _quarter, _unread, read_part_of_now, _window, _week, _word,
    _days,
)  # fmt: skip
# what these read begins with a word: no digit need be shown to them
WORDED = frozenset((_plan, _quarter, _window, _week, _word))
_READERS_AT_DIGITS = tuple(reader for reader in READERS if reader not in WORDED)
# what may read digits before the letter of a month, and before that of a day; the others want another letter there
_READERS_BEFORE_MONTH: tuple[Reader, ...] = (read_part_of_now,)
_READERS_BEFORE_DAY: tuple[Reader, ...] = (_unread, _days)

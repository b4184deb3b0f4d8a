"""Dates of a language that is spelled in words: 5 March 2024, in 2024, the first half of 2024, last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.clock import MONTHS, Clock, DateRange, find_day

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.lexicon.spelled import SpelledDates
    from factcheck.model import Span

_CENTURY = 100  # a year below is the end of 2024-25
_DECADE = 9
_LOOK_BACK = 24  # letters


class SpelledDate(NamedTuple):
    """A date as written: its span and what it names, by the groups of `SpelledDates`."""

    start: int
    end: int
    parts: dict[str, str]


def find_spelled_dates(folded: str, stretches: tuple[Span, ...], words: SpelledDates) -> tuple[SpelledDate, ...]:
    """Every date in the stretches of the language, in order, never overlapping."""
    return tuple(date for span in stretches for date in _dates_within(folded, *span, words))


def _dates_within(folded: str, start: int, end: int, words: SpelledDates) -> Iterator[SpelledDate]:
    at = start
    while found := words.present.search(folded, at, end):
        match = _form_at(folded, found.start(), words)
        if match is None:
            at = found.start() + 1
            continue
        yield SpelledDate(match.start(), match.end(), {key: part for key, part in match.groupdict().items() if part})
        at = match.end()


def _form_at(folded: str, at: int, words: SpelledDates) -> re.Match[str] | None:
    for form in words.forms:
        if match := form.match(folded, at):
            return match
    if words.year_before.search(folded, max(0, at - _LOOK_BACK), at):
        return words.year_alone.match(folded, at)
    return None


def resolve_spelled_date(date: SpelledDate, folded: str, clock: Clock, words: SpelledDates) -> DateRange:
    """The days that a date names; without days where only a document's date could tell, and there is none."""
    days = _days_of(date, clock, words)
    behind = folded[max(0, date.start - _LOOK_BACK) : date.start]
    if days.period is None or days.first is None or days.last is None:
        return days
    if words.since_before.search(behind):
        return days._replace(period=f"since {days.period.split('/', maxsplit=1)[0]}", last=None)
    if words.by_before.search(behind):
        return days._replace(period=f"by {days.period.rsplit('/', maxsplit=1)[-1]}", first=None)
    return days


def _days_of(date: SpelledDate, clock: Clock, words: SpelledDates) -> DateRange:
    parts, end = date.parts, date.end
    if away := parts.get("away", "").lower():
        return _away(away, end, clock, words)
    if decade := parts.get("decade"):
        return DateRange.of_years(end, int(decade), int(decade) + _DECADE)
    year, relative = _year_of(parts, clock, words)
    if year is None:
        return DateRange(end, relative=True)
    if "day" in parts:
        month = words.months[parts["month"]]
        first, last = (find_day(year, month, int(parts.get(key) or parts["day"])) for key in ("day", "to_day"))
        return DateRange.of_days(end, first, last, relative=relative)
    if "month" in parts:
        month = words.months[parts["month"]]
        return _months(end, year, month, words.months[parts.get("to_month", parts["month"])], relative=relative)
    if "quarter" in parts:
        quarter = words.quarters[parts["quarter"]]
        return _months(end, year, 3 * quarter - 2, 3 * quarter, relative=relative)
    if "half" in parts:
        return _months(end, year, *words.halves[parts["half"]], relative=relative)
    if "count" in parts:
        count = words.counts[parts["count"]] * (3 if parts["unit"] == words.quarter else 1)
        return _months(end, year, 1, min(count, MONTHS), relative=relative)
    if "edge" in parts:
        return _months(end, year, *words.edges[parts["edge"]], relative=relative)
    return DateRange.of_years(end, year, _last_year(year, parts.get("to_year")), relative=relative)


def _months(end: int, year: int, first: int, last: int, *, relative: bool) -> DateRange:
    return DateRange.of_months(end, (year, first), (year, last), relative=relative)


def _last_year(first: int, written: str | None) -> int:
    if written is None:
        return first
    last = int(written)
    return last if last >= _CENTURY else first // _CENTURY * _CENTURY + last


def _year_of(parts: dict[str, str], clock: Clock, words: SpelledDates) -> tuple[int | None, bool]:
    """The year that is named, or that of publication (for a month to come, the one before); and whether it is that."""
    if "year" in parts:
        return int(parts["year"]), False
    if clock.year is None:
        return None, True
    later = "month" in parts and clock.month is not None and words.months[parts["month"]] > clock.month
    return clock.year - later, True


def _away(word: str, end: int, clock: Clock, words: SpelledDates) -> DateRange:
    if word in words.years_away:
        year = clock.year + words.years_away[word] if clock.year else None
        return DateRange.of_years(end, year, relative=True)
    month = clock.months_away(words.months_away[word])
    return DateRange.of_months(end, month, month, relative=True) if month else DateRange(end, relative=True)

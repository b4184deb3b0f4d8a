"""Ranges of days, and what a text knows of the present."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

MONTHS = 12
_DATE_PARTS = 3


class DateRange(NamedTuple):
    """Days of the calendar and how they are named, written up to `end`; without days where they cannot be known.

    `relative` if only the document's date says, or could say, which days they are; `closed` if no word around it opens
    it to one side.
    """

    end: int
    period: str | None = None
    first: date | None = None
    last: date | None = None
    relative: bool = False
    closed: bool = False  # the words say where it begins and ends

    @classmethod
    def of_years(cls, end: int, first: int | None, last: int | None = None, *, relative: bool = False) -> DateRange:
        """One year, or the years from `first` to `last`."""
        last = first if last is None else last
        if first is None or last is None or not 1 <= first <= last <= date.max.year:
            return cls(end, relative=relative)
        period = f"{first:04}" if first == last else f"{first:04}/{last:04}"
        return cls(end, period, date(first, 1, 1), date(last, MONTHS, 31), relative)

    @classmethod
    def of_months(cls, end: int, first: tuple[int, int], last: tuple[int, int], *, relative: bool = False) -> DateRange:
        """From one (year, month) to another; no days where the second comes first or neither exists."""
        begin = find_day(*first, 1)
        final = find_day(*last, monthrange(*last)[1]) if find_day(*last, 1) else None
        if begin is None or final is None or final < begin:
            return cls(end, relative=relative)
        low, high = begin.isoformat()[:7], final.isoformat()[:7]
        return cls(end, low if low == high else f"{low}/{high}", begin, final, relative)

    @classmethod
    def of_days(cls, end: int, first: date | None, last: date | None = None, *, relative: bool = False) -> DateRange:
        """One day, or the days from `first` to `last`."""
        last = first if last is None else last
        if first is None or last is None:
            return cls(end, relative=relative)
        last = max(first, last)
        period = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        return cls(end, period, first, last, relative)

    @property
    def names_month(self) -> bool:
        """Whether a month is named, or a day with it: the days behind it are of that month."""
        begin, _, end = (self.period or "").rpartition(" ")[2].partition("/")
        return len(begin) == len("2025-02-05") or (len(begin) == len("2025-02") and not end)


class Clock(NamedTuple):
    """What is known of the present: the document's date, as far as it goes, and the dates the text has named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    local_era: bool = False  # years may be counted from a local era that is not named
    named: DateRange | None = None  # last, in the same sentence
    before: DateRange | None = None  # last, anywhere before

    @classmethod
    def of(cls, published: str | None, *, local_era: bool = False) -> Clock:
        """The clock of a document published on an ISO date, perhaps partial; nonsense counts as none."""
        parts = [int(part) for part in re.findall(r"\d{1,4}", (published or "")[:10])][:_DATE_PARTS]
        year = parts[0] if parts and find_day(parts[0], 1, 1) else None
        month = parts[1] if year and len(parts) > 1 and find_day(year, parts[1], 1) else None
        today = parts[2] if year and month and len(parts) == _DATE_PARTS and find_day(year, month, parts[2]) else None
        return cls(year, month, today, local_era)

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return find_day(self.year, self.month, self.day) if self.year and self.month and self.day else None

    def months_away(self, months: int) -> tuple[int, int] | None:
        """The (year, month) so many months from that of publication."""
        if not (self.year and self.month):
            return None
        year, month = divmod(self.year * MONTHS + self.month - 1 + months, MONTHS)
        return year, month + 1


def find_day(year: int, month: int, number: int) -> date | None:
    """The day, if there is such a day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None

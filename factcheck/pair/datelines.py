"""On which days an article may have been written: its date, or where it has none, the days that its head names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.calendars import calendar_number
from factcheck.text.dates import parse_day

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_HEAD = 300  # letters behind the beginning of the lead in which the days of an article are looked for
_LEAP = 2000  # a year that has every day, for those of which the text does not say the year
_YEAR = 366


class Day(NamedTuple):
    """A day of the calendar; `year` is None where the text does not say it."""

    year: int | None
    month: int
    day: int


def find_days(article: Article, lexicon: Lexicon) -> frozenset[Day]:
    """The day of the article's date; without one the day of its dateline, or else every day that its head names.

    A dateline is the day right before the word for a message (新华社云汀3月5日电), or the line that says when a
    page was printed. Empty where nothing tells the day.
    """
    known = parse_day(article.document.date)
    if known is not None:
        return frozenset({Day(known.year, known.month, known.day)})
    text, patterns = article.text, lexicon.pair.moments
    begin = text.lead[0] if text.lead else 0
    stamps = _read(patterns.stamp.finditer(text.folded, 0, begin), lexicon)
    if stamps:
        return frozenset(stamps[-1:])
    found = list(patterns.day.finditer(text.folded, begin, begin + _HEAD))
    return frozenset(_read((match for match in found if match["told"]), lexicon)[:1] or _read(found, lexicon))


def count_days_between(ours: Iterable[Day], theirs: Iterable[Day]) -> int:
    """The fewest days between a day of the one and a day of the other; 0 where one side has none."""
    theirs = tuple(theirs)
    return min((_count(one, other) for one in ours for other in theirs), default=0)


def _count(one: Day, other: Day) -> int:
    if one.year is not None and other.year is not None:
        return abs((dt.date(*one) - dt.date(*other)).days)  # type: ignore[arg-type]  # both have their years
    apart = abs((dt.date(_LEAP, *one[1:]) - dt.date(_LEAP, *other[1:])).days)
    return min(apart, _YEAR - apart)


def _read(matches: Iterable[re.Match[str]], lexicon: Lexicon) -> list[Day]:
    """The days of matches, in their order, without those that are none (2月30日)."""
    found, numerals = [], lexicon.dates.numerals
    for match in matches:
        year = calendar_number(match["year"], numerals) if match["year"] else None
        month, day = (calendar_number(match[name], numerals) for name in ("month", "day"))
        try:
            dt.date(year or _LEAP, month, day)
        except ValueError:
            continue
        found.append(Day(year, month, day))
    return found

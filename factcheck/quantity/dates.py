"""Dates and periods: what is written of the calendar, read as ISO-like periods.

Notation: `2025`, `2025-02`, `2025-02-05`, `A/B` for a stretch from A to B, `by X` up to X, `since X` from X on.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.model import Text, Value
from factcheck.quantity.clock import Clock, DateRange
from factcheck.quantity.currency import is_traditional
from factcheck.quantity.periods import read_range
from factcheck.quantity.spelled_dates import find_spelled_dates, resolve_spelled_date
from factcheck.quantity.spelled_stretches import find_sentences

if TYPE_CHECKING:
    from factcheck.lexicon.dates import DateLexicon, FramingPatterns


class DateExpression(Value, frozen=True):
    """A date as written. `first` and `last` are `date.toordinal` of its days, None at an open or unknown end.

    `period` is None where only a document date could resolve it; `relative` says that one did, or must.
    """

    start: int
    end: int
    text: str
    period: str | None
    first: int | None
    last: int | None
    relative: bool


_DIGITS = re.compile(r"[\d.,]+")
_FRAME_LETTERS = 10  # before a date that are looked at for what opens it


def dates(text: Text, published: str | None, lexicon: DateLexicon) -> tuple[DateExpression, ...]:
    """Every date and period in a prepared text, in order, never overlapping; offsets into the stored text.

    `published` is the date of the document, ISO, perhaps partial (2025, 2025-02); what is written relative to it
    (今年, 5月, 去年同期) has no period where it does not say.
    """
    folded = text.folded
    framing = lexicon.framing
    local_era = any(word in folded for word in framing.local_words) and is_traditional(text.stored, folded)
    clock = Clock.of(published, local_era=local_era)
    found: list[DateExpression] = []
    at = 0
    while match := lexicon.periods.anchor.search(folded, at):
        start = match.start()
        if clock.named is not None and framing.stop.search(folded, at, start):
            clock = clock._replace(named=None)
        none = lexicon.calendar.counted.match(folded, start) or _inside_number(folded, start, framing)
        days = None if none else read_range(folded, start, clock, lexicon)
        if days is None:
            at = start + 1 if not folded[start].isdigit() else _past_digits(folded, start, framing)
            continue
        found.append(_expression(text, start, days, framing))
        if days.first is not None:
            clock = clock._replace(named=days, before=days)
        at = days.end
    return _with_spelled(found, text, clock, lexicon)


def _with_spelled(
    found: list[DateExpression], text: Text, clock: Clock, lexicon: DateLexicon
) -> tuple[DateExpression, ...]:
    """The dates with those of the language that is spelled in words; of two in one place, the latter.

    A date frames sentences of its language only: in a few words inside one of the other it belongs to a name (an Act
    of 2019).
    """
    whole = find_sentences(text.folded, text.sentences, lexicon.spelled.stretches)
    spelled = find_spelled_dates(text.folded, whole, lexicon.spelled) if whole else ()
    if not spelled:
        return tuple(found)
    rows = []
    for one in spelled:
        days = resolve_spelled_date(one, text.folded, clock, lexicon.spelled)
        first, last = (day.toordinal() if day else None for day in (days.first, days.last))
        written = text.stored[one.start : one.end]
        rows.append(DateExpression(one.start, one.end, written, days.period, first, last, days.relative))
    apart = [one for one in found if all(one.end <= row.start or row.end <= one.start for row in rows)]
    return tuple(sorted((*apart, *rows), key=lambda one: one.start))


def _inside_number(folded: str, start: int, framing: FramingPatterns) -> bool:
    """Whether the letter goes on with a number or a Latin word that began before it."""
    before = folded[start - 1 : start]
    if not before or not folded[start].isdigit():
        return False
    if before == ".":
        return not framing.numbered_month.match(folded, start)
    return before.isdigit() or (before.isascii() and before.isalpha())


def _past_digits(folded: str, start: int, framing: FramingPatterns) -> int:
    """The next place where a date may begin: behind a number, or at a month glued to numbering (3.7月31日)."""
    match = _DIGITS.match(folded, start)
    if match is None:
        return start + 1
    point = match.group().rfind(".")
    if point >= 0 and framing.numbered_month.match(folded, start + point + 1):
        return start + point + 1
    return match.end()


def _expression(text: Text, start: int, days: DateRange, framing: FramingPatterns) -> DateExpression:
    folded, end = text.folded, days.end
    period, first, last = days.period, days.first, days.last
    behind = folded[max(0, start - _FRAME_LETTERS) : start]
    if period and not days.closed and not period.startswith("by "):
        if framing.midnight.match(folded, end) and days.last and days.last < date.max:
            next_day = days.last + timedelta(1)
            period, first, last = f"since {next_day.isoformat()}", next_day, None
        elif framing.since.match(folded, end) or folded.endswith(framing.since_ending, start, end):
            period, last = f"since {period.split('/')[0]}", None
        elif framing.by_before.search(behind) or (
            framing.up_to_before.search(behind) and framing.by.match(folded, end)
        ):
            period, first = f"by {period.rsplit('/', 1)[-1]}", None
        elif (
            framing.since_before.search(behind)
            and framing.year_mark in folded[start:end]
            and not framing.up_to_before.match(folded, end)
        ):
            period, last = f"since {period.split('/')[0]}", None
    return DateExpression(
        start,
        end,
        text.stored[start:end],
        period,
        first.toordinal() if first else None,
        last.toordinal() if last else None,
        days.relative,
    )

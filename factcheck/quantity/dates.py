"""Dates and periods: what is written of the calendar, read as ISO-like periods.

Notation: `2025`, `2025-02`, `2025-02-05`, `A/B` for a stretch from A to B, `by X` up to X, `since X` from X on.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.model import Text, Value
from factcheck.quantity.clock import Clock, Stretch
from factcheck.quantity.currency import is_traditional
from factcheck.quantity.periods import ANCHOR, read


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


_BY = re.compile(r"(?:截至|截止)(?:到|了)?(?:北京时间|当地时间|本报发稿时|美东时间)? ?$")
_UP_TO = re.compile(r"(?:到|至|迄) ?$")
_SINCE = re.compile(r"(?:自从?|从) ?$")
_MIDNIGHT = re.compile(r" ?(?:24|二十四)[时点]起")  # of the day after
_SINCE_AFTER = re.compile(r" ?(?:[0零]时起|以来|至今|迄今|起(?![来飞火诉点草伏码床重])|后至今)")
_BY_AFTER = re.compile(r" ?(?:为止|止(?!损))")
_STOP = re.compile(r"[。！？\n\r；]")
_TAIWAN = ("民国", "新台币", "立法院", "行政院", "台湾", "台北", "学年度")


def dates(text: Text, published: str | None) -> tuple[DateExpression, ...]:
    """Every date and period in a prepared text, in order, never overlapping; offsets into the stored text.

    `published` is the date of the document, ISO, perhaps partial (2025, 2025-02); what is written relative to it
    (今年, 5月, 去年同期) has no period where it does not say.
    """
    folded = text.folded
    taiwan = is_traditional(text.stored, folded) and any(word in folded for word in _TAIWAN)
    clock = Clock.of(published, taiwan=taiwan)
    found: list[DateExpression] = []
    at = 0
    while match := ANCHOR.search(folded, at):
        start = match.start()
        if clock.named is not None and _STOP.search(folded, at, start):
            clock = clock._replace(named=None)
        stretch = None if _inside_number(folded, start) else read(folded, start, clock)
        if stretch is None:
            at = start + 1 if not folded[start].isdigit() else _past_digits(folded, start)
            continue
        found.append(_expression(text, start, stretch))
        if stretch.first is not None:
            clock = clock._replace(named=stretch, before=stretch)
        at = stretch.end
    return tuple(found)


_DIGITS = re.compile(r"[\d.,]+")
_MONTH_BEHIND_NUMBERING = re.compile(r"\d{1,2} ?月")


def _inside_number(folded: str, start: int) -> bool:
    """Whether the letter goes on with a number or a Latin word that began before it."""
    before = folded[start - 1 : start]
    if not before or not folded[start].isdigit():
        return False
    if before == ".":
        return not _MONTH_BEHIND_NUMBERING.match(folded, start)
    return before.isdigit() or (before.isascii() and before.isalpha())


def _past_digits(folded: str, start: int) -> int:
    """The next place where a date may begin: behind a number, or at a month glued to numbering (3.7月31日)."""
    match = _DIGITS.match(folded, start)
    if match is None:
        return start + 1
    point = match.group().rfind(".")
    if point >= 0 and _MONTH_BEHIND_NUMBERING.match(folded, start + point + 1):
        return start + point + 1
    return match.end()


def _expression(text: Text, start: int, stretch: Stretch) -> DateExpression:
    folded, end = text.folded, stretch.end
    period, first, last = stretch.period, stretch.first, stretch.last
    behind = folded[max(0, start - 10) : start]
    if period and not period.startswith("by "):
        if _MIDNIGHT.match(folded, end) and stretch.last and stretch.last < date.max:
            next_day = stretch.last + timedelta(1)
            period, first, last = f"since {next_day.isoformat()}", next_day, None
        elif _SINCE_AFTER.match(folded, end) or folded[end - 2 : end] == "以来":
            period, last = f"since {period.split('/')[0]}", None
        elif _BY.search(behind) or (_UP_TO.search(behind) and _BY_AFTER.match(folded, end)):
            period, first = f"by {period.rsplit('/', 1)[-1]}", None
        elif _SINCE.search(behind) and "年" in folded[start:end] and not _UP_TO.match(folded, end):
            period, last = f"since {period.split('/')[0]}", None
    return DateExpression(
        start,
        end,
        text.stored[start:end],
        period,
        first.toordinal() if first else None,
        last.toordinal() if last else None,
        stretch.relative,
    )

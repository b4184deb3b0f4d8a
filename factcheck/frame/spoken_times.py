"""Times told in words, not by the calendar: 目前, 当天, 次日, 周二, read against the article's date."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.frame.period import is_day, is_publication
from factcheck.quantity import DateExpression
from factcheck.text.dates import parse_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.model import Span, Status

_WISHES = frozenset({"forecast", "target"})
_WEEK = 7
_BREAKS = 1  # between paragraphs, from a day to the word that points at it


class SpokenTimes:
    """The days that an article names, and its own, which words of time point at."""

    def __init__(self, folded: str, named: Sequence[DateExpression], published: str | None) -> None:
        """`named` are the dates of the text, in order."""
        self._folded, self._published, self._today = folded, published, parse_day(published)
        self._days = [date for date in named if date.period and is_day(date.period)]
        self._ends = [date.end for date in self._days]

    def resolve(self, sentence: Sentence, span: Span, status: Status) -> str | None:
        """The period that the words of `span` tell of a figure of this status; None where they tell none, or a date."""
        if any(one.start < span[1] and span[0] < one.end for one in sentence.dates):
            return None
        patterns = sentence.lexicon.periods
        told = patterns.spoken.search(sentence.folded, *span)
        if told is None:
            return None
        if told["present"]:
            return f"by {self._published}" if self._today is not None and status not in _WISHES else None
        if told["same_day"]:
            day = self._day_before(span[0])
        elif told["next_day"]:
            day = _move(self._day_before(span[0]), 1)
        else:
            day = self._of_week(patterns.weekdays[told["day"]], status) if told["day"] else None
        named = DateExpression(told.start(), told.end(), told[0], day, None, None, relative=True)
        return None if is_publication(sentence, named) else day

    def _day_before(self, at: int) -> str | None:
        """The day that was named last, in the same paragraph or in the one before."""
        number = bisect_right(self._ends, at) - 1
        if number < 0 or self._folded.count("\n", self._ends[number], at) > _BREAKS:
            return None
        return self._days[number].period

    def _of_week(self, weekday: int, status: Status) -> str | None:
        """The last such day up to that of the article; of what is to come the next one."""
        if self._today is None:
            return None
        ahead = (weekday - self._today.weekday()) % _WEEK
        return _move(self._published, ahead if status in _WISHES else ahead - _WEEK if ahead else 0)


def _move(day: str | None, days: int) -> str | None:
    found = parse_day(day or "")
    return (found + timedelta(days)).isoformat() if found is not None else None

"""Moments that a sentence names beside its figure: hours, parts of a day, days of record, sessions, fiscal years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity.calendars import calendar_number
from factcheck.quantity.clock import Clock
from factcheck.quantity.numerals import small_number
from factcheck.quantity.parts import read_part
from factcheck.quantity.years import read_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import DateLexicon, Lexicon
    from factcheck.lexicon.pair import MomentPatterns
    from factcheck.lexicon.quantity import NumeralLexicon
    from factcheck.model import Span

Stamps = frozenset[tuple[str, str]]

_NOON, _DAY = 12, 24
_NOWHEN = Clock()
_DAY_OF_RECORD = frozenset(("month", "day"))
_UNDATED = frozenset(("fiscal", "unread"))  # classes of times that are no days of the calendar


def find_stamps(folded: str, span: Span, lexicon: Lexicon) -> Stamps:
    """The moments named within a span of folded text, as (class, value)."""
    text, patterns = folded[slice(*span)], lexicon.pair.moments
    hours = tuple(_hours(text, patterns, lexicon.quantity.numerals)) or _parts_of_day(text, patterns)
    days = _days(text, patterns, lexicon.dates)
    return frozenset((*hours, *days, *_find_quarters(text, lexicon.dates), *_find_undated(text, lexicon.dates)))


def _hours(text: str, patterns: MomentPatterns, numerals: NumeralLexicon) -> Iterator[tuple[str, str]]:
    for match in patterns.hour.finditer(text):
        hour = small_number(match["hour"], numerals)
        first, last = patterns.afternoon.get(match["half"], (_DAY, _DAY))
        hour += _NOON if first <= hour <= last else 0
        if 0 < hour < _DAY:  # 24时 and 0时 end and begin a day, and its date says which
            yield "hour", f"{hour}:{patterns.parts.get(match['part'], int(match['minute'] or 0)):02}"


def _days(text: str, patterns: MomentPatterns, lexicon: DateLexicon) -> Iterator[tuple[str, str]]:
    """Sessions, and days of record; 24日 holds 7月24日."""
    for match in patterns.session.finditer(text):
        yield "session", match.group()
    for match in patterns.record.finditer(text):
        if match["month"]:
            yield "month", str(calendar_number(match["month"], lexicon.numerals))
        if day := match["day"] or match["alone"]:
            yield "day", str(calendar_number(day, lexicon.numerals))


def _parts_of_day(text: str, patterns: MomentPatterns) -> Iterator[tuple[str, str]]:
    """Parts of a day, whose hour nobody tells."""
    return (("part", name) for name, pattern in patterns.parts_of_day.items() if pattern.search(text))


def _find_quarters(text: str, lexicon: DateLexicon) -> Iterator[tuple[str, str]]:
    """Quarters counted from that of which the text tells: 0 is that one, -1 the one before."""
    for match in lexicon.periods.quarter.finditer(text):
        yield "quarter", str(lexicon.periods.quarters_away[match.group()])


def _find_undated(text: str, lexicon: DateLexicon) -> Iterator[tuple[str, str]]:
    """Years of a firm or a school, with their parts; and times that nothing says when they were."""
    for match in lexicon.years.fiscal.finditer(text):
        year = read_year(text, match.start(), _NOWHEN, lexicon)
        if year is None:
            continue
        part = lexicon.years.part_of_fiscal.match(text, year.end)
        read = part and read_part(text, year.end, 2000, _NOWHEN, lexicon, relative=False)
        named = (read and read.period) or (part and part.group().strip()) or "2000"
        yield "fiscal", named.replace("2000", str(year.number))
    for match in lexicon.periods.unread.finditer(text):
        yield "unread", match.group()


def are_apart(one: Stamps, other: Stamps) -> bool:
    """Whether both name moments of a class, and neither names all those of the other."""
    for name in {kind for kind, _ in one} & {kind for kind, _ in other}:
        left, right = ({value for kind, value in side if kind == name} for side in (one, other))
        if not left <= right and not right <= left:
            return True
    return False


def count_to_one_day(one: Stamps, other: Stamps) -> bool:
    """Whether both name the same day of record (截至8月2日), with its month, and no unlike hours."""
    ours, theirs = (frozenset(stamp for stamp in side if stamp[0] in _DAY_OF_RECORD) for side in (one, other))
    return len(ours) == len(_DAY_OF_RECORD) and ours == theirs and not are_apart(one, other)


def tells_own_quarter(stamps: Stamps) -> bool:
    """Whether a sentence speaks of the quarter of which it tells (本季度): of results, the one that has just ended."""
    return ("quarter", "0") in stamps


def is_dated(stamps: Stamps) -> bool:
    """Whether a sentence names no time but days of the calendar."""
    return not any(name in _UNDATED for name, _ in stamps)

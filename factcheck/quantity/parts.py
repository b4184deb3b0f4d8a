"""Parts of a year: months and days, halves, quarters, the first months, 年底; and 同期, the part named before."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.quantity.calendars import calendar_number
from factcheck.quantity.clock import MONTHS, Clock, DateRange, find_day

if TYPE_CHECKING:
    import re

    from factcheck.lexicon.dates import DateLexicon, Months

_SOON = timedelta(45)  # a month without a year lies at most so far ahead
_NUMBERS = frozenset(("from", "to", "only", "quarter", "to_quarter", "quarters", "months"))


def read_part(
    folded: str, at: int, year: int | None, clock: Clock, lexicon: DateLexicon, *, relative: bool
) -> DateRange | None:
    """The part of `year` that `folded` names at `at`; None where it names none."""
    match = lexicon.parts.part.match(folded, at)
    if not match:
        return None
    if year is None or not find_day(year, 1, 1):
        return DateRange(match.end(), relative=relative)
    if match["month"]:
        return _month_and_day(match, year, lexicon, relative=relative)
    if match["same"]:
        return _same(match.end(), year, clock, relative=relative)
    if days := lexicon.parts.month_thirds.get(match["third"]):
        return _third(match, year, days, lexicon, relative=relative)
    months = _months(match, lexicon)
    if months is None or months[0] > months[1]:
        return None
    first, last = months
    if (first, last) == (1, MONTHS):
        return DateRange.of_years(match.end(), year, relative=relative)
    return DateRange.of_months(match.end(), (year, first), (year, last), relative=relative)


def read_part_of_now(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> DateRange | None:
    """Part of a year that the text does not name: 5月, 上半年, 首三季, 1至10月."""
    match = lexicon.parts.part.match(folded, at)
    if not match or match["since"] or match["same"] or folded.startswith(" ", at):
        return None
    if match["code"] and not lexicon.parts.code_of_now.match(match["code"]):
        return None
    if match.group() in lexicon.parts.of_a_year:
        return None
    if clock.named and clock.named.first and not (match["edge"] or match["all"]):
        return read_part(folded, at, clock.named.first.year, clock, lexicon, relative=clock.named.relative)
    found = read_part(folded, at, clock.year, clock, lexicon, relative=True)
    today = clock.today or (find_day(clock.year, clock.month, 28) if clock.year and clock.month else None)
    dated = match["month"] or match["only"] or match["from"]
    if clock.year and found and found.first and today and dated and found.first - today > _SOON:
        return read_part(folded, at, clock.year - 1, clock, lexicon, relative=True)
    return found


def months_of_code(code: str, lexicon: DateLexicon) -> Months | None:
    """The months of Q3, 3Q, H1, 9M; None where there is no such part."""
    letter, number = (code[0], int(code[1])) if code[0].isalpha() else (code[1], int(code[0]))
    length = lexicon.parts.code_months[letter]
    if letter in lexicon.parts.code_from_january:
        return 1, number * length
    last = number * length
    return (last - length + 1, last) if last <= MONTHS else None


def _months(match: re.Match[str], lexicon: DateLexicon) -> Months | None:
    """The months of what names months; all twelve of what names the year; None where there is no such part."""
    if match["code"]:
        return months_of_code(match["code"], lexicon)
    groups = {
        name: calendar_number(letters, lexicon.numerals)
        for name, letters in match.groupdict().items()
        if letters and name in _NUMBERS
    }
    if "from" in groups:
        return groups["from"], groups["to"]
    if "only" in groups:
        return groups["only"], groups["only"]
    if match["half"]:
        return lexicon.parts.half_years[match["half"]]
    quarter = groups.get("quarter") or (1 if match["first_quarter"] else 0)
    if quarter:
        return 3 * quarter - 2, 3 * groups.get("to_quarter", quarter)
    if "quarters" in groups or "months" in groups:
        return 1, min(groups.get("months", 3 * groups.get("quarters", 0)), MONTHS)
    if match["edge"]:
        return lexicon.parts.year_edges[match["edge"]]
    return 1, MONTHS


def _month_and_day(match: re.Match[str], year: int, lexicon: DateLexicon, *, relative: bool) -> DateRange:
    month = calendar_number(match["month"], lexicon.numerals)
    first = find_day(year, month, calendar_number(match["day"], lexicon.numerals))
    until = match["to_day"] or match["until"]
    last_month = calendar_number(match["to_month"], lexicon.numerals) if match["to_month"] else month
    last = find_day(year, last_month, calendar_number(until, lexicon.numerals)) if until else first
    if first is None or last is None:
        return DateRange(match.end())  # 2月30日
    return DateRange.of_days(match.end(), first, last, relative=relative)


def _third(
    match: re.Match[str], year: int, days: tuple[int, int], lexicon: DateLexicon, *, relative: bool
) -> DateRange:
    month = calendar_number(match["only"], lexicon.numerals)
    first, last = days
    final = find_day(year, month, last or monthrange(year, month)[1])
    return DateRange.of_days(match.end(), find_day(year, month, first), final, relative=relative)


def _same(end: int, year: int, clock: Clock, *, relative: bool) -> DateRange:
    """去年同期: the range named before, in that year."""
    model = clock.named or clock.before
    if model is None or model.first is None or model.last is None or model.first.year != model.last.year:
        return DateRange.of_years(end, year, relative=relative)
    first, last = model.first, model.last
    if model.period and len(model.period.split("/", 1)[0]) == len("2025-02-05"):
        days = [find_day(year, edge.month, edge.day) or find_day(year, edge.month, 28) for edge in (first, last)]
        return DateRange.of_days(end, *days, relative=relative)
    if (first.month, last.month) == (1, MONTHS):
        return DateRange.of_years(end, year, relative=relative)
    return DateRange.of_months(end, (year, first.month), (year, last.month), relative=relative)

"""Parts of a year: months and days, halves, quarters, the first months, 年底; and 同期, the part named before."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import timedelta

from factcheck.quantity.calendars import DAY, MONTH, TO
from factcheck.quantity.clock import MONTHS, Clock, Stretch, day
from factcheck.quantity.numerals import small_number

COUNT = r"(?:\d{1,2}|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_PART = re.compile(
    " ?(?:"
    + "|".join(
        (
            (
                rf"(?P<month>{MONTH}) ?月 ?(?P<day>{DAY}) ?"
                rf"(?:[日号](?:{TO}(?:(?P<to_month>{MONTH}) ?月 ?)?(?P<to_day>{DAY}) ?[日号])?"
                rf"|{TO}(?P<until>{DAY}) ?[日号])"
            ),
            rf"(?P<from>{MONTH})(?: ?月份?)?{TO}(?P<to>{MONTH}) ?月(?!龄|大)",
            rf"(?P<only>{MONTH}) ?月(?!龄|大)份?(?P<third>上旬|中旬|下旬|初|底|末)?",
            r"(?P<half>[上下])半年",
            rf"第?(?P<quarter>[一二三四1-4])(?:{TO}(?P<to_quarter>[一二三四1-4]))? ?季(?:度|报)?",
            r"(?P<first_quarter>首)季度?|Q(?P<q>[1-4])",
            rf"(?:前|首)(?P<quarters>[二两三2-3])个?季度?|(?:前|首)(?P<months>{COUNT})个?月",
            r"(?P<same>同期)|年?(?P<edge>初|底|末)|(?P<all>全年|年内)|(?P<since>以来)",
        )
    )
    + ")"
)
_NEEDS_YEAR = frozenset("初底末")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}
_SOON = timedelta(45)  # a month without a year lies at most so far ahead


def part(folded: str, at: int, year: int | None, clock: Clock, *, relative: bool) -> Stretch | None:
    """The part of `year` that `folded` names at `at`; None where it names none."""
    match = _PART.match(folded, at)
    if not match:
        return None
    if year is None or not day(year, 1, 1):
        return Stretch(match.end(), relative=relative)
    if match["month"]:
        return _month_and_day(match, year, relative=relative)
    if match["same"]:
        return _same(match.end(), year, clock, relative=relative)
    if match["third"] in _THIRDS:
        return _third(match, year, relative=relative)
    first, last = _months(match)
    if first > last:
        return None
    if (first, last) == (1, MONTHS):
        return Stretch.of_years(match.end(), year, relative=relative)
    return Stretch.of_months(match.end(), (year, first), (year, last), relative=relative)


def part_of_now(folded: str, at: int, clock: Clock) -> Stretch | None:
    """Part of a year that the text does not name: 5月, 上半年, 首三季, 1至10月."""
    match = _PART.match(folded, at)
    if not match or match["since"] or match["same"] or match.group() in _NEEDS_YEAR or folded.startswith(" ", at):
        return None
    if clock.named and clock.named.first and not (match["edge"] or match["all"]):
        return part(folded, at, clock.named.first.year, clock, relative=clock.named.relative)
    found = part(folded, at, clock.year, clock, relative=True)
    today = clock.today or (day(clock.year, clock.month, 28) if clock.year and clock.month else None)
    dated = match["month"] or match["only"] or match["from"]
    if clock.year and found and found.first and today and dated and found.first - today > _SOON:
        return part(folded, at, clock.year - 1, clock, relative=True)
    return found


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The months of what names months; all twelve of what names the year."""
    groups = {
        name: small_number(letters) for name, letters in match.groupdict().items() if letters and name in _NUMBERS
    }
    if "from" in groups:
        return groups["from"], groups["to"]
    if "only" in groups:
        return groups["only"], groups["only"]
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, MONTHS)
    quarter = groups.get("quarter") or groups.get("q") or (1 if match["first_quarter"] else 0)
    if quarter:
        return 3 * quarter - 2, 3 * groups.get("to_quarter", quarter)
    if "quarters" in groups or "months" in groups:
        return 1, min(groups.get("months", 3 * groups.get("quarters", 0)), MONTHS)
    if match["edge"]:
        return (1, 1) if match["edge"] == "初" else (MONTHS, MONTHS)
    return 1, MONTHS


_NUMBERS = frozenset(("from", "to", "only", "quarter", "to_quarter", "q", "quarters", "months"))


def _month_and_day(match: re.Match[str], year: int, *, relative: bool) -> Stretch | None:
    month = small_number(match["month"])
    first = day(year, month, small_number(match["day"]))
    until = match["to_day"] or match["until"]
    last_month = small_number(match["to_month"]) if match["to_month"] else month
    last = day(year, last_month, small_number(until)) if until else first
    return Stretch.of_days(match.end(), first, last or first, relative=relative) if first else None


def _third(match: re.Match[str], year: int, *, relative: bool) -> Stretch:
    month = small_number(match["only"])
    first, last = _THIRDS[match["third"]]
    final = day(year, month, last or monthrange(year, month)[1])
    return Stretch.of_days(match.end(), day(year, month, first), final, relative=relative)


def _same(end: int, year: int, clock: Clock, *, relative: bool) -> Stretch:
    """去年同期: the stretch named before, in that year."""
    model = clock.named or clock.before
    if model is None or model.first is None or model.last is None or model.first.year != model.last.year:
        return Stretch.of_years(end, year, relative=relative)
    first, last = model.first, model.last
    if model.period and len(model.period.split("/", 1)[0]) == len("2025-02-05"):
        days = [day(year, edge.month, edge.day) or day(year, edge.month, 28) for edge in (first, last)]
        return Stretch.of_days(end, *days, relative=relative)
    if (first.month, last.month) == (1, MONTHS):
        return Stretch.of_years(end, year, relative=relative)
    return Stretch.of_months(end, (year, first.month), (year, last.month), relative=relative)

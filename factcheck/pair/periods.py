"""Periods compared: 2025, 2025-01/2025-10, `by 2025-11`, `since 2022`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

_FIRST, _LAST = "0000-00-00", "9999-99-99"
_YEAR, _DAY = len("2025"), len("2025-06-01")
Relation = Literal["same", "meets", "apart"]


@lru_cache(maxsize=1 << 14)
def bound_period(period: str) -> tuple[str, str]:
    """The first and last day as ISO-like text; open ends are far off. 2025 is 2025-00-00 to 2025-99-99."""
    if period.startswith("by "):
        return _FIRST, _end(period[3:])
    if period.startswith("since "):
        return _start(period[6:]), _LAST
    first, _, last = period.partition("/")
    return _start(first), _end(last or first)


def _start(day: str) -> str:
    return (day + "-00-00")[:10] if len(day) in (4, 7) else day


def _end(day: str) -> str:
    return (day + "-99-99")[:10] if len(day) in (4, 7) else day


def is_of_days(period: str) -> bool:
    """Whether a period is a day, or from one day to another, and not a month or more of the calendar."""
    return any(len(day) >= _DAY for day in period.split("/"))


def is_month(period: str) -> bool:
    """Whether a period is one month."""
    return len(period) == len("2025-06")


def _is_of_months(period: str) -> bool:
    first, _, last = period.partition("/")
    return len(first) == len(last) == len("2025-06")


@lru_cache(maxsize=1 << 16)
def relate_periods(a: str, b: str) -> Relation:
    """The same, one within the other or overlapping, or apart."""
    if a == b:
        return "same"
    if (_is_of_months(a) and (_is_of_months(b) or len(b) == _YEAR)) or (_is_of_months(b) and len(a) == _YEAR):
        return "apart"  # 上半年 and 1—7月, 上半年 and 二季度, 上半年 and the year
    first, second = bound_period(a), bound_period(b)
    return "meets" if first[0] <= second[1] and second[0] <= first[1] else "apart"


def find_quarter_before(period: str) -> str | None:
    """The quarter before a quarter (2025-04/2025-06 → 2025-01/2025-03); None where the period is none."""
    years, months = period[:4], period[5:7]
    if not _is_of_months(period) or int(months) % 3 != 1 or period != _write_quarter(int(years), int(months)):
        return None
    return _write_quarter(int(years), int(months) - 3) if int(months) > 3 else _write_quarter(int(years) - 1, 10)


def _write_quarter(year: int, month: int) -> str:
    return f"{year:04}-{month:02}/{year:04}-{month + 2:02}"

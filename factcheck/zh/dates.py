"""Chinese: the calendar: years, months, days and what frames them. The words are in `words/dates.yaml`."""

from __future__ import annotations

from importlib.resources import files

import msgspec

from factcheck import en
from factcheck.errors import DataError
from factcheck.lexicon import DateLexicon
from factcheck.lexicon.dates import CalendarNumerals
from factcheck.strict_yaml import load
from factcheck.zh.dates_calendar import calendar_patterns
from factcheck.zh.dates_periods import framing_patterns, part_patterns, period_patterns
from factcheck.zh.dates_years import year_patterns


class NumeralWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Letters of numerals, and what each is worth."""

    digits: dict[str, int]
    magnitudes: dict[str, int]
    sums: dict[str, int]
    first: str


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words/dates.yaml`; the file says what its tables are."""

    numerals: NumeralWords
    years_away: dict[str, int]
    months_away: dict[str, int]
    weeks_away: dict[str, int]
    quarters_away: dict[str, int]
    days_away: dict[str, int]
    now: tuple[str, ...]
    years_after: dict[str, int]
    weekdays: dict[str, int]
    month_thirds: dict[str, tuple[int, int]]
    half_years: dict[str, tuple[int, int]]
    year_edges: dict[str, tuple[int, int]]
    centuries: dict[str, int]
    plan_begins: dict[str, int]
    directions: dict[str, int]
    windows_of_years: tuple[str, ...]
    windows_of_months: tuple[str, ...]
    windows_of_days: dict[str, int]
    lasting: tuple[str, ...]
    spanning: tuple[str, ...]
    measured_in_years: tuple[str, ...]
    length_behind: tuple[str, ...]
    telling: tuple[str, ...]
    reports: tuple[str, ...]
    eras: dict[str, int | None]
    times_of_day: tuple[str, ...]
    local_words: tuple[str, ...]


def dates() -> DateLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    home = files("factcheck.zh") / "words" / "dates.yaml"
    words = load(home.read_text("utf-8"), "factcheck/zh/words/dates.yaml", DataError).convert(DateWords)
    return DateLexicon(
        numerals=CalendarNumerals(**msgspec.structs.asdict(words.numerals)),
        calendar=calendar_patterns(words),
        years=year_patterns(words),
        parts=part_patterns(words),
        periods=period_patterns(words),
        framing=framing_patterns(words),
        spelled=en.dates(),
    )

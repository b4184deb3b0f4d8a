"""The calendar in English: 5 March 2024, March 2024, in 2024, the first half of 2024, FY2024, the 1990s."""

from __future__ import annotations

from factcheck.en.tables import EnglishDateWords, any_of, either_case, read_table, verbose
from factcheck.en.text import stretches
from factcheck.lexicon.spelled import SpelledDates

_YEAR = r"(?:1[5-9]|20)\d\d"
_END = r"(?![\d.,/-]\d|\d|[%‰A-Za-z])"  # behind a year: neither digits, nor a month in digits, nor a unit
_NTH = "(?:st|nd|rd|th)?"
_TO = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|and)[ ])"
# The year that a part of it is of: , 2024; of 2024.
_OF_YEAR = rf"(?:(?:，|[ ]of|[ ]in)?[ ](?P<year>{_YEAR}){_END})"
_DAYS = rf"(?P<day>\d{{1,2}}){_NTH}(?:{_TO}(?P<to_day>\d{{1,2}}){_NTH}(?!\d))?"
# Behind Q1 and H1: the year, perhaps a fiscal one.
_SHORT_YEAR = rf"(?:[ ](?:of[ ])?|[-/])?(?:FY[ ]?)?(?P<year>{_YEAR}){_END}"


def read_dates() -> SpelledDates:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/dates.yaml", EnglishDateWords)
    away = either_case((*words.years_away, *words.months_away))
    count = rf"(?:{any_of(words.counts)}|1[01]|[2-9])"
    month = rf"(?:{any_of(words.months)})"
    nth_part = any_of({*words.quarters, *words.halves})
    present = rf"""
        (?<![A-Za-z0-9.,])
        (?: {_YEAR}
          | \d{{1,2}}{_NTH}(?:{_TO}\d{{1,2}}{_NTH})?[ ](?:of[ ])?{month}
          | {month}\.?[ ，–-]
          | (?:{nth_part})[ -](?:quarter|half|{count}[ ])
          | [QqH][1-4] | FY | [Ff]i(?:scal|nancial)
          | {any_of(words.edges)} | {away}
        )
    """
    return SpelledDates(
        stretches=stretches(),
        present=verbose(present),
        forms=tuple(map(verbose, _forms(words, month, count, away))),
        year_alone=verbose(rf"(?P<year>{_YEAR}){_END}(?![ ](?:[a-z]{{1,20}}[ ])?(?:people|yuan|dollars|euros))"),
        year_before=verbose(rf"(?:(?<![A-Za-z])(?:{either_case(words.year_before)})[ ]?|[(（，])[ ]?$"),
        months=words.months,
        quarters={**words.quarters, **{str(number): number for number in range(1, 5)}},
        halves={**words.halves, "1": (1, 6), "2": (7, 12)},
        counts={**words.counts, **{str(number): number for number in range(2, 12)}},
        quarter="quarter",
        edges=words.edges,
        years_away=words.years_away,
        months_away=words.months_away,
        by_before=verbose(rf"(?<![A-Za-z])(?:{either_case(words.by)})(?:[ ]the)?[ ]$"),
        since_before=verbose(rf"(?<![A-Za-z])(?:{either_case(words.since)})(?:[ ]the)?[ ]$"),
    )


def _forms(words: EnglishDateWords, month: str, count: str, away: str) -> tuple[str, ...]:
    """What a date may look like; the first that fits counts."""
    return (
        # 5 March 2024, 5th of March, 5-8 March
        rf"{_DAYS}[ ](?:of[ ])?(?P<month>{month})(?![A-Za-z])\.?(?:，?[ ](?P<year>{_YEAR}){_END})?",
        # March 5, 2024; March 5-8
        rf"(?P<month>{month})\.?[ ]{_DAYS}(?![\d,.:]\d|\d|[A-Za-z%])(?:，?[ ](?P<year>{_YEAR}){_END})?",
        # January to September 2024
        rf"(?P<month>{month})\.?{_TO}(?P<to_month>{month})\.?(?![A-Za-z]){_OF_YEAR}?",
        # March 2024
        rf"(?P<month>{month})\.?{_OF_YEAR}",
        # the third quarter of 2024, the first half of the year, the first nine months
        rf"(?P<quarter>{any_of(words.quarters)})[ -]quarter(?![A-Za-z]){_OF_YEAR}?",
        rf"(?P<half>{any_of(words.halves)})[ -]half(?:{_OF_YEAR}|[ ]of[ ](?:the|this)[ ]year)",
        rf"first[ ](?P<count>{count})[ ](?P<unit>month|quarter)s(?![A-Za-z]){_OF_YEAR}?",
        # Q3 2024, H1 2024
        rf"[Qq](?P<quarter>[1-4]){_SHORT_YEAR}",
        rf"H(?P<half>[12]){_SHORT_YEAR}",
        # fiscal 2024, FY2024/25: of which months it is nothing says
        rf"(?:[Ff]iscal(?:[ ]year)?|[Ff]inancial[ ]year|FY)[ ]?(?P<year>{_YEAR})(?:[-/]\d\d(?:\d\d)?(?!\d))?{_END}",
        # 2019-2024, 2019 to 2024
        rf"(?P<year>{_YEAR})(?:[-–—/]|[ ](?:to|through)[ ])(?P<to_year>{_YEAR}|\d\d){_END}",
        # the end of 2024, early 2024
        rf"(?P<edge>{any_of(words.edges)})[ ]?(?P<year>{_YEAR}){_END}",
        r"(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?![A-Za-z])",
        rf"(?P<away>{away})(?![A-Za-z])",
    )

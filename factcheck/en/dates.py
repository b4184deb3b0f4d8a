"""The calendar in English: 5 March 2024, March 2024, in 2024, the first half of 2024, FY2024, the 1990s."""

from __future__ import annotations

from factcheck.en.tables import DateWords, any_of, either_case, read_table, verbose
from factcheck.en.text import stretches
from factcheck.lexicon.spelled import SpelledDates

_YEAR = r"(?:1[5-9]|20)\d\d"
_END = r"(?![\d.,]\d|\d|[%‰A-Za-z])"


def read_dates() -> SpelledDates:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/dates.yaml", DateWords)
    month = rf"(?:{any_of(words.months)})"
    edge = any_of(words.edges)
    count = rf"(?:{any_of(words.counts)}|1[01]|[2-9])"
    nth = "(?:st|nd|rd|th)?"
    dash = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|and)[ ])"
    forms = (
        # 5 March 2024, 5th of March, 5-8 March
        rf"(?P<day>\d{{1,2}}){nth}(?:{dash}(?P<to_day>\d{{1,2}}){nth})?[ ](?:of[ ])?(?P<month>{month})(?![A-Za-z])\.?(?:，?[ ](?P<year>{_YEAR}){_END})?",
        # March 5, 2024; March 5-8
        rf"(?P<month>{month})\.?[ ](?P<day>\d{{1,2}}){nth}(?![\d,.:]\d|\d|[A-Za-z%])(?:{dash}(?P<to_day>\d{{1,2}}){nth}(?!\d))?(?:，?[ ](?P<year>{_YEAR}){_END})?",
        # January to September 2024
        rf"(?P<month>{month})\.?{dash}(?P<to_month>{month})\.?(?![A-Za-z])(?:(?:，|[ ]of|[ ]in)?[ ](?P<year>{_YEAR}){_END})?",
        # end of March 2024, March 2024
        rf"(?P<month>{month})\.?(?:，|[ ]of)?[ ](?P<year>{_YEAR}){_END}",
        # the third quarter of 2024, the first half of the year, the first nine months
        rf"(?P<quarter>{any_of(words.quarters)})[ -]quarter(?![A-Za-z])(?:(?:[ ]of|[ ]in|，)?[ ](?P<year>{_YEAR}){_END})?",
        rf"(?P<half>{any_of(words.halves)})[ -]half(?![A-Za-z])(?:(?:[ ]of|[ ]in|，)?[ ](?P<year>{_YEAR}){_END})",
        rf"(?P<half>{any_of(words.halves)})[ -]half[ ]of[ ](?:the|this)[ ]year",
        rf"first[ ](?P<count>{count})[ ](?P<unit>month|quarter)s(?:(?:[ ]of|[ ]in|，)?[ ](?P<year>{_YEAR}){_END})?",
        rf"[Qq](?P<quarter>[1-4])(?:[ ](?:of[ ])?|[-/])?(?:FY[ ]?)?(?P<year>{_YEAR}){_END}",
        rf"H(?P<half>[12])(?:[ ](?:of[ ])?|[-/])?(?:FY[ ]?)?(?P<year>{_YEAR}){_END}",
        # fiscal 2024, FY2024
        rf"(?:[Ff]iscal(?:[ ]year)?|[Ff]inancial[ ]year|FY)[ ]?(?P<year>{_YEAR}){_END}(?P<fiscal>(?:[-/]\d\d(?:\d\d)?(?!\d))?)",
        # 2019-2024, 2019 to 2024
        rf"(?P<year>{_YEAR})(?:[-–—/]|[ ](?:to|through)[ ]){_YEAR_TO}{_END}",
        # the end of 2024, early 2024
        rf"(?P<edge>{edge})[ ]?(?P<year>{_YEAR}){_END}",
        rf"(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?![A-Za-z])",
        rf"(?P<away>{either_case((*words.years_away, *words.months_away))})(?![A-Za-z])",
    )
    before = any_of(words.year_before)
    return SpelledDates(
        stretches=stretches(),
        present=verbose(
            rf"(?<![A-Za-z0-9.,])(?:{_YEAR}|\d{{1,2}}{nth}(?:{dash}\d{{1,2}}{nth})?[ ](?:of[ ])?{month}|{month}\.?[ -–]"
            rf"|(?:{any_of({*words.quarters, *words.halves})})[ -](?:quarter|half|{count}[ ])|[QqH][1-4]|FY|[Ff]i(?:scal|nancial)"
            rf"|{edge}|{either_case((*words.years_away, *words.months_away))})"
        ),
        forms=tuple(map(verbose, forms)),
        year_alone=verbose(rf"(?P<year>{_YEAR}){_END}(?![ ](?:[a-z]+[ ]){{0,1}}(?:people|yuan|dollars|euros))"),
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


_YEAR_TO = r"(?P<to_year>(?:1[5-9]|20)\d\d|\d\d)"

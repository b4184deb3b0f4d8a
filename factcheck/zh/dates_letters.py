"""What the patterns of the calendar are made of: a year, a month, a day, and words as alternatives.

All of it may stand in a verbose pattern. The grammar composes: calendar × year × part × day × record. A year is one of
`dates_years`, a part one of `dates_periods`, an hour one of `dates_clock`; whatever reads a time reads it with these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HAN = "零〇一二三四五六七八九"
NOUGHT = "零〇0Oo◯"  # the nought of 二〇〇八, and what typists put for it
_IN_YEAR = f"一二三四五六七八九{NOUGHT}"
YEAR = rf"(?:(?:1[0-9]|20|21)\d\d|[一二][{_IN_YEAR}]{{3}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
MONTH_IN_DIGITS = "(?:1[0-2]|0?[1-9])"
DAY_IN_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])"
_TO_NINE = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十{_TO_NINE}|二十|廿{_TO_NINE}?|卅一?|{_TO_NINE}|十)"
COUNT = r"(?:\d{1,2}|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
DASH = "(?:-|—{1,2}|–|~)"
TO = "[ ]?(?:-|—{1,2}|–|~|至|到|、|及|和|与|/)[ ]?"

# A year of two digits: 05, 23, 98, 零八, 九八. Of 七八年 nobody knows whether it is a year or seven or eight of them.
SHORT_YEAR = rf"(?:[0125-9]\d|[{NOUGHT}]{_TO_NINE}|[一二六][{HAN}]|七[{HAN}]|八[{HAN}]|九[{HAN}])"
SURE_SHORT_YEAR = rf"(?:0\d|[89]\d|[{NOUGHT}]{_TO_NINE}|九[{HAN}])"  # no length of time is likely so long, or begins so
NO_SHORT_YEAR = "一二|二三|六七|七八|八九"
# Of brokers: Q3, 3Q, H1, 1H, 9M (nine months); no part of a word or a number.
CODE = r"(?:[QH][1-4]|[1-4][QH]|[369]M)(?![\dA-Za-z]|[ ]?版)"
# Years that need not begin in January: 财年, 财政年度; and of schools.
FISCAL = "财年|财政年度|会计年度"
SCHOOL = "学年度?"


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def not_behind(words: Iterable[str]) -> str:
    """Looks back: none of the words stands before."""
    return "".join(f"(?<!{word})" for word in words)


def behind(words: Iterable[str]) -> re.Pattern[str]:
    """Ends with one of the words; searched up to a place."""
    return re.compile(f"(?:{one_of(words)})$")


def begin_with(letters: str, written: str) -> re.Pattern[str]:
    """Where the pattern begins to match, found by the letters that it may begin with; what matches is the first one.

    A search for one of some letters is quick, one for many alternatives looks at each of them at each letter.
    """
    return verbose(rf"[{letters}](?<=(?={written}).)")


def verbose(written: str) -> re.Pattern[str]:
    """The pattern, in which spaces and lines only part what they stand between."""
    return re.compile(written, re.VERBOSE)

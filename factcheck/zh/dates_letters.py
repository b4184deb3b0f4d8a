"""What the patterns of the calendar are made of: a year, a month, a day, and words as alternatives.

All of it may stand in a verbose pattern.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HAN = "零〇一二三四五六七八九"
YEAR = rf"(?:(?:1[0-9]|20|21)\d\d|[一二][{HAN}0]{{3}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
MONTH_IN_DIGITS = "(?:1[0-2]|0?[1-9])"
DAY_IN_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])"
_TO_NINE = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十{_TO_NINE}|二十|廿{_TO_NINE}?|{_TO_NINE}|十)"
COUNT = r"(?:\d{1,2}|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
DASH = "(?:-|—{1,2}|–|~)"
TO = "[ ]?(?:-|—{1,2}|–|~|至|到|、|及|和|与|/)[ ]?"


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def not_behind(words: Iterable[str]) -> str:
    """Looks back: none of the words stands before."""
    return "".join(f"(?<!{word})" for word in words)


def verbose(written: str) -> re.Pattern[str]:
    """The pattern, in which spaces and lines only part what they stand between."""
    return re.compile(written, re.VERBOSE)

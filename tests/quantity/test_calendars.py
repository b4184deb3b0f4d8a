from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.quantity.calendars import calendar_number
from factcheck.quantity.periods import calendar_end

# text, how many of its first letters are the expression; 0 for none
AT_THE_START = [
    ("2000多家", 0),
    ("2500年历史", 0),
    ("3个月内", 0),
    ("100点", 0),
    ("2025年增长", 5),
    ("2024/25年度", 9),
    ("2024年3月5日至8日", 12),
    ("1至10月", 5),
    ("二季度", 3),
    ("90年代", 4),
    ("8时30分", 5),
    ("21世纪初", 5),
]
# text, where the numeral begins, where the expression ends
BEHIND = [
    ("至少3日", 2, 2),  # so many days
    ("提前5年", 2, 2),
    ("下午3点到", 2, 4),
    ("民国35年", 2, 5),
    ("近五年", 1, 3),
    ("过去12个月", 2, 6),
]
NUMBERS = [
    ("05", 5),
    ("٣", 3),
    ("元", 1),
    ("两", 2),
    ("十", 10),
    ("十五", 15),
    ("三十一", 31),
    ("廿", 20),
    ("廿五", 25),
    ("一百一", 110),
    ("一百零一", 101),
    ("一百一十四", 114),
    ("一一四", 114),
    ("二〇二五", 2025),
    ("二00八", 2008),
]


@pytest.mark.parametrize(("text", "length"), AT_THE_START)
def test_where_an_expression_ends(text: str, length: int) -> None:
    assert calendar_end(text, 0, zh.lexicon().dates, traditional=False) == length


@pytest.mark.parametrize(("text", "start", "end"), BEHIND)
def test_what_stands_before_decides(text: str, start: int, end: int) -> None:
    assert calendar_end(text, start, zh.lexicon().dates, traditional=False) == end


def test_years_of_the_republic_only_in_traditional_text() -> None:
    lexicon = zh.lexicon().dates
    assert calendar_end("112年失业率", 0, lexicon, traditional=True) == len("112年")
    assert calendar_end("112年失业率", 0, lexicon, traditional=False) == 0
    assert calendar_end("约112年失业率", 1, lexicon, traditional=True) == 1


@pytest.mark.parametrize(("letters", "value"), NUMBERS)
def test_numerals_of_the_calendar(letters: str, value: int) -> None:
    assert calendar_number(letters, zh.lexicon().dates.numerals) == value

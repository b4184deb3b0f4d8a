from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_docs import PUBLISHED, render, sections

from factcheck import quantities, zh
from factcheck.quantity import dates
from factcheck.quantity.clock import Clock
from factcheck.quantity.periods import WORDED
from factcheck.text import prepare

DOCS = Path(__file__).parents[2] / "docs" / "times.md"
LENGTHS = [text for section in sections() for text in section.lengths]
ROWS = [(text, rows) for section in sections() for text, rows in section.rows.items()]
HAN = "〇一二三四五六七八九"


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (found.text, found.period)
        for found in dates(prepare(text, lexicon=zh.lexicon()), published, zh.lexicon().dates)
    ]


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_row(text: str, rows: list[str]) -> None:
    assert [f"{span} | {period or '-'}" for span, period in times(text)] == rows


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_no_figure_is_read_in_a_time(text: str, rows: list[str]) -> None:
    spans = [(text.index(row.split(" | ")[0]), len(row.split(" | ")[0])) for row in rows]
    assert not [q.text for q in quantities(text) if any(at <= q.start < at + length for at, length in spans)]


@pytest.mark.parametrize(
    "text", ["历时21年", "从教30年获奖3次", "有期徒刑15年并处罚金3万元", "10年国债收益率为2.5%", "15年累计营收3亿元"]
)
def test_a_length_stays_a_figure(text: str) -> None:
    assert any(found.kind == "duration" for found in quantities(text))


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("98年，公司营收3亿元", "1999-03-01", "1998"),
        ("05年公司营收3亿元", None, "2005"),
        ("27年底投产", "2025-03-01", "2027-12"),
        ("立法院98年度预算", "2010-03-01", "2009"),
        ("立法院于89年6月表决", "2019-03-01", "1989-06"),  # no text of 2019 counts 89 by the Republic
    ],
)
def test_the_article_tells_the_century(text: str, published: str | None, period: str) -> None:
    stored = text if "立" not in text else text.replace("预", "預").replace("决", "決").replace("于", "於")
    assert [found for _, found in times(stored, published)] == [period]


def test_the_page_is_rendered_from_the_tables() -> None:
    assert DOCS.read_text("utf-8") == render(), "run: python tests/time_docs.py > docs/times.md"


def _said(number: int) -> str:
    ten, one = divmod(number, 10)
    return ("" if ten < 2 else HAN[ten]) + ("十" if ten else "") + (HAN[one] if one else "")


def _year_names(year: int) -> list[str]:
    """Every way to write a year that needs no word around it."""
    digits = "".join(HAN[int(digit)] for digit in str(year))
    names = [f"{year}年", f"{year} 年", f"{digits}年", digits.replace("〇", "O") + "年", f"民国{year - 1911}年"]
    return [*names, f"’{year % 100:02}年", f"公元{year}年"]


_YEARS = st.integers(1950, 2030)
_MONTHS = st.integers(1, 12)


@settings(max_examples=60, deadline=None)
@given(_YEARS, _MONTHS)
def test_every_year_and_its_parts_round_trip(year: int, month: int) -> None:
    quarter, half = (month + 2) // 3, (month + 5) // 6
    parts = {
        "": f"{year}",
        f"{month}月": f"{year}-{month:02}",
        f"{_said(month)}月": f"{year}-{month:02}",
        f"第{HAN[quarter]}季度": f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}",
        f"Q{quarter}": f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}",
        f"{quarter}Q": f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}",
        f"{'上下'[half - 1]}半年": f"{year}-{6 * half - 5:02}/{year}-{6 * half:02}",
        "底": f"{year}-12",
    }
    for name in _year_names(year):
        for part, period in parts.items():
            assert times(name + part, "2020-06-15") == [(name + part, period)]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_every_day_round_trips(day: date) -> None:
    said = f"{_said(day.month)}月{_said(day.day)}日"
    for written in (f"{day.month}月{day.day}日", said, said.replace("二十", "廿"), f"{day.month} 月 {day.day} 日"):
        for name in _year_names(day.year):
            assert times(name + written, "2020-06-15") == [(name + written, day.isoformat())]
            if day.month < 12 and (day + timedelta(1)).month != day.month:
                ended = f"截至{name}{written}止{_said(day.month)}个月"
                first, last = f"{day.year}-01", f"{day.year}-{day.month:02}"
                assert [found for _, found in times(ended, "2020-06-15")] == [
                    first if first == last else f"{first}/{last}"
                ]


@settings(max_examples=60, deadline=None)
@given(st.integers(2000, 2024), st.integers(1, 4))
def test_every_code_and_fiscal_year_round_trips(year: int, quarter: int) -> None:
    short = f"{year % 100:02}"
    months = f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"
    codes = (f"{short}Q{quarter}", f"{year}Q{quarter}", f"{quarter}Q{short}", f"{quarter}Q{year}", f"Q{quarter} {year}")
    for code in codes:
        assert times(f"{code}营收3亿元", "2020-06-15") == [(code, months)]
    for name in (f"FY{short}", f"FY{year}", f"{year}财年", f"{short}财年", f"{year}财政年度", f"{year}会计年度"):
        assert times(f"{name}营收3亿元", "2020-06-15") == [(name, str(year))]
        assert [period for _, period in times(f"{name}Q{quarter}营收3亿元", "2020-06-15")] == [None]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(1, 31))
def test_a_day_is_the_nearest_to_the_article_whatever_stands_before(today: date, number: int) -> None:
    near = [found for away in range(-45, 46) if (found := today + timedelta(away)).day == number]
    nearest = min(near, key=lambda found: (abs(found - today), found > today))
    for before in ("", "当地时间", "去年的数据", f"{today.year}年的数据", "记者"):
        (_, period) = times(f"{before}{number}日公布", today.isoformat())[-1]
        found = date.fromisoformat(period or "")
        assert abs(found - today) == abs(nearest - today)
        assert found.day == number


def test_what_begins_with_a_word_reads_nothing_at_a_digit():
    """At a digit of a text these readers are left out: so none of them may read there, and each reads somewhere."""
    lexicon, clock = zh.lexicon(), Clock.of(PUBLISHED, local_era=False)
    worded = ("昨天", "上周二", "近5年", "“十四五”期间", "上季度")
    texts = (*worded, *LENGTHS, *(text for text, _ in ROWS))
    folded = [prepare(text, lexicon=lexicon).folded for text in texts]
    read = [
        (reader.__name__, letter)
        for text in folded
        for at, letter in enumerate(text)
        for reader in WORDED
        if reader(text, at, clock, lexicon.dates)
    ]
    assert not [name for name, letter in read if "0" <= letter <= "9"]
    assert {name for name, _ in read} == {reader.__name__ for reader in WORDED}

from __future__ import annotations

from datetime import date

import pytest

from factcheck import zh
from factcheck.quantity import DateExpression, dates, periods
from factcheck.quantity.clock import Clock
from factcheck.text import prepare


def found_in(text: str, published: str | None = None) -> tuple[DateExpression, ...]:
    return dates(prepare(text, lexicon=zh.lexicon()), published, zh.lexicon().dates)


# text, date of the document, the periods in it
ABSOLUTE = [
    ("2025年全年", ["2025"]),
    ("2024年9月26日", ["2024-09-26"]),
    ("2024 年 9 月 26 日", ["2024-09-26"]),
    ("二〇二五年三月", ["2025-03"]),
    ("2023-08-13 13:41", ["2023-08-13"]),
    ("2018年至2020年", ["2018/2020"]),
    ("2021—2025年", ["2021/2025"]),
    ("2024/25年度", ["2024/2025"]),
    ("2024-25年度", ["2024/2025"]),
    ("2024年上半年", ["2024-01/2024-06"]),
    ("2024年第三季度", ["2024-07/2024-09"]),
    ("2024年1至10月", ["2024-01/2024-10"]),
    ("2024年1月—10月", ["2024-01/2024-10"]),
    ("2024年3月5日至8日", ["2024-03-05/2024-03-08"]),
    ("2024年3月30日至4月2日", ["2024-03-30/2024-04-02"]),
    ("2024年底", ["2024-12"]),
    ("截至2023年末", ["by 2023-12"]),
    ("自2022年起", ["since 2022"]),
    ("2020年以来", ["since 2020"]),
    ("2023年7月26日24时止", ["2023-07-26"]),
    ("自2023年7月26日24时起", ["since 2023-07-27"]),  # the same moment, written in two ways
    ("自2023年7月27日0时起", ["since 2023-07-27"]),
    ("“十四五”期间", ["2021/2025"]),
    ("「十五五」規劃", ["2026/2030"]),
    ("20世纪90年代", ["1990/1999"]),
    ("1980年代", ["1980/1989"]),
    ("21世纪", ["2001/2100"]),
    ("民国35年", ["1946"]),
    ("民國114年", ["2025"]),
    ("臺灣112年失業率與113年1月", ["2023", "2024-01"]),
    ("臺灣114學年度", ["2025/2026"]),
    ("2022年8月开工，9月完工", ["2022-08", "2022-09"]),
    ("3.7月31日", [None]),
    ("2月30日", [None]),
]
RELATIVE = [
    ("今年", "2025-02-07", ["2025"]),
    ("去年", "2025", ["2024"]),
    ("前年", "2025", ["2023"]),
    ("明年", "2025", ["2026"]),
    ("今年1至10月", "2025-12-01", ["2025-01/2025-10"]),
    ("今年上半年增长，去年同期下降", "2025-08-01", ["2025-01/2025-06", "2024-01/2024-06"]),
    ("首季", "2025-08", ["2025-01/2025-03"]),
    ("首三季", "2025-11", ["2025-01/2025-09"]),
    ("前三季度", "2025-11", ["2025-01/2025-09"]),
    ("首10個月", "2025-12", ["2025-01/2025-10"]),
    ("第二季度", "2025-08", ["2025-04/2025-06"]),
    ("過去12個月", "2025-08-03", ["2024-08/2025-08"]),
    ("近五年", "2025", ["2020/2025"]),
    ("未来三年", "2025", ["2025/2028"]),
    ("截至11月", "2025-12-05", ["by 2025-11"]),
    ("截至8月7日", "2023-08-09", ["by 2023-08-07"]),
    ("截至目前", "2023-08-09", ["by 2023-08-09"]),
    ("5月", "2025-02-10", ["2024-05"]),
    ("3月", "2025-02-10", ["2025-03"]),
    ("12月底", "2025-01-05", ["2024-12"]),
    ("2月5日", "2025-02-10", ["2025-02-05"]),
    ("7日、8日", "2025-02-10", ["2025-02-07/2025-02-08"]),
    ("28日", "2025-03-02", ["2025-02-28"]),
    ("28日", "2025-07-24", ["2025-07-28"]),  # the nearest, before or after
    ("5日", "2025-07-24", ["2025-08-05"]),
    ("今年的营收，28日公布", "2025-07-24", ["2025", "2025-07-28"]),  # a year names no month
    ("7月6日至8日，9日", "2025-07-20", ["2025-07-06/2025-07-08", "2025-07-09"]),
    ("6月30日，1日", "2025-07-02", ["2025-06-30", "2025-07-01"]),
    ("昨天", "2025-03-01", ["2025-02-28"]),
    ("本月", "2025-03", ["2025-03"]),
    ("上个月", "2025-01-15", ["2024-12"]),
    ("上周五", "2025-03-05", ["2025-02-28"]),
]


@pytest.mark.parametrize(("text", "periods"), ABSOLUTE)
def test_what_needs_no_document_date(text: str, periods: list[str | None]) -> None:
    found = found_in(text)
    assert [each.period for each in found] == periods
    assert not any(each.relative for each in found if each.period)


@pytest.mark.parametrize(("text", "published", "periods"), RELATIVE)
def test_relative_to_the_document(text: str, published: str, periods: list[str]) -> None:
    found = found_in(text, published)
    assert [each.period for each in found] == periods
    assert all(each.relative for each in found)


@pytest.mark.parametrize("text", ["去年同期", "今年", "5月", "昨天", "近五年", "上周五", "截至目前"])
def test_without_a_document_date_it_is_left_open(text: str) -> None:
    (found,) = found_in(text)
    assert (found.period, found.first, found.last, found.text) == (None, None, None, text)


@pytest.mark.parametrize("published", ["", "nonsense", "0000", "2025-13", "2025-02-30", "9999-12-31", "0001-01-01"])
def test_a_broken_document_date_raises_nothing(published: str) -> None:
    found_in("今年、去年、大前年、昨天、明天、上周、下周日、近99年、过去12个月、5月、28日", published)


def test_days_are_ordinals() -> None:
    (found,) = found_in("2024年2月")
    assert (found.first, found.last) == (date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal())


def test_open_ends() -> None:
    by, since = found_in("截至2023年末。自2022年以来")
    assert by.first is None
    assert by.last == date(2023, 12, 31).toordinal()
    assert since.first == date(2022, 1, 1).toordinal()
    assert since.last is None


@pytest.mark.parametrize("text", ["2000多家", "3.5倍", "GPT2025", "12345678", "第3届", "1200人"])
def test_no_date(text: str) -> None:
    assert found_in(text, "2025-02-07") == ()


@pytest.mark.parametrize(
    "begins",
    [
        "3月", "十月", "大前年", "前年", "今年", "本年度", "上半年", "全年", "年内", "年初", "上世纪", "本世纪",
        "第三季", "前5月", "首两月", "近三年", "最近三年", "过去5年", "未来两年", "首季", "Q3", "H1", "FY24", "'98年",
        "’98年", "零八年", "O八年", "“十四五”", "今早", "昨晚", "前日", "明天", "后天", "上个月", "这个月",
        "下周", "截至目前", "上季", "去年", "本财年", "上期", "同年", "翌年", "次年", "当年", "来年",
        *zh.lexicon().dates.years.eras,
    ],
)  # fmt: skip
def test_what_a_date_may_begin_with_is_found_by_its_first_letter(begins):
    assert zh.lexicon().dates.periods.anchor.search("岚光" + begins).start() == 2


@pytest.mark.parametrize("text", ["岚光公司", "后来", "上海", "第三名"])
def test_a_first_letter_alone_begins_no_date(text):
    assert zh.lexicon().dates.periods.anchor.search(text.replace("三", "")) is None


@pytest.mark.parametrize("published", [None, "2024-05-06"])
@pytest.mark.parametrize(
    "text",
    [
        "3月", "3月5日", "3月5日至8日", "1月至3月", "12月份", "3月上旬", "3月底", "5日", "15日至18日",
        "5日、6日", "20240812日", "2024812日", "45月", "1234日", "0日", "31日游", "3日内", "08月", "2月30日",
    ],
)  # fmt: skip
def test_readers_that_are_not_asked_before_a_month_or_a_day_would_find_nothing(text, published):
    clock, lexicon = Clock.of(published), zh.lexicon().dates
    asked = periods.readers_at(text, 0, lexicon)
    assert len(asked) < 3
    assert not any(reader(text, 0, clock, lexicon) for reader in periods.READERS if reader not in asked)

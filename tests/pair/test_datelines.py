"""On which days an article may have been written, where its metadata say nothing."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.pair.datelines import Day, count_days_between, find_days
from factcheck.run.article import read_article


def find(text: str, date: str | None = None) -> set[Day]:
    article = read_article(factcheck.Document(id="a", text=text, date=date))
    return set(find_days(article, zh.lexicon()))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("望澜港昨天开港，比分是8-6。", set()),
        ("望澜港2月30日开港。", set()),  # no day of the calendar
        ("8月10日，望澜港开港；8月12日，云汀港封港。", {Day(None, 8, 10), Day(None, 8, 12)}),
        ("新华社云汀3月5日电 望澜港2月27日开港。", {Day(None, 3, 5)}),  # the dateline, and not what it tells of
        ("二〇二五年三月五日，望澜港开港。", {Day(2025, 3, 5)}),
        ("2025-08-01 17:54\n\n望澜港7月30日开港。", {Day(2025, 8, 1)}),
        ("8月1日 08:30\n\n望澜港7月30日开港。", {Day(None, 8, 1)}),
    ],
)
def test_days_of_an_article_without_a_date(text, days):
    assert find(text) == days


def test_a_date_decides_alone():
    assert find("8月10日，望澜港开港。", "2025-09-01") == {Day(2025, 9, 1)}


@pytest.mark.parametrize(
    ("ours", "theirs", "days"),
    [
        ([], [Day(2025, 8, 1)], 0),  # nothing is known
        ([Day(None, 8, 1)], [Day(2025, 8, 4)], 3),
        ([Day(None, 12, 31)], [Day(2025, 1, 2)], 2),
        ([Day(2024, 8, 1)], [Day(2025, 8, 1)], 365),
        ([Day(None, 8, 1), Day(None, 8, 9)], [Day(2025, 8, 10)], 1),
    ],
)
def test_days_between(ours, theirs, days):
    assert count_days_between(ours, theirs) == count_days_between(theirs, ours) == days

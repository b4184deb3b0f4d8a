"""Web pages: what surrounds an article is none of it."""

from __future__ import annotations

import time

import pytest
from documents import PAGE, article, loaded, where

from factcheck.run.article import read_article


def test_what_surrounds_the_article_is_left_out():
    text = article("a.html", PAGE.encode()).text
    for other in ("99万亩", "12万亩", "50万亩", "3万亩", "2020", "首页", "评论"):
        assert other not in text


def test_a_page_says_what_it_is():
    page = article("a.html", PAGE.encode())
    assert (page.title, page.date, page.source) == ("青禾市去年造林36万亩", "2024-03-05", "晨报网")
    assert page.url == "https://chenbao.example/a/1.html"


def test_a_date_that_is_only_in_the_text_is_not_that_of_the_page():
    page = PAGE.replace("2024-03-05T08:00:00+08:00", "").replace("昨日通报", "2019年8月8日通报")
    assert article("a.html", page.encode()).date is None


def test_tables_stay_tables_and_places_have_words():
    page = article("a.html", PAGE.encode())
    assert "| 县区 | 面积（万亩） |\n| --- | --- |\n| 东岭县 | 20 |" in page.text
    assert where(page, "20 |") == "table 1, row 2, cell 2"
    assert where(page, "三成", "zh-hans") == "第3段"
    figures = {claim.text: claim for claim in read_article(page).claims}
    assert (figures["20"].subject, figures["20"].is_cell) == ("东岭县", True)


BRIEF = """<html><head><meta charset="utf-8"><title>青禾市去年造林36万亩</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/c">城市</a></div>
<div class="main"><h1>青禾市去年造林36万亩</h1><p>青禾市去年完成造林36万亩，比前年多6万亩，其中松林占三成。</p>{}</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/3">全市1200家企业复工</a></li></ul></div></body></html>"""


def test_a_short_article_is_no_less_one():
    table = "<table><tr><th>县区</th><th>面积（万亩）</th></tr><tr><td>东岭县</td><td>20</td></tr></table>"
    for more in ("", table):
        text = article("a.html", BRIEF.format(more).encode()).text
        assert "首页" not in text
        assert "1200家" not in text
        assert "占三成。\n" in text
        assert ("| 东岭县 | 20 |" in text) == bool(more)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_encoding_is_told_by_the_page_or_by_its_letters(encoding):
    page = PAGE.replace('charset="utf-8"', 'charset="gb2312"' if encoding == "gb18030" else 'charset="utf-8"')
    assert "三成" in article("a.htm", page.encode(encoding)).text


def test_a_page_that_is_wrong_about_its_encoding_is_read():
    page = PAGE.replace('charset="utf-8"', 'charset="no-such"')
    assert "三成" in article("a.html", page.encode()).text


def test_a_page_in_a_text_file_is_read_as_it_is_written():
    assert "<nav>" in article("a.txt", PAGE.encode()).text


@pytest.mark.parametrize(
    "page",
    ["<html>" + "<div>" * 50_000, "<p>" * 99_000, "<html>" + "<p>造林3万亩。</p>" * 50_000, "<!DOCTYPE html><" * 9_999,
     "<html><!--" + "<!--" * 100_000, "<html><p " + "a" * 1_000_000],
)  # fmt: skip
def test_no_page_takes_for_ever(page):
    began = time.monotonic()
    loaded("a.html", page.encode())
    assert time.monotonic() - began < 60


def test_a_page_without_an_article_is_passed_over_and_fatal_where_it_is_named():
    for named in (False, True):
        found, skipped = loaded("a.html", b"<html><nav><a href='/'>x</a></nav></html>", named=named)
        assert found == []
        assert (skipped[0].reason, skipped[0].fatal) == ("no article was found in the page", named)


def test_a_page_of_too_many_elements_is_refused():
    found, (skipped,) = loaded("a.html", b"<p>" * 100_001)
    assert found == []
    assert skipped.fatal
    assert "over 100,000 elements in one page" in skipped.reason

from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.text import prepare

LEXICON = zh.lexicon()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。\n——",
        "望澜市去年产值300亿元。\n其中出口30亿元。",
        "望澜市去年产值300亿元，其中出口30亿元",
        "望澜产值三百亿？ 记者走访多家企业。\n产值去年增长。",
        "2025-08-01 17:54\n\n望澜市去年产值300亿元。其中出口30亿元。",  # when it was printed
        "8月1日 星期五\n望澜市去年产值300亿元。",
    ],
)
def test_no_headline(text):
    assert prepare(text, lexicon=LEXICON).headline is None


@pytest.mark.parametrize(
    ("text", "headline", "lead"),
    [
        ("望澜产值破300亿\n去年产值300亿元。其中出口30亿元。", "望澜产值破300亿", "望澜产值破300亿\n去年产值300亿元。"),
        ("  望瀾產值破300億  \r\n去年產值300億元。", "望瀾產值破300億", "望瀾產值破300億  \r\n去年產值300億元。"),
        ("望澜产值破300亿！\n", "望澜产值破300亿！", "望澜产值破300亿！"),
        ("2025-08-01\n望澜产值破300亿\n去年产值300亿元。", "望澜产值破300亿", "望澜产值破300亿\n去年产值300亿元。"),
    ],
)
def test_headline_and_lead(text, headline, lead):
    found = prepare(text, lexicon=LEXICON)
    assert text[slice(*found.headline)] == headline
    assert text[slice(*found.lead)] == lead


def test_the_lead_of_a_text_without_a_headline_is_its_first_two_sentences():
    text = "去年产值300亿元。其中出口30亿元。其余内销。"
    assert text[slice(*prepare(text, lexicon=LEXICON).lead)] == "去年产值300亿元。其中出口30亿元。"
    assert prepare("——", lexicon=LEXICON).lead is None


def test_the_line_of_the_day_is_not_in_the_lead():
    text = "2025-08-01 17:54\n\n去年产值300亿元。其中出口30亿元。其余内销。"
    assert text[slice(*prepare(text, lexicon=LEXICON).lead)] == "去年产值300亿元。其中出口30亿元。"

"""The letters by which a ruling knows a sentence are those that the version before read, whatever folds them today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import zh
from factcheck.text import prepare
from factcheck.text.identity import identify

ROWS = json.loads((Path(__file__).parent / "data" / "identities.json").read_text("utf-8"))
LONG = "望澜市" + "、".join(f"第{n}区产量{n}万吨" for n in range(1, 120)) + "。"


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_the_version_before_read(row):
    front = row["text"].find("---\n", 4) + 4 if row["text"].startswith("---") else 0
    text = prepare(row["text"], front, lexicon=zh.lexicon())
    for start, end, letters in row["places"]:
        assert identify(text, start, end, zh.lexicon().text) == letters


def test_neither_folding_nor_sentences_of_today_are_asked():
    text = prepare("望瀾市**36家**。\n乾安縣共有二十家企業在岚湾設廠，去年又多了三家。", lexicon=zh.lexicon())
    other = type(text)(stored=text.stored, folded="x" * len(text.folded), sentences=(), headline=None, lead=None)
    at = text.stored.index("二十")
    known = identify(text, at, at + 3, zh.lexicon().text)
    assert identify(other, at, at + 3, zh.lexicon().text) == known == "乾安县共有二十家企业在岚湾设厂去年又多了三家"


def test_what_runs_on_is_cut_where_it_was():
    text = prepare(LONG, lexicon=zh.lexicon())
    at = LONG.index("第93区")
    assert identify(text, at, at + 4, zh.lexicon().text).startswith("第93区产量93万吨")


def test_nothing_but_marks_has_no_letters():
    text = prepare("……！", lexicon=zh.lexicon())
    assert identify(text, 0, 1, zh.lexicon().text) == ""


def test_a_text_without_a_traditional_letter_is_left_as_it_is():
    """A phrase that the converter would change for its word alone: so it was when the first rulings were written."""
    fold = zh.lexicon().text.identity.folding.fold
    assert fold("渡轮公司藉由夜航增加班次") == "渡轮公司藉由夜航增加班次"
    assert fold("渡輪公司藉由夜航增加班次") == "渡轮公司借由夜航增加班次"

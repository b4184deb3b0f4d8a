"""Words that no editor would write stay out of all that a person reads in Chinese, and odd ones out of the English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck
from factcheck.messages import help_text, keys, rule_page, text
from factcheck.messages.catalogue import _help, _in_traditional, _rows, _traditional
from factcheck.rules import RULES

ROOT = Path(factcheck.__file__).parents[1]
PAGES = [*sorted((ROOT / "docs" / "zh").rglob("*.md")), ROOT / "README.zh.md"]
# What the tool said once → what an editor says
BANNED = {
    "算不上": "对不上", "处发现": "处疑点", "把握": "可信度", "程度": "级别", "裁定": "判定", "台账": "核实库",
    "抄录": "转载", "抄件": "转载稿", "文章登了": "全文出现", "另作": "一说", "后作": "后改为", "实绩": "实际值",
    "可达": "取值范围", "能否都对": "能否同时成立", "不是能读的": "不支持的", "读不出来": "无法读取",
    "说得通": "可能是", "文前": "文件头", "少见的词": "罕用词", "同一方面": "口径相同", "接受了": "已登记",
    "最多：": "最集中：", "是不是": "您是否", "用中文说话": "以中文输出", "说一点": "精简、详细输出",
    "都认下来": "登记为已知", "限度": "局限", "办法": "建议",
}  # fmt: skip
_YOU = re.compile("你")  # one form of address: 您
# Half-width marks between Chinese letters; a name of a file or an option may end before one
_HALF = re.compile(r"[一-鿿][,;:?!()]|[,;?!()][一-鿿]")
_ENGLISH = re.compile(r"\bmend\b|no known kind|fewer than none|\btold\b|\bstands?\b")


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize("key", keys())
def test_a_message_is_one_that_an_editor_would_write(key, language):
    holes = dict.fromkeys(re.findall(r"\{(\w+)\}", _rows()[key].en), "")
    said = text(key, language, **holes)
    banned = BANNED if language == "zh-hans" else {_in_traditional(word) for word in BANNED}
    assert [word for word in banned if word in said] == []
    assert not _YOU.search(said)
    assert not _HALF.search(said)


@pytest.mark.parametrize("code", RULES)
def test_a_page_of_a_rule_is_one_that_an_editor_would_write(code):
    page = rule_page(code, "", "zh-hans")
    assert [word for word in BANNED if word in page] == []
    assert not _YOU.search(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_documentation_in_chinese_has_the_words_of_the_tool(page):
    said = page.read_text("utf-8")
    assert [word for word in BANNED if word in said] == []
    assert not _YOU.search(said)


@pytest.mark.parametrize("key", keys())
def test_a_message_in_english_is_plain(key):
    assert not _ENGLISH.search(_rows()[key].en)


def test_hong_kong_and_taiwan_have_their_own_words_and_marks():
    assert _in_traditional("把“文件”放进文件夹") == "把「檔案」放進資料夾"
    assert _in_traditional("一个文档，一个文件") == "一個文件，一個檔案"  # one word after the other, none twice
    assert text("ledger.made", "zh-hant") == "已為核實庫新建此資料夾，存放事實、判定和基線"


def test_no_word_of_the_table_is_left_in_the_other_script_alone():
    own, script = _traditional()
    assert all(script.convert(word) == word for word in own.values())
    bare = "|".join({script.convert(word) for word in own} - set(own.values()))
    ours = "|".join(sorted(own.values(), key=len, reverse=True))
    said = [text(key, "zh-hant", **dict.fromkeys(re.findall(r"\{(\w+)\}", _rows()[key].en), "")) for key in keys()]
    said += [rule_page(code, "", "zh-hant") for code in RULES]
    assert [one for one in said if re.search(bare, re.sub(ours, "", one))] == []


def test_no_letter_is_changed_for_one_of_another_word():
    said = [text(key, "zh-hant", **dict.fromkeys(re.findall(r"\{(\w+)\}", _rows()[key].en), "")) for key in keys()]
    said += [rule_page(code, "", "zh-hant") for code in RULES]
    said += [help_text(english, "zh-hant") for english in _help()]
    assert [one for one in said if re.search("明瞭|捱得|里公文|后|(?<!為)唯讀", one)] == []

from __future__ import annotations

import pytest

from factcheck import Document, zh
from factcheck.pair.aliases import Aliases, find_aliases
from factcheck.run.article import read_article

LEXICON = zh.lexicon()


@pytest.mark.parametrize(
    "text", ["陈望（记者）", "记者（陈望）", "望澜（东礁新区）", "陈望（42岁）", "第二号（B2）", "人工智能（AI）"]
)
def test_what_is_no_name_in_parentheses(text):
    assert find_aliases(LEXICON.text.fold(text), LEXICON.pair.aliases) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("总部设在望澜的蓝鲸智能（BlueOrca）", ("蓝鲸智能", "BlueOrca")),
        ("BlueOrca（藍鯨智能）", ("蓝鲸智能", "BlueOrca")),
        ("望澜海洋研究院（以下简称“海研院”）", ("望澜海洋研究院", "海研院")),
    ],
)
def test_names_that_a_text_defines(text, pair):
    assert find_aliases(LEXICON.text.fold(text), LEXICON.pair.aliases) == [pair]


def article(name: str, text: str):
    return read_article(Document(id=name, text=text))


def test_one_article_alone_defines_a_name_for_itself_only():
    articles = [article("a", "蓝鲸智能（BlueOrca）成立。"), article("b", "蓝鲸智能扩建。")]
    aliases = Aliases(articles, lexicon=LEXICON)
    assert aliases.rewriter("a")("蓝鲸智能") == "BlueOrca"
    assert aliases.rewriter("b")("蓝鲸智能") == "蓝鲸智能"


def test_two_articles_that_agree_define_it_for_all():
    articles = [article(name, "蓝鲸智能（BlueOrca）成立。") for name in "ab"] + [article("c", "蓝鲸智能扩建。")]
    assert Aliases(articles, lexicon=LEXICON).rewriter("c")("蓝鲸智能") == "BlueOrca"


def test_the_ledger_holds_everywhere():
    aliases = Aliases([article("a", "海研院扩建。")], [["望澜海洋研究院", "海研院"]], lexicon=LEXICON)
    assert aliases.rewriter("a")("海研院") == "望澜海洋研究院"

"""Two articles with different figures for one fact. What must not be reported comes first."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

FORM = "望澜市跨江大桥今年将开工，总投资{}，全长3公里。"


def found(one: str, other: str, **meta: str):
    documents = [Document(id=name, text=text, date="2025-03-01", **meta) for name, text in (("a", one), ("b", other))]
    return [finding for finding in scan(documents).findings if finding.rule == "FC101"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FORM.format("23.68亿元"), FORM.format("23.7亿元")),  # rounded
        (FORM.format("超过23亿元"), FORM.format("25亿元")),  # within the reach of the hedge
        (FORM.format("23.6亿元"), FORM.format("236亿元")),  # a slip, which is FC104
        (FORM.format("23.6亿元"), FORM.replace("望澜", "岚湾").format("41亿元")),  # of another city
        (FORM.format("23.6亿元"), FORM.replace("今年", "2019年").format("41亿元")),  # of another year
        (FORM.format("23.6亿元"), FORM.format("41亿元") + "桥头公园投资23.6亿元。"),  # its author knows both
        ("桥要花23.6亿元。", "公园的钱是41亿元，去年就付了。"),  # nothing says that both are of one thing
    ],
)
def test_silent(one, other):
    assert found(one, other) == []


def test_one_article_is_no_dispute_between_two():
    documents = [Document(id="a", text=FORM.format("23.6亿元") + "\n\n" + FORM.format("41亿元"))]
    assert "FC101" not in {finding.rule for finding in scan(documents).findings}


def test_two_articles_differ():
    (finding,) = found(FORM.format("23.6亿元"), "據介紹，" + FORM.format("41億元"))
    assert finding.severity == "error"
    assert "23.6亿元 (1 article) against 41億元 (1 article)" in finding.message
    assert [place.doc for place in finding.locations] == ["a", "b"]


def test_who_agrees_stands_together():
    documents = [
        Document(id=name, text=lead + FORM.format(figure), date="2025-03-01")
        for name, lead, figure in (("a", "", "23.6亿元"), ("b", "据介绍，", "23.6亿元"), ("c", "记者获悉，", "41亿元"))
    ]
    (finding,) = [finding for finding in scan(documents).findings if finding.rule == "FC101"]
    assert "23.6亿元 (2 articles) against 41亿元 (1 article)" in finding.message


def test_other_words_are_a_warning_where_both_say_whom_what_and_when():
    one = "望澜港集团2023年雇员人数5173人，集团董事长在开工仪式上说。"
    other = "望澜港集团昨日发布年报，2023年员工人数达到4986人。"
    assert [finding.severity for finding in found(one, other)] == ["warning"]
    assert found(one, other.replace("2023年", "")) == []
    assert found(one, other.replace("员工人数", "退休人数")) == []


PRICES = "以月跑2000公里的小型客车为例，到下次调价窗口开启前，望澜车主的用油成本将增加{}元。"
OUTPUT = "根据统一核算结果，初步核算，上半年{}地区生产总值{}亿元，按不变价格计算，比上年同期增长5.0%。"
RATE = "普惠型小微企业贷款平均利率{}下降{}个百分点。"
QUAKE = "当地时间周三{}，望澜发生的地震已造成6人死亡，{}人受伤，另有88人失去联络。"


def tell(one: str, other: str, *days: str) -> list[tuple[str, str]]:
    """Rules and severities of what differs between two articles of the days."""
    documents = [Document(id=text, text=text, date=day) for text, day in zip((one, other), days, strict=True)]
    return [(one.rule, one.severity) for one in scan(documents).findings if one.severity != "note"]


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        (PRICES.format(16), PRICES.format(14), "2025-03-15"),  # two bulletins of one form
        (OUTPUT.format("全市", "9503.33"), OUTPUT.format("全省", "7218.75"), "2025-03-01"),  # of two places
        (RATE.format("同比", "0.49"), RATE.format("较去年平均水平", "0.39"), "2025-03-01"),  # against two bases
        (QUAKE.format("傍晚", 256), QUAKE.format("中午", 241), "2025-03-01"),  # at two times of a day
    ],
)
def test_two_facts_in_one_form(one, other, day):
    assert tell(one, other, "2025-03-01", day) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PRICES.format(16), PRICES.format(14)),
        (OUTPUT.format("全市", "9503.33"), OUTPUT.format("全市", "7218.75")),
        (RATE.format("同比", "0.49"), RATE.format("较去年", "0.39")),
        (QUAKE.format("傍晚", 256), QUAKE.format("傍晚", 241)),
    ],
)
def test_one_fact_in_one_form(one, other):
    ((_, severity),) = tell(one, other, "2025-03-01", "2025-03-01")
    assert severity == "error"


LOST = "望澜每年走失老人多达55人。"
RETOLD = "有数据显示，望澜每年走失老人多达95人，每三天就有一个家庭报警。"


def test_what_one_sentence_says_and_the_other_restates_is_one_fact():
    assert tell(LOST, RETOLD.replace("走失", "获救"), "2025-03-01", "2025-03-01") == []
    assert tell(LOST, RETOLD, "2025-03-01", "2025-04-01") == []  # of another month
    assert tell(LOST, RETOLD, "2025-03-01", "2025-03-01") == [("FC101", "warning")]

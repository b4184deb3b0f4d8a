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

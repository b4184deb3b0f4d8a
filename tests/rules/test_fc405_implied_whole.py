"""What must not be reported comes first."""

from __future__ import annotations

import pytest
from invented import evidence

from factcheck import Document
from factcheck.rules import fc405_implied_whole as rule
from factcheck.run.article import read_article


def messages(text: str) -> list[str]:
    return [f.message for f in rule.find(evidence(read_article(Document(id="a", text=text))))]


@pytest.mark.parametrize(
    "text",
    [
        "新能源产值30亿元，占全市工业产值的15%，生物医药产值50亿元，占全市工业产值的25%。",
        "新能源产值约30亿元，占全市工业产值的15%，生物医药产值近50亿元，占全市工业产值的25%。",
        "新能源产值30亿元，占全市工业产值的15%，生物医药产值50亿元，占全省工业产值的2%。",
        "2023年新能源产值30亿元，占全市工业产值的15%。2024年新能源产值50亿元，占全市工业产值的20%。",
        "共96家企业，其中59家获奖，占全市总数的七成。",
        "云岫公司产值30亿元，占全市工业产值的15%。岚芯公司产值50亿元，占全市工业产值的20%。",
        "百强企业营收3.6万亿元，占食品业的14.8%，利润3436亿元，占食品业的22.5%。",  # two wholes, one of revenue
        "新能源产值增长30亿元，占全市工业产值的15%，生物医药产值50亿元，占全市工业产值的20%。",
        "小麦产量300万吨，占全国总产量的15%，玉米产量500万吨，占全国总产量的20%。",
        "手机出口量300万台，占全国出口量的15%，电视机出口量500万台，占全国出口量的20%。",
        "苹果种植面积30万亩，占浙江省种植面积的15%，梨种植面积50万亩，占浙江省种植面积的20%。",
        "男生350人，占总人数的35%；女生650人，占总人数的65%。",
        "男生350人，占三成五；女生86人，占6%。",  # of no whole that is named
        "甲省产量41.2万吨，占全国总产量的35%。乙省产量7.1万吨，占全国总产量的6%。",
        "甲省产量41.2万吨，占全国总产量的35%。\n乙省产量8.6万吨，占全国总产量的6%。",  # two paragraphs
        "猪肉产量30万吨，占全省产量的15%，牛肉产量50万吨，占全省产量的20%。",
    ],
)
def test_silent(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "望澜市新能源产值30亿元，占全市工业产值的15%，生物医药产值50亿元，占全市工业产值的20%。",
        "东线地铁412公里，占全市地铁里程的35%；西线地铁86公里，仅占全市地铁里程的6%。",
        "男生350人，占总人数的35%；女生86人，占总人数的6%。",
        "甲省产量41.2万吨，占全国总产量的35%。乙省产量8.6万吨，占全国总产量的6%。",
        "望瀾市新能源產值30億元，佔全市工業產值的15%，生物醫藥產值50億元，佔全市工業產值的20%。",
    ],
)
def test_two_wholes(text):
    (message,) = messages(text)
    assert "different wholes" in message

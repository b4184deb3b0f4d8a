from __future__ import annotations

import pytest

from factcheck import Document
from factcheck.rules import fc402_total_mismatch as rule
from factcheck.rules.registry import Evidence
from factcheck.run.article import read_article


def found(text: str) -> list[str]:
    return [f.message for f in rule.find(Evidence(articles={"a": read_article(Document(id="a", text=text))}))]


@pytest.mark.parametrize(
    "text",
    [
        "参加者有3万名，其中1.7万名是学生。",
        "参加者有3万名，其中3万名是学生。",
        "出口增长5亿元，其中机电产品20亿元。",
        "收入300万元，利润10万元，其中门票200万元。",
        "大赛分三个赛项，其中测绘赛设4个子赛项。",
        "甲队30人、乙队20人，合计50人。",
        "甲队30万元、乙队20.4万元，合计50万元。",
        "大于25毫米的有89站，其中大于50毫米的26站。",
        "降雨25毫米，其中一处50毫米。",
    ],
)
def test_right_or_unsure(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("参加者有3万名，其中17万名是学生。", "17万名 is told as a part of 3万名"),
        ("參加者有3萬名，其中17萬名是學生。", "17萬名 is told as a part of 3萬名"),
        ("甲队30人、乙队20人，合计60人。", "30人 + 20人 is 50, not 60人"),
    ],
)
def test_wrong(text, message):
    assert found(text) == [message]

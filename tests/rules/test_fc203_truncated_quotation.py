from __future__ import annotations

import pytest
from invented import article, evidence, texts

from factcheck.rules import fc203_truncated_quotation as rule

SAID = "夜航用的技术现在已经很成熟了，但是冬天的雾还是一个大问题。今年先试三个月。"


def found(one, other):
    return list(rule.find(evidence(article("a", one), article("b", other))))


@pytest.mark.parametrize(
    "other",
    [
        f"林可文说：“{SAID}”",
        "林可文说：“夜航用的技术现在已经很成熟了，但是冬天的雾还是一个大问题。”",  # whole sentences
        "林可文说：“航线的票价已经定下来了，但是班次还要再商量。”",
    ],
)
def test_nothing_is_cut(other):
    assert found(f"林可文说：“{SAID}”", other) == []


@pytest.mark.parametrize(
    "other",
    [
        "林可文说：“夜航用的技术现在已经很成熟了……”",
        "林可文说：“夜航用的技术现在已经很成熟了。”",
        "林可文说：“夜航用的技术现在已经很成熟了……今年先试三个月。”",
    ],
)
def test_a_part_is_lost(other):
    (finding,) = found(f"林可文说：“{SAID}”", other)
    assert finding.rule == "FC203"
    assert finding.severity == "note"


def test_two_translations():
    one = "安娜·科瓦奇说：“这座港口会成为北方最繁忙的一座，我对此毫不怀疑。”"
    (finding,) = found(one, one.replace("毫不怀疑", "没有疑问"))
    assert "translation" in finding.message
    assert [group for _, _, group in texts(finding)] == [0, 1]

from __future__ import annotations

import pytest
from invented import article, evidence

from factcheck.rules import fc202_other_speaker as rule

SAID = "这座灯塔我们等了整整二十年，今天总算亮了。"


def found(one, other):
    return list(rule.find(evidence(article("a", one), article("b", other))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"周可文说：“{SAID}”", f"周可文说：“{SAID}”"),
        (f"周可文说：“{SAID}”", f"“{SAID}”村民周可文说。"),
        (f"周可文说：“{SAID}”", f"“{SAID}”"),  # nobody named
        (f"周可文说：“{SAID}”", f"灯塔管理处负责人说：“{SAID}”"),  # a role may be his
        (f"周可文说：“{SAID}”", f"周可文和郑立言都来了。郑立言说：“{SAID}”"),  # both at the place
        ("周可文说：“灯塔亮了。”", "郑立言说：“灯塔亮了。”"),  # too short
        ("周可文打出“灯塔不灭，渔船不散，人心不凉”的口号", "郑立言打出“灯塔不灭，渔船不散，人心不凉”的口号"),
    ],
)
def test_one_speaker_or_none(one, other):
    assert found(one, other) == []


def test_two_speakers():
    (finding,) = found(f"周可文说：“{SAID}”", f"“{SAID}”村民郑立言说。")
    assert finding.rule == "FC202"
    assert finding.severity == "warning"
    assert "周可文" in finding.message
    assert "郑立言" in finding.message

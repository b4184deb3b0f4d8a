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
        (f"周可文说：“{SAID}”", f"郑立言说，船都停了。“{SAID}”"),  # he spoke before, and may have ended
        (f"周可文说：“{SAID}”", f"周可雯说：“{SAID}”"),  # one name, misspelt
        (
            "周可文说：“返回首页，点击查看更多，责任编辑：”",
            "郑立言说：“返回首页，点击查看更多，责任编辑：”",
        ),  # the page
        (  # a name that both use
            "周可文说：“云汀湾第三届国际灯塔文化艺术节明天傍晚在老码头开幕。”",
            "郑立言说：“云汀湾第三届国际灯塔文化艺术节还缺会修船的好师傅。”",
        ),
        ("周可文说：“灯塔亮了。”", "郑立言说：“灯塔亮了。”"),  # too short
        ("周可文打出“灯塔不灭，渔船不散，人心不凉”的口号", "郑立言打出“灯塔不灭，渔船不散，人心不凉”的口号"),
    ],
)
def test_one_speaker_or_none(one, other):
    assert found(one, other) == []


def test_a_quotation_that_is_left_open_makes_nobody_speak_the_last_line_of_the_page():
    line = "云汀晚报编辑部的地址是望澜路十二号二楼东侧。"
    one = f"周可文说：“灯塔今天总算亮了。渔民都来看热闹，码头上挤满了人。{line}"
    assert found(one, f"郑立言说：“船队明年春天停航。{line}") == []


def test_two_speakers():
    (finding,) = found(f"周可文说：“{SAID}”", f"“{SAID}”村民郑立言说。")
    assert finding.rule == "FC202"
    assert finding.severity == "warning"
    assert "周可文" in finding.message
    assert "郑立言" in finding.message

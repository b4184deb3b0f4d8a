"""What must not be reported comes first."""

from __future__ import annotations

import pytest
from invented import evidence

from factcheck import Document
from factcheck.rules import fc404_list_count as rule
from factcheck.run.article import read_article


def messages(text: str) -> list[str]:
    return [f.message for f in rule.find(evidence(read_article(Document(id="a", text=text))))]


@pytest.mark.parametrize(
    "text",
    [
        "望澜市确定四大产业：汽车、钢铁、化工、医药。",
        "望澜市确定五大产业：汽车、钢铁、化工、医药和航天。",
        "望澜市确定四大产业：汽车、钢铁、化工、研发和设计。",
        "望澜市确定五大产业，包括汽车、钢铁、化工、医药。",
        "望澜市确定五大产业：汽车、钢铁、化工、医药等。",
        "汽车、钢铁、化工等五大产业发展较快。",
        "云汀、岚光、海望3个区和2个县参加。",
        "他送了9字方针：分方向、找时机、慢慢进。",
        "三个部门：财政局（含税务、国库）、教育局。",
        "展览有三个单元，分别是“水乡”“渔歌”“归帆”。",
        "展覽有三個單元，分別是「水鄉」「漁歌」和「歸帆」。",
        "展览有三个单元，分别是“水乡”、渔歌、“归帆”与风。",
        "近五大产业：汽车、钢铁。",
        "本次普查分三个方面：一是摸清底数、查漏补缺。二是建立台账。",
        "店里卖三种水果：苹果、香蕉、梨、橙。",
        "垃圾分三类：可回收物、有害垃圾、厨余、其他。",
        "他只说了六个字：稳、准、快、实。",
        "我们采访了十位船工：已退休、刚入行、转了行。",  # kinds, not persons
        "驿站设一厅五区，即会客厅、休息区、充电区、读书区、茶水区、急救区。",
        "评选出三个奖项，分别是最佳论文、最佳设计、最佳新人和最佳评委。",
    ],
)
def test_silent(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("望澜市确定五大产业：汽车、钢铁、化工、医药。", "五大 announced, 4 listed"),
        ("展览有三个单元，分别是“水乡”“渔歌”“归帆”“灯火”。", "三个 announced, 4 listed"),
        ("望瀾市確定五大產業：汽車、鋼鐵、化工、醫藥。", "五大 announced, 4 listed"),
        ("评选出两个奖项，分别是最佳论文、最佳设计、最佳新人。", "两个 announced, 3 listed"),
        ("云汀、岚光、海望、白沙等三个城市率先试点。", "三个 announced, 4 listed"),
    ],
)
def test_another_number_is_listed(text, message):
    assert messages(text) == [message]

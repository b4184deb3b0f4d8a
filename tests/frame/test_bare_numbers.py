"""Bare numbers: what measures nothing claims nothing; behind a measure they count, or are money."""

from __future__ import annotations

import pytest

from factcheck import extract


def bare(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.kind) for claim in extract(text)]


@pytest.mark.parametrize(
    "text",
    [
        "望澜进入GDP万亿俱乐部。",
        "他的平均分为48.2。",
        "门牌号为1380，电话转208。",
        "门牌號為1380，電話轉208。",
        "比赛用时12，排名3。",
        # a day that names what happened on it
        "7.21伤者仍在住院。",
        "望澜悼念7.20洪水遇难人数最多的一镇。",
        "望澜悼念7·20洪水伤者。",
        "“23·7”特大洪水死亡人数至今不明。",
    ],
)
def test_what_measures_nothing(text):
    assert bare(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("首映周总票房（含预售）已突破50亿。", [("50亿", "money")]),
        ("首映周總票房（含預售）已突破50億。", [("50億", "money")]),
        ("望澜出行的月均交易客户数为4307万。", [("4307万", "count")]),
        ("粉丝数达250万。", [("250万", "count")]),
        ("平均日活跃用户（DAU）达到了4.02亿。", [("4.02亿", "count")]),
        ("投票人數（近30萬）創下紀錄。", [("30萬", "count")]),
        ("庫房錄得138億盈餘。", [("138億", "money")]),
        ("外汇储备达1100亿。", [("1100亿", "money")]),
        ("陈望舒得票106,457。", [("106,457", "count")]),
        ("收治3.5万伤者。", [("3.5万", "count")]),
        ("累计确诊病例达12万。", [("12万", "count")]),
        ("望澜股份股价报收12.35。", [("12.35", "money")]),
        ("播放量已达1.2亿，点赞35万。", [("1.2亿", "count"), ("35万", "count")]),
    ],
)
def test_what_a_measure_counts_or_pays(text, claims):
    assert [(figure, kind) for figure, kind in bare(text)] == claims


@pytest.mark.parametrize("text", ["月活跃用户同比增长2%至13.27亿。", "月活躍用戶同比增長2%至13.27億。"])
def test_what_only_goes_on_with_the_measure(text):
    assert [claim.kind for claim in extract(text)] == ["percent", "count"]


def test_what_a_list_counts_beside_money():
    assert [claim.kind for claim in extract("投资额逾20亿，创造职位3万。")] == ["money", "count"]
    assert [claim.kind for claim in extract("安家补贴本科2万、硕士3万、博士10万。")] == ["money"] * 3

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import Document, extract, scan

YEARS = (
    "望澜集团主要财务数据（单位：亿元）\n\n"
    "| 指标 | 2024年 | 2023年 | 同比增长（%） |\n|---|---:|---:|---|\n"
    "| 营业收入 | **{a}** | 30.1 | 16.9 |\n"
    "| 其中：海外收入 | 8.1 | — | |\n"
    "| 毛利率 | 23.5% | 21.2% | |\n"
    "| 员工人数（人） | 3,500 | 3,200 | 9.4 |\n\n"
)


def cells(text: str, date: str = "2025-03-01") -> list[tuple[object, ...]]:
    found = extract(Document(id="a", text=text, date=date))
    assert all(text[claim.start : claim.end] == claim.text for claim in found)
    return [(c.text, c.kind, c.low, c.subject, c.measure, c.period) for c in found if c.is_cell]


def rules(*texts: str) -> set[str]:
    documents = [
        Document(id=f"{at}.md", text=text, source=f"报{at}", date="2025-03-01") for at, text in enumerate(texts)
    ]
    return {one.rule for one in scan(documents).findings if one.severity != "note"}


@pytest.mark.parametrize(
    "text",
    [
        "来源：望澜日报 | 2024年5月3日 | 阅读 3500\n望澜集团 | 招聘35人 | 西河",
        "姓名\t电话\n王甲\t5512 3456\n李乙\t5512 7890",
        "　　望澜集团去年营收35.2亿元。\n　　今年预计增长三成，约46亿元。",
        "望澜  35\n西河  42",  # nothing says what they are
        "| 项目 | 备注 |\n|---|---|\n| 渡轮 | 招聘35人 |\n| 电车 | 全线42站 |",
    ],
)
def test_no_claim_of_a_table(text):
    assert not cells(text)


def test_no_measure_is_a_rule_between_cells():
    found = extract("| 毛利率 | 23.5% | 21.2% |\n\n望澜 | 35人 | 42家")
    assert all(claim.measure is None or "|" not in claim.measure for claim in found)


def test_unit_and_time_come_from_the_heads_and_the_caption():
    assert cells(YEARS.format(a="35.2")) == [
        ("35.2", "money", 3520000000, "望澜集团", "营业收入", "2024"),
        ("30.1", "money", 3010000000, "望澜集团", "营业收入", "2023"),
        ("16.9", "percent", Decimal("16.9"), "望澜集团", "营业收入", "2024"),
        ("8.1", "money", 810000000, "望澜集团", "海外收入", "2024"),
        ("23.5%", "percent", Decimal("23.5"), "望澜集团", "毛利率", "2024"),
        ("21.2%", "percent", Decimal("21.2"), "望澜集团", "毛利率", "2023"),
        ("3,500", "count", 3500, "望澜集团", "员工人数", "2024"),
        ("3,200", "count", 3200, "望澜集团", "员工人数", "2023"),
        ("9.4", "percent", Decimal("9.4"), "望澜集团", "员工人数", "2024"),
    ]


def test_the_unit_above_a_table_is_no_claim():
    assert all(claim.is_cell for claim in extract(YEARS.format(a="35.2")))


def test_a_loss_whose_sign_is_not_read_is_no_profit():
    table = "望澜集团\n\n| 指标 | 2024年 |\n|---|---|\n| 净利润（亿元） | {} |\n| 营业收入（亿元） | 35.2 |\n"
    for loss in ("-1.2", "(1.2)", "（1.2）"):
        assert not [claim for claim in cells(table.format(loss)) if claim[4] == "净利润" and claim[2] > 0]


@pytest.mark.parametrize(
    "text",
    [
        "望澜集团财务数据\n指标\t2024年\t2023年\n营业收入（亿元）\t35.2\t30.1\n净利润（亿元）\t3.5\t2.9\n",
        "望澜集团财务数据\n指标    2024年    2023年\n营业收入（亿元）    35.2    30.1\n净利润（亿元）    3.5    2.9\n",
        (
            "望澜集团财务数据\n\n指标 | 2024年 | 2023年\n--- | --- | ---\n"
            "营业收入（亿元） | 35.2 | 30.1\n净利润（亿元） | 3.5 | 2.9\n"
        ),
        "望澜集团财务数据\n指标\n2024年\n2023年\n营业收入（亿元）\n35.2\n30.1\n净利润（亿元）\n3.5\n2.9\n以上经审计。",
        (
            "望澜集团财务数据\n<table><tr><th>指标</th><th>2024年</th><th>2023年</th></tr>\n"
            "<tr><td>营业收入（亿元）</td><td>35.2</td><td>30.1</td></tr>"
            "<tr><td>净利润（亿元）</td><td>3.5</td><td>2.9</td></tr></table>"
        ),
    ],
)
def test_a_table_in_every_dress(text):
    assert cells(text) == [
        ("35.2", "money", 3520000000, "望澜集团", "营业收入", "2024"),
        ("30.1", "money", 3010000000, "望澜集团", "营业收入", "2023"),
        ("3.5", "money", 350000000, "望澜集团", "净利润", "2024"),
        ("2.9", "money", 290000000, "望澜集团", "净利润", "2023"),
    ]


def test_rows_of_bearers_and_rows_of_years():
    towns = "| 城市 | 2024年产值（亿元） | 增速（%） |\n|---|---|---|\n"
    towns += "| 望澜市 | 8520.3 | 5.2 |\n| 西河市 | 3,210 | 4.8 |\n"
    assert cells(towns) == [
        ("8520.3", "money", 852030000000, "望澜市", "产值", "2024"),
        ("5.2", "percent", Decimal("5.2"), "望澜市", "产值", "2024"),
        ("3,210", "money", 321000000000, "西河市", "产值", "2024"),
        ("4.8", "percent", Decimal("4.8"), "西河市", "产值", "2024"),
    ]
    years = "| 年份 | 产值（亿元） |\n|---|---|\n| 2023年 | 320 |\n| 2024年 | 350 |\n"
    assert [(claim[4], claim[5]) for claim in cells(years)] == [("产值", "2023"), ("产值", "2024")]


@pytest.mark.parametrize(
    "said",
    [
        "年报显示，望澜集团2024年营业收入为35.2亿元。",
        "年报显示，望澜集团2024年营业收入约35亿元。",
        "年报显示，望澜集团2023年营业收入为30.1亿元。",
        "年报显示，望澜集团2024年上半年营业收入为15.8亿元。",
        "年报显示，望澜集团2024年海外营业收入为9.3亿元。",
        "年报显示，西河集团2024年营业收入为53.2亿元。",
        "望澜集团预计2025年营业收入为38亿元。",
    ],
)
def test_what_fits_a_table_is_silent(said):
    assert not rules(YEARS.format(a="35.2") + said)
    assert not rules(YEARS.format(a="35.2"), said)


@pytest.mark.parametrize(("said", "rule"), [("38.7", "2"), ("352", "4"), ("53.2", "4")])
def test_a_cell_against_the_text(said, rule):
    text = f"年报显示，望澜集团2024年营业收入为{said}亿元。"
    assert rules(YEARS.format(a="35.2") + text) == {f"FC10{rule}"}
    assert rules(YEARS.format(a="35.2"), text) == {f"FC10{rule.replace('2', '1')}"}


def test_a_cell_against_a_cell_of_another_article():
    assert rules(YEARS.format(a="35.2"), YEARS.format(a="38.7")) & {"FC101", "FC303"}


def test_a_gap_before_a_colon_makes_no_column():
    text = "三区投票率一览：\n\n东礁　：71.46%\n西礁　：71.18%\n南礁　：70.29%\n"
    assert [claim.text for claim in extract(Document(id="a", text=text)) if claim.kind == "percent"] == [
        "71.46%", "71.18%", "70.29%",
    ]  # fmt: skip

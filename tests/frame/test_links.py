from __future__ import annotations

import pytest

from factcheck import extract


def links(text: str) -> list[tuple[str, str, str]]:
    return [(claim.text, name, text[start:end]) for claim in extract(text) for name, start, end in claim.links]


@pytest.mark.parametrize(
    "text",
    [
        "公司30人，占其总数的七成。",
        "公司分别有30人、40人，占全市同行的七成。",
        "出口增长5亿元，其中机电产品20亿元。",
        "大赛分三个赛项，其中测绘赛包括4个子赛项。",
        "7月进口3926万吨，略低于6月份的3987万吨，较上年同期的2352万吨猛增67%。",
        "经济总量由3亿元增至4.5亿元，实际增长30%。",
        "收入由3亿元增至4.5亿元，年均增长8%。",
        "市内生产总值由3亿元增至4.5亿元，增长30%。",
        "指数覆盖87个行业，223个细分行业（合计涉及94个行业）。",
        "每人补贴500元，其中市里出200元，占四成；另有300人。",
    ],
)
def test_not_linked(text):
    assert not [link for link in links(text) if link[1] != "part_of" or link[0] == "20亿元"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "首批96家科技企业公布时，望澜独占59家、超总数的六成。",
            [("59家", "part_of", "96家"), ("六成", "share_of", "59家")],
        ),
        ("公司30人，占全市同行的七成。", [("七成", "share_of", "30人")]),
        ("共有企業96家，其中望瀾59家，佔七成。", [("59家", "part_of", "96家"), ("七成", "share_of", "59家")]),
        ("參加者有3萬名，其中17萬名是學生。", [("17萬名", "part_of", "3萬名")]),
        (
            "营收由3亿元增至4.5亿元，增长50%。",
            [("50%", "change_of", "3亿元"), ("50%", "change_of", "4.5亿元")],
        ),
        (
            "净利润4.5亿元，上年同期为3亿元，同比增长50%。",
            [("50%", "change_of", "3亿元"), ("50%", "change_of", "4.5亿元")],
        ),
        (
            "吞吐量120万吨，比2023年的100万吨增长20%。",
            [("20%", "change_of", "100万吨"), ("20%", "change_of", "120万吨")],
        ),
        (
            "游客10.8万人次，是去年同期1.7万人次的5倍。",
            [("5倍", "change_of", "1.7万人次"), ("5倍", "change_of", "10.8万人次")],
        ),
        ("甲队30人、乙队20人，合计50人。", [("30人", "item_of", "50人"), ("20人", "item_of", "50人")]),
    ],
)
def test_linked(text, found):
    assert links(text) == found

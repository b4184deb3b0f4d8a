from __future__ import annotations

import pytest
from invented import evidence

from factcheck import Document
from factcheck.rules import fc403_change_mismatch as rule
from factcheck.run.article import read_article


def found(text: str):
    return list(rule.find(evidence(read_article(Document(id="a", text=text)))))


@pytest.mark.parametrize(
    "text",
    [
        "营收由3亿元增至4.5亿元，增长50%。",
        "营收由3亿元增至4.5亿元，增长五成。",
        "营收由3亿元增至4.5亿元，实际增长30%。",
        "生产总值由3亿元增至4.5亿元，增长30%。",
        "营收由3亿元增至4.5亿元，年均增长8%。",
        "营收由1月的3亿元增至6月的4.5亿元，同比增长8%。",  # against another month
        "净利润4.5亿元，上年同期为3亿元，同比增长49.8%。",
        "销量从1.7万台升至10.8万台，增长5倍。",
        "销量从1.7万台升至10.8万台，增长6倍。",
        "份额从27.0%下降到24.7%，下降了2.3个百分点。",
        "耗时由5小时减至4小时，减少1小时。",
        "票價由20元加至25元，加幅兩成半。",
        "房價從每坪50萬元漲到60萬元，漲幅達兩成。",
        "营收比去年的80亿元增加20亿元，达到100亿元。",
        "營收較去年的8.2億元增長兩成，達到9.8億元。",
        "产值比去年的80亿元实际增长20%，达到100亿元。",
        "营收由近3亿元增至4.5亿元，增长55%。",
        "总资产达3364.2亿元，较上年末增长331.3亿元，增幅10.9%。",  # a difference, not the older figure
        "夏粮产量2923万吨，比上年减少25.5万吨，下降0.9%。",
        "作品比上年的63项增加了6项，一等奖比上年的3项增加了4项。",
        "营收由前年的3.8亿元，下跌至去年约8700万元，跌幅77%。",  # from and to, whatever the dates
        "费用为9770万美元，较上年同期的6000万美元增长62.7%。",  # 60.0 million
        "用户由48万人增至100万人，增长一倍。",
        "营收由3.1亿元增至5.5亿元，增长零点八倍。",
        "7月进口3926万吨，略低于6月份的3987万吨，较上年同期的2352万吨猛增67%。",
    ],
)
def test_right_or_unsure(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("营收由3亿元增至4.5亿元，增长15%。", "15%"),
        ("營收由3億元增至4.5億元，增長15%。", "15%"),
        ("净利润4.5亿元，上年同期为3亿元，同比增长20%。", "20%"),
        ("游客10.8万人次，是去年同期1.7万人次的5倍。", "5倍"),
        ("票價由20元加至28元，加幅兩成半。", "兩成半"),
        ("营收比去年的80亿元增加20亿元，达到120亿元。", "20亿元"),
        ("營收較去年的8.2億元增長兩成，達到12億元。", "兩成"),
        ("吞吐量120万吨，比去年的100万吨增长35%。", "35%"),
        ("营收由前年的3.8亿元，下跌至去年约8700万元，跌幅57%。", "57%"),
        ("用户由48万人增至150万人，增长一倍。", "一倍"),
        ("份额从27.0%下降到24.7%，下降了3.3个百分点。", "3.3个百分点"),
    ],
)
def test_wrong(text, change):
    (finding,) = found(text)
    assert [place.text for place in finding.locations if place.group == 1] == [change]

"""What is told of two times is no contradiction, however the times are written; of one time it is."""

from __future__ import annotations

import pytest

from factcheck import Document, scan


def alarms(one: str, other: str) -> list[str]:
    texts = (("a", "甲报", one), ("b", "乙报", other))
    documents = [Document(id=name, source=source, date="2025-03-01", text=text) for name, source, text in texts]
    return [found.rule for found in scan(documents).findings if found.severity in {"error", "warning"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚光集团24H1营收3.2亿元。", "岚光集团23H1营收4.1亿元。"),
        ("岚光集团1H25营收3.2亿元。", "岚光集团2Q25营收1.1亿元。"),
        ("岚光集团FY23营收3.2亿元。", "岚光集团FY24营收4.1亿元。"),
        ("岚光集团2022财年第三季度营收3.2亿元。", "岚光集团2023财年第三季度营收4.1亿元。"),
        ("岚光集团2022财年营收3.2亿元。", "岚光集团2022年营收4.1亿元。"),  # the years need not be the same
        ("嵐光集團2022財年營收3.2億元。", "岚光集团2022年营收4.1亿元。"),
        ("岚光集团上财年营收3.2亿元。", "岚光集团2024年营收4.1亿元。"),
        ("岚光集团23年营收3.2亿元。", "岚光集团24年营收4.1亿元。"),
        ("岚光集团98年营收3.2亿元。", "岚光集团99年营收4.1亿元。"),
        ("岚光集团上季度营收3.2亿元。", "岚光集团本季度营收4.1亿元。"),
        ("岚光集团2023年营收3.2亿元。", "岚光集团2023年第四季度营收1.1亿元。"),
        ("截至2023年6月30日止六个月，岚光集团营收3.2亿元。", "截至2023年6月30日止三个月，岚光集团营收1.1亿元。"),
        ("截至2024年3月31日止年度，岚光集团营收3.2亿元。", "岚光集团2023年营收4.1亿元。"),
        ("截至10时，望澜市累计降雨32.5毫米。", "截至14时，望澜市累计降雨42.5毫米。"),
        ("林望川（1881—1936），作家。", "林望川（1881年9月25日－1936年10月19日），作家。"),
    ],
)
def test_two_times(one: str, other: str) -> None:
    assert alarms(one, other) == []
    assert alarms(other, one) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚光集团24H1营收3.2亿元。", "岚光集团2024年上半年营收32亿元。"),
        ("岚光集团2022财年营收3.2亿元。", "岚光集团FY22营收32亿元。"),
        ("岚光集团3Q23营收3.2亿元。", "岚光集团23年三季度营收32亿元。"),
        ("截至2023年6月30日止六个月，岚光集团营收3.2亿元。", "岚光集团2023年上半年营收32亿元。"),
        ("林望川（1881—1936），作家，望澜人。", "林望川（1887—1936），作家，望澜人。"),
        ("林望川（1881—1936），作家，望澜人。", "作家林望川1963年逝世，望澜人。"),
        ("岚光大桥于二OO八年八月八日通车。", "岚光大桥于2009年8月8日通车。"),
    ],
)
def test_one_time(one: str, other: str) -> None:
    assert alarms(one, other) != []

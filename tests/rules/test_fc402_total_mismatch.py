from __future__ import annotations

import pytest
from invented import evidence

from factcheck import Document
from factcheck.rules import fc402_total_mismatch as rule
from factcheck.run.article import read_article


def found(text: str) -> list[str]:
    return [f.message for f in rule.find(evidence(read_article(Document(id="a", text=text))))]


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
        "顺差29亿元，其中出口152亿元，进口123亿元。",  # a balance is less than what it is taken from
        "利息净收入29亿元，上年同期为24亿元；其中，利息收入72亿元，利息支出43亿元。",
        "结汇86亿元，售汇113亿元，其中代客结汇84亿元，售汇101亿元。",
        "处分1647人，移送司法机关73人，其中处分厅局级干部54人、县处级285人。",
        "代表200名，其中党员120名、女性90名。",  # one may be both
        "收入90亿元，其中外贸60亿元，其中对欧洲40亿元。",
        "改造了1.7万平方米，其中一层7000平方米，二层10700平方米。",  # cut off
        "预售价为12.99至14.59万元，其中标准版12.99万元，四驱版14.59万元。",
        "向6个乡镇各借款1万元。其中5万元已还。",
        "三期工程分別投資4.2億元、3.5億元及2億元，合共9.7億元。",
        "公园12个，分别为东区5个、西区4个、北区3个。",
        "代表團共60人，由運動員35人、教練17人、醫生8人組成。",
        "一二三等奖分别为5000元、3000元、1000元。",
        "奖金总额10万元，分别为一等奖每人5000元、二等奖3000元。",
        "一季度3000辆、二季度4000辆，上半年累计7000辆，全年共计12000辆。",
        "门票30亿元，其中线上10亿元，餐饮20亿元，合计50亿元。",
        "女选手10名、男选手8名，其中12名来自云汀。",  # of all eighteen
        "持股由2只增至8个，其中6只是银行股。",
        "减免车船税超100亿元，其中今年8.6亿元；购置税超2600亿元，其中今年491.7亿元。",
        "收入1928万元，其中捐款901万元，支出2109万元。",
        "会议有98名议员出席，占全港458名议员的21.4%。",
        "新版便宜1万元。其中，标准版7.8万元，加长版8.8万元。",
        "涉案1.65亿元，其中执行标的1.51亿元、未履行1.45亿元。",  # one holds the other
        "产茶120吨，2023年、2024年分别为110吨、100吨。",
    ],
)
def test_right_or_unsure(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("参加者有3万名，其中17万名是学生。", "17万名 is given as a part of 3万名"),
        ("參加者有3萬名，其中17萬名是學生。", "17萬名 is given as a part of 3萬名"),
        ("甲队30人、乙队20人，合计60人。", "30人 + 20人 is 50人, not 60人"),
        ("颁发金牌12枚、银牌15枚、铜牌20枚，共计57枚。", "12枚 + 15枚 + 20枚 is 45.5–48.5枚, not 57枚"),
        (
            "三期工程分別投資4.2億元、3.5億元及2億元，合共12億元。",
            "4.2億元 + 3.5億元 + 2億元 is 9.1–10.3億元, not 12億元",
        ),
        (
            "三个展厅分别为300平方米、250平方米，合计750平方米。",
            "300平方米 + 250平方米 is 549–551平方米, not 750平方米",
        ),
        ("公园12个，分别为东区5个、西区4个、北区2个。", "5个 + 4个 + 2个 is 11个, not 12个"),
        ("代表團共60人，由運動員35人、教練12人、醫生8人組成。", "35人 + 12人 + 8人 is 55人, not 60人"),
    ],
)
def test_wrong(text, message):
    assert found(text) == [message]


def test_a_list_of_parts_that_comes_to_more_is_a_warning():
    text = "收入90亿元，其中门票30亿元、餐饮40亿元、住宿35亿元。"
    (finding,) = rule.find(evidence(read_article(Document(id="a", text=text))))
    assert finding.severity == "warning"
    assert finding.message == "30亿元 + 40亿元 + 35亿元 is 103.5–106.5亿元, not 90亿元"

from __future__ import annotations

import pytest
from framed import framed

from factcheck import Document, extract


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("成本比深圳低15%。", "15%"),
        ("速度超过了日本的同类产品，达到300公里。", "300公里"),
        ("贵州西部、重庆西部和四川东部降雨30毫米。", "30毫米"),  # several: none of them
        ("云汀大学的学生来自全国，有3000人。", "3000人"),
        ("《杭州奇谭》播放了3亿次。", "3亿次"),
        ("这个社区的园区里有3家企业。", "3家"),
    ],
)
def test_no_place(text, figure):
    assert framed(text)[figure].place is None


@pytest.mark.parametrize(
    "text",
    [
        "2022财年第三季度营收3亿元。",
        "FY22Q3营收3亿元。",
        "H1营收3亿元。",
        "第三财季营收3亿元。",
        "上财年营收3亿元。",
        "上期营收3亿元。",
        "本期营收3亿元。",
        "2月30日营收3亿元。",
        "2024年13月营收3亿元。",
        "光绪二十四年营收3亿元。",
        "2022年开业，上财年营收3亿元。",  # nor is it of the year that stands before it
        "上财年亏损。营收3亿元。",  # nor of that of the sentence before
    ],
)
def test_a_time_that_cannot_be_read_is_not_the_year_of_the_document(text):
    (claim,) = (claim for claim in extract(Document(id="a", text=text, date="2025-03-01")) if claim.text == "3亿元")
    assert claim.period is None


def test_a_flow_without_a_time_is_of_the_year_of_its_document():
    (claim,) = extract(Document(id="a", text="望澜港营收3亿元。", date="2025-03-01"))
    assert claim.period == "2025"


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("望澜市新建公园3个。", "3个", "望澜"),
        ("望瀾市新建公園3個。", "3個", "望澜"),
        ("望澜市东礁新区新增就业3万人。", "3万人", "东礁新区"),
        ("杭州上城区有企业30家。", "30家", "上城区"),
        ("南京的转化率为28%，低于杭州的45%。", "45%", "杭州"),
        ("南京规模2800亿元，仅为杭州的46%。", "46%", "南京"),
        ("南京的人均收入位居全国第四。", "第四", "南京"),
        ("全国有学校85所。", "85所", "全国"),
        ("全市投入3亿元。", "3亿元", "全市"),  # as written: which city it is, the article says
        ("杭州3家，南京5家。", "5家", "南京"),
    ],
)
def test_place(text, figure, place):
    assert framed(text)[figure].place == place


def test_a_place_that_the_sentence_gives_is_not_inferred():
    assert "place" not in framed("望澜市东礁新区新增就业3万人。")["3万人"].inferred


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("记者从湖南省统计局获悉，上半年消费回暖。\n网上零售额增长14.8%。", "湖南"),
        ("列车从湖南开来，上半年客流回暖。\n网上零售额增长14.8%。", None),
    ],
)
def test_an_office_that_tells_speaks_of_its_own_place(text, place):
    claim = framed(text)["14.8%"]
    assert claim.place == place


def test_where_the_article_is_set_is_inferred():
    claim = framed("苏州今天开了新馆。\n馆里有画册36册。")["36册"]
    assert claim.place == "苏州"
    assert "place" in claim.inferred


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("记者5日获悉，该馆有画册36册。", "36册"),
        ("5月10日，统计局发布数据显示，该省有高校30所。", "30所"),
        ("每年补贴300元。", "300元"),
        ("在校生有3000人，为2020年12月以来最高。", "3000人"),
        ("到访游客18万人，创2020年以来新高，高于预期的15万人。", "15万人"),
        ("大桥全长1200米。", "1200米"),
        ("单个企业最高补助300万元。", "300万元"),
        ("古寺始建于公元425年，现有佛像36尊。", "36尊"),
        ("会议有36家参加，并签署《望澜合作计划（2015-2019）》。", "36家"),
    ],
)
def test_no_period(text, figure):
    assert framed(text, date="2025-05-11")[figure].period is None


@pytest.mark.parametrize(
    ("text", "figure", "period", "inferred"),
    [
        ("2023年望澜产值达150亿元。", "150亿元", "2023", False),
        ("2023年望瀾產值達150億元。", "150億元", "2023", False),
        ("经费从2023年的490万元增加到2024年的502万元。", "490万元", "2023", False),
        ("经费从2023年的490万元增加到2024年的502万元。", "502万元", "2024", False),
        ("截至2023年末，基金规模2800亿元。", "2800亿元", "by 2023-12", False),
        ("截至2023年6月30日止六个月，公司营收3亿元。", "3亿元", "2023-01/2023-06", False),
        ("2022财年营收3亿元。", "3亿元", "2022", False),
        ("24H1营收3亿元。", "3亿元", "2024-01/2024-06", False),
        ("3Q23营收3亿元。", "3亿元", "2023-07/2023-09", False),
        ("望澜21年营收3亿元。", "3亿元", "2021", False),
        ("2023年营收3亿元，上期为2亿元。", "3亿元", "2023", False),
        ("2024年公司营收3亿元，比上财年多2亿元。", "3亿元", "2024", False),
        ("技术转化率为28%(省科技厅2023年数据)，低于邻省。", "28%", "2023", False),
        ("城镇新增就业3万人。", "3万人", "2025", True),
        ("2023年全市产值达150亿元。其中工业投资增长30%。", "30%", "2023", True),
    ],
)
def test_period(text, figure, period, inferred):
    claim = framed(text, date="2025-05-11")[figure]
    assert claim.period == period
    assert ("period" in claim.inferred) == inferred


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("该行维持12月份油价为每桶96元的预测。", "2025-12"),
        ("该行预计到12月油价为每桶96元。", "2025-12"),
        ("该行曾预测去年12月油价为每桶96元。", "2024-12"),
        ("该行预计2024年12月油价为每桶96元。", "2024-12"),
        ("12月份油价为每桶96元。", "2024-12"),
    ],
)
def test_the_month_of_a_forecast_is_to_come(text, period):
    assert framed(text, date="2025-07-31")["96元"].period == period

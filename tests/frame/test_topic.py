from __future__ import annotations

import pytest
from framed import framed


@pytest.mark.parametrize(
    ("text", "figure", "wrong"),
    [
        ("馆里有画册36册、手稿28件。", "36册", "手稿"),  # what follows belongs to the next figure
        ("中心驗證項目357個、轉化項目193個。", "357個", "转化项目"),
        ("新引进顶尖人才15名以上、领军人才500名。", "15名", "领军人才"),
        ("经费从490万元增加到502万元。", "490万元", "增加"),
        ("采购成本比邻县低15%。", "15%", "邻县"),
    ],
)
def test_what_is_not_measured(text, figure, wrong):
    assert wrong not in (framed(text)[figure].measure or "")


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("望澜市研发投入强度力争突破4%。", "4%", "研发投入强度"),
        ("望瀾市研發投入強度力爭突破4%。", "4%", "研发投入强度"),
        ("望澜市去年出生人口为1200人。", "1200人", "出生人口"),
        ("工厂雇了36名焊工。", "36名", "焊工"),
        ("岚光基金总规模达20亿元。", "20亿元", "总规模"),
        ("补贴本科1万，硕士3万，博士10万。", "10万", "补贴"),
        ("补貼本科1萬，碩士3萬，博士10萬。", "3萬", "补贴"),
        ("望澜市財政收入增長15%，市本級增長12%。", "12%", "财政收入"),
        ("经费从490万元增加到502万元。", "502万元", "经费"),
        ("全市高新产业增加值占工业增加值比重达70%。", "70%", "增加值占工业增加值比重"),
        ("去年产值突破300亿元，其中新材料占比42%。", "42%", "占产值比重"),
        ("该队用15年攻克核心技术。", "15年", "攻克核心技术"),
        ("32%的初创企业遭遇用工难。", "32%", "遭遇用工难"),
        ("科技投入年均增长要达到15%。", "15%", "科技投入年均增长"),
        ("人才净流入率连续多年位居全国第一。", "第一", "人才净流入率"),
        ("我国每年猝死人数高达55万。", "55万", "每年猝死人数"),
    ],
)
def test_what_is_measured(text, figure, measure):
    assert framed(text)[figure].measure == measure


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("万家乐卖出热水器30万台，沈乐满只有8万台。", "8万台", "沈乐满"),
        ("萬家樂賣出熱水器30萬台，沈樂滿只有8萬台。", "8萬台", "沈乐满"),
        ("补贴本科1万，硕士3万，博士10万。", "3万", "硕士"),
        ("32%的初创企业遭遇用工难。", "32%", "初创企业"),
        ("云汀大学物理学院每年毕业的2000名学生中，有三成留在当地。", "三成", "云汀大学物理学院"),
        ("岚光科技去年亏损3亿元。", "3亿元", "岚光科技"),
        ("望澜市财政收入增长15%，市本级增长12%。", "12%", "市本级"),
        ("规上工业企业研发费用占营收比重达3.9%。", "3.9%", "规上工业企业"),
        ("新能源、医药等战略性产业占比42%。", "42%", "新能源、医药等战略性产业"),
        ("位于望澜西部、总装机容量300万千瓦的云汀水电站，概算总投资60亿元。", "300万千瓦", "云汀水电站"),
    ],
)
def test_whom_it_is_about(text, figure, subject):
    assert framed(text)[figure].subject == subject


def test_a_subject_from_the_sentence_before_is_inferred():
    claim = framed("岚光科技昨天迁入新楼。去年亏损3亿元。")["3亿元"]
    assert claim.subject == "岚光科技"
    assert "subject" in claim.inferred


def test_media_are_no_subject():
    assert "晨报" not in (framed("《云汀晨报》记者 去年亏损3亿元。")["3亿元"].subject or "")

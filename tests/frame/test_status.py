from __future__ import annotations

import pytest
from framed import framed


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("市政府去年推出“雏鸟计划”，培育了企业300家。", "300家"),
        ("公开资料显示，注册资本为3亿元。", "3亿元"),
        ("预测模型把周期缩短40%。", "40%"),
        ("园区给予了一年免租。", "一年"),
        ("与收购传闻有关的主要是五家企业。", "五家"),
        ("示范而非命令的代价，是花了两年。", "两年"),
        ("虚拟投资平台转入了15万元。", "15万元"),
        ("按原计划延期，已把全长增至9公里。", "9公里"),
        ("公司将票价加至28元后客流下降。", "28元"),  # 将 puts the object first
        ("允许兼职的政策催生了53个孵化器。", "53个"),
    ],
)
def test_told_as_it_is(text, figure):
    assert framed(text)[figure].status == "actual"


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("今年力争新增企业2000家，培育人才500名。", "500名", "target"),
        ("今年力爭新增企業2000家，培育人才500名。", "2000家", "target"),
        ("东礁新区明确，引进大学生继续超3万人。", "3万人", "target"),
        ("滨海步道计划延长到全长9公里。", "9公里", "target"),
        ("濱海步道計劃增至9公里。", "9公里", "target"),
        ("座位擬增至120個。", "120個", "target"),
        ("票價將加至28元。", "28元", "target"),
        ("全市目标是引进120家企业。", "120家", "target"),
        ("到2027年，望澜建成36家中心。", "36家", "target"),
        ("望澜汽车完成了下线80万辆新车的目标。", "80万辆", "actual"),
        ("望澜汽车的排名从2021年的第436位跃升到2022年的第212位。", "第212位", "actual"),
        ("预计全年增长5%。", "5%", "forecast"),
        ("大学生创业可申请20万元资助。", "20万元", "rule"),
        ("网传亏损2亿元，公司称该消息不实。", "2亿元", "denied"),
        ("網傳虧損2億元，公司稱該消息不實。", "2億元", "denied"),
        ("更正：此前报道的36家应为63家。", "36家", "denied"),
        ("更正：此前报道的36家应为63家。", "63家", "actual"),
        ("在孵企业不是1300家，更正为1030家。", "1300家", "denied"),
        ("在孵企业不是1300家，更正为1030家。", "1030家", "actual"),
    ],
)
def test_status(text, figure, status):
    assert framed(text)[figure].status == status


@pytest.mark.parametrize(
    ("text", "figure", "aspects"),
    [
        ("全省开出发票300份。", "300份", set()),
        ("总冠军赛打了5场。", "5场", set()),
        ("产值增加到300亿元。", "300亿元", {"to"}),
        ("产值增加了30亿元。", "30亿元", {"change"}),
        ("產值同比增長30%。", "30%", {"change"}),
        ("失业率由5%降至4%。", "5%", {"from"}),
        ("失业率由5%降至4%。", "4%", {"to"}),
        ("人均收入3万元。", "3万元", {"per_unit"}),
        ("累计接待游客3万人。", "3万人", {"total"}),
        ("比去年的100万吨增长35%。", "100万吨", set()),
    ],
)
def test_aspects(text, figure, aspects):
    assert framed(text)[figure].aspects == aspects


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("据云汀市统计局数据显示，去年产值300亿元。", "300亿元", "云汀市统计局"),
        ("市长林望川表示，去年产值300亿元。", "300亿元", "市长林望川"),
        ("去年产值300亿元。", "300亿元", None),
        ("首批96家企业公布时，望澜有59家。", "59家", None),
    ],
)
def test_attribution(text, figure, source):
    assert framed(text)[figure].attribution == source

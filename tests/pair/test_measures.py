"""Two measures laid side by side: what must not be one first."""

from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.pair.measures import MeasureLevel, read_concepts, relate_measures

LEXICON = zh.lexicon()


def relate(one, other, said=("", "")):
    sides = [read_concepts(measure, LEXICON) for measure in (one, other)]
    found, back = (
        relate_measures(*pair, LEXICON, said=both) for pair, both in ((sides, said), (sides[::-1], said[::-1]))
    )
    assert (found.level, found.ours, found.contrast) == (back.level, back.theirs, back.contrast)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("出口额", "进口额"),
        ("死亡人数", "受伤人数"),
        ("遇难者人数", "失联人数"),
        ("归母净利润", "扣非净利润"),
        ("营业收入", "净利润"),
        ("线上销售额", "线下销售额"),
        ("男性患者", "女性患者"),
        ("同比增速", "环比增速"),
        ("常住人口", "户籍人口"),
        ("夏粮产量", "秋粮产量"),
        ("住宅销售面积", "办公楼销售面积"),
        ("铁路货运量", "公路货运量"),
        ("报名人数", "参加考试人数"),
        ("人均可支配收入", "可支配收入"),
        ("日均客流量", "客流量"),
        ("预算收入", "决算收入"),
    ],
)
def test_a_contrast(one, other):
    assert relate(one, other).level == MeasureLevel.CONTRAST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("死亡人数", "遇难人数"),
        ("丧生", "罹难者"),
        ("营收", "营业收入总额"),
        ("归母净利", "归属于上市公司股东的净利润"),
        ("总人口", "人口总数"),
        ("GDP", "地区生产总值"),
        ("CPI涨幅", "居民消费价格指数增幅"),
        ("志愿者人数", "义工"),
        ("桥梁全长", "桥梁总长度"),
        ("粮食总产量", "粮食产量"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert relate(one, other).level == MeasureLevel.SAME


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("", "产值", MeasureLevel.UNKNOWN),
        ("码头产值", "产值", MeasureLevel.CONTAINED),
        ("码头产值", "船坞产值", MeasureLevel.RELATED),
        ("产值", "海拔", MeasureLevel.APART),
    ],
)
def test_what_is_neither(one, other, level):
    assert relate(one, other).level == level


def test_what_the_other_sentence_says_elsewhere_is_not_left_over():
    found = relate("船坞产值", "码头产值", ("船坞产值达到3亿元", "船坞旁边的码头产值达到3亿元"))
    assert (found.level, found.theirs) == (MeasureLevel.CONTAINED, {"码头"})
    assert relate("人均产值", "产值", ("人均产值3万元", "按人均算，产值3万元")).level == MeasureLevel.CONTAINED


def test_what_is_said_of_another_figure_makes_no_measure_the_same():
    said = "48位校长(32位现任校长)"
    assert relate("校长", "现任校长", (said, said)).level == MeasureLevel.CONTAINED


def test_a_contrast_holds_though_the_sentence_says_both():
    said = "出口2亿元、进口3亿元"
    assert relate("出口", "进口", (said, said)).contrast == "trade: which way goods go"


def test_a_measure_of_empty_words_is_those_words():
    assert read_concepts("人数", LEXICON) == {"人数"}
    assert relate("人数", "总数").level == MeasureLevel.APART

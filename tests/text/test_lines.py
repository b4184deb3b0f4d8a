from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import quantities, zh
from factcheck.text import prepare

LEXICON = zh.lexicon()
TEXT = (
    "东山集团2024年营业收入为135.2亿元，比上年增长12.5%，其中海外收入占三成；净利润约3.5亿元，员工3,500人。"
    "全年新开门店120家，总面积约36万平方米，覆盖28个城市，单店日均客流1,200多人次。"
    "公司计划2025年投资20亿元，建设年产50万吨的新厂，预计带动就业2000余人，年产值超过100亿元。"
)


def cut(text: str) -> list[str]:
    prepared = prepare(text, lexicon=LEXICON)
    return [text[start:end] for start, end in prepared.sentences]


def wrap(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize(
    "text",
    [
        "山外青山楼外楼\n西湖歌舞几时休\n暖风熏得游人醉\n直把杭州作汴州",  # verse
        "春眠不觉晓，\n处处闻啼鸟。\n夜来风雨声，\n花落知多少。",
        "王甲，男，35岁，山城\n李乙，女，42岁，水城\n赵丙，男，28岁，江城。",  # a list
        "- 山城有35家门店\n- 水城有42家门店\n- 江城有28家门店",
        "1. 山城开了三十五家\n2. 水城开了四十二家\n3. 江城开了二十八家",
        "渡轮恢复夜航\n\n今天，渡轮恢复了夜航，全线35班。",
        "东山集团营收增长\n公司今日发布年报，营收35.2亿元。",  # a headline
        "望澜签约\n35家企业到场。",
        "产值35.2\n万科董事长到场。",
        "营收5\n元旦期间客流增长。",
        "营业收入\n35.2\n净利润\n3.5",
        "三区投票率一览：\n\n东礁：71.46%\n西礁：71.18%\n南礁：70.29%",  # a list with a heading
    ],
)
def test_lines_that_stand_for_themselves_stay(text):
    assert len(cut(text)) >= text.count("\n") - text.count("\n\n") + 1 - text.count("，\n")
    assert "\u2060" not in prepare(text, lexicon=LEXICON).folded


@pytest.mark.parametrize(
    "text",
    [
        "营业收入为35.2\n亿元，净利润3.5亿元。",
        "营业收入为35.\n2亿元，净利润3.5亿元。",
        "营业收入为1\n35.2亿元。",
        "营业额由港幣\n64,308,000元增加。",
        "营业额64,\n308,000元。",
        "集团2024\n年营业收入35.2亿元。",
        "集团净利润\n为3.5亿元。",
        "营业收入为35.2\r\n亿元。",
    ],
)
def test_a_figure_goes_on_in_the_next_line(text):
    assert len(cut(text)) == 1


@settings(max_examples=51)
@given(st.integers(10, 60))
def test_a_text_broken_at_one_length_has_the_same_figures(width):
    def values(text):
        return [(q.kind, q.low, q.high, q.unit, q.qualifier) for q in quantities(text)]

    assert values(wrap(TEXT, width)) == values(TEXT)


def test_a_text_broken_at_one_length_has_the_same_sentences():
    assert [one.replace("\n", "") for one in cut(wrap(TEXT, 24))] == cut(TEXT)


def test_a_paragraph_ends_with_its_short_line_and_a_headline_stays_alone():
    text = "东山集团发布年报\n\n" + wrap(TEXT, 30) + "\n" + wrap(TEXT.replace("东山", "西河"), 30)
    assert cut(text)[0] == "东山集团发布年报"
    assert len(cut(text)) == 7


def test_two_words_that_are_spelled_stay_apart():
    text = "公司发布的新产品名为Harbour\nWalk，全年卖出35万件，增长\n三成；明年计划卖出50万件以上，建"
    text += "\n新厂一座，年产200万件。"
    assert "Harbour Walk" in prepare(text, lexicon=LEXICON).folded

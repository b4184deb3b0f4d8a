"""A fact is named by what its sentences and articles share: not by who tells it, a scrap, a time, another figure."""

from __future__ import annotations

import pytest

from factcheck import Document, scan


def call(*rows, figure=None):
    """The only fact of rows, each a title and a text; or the only one that has a figure."""
    documents = [
        Document(id=str(at), title=title, text=text, date="2025-08-04", source=f"来源{at}")
        for at, (title, text) in enumerate(rows)
    ]
    (fact,) = (
        fact for fact in scan(documents).facts if figure is None or any(one.text == figure for one in fact.values)
    )
    return fact


def tell(*sentences, title="望澜号邮轮完成首次试航"):
    """Rows of one event with one title, each with a sentence."""
    return [(title, f"{title}\n\n望澜号邮轮返回岚光港，首次试航完成。{sentence}") for sentence in sentences]


def name(fact):
    """All that names a fact."""
    return " · ".join(filter(None, (fact.subject, fact.measure, fact.place)))


@pytest.mark.parametrize(
    "sentences",
    [
        ("澜岳证券表示，邮轮的订单金额为1350万元。", "据澜岳证券统计，邮轮订单金额达1350万元。"),
        ("记者获悉，望澜号的舱房共有1263间。", "记者从船厂获悉，望澜号共有舱房1263间。"),
        ("望澜号造船厂透露，船上装有1263间舱房。", "造船厂介绍，船上装有1263间舱房。"),
    ],
    ids=["who forecasts", "reporters", "who says it"],
)
def test_who_tells_a_figure_is_no_part_of_its_name(sentences):
    fact = call(*tell(*sentences))
    for teller in ("澜岳", "记者", "获悉", "透露", "介绍"):
        assert teller not in name(fact)


def test_another_figure_and_a_time_are_no_part_of_a_name():
    fact = call(
        *tell("此次试航历时8天，航程3672公里。", "8月3日，历时8天的试航结束，航程共3672公里。"), figure="3672公里"
    )
    assert not any(letter.isdigit() for letter in name(fact))
    assert "天" not in name(fact)


@pytest.mark.parametrize("figure", ["1263间"])
def test_no_name_begins_or_ends_with_a_particle(figure):
    fact = call(*tell("船上的1263间舱房也已经完工了。", "船上，1263间舱房已完工。"), figure=figure)
    assert fact.measure
    assert fact.measure[0] not in "的也了已，在"
    assert fact.measure[-1] not in "的也了已，在"


def test_who_forecasts_does_not_bear_what_is_forecast():
    said = ("澜岳证券预计，下半年原油缺口为180万桶。", "澜岳证券预计下半年原油缺口达180万桶。")
    assert "澜岳" not in (call(*tell(*said, title="原油供应收紧")).subject or "")


def test_a_noun_stands_with_the_words_that_narrow_it():
    said = ("岚峡县受灾面积225.38平方公里。", "截至昨天，岚峡县受灾面积225.38平方公里。")
    assert "受灾面积" in call(*tell(*said, title="岚峡县暴雨灾情"), figure="225.38平方公里").measure


def test_an_office_without_a_name_is_not_what_a_figure_is_about():
    rows = tell("船上1263间舱房完工。", "1263间舱房在船上完工。", title="统计局公布数据")
    assert "统计局" not in (call(*rows, figure="1263间").subject or "")


def test_the_dead_are_not_the_missing():
    sentences = ("事故造成5人死亡、3人失联。", "事故已致5人死亡，3人失联。", "事故中5人死亡，另有3人失联。")
    fact = call(*tell(*sentences, title="岚光港码头坍塌事故"), figure="3人")
    assert "失联" in fact.measure
    assert "死亡" not in fact.measure


def test_what_the_sentences_share_names_a_figure_that_no_field_does():
    fact = call(*tell("这次试航历时8天。", "试航历时8天，完成全部项目。", "整个试航历时8天。"), figure="8天")
    assert "试航历时" in fact.measure


def test_the_words_on_both_sides_stand_around_a_gap():
    said = "澜汐集团收购云岫航运30.5%的股权"
    fact = call(*tell(f"{said}。", f"当天，{said}。", f"{said}一事获批。"), figure="30.5%")
    assert "股权" in fact.measure


def test_titles_say_what_a_figure_is_about_where_no_sentence_does():
    sentences = ("上映8天，观众不少。", "上映8天，影院爆满。", "上映8天，口碑很好。")
    rows = [("《雾港来信》热映", f"《雾港来信》热映\n\n影片《雾港来信》讲述一座灯塔的故事。{one}") for one in sentences]
    assert call(*rows, figure="8天").subject == "《雾港来信》"


def test_an_article_that_says_a_figure_often_has_one_voice():
    often = "邮轮定员5246人。" + "".join(f"{place}可容纳5246人。" for place in ("餐厅", "剧场", "甲板"))
    fact = call(*tell(often, "邮轮定员5246人。", "这艘邮轮定员5246人。"), figure="5246人")
    assert "定员" in fact.measure

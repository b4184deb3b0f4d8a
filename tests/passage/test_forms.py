"""What is printed with the same words and yet is no reuse, beside what is."""

from __future__ import annotations

import pytest
from invented import article

from factcheck import zh
from factcheck.passage import passages

FIRST = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场。"
SECOND = "县图书馆把闭馆时间推迟到晚上十点，自习的学生多了一倍不止。"
THIRD = "老码头的木栈道昨天换上了新木板，走起来不再吱呀作响。"


def between(one, other):
    return passages([article("a", FIRST + one), article("b", SECOND + other)], lexicon=zh.lexicon())


def within(one, other):
    return passages([article("a", one + FIRST + other + SECOND)], lexicon=zh.lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # the next figure is another one: the form of a daily report
            "云汀港方面说，当天进出港渡轮的班次合计达到312班次，比前一天多。",
            "云汀港方面说，当天进出港渡轮的班次合计达到287班次，与上周持平。",
        ),
        (  # more than a third of the figures differ
            "截至昨晚，云汀湾水位15.4米，流量127立方米，风力13级，浪高40厘米，渡轮停航26班。",
            "截至昨晚，云汀湾水位31.3米，流量137立方米，风力13级，浪高40厘米，渡轮停航26班。",
        ),
        (  # so it is in the next clause, behind the same words
            "其余不活跃的渡轮航线全线停航，当日开出的航班只有六个，共成交319980张。",
            "其余不活跃的渡轮航线全线停航，当日开出的航班只有六个，共成交257902张。",
        ),
        (  # a notice that every company publishes
            "日前收到审核中心出具的《关于望澜科技股份有限公司申请发行股票的审核意见告知函》，审核中心认为公司符合发行条件。",
            "日前收到审核中心出具的《关于云汀新能源股份有限公司申请发行股票的审核意见告知函》，审核中心认为公司符合发行条件。",
        ),
        (  # half of the figures differ, and two at least
            "云汀湾客货运输的月报里说，近90天内共有2家码头提出加开夜航的申请，近90天内的平均票价为4.4元。",
            "云汀湾客货运输的月报里说，近90天内共有9家码头提出加开夜航的申请，近90天内的平均票价为10元。",
        ),
        (  # one name stands throughout for another, and a figure differs: the same report on something else
            "行业协会昨天公布的数据里，望澜渔港的船东数低于平均水平，截至6月底渔港平均有船东232户，望澜渔港的船位租金高于平均水平。",
            "行业协会昨天公布的数据里，云汀货栈的船东数低于平均水平，截至6月底渔港平均有船东251户，云汀货栈的船位租金高于平均水平。",
        ),
        ("昨天傍晚林可文登上“云汀湾夜航渡轮公司一号交通船”离开。", "有人看见的是“云汀湾夜航渡轮公司一号交通船”的灯。"),
    ],
)
def test_forms_and_names(one, other):
    assert between(one, other) == ()


def test_what_comes_behind_other_words_is_no_other_day():
    copy = "其余不活跃的渡轮航线全线停航，当日开出的航班只有六个"
    (found,) = between(copy + "，码头上等了319人。", copy + "，气温降到12度。")
    assert found.letters == sum(letter.isalnum() for letter in copy)


def test_a_name_told_in_another_way_throughout_is_no_other_report():
    one = "球王碧咸昨天到了云汀湾，碧咸在码头上给孩子签名，碧咸说他喜欢这里的渡轮和鱼丸，明年还要再来一次。"
    (found,) = between(one, one.replace("碧咸", "贝克汉姆"))
    assert found.letters > 30


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "法院判林某某有期徒刑四年八个月，并处没收违法所得的船票收入。",
            "法院判林某某有期徒刑五年二个月，并处没收违法所得的船票收入。",
        ),
        (
            "民警依照规定对驾船的林某处以警告，并暂扣了他的渡轮驾驶证。",
            "民警依照规定对驾船的郑某处以警告，并暂扣了他的渡轮驾驶证。",
        ),
        ("云汀湾夜航渡轮公司（云汀港务集团）说，", "云汀湾夜航渡轮公司（云汀港务集团）说，"),
    ],
)
def test_one_construction_twice_in_an_article(one, other):
    assert within(one, other) == ()


def test_short_words_again_in_an_article_are_reuse_where_they_are_clauses_and_exact():
    said = "潮水从来不等人，渡轮也从来不等潮水。"
    (found,) = within(said, said)
    assert found.repeated


def test_a_number_of_the_sentence_before_is_no_part_of_a_copy():
    copy = "码头上挤满了来看热闹的居民，小店的灯一直亮到深夜，卖面的老人笑个不停。"
    (found,) = between("昨天有1302家。" + copy, "去年有77家。" + copy)
    assert found.letters == sum(letter.isalnum() for letter in copy)


def test_a_headline_of_one_article_may_be_lifted_from_another():
    line = "云汀湾夜航渡轮停航四年今夜恢复，居民涌上码头"
    (found,) = passages([article("a", line + "\n" + FIRST), article("b", SECOND + line + "。")], lexicon=zh.lexicon())
    assert [place.doc for place in found.places] == ["a", "b"]


def test_the_same_headline_twice_is_no_passage():
    line = "云汀湾夜航渡轮停航四年今夜恢复"
    assert passages([article("a", line + "\n" + FIRST), article("b", line + "\n" + THIRD)], lexicon=zh.lexicon()) == ()

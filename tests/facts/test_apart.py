"""What forbids one fact, however alike two statements are."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

HEAD = "岚峡央行公布利率决议\n\n岚峡央行行长闻人澈在石栈出席发布会。"
FIRE = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"


def gather(*said, head=HEAD, days=("2025-08-04", "2025-08-05", "2025-08-06")):
    """Each fact as the articles and figures that it holds; a text stands for an article."""
    held = [
        Document(id=name, text=head + text, date=day, source=f"来源{name}")
        for name, text, day in zip("abc", said, days, strict=False)
    ]
    return [sorted((place.doc, place.text) for place in fact.locations) for fact in scan(held).facts]


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [
        (HEAD, "岚峡央行将政策利率上调至4.5%。", "市场预计岚峡央行将把政策利率上调至4.5%。"),
        (HEAD, "岚峡央行宣布将政策利率加息25个基点。", "岚峡央行九月将政策利率加息25个基点的概率为六成多。"),
        (HEAD, "岚峡央行宣布将政策利率加息25个基点。", "岚峡央行宣布将政策利率降息25个基点。"),
        (HEAD, "岚峡10年期国债收益率升至4.264%。", "岚峡30年期国债收益率升至4.264%。"),
        (FIRE, "石栈仓库火灾后，县里对业主罚款12万元。", "石栈仓库火灾后，县里对业主罚款十万元以上五十万元以下。"),
        (FIRE, "石栈仓库火灾造成两人死亡。", "石栈仓库火灾中两位遇难者家属今天到了现场。"),
        (FIRE, "石栈仓库火灾造成14人受伤。", "截至今天，已有14人因涉嫌纵火被立案调查。"),
    ],
    ids=["forecast", "odds", "down and up", "terms", "a broad range", "families of the dead", "hurt and accused"],
)
def test_two_things_of_one_figure_are_two_facts(head, one, other):
    assert [fact for fact in gather(one, other, head=head) if len({doc for doc, _ in fact}) > 1] == []


def test_what_is_told_alike_of_one_thing_is_one_fact():
    assert [("a", "4.5%"), ("b", "4.5%")] in gather(
        "岚峡央行将政策利率上调至4.5%。", "岚峡央行今天宣布，将政策利率上调至4.5%。"
    )


DONORS = "岚峡暴雨救灾捐款\n\n岚峡县暴雨后，各家公司向岚峡县红十字会捐款。"


def test_what_two_give_is_no_measure_that_moves_on():
    one, other = "云汀汽车今天宣布捐款2000万元。", "望海食品今天宣布捐款3000万元。"
    assert [fact for fact in gather(one, other, head=DONORS) if len(fact) > 1] == []


@pytest.mark.parametrize("later", ["2025-08-06", "2025-08-19"])
def test_the_bulletins_of_two_weeks_are_two_facts(later):
    head = "岚峡油价调整公告\n\n岚峡县发改局公布成品油调价，岚峡县的加油站今晚调价。"
    said = "以月跑2000公里的小型私家车为例，到下次调价前，消费者用油成本将增加{}元左右。"
    found = gather(said.format(16), said.format(15), head=head, days=("2025-08-04", later))
    assert ([("a", "16元"), ("b", "15元")] in found) == (later == "2025-08-06")


def list_shared(one, other, heads, days=("2025-08-04", "2025-08-05")):
    """The figures of facts that two articles with heads of their own state."""
    documents = [
        Document(id=name, text=f"{head}{text}", date=day, source=f"来源{name}")
        for name, head, text, day in zip("ab", heads, (one, other), days, strict=True)
    ]
    return [fact.values[0].text for fact in scan(documents).facts if len({place.doc for place in fact.locations}) > 1]


@pytest.mark.parametrize(("day", "shared"), [(None, []), ("2025-08-04", ["3.27%"])])
def test_what_changes_from_day_to_day_is_compared_only_where_the_day_is_known(day, shared):
    head = "岚光股份股价上涨\n\n岚光股份（石栈）股价今天上涨，岚光股份的股东表示欢迎。"
    said = "截至收盘，岚光股份上涨3.27%。", "今天岚光股份收盘上涨3.27%。"
    assert list_shared(*said, (head, head), (day, day)) == shared


def test_the_shares_of_two_firms_are_two_facts():
    heads = [f"{name}股价上涨\n\n石栈交易所今天收盘，{name}股价上涨。" for name in ("岚光股份", "云汀科技")]
    assert list_shared("收盘时，岚光股份上涨3.27%。", "收盘时，云汀科技上涨3.27%。", heads) == []


BOOKS = "望澜书展销售榜公布\n\n望澜书展组委会在望澜发布本届书展的销售榜。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云汀书店的销售额排名第二。", "望海出版社的销售额排名第二。"),
        ("望澜智联原拟在创业板公开发行不超过3640万股。", "溟汐电子原拟在创业板公开发行不超过3886万股。"),
    ],
    ids=["ranks of two", "two limits"],
)
def test_what_is_the_same_for_many_is_of_each(one, other):
    assert [fact for fact in gather(one, other, head=BOOKS) if len(fact) > 1] == []


def test_a_rank_of_one_is_one_fact():
    assert [("a", "第二"), ("b", "第二")] in gather(
        "云汀书店的销售额排名第二。", "云汀书店的销售额位居第二。", head=BOOKS
    )


TEMPLE = "望澜大佛寺始建于北魏，距今{}，是望澜最古老的寺院。"


@pytest.mark.parametrize(
    ("one", "other", "state", "values"),
    [
        ("1500多年", "1500余年", "confirmed", ["1500多年"]),
        ("1500多年", "1600多年", "differing", ["1500多年", "1600多年"]),
    ],
)
def test_who_hedges_another_figure_in_the_same_words_says_another(one, other, state, values):
    held = [Document(id=name, text=TEMPLE.format(text), date="2025-08-04") for name, text in (("a", one), ("b", other))]
    (fact,) = scan(held).facts
    assert (fact.state, [value.text for value in fact.values]) == (state, values)

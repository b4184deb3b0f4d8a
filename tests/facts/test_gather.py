"""What articles of one event state is one fact; what only looks like it is not."""

from __future__ import annotations

import pickle

import pytest

from factcheck import Document, scan

HEAD = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"


def article(name, text, date="2025-08-04", source=None, head=HEAD):
    return Document(id=name, text=head + text, date=date, source=source or f"来源{name}")


def facts(*documents):
    return scan(documents).facts


def told(*documents):
    """Each fact as its state and the figures of its values."""
    return sorted((fact.state, *(value.text for value in fact.values)) for fact in facts(*documents))


DEAD = "据岚峡县应急管理局，石栈仓库火灾已造成{}人死亡。"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("石栈仓库火灾已造成12人死亡。", "石栈仓库火灾已造成12人受伤。"),
        ("石栈仓库火灾造成直接损失1350万元。", "石栈仓库当年的租金收入为2480万元。"),
        ("石栈仓库火灾中转移群众1260人。", "岚峡县去年共有1260家竹编工厂。"),
        ("石栈仓库火灾的过火面积为2300平方米。", "石栈仓库火灾的过火面积为2300平方米，是谣言。"),
    ],
    ids=["dead and hurt", "loss and rent", "people and firms", "denied"],
)
def test_two_facts_are_not_one(a, b):
    figures = [{place.text for place in fact.locations} for fact in facts(article("a", a), article("b", b))]
    assert figures == []


def test_articles_of_two_events_share_nothing():
    other = "望澜市北堤码头停电\n\n望澜市北堤码头昨夜停电。"
    held = article("a", DEAD.format(12)), article("b", "停电影响居民，12人死亡的传言没有根据。", head=other)
    assert facts(*held) == ()


def test_what_one_article_alone_states_is_no_fact():
    assert facts(article("a", DEAD.format(12) + DEAD.format(12))) == ()


def test_two_figures_of_one_article_stay_apart_whatever_links_them():
    both = "石栈仓库火灾的过火面积为2300平方米，核实后的过火面积为2480平方米。"
    one, other = (f"石栈仓库火灾的过火面积为{n}平方米，县里正在清点。" for n in (2300, 2480))
    for fact in facts(article("a", one), article("b", both), article("c", other)):
        stated = {(place.doc, place.text) for place in fact.locations}
        assert len({figure for doc, figure in stated if doc == "b"}) <= 1


def test_two_places_are_two_facts():
    said = "石栈仓库火灾后，{}转移群众1260人，均已安置。"
    for fact in facts(article("a", said.format("杭州市")), article("b", said.format("宁波市"))):
        assert {place.claim.place for place in fact.locations} != {"杭州", "宁波"}


def test_a_toll_of_an_earlier_event_is_no_step():
    earlier = "自2019年以来，石栈镇的仓库火灾已造成64人死亡。"
    found = facts(article("a", DEAD.format(61)), article("b", earlier))
    assert not any(fact.state == "revised" for fact in found)


FLOOD = (
    "{place}{town}山洪泥石流灾害通报\n\n{place}{town}发生山洪泥石流灾害，消防员带着冲锋舟、橡皮艇、卫星电话赶到{place}。"
    "截至目前，山洪泥石流灾害已造成{dead}人遇难，搜救仍在进行。{town}的道路已经抢通。"
)


@pytest.mark.parametrize(("place", "town", "steps"), [("澜坪县", "竹溪乡", []), ("岚峡县", "石栈镇", [["5人", "8人"]])])
def test_another_flood_of_some_weeks_later_has_a_toll_of_its_own(place, town, steps):
    first = article("a", FLOOD.format(place="岚峡县", town="石栈镇", dead=5), "2025-07-21", head="")
    later = article("b", FLOOD.format(place=place, town=town, dead=8), "2025-08-04", head="")
    assert [[value.text for value in fact.values] for fact in facts(first, later)] == steps


def test_a_factor_of_ten_is_no_step():
    assert not any(
        state == "revised" for state, *_ in told(article("a", DEAD.format(3)), article("b", DEAD.format(30)))
    )


def test_a_toll_moves_on_in_the_order_of_time():
    days = zip("abc", (11, 3, 7), ("2025-08-07", "2025-08-04", "2025-08-05"), strict=True)
    words = ("救援人员说，", "", "通报更新后，")
    found = told(*(article(n, w + DEAD.format(d), day) for (n, d, day), w in zip(days, words, strict=True)))
    assert found == [("revised", "3人", "7人", "11人")]


def test_a_toll_may_fall_a_little():
    found = told(article("a", DEAD.format(50)), article("b", "经辨认遗体，" + DEAD.format(49), "2025-08-06"))
    assert found == [("revised", "50人", "49人")]


def test_figures_that_agree_are_confirmed_and_sources_are_counted():
    said = "石栈仓库火灾造成直接损失1350万元{}。"
    held = [
        article("a", said.format(""), source="望澜日报"),
        article("b", "县里核算，" + said.format("，另有货物待清点"), source="海望時報"),
        article("c", "县里核算，" + said.format("，另有货物待清点"), source="云汀快报"),
        article("d", said.format("，保险公司已到现场"), source="望澜日报"),
    ]
    (fact,) = facts(*held)
    assert fact.state == "confirmed"
    assert (fact.values[0].articles, fact.values[0].independent) == (4, 2)
    assert [place.doc for place in fact.locations] == ["a", "b", "c", "d"]
    assert {place.group for place in fact.locations} == {0}


def test_a_value_is_known_by_the_figure_that_many_print_and_not_by_the_finest_of_one():
    said = "石栈仓库火灾造成直接损失{}万元{}。"
    endings = ("", "，另有货物待清点", "，保险公司已到现场", "，库房已经封存")
    held = [article(name, said.format(1350, end)) for name, end in zip("abcd", endings, strict=True)]
    (fact,) = facts(*held, article("e", said.format("1350.4", "，县里说")))
    assert [value.text for value in fact.values] == ["1350万元"]
    (fact,) = facts(held[0], article("e", said.format("1350.4", "，县里说")))
    assert [value.text for value in fact.values] == ["1350.4万元"]


def test_the_id_stays_when_files_move_and_later_articles_come():
    first = article("a", DEAD.format(3)), article("b", "通报更新后，" + DEAD.format(7), "2025-08-05")
    later = article("z/b", "通报更新后，" + DEAD.format(7), "2025-08-05"), article("z/a", DEAD.format(3))
    third = article("c", "救援人员说，" + DEAD.format(11), "2025-08-06")
    ids = {fact.id for held in (first, later, (*first, third)) for fact in facts(*held)}
    assert len(ids) == 1


def test_facts_are_the_same_in_any_order_and_are_plain_values():
    held = [article(n, w + DEAD.format(7)) for n, w in (("a", ""), ("b", "县里说，"), ("c", "记者获悉，"))]
    found = facts(*held)
    assert found
    assert facts(*held[::-1]) == found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_a_toll_is_one_fact_wherever_its_article_states_it():
    body = DEAD.format(12) + "县里说，伤者已送医。搜救结束时，共有12人在火灾中遇难。"
    found = facts(article("a", body), article("b", "通报更新后，" + DEAD.format(14), "2025-08-05"))
    (fact,) = [fact for fact in found if fact.state == "revised"]
    assert [(place.doc, place.text) for place in fact.locations] == [("a", "12人"), ("a", "12人"), ("b", "14人")]


def test_what_a_measure_went_from_is_its_first_state():
    fell = "搜救人员说，火灾中的失踪人数已经从60人降至48人。"
    found = told(article("a", fell), article("b", "石栈仓库火灾的失踪人数为48人，搜救继续。"))
    assert found == [("revised", "60人", "48人")]


FILM = "影片《望澜潮声》近况\n\n影片《望澜潮声》正在岚峡县石栈镇热映。"


def test_the_takings_of_one_work_move_on():
    one = article("a", "截至8月4日，《望澜潮声》票房突破11.8亿元。", head=FILM)
    other = article("b", "据院线统计，《望澜潮声》上映十天，票房达22.4亿元。", "2025-08-08", head=FILM)
    assert ("revised", "11.8亿元", "22.4亿元") in told(one, other)


def test_the_takings_of_two_works_are_two_facts():
    one = article("a", "截至8月4日，《望澜潮声》票房突破11.8亿元。", head=FILM)
    other = article("b", "同档的《云汀往事》票房达14.6亿元。", "2025-08-06", head=FILM)
    assert not any(len(values) > 1 for _, *values in told(one, other))


def test_form_letters_of_two_firms_are_no_dispute():
    form = "{0}首次公开发行股票募集资金总额为{1}万元，扣除发行费用后用于主业。{0}的保荐机构为澜岳证券。"
    held = [
        article(name, form.format(firm, sum_), head=f"{firm}发行结果\n\n{firm}今日公布发行结果。")
        for name, firm, sum_ in (("a", "岚芯科技", "229311"), ("b", "汀禾股份", "347283"))
    ]
    assert not any(state == "disputed" for state, *_ in told(*held))


def test_fires_are_counted_alike_by_other_classifiers():
    one = article("a", "截至8月4日，岚峡县今年共发生山火4774起。")
    other = article("b", "最新数据显示，岚峡县累计发生山火4782处。", "2025-08-05")
    assert ("revised", "4774起", "4782处") in told(one, other)


def test_cases_are_counted_alike_by_people():
    one, other = (
        article("a", "石栈卫生站新确诊病例136宗，正在隔离。"),
        article("b", "据石栈卫生站，新确诊病例136人，已经隔离。"),
    )
    assert told(one, other) == [("confirmed", "136宗")]
    fires = article("b", "据石栈卫生站，新确诊病例136箱，已经隔离。")
    assert told(one, fires) == []


def test_a_celebrated_ordinal_is_a_fact_and_one_of_a_series_is_none():
    texts = "石栈车间第{}辆自行车昨日下线。", "昨日，石栈车间下线了第{}辆自行车，厂长到场。"
    assert told(*map(article, "ab", (text.format("300万") for text in texts))) == [("confirmed", "第300万")]
    assert told(*map(article, "ab", (text.format("314") for text in texts))) == []


def test_what_two_named_sources_estimate_is_a_spread():
    one = article("a", "据岚峡县统计局估计，石栈仓库火灾造成的损失为5.5亿元。")
    other = article("b", "据澜岳保险估计，石栈仓库火灾造成的损失接近6亿元。")
    assert ("spread", "5.5亿元", "6亿元") in [(s, *sorted(v)) for s, *v in told(one, other)]


REPORT = "岚光集团公布半年报\n\n岚光集团今天在望澜公布半年报。岚光集团上半年海上风电业务收入"


def state_of(*texts):
    return told(*(article(str(at), text, head="") for at, text in enumerate(texts)))


@pytest.mark.parametrize(
    "texts",
    [
        tuple(
            f"{firm}召开股东大会\n\n{firm}今天召开股东大会。公司在任董事{n}人，出席{n}人；公司在任监事3人，出席3人。"
            for firm, n in (("岚光股份", 7), ("云汀股份", 9))
        ),
        tuple(
            f"大选初步结果\n\n{place}大选今天公布初步结果。初步统计显示，人民党赢得{seats}个席位。"
            for place, seats in (("西班牙", 136), ("柬埔寨", 120))
        ),
        (f"{REPORT}683.27亿元，同比增长50%。", f"{REPORT}同比下降4%至683亿元。"),
        (f"{HEAD}石栈仓库里有53家网店的货。", f"{HEAD}去年共有70余家网店租用石栈仓库，其中27家是新开的。"),
    ],
    ids=["forms of two firms", "parties of two countries", "growth and decline", "all and some of others"],
)
def test_what_is_said_of_two_things_is_no_dispute(texts):
    assert not [state for state, *_ in state_of(*texts) if state == "disputed"]


def test_the_growth_of_one_amount_is_one_fact_on_whichever_side_it_stands():
    found = state_of(f"{REPORT}683.27亿元，同比增长50%。", f"{REPORT}同比增长4%至683亿元。")
    assert ("disputed", "50%", "4%") in found


def test_what_differs_is_a_dispute_only_where_a_finding_says_so():
    one = article("a", "石栈仓库火灾造成的直接损失为1350万元。")
    told_otherwise = article("b", "县里的初步统计称，石栈仓库火灾的直接损失有1480万元。", "2025-08-05")
    retold = article("c", "石栈仓库火灾造成的直接损失为1530万元。", "2025-08-05")
    for other, state in ((told_otherwise, "differing"), (retold, "disputed")):
        report = scan([one, other])
        assert [fact.state for fact in report.facts if len(fact.values) > 1] == [state]
        assert bool([finding for finding in report.findings if finding.severity != "note"]) == (state == "disputed")

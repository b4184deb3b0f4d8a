"""Short passages that are no copy: names, and turns of phrase; beside short ones that are."""

from __future__ import annotations

import pytest
from invented import article, evidence

from factcheck.corpus import corpus_stats
from factcheck.passage.phrase import is_stock_phrase

FERRY = "夜航渡轮停了四年，云汀湾的林可文和乌篷客栈的王小舟在栈桥上重新点亮渔灯。"
CHERRY = "鹿角岭的果农陈阿满改种樱桃，冷藏车把头一批运往琴川批发市场。"
PHRASE = "大家心里都觉得踏实，日子一天比一天好过了"
SENTENCE = "最后一班船离岸时把第一张船票送给了客栈的掌柜"


def judged(one, other, dates=("2025-03-01", "2025-03-20")):
    found = evidence(article("a", one, date=dates[0]), article("b", other, date=dates[1]))
    (passage,) = found.passages
    stats = corpus_stats(found.articles.values(), found.lexicon)
    return is_stock_phrase(found.articles, passage, stats, found.lexicon)


def test_words_that_articles_on_other_events_share_weeks_apart_are_a_turn_of_phrase():
    assert judged(f"{FERRY}{PHRASE}。", f"{CHERRY}{PHRASE}。")


@pytest.mark.parametrize("dates", [("2025-03-01", "2025-03-02"), ("2025-03-01", None), ("2025-03", "2025-03-20")])
def test_within_days_or_with_a_day_unknown_they_are_a_passage(dates):
    assert not judged(f"{FERRY}{PHRASE}。", f"{CHERRY}{PHRASE}。", dates)


@pytest.mark.parametrize("more", ["北京市", "2024年", "十二名", "APEC"])
def test_what_is_said_of_somebody_in_particular_is_no_turn_of_phrase(more):
    assert not judged(f"{FERRY}{more}{PHRASE}。", f"{CHERRY}{more}{PHRASE}。")


def test_articles_on_one_event_lift_from_one_another_weeks_later_too():
    retold = "乌篷客栈的王小舟和林可文昨天回到栈桥，为云汀湾的夜航渡轮点亮渔灯。"
    assert not judged(f"{FERRY}{SENTENCE}。", f"{retold}记得那天，{SENTENCE}。")


OFFICE = "切实加强对生产的管理，不断提高群众的生活水平"
STORM = "云汀湾的夜航渡轮在风暴里折返，林可文和王小舟把乌篷客栈的渔灯挂上栈桥。"


@pytest.mark.parametrize("dates", [("2025-03-01", "2025-03-01"), ("2025-03-01", None)])
@pytest.mark.parametrize(
    "words",
    [OFFICE, "进一步扩大开放，全面落实各项政策，不断提高群众的生活水平和健康水平，为城市发展提供更加有力的支持"],
)
def test_tasks_in_the_language_of_offices_are_everybodys_on_any_day(dates, words):
    assert judged(f"{FERRY}{words}。", f"{CHERRY}{words}。", dates)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (FERRY, STORM, OFFICE),  # of one event
        (FERRY, CHERRY, "切实加强对生产的管理，不断提高12个单位的生活水平"),
        (FERRY, CHERRY, "昨天加强了对生产的管理，群众的生活水平也有提高"),  # somebody did it
        (FERRY, CHERRY, "切实加强对乌篷客栈的管理，不断提高群众的生活水平"),  # what is named is rare
    ],
)
def test_what_says_more_than_a_task_or_of_one_event_is_a_passage(one, other, words):
    assert not judged(f"{one}{words}。", f"{other}{words}。", ("2025-03-01", "2025-03-01"))


def test_what_is_longer_is_nobodys_phrase():
    long = PHRASE + "，并且每月向居民代表大会报告一次进展和余下的困难"
    assert not judged(f"{FERRY}{long}。", f"{CHERRY}{long}。")


@pytest.mark.parametrize(
    ("words", "phrase"),
    [("云汀湾县妇幼卫生院老城分院，乌篷街道渡船和车站", True), ("云汀湾县妇幼卫生院昨晚收治了十二名孩子", False)],
)
def test_without_a_verb_nothing_is_said(words, phrase):
    assert judged(f"{FERRY}\n{words}。\n", f"{CHERRY}\n{words}。\n", ("2025-03-01", "2025-03-01")) is phrase

"""Articles of one event share rare names within three days; form letters and follow-ups do not."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.events import Event, find_events, gather_partners, weigh_names
from factcheck.run.article import read_article

COLLISION = "8月3日清晨，渡轮“望澜七号”在云汀港外与货船“东礁”相撞，云汀海事局正在调查。望澜七号当时载有乘客216人。"
RETOLD = "云汀海事局通报，货船“东礁”3日撞上了出港的望澜七号渡轮，渡轮上共有216名乘客，望澜七号已被拖回云汀港。"
OTHER = "贺兰县图书馆新馆8月3日开放，馆藏图书42万册，贺兰县读者凭证入馆。"
FORM = "{name}股份公告，2024年扣非净利润{profit}万元，同比下降{fall}%，单季度主营收入{income}亿元。"


def find(*texts: str, dates: tuple[str | None, ...] = ()) -> list[tuple[str, str]]:
    """The pairs of articles of one event."""
    dates = dates or ("2025-08-03",) * len(texts)
    documents = [
        factcheck.Document(id=f"{number}", text=text, date=date)
        for number, (text, date) in enumerate(zip(texts, dates, strict=True))
    ]
    articles = [read_article(document) for document in documents]
    return [(event.a, event.b) for event in find_events(articles, corpus_stats(articles, zh.lexicon()))]


def test_articles_of_two_things_are_no_event():
    assert find(COLLISION, OTHER) == []


def test_forms_of_unlike_firms_are_no_event():
    names = ("望澜", "云汀", "岚芯")
    forms = [
        FORM.format(name=name, profit=5542 + 97 * n, fall=33.5 + n, income=11.5 + n) for n, name in enumerate(names)
    ]
    assert find(*forms) == []


def test_a_report_of_four_days_later_is_another_one():
    assert find(COLLISION, RETOLD, dates=("2025-08-03", "2025-08-07")) == []


@pytest.mark.parametrize("dates", [("2025-08-03", "2025-08-06"), ("2025-08-03", None), (None, None)])
def test_a_retelling_is_of_the_event(dates):
    assert find(COLLISION, RETOLD, dates=dates) == [("0", "1")]


def test_days_of_the_text_decide_where_there_is_no_date():
    told = "7月20日清晨" + COLLISION.removeprefix("8月3日清晨")
    assert find(COLLISION, RETOLD, told, dates=("2025-08-03", "2025-08-03", None)) == [("0", "1")]


def test_a_title_in_the_other_script_names_the_same():
    documents = [
        factcheck.Document(id="a", text="記者從會上獲悉這一消息。", title="賀蘭縣圖書館開館", date="2025-08-03"),
        factcheck.Document(id="b", text="记者从会上获悉这一消息。", title="贺兰县图书馆开馆", date="2025-08-03"),
    ]
    one, other = (read_article(document).words for document in documents)
    assert one is not None
    assert one == other


def test_what_is_said_once_and_no_dictionary_has_names_nothing():
    article = read_article(factcheck.Document(id="a", text="望澜七号出港。望澜七号与溟汐艇相撞，贺兰县派人前往。"))
    head = frozenset({"望澜七号", "溟汐艇", "贺兰县"})
    assert set(weigh_names(article, head, zh.lexicon())) == {"望澜七号", "贺兰县"}


def test_words_of_measures_and_units_name_nothing():
    article = read_article(factcheck.Document(id="a", text="贺兰县归母净利润、毛利率、mAh，归母净利润、mAh。"))
    head = frozenset({"归母", "毛利率", "mAh", "贺兰县"})
    assert set(weigh_names(article, head, zh.lexicon())) == {"贺兰县"}


def test_results_of_two_firms_in_one_form_are_no_event():
    form = "{}2024中报显示，单季扣非净利润{}万元，归母净利润2.43亿元，毛利率{}%，负债率{}%，财务费用{}万元。"
    assert find(form.format("岚光环保", 7153, 40.54, 55.8, 118), form.format("溟汐能源", 6284, 34.6, 44.4, 402)) == []


def test_the_order_of_articles_changes_nothing():
    assert find(RETOLD, OTHER, COLLISION) == [("0", "2")]


def test_events_make_no_chain():
    partners = gather_partners([Event("a", "b", 0.5), Event("b", "c", 0.5)])
    assert partners == {"a": frozenset("b"), "b": frozenset("ac"), "c": frozenset("b")}


def test_telling_figures_in_common_tie_a_later_report():
    one = "云汀港务公司上半年集装箱吞吐量312.46万箱，净利润4.518亿元，岸线长27.35公里。"
    other = "云汀港务公司半年间装卸集装箱312.46万箱，赚了4.518亿元，有岸线27.35公里。"
    later = "2025-08-03", "2025-08-08"
    assert find(one, other, dates=later) == [("0", "1")]
    assert find(one, other.replace("312.46", "298.71").replace("4.518", "3.902"), dates=later) == []

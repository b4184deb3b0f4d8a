"""Which claims state the same fact. What must not be paired comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.blocks import find_candidates
from factcheck.pair.compare import compare
from factcheck.pair.match import view_claims
from factcheck.pair.rows import outline_corpus
from factcheck.pair.stories import Stories
from factcheck.pair.weights import weights
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()


def disputes(a: str, b: str, date_a: str | None = "2025-03-01", date_b: str | None = "2025-03-02") -> list[str]:
    report = factcheck.scan(
        [factcheck.Document(id="a", text=a, date=date_a), factcheck.Document(id="b", text=b, date=date_b)]
    )
    return [finding.rule for finding in report.findings if finding.severity != "note"]


STATEMENT = "望澜市海洋机器人产业园今年引进了{}家精密制造企业，带动就业近千人。"
RETOLD = "據介紹，望瀾市的海洋機器人產業園，今年引進了{}家精密製造企業。"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (STATEMENT.format(48), RETOLD.format(48)),
        ("2023年，望澜市海洋机器人产业产值达到85亿元。", "2024年，望澜市海洋机器人产业产值达到97亿元。"),
        ("杭州市海洋机器人产业产值达到85亿元。", "宁波市海洋机器人产业产值达到97亿元。"),
        ("望澜市海洋机器人产业产值力争突破100亿元。", "望澜市海洋机器人产业产值已经达到85亿元，累计增长。"),
        ("望澜市海洋机器人产业产值增长12亿元。", "望澜市海洋机器人产业产值为85亿元。"),
        ("海洋机器人产业园引进了48家精密制造企业。", "海洋机器人产业园引进了84名精密制造专家。"),
        ("网传海洋机器人产业园亏损3亿元，园方称该消息不实。", "海洋机器人产业园亏损5亿元。"),
        ("望澜市海洋机器人产业产值同比增长12%。", "望澜市海洋机器人产业产值环比增长3%。"),
        ("今天望澜港股份报收于12.5元，海洋机器人板块走强。", "今天望澜港股份报收于13.1元，海洋机器人板块走强。"),
        (  # nothing says that both are of one day
            "当日海洋机器人板块上涨。望澜综指报收于3164.16，下跌0.11%。望澜成指报收于10747.79，下跌0.58%。",
            "当日海洋机器人板块下跌。望澜综指报收于3223.03，下跌0.26%。望澜成指报收于10968.98，下跌0.47%。",
        ),
        (  # one form, filled in for two people
            "海洋机器人基金的林可文任职以来，重仓股调仓共有79次，其中盈利41次，胜率为51.9%。",
            "海洋机器人基金的周望舒任职以来，重仓股调仓共有7次，其中盈利6次，胜率为85.71%。",
        ),
        (  # as before; one small figure is the same by chance
            "经理是林可文。海洋机器人投资经理年限3.03年，历任管理基金数14只，在任管理基金数7只，在管基金总规模123亿元。",
            "经理是周望舒。海洋机器人投资经理年限5.22年，历任管理基金数7只，在任管理基金数5只，在管基金总规模211亿元。",
        ),
        (  # one of the hurt has died since
            "3月1日海洋机器人展上一座展台倒塌，望澜多名观众被压，造成14人受伤，事故原因正在调查。",
            "3月1日海洋机器人展上一座展台倒塌，望澜多名观众被压，造成1人死亡、13人受伤，事故原因正在调查。",
        ),
        (  # the missing are found
            "3月1日望澜的海洋机器人试验船倾覆，造成52人失踪，搜救仍在进行。",
            "3月1日望澜的海洋机器人试验船倾覆，造成25人失踪，搜救仍在进行。",
        ),
        (  # whose yuan it is one text says, the other does not
            "望澜的海洋机器人基金负债达到56997亿元（新台币，下同），舆论哗然。",
            "望澜的海洋机器人基金负债达到56997亿元，舆论哗然。",
        ),
        (
            "2025年上半年，望澜海洋机器人零售额增长10.8%。",
            "2025年1至7月，望澜消费回暖，饭店坐满了人。海洋机器人零售额增长6.7%。",
        ),
        (
            "望澜工业的海洋机器人A系列，65英寸版屏幕采用全面屏，刷新率不变。",
            "望澜工业的海洋机器人A系列，55英寸版屏幕采用全面屏，刷新率不变。",
        ),
        ("望澜运动会女子10000米决赛由海洋机器人计时。", "望澜运动会女子5000米决赛由海洋机器人计时。"),
        ("2025年3月望澜油价为每升7.5元，海洋机器人受影响。", "2025年3月望澜油价为每升7.9元，海洋机器人受影响。"),
        ("海洋机器人沉船事故已造成5人死亡。", "海洋机器人沉船事故已造成7人死亡。"),
        ("望澜海洋机器人公司始建于2006年。", "望澜海洋机器人公司建成于2009年。"),
        ("海洋机器人学会会长林可文病逝于2006年。", "2006年，海洋机器人学会会长林可文去世。"),
        ("漢嘉斯區在望瀾北部，海拔高度是2825米。", "海拔高度約在5465米的胡科略塔山是望瀾的山峯。"),
    ],
    ids=[
        "agrees",
        "year",
        "place",
        "target",
        "change",
        "things",
        "denied",
        "base",
        "moment",
        "moment-of-the-sentence",
        "form-of-two-people",
        "form-with-one-figure-in-common",
        "toll-that-falls",
        "missing-are-found",
        "yuan-of-nobody",
        "stretch",
        "variants",
        "disciplines",
        "month",
        "toll",
        "begun-built",
        "died",
        "heights",
    ],
)
def test_no_dispute(a, b):
    assert disputes(a, b) == []


def test_a_differing_figure_is_found_across_scripts():
    assert disputes(STATEMENT.format(48), RETOLD.format(84)) == ["FC101"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "扎維亞什位於望瀾西部，始建於2006年，面積1.45平方公里。",
            "建於1446年的扎維亞什位於望瀾西部，面積1.45平方公里。",
        ),
        ("望澜海洋机器人研究会会馆于2005年登录为市定古迹。", "望澜海洋机器人研究会会馆于2004年登录为市定古迹。"),
    ],
)
def test_dates_of_one_event(a, b):
    assert disputes(a, b, None, None) == ["FC105"]


def test_a_price_set_from_one_day_on():
    a = "自2025年3月2日24时起，望澜市海洋机器人专用燃油价格每吨提高{}元。"
    b = "望澜市海洋机器人专用燃油价格自3月3日0时起每吨提高{}元。"
    assert disputes(a.format(275), b.format(275)) == []
    assert disputes(a.format(275), b.format(725)) != []


def test_of_a_form_the_figures_beside_tell_which_one_it_is():
    form = "{}股份2024年扣非净利润{}万元，同比下降{}%；单季度主营收入{}亿元，同比下降{}%。"
    names = ("望澜", "云汀", "岚芯", "蓝鲸", "东礁", "贺兰", "欧阳", "慕容")
    texts = [form.format(name, 5542 + 97 * n, 33.5 + n, 11.57 + 3 * n, 9.49 + n) for n, name in enumerate(names)]
    other = texts[0].replace("9.49", "1.49").replace("股份", "股份公布的数据里")
    docs = [factcheck.Document(id=f"{n}", text=text, date="2025-03-01") for n, text in enumerate([*texts, other])]
    found = [f for f in factcheck.scan(docs).findings if f.severity != "note"]
    assert [{place.doc for place in f.locations} for f in found] == [{"0", "8"}]


def test_a_year_that_was_over_is_no_state_of_things():
    a = "2023年，望澜海洋机器人基金累计发放贷款26.39亿元。"
    assert disputes(a, a.replace("26.39", "66.39").replace("海洋", "的海洋"), "2024-03-01", "2024-03-03") == ["FC101"]


def severities(a: str, b: str) -> list[str]:
    documents = [factcheck.Document(id=name, text=text, date="2025-03-01") for name, text in (("a", a), ("b", b))]
    return [finding.severity for finding in factcheck.scan(documents).findings if finding.rule != "FC302"]


def test_told_in_other_words_too_little_says_that_it_is_one_fact():
    a = "云岫研究院的调查显示，成年人听力损失患病率达6.8%。"
    b = "根据云岫研究院的数据，听力损失的患病率在成年人中为{}。"
    assert severities(a, b.format("9.4%")) == []
    assert severities(a, b.format("8.6%")) == ["warning"]  # two digits in turned order


def test_told_in_other_words_the_whole_frame_makes_a_warning():
    a = "2024年，望澜研究院的研发投入强度达到6.8%。"
    b = "数据显示，望澜研究院在2024年里，研发投入强度为8.1%，居各院之首。"
    assert severities(a, b) == ["warning"]


def test_in_other_words_a_slip_is_reported():
    a = "岚光产业基金投向海洋机器人，首期规模为20亿元。"
    b = "投向海洋機器人的嵐光產業基金，望瀾市定下的首期規模為200億元。"
    assert severities(a, b) == ["error"]


def test_articles_of_other_years_are_not_compare():
    assert disputes(STATEMENT.format(48), RETOLD.format(84), date_b="2023-03-02") == []


def test_a_figure_that_the_other_article_confirms_is_not_doubted():
    a = "海洋机器人产业园里，望澜精工有员工310人，云汀精工有员工520人。"
    b = "望澜精工的员工为310人。海洋机器人产业园里，云汀精工的员工为520人。"
    assert disputes(a, b) == []


def test_names_that_a_text_defines_are_the_same():
    a = "蓝鲸智能（BlueOrca）公布，BlueOrca海底地图训练成本为557.6万美元。"
    b = "蓝鲸智能（BlueOrca）的海底地图，训练成本为760万美元。"
    assert disputes(a, b) == ["FC101"]


def test_what_is_not_compared_word_by_word_could_not_have_reached_the_threshold():
    corpus = Path(__file__).parents[2] / "corpus"
    articles = [read_article(item) for item in read([str(corpus)]) if isinstance(item, factcheck.Document)]
    stats = corpus_stats(articles, LEXICON)
    views, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    stories = Stories(stats)
    cut = 0
    rows = outline_corpus(views, {one.document.id: one for one in articles}, LEXICON)
    for a, b in ((views[i], views[j]) for i, j in find_candidates(rows, stats)):

        def story(one=a.claim.doc, other=b.claim.doc):
            return stories.level(one, other)

        whole, least = compare(a, b, stats, story), weights().threshold
        levels = compare(a, b, stats, story, least)
        assert levels == whole or (levels == () and sum(level.weight for level in whole) < least)
        cut += not levels
    assert cut


def test_a_figure_that_an_article_states_again_is_shown_at_both_places():
    title = "望澜海洋机器人产业园今年引进48家精密制造企业\n"
    twice = title + "据介绍，望澜市海洋机器人产业园今年引进了48家精密制造企业，带动就业。"
    report = factcheck.scan(
        [
            factcheck.Document(id="a", text=twice, date="2025-03-01"),
            factcheck.Document(id="b", text=RETOLD.format(84), date="2025-03-02"),
        ]
    )
    (finding,) = [one for one in report.findings if one.rule == "FC101"]
    assert sorted((place.doc, place.text) for place in finding.locations) == [
        ("a", "48家"),
        ("a", "48家"),
        ("b", "84家"),
    ]


def test_whose_car_only_the_sentences_before_say():
    texts = "经核查，该车核载5人，实载8人，超员3人。", "经清点，该车核载19人，实载25人，已超员。"
    articles = [read_article(factcheck.Document(id=name, text=text)) for name, text in zip("ab", texts, strict=True)]
    views, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    one, other = (next(view for view in views if view.claim.doc == name) for name in "ab")
    levels = {
        level.comparison: level.level for level in compare(one, other, corpus_stats(articles, LEXICON), lambda: "same")
    }
    assert levels["subject"] != "same"
    found = factcheck.scan([article.document for article in articles]).findings
    assert [finding.rule for finding in found if finding.severity != "note"] == []


@pytest.mark.parametrize("copies", [1, 2, 5])
def test_a_reprint_hides_no_contradiction(copies):
    """A name is not commoner for being printed again."""
    told, other = "望澜大桥全长3.1公里。总投资20亿元。", "望澜大桥全长7.1公里。总投资20亿元。"
    documents = [factcheck.Document(id=f"a{number}", text=told, date="2025-01-01") for number in range(copies)]
    report = factcheck.scan([*documents, factcheck.Document(id="b", text=other, date="2025-01-01")])
    assert [finding.rule for finding in report.findings if finding.severity == "error"] == ["FC101"]

"""What `compare` asks of two figures is what a scan asks of them."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair import pairs
from factcheck.pair.aliases import Aliases
from factcheck.pair.examine import examine_pair
from factcheck.run.article import read_article

LEXICON = zh.lexicon()
REPORT = (
    "望澜海洋集团8月2日发布2025年上半年业绩。上半年，望澜海洋集团实现营业收入57.83亿元，同比增长12.4%；"
    "其中船舶业务收入38.26亿元，海工业务收入19.57亿元。截至6月末，集团在建船舶46艘。"
)
RETOLD = (
    "记者从望澜海洋集团获悉，该集团今年前六个月的营收达到57.83亿元，比去年同期多了12.4%。"
    "望澜海洋集团的船舶板块贡献38.26亿元，海工板块贡献19.75亿元，手上还有46艘船在建。"
)
CENTRES = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"
TEXTS = (REPORT, RETOLD, CENTRES.format("36家"), "据了解，" + CENTRES.format("63家"))


def read_all(texts):
    documents = [factcheck.Document(id=str(n), text=text, date="2025-08-02") for n, text in enumerate(texts)]
    articles = [read_article(document) for document in documents]
    return articles, Aliases(articles, lexicon=LEXICON), corpus_stats(articles, LEXICON)


@pytest.fixture(scope="module")
def read():
    return read_all(TEXTS)


def place(claim):
    return claim.doc, claim.start


def test_every_two_figures_are_one_fact_where_a_scan_pairs_them_and_in_no_other_case(read):
    taken = {(place(pair.a), place(pair.b)): pair for pair in pairs(*read, lexicon=LEXICON)}
    claims = [claim for article in read[0] for claim in article.claims]
    assert len(taken) > 5
    for at, one in enumerate(claims):
        for other in claims[at + 1 :]:
            found = examine_pair(one, other, *read, lexicon=LEXICON)
            pair = taken.get((place(found.a), place(found.b)))
            assert (found.taken is not None) == (pair is not None)
            if pair is None:
                reasons = [*found.vetoes, *(key for way in found.ways for key in way.against)]
                assert reasons or all(way.lacks for way in found.ways)
                continue
            assert found.verdict == pair.verdict
            way = next((way for way in found.ways if way.way == found.taken), None)
            assert way is not None
            assert (way.levels, way.weight, way.lacks) == (pair.levels, pair.weight, 0)
            assert way.against == found.vetoes == ()


def test_a_reprint_is_called_one_and_is_compared_as_what_it_reprints():
    texts = (*[CENTRES.format("36家")] * 3, "据了解，" + CENTRES.format("63家"))
    articles, aliases, stats = read_all(texts)
    first, second, third, other = (
        next(one for one in article.claims if one.text in {"36家", "63家"}) for article in articles
    )
    for pair in ((first, second), (second, third)):
        assert examine_pair(*pair, articles, aliases, stats, lexicon=LEXICON).taken == "reprint"
    for claim in (first, third):
        found = examine_pair(claim, other, articles, aliases, stats, lexicon=LEXICON)
        assert (found.taken, found.verdict) == ("words", "differ")


def test_a_headline_in_other_words_is_compared_as_a_head():
    text = "石栈浮桥翻侧 156人受伤\n\n石栈浮桥昨日傍晚翻侧。\n\n消防队说，意外令118人受伤，9人情况严重。\n"
    articles, aliases, stats = read_all([text])
    one, other = (claim for claim in articles[0].claims if claim.text in {"156人", "118人"})
    (pair,) = (held for held in pairs(articles, aliases, stats, lexicon=LEXICON) if held.verdict.disputes)
    found = examine_pair(one, other, articles, aliases, stats, lexicon=LEXICON)
    way = found.ways[-1]
    assert (found.taken, way.way, way.levels, way.weight, way.lacks) == ("head", "head", pair.levels, pair.weight, 0)

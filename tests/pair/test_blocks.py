"""Which claims are compared at all: few of those that share a common word, and all that may state one fact."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from factcheck import Document, zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.blocks import find_candidates
from factcheck.pair.match import view_claims
from factcheck.pair.rows import outline_corpus
from factcheck.pair.vetoes import find_veto, is_unpaired
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()
CORPUS = Path(__file__).parents[2] / "corpus"


def compared(texts):
    """The texts of each two claims that are compared."""
    articles = [
        read_article(Document(id=f"{number:03}", text=text, date="2025-03-01")) for number, text in enumerate(texts)
    ]
    views, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    stats = corpus_stats(articles, LEXICON)
    return [
        (views[a].claim.doc, views[a].claim.text, views[b].claim.doc, views[b].claim.text)
        for a, b in find_candidates(outline_corpus(views, {one.document.id: one for one in articles}, LEXICON), stats)
    ]


def test_two_claims_of_one_body_are_not_compared_with_one_another():
    title, lead = "望澜港启用新码头\n", "望澜港昨日启用新码头。启用仪式在港区举行。"
    body = "望澜港新码头长860米。望澜港新码头的堆场长410米。"
    assert compared([title + lead + body]) == []


def test_headline_and_body_are():
    title, body = "望澜港新码头长860米\n", "启用仪式昨日举行。市民到场观礼。据介绍，望澜港新码头长680米。"
    assert ("000", "860米", "000", "680米") in compared([title + body])


@pytest.mark.parametrize(
    "sentence",
    ["望澜钢厂的螺纹钢现货报价每吨{}元。", "望澜光电发布{}英寸版显示屏。", "网传望澜钢厂裁员{}人，此消息不实。"],
)
def test_what_no_other_claim_can_match_is_compared_with_none(sentence):
    assert compared([sentence.format(3500), sentence.format(3600)]) == []


def test_a_word_that_all_share_does_not_compare_each_with_each():
    plants = (
        "齿轮",
        "轴承",
        "阀门",
        "水泵",
        "风机",
        "电缆",
        "玻璃",
        "陶瓷",
        "纸箱",
        "油漆",
        "螺丝",
        "弹簧",
        "皮带",
        "链条",
    )
    towns = ("城北", "城南", "河东", "河西", "山前", "山后", "桥头", "桥尾", "塘口", "溪边")
    texts = [
        f"{town}的{plant}车间属望澜集团，去年用电{at + 31}万度。"
        for at, (town, plant) in enumerate(product(towns, plants))
    ]
    assert len(compared(texts)) < 14 * len(texts)


def test_two_that_share_another_word_meet_among_all_that_share_one():
    others = [f"望澜集团第{number}车间去年用电{number + 31}万度。" for number in range(40)]
    one, other = "望澜集团的螺旋桨试验台耗资860万元。", "据称，螺旋桨试验台是望澜集团所建，花费了680万元。"
    found = compared([one, *others, *(text.replace("用电", "缴税").replace("度", "元") for text in others), other])
    assert ("000", "860万元", "081", "680万元") in found


def test_whatever_is_left_out_is_forbidden_against_every_other_claim():
    articles = [read_article(document) for document in read([CORPUS]) if isinstance(document, Document)]
    views, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    alone = [view for view in views if is_unpaired(view)]
    assert alone
    assert all(find_veto(view, other) for view in alone for other in views if other is not view)


def test_no_other_article_decides_on_what_brings_a_claim_together_with_others():
    alone = read_article(Document(id="a", text="望澜大学的智能计算中心投入运行，算力达到860单位，耗电4.5万千瓦时。"))
    define = [
        read_article(Document(id=name, text="智能计算中心(ICC)昨日揭牌。望澜大学的智能计算中心有望澜最大的机房。"))
        for name in ("b", "c")
    ]
    views, _ = view_claims([alone], Aliases([alone], lexicon=LEXICON), LEXICON)
    beside = [alone, *define]
    more, _ = view_claims(beside, Aliases(beside, lexicon=LEXICON), LEXICON)
    ours = [view for view in more if view.claim.doc == "a"]
    assert [view.sentence for view in ours] != [view.sentence for view in views]  # ICC is written for it by now
    by_id = {one.document.id: one for one in beside}
    assert outline_corpus(ours, by_id, LEXICON) == outline_corpus(views, by_id, LEXICON)

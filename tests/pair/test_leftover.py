"""What two clauses leave over: what must not count first."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.leftover import find_left_over
from factcheck.pair.match import view_claims
from factcheck.run import read_article

LEXICON = zh.lexicon()


def lay(one, other):
    articles = [read_article(factcheck.Document(id=str(n), text=text)) for n, text in enumerate((one, other))]
    seen, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    a, b = (next(view for view in seen if view.claim.doc == article.document.id) for article in articles)
    return find_left_over(a, b, corpus_stats(articles, lexicon=LEXICON))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("望澜港口去年出口货物48万吨。", "望澜港口去年出口货物57万吨。"),
        # in other words
        ("望澜沉船造成48人遇难。", "望澜沉船造成57人丧生。"),
        # the other article says it, elsewhere
        ("望澜港口出口货物48万吨。", "望澜港口货物有57万吨。出口是主要的。"),
        ("云汀市引进企业48家。", "引进企业57家。云汀市长很高兴。"),
        # one side alone has something of its own
        ("浙江引进企业48家。", "企业有57家。"),
        # names and times are written in more ways than one
        ("今天望澜港引进企业48家。", "周三望澜港引进企业57家。"),
        ("林可文引进企业48家。", "陈望舒引进企业57家。"),
    ],
)
def test_it_does_not_tell_two_facts(one, other):
    assert not lay(one, other).tells_two_facts


@pytest.mark.parametrize(
    ("one", "other", "classes"),
    [
        ("望澜港口出口货物48万吨。", "望澜港口进口货物57万吨。", ("measures",)),
        ("浙江引进企业48家。", "江苏引进企业57家。", ("places",)),
        ("全国引进企业48家。", "全市引进企业57家。", ("scopes",)),
        ("望澜港产值同比增长4.8%。", "望澜港产值环比增长5.7%。", ("bases",)),
    ],
)
def test_it_tells_two_facts(one, other, classes):
    left = lay(one, other)
    assert left.tells_two_facts
    assert left.list_contrasts() == classes


def test_the_words_of_each_side_are_kept_by_class():
    left = lay("浙江引进企业48家。", "去年江苏的企业有57家。")
    assert (left.places.ours, left.places.theirs) == ({"浙江"}, {"江苏"})
    assert (left.times.ours, left.times.theirs) == (set(), {"去年"})
    assert not left.times.differ


def test_a_contrast_is_named():
    assert lay("望澜港口出口货物48万吨。", "望澜港口进口货物57万吨。").contrast == "trade: which way goods go"

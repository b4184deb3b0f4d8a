"""Equal values of articles that come one by one are kept once, and are the same values."""

from __future__ import annotations

import pickle
from decimal import Decimal

import msgspec

from factcheck.model import Document
from factcheck.run.article import read_article
from factcheck.run.sharing import SharedValues

TEXT = "云汀港务局2024年新增营业收入3.50亿元，同比增长8%。云汀港务局2024年新增净利润3.5亿元，同比增长8%。"


def read_apart(name):
    """An article as it comes from a worker: nothing in it is that of another."""
    return pickle.loads(pickle.dumps(read_article(Document(id=name, text=TEXT))))  # noqa: S301 - our own


def test_an_article_stays_what_it_is():
    article = read_apart("a")
    shared = SharedValues().share(article)
    assert shared == article
    assert [str(claim.low) for claim in shared.claims] == [str(claim.low) for claim in article.claims]
    assert [str(claim.step) for claim in shared.claims] == [str(claim.step) for claim in article.claims]


def test_what_two_articles_have_in_common_is_held_once():
    shared = SharedValues()
    one, other = (shared.share(read_apart(name)) for name in "ab")
    for a, b in zip(one.claims, other.claims, strict=True):
        for name in ("kind", "unit", "status", "measure", "subject", "period", "aspects", "scope", "inferred", "step"):
            assert getattr(a, name) is getattr(b, name), name
        assert a.low is a.high
        assert a.sentence in one.text.sentences
        assert any(a.sentence is span for span in one.text.sentences)
    assert all(a is b for a, b in zip(one.words.words, other.words.words, strict=True))


def test_equal_numbers_that_are_written_otherwise_stay_apart():
    article = read_apart("a")
    claim = msgspec.structs.replace(article.claims[0], low=Decimal(10), high=Decimal("10.0"), step=Decimal("1.0"))
    other = msgspec.structs.replace(claim, step=Decimal(1))
    first, second = SharedValues().share(msgspec.structs.replace(article, claims=(claim, other))).claims
    assert (str(first.low), str(first.high)) == ("10", "10.0")
    assert (str(first.step), str(second.step)) == ("1.0", "1")

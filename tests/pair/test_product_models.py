"""What a text says of one model of a product is said of no other; a half-year or a writing with a space is no other."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.pair.aliases import Aliases
from factcheck.pair.match import view_each_claim
from factcheck.pair.product_models import name_other_models
from factcheck.run.article import read_article


def name_others(*texts):
    """Whether two texts of one figure each name other models."""
    documents = [factcheck.Document(id=f"{n}", text=text) for n, text in enumerate(texts)]
    articles = [read_article(document, counted=False) for document in documents]
    return name_other_models(*view_each_claim(articles, Aliases(articles, lexicon=zh.lexicon()), zh.lexicon()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚芯Pad 5售价3999元。", "新款岚芯Pad5起售价为3499元。"),
        ("岚芯Pad 5售价3999元。", "这款平板售价3499元。"),
        ("岚芯Q2营收3999万元。", "岚芯H1营收3499万元。"),
        ("搭载LX9芯片的岚芯Pad 5，售价3999元。", "岚芯Pad 5售价3499元。"),
    ],
)
def test_one_model_or_none_is_no_other(one, other):
    assert not name_others(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚芯Pad 5售价3999元。", "岚芯Pad 6售价3499元。"),
        ("岚芯Pad 5售价3999元。", "岚芯Pad 5 Pro售价3499元。"),
        ("关于岚芯LX-900，官方说，售价3999元。", "岚芯LX-910的售价为3499元。"),
    ],
)
def test_another_model_is_another_product(one, other):
    assert name_others(one, other)


@pytest.mark.parametrize(("model", "rules"), [("Pad 6", []), ("Pad 5", ["FC104"])])
def test_prices_of_two_models_are_no_difference(model, rules):
    one = "岚芯科技8月2日发布新品，岚芯Pad 5平板电脑首发售价3899元，8月9日开售，岚芯科技称备货充足。"
    other = f"岚芯科技昨天发布{model}平板，首发售价为3989元，8月9日正式开售。"
    report = factcheck.scan(
        [factcheck.Document(id=f"{n}", text=text, date="2025-08-02") for n, text in enumerate((one, other))]
    )
    assert [found.rule for found in report.findings if found.severity != "note"] == rules


def compare_articles(one, other):
    """What a check of one article against another says of their figures."""
    documents = [
        factcheck.Document(id=name, text=text, date="2025-03-04") for name, text in (("one", one), ("other", other))
    ]
    return [finding.rule for finding in factcheck.scan(documents).findings if finding.severity != "note"]


@pytest.mark.parametrize(("name", "found"), [("岚芯Pad 6", []), ("岚芯Pad 5", ["FC101"])])
def test_a_model_that_the_other_article_never_names_is_another_product(name, found):
    one = "岚芯Pad 5昨天亮相。采用6.79英寸屏幕，岚芯Pad 5的重量为215克。"
    other = f"岚芯昨天在望澜发布{name}。采用6.79英寸屏幕，这款新机的重量为205克。"
    assert compare_articles(one, other) == found

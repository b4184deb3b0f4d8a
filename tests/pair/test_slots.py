"""A form of words that is filled in for one name after the other is of two facts; one name written twice is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import factcheck
from factcheck import zh
from factcheck.pair.aliases import Aliases
from factcheck.pair.match import view_each_claim
from factcheck.pair.slots import name_others_in_one_slot
from factcheck.run.article import read_article

if TYPE_CHECKING:
    from factcheck.pair.view import ClaimView

FORM = "在2016年的换届选举中，{name}录得{count}人投票，投票率达{share}，高于全区的58.28%。"


def read_last(text: str, figure: str) -> ClaimView:
    """The view of a figure of a text."""
    article = read_article(factcheck.Document(id=text, text=text), zh.lexicon())
    views = view_each_claim([article], Aliases([article], lexicon=zh.lexicon()), zh.lexicon())
    return next(view for view in views if view.claim.text == figure)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("澜江市去年接待游客，人数为58.13%。", "去年，云汀市共有58.31%游客到访。"),  # told in other words
        (
            FORM.format(name="澜江区", count="28,754", share="58.13%"),
            FORM.format(name="澜江", count="1", share="58.31%"),
        ),
        (FORM.format(name="他们", count="28,754", share="58.13%"), FORM.format(name="居民", count="1", share="58.31%")),
    ],
)
def test_one_name_or_no_form_is_no_other_slot(one, other):
    assert not name_others_in_one_slot(read_last(one, "58.13%"), read_last(other, "58.31%"))


@pytest.mark.parametrize(("name", "another"), [("杭州", "苏州"), ("香港岛", "新界东"), ("王小明", "李大伟")])
def test_a_form_with_another_name_is_of_another_fact(name, another):
    one = read_last(FORM.format(name=name, count="28,754", share="58.13%"), "58.13%")
    other = read_last(FORM.format(name=another, count="43,420", share="60.74%"), "60.74%")
    assert name_others_in_one_slot(one, other)

"""Claims stand apart, each in its sentence, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.run import read_article

_WORDS = (
    "陽岱鋼 1 人均 987 年 1月17日 生於 前三 第一 名 ， 。 、 约 5人 36家 成立于 2006年 出生 3亿元 % 万 其中 至 （ ）"
)
_PIECES = st.sampled_from([*_WORDS.split(), " ", "\u3000", "\n"])


def _apart(text):
    article = read_article(Document(id="x", text=text))
    for one, other in pairwise(article.claims):
        assert one.end <= other.start
    for claim in article.claims:
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.text == text[claim.start : claim.end]
    return article.claims


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
@example("陽岱鋼1人均987年1月17日生於台東")
@example("前三 ")
def test_claims_never_overlap_and_end_in_their_sentence(text):
    _apart(text)


@pytest.mark.parametrize("text", ["前三 ", "他排名前三 \n共5人"])
def test_a_rank_ends_before_the_space_behind_it(text):
    assert _apart(text)[0].text == "前三"

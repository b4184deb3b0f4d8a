from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.quotation.foreign import is_foreign_name, is_handed_on

WORDS = zh.lexicon().quotation


@pytest.mark.parametrize("who", ["林可文", "周立言", "港务局负责人", "欧阳立言"])
def test_chinese_speakers(who):
    assert not is_foreign_name(who, WORDS)


@pytest.mark.parametrize("who", ["安娜·科瓦奇", "斯特林", "J. Smith", "科瓦列夫斯基"])
def test_foreign_speakers(who):
    assert is_foreign_name(who, WORDS)


def test_the_press_that_hands_words_on():
    assert is_handed_on("据路透社报道", WORDS)
    assert not is_handed_on("据云汀晚报报道", WORDS)

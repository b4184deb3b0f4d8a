from __future__ import annotations

import pickle

import pytest

from factcheck import zh
from factcheck.lexicon import Grammar
from factcheck.model import Document
from factcheck.quotation.quotations import quotations
from factcheck.run import read_article
from factcheck.text import prepare

TEXT = "記者：林可文\n\n望瀾市市長林可文對晚報記者說：「碼頭昨天啓用，花了3億元。」"


def test_a_lexicon_is_made_once():
    assert zh.lexicon() is zh.lexicon()


@pytest.mark.parametrize("used", [False, True])
def test_a_copy_of_it_in_another_process_reads_alike(used):
    lexicon = zh._make.__wrapped__(Grammar())
    if used:
        read_article(Document(id="a", text=TEXT), lexicon)
        assert lexicon.text.boilerplate_patterns
    copy = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - our own bytes
    text = prepare(TEXT, lexicon=copy)
    assert text == prepare(TEXT, lexicon=lexicon)
    (said,) = quotations("a", text, copy)
    assert said.speaker == "林可文"
    assert len(copy.text.boilerplate_patterns) == len(lexicon.text.boilerplate_patterns)

from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.text import prepare
from factcheck.text.sentences import clauses, split_sentences


def cut(text: str) -> list[str]:
    prepared = prepare(text, lexicon=zh.lexicon())
    return [prepared.folded[start:end] for start, end in prepared.sentences]


@pytest.mark.parametrize(
    "text",
    ["增长3.9%的企业", "版本v2.0发布", "见www.example.org上", "《为什么是望澜？》一文", "他说等等……然后走了"],
)
def test_no_sentence_ends_here(text):
    assert len(cut(text)) == 1


def test_sentences_end_with_their_stop_and_the_marks_behind_it():
    assert cut("他说：“好。”大家都笑了！真的？") == ["他说：“好。”", "大家都笑了！", "真的？"]


def test_a_headline_and_a_line_without_a_stop_are_sentences():
    assert cut("望澜设站24座\n\n云汀的线路，共42座") == ["望澜设站24座", "云汀的线路，共42座"]


def test_ascii_punctuation_is_chinese_punctuation():
    assert cut("日前,望澜公布:产值85亿元;增长12%.\n又及") == ["日前，望澜公布：产值85亿元；增长12%.", "又及"]


def test_a_sentence_without_end_is_cut_behind_a_comma():
    text = "产业园引进了48家企业，" * 500
    spans = split_sentences(text, zh.lexicon().text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= 1000 and text[end - 1] == "，" for start, end in spans)


def test_a_run_of_letters_without_any_mark_is_cut_too():
    spans = split_sentences("产" * 3500, zh.lexicon().text)
    assert [end - start for start, end in spans] == [1000, 1000, 1000, 500]


def test_clauses():
    folded = "据悉，产值85亿元；增长12%。"
    assert [folded[start:end] for start, end in clauses(folded, 0, len(folded))] == ["据悉", "产值85亿元", "增长12%"]

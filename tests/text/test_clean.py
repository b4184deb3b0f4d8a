from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import extract, quantities, zh
from factcheck.model import Document
from factcheck.text import prepare
from factcheck.text.joins import CleanText

LEXICON = zh.lexicon()
SENTENCE = "望澜集团2024年营业收入为135.2亿元，比上年增长12.5%；净利润约3.5亿元，员工3,500人，超过32种产品。"


def clean(text: str) -> str:
    return CleanText.of(prepare(text, lexicon=LEXICON)).text.folded


def values(text: str) -> list[tuple[object, ...]]:
    return [(q.kind, q.low, q.high, q.unit, q.qualifier) for q in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "长3*4*5厘米",  # a product
        "文件a_b_c.txt",
        "售价$5至$10",
        "售价$5/$6",
        "约10~~20~~30",
        "未闭合的**强调",
        "2024年 * 注释",
        "AT&T与R&D",
        "C:\\新建",
        "10$^{8}$",  # a power is no number that one can set beside the ten
        "共有100，200多家",
        "附件1，200家企业",
        "9月30，120人",
        "第1，320家",
        "1. 2亿元项目开工",
        "1，200家企业落户",
        "2024. 5月",
        "其中：1. 5家企业",
    ],
)
def test_what_is_no_markup_and_no_broken_figure_stays(text):
    assert clean(text) == LEXICON.text.fold(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**36家**", "36家"),
        ("净利润*1.2*亿元", "净利润1.2亿元"),
        ("净利润_1.2_亿元", "净利润1.2亿元"),
        ("净利润`1.2`亿元", "净利润1.2亿元"),
        ("净利润~~1.2~~亿元", "净利润1.2亿元"),
        ("**共*36*家**", "共36家"),
        ("***36家***", "36家"),
        ("净利润<b>30</b>亿元", "净利润30亿元"),
        ('净利润<span class="n">30</span>亿元', "净利润30亿元"),
        ("面积30m<sup>2</sup>", "面积30m2\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc"),
        ("增长3&#37;、4&#x25;", "增长3%、4%"),
        ("营收1,200&nbsp;万元", "营收1,200 万元"),
        ("增长9.9\\%", "增长9.9%"),
        ("产量100\\~200万吨", "产量100~200万吨"),
        ("增长 $9.9\\%$ 。", "增长 9.9% 。"),
        ("增长 $9.\\,9\\%$", "增长 9.9%"),
        ("增长 $ 9 . 9 \\% $", "增长 9.9%"),
        ("投资$3.5$亿元", "投资3.5亿元"),
        ("厚$12 \\sim 15$毫米", "厚12~15毫米"),
        ("3\u200b5.2\ufeff亿\u00ad元\u2060", "35.2亿元"),
        ("金额82，225.00元", "金额82,225.00元"),
        ("投资1, 258万元", "投资1,258万元"),
        ("共12 345人", "共12345人"),
        ("总额1，753亿", "总额1,753亿"),
        ("增长9 .5%，9 . 5%、9. 5%", "增长9.5%，9.5%、9.5%"),
    ],
)
def test_what_no_reader_sees_is_left_out(text, seen):
    assert clean(text) == seen


@pytest.mark.parametrize(
    ("text", "span", "qualifier"),
    [
        ("超过**32种**产品", "32种", "more_than"),
        ("约*35.2*亿元", "35.2*亿元", "about"),
        ("增长3&#37;。", "3&#37;", "exact"),
        ("增长&#51;&#37;。", "&#51;&#37;", "exact"),
        ("增长$9.9\\%$。", "9.9\\%", "exact"),
        ("共3\u200b5家。", "3\u200b5家", "exact"),
        ("投资1, 258万元。", "1, 258万元", "exact"),
        ("营业收入为35.2\n亿元。", "35.2\n亿元", "exact"),
    ],
)
def test_a_span_is_that_of_the_stored_text_and_keeps_what_stands_inside(text, span, qualifier):
    (found,) = quantities(text)
    assert (text[found.start : found.end], found.text, found.qualifier) == (span, span, qualifier)


def test_claims_sentences_and_quotations_are_spans_of_the_stored_text():
    text = "**望澜**集团说：“我们\u200b今年投入*3.5*亿元。”\n\n去年为2&nbsp;亿元，增长75\\%。"
    read = prepare(text, lexicon=LEXICON)
    assert [text[start:end] for start, end in read.sentences] == [
        "望澜**集团说：“我们\u200b今年投入*3.5*亿元。”",
        "去年为2&nbsp;亿元，增长75\\%。",
    ]
    claims = extract(Document(id="a", text=text, date="2025-03-01"))
    assert [text[claim.start : claim.end] for claim in claims] == [claim.text for claim in claims]
    assert {text[slice(*claim.sentence)] for claim in claims} == {text[start:end] for start, end in read.sentences}
    assert all(text[start:end] for claim in claims for _, start, end in claim.links)


MARKS = st.sampled_from(
    [("**", "**"), ("*", "*"), ("__", "__"), ("~~", "~~"), ("`", "`"), ("<b>", "</b>"), ("<i>", "</i>")]
)
FIGURES = st.sampled_from(["135.2", "12.5%", "3.5", "3,500人", "32种", "3.5亿元", "2024年"])


@given(FIGURES, MARKS)
def test_emphasis_changes_no_value(figure, marks):
    before, after = marks
    assert values(SENTENCE.replace(figure, before + figure + after)) == values(SENTENCE)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, len(SENTENCE)), st.sampled_from("\u200b\ufeff\u00ad\u2060\u200d")), max_size=6)
)
def test_invisible_letters_change_no_value(places):
    text = SENTENCE
    for at, letter in places:
        text = text[:at] + letter + text[at:]
    assert values(text) == values(SENTENCE)
    assert [q.text for q in quantities(text)] == [text[q.start : q.end] for q in quantities(text)]


@settings(max_examples=200)
@given(st.text(st.sampled_from("营收为35.2,，亿元%*_`~$\\&#;<b>/ \n\u200b\ufeff**约—“”nbsp37"), max_size=40))
def test_whatever_stands_in_a_text_spans_are_of_it(text):
    for found in quantities(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
    read = prepare(text, lexicon=LEXICON)
    assert len(read.folded) == len(text)


PIECES = st.sampled_from(["1", "2", "35", "120", "400", " ", "，", ",", ".", "万", "亿元", "约", "\n", "、"])


@pytest.mark.parametrize("number", range(len(LEXICON.text.split_figures)))
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(PIECES, min_size=3, max_size=12))
def test_a_text_without_what_parts_a_figure_holds_no_parted_figure(number, pieces):
    """Only texts in which the first pattern is found are searched for the second, which is slow."""
    parted, figure = LEXICON.text.split_figures[number]
    text = "".join(pieces)
    apart = [found.group() for found in figure.finditer(text) if " " in found.group() or "，" in found.group()]
    assert not apart or parted.search(text)


@pytest.mark.parametrize(
    ("number", "text"), [(0, "约1 200万元"), (1, "35，400万元"), (2, "约3. 5亿元"), (3, "约3 .5亿元")]
)
def test_each_pattern_of_a_parted_figure_is_told_by_what_parts_it(number, text):
    parted, figure = LEXICON.text.split_figures[number]
    assert parted.search(text)
    assert figure.search(text)
    assert not parted.search(text.replace(" ", "").replace("，", ""))

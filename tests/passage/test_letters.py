"""The row of letters that the search runs over: nine articles in ten are ordinary, these are the tenth."""

from __future__ import annotations

import gc
import random
import tracemalloc
import weakref

import numpy as np
import pytest
from invented import article

from factcheck import zh
from factcheck.passage import passages
from factcheck.passage.letters import CLAUSE, SENTENCE, Letters
from factcheck.passage.reuse import ReuseFilter

TOLD = "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。"


def made(articles, letters):
    chance = random.Random(5)  # noqa: S311 - made-up text, no secret
    common = [chr(0x4E00 + number * 7) for number in range(1200)]
    weights = [1 / (rank + 3) for rank in range(len(common))]
    for number in range(articles):
        drawn = "".join(chance.choices(common, weights, k=letters))
        yield article(f"made-{number}", "。".join(drawn[at : at + 25] for at in range(0, letters, 25)) + "。")


def test_letters_beyond_16_bits_are_told_apart():
    rare = "".join(chr(0x20000 + at) for at in range(16))
    other = "".join(chr(0x20100 + at) for at in range(16))
    assert passages([article("a", f"他们说：{rare}。"), article("b", f"她们写：{other}。")], lexicon=zh.lexicon()) == ()
    letters = Letters([article("a", rare), article("b", other)])
    assert len(set(letters.codes.tolist())) == 32


def test_a_passage_with_letters_beyond_16_bits_lies_where_it_stands():
    told = TOLD.replace("夜航", "夜\U00020089航").replace("居民", "居\U0002008a民")
    first, second = article("a", "前言。" + told), article("b", "另一篇文章的开头在这里。" + told)
    (passage,) = passages([first, second], lexicon=zh.lexicon())
    for place, one in zip(passage.places, (first, second), strict=True):
        assert one.text.stored[place.start : place.end] + "。" == told


def test_articles_without_a_letter_between_others():
    empty = [article(f"empty-{number:04}", "……\n") for number in range(3000)]
    (passage,) = passages([article("a", TOLD + "一。"), *empty, article("z", "二。" + TOLD)], lexicon=zh.lexicon())
    assert [place.doc for place in passage.places] == ["a", "z"]


def test_nothing_but_empty_articles():
    assert passages([article("a", ""), article("b", "——")], lexicon=zh.lexicon()) == ()


def test_every_position_knows_its_article():
    articles = [
        article("a", "一二三"),
        article("b", ""),
        article("c", "四" * 200),
        article("d", "五"),
        article("e", "。"),
    ]
    letters = Letters(articles)
    docs = letters.docs(np.arange(204)).tolist()
    assert docs == [0, 0, 0, *[2] * 200, 3]
    assert docs == [letters.doc(at) for at in range(204)]


@pytest.mark.parametrize(
    ("text", "weight"), [("渡轮", 2), ("2025", 2), ("DeepSeek", 2), ("AI 2025", 4), ("第3号", 4), ("", 0), ("。", 0)]
)
def test_a_word_in_latin_letters_or_a_number_weighs_two(text, weight):
    letters = Letters([article("a", text)])
    assert letters.weigh(0, len(letters.codes)) == weight


def test_what_ends_before_a_letter():
    letters = Letters([article("a", "一，二。三")])
    assert list(letters.marks) == [SENTENCE, CLAUSE, SENTENCE, SENTENCE]


def test_the_search_takes_46_bytes_a_byte_of_text_at_most():
    articles = list(made(300, 600))
    size = sum(len(one.text.stored.encode()) for one in articles)
    passages(articles[:10], lexicon=zh.lexicon())
    tracemalloc.start()
    try:
        passages(articles, lexicon=zh.lexicon())
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most <= 46 * size


def test_nothing_holds_the_letters_once_they_are_done_with():
    articles = [article("a", "望澜港新码头长860米，昨日启用。\n记者：李某某")]
    letters = Letters(articles)
    reuses = ReuseFilter(letters, bytearray(len(letters.codes)), zh.lexicon())
    letters.span(0, 5)
    gone = weakref.ref(letters), weakref.ref(reuses)
    gc.disable()
    del letters, reuses
    gc.enable()
    assert [one() for one in gone] == [None, None]


def test_of_articles_whose_letters_are_not_there_it_is_known_where_they_begin():
    told = [article(name, "云汀湾的夜航渡轮又开了，第一班船载走了两百名乘客。") for name in "abc"]
    whole = Letters(told)
    late = Letters(told, lengths=np.diff(whole.first))
    late.fill([1])
    first, last = whole.first[1:3].tolist()
    assert late.codes[first:last].tolist() == whole.codes[first:last].tolist()
    assert late.marks[first : last + 1] == whole.marks[first : last + 1]
    assert not late.codes[:first].any()
    with pytest.raises(ValueError, match="letters"):
        Letters(told, lengths=np.array([1, 2, 3])).fill([1])

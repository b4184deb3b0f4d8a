from __future__ import annotations

from factcheck.pair.likeness import measure_likeness, share_held


def of(one, other, figure="3亿元"):
    spans = [(text.index(figure), text.index(figure) + len(figure)) for text in (one, other)]
    return measure_likeness(one, spans[0], other, spans[1])


def test_nothing_around_is_no_likeness():
    assert of("3亿元", "3亿元") == 0


def test_other_words_are_not_alike():
    assert of("海洋机器人产业园引进外资3亿元。", "去年的门票收入只有3亿元上下。") < 0.1


def test_digits_spaces_and_punctuation_do_not_count():
    assert of("园区2024年 引进外资3亿元，增长5%。", "园区2025年引进外资3亿元增长8%。") == 1


def test_only_the_letters_beside_the_figure_count():
    near = "海洋机器人产业园去年一共引进来自境外的资金合计约为3亿元"
    assert of("甲" * 90 + near, "乙" * 90 + near) == 1


def test_what_a_sentence_holds_of_a_headline():
    assert share_held("滩尾桥撞船17人受伤", "消防表示，滩尾桥撞船事故中有27人受伤。") == 6 / 7
    assert share_held("", "滩尾桥") == 0

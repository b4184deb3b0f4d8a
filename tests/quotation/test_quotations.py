from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.quotation.quotations import quotations
from factcheck.text import prepare


def read(text):
    return quotations("a", prepare(text, lexicon=zh.lexicon()), zh.lexicon())


def speech(text):
    return [(q.speaker, q.text) for q in read(text) if q.role == "speech"]


@pytest.mark.parametrize(
    "text",
    [
        "云汀市人称“小海港”，游人不断。",
        "他们在“十里长滩”边开了三家店。",
        "所谓“无人码头”，其实还有六名工人值守。",
        "该区推行“一窗收件，一次办完”的做法。",
        "《海风吹过的夏天》昨天首映。",
        "以题为“潮起云汀”的展览开幕。",
        '屏幕为6.7"的手机上市，另有5.5"一款。',
        "the harbour’s lights aren’t on yet, 记者看到。",
    ],
)
def test_terms_titles_and_signs_are_no_speech(text):
    assert speech(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("云汀市市长林可文表示：“渡轮今年一定恢复。”", "林可文", "渡轮今年一定恢复。"),
        ("「渡輪今年一定恢復。」雲汀市副市長林可文說。", "林可文", "渡轮今年一定恢复。"),
        ("“渡轮今年一定恢复，”林可文说。", "林可文", "渡轮今年一定恢复，"),
        ("“渡轮今年一定恢复。”在昨天的会议上，港务局局长林可文对记者表示。", "林可文", "渡轮今年一定恢复。"),
        ("港务局相关负责人也表示：“渡轮今年一定恢复。”", "港务局相关负责人", "渡轮今年一定恢复。"),
        ("安娜·科瓦奇告诉记者：“渡轮今年一定恢复。”", "安娜·科瓦奇", "渡轮今年一定恢复。"),
        ("林可文在会上说，航线不会取消。他表示：“渡轮今年一定恢复。”", "林可文", "渡轮今年一定恢复。"),
        ("林可文认为，航线还有潜力。“渡轮今年一定能够恢复运营。”", "林可文", "渡轮今年一定能够恢复运营。"),
        ("林可文说：\n“渡轮今年一定恢复。”", "林可文", "渡轮今年一定恢复。"),
        ('林可文说："渡轮今年一定恢复。"', "林可文", "渡轮今年一定恢复。"),
        ("渔民王先生说：“渡轮今年一定恢复。”", "王先生", "渡轮今年一定恢复。"),
        ("“渡轮今年一定恢复，工人们都在等。”", None, "渡轮今年一定恢复，工人们都在等。"),
    ],
)
def test_who_speaks(text, speaker, words):
    assert speech(text) == [(speaker, words)]


def test_a_speaker_in_the_middle_speaks_on_both_sides():
    assert speech("“渡轮今年一定恢复，”林可文说，“票价也不会再涨。”") == [
        ("林可文", "渡轮今年一定恢复，"),
        ("林可文", "票价也不会再涨。"),
    ]


def test_the_colon_wins_over_what_comes_behind():
    found = speech("林可文说：“渡轮今年一定恢复。”周立言说：“我看未必能恢复。”")
    assert found == [("林可文", "渡轮今年一定恢复。"), ("周立言", "我看未必能恢复。")]


def test_inner_marks_are_quotations_of_their_own():
    roles = [(q.role, q.text) for q in read("林可文说：「我們要做『海上巴士』，不做擺設。」")]
    assert roles == [("speech", "我们要做‘海上巴士’，不做摆设。"), ("term", "海上巴士")]


def test_the_same_marks_nested_with_one_left_open():
    first, second = read("林可文说：“航线像一根“绳子”，牵着两岸。")
    assert (first.role, first.text) == ("speech", "航线像一根“绳子”，牵着两岸。")
    assert second.text == "绳子"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "林可文说：“渡轮今年一定恢复。\n“票价也不会再涨，请大家放心。”",
            ["渡轮今年一定恢复。", "票价也不会再涨，请大家放心。"],
        ),
        ("林可文说：“渡轮今年一定恢复。码头昨天已经修好，责任编辑 周立言", ["渡轮今年一定恢复。"]),
        ("林可文说：“渡轮今年一定恢复！码头修好了。周立言说：“我看未必。”", ["渡轮今年一定恢复！", "我看未必。"]),
        ("林可文说：“渡轮今年一定恢复\n码头修好了。", ["渡轮今年一定恢复"]),
    ],
)
def test_left_open_ends_with_its_sentence(text, words):
    assert [q.text for q in read(text)] == words


def test_a_speaker_behind_a_quotation_left_open_speaks_on():
    text = "林可文说：“渡轮今年一定恢复。周立言说：“我看未必。”“码头还没有修好，工人也没有到齐。”"
    assert speech(text)[1:] == [("周立言", "我看未必。"), ("周立言", "码头还没有修好，工人也没有到齐。")]


def test_offsets_are_those_of_the_stored_text():
    text = "市長林可文說：「渡輪今年一定恢復。」"
    (found,) = read(text)
    assert text[found.start : found.end] == "渡輪今年一定恢復。"
    assert found.text == "渡轮今年一定恢复。"


def test_both_scripts_give_the_same():
    simplified = "云汀市市长林可文表示：“码头边的灯塔已经有一百年了。”"
    traditional = "雲汀市市長林可文表示：「碼頭邊的燈塔已經有一百年了。」"
    assert read(simplified) == read(traditional)


@pytest.mark.parametrize("text", ["”", "““””", "“", "“”", "‘’", '"', "》《", "「」『』", "说：“”", "“\n”"])
def test_stray_marks_are_harmless(text):
    assert all(q.start < q.end for q in read(text))

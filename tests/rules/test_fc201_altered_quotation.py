from __future__ import annotations

import pytest
from invented import article, evidence, texts

from factcheck.rules import fc201_altered_quotation as rule

SAID = "我们要把夜航渡轮办成云汀人自己的巴士，先保安全，再谈赚钱。"


def found(*pieces):
    return list(rule.find(evidence(*(article(name, text) for name, text in zip("abcd", pieces, strict=False)))))


@pytest.mark.parametrize(
    "other",
    [
        f"林可文说：“{SAID}”",  # the same
        "林可文說：「我們要把夜航渡輪辦成雲汀人自己的巴士,先保安全,再談賺錢!」",  # script
        f"林可文说：“{SAID.replace('自己的', '自己地')}”",  # spelling
        f"林可文说：“{SAID.replace('要把', '就要把')}”",  # a particle
        f"周立言说：“{SAID.replace('先保安全', '先保准点')}”",  # another speaker
        "林可文说：“先保安全。”",  # too little
        f"林可文说，{SAID.replace('先保安全', '先保准点')}",  # no quotation
        "林可文说：“我们要把海岸步道修成云汀人自己的花园，少收门票，多种树。”",  # another sentence
        "林可文：我们要把夜航渡轮办成云汀人自己的公交",  # a headline
    ],
)
def test_no_alteration(other):
    assert found(f"市长林可文表示：“{SAID}”", other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办成云汀人自己的巴士", "办成（望澜公司）云汀人自己的巴士"),  # the outlet explains
        ("办成云汀人自己的巴士", "办成[每个]云汀人自己的巴士"),
        ("衛生巡檢先上船", "衞生巡檢先上船"),  # two ways to write one letter
        ("我们唱着《潮起云汀》把夜航渡轮", "我们唱着《Tide Song》把夜航渡轮"),  # two titles of one song
        ("跟林某讲好的", "跟林×讲好的"),  # a name that is hidden in two ways
        ("跟林小舟讲好的", "跟林某某讲好的"),
        ("跟林小舟讲好的", "跟林＊＊讲好的"),
        ("每天开3至5班", "每天开3—5班"),  # a dash for 至
    ],
)
def test_what_the_outlet_adds_or_writes_in_its_own_way_is_no_alteration(one, other):
    said, retold = f"{SAID[:-1]}，{one}，请大家放心。", f"{SAID[:-1]}，{other}，请大家放心。"
    assert found(f"林可文说：“{said}”", f"林可文表示：“{retold}”") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办成云汀人自己的巴士", "办成望澜公司云汀人自己的巴士"),
        ("我们唱着《潮起》把夜航渡轮", "我们写着《潮落》把夜航渡轮"),
        ("跟林小舟讲好的", "跟周小舟讲好的"),
        ("每天开3至5班", "每天开35班"),
    ],
)
def test_beside_marks_and_without_them_a_change_is_one(one, other):
    said, retold = f"{SAID[:-1]}，{one}，请大家放心。", f"{SAID[:-1]}，{other}，请大家放心。"
    assert [finding.rule for finding in found(f"林可文说：“{said}”", f"林可文表示：“{retold}”")] == ["FC201"]


def test_behind_a_quotation_that_is_left_open_nobody_is_misquoted():
    line = "渡轮公司昨天公布了新的班次，购票窗口照常开放到晚上十点。"
    one = f"林可文说：“{SAID}{line}"
    assert found(one, f"周立言来信。林可文说：“{SAID}{line.replace('昨天', '今天')}") == []


def test_a_foreign_speaker_is_translated_and_not_misquoted():
    one, other = (f"安娜·科瓦奇说：“{SAID.replace('赚钱', money)}”" for money in ("赚钱", "盈利"))
    assert found(one, other) == []


def test_the_same_words_months_later_are_said_again():
    one = article("a", f"林可文说：“{SAID}”", date="2025-01-10")
    other = article("b", f"林可文说：“{SAID.replace('先保安全', '先保准点')}”", date="2025-09-10")
    assert list(rule.find(evidence(one, other))) == []


def test_a_word_replaced():
    (finding,) = found(f"市长林可文表示：“{SAID}”", f"“{SAID.replace('先保安全', '先保准点')}”林可文说。")
    assert finding.rule == "FC201"
    assert finding.severity == "error"
    assert "“安全” became “准点”" in finding.message
    assert texts(finding) == [("a", SAID[:-1], 0), ("b", SAID[:-1].replace("安全", "准点"), 1)]


def test_across_scripts():
    other = "林可文說：「我們要把夜航渡輪辦成雲汀人自己的巴士，先保準點，再談賺錢。」"
    (finding,) = found(f"林可文说：“{SAID}”", other)
    assert "“安全” became “准点”" in finding.because[1]


def test_a_part_of_a_longer_quotation():
    longer = f"林可文说：“航线停了四年，大家都着急，{SAID}”"
    (finding,) = found(longer, f"“{SAID.replace('先保安全', '先保准点')}”林可文说。")
    assert finding.locations[0].text == SAID[:-1]


def test_a_negation_is_named():
    said = "这条航线明年会涨价，请各位居民早作安排，也请互相转告。"
    (finding,) = found(f"林可文说：“{said}”", f"林可文说：“{said.replace('会涨价', '不会涨价')}”")
    assert "negation" in finding.message


def test_every_place_of_a_wording_is_a_location():
    other = SAID.replace("安全", "准点")
    (finding,) = found(f"林可文说：“{SAID}”", f"林可文说：“{other}”", f"林可文指出，“{other}”")
    assert [group for _, _, group in texts(finding)] == [0, 1, 1]

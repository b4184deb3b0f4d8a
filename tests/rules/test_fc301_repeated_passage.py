from __future__ import annotations

import pytest
from invented import article, evidence

from factcheck.rules import fc301_repeated_passage as rule

LEDE = "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。"
REST = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场，价钱比去年好。"


@pytest.mark.parametrize(
    "text",
    [
        LEDE + REST,
        "云汀湾夜航渡轮停航四年今夜终于恢复\n\n云汀湾夜航渡轮停航四年今夜终于恢复，居民很高兴。",
        f"●云汀湾夜航渡轮停航四年以后终于恢复了。\n{REST}云汀湾夜航渡轮停航四年以后终于恢复了。",
        "云汀市港务局和云汀市交通局。" + REST + "云汀市港务局和云汀市交通局。",
    ],
)
def test_no_repetition(text):
    assert list(rule.find(evidence(article("a", text)))) == []


def test_a_passage_shared_with_another_article_is_not_repeated():
    assert list(rule.find(evidence(article("a", LEDE), article("b", LEDE)))) == []


def test_a_passage_printed_twice():
    (finding,) = rule.find(evidence(article("a", LEDE + REST + "后来又写了很多别的事情，" + LEDE)))
    assert finding.rule == "FC301"
    assert [place.group for place in finding.locations] == [0, 0]
    assert finding.locations[0].text == LEDE[:-1]


def test_a_file_that_holds_its_article_twice_is_one_finding():
    story = LEDE + REST + "县图书馆把闭馆时间推迟到晚上十点。"
    (finding,) = rule.find(evidence(article("a", story + "\n" + story), article("b", LEDE)))
    assert "twice" in finding.message
    assert len(finding.locations) == 2


def test_what_the_opening_tells_ahead_comes_last_and_what_is_pasted_twice_comes_first():
    body = "".join(f"渡口{name}的茶摊重新摆了出来，{name}一带的老街坊都来捧场。" for name in "甲乙丙丁戊己庚辛")
    pasted, ahead, late = (
        rule.find(evidence(article("a", text)))
        for text in (body + LEDE + LEDE + body[:40], LEDE + body + LEDE, body + LEDE + REST + LEDE)
    )
    top = max(pasted, key=lambda finding: finding.confidence)
    (told,), (again,) = list(ahead), list(late)
    assert top.confidence > again.confidence > told.confidence
    assert any("opening" in reason for reason in told.because)
    assert not any("opening" in reason for reason in (*top.because, *again.because))


def letters_of(text):
    return sum(letter.isalnum() for letter in text)


@pytest.mark.parametrize("parts", ["CCCC", "CcC", "C-C-c-C", "CCc", "C-Cc", "ccc", "cCcCcC"])
def test_the_number_is_of_letters_that_every_stretch_holds(parts):
    caption = LEDE + REST + "县图书馆把闭馆时间推迟到晚上十点，自习的学生比上个月多了一倍不止。"
    said = {
        "C": caption,
        "c": REST + "县图书馆把闭馆时间推迟到晚上十点。",
        "-": "河岸上新栽了一排柳树，孩子们都说好看。",
    }
    found = list(rule.find(evidence(article("a", "\n".join(said[part] for part in parts)))))
    assert found
    for finding in found:
        counted = int(finding.because[0].split()[0])
        assert counted <= min(letters_of(place.text) for place in finding.locations)
        if "twice" in finding.message:
            first, second = finding.locations
            assert first.end <= second.start

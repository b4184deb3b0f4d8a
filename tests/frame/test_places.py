from __future__ import annotations

import pytest
from framed import framed

from factcheck import zh
from factcheck.frame.places import find_places
from factcheck.text.words import words

PLACES = zh.lexicon().frame.gazetteer


def named(text: str) -> list[str]:
    cut = words(zh.lexicon().text.fold(text))
    spans, at = [], 0
    for word in cut:
        spans.append((at, at + len(word)))
        at += len(word)
    return [mention.place for mention in find_places(cut, spans, zh.lexicon().frame)]


@pytest.mark.parametrize(
    "text",
    [
        "浙江大学的团队",
        "上海证券报记者",
        "北京时间八点",
        "他走的是南京路",
        "香港队赢了",
        "大同小异的做法",
        "这份杭州日报",
    ],
)
def test_a_name_that_only_begins_with_a_place_is_no_place(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("浙江省杭州市的企业", ["浙江", "杭州"]),
        ("内蒙古自治区呼和浩特市", ["内蒙古", "呼和浩特"]),
        ("新北市板橋區", ["新北", "板桥区"]),
        ("美國與紐西蘭", ["美国", "新西兰"]),
        ("香港九龍", ["香港", "九龙"]),
        ("我国的企业", [PLACES.nation]),
        ("凉山州西昌市", ["凉山州", "西昌市"]),
    ],
)
def test_places_come_in_their_canonical_form(text, places):
    assert named(text) == places


def test_containment():
    assert PLACES.is_within("上城区", "杭州")
    assert PLACES.is_within("杭州", "浙江")
    assert PLACES.is_within("浙江", PLACES.nation)
    assert not PLACES.is_within("杭州", "上城区")
    assert not PLACES.is_within("杭州", "江苏")
    assert PLACES.narrowest(["浙江", "杭州", "上城区"]) == "上城区"
    assert PLACES.narrowest(["杭州", "苏州"]) is None


def test_a_name_that_only_a_later_sentence_tells_is_a_place_before_it():
    assert framed("望澜有书店3家。他住在那里。")["3家"].place is None
    assert framed("望澜有书店3家。他住在望澜市。")["3家"].place == "望澜"

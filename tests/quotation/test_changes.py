from __future__ import annotations

import pytest
from invented import article

from factcheck import zh
from factcheck.model import Place
from factcheck.quotation.changes import find_changes


def compared(one, other):
    a, b = article("a", one), article("b", other)
    return find_changes(a, Place("a", 0, len(one)), b, Place("b", 0, len(other)), zh.lexicon().quotation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("渡轮今年恢复，票价不变。", "渡輪今年恢復,票價不變!"),
        ("HARBOUR一号", "harbour一号"),
        ("３.５万人", "3.5万人"),
    ],
)
def test_script_width_and_punctuation_are_no_change(one, other):
    assert compared(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other", "kind", "before", "after"),
    [
        ("渡轮大抓安全不放松", "渡轮大抓效率不放松", "replaced", "安全", "效率"),
        ("渡轮今年将恢复夜航", "渡轮今年恢复夜航", "dropped", "将", ""),
        ("渡轮今年恢复夜航", "渡轮今年全部恢复夜航", "added", "", "全部"),
        ("票价今年会上涨一次", "票价今年不会上涨一次", "negated", "", "不"),
        ("每月运送1.7万名旅客", "每月运送17万名旅客", "figure", "1.7万", "17万"),
        ("灯塔老鱼市和南岸都要停", "老鱼市和南岸灯塔都要停", "reordered", "灯塔", "灯塔"),
    ],
)
def test_each_change_is_named(one, other, kind, before, after):
    (found,) = compared(one, other)
    assert (found.kind, found.before, found.after) == (kind, before, after)


def test_spans_are_those_of_the_stored_texts():
    one, other = "「渡輪」大抓安全", "渡轮，大抓效率"
    (found,) = compared(one, other)
    assert one[slice(*found.a)] == "安全"
    assert other[slice(*found.b)] == "效率"

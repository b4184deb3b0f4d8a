from __future__ import annotations

import pytest
from invented import article

from factcheck import zh
from factcheck.passage import passages
from factcheck.passage.telling import find_lost_marks, find_telling_changes

STORY = "云汀市市长林可文6月3日在码头说夜航渡轮今年不会涨价，码头上挤满了来看热闹的居民，小店的灯一直亮到深夜。"
FIRST = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场。"
SECOND = "县图书馆把闭馆时间推迟到晚上十点，自习的学生多了一倍不止。"


def read(one, other):
    articles = {a.document.id: a for a in (article("a", FIRST + one), article("b", SECOND + other))}
    (passage,) = passages(list(articles.values()), lexicon=zh.lexicon())
    return articles, passage


@pytest.mark.parametrize(
    "other",
    [
        STORY,
        STORY.replace("热闹", "新鲜"),
        STORY.replace("，", ","),
        STORY.replace("一直", ""),
        STORY.replace("6月3日", "3日"),
    ],
)
def test_other_words_are_not_named(other):
    assert find_telling_changes(*read(STORY, other), zh.lexicon()) == ()


@pytest.mark.parametrize(
    ("other", "kind", "before", "after"),
    [
        (STORY.replace("不会", "会"), "negated", "不", ""),
        (STORY.replace("林可文", "林可雯"), "name", "文", "雯"),
        (STORY.replace("6月3日", "6月4日"), "date", "3", "4"),
    ],
)
def test_each_kind(other, kind, before, after):
    ((found, change),) = find_telling_changes(*read(STORY, other), zh.lexicon())
    assert (found, change.before, change.after) == (kind, before, after)


def test_both_quoted_or_both_told_is_nothing():
    said = "林可文说：“这座桥我们等了整整二十年，今天总算走上来了。”"
    told = "这座桥我们等了整整二十年，今天总算走上来了。"
    assert find_lost_marks(*read(said, said)) is None
    assert find_lost_marks(*read(told, told)) is None


def test_quoted_here_and_told_there():
    said = "林可文说：“这座桥我们等了整整二十年，今天总算走上来了。”"
    told = "这座桥我们等了整整二十年，今天总算走上来了。"
    found = find_lost_marks(*read(said, told))
    assert (found.quotation.speaker, found.narrated.doc) == ("林可文", "b")

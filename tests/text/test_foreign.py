from __future__ import annotations

import pytest

from factcheck.quotation.speakers import after, before, ends_in_name, is_name, speaker
from factcheck.text.foreign import foreign_name, hands_on


@pytest.mark.parametrize("who", ["林可文", "周立言", "港务局负责人", "欧阳立言"])
def test_chinese_speakers(who):
    assert not foreign_name(who)


@pytest.mark.parametrize("who", ["安娜·科瓦奇", "斯特林", "J. Smith", "科瓦列夫斯基"])
def test_foreign_speakers(who):
    assert foreign_name(who)


def test_the_press_that_hands_words_on():
    assert hands_on("据路透社报道")
    assert not hands_on("据云汀晚报报道")


@pytest.mark.parametrize(
    ("phrase", "who"),
    [
        ("云汀市副市长林可文在会上", "林可文"),
        ("渔民王先生对记者", "王先生"),
        ("港务局有关负责人日前", "港务局有关负责人"),
        ("在接受记者采访时", None),
        ("也", None),
    ],
)
def test_title_and_name_are_parted(phrase, who):
    assert speaker(phrase) == who


def test_naming_is_not_saying():
    assert before("该系统简称") is None
    assert before("人称") is None
    assert after("的做法，得到居民欢迎") is None


def test_names():
    assert is_name("林可文")
    assert not is_name("港务局负责人")
    assert ends_in_name("云汀市委副书记、市长林可文")
    assert not ends_in_name("云汀市委副书记、市长昨天到场")

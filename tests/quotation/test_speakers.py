from __future__ import annotations

import pytest

from factcheck import zh
from factcheck.quotation.speakers import (
    ends_in_name,
    find_speaker_after,
    find_speaker_before,
    is_name,
    read_speaker,
)

WORDS = zh.lexicon().quotation


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
    assert read_speaker(phrase, WORDS) == who


def test_naming_is_not_saying():
    assert find_speaker_before("该系统简称", WORDS) is None
    assert find_speaker_before("人称", WORDS) is None
    assert find_speaker_after("的做法，得到居民欢迎", WORDS) is None


def test_names():
    assert is_name("林可文", WORDS)
    assert not is_name("港务局负责人", WORDS)
    assert ends_in_name("云汀市委副书记、市长林可文", WORDS)
    assert not ends_in_name("云汀市委副书记、市长昨天到场", WORDS)

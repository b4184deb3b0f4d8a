from __future__ import annotations

import pytest

from factcheck import zh


@pytest.mark.parametrize("text", ["著名的鲇鱼，着手做", "只有两只船", "神祇与三昧"])
def test_what_stands_for_itself_stays(text):
    assert zh.lexicon().text.fold(text) == text


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        ("臺灣的峯會爲什麼在這裏", "台湾的峰会为什么在这里"),
        ("衞生署叙述枱上的糭", "卫生署叙述台上的粽"),
        ("鐡路戯院", "铁路戏院"),
        ("⼈⼝⾯積", "人口面积"),  # radicals, copied out of a PDF file
    ],
)
def test_one_letter_for_all_ways_to_write_it(stored, folded):
    assert zh.lexicon().text.fold(stored) == folded

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml

from factcheck import zh
from factcheck.errors import DataError
from factcheck.text import prepare
from factcheck.zh.concepts import read_concept_words
from factcheck.zh.tables import read_text

SYNONYMS = "groups:\n  trade:\n    sent abroad: 出口 外销\n    bought abroad: 进口\nempty: 数 额\n"
CONTRASTS = "sets:\n  trade:\n    ways: 出口 进口\nalone: 人均\nscopes: 全国\n"
WORDS = zh.lexicon().pair.concepts


def rows(name: str, key: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(read_text(f"words/{name}.yaml"))[key]
    return found


@pytest.mark.parametrize(
    ("synonyms", "contrasts", "message"),
    [
        (SYNONYMS.replace("进口", "进口 外销"), CONTRASTS, r"synonyms\.yaml:4: 外销"),
        (SYNONYMS.replace("进口", "进口 额"), CONTRASTS, r"synonyms\.yaml:4: 额"),
        (SYNONYMS, CONTRASTS.replace("出口 进口", "出口|进口"), r"contrasts\.yaml:3: 出口\|进口"),
        (SYNONYMS, CONTRASTS.replace("出口 进口", "出口 外销"), r"contrasts\.yaml:3: 外销"),
        (SYNONYMS.replace("empty", "void"), CONTRASTS, r"synonyms\.yaml:5: "),
        (SYNONYMS, CONTRASTS.replace("  trade:", "  trade: []\n  other:"), r"contrasts\.yaml:2: "),
    ],
)
def test_what_breaks_a_table_is_an_error_with_file_and_line(synonyms: str, contrasts: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_concept_words(synonyms, contrasts)


def test_words_of_one_group_are_one_concept_and_other_sides_are_set_against_it() -> None:
    words = read_concept_words(SYNONYMS, CONTRASTS)
    assert words.concepts["外销"] == words.concepts["出口"] == "出口"
    assert words.set_against("出口", "出口") is None
    assert words.set_against("出口", "进口") == words.set_against("进口", "出口") == "trade: ways"


def test_a_word_of_the_contrasts_with_an_empty_word_behind_it_is_the_word() -> None:
    words = read_concept_words(SYNONYMS, CONTRASTS.replace("进口", "进口 转口|转口额"))
    assert words.concepts["转口额"] == "转口"


def test_the_longest_word_is_found_first() -> None:
    assert [word for _, word in WORDS.find("归母净利润和营业收入")] == ["归母净利润", "营业收入"]


@pytest.mark.parametrize(("name", "key"), [("synonyms", "groups"), ("contrasts", "sets")])
def test_rows_are_sorted_and_every_word_is_in_folded_form(name: str, key: str) -> None:
    families = rows(name, key)
    assert list(families) == sorted(families)
    for family in families.values():
        assert all(one < other for one, other in pairwise(family))
        for word in re.split(r"[ |]", " ".join(family.values())):
            assert word
            assert prepare(word, lexicon=zh.lexicon()).folded == word


def test_there_are_several_hundred_of_each() -> None:
    assert len(WORDS.concepts) >= 1500
    assert len(WORDS.sides) >= 1200


@pytest.mark.parametrize(
    "apart",
    [
        "营业收入 营业总收入", "归母净利润 扣非净利润", "研发投入 研发费用", "得分 积分", "点击量 点击率",
        "下载量 播放量",        "常住人口 户籍人口", "死亡 受伤", "建筑面积 占地面积", "发电量 用电量", "库容 蓄水量",
    ],
)  # fmt: skip
def test_words_that_are_measured_apart_are_in_no_group_together(apart: str) -> None:
    one, other = apart.split()
    assert WORDS.concepts.get(one, one) != WORDS.concepts.get(other, other)

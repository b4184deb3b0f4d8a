"""The words, patterns and places of Chinese frames as data."""

from __future__ import annotations

import pickle

import pytest

from factcheck import zh
from factcheck.errors import DataError
from factcheck.lexicon import Grammar
from factcheck.zh import frame_words, tables

FRAME = zh.lexicon().frame


def test_the_section_survives_a_pickle():
    again = pickle.loads(pickle.dumps(FRAME))  # noqa: S301 - our own bytes
    assert again.words.predicates == FRAME.words.predicates
    assert again.events.last == FRAME.events.last
    assert again.gazetteer.names == FRAME.gazetteer.names
    assert again.joins("达到")
    assert not again.joins("产值")


def test_a_section_is_made_once_for_a_grammar():
    assert zh.lexicon(Grammar()).frame is FRAME


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("predicats: [完成]", "no key is called 'predicats'"),
        ("predicates: 完成", "Expected `array`, got `str`"),
        ("predicates: [完成]", "is missing"),
    ],
)
def test_a_broken_table_is_an_error_that_names_file_and_line(monkeypatch, tmp_path, row, what):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "frame.yaml").write_text(f"# words\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    with pytest.raises(DataError) as error:
        frame_words.frame_words()
    assert what in error.value.what
    assert error.value.where.startswith("factcheck/zh/words/frame.yaml:")


@pytest.mark.parametrize("word", ["杭州日报", "甘孜", "望澜"])
def test_no_place(word):
    assert FRAME.gazetteer.canonical(word) is None


@pytest.mark.parametrize(
    ("word", "place"),
    [("浙江省", "浙江"), ("甘孜藏族自治州", "甘孜州"), ("澳大利亚", "澳洲"), ("我国", "全国"), ("昆山", "昆山市")],
)
def test_a_place_has_one_canonical_form(word, place):
    assert FRAME.gazetteer.canonical(word) == place


def test_a_place_that_no_gazetteer_has_may_lie_in_a_province_and_in_no_city():
    assert FRAME.gazetteer.is_within("望澜", "浙江")
    assert not FRAME.gazetteer.is_within("望澜", "杭州")


def test_every_place_lies_in_places_that_are_known():
    held = FRAME.gazetteer
    assert {place for above in held.parents.values() for place in above} <= held.known
    assert held.currencies.keys() <= held.known

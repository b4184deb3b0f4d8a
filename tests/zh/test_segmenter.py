from __future__ import annotations

import pickle

import pytest

from factcheck.zh import segmenter
from factcheck.zh.frame_words import alternatives
from factcheck.zh.segmenter import ChineseSegmenter, load_python_tagger, load_rust_tagger

SEGMENTER = ChineseSegmenter()


@pytest.mark.parametrize("text", ["杭州3家，南京5家。", "GPT-4o 的训练成本", "望澜市东礁新区"])
def test_words_joined_are_the_text(text):
    assert "".join(SEGMENTER.words(text)) == text


@pytest.mark.parametrize("text", ["成为", "分为三组", "因为"])
def test_verbs_of_being_stay(text):
    assert "为" not in SEGMENTER.words(text)


@pytest.mark.parametrize("text", ["客户数为", "粉丝数达", "去年营收破", "入学率仅"])
def test_a_noun_and_its_verb_are_two(text):
    assert SEGMENTER.words(text)[-1] == text[-1]


def test_no_measure_is_one_word_with_its_verb():
    rows = alternatives()
    listed = f"{rows.count_measures}|{rows.money_measures}".split("|")
    measures = [word for word in listed if len(word) > 1 and all("\u4e00" <= letter <= "\u9fff" for letter in word)]
    pairs = [(measure, verb) for measure in measures for verb in "为达破超"]
    # 转发 and 达 hold a word of the language, 发达
    said = [f"望澜去年{one}{verb}5亿" for one, verb in pairs if SEGMENTER.tag(one[-1] + verb) == "x"]
    assert len(measures) > 50
    assert [text for text in said if text[-3] not in SEGMENTER.words(text)] == []


@pytest.mark.parametrize(
    ("word", "tag"), [("企业", "n"), ("杭州", "ns"), ("实现", "v"), ("和", "c"), ("望澜", "x"), ("GPT", "x")]
)
def test_tag(word, tag):
    assert SEGMENTER.tag(word) == tag


def test_both_taggers_know_the_same_dictionary():
    pytest.importorskip("rjieba")
    rust, python = load_rust_tagger(), load_python_tagger()
    known = ("企业", "杭州", "实现", "和", "望澜", "上三", "第一", "三金", "萬家樂", "增长", "沈乐满", "其中", "占比")
    assert [rust(word) for word in known] == [python(word) for word in known]


def test_a_copy_in_another_process_is_made_anew():
    SEGMENTER.words("望澜港新码头")
    copy = pickle.loads(pickle.dumps(SEGMENTER))  # noqa: S301 - our own bytes
    assert copy is not SEGMENTER
    assert copy.words("望澜港新码头") == SEGMENTER.words("望澜港新码头")


def test_the_dictionary_is_loaded_once_for_all_segmenters(monkeypatch):
    loaded = []
    monkeypatch.setattr(segmenter, "load_rust_cutter", lambda: loaded.append("rust") or list)
    monkeypatch.setattr(segmenter, "load_python_cutter", lambda: loaded.append("python") or list)
    segmenter.load_cutter.cache_clear()
    for _ in range(3):
        assert ChineseSegmenter().words("望澜") == ["望", "澜"]
    assert len(loaded) == 1
    segmenter.load_cutter.cache_clear()

from __future__ import annotations

import time

import numpy as np
import pytest
from framed import framed

from factcheck import zh
from factcheck.frame.labelling_choice import SLIGHT, WordStretch, apart, choose_stretch, likeliest
from factcheck.frame.labelling_model import (
    LONGEST,
    ROLES,
    LabelModel,
    load_groups,
    load_labels,
    weigh_stretches,
)
from factcheck.frame.labelling_words import is_of_dictionary
from factcheck.text.words import tag

LEXICON = zh.lexicon().frame
LARGEST = 3_000_000  # bytes
SLOWEST = 0.06  # seconds to load


def features():
    return tuple(load_labels(LEXICON.labels).features)


def test_a_word_is_a_feature_only_where_the_dictionary_has_it():
    strange = []
    for feature in features():
        name, _, value = feature.partition("=")
        word = value.rsplit(".", 2)[0] if name in {"ahead", "next"} else value
        if name in {"word", "ahead", "next"} and not is_of_dictionary(word):
            strange.append(feature)
        if name == "ends" and (len(word) > 1 or tag(word) == "x"):  # a letter that is a word by itself
            strange.append(feature)
    assert strange == []


def test_all_other_features_are_of_the_engine_or_a_unit_of_the_lexicon():
    tables = zh.lexicon().quantity.units
    units = (
        {unit.name for unit in tables.units.values()}
        | set(tables.units)
        | set(tables.nouns.values())
        | {LEXICON.words.ordinal}
    )
    strange = []
    for feature in features():
        name, _, value = feature.partition("=")
        if name in {"word", "ends", "ahead", "next"} or value.isascii():
            continue
        unit = value if name == "none.unit" else value.rsplit(".", 2)[0]
        if name not in {"unit", "none.unit"} or not units.issuperset(unit.split("/")):
            strange.append(feature)
    assert strange == []


def test_the_classes_of_words_hold_nobody_s_name():
    assert [word for word in load_groups(LEXICON.groups) if not is_of_dictionary(word)] == []


def test_the_files_are_small_and_load_fast():
    assert LEXICON.labels.stat().st_size <= LARGEST
    assert LEXICON.groups.stat().st_size <= LARGEST
    taken = []
    for _ in range(5):
        began = time.process_time()
        load_labels.__wrapped__(LEXICON.labels)
        taken.append(time.process_time() - began)
    assert min(taken) < SLOWEST


def test_probabilities_of_all_stretches_and_none_are_one():
    weights = np.random.default_rng(3).normal(size=(2, len(ROLES), 14)).astype(np.float32)
    weights[:, 2, 8] = -1e6  # what parts two windows
    found, none = weigh_stretches(
        weights, np.zeros((2, LONGEST), np.float32), np.zeros((2, 2), np.float32), np.array([0, 9])
    )
    sums = np.exp(none)
    np.add.at(sums, (found.field, found.owner), np.exp(found.chances))
    assert np.allclose(sums, 1, atol=1e-4)


def test_figures_are_read_alike_alone_and_beside_others():
    one, other = "岚光公司上半年营业收入35亿元，同比增长15%。", "望澜市有博物馆36家，去年新增3家。"
    alone = {**framed(one), **framed(other)}
    together = framed(one + other)
    for figure, claim in alone.items():
        assert (together[figure].measure, together[figure].scope, together[figure].basis) == (
            claim.measure, claim.scope, claim.basis,
        )  # fmt: skip


def test_no_stretch_reaches_beyond_the_window_or_over_a_barred_word():
    weights = np.zeros((1, len(ROLES), 6), np.float32)
    weights[0, 2, 3] = -1e6  # the word of the figure
    starts = np.array([0])
    lengths, none = np.zeros((1, LONGEST), np.float32), np.zeros((1, 1), np.float32)
    found, _ = weigh_stretches(weights, lengths, none, starts, SLIGHT)
    possible = {(one.first, one.last) for one in likeliest(found, starts, np.zeros((1, 1), np.bool_))[0][0]}
    assert possible == {(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2), (4, 4), (4, 5), (5, 5)}


def test_readings_that_differ_by_a_word_at_the_edge_are_one():
    ranked = [WordStretch(5, 5, 0.4), WordStretch(1, 2, 0.3), WordStretch(1, 3, 0.25)]
    best = choose_stretch(ranked, [2, 4, 6, 8, 10, 12])
    assert (best.first, best.last) == (1, 2)
    assert best.probability == pytest.approx(0.55)


def test_overlapping_stretches_are_never_both_taken():
    ranked = [WordStretch(4, 5, 0.9), WordStretch(5, 6, 0.8), WordStretch(0, 0, 0.7), WordStretch(2, 2, 0.1)]
    assert apart(ranked, 0.5) == [WordStretch(0, 0, 0.7), WordStretch(4, 5, 0.9)]


def test_a_feature_that_the_model_does_not_know_counts_nothing():
    model = LabelModel(("any",), np.ones((1, 1, len(ROLES)), np.float32), ("measure",))
    assert (model.sum_weights(("any", "word=nowhere")) == model.sum_weights(("any",))).all()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("岚光公司去年录得15亿元。", "15亿元"),
        ("岚光公司上半年为30亿元人民币。", "30亿元人民币"),
        ("望澜港今年达到了300万吨。", "300万吨"),
    ],
)
def test_what_only_joins_is_no_measure(text, figure):
    assert framed(text)[figure].measure not in {"录得", "为", "达到", "达到了", "人民币", "了"}


@pytest.mark.parametrize("text", ["岚光公司营业收入300亿元。", "望澜市有博物馆36家。", "列车晚点20分钟。"])
def test_what_nothing_narrows_has_no_scope_and_no_basis(text):
    for claim in framed(text).values():
        assert claim.scope == frozenset()
        assert claim.basis is None


@pytest.mark.parametrize(
    ("text", "figure", "basis"),
    [
        ("岚光公司上半年营业收入同比增长15%。", "15%", "同比"),
        ("望澜港8月吞吐量环比下降3.2%。", "3.2%", "环比"),
        ("岚光公司淨利潤同比下降12%。", "12%", "同比"),
    ],
)
def test_what_a_change_is_against(text, figure, basis):
    assert framed(text)[figure].basis == basis


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("上半年望澜市新增就业15万人。", "15万人", "新增"),
        ("望澜市累计接种疫苗300万剂。", "300万剂", "累计"),
        ("望瀾港日均吞吐量達3萬噸。", "3萬噸", "日均"),
    ],
)
def test_what_narrows_a_measure(text, figure, scope):
    assert scope in framed(text)[figure].scope


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("事故已造成12人死亡，30人受伤。", "12人", "死亡"),
        ("事故已造成12人死亡，30人受伤。", "30人", "受伤"),
        ("岚光公司去年营业收入为35亿元，净利润为3亿元。", "3亿元", "净利润"),
        ("今年前7个月，望澜市出口3837亿元。", "3837亿元", "出口"),
    ],
)
def test_what_is_measured(text, figure, measure):
    assert framed(text)[figure].measure == measure


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("张岚现年51岁。", "51岁", "年龄"),
        ("48岁的李汀昨日到任。", "48岁", "年龄"),
        ("望澜市退休年龄为60岁。", "60岁", "退休年龄"),
    ],
)
def test_an_age_measures_age(text, figure, measure):
    assert framed(text)[figure].measure == measure


def test_the_world_is_a_place_where_the_text_says_it():
    claim = framed("全球智能手机出货量3亿部。")["3亿部"]
    assert claim.place == "全球"
    assert "place" not in claim.inferred


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("张岚1985年出生于宁波，家中兄妹5人。", "5人"),  # where somebody was born
        ("岚光公司出售300辆客车，在法国交付。", "300辆"),  # behind the figure
    ],
)
def test_a_place_that_the_model_doubts_is_no_statement(text, figure):
    claim = framed(text)[figure]
    assert claim.place is None or "place" in claim.inferred


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("该剧团在宁波演出，观众3000人。", "3000人", "宁波"),
        ("他说，全县各校已经开学，今年新招教师120名。", "120名", "全县"),
        ("预计明日云汀有小雨，局地气温可达39℃以上。", "39℃", "局地"),
        ("法国全国共有30万名教师罢课。", "30万名", "法国"),
    ],
)
def test_where_a_figure_holds(text, figure, place):
    claim = framed(text)[figure]
    assert claim.place == place
    assert "place" not in claim.inferred


def test_the_same_text_is_read_the_same_way_twice():
    text = "岚光公司上半年营业收入35亿元，同比增长15%，其中线上收入12亿元。"
    assert framed(text) == framed(text)

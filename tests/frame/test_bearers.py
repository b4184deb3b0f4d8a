"""Whom a figure is about, chosen among the mentions of the article, and which figures are no claim."""

from __future__ import annotations

import time

import pytest
from framed import framed

from factcheck import Document, extract, zh
from factcheck.frame import no_claims
from factcheck.frame.bearer import BearerReader, name_the_same
from factcheck.frame.bearer_features import NOBODY, OWN, PAIR
from factcheck.frame.bearer_mentions import Mentions
from factcheck.frame.bearer_tables import bearer_tables
from factcheck.lexicon.weights import BearerWeights
from factcheck.quantity.letters import is_han
from factcheck.text.words import tag, words
from factcheck.zh import frame_models

LEXICON = zh.lexicon().frame
# Where the word stands in a value of a template; the other templates hold codes only.
WORD_AT = {
    "own head": slice(1, None), "own before": slice(1, None), "own after": slice(1, None), "own letter": slice(1, 2),
    "pair letter_figure": slice(2, None), "pair unit_kind": slice(0, -2), "pair measure_kind": slice(0, -2),
    "nobody nobody_unit": slice(None),
}  # fmt: skip
UNITS = {
    "digits",
    "nobody nobody_unit",
    "pair unit_kind",
    "unit",
    "unit_written",
    "before_unit",
    "after_unit",
    "second",
    "company_before_unit",
    "company_after_unit",
    "value_unit",
}


def mentions(text):
    return [one.text for one in Mentions(words(text), (0, len(text)), LEXICON).found]


@pytest.mark.parametrize("text", ["他们每年都来。", "将举行。", "这是因为很快。", "2024年1月3日上午8时", ""])
def test_a_verb_a_pronoun_and_a_time_are_no_mention(text):
    assert mentions(text) == []


@pytest.mark.parametrize("text", ["全市很大。", "公司很大。", "《云汀晨报》记者。"])
def test_a_body_without_a_name_all_of_something_and_the_media_are_no_mention(text):
    assert not {"全市", "公司", "《云汀晨报》", "记者"} & set(mentions(text))


@pytest.mark.parametrize("text", ["我们认为很好。", "其中很多。", "该机很快。", "这是很好的。"])
def test_a_pronoun_leads_to_no_mention_and_is_none(text):
    assert mentions(text) == []


def test_who_publishes_what_says_it_is_seen_as_such():
    def says(text):
        return {one.text: one.says for one in Mentions(words(text), (0, len(text)), LEXICON).found}

    assert says("云汀协会走访了港口，望澜港发布的是航标。")["云汀协会"] == "-"
    told = says("云汀协会20日发布的数据显示，望澜港去年停靠渔船36艘。")
    assert (told["云汀协会"], told["望澜港"]) == ("d", "-")
    assert says("云汀协会日前联合发布的年报显示，渔船有36艘。")["云汀协会"] == "d"


def test_a_bearer_neither_begins_nor_ends_in_a_date():
    assert framed("今年7月份岚光公司销量3万辆。")["3万辆"].subject == "岚光公司"
    assert framed("今早岚光公司股价上涨5%。")["5%"].subject == "岚光公司"


def test_what_only_points_is_no_bearer_and_no_part_of_a_measure():
    claim = framed("岚光公司昨日公告。该机全长12米。")["12米"]
    assert (claim.subject, claim.measure) == ("岚光公司", "全长")


def test_a_name_is_a_mention_apart_from_what_stands_behind_it():
    assert {"望澜大学", "望澜大学学生"} <= set(mentions("望澜大学学生很多。"))
    assert "《望澜往事》" in mentions("电影《望澜往事》上映。")
    assert "刘某某" in mentions("刘某某到案。")


def test_wordings_name_the_same_where_one_holds_the_other_and_is_hardly_longer():
    assert not name_the_same("云汀", "岚光")
    assert not name_the_same("云汀", "云汀市第二人民医院")
    assert name_the_same("云汀", "云汀公司")


def test_nobody_bears_a_figure_of_an_article_that_names_nobody():
    assert framed("很快增长了12%。")["12%"].subject is None


def test_a_kind_of_thing_takes_nobody_from_another_sentence():
    assert framed("岚光科技昨天迁入新楼。这种写字楼共有36层。")["36层"].subject != "岚光科技"


def test_the_title_names_whom_the_text_does_not():
    claim = framed("去年实现营业收入35亿元。", title="岚光科技年报出炉")["35亿元"]
    assert claim.subject == "岚光科技"
    assert "subject" in claim.inferred


def test_one_named_in_the_sentence_is_not_inferred():
    claim = framed("岚光科技昨日公告，去年亏损3亿元。")["3亿元"]
    assert claim.subject == "岚光科技"
    assert "subject" not in claim.inferred


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("岚光科技去年亏损3亿元。", "3亿元"),
        ("事故造成两人死亡。", "两人"),
        ("望澜市共有居民300万人。", "300万人"),
        ("云汀大桥全长3公里。", "3公里"),
    ],
)
def test_what_a_reader_would_check_stays_a_claim(text, figure):
    assert figure in framed(text)


def test_people_who_were_named_before_are_no_claim():
    assert "两人" not in framed("张岚与李汀昨日登记。两人表示，婚礼从简。")


def test_the_outcome_does_not_hang_on_what_was_read_before():
    text = "岚光科技昨日公告，去年营业收入35亿元，同比增长12%。云汀公司亏损3亿元。"
    first = extract(Document(id="a", text=text))
    extract(Document(id="b", text="望澜市居民300万人。" * 5))
    assert extract(Document(id="a", text=text)) == first


def test_the_weights_are_those_of_the_templates():
    assert set(LEXICON.bearers.tables) == {
        *(f"own {name}" for name in OWN), *(f"pair {name}" for name in PAIR), *(f"nobody {name}" for name in NOBODY)
    }  # fmt: skip
    assert set(LEXICON.no_claims.tables) == set(no_claims.TEMPLATES)


def test_equal_weights_are_equal_in_whatever_order_they_are_added():
    """0.1 + 0.2 + 0.3 and 0.3 + 0.3 are not the same number to a machine."""
    one = Mentions(words("岚光科技"), (0, 4), LEXICON).found[0]
    held = {"kind": one.kind, "opens": one.kind + one.opens, "form": one.kind + one.form}
    parted = {f"own {name}": {"b" + value: 0.1 * (number + 1)} for number, (name, value) in enumerate(held.items())}
    at_once = {"own kind": {"b" + one.kind: 0.3}, "own head": {"b" + one.head: 0.3}}
    found = [bearer_tables(BearerWeights(tables=each)).weigh_own(one, "b", "1-") for each in (parted, at_once)]
    assert found[0] == found[1] == 600_000


def test_the_weights_are_small_and_read_quickly():
    for name in ("bearers.json", "no_claims.json"):
        assert (frame_models.MODELS / name).stat().st_size < 3_000_000
    began = time.perf_counter()
    frame_models.bearer_weights()
    frame_models.no_claim_weights()
    assert time.perf_counter() - began < 0.5  # a tenth on a quiet machine; a busy one must not turn this red


def test_the_weights_hold_no_name():
    """Han letters stand only in words that the segmenter's dictionary has and that are nobody's name, and in units."""
    tables = [("bearers", LEXICON.bearers.tables), ("no claims", LEXICON.no_claims.tables)]
    for _, held in tables:
        for template, table in held.items():
            at = WORD_AT.get(template, slice(None))
            for value in table:
                word = value[at]
                if any(map(is_han, word)) and template not in UNITS:
                    assert tag(word) not in {"x", "nr", "nrt", "nrfg"}, (template, value)
                if any(map(is_han, word)) and template in UNITS:
                    assert sum(map(is_han, word)) <= 4, (template, value)


def test_broken_weights_are_told_with_their_file(tmp_path, monkeypatch):
    (tmp_path / "bearers.json").write_text('{"tables": {"own kind": {"b": "much"}}}', encoding="utf-8")
    monkeypatch.setattr(frame_models, "MODELS", tmp_path)
    with pytest.raises(frame_models.DataError, match=r"bearers\.json"):
        frame_models.bearer_weights()


def test_what_is_described_is_what_is_weighed():
    """The sum over the described values is the score, whatever was remembered."""
    text = "岚光科技昨日公告，去年营业收入35亿元。"
    held = []
    score = BearerReader.score

    def watch(reader, one, figure):
        found = score(reader, one, figure)
        names = [*(f"own {name}" for name in OWN), *(f"pair {name}" for name in PAIR)]
        tables = [LEXICON.bearers.tables[name] for name in names]
        again = sum(table.get(value, 0.0) for table, value in zip(tables, reader.describe(one, figure), strict=True))
        held.append((found, again))
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(BearerReader, "score", watch)
        framed("云汀公司亏损。" + text)
    assert held
    assert all(found == pytest.approx(again) for found, again in held)

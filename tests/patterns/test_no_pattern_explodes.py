"""No text makes a pattern try for ever: what is said over and over costs at most the square of its length."""

from __future__ import annotations

import re

import pytest
from pumped import patterns, slow, texts

from factcheck import extract, zh


def first_slow(pattern):
    tried = (slow(pattern, head, word, pair=pair) for head, word, pair in texts(pattern))
    return next((why for why in tried if why is not None), None)


@pytest.mark.parametrize(
    "written",
    ["(?:增长)(?:约|约为|为)*$", "(?:a|aa)+$", "(?:[a年]+)*b", "x(?:在.{0,9}[上中]|的)+$", "(?:将|将近|近)*完"],
)
def test_patterns_that_explode_are_found_out(written):
    assert first_slow(re.compile(written)) is not None


@pytest.mark.parametrize("written", ["(?:增长)(?>约为|约|为)*+$", "(?:ab|ac)+$", "[年月]*完"])
def test_patterns_that_do_not_explode_are_left_alone(written):
    assert first_slow(re.compile(written)) is None


def test_the_tables_of_words_are_among_the_patterns():
    known = patterns()
    held = zh.lexicon().frame.status
    assert {held.change.pattern, held.change_not.pattern, held.source_trim.pattern} <= known.keys()
    assert len(known) > 400


@pytest.mark.parametrize("pattern", [pytest.param(one, id=str(at)) for at, one in enumerate(patterns().values())])
def test_no_pattern_of_the_package_explodes(pattern):
    assert first_slow(pattern) is None


@pytest.mark.parametrize("word", ["约为", "将近", "达到", "约为将近"])
def test_hedges_said_over_and_over_end(word):
    assert [claim.text for claim in extract(f"产量增长{word * 3000}等5人。")] == ["5人"]

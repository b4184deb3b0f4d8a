from __future__ import annotations

import time

import pytest

from factcheck import zh
from factcheck.quotation.light import is_light

WORDS = zh.lexicon().quotation


@pytest.mark.parametrize(("before", "after"), [("安全", "效率"), ("不", ""), ("12", "十三人")])
def test_other_words_are_no_light_change(before, after):
    assert not is_light(before, after, WORDS)


@pytest.mark.parametrize(
    ("before", "after"), [("的", "地"), ("也是", ""), ("然后所以", "就是"), ("12", "十二"), ("他", "她")]
)
def test_particles_spellings_and_numbers_in_words_are(before, after):
    assert is_light(before, after, WORDS)


def test_particles_said_over_and_over_end():
    began = time.process_time()
    assert not is_light("也是" * 500 + "港", "", WORDS)
    assert time.process_time() - began < 1

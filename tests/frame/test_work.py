"""How often the frame of a figure asks for what it needs: a number of times, not ever more in a long sentence."""

from __future__ import annotations

import pytest

from factcheck import extract
from factcheck.frame import topic
from factcheck.frame.slot import read_slot


@pytest.mark.parametrize("text", ["共{}", "望澜市{}", "收入{}", "，{}"])
@pytest.mark.parametrize("figure", ["，1亿元", "，3家", "、5%", "，约2吨；"])
def test_the_slot_of_a_figure_is_looked_at_twice_at_most(monkeypatch, text, figure):
    asked = []

    def counted(sentence, quantity):
        asked.append(quantity)
        return read_slot(sentence, quantity)

    monkeypatch.setattr(topic, "read_slot", counted)
    claims = extract(text.format(figure * 300))
    assert len(asked) <= 2 * 300
    assert len(claims) <= 300


def test_what_a_clause_speaks_of_is_carried_as_before():
    claims = extract("望澜市全年工业产值，1亿元，2亿元，3亿元。")
    assert {claim.measure for claim in claims} == {"工业产值"}

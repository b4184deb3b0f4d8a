"""The sentence that a location carries."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.rules.build import find_sentence, location_in


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("头句。望澜港有48家厂。尾句。", "48家", "望澜港有48家厂。"),
        ("“望澜港有48家厂。”他说。", "48家", "“望澜港有48家厂。”"),
        ("标题48家\n正文。", "48家", "标题48家\n"),
        ("望澜港有48家厂", "48家", "望澜港有48家厂"),
        # a passage, from the beginning of its first sentence to the end of its last; a full stop is its own
        ("头句。望澜港有厂。云汀站有厂。尾句。", "港有厂。云汀站有厂。", "望澜港有厂。云汀站有厂。"),
        ("头" * 400 + "48家" + "尾" * 400, "48家", "头" * 300 + "48家" + "尾" * 300),
    ],
)
def test_a_place_stands_in_a_sentence(text, place, sentence):
    start = text.index(place)
    document = factcheck.Document(id="a", text=text)
    first, last = location_in(document, start, start + len(place), 0).sentence
    assert text[first:last] == sentence


def test_the_sentence_of_a_figure_is_that_of_its_claim():
    (claim,) = factcheck.extract("望澜港有48家厂；云汀站没有。")
    assert find_sentence("", claim.start, claim.end, claim) == claim.sentence
    elsewhere = claim.start + 100
    assert find_sentence("x" * 1000, elsewhere, elsewhere + 3, claim) != claim.sentence

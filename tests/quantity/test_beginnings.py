"""Where numerals begin, and the step of a figure that is told in a magnitude."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck import quantities, zh
from factcheck.quantity.precision import step_in_digits

START = zh.lexicon().quantity.sweep.start


@pytest.mark.parametrize("text", ["几次", "数一数", "双方", "个人", "翻身", "参加", "1.", "岚光公司"])
def test_a_letter_that_may_begin_a_numeral_begins_none_by_itself(text):
    found = START.search(text.replace("1", "").replace("一", ""))
    assert found is None


@pytest.mark.parametrize(
    "text", ["3", "三", "几十", "数万", "几个亿", "半", "双位数", "个位数", "翻番", "翻了两番", ".5", "参拾"]
)
def test_what_a_numeral_may_begin_with_is_found_by_its_first_letter(text):
    assert START.search("岚光" + text).start() == 2


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("3亿", "300000000"), ("557.6万", "5576000"), ("1.25亿", "125000000"), ("4,456万", "44560000"),
        ("12345678901.123456万", "123456789011234.56"), ("1.123456万", "11234.56"), ("3千", "3000"), ("3万", "3"),
    ],
)  # fmt: skip
def test_the_step_of_a_figure_in_a_magnitude_is_what_division_tells(text, stated):
    printed = Fraction(text.rstrip("万亿千").replace(",", ""))
    places = len(text.rstrip("万亿千").partition(".")[2])
    assert Fraction(step_in_digits(text, Decimal(stated))) == Fraction(stated) / printed / 10**places


def test_the_step_of_a_figure_in_ten_thousands():
    assert [one.step for one in quantities("岚光公司营业收入557.6万元，利润3亿元。")] == [Decimal(1000), Decimal(10**8)]

"""What the recogniser leaves on a figure: the size of its last digit, and how far its hedge goes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck import extract, quantities

STEPS = [
    ("557.6万美元", 1000),
    ("1492亿元", 10**8),
    ("1492.08亿元", 10**6),
    ("15.72%", Decimal("0.01")),
    ("六成", 10),
    ("两成半", 5),
    ("三千人", 1000),
    ("二十人", 0),
    ("4,456萬7千人", 1000),
    ("2小时30分", 1),
    ("20亩", Fraction(2000, 3)),
    ("１２．５％", Decimal("0.1")),
    ("3至5亿元", 10**8),
    ("一倍", 1),
]


@pytest.mark.parametrize(("text", "step"), STEPS)
def test_the_printed_step(text, step):
    (found,) = quantities(text)
    assert found.step == step


@pytest.mark.parametrize("text", ["36家", "3至5年", "3.9%以上", "不超过五成"])
def test_what_goes_no_further_than_its_bounds_has_no_reach(text):
    assert quantities(text)[0].reach is None


@pytest.mark.parametrize(
    ("text", "reach"),
    [("2000多家", (2000, 3000)), ("超过11亿元", (1100000000, 1430000000)), ("约100人", (Fraction(1000, 11), 110))],
)
def test_a_hedge_reaches(text, reach):
    assert quantities(text)[0].reach == reach


def test_a_claim_carries_what_its_quantity_knows():
    (claim,) = extract("望澜市有2000多家孵化器。")
    (quantity,) = quantities("2000多家")
    assert (claim.step, claim.reach) == (quantity.step, quantity.reach) == (1, (2000, 3000))


def test_a_date_that_is_a_claim_carries_a_step_too():
    (claim,) = extract("望澜师范学院成立于2006年。")
    assert claim.kind == "date"
    assert claim.step > 0
    assert claim.reach is None

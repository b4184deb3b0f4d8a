from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import extract, quantities
from factcheck.quantity.reach import reach

STEPS = [
    ("2000多家", 2000, 3000),
    ("720多萬人", 7200000, 7300000),
    ("70余家", 70, 80),
    ("100多万人", 1000000, 2000000),
    ("8亿9千多万元", 890000000, 900000000),
    ("上百人", 100, 1000),
    ("六成多", 60, 70),
    ("20多亩", Fraction(40000, 3), 20000),
    ("3.5亿多元", 350000000, 360000000),
]


@pytest.mark.parametrize(("text", "low", "high"), STEPS)
def test_a_step_of_the_last_digit(text: str, low: object, high: object) -> None:
    assert reach(quantities(text)[0]) == (low, high)


@pytest.mark.parametrize("text", ["3.9%以上", "不低于80%", "至少48人"])
def test_at_least_has_no_end(text: str) -> None:
    assert reach(quantities(text)[0])[1] is None


@pytest.mark.parametrize("text", ["最高20万元", "不超过五成", "三天内"])
def test_at_most_has_no_end(text: str) -> None:
    assert reach(quantities(text)[0])[0] is None


def test_a_share() -> None:
    (more,) = quantities("超过11亿元")
    assert reach(more) == (1100000000, 1430000000)
    (near,) = quantities("近45亿元")
    low, high = reach(near)
    assert high == 4500000000
    assert low is not None
    assert 3400000000 < low < 3500000000
    (less,) = quantities("不足一万人")
    low, high = reach(less)
    assert high == 10000
    assert low is not None
    assert 7000 < low < 8000


def test_a_figure_that_is_told_finely_reaches_less_far() -> None:
    (coarse,), (fives,), (fine,) = quantities("约54亿元"), quantities("约125人"), quantities("约487亿元")
    assert reach(coarse)[1] == Fraction(5400000000) * Fraction(11, 10)
    assert reach(fives)[1] == Fraction(125) * Fraction(105, 100)
    low, high = reach(fine)
    assert low is not None
    assert high is not None
    assert 46300000000 < low < 48000000000
    assert 49000000000 < high < 50000000000


def test_exact_and_range_stay() -> None:
    assert reach(quantities("36家")[0]) == (36, 36)
    assert reach(quantities("3至5年")[0]) == (3, 5)


def test_a_claim_carries_it() -> None:
    (found,) = quantities("2000多家")
    (claim,) = extract("2000多家")
    assert reach(claim) == reach(found) == (2000, 3000)

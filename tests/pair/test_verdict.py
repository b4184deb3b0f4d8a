"""Can both be right? What must be no difference comes first."""

from __future__ import annotations

import pytest

from factcheck import Claim, quantities
from factcheck.messages import tell
from factcheck.pair.verdict import compatible, verdict


def claim(text: str, unit: str | None = None) -> Claim:
    (quantity,) = quantities(text)
    return Claim(
        doc="a", start=quantity.start, end=quantity.end, text=quantity.text, kind=quantity.kind, low=quantity.low,
        high=quantity.high, unit=unit or quantity.unit, qualifier=quantity.qualifier, reach=quantity.reach,
        step=quantity.step,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1492.08亿元", "1492亿元"),
        ("1492.8亿元", "1492亿元"),
        ("557.6万美元", "558萬美元"),
        ("2000家以上", "2000家"),
        ("近3000家", "2825家"),
        ("超过70个", "78个"),
        ("2000多家", "2300家"),
        ("近45亿元", "44.8亿元"),
        ("约6.5万平方米", "6.4万平方米"),
        ("不超过20%", "18%"),
        ("六成", "61%"),
        ("3至5年", "4年"),
        ("7.6平方公里", "760公顷"),
        ("两周", "14天"),
        ("一年半", "18个月"),
    ],
)
def test_both_can_be_right(a, b):
    assert compatible(claim(a), claim(b))
    assert compatible(claim(b), claim(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("15.72%", "15%"),
        ("超过11亿元", "80亿元"),
        ("不足一万人", "1113万人"),
        ("2000多家", "3100家"),
        ("36家", "63家"),
        ("10个", "5个"),
        ("二十个", "二十四个"),
        ("3.9%以上", "3.5%"),
    ],
)
def test_both_cannot_be_right(a, b):
    assert verdict(claim(a), claim(b)).outcome == "differ"
    assert verdict(claim(b), claim(a)).outcome == "differ"


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("557.6万元", "5576万元", "ten"),
        ("15亿元", "15万元", "ten thousand"),
        ("23456人", "24356人", "swapped"),
        ("1234人", "12334人", "dropped or doubled"),
    ],
)
def test_a_slip_is_named(a, b, reason):
    found = verdict(claim(a), claim(b))
    assert found.outcome == "slip"
    assert reason in tell(found.reason)


def test_the_same_amount_in_another_currency_is_a_slip():
    assert verdict(claim("500万美元"), claim("500万港元")).outcome == "slip"


def test_an_unresolved_yuan_is_comparable_with_any_currency():
    assert verdict(claim("500萬元", unit="元"), claim("500万港元")).outcome == "equal"


def test_what_does_not_convert_is_not_judged():
    assert verdict(claim("5公斤"), claim("5公里")).outcome == "incomparable"

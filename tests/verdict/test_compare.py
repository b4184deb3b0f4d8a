"""Can both be right? What must be no difference comes first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import structs

from factcheck import Claim, quantities
from factcheck.messages import tell
from factcheck.verdict import Outcome, are_compatible, compare_figures, convert_sides, find_agreement


def claim(text: str, unit: str | None = None) -> Claim:
    (quantity,) = quantities(text)
    return Claim(
        doc="a", start=quantity.start, end=quantity.end, text=quantity.text, kind=quantity.kind, low=quantity.low,
        high=quantity.high, unit=unit or quantity.unit, qualifier=quantity.qualifier, step=quantity.step,
        reach=quantity.reach,
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
        ("超过二十万人", "199700人"),
        ("六成", "61%"),
        ("3至5年", "4年"),
        ("7.6平方公里", "760公顷"),
        ("两周", "14天"),
        ("一年半", "18个月"),
    ],
)
def test_both_can_be_right(a, b):
    assert are_compatible(claim(a), claim(b))
    assert are_compatible(claim(b), claim(a))
    assert find_agreement(claim(a), claim(b)) == compare_figures(claim(a), claim(b)).outcome


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("15.72%", "15%"),
        ("超过11亿元", "80亿元"),
        ("超过二十万人", "17.2万人"),
        ("约465元", "511元"),
        ("不足一万人", "1113万人"),
        ("2000多家", "3100家"),
        ("36家", "63家"),
        ("10个", "5个"),
        ("二十个", "二十四个"),
        ("3.9%以上", "3.5%"),
        ("2300多亩", "200亩"),  # two digits and one, whatever they are in square metres
        ("2084人", "2.84万人"),
    ],
)
def test_both_cannot_be_right(a, b):
    assert compare_figures(claim(a), claim(b)).outcome == Outcome.DIFFER
    assert compare_figures(claim(b), claim(a)).outcome == Outcome.DIFFER
    assert find_agreement(claim(a), claim(b)) is find_agreement(claim(b), claim(a)) is None


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("557.6万元", "5576万元", "ten"),
        ("15亿元", "15万元", "ten thousand"),
        ("23456人", "24356人", "swapped"),
        ("1234人", "12334人", "dropped or doubled"),
        ("12.34亿元", "12.4亿元", "dropped or doubled"),
        ("1345亩", "13345亩", "dropped or doubled"),
        ("2356亩", "2536亩", "swapped"),
        ("净利润为-2.5亿元", "净利润为2.5亿元", "below zero"),
        ("气温-5℃", "气温5℃", "below zero"),
    ],
)
def test_a_slip_is_named(a, b, reason):
    found = compare_figures(claim(a), claim(b))
    assert found.outcome == Outcome.SLIP
    assert reason in tell(found.reason)


def test_the_same_amount_in_another_currency_is_a_slip():
    assert compare_figures(claim("500万美元"), claim("500万港元")).outcome == Outcome.SLIP


def test_an_unresolved_yuan_is_comparable_with_any_currency():
    assert compare_figures(claim("500萬元", unit="元"), claim("500万港元")).outcome == Outcome.EQUAL


def test_what_does_not_convert_is_not_judged():
    assert compare_figures(claim("5公斤"), claim("5公里")).outcome == Outcome.INCOMPARABLE


def test_one_side_stands_for_both_ways_to_see_an_outcome():
    agreeing = {outcome for outcome in Outcome if outcome.agrees}
    assert agreeing == {"equal", "rounding", "reach"}
    assert {outcome for outcome in Outcome if outcome.disputes} == {"differ", "slip"}


def test_both_sides_are_shown_in_one_unit_with_reach_and_step():
    unit, one, other = convert_sides(claim("近7.6平方公里"), claim("760公顷"))
    assert (unit, other.low, other.step) == ("m2", 7600000, 10000)
    assert (one.high, one.step) == (7600000, 100000)
    assert one.reach_low < one.low


def test_a_figure_is_not_read_again():
    """What the recogniser left on a claim decides, not its letters."""
    a, b = claim("1492亿元"), claim("1492.08亿元")
    assert compare_figures(a, b).outcome == Outcome.ROUNDING
    assert compare_figures(structs.replace(a, step=Decimal(1)), b).outcome == Outcome.DIFFER
    reaching = structs.replace(a, reach=(Decimal(1), None))
    assert compare_figures(reaching, claim("5亿元")).outcome.agrees

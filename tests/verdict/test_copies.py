from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import structs

from factcheck.model import Claim
from factcheck.verdict.copies import agree, comparable


def claim(text, value, unit="家", kind="count"):
    number = Decimal(value)
    return Claim(
        doc="a", start=0, end=len(text), text=text, kind=kind, low=number, high=number, unit=unit, qualifier="exact"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("1492.08亿", "149208000000"), claim("1492亿", "149200000000")),
        (claim("1.7万家", 17000), claim("17000家", 17000)),
        (claim("3.9%", "3.9", "%", "percent"), claim("3.90%", "3.90", "%", "percent")),
    ],
)
def test_one_rounds_to_the_other(one, other):
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("1.7万家", 17000), claim("17万家", 170000)),
        (claim("35家", 35), claim("36家", 36)),
        (claim("1492亿", "149200000000"), claim("1494.08亿", "149408000000")),
    ],
)
def test_another_figure(one, other):
    assert not agree(one, other)


def test_unlike_units_are_not_compared():
    assert not comparable(claim("3家", 3), claim("3%", 3, "%", "percent"))
    assert comparable(claim("3家", 3), claim("3", 3, "", "number"))


def test_another_hedge_reaches_the_same_hedge_does_not():
    exact, more = claim("78个", 78, "个"), claim("70个", 70, "个")
    assert agree(exact, structs.replace(more, qualifier="more_than", high=None))
    eleven, twelve = claim("11亿元", 11 * 10**8, "CNY", "money"), claim("12亿元", 12 * 10**8, "CNY", "money")
    over = [structs.replace(one, qualifier="more_than", high=None) for one in (eleven, twelve)]
    assert not agree(*over)

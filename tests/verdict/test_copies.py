from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import structs
from precise import precise

from factcheck import quantities
from factcheck.model import Claim
from factcheck.verdict import agree_in_copies, measure_alike


def claim(text, value, unit="家", kind="count"):
    number = Decimal(value)
    return precise(
        Claim(
            doc="a", start=0, end=len(text), text=text, kind=kind, low=number, high=number, unit=unit, qualifier="exact"
        )
    )  # fmt: skip


def over(one):
    return precise(structs.replace(one, qualifier="more_than", high=None))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("1492.08亿", "149208000000"), claim("1492亿", "149200000000")),
        (claim("1.7万家", 17000), claim("17000家", 17000)),
        (claim("3.9%", "3.9", "%", "percent"), claim("3.90%", "3.90", "%", "percent")),
    ],
)
def test_one_rounds_to_the_other(one, other):
    assert agree_in_copies(one, other)
    assert agree_in_copies(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("1.7万家", 17000), claim("17万家", 170000)),
        (claim("35家", 35), claim("36家", 36)),
        (claim("1492亿", "149200000000"), claim("1494.08亿", "149408000000")),
    ],
)
def test_another_figure(one, other):
    assert not agree_in_copies(one, other)


def test_unlike_units_are_not_compared():
    assert not measure_alike(claim("3家", 3), claim("3%", 3, "%", "percent"))
    assert measure_alike(claim("3家", 3), claim("3", 3, "", "number"))


def test_another_hedge_reaches_the_same_hedge_does_not():
    exact, more = claim("78个", 78, "个"), claim("70个", 70, "个")
    assert agree_in_copies(exact, over(more))
    eleven, twelve = claim("11亿元", 11 * 10**8, "CNY", "money"), claim("12亿元", 12 * 10**8, "CNY", "money")
    assert not agree_in_copies(over(eleven), over(twelve))


@pytest.mark.parametrize(("one", "other"), [("三千人", "三千五百人"), ("3至5亿元", "3至6亿元")])
def test_words_are_not_rounded_and_a_range_is_as_fine_as_its_lower_bound(one, other):
    a, b = (spoken(text) for text in (one, other))
    assert not agree_in_copies(a, b)


def spoken(text):
    (found,) = quantities(text)
    return Claim(doc="a", **structs.asdict(found))

"""Stretches of numbers: what lies in both, and sums, quotients and magnitudes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.verdict import Interval


def between(low, high):
    return Interval.between((None if low is None else Fraction(low), None if high is None else Fraction(high)))


@pytest.mark.parametrize(("one", "other"), [((1, 2), (3, 4)), ((None, 2), (3, None)), ((3, 4), (1, 2))])
def test_apart(one, other):
    assert not between(*one).meets(between(*other))


@pytest.mark.parametrize(("one", "other"), [((1, 3), (3, 4)), ((None, None), (3, 4)), ((2, None), (1, 2))])
def test_meeting(one, other):
    assert between(*one).meets(between(*other))


def test_an_open_end_is_below_nothing():
    assert between(1, 2).below(between(3, None))
    assert not between(1, None).below(between(3, 4))


def test_arithmetic():
    one, other = between(2, 4), between(1, 2)
    assert one.plus(other) == between(3, 6)
    assert one.minus(other) == between(0, 3)
    assert one.over(other) == between(1, 4)
    assert one.times(Fraction(3)) == between(6, 12)
    assert one.widen(Fraction(1), Fraction(2)) == between(1, 6)
    assert between(1, None).plus(other) == between(2, None)
    assert between(1, None).over(between(0, 2)) == between(Fraction(1, 2), None)


@pytest.mark.parametrize(
    ("interval", "size"),
    [((1, 2), (1, 2)), ((-2, -1), (1, 2)), ((-3, 2), (0, 3)), ((None, -1), (1, None)), ((-1, None), (0, None))],
)
def test_magnitude(interval, size):
    assert between(*interval).magnitude() == between(*size)

"""Stretches of numbers, and what one can do with them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.model import Value

if TYPE_CHECKING:
    from factcheck.model import Bounds


class Interval(Value, frozen=True):
    """Values from `low` to `high`, both included; None is an open end."""

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def between(cls, bounds: Bounds) -> Interval:
        """The values between two bounds."""
        low, high = bounds
        return cls(low=None if low is None else Fraction(low), high=None if high is None else Fraction(high))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every value lies under every value of the other."""
        return self.high is not None and other.low is not None and self.high < other.low

    def over(self, other: Interval) -> Interval:
        """The quotients of two positive intervals."""
        return Interval(
            low=None if self.low is None or not other.high else self.low / other.high,
            high=None if self.high is None or not other.low else self.high / other.low,
        )

    def times(self, factor: Fraction) -> Interval:
        """The products with a positive factor."""
        if factor == 1:
            return self
        return Interval(
            low=None if self.low is None else self.low * factor, high=None if self.high is None else self.high * factor
        )

    def plus(self, other: Interval) -> Interval:
        """The sums."""
        return Interval(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
        )

    def minus(self, other: Interval) -> Interval:
        """The differences."""
        return Interval(
            low=None if self.low is None or other.high is None else self.low - other.high,
            high=None if self.high is None or other.low is None else self.high - other.low,
        )

    def widen(self, below: Fraction, above: Fraction) -> Interval:
        """The same with so much room at its ends."""
        return Interval(
            low=None if self.low is None else self.low - below, high=None if self.high is None else self.high + above
        )

    def magnitude(self) -> Interval:
        """The absolute values of an interval that does not span zero; from zero, if it does."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return Interval(low=-self.high, high=None if self.low is None else -self.low)
        ends = [None if end is None else abs(end) for end in (self.low, self.high)]
        return Interval(low=Fraction(0), high=None if None in ends else max(end for end in ends if end is not None))

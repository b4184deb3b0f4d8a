"""How far an open bound really goes: 2000多 ends at 3000, 超过11亿 well before 80亿, 以上 nowhere."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from factcheck import zh
from factcheck.quantity.hedge_table import hedges, of_hedges
from factcheck.quantity.numerals import RUN, numeral, plain

if TYPE_CHECKING:
    from factcheck.model import Number, Qualifier


class Bounded(Protocol):
    """What has bounds and the words they were written in: a `Quantity`, a `Claim`."""

    @property
    def text(self) -> str:
        """As stored."""

    @property
    def low(self) -> Number | None:
        """The lower bound as written."""

    @property
    def high(self) -> Number | None:
        """The upper bound as written."""

    @property
    def qualifier(self) -> Qualifier:
        """How the words around the figure move its bounds."""


def reach(figure: Bounded, share: Fraction | None = None) -> tuple[Number | None, Number | None]:
    """The bounds within which a figure can still be right, in its unit; None where it has no end.

    `share` replaces the factors of `hedges.yaml` (1.3 for 超过, 近, 不到). 多 and 余 end at the next step of the last
    stated digit: 2000多 below 3000, 720多万 below 730万. 以上, 不低于, 以下, 不超过 have no end.
    """
    qualifier, low, high = figure.qualifier, figure.low, figure.high
    factor = share if share is not None and _factors().get(qualifier) is not None else _factors().get(qualifier)
    if qualifier == "more_than" and low is not None and high is None:
        return low, _next_step(figure.text, low) or (_grown(low, factor) if factor else None)
    if factor is None:
        return low, high
    if qualifier == "less_than" and high is not None and low is None:
        return _shrunk(high, factor), high
    if qualifier == "nearly" and low is not None:
        return _shrunk(low, factor), high
    if qualifier == "about" and low is not None and high is not None:
        return _shrunk(low, factor), _grown(high, factor)
    return low, high


@of_hedges
def _factors() -> dict[str, Fraction | None]:
    """Qualifier to the share its open bound reaches, None without end."""
    return {
        row.qualifier: None if row.reach == "unlimited" else Fraction(row.reach)
        for row in hedges()
        if row.reach != "step"
    }


@of_hedges
def _stepping() -> tuple[str, ...]:
    return tuple(word for row in hedges() if row.reach == "step" for word in row.after.split())


def _grown(value: Number, factor: Fraction) -> Number:
    return plain(Fraction(value) * (factor if value >= 0 else 1 / factor))


def _shrunk(value: Number, factor: Fraction) -> Number:
    return plain(Fraction(value) / (factor if value >= 0 else 1 / factor))


def _next_step(text: str, low: Number) -> Number | None:
    """The next step of the last digit written, where 多 or 余 (or a bare magnitude: 上百) leaves the figure open."""
    folded = zh.lexicon().text.fold(text)
    match = RUN.search(folded)
    written = numeral(match.group()) if match else None
    if written is None or not written.low:
        return None
    bare = written.head and len(written.letters) == 1
    if not bare and not any(word in folded for word in _stepping()):
        return None
    factor = Fraction(low) / Fraction(written.low)
    if bare:
        return plain(10 * Fraction(low))
    return plain((Fraction(written.low) + _place(written.low)) * factor)


def _place(value: Number) -> Fraction:
    """The place of the last digit that is no zero: 1000 of 2000, 10 of 720, 1/10 of 3.5."""
    _, digits, exponent = (
        Decimal(str(value)).normalize().as_tuple() if isinstance(value, Decimal) else Decimal(1).as_tuple()
    )
    return Fraction(10) ** int(exponent) if digits else Fraction(1)

"""The values that may have been rounded or cut off to a printed figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.verdict.precision import reached_interval, significant_digits, stated_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Number
    from factcheck.verdict.interval import Interval

_NO_STEP = Fraction(0)
_MORE_THAN_CHANCE = 2  # figures that end in zeros
_CUT_OFF = 3  # digits; who prints so many may have cut off the others


def possible_values(claim: Claim, lexicon: VerdictLexicon, *, cut: bool = False, step: Fraction = _NO_STEP) -> Interval:
    """All values that may stand behind a printed figure: within its hedge, and rounded or cut off at its last digit.

    `cut` allows for digits cut off where only one or two are printed, too; `step` for a coarser rounding that the
    figures beside it show (`shared_step`).
    """
    return reached_interval(claim).widen(*_room(claim, lexicon, cut=cut, coarser=step))


def shared_step(claims: Sequence[Claim], lexicon: VerdictLexicon) -> Fraction:
    """The step that figures of one sum were rounded to, as their zeros show: 100,000 of 340万 and 1260万.

    One figure may end in zero by chance, two hardly do. None (0) where a figure has decimals, or would keep a single
    digit: 30 of 50 is no rounding.
    """
    values = [abs(value) for claim in claims if (value := stated_value(claim))]
    if len(values) < _MORE_THAN_CHANCE or any(lexicon.decimal_point.search(claim.text) for claim in claims):
        return _NO_STEP
    step = max(Fraction(claim.step) for claim in claims)
    shared = _NO_STEP
    while step > 0 and all(value % (step * 10) == 0 and value >= step * 100 for value in values):
        step *= 10
        shared = step
    return shared


def possible_shares(claim: Claim, lexicon: VerdictLexicon) -> Interval:
    """A percentage or a fraction as a share of one."""
    interval = possible_values(claim, lexicon)
    return interval.times(Fraction(1, 100)) if claim.kind in {"percent", "percentage_point"} else interval


def _room(claim: Claim, lexicon: VerdictLexicon, *, cut: bool, coarser: Fraction) -> tuple[Fraction, Fraction]:
    """How far the value may lie below and above the printed one.

    Half a step of its last digit, above it a whole one where three digits are printed and the rest may be cut off;
    nothing for a count of single things. A fraction stands for what no other fraction of about its size is nearer to.
    """
    has_decimals = lexicon.decimal_point.search(claim.text) is not None
    stated_share = claim.low if claim.kind == "fraction" else None
    if stated_share is not None and not has_decimals:
        parts = Fraction(stated_share).denominator
        near = Fraction(1, 2 * parts * (parts + 1))
        return near, near
    step = Fraction(claim.step)
    stated = claim.low if claim.low is not None else claim.high
    singly = claim.kind == "count" and (not claim.unit or claim.unit in lexicon.single_things)
    if singly and step == 1 and stated is not None and stated % 100:
        return Fraction(0), Fraction(0)
    if stated is not None and not has_decimals and step > 0:
        step = max(step, coarser, _step_of_zeros(stated, step))
    return step / 2, step if cut or len(significant_digits(claim)) >= _CUT_OFF else step / 2


def _step_of_zeros(stated: Number, step: Fraction) -> Fraction:
    """The step of a round figure: its third digit, where it ends in zeros (6000万 may be 60.0 million)."""
    size = abs(Fraction(stated))
    third = step
    while third * 10 * 100 <= size and (size / (third * 10)).denominator == 1:
        third *= 10
    return third

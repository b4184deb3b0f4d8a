"""Can both be right? Compares the intervals of two figures, exactly, and names what explains their difference."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.model import OPEN_CURRENCIES, Claim, Phrase, Side, Value
from factcheck.outcome import Outcome
from factcheck.quantity.numerals import plain
from factcheck.quantity.precision import last_digit
from factcheck.verdict.precision import reached_interval, significant_digits, stated_interval
from factcheck.verdict.slips import describe_slip

if TYPE_CHECKING:
    from factcheck.verdict.interval import Interval

# Seconds, where a calendar does not decide; months and years convert among themselves.
_TIMES = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_CALENDAR = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_OPEN = 20  # an open bound is rounded by so small a part of its last digit
_SAME = Fraction(1)  # of two figures in one unit


class Verdict(Value, frozen=True):
    """The outcome, and in words what makes it so: the arithmetic, or the slip that explains the difference."""

    outcome: Outcome
    reason: Phrase


def compare_figures(a: Claim, b: Claim) -> Verdict:
    """Whether the figures of two claims about one fact can both be right.

    Of one article, 至少54人 and 最少48人 cannot, though their bounds overlap: who knows of 54 does not say 48.
    """
    scale = _scale(a, b)
    if scale is None:
        return _compare_units(a, b)
    agreed = _find_agreement(a, b, scale)
    if agreed == Outcome.EQUAL:
        return Verdict(outcome=agreed, reason=say("verdict.equal"))
    if agreed == Outcome.REACH:
        return Verdict(outcome=agreed, reason=_describe_hedges(a, b))
    if agreed is not None:
        return Verdict(outcome=agreed, reason=say("verdict.rounding", a=a.text, b=b.text))
    slip = describe_slip(a, b, scale)
    if slip:
        return Verdict(outcome=Outcome.SLIP, reason=slip)
    return Verdict(outcome=Outcome.DIFFER, reason=say("verdict.differ", a=a.text, b=b.text))


def are_compatible(a: Claim, b: Claim) -> bool:
    """Whether both can be right: equal, one rounds to the other, or one lies in the other's reach."""
    return find_agreement(a, b) is not None


def find_agreement(a: Claim, b: Claim) -> Outcome | None:
    """How both figures can be right, as `compare_figures` has it; None where they cannot. It costs far less."""
    scale = _scale(a, b)
    return None if scale is None else _find_agreement(a, b, scale)


def _find_agreement(a: Claim, b: Claim, scale: Fraction) -> Outcome | None:
    if scale is _SAME and _is_plain(a) and _is_plain(b) and a.low != b.low and _are_far_apart(a, b):
        return None
    left, right = stated_interval(a), stated_interval(b).times(scale)
    if left == right:
        return Outcome.EQUAL
    hedged = a.qualifier != "exact" or b.qualifier != "exact"
    within = a.doc == b.doc
    meets = reached_interval(a).meets(reached_interval(b).times(scale))
    if (within and (_is_cut_off(left, right) or _is_cut_off(right, left))) or (
        meets and not (within and _are_floors_apart(left, right))
    ):
        return Outcome.REACH if hedged else Outcome.ROUNDING
    return Outcome.ROUNDING if _rounds(a, b, scale) else None


def _is_plain(claim: Claim) -> bool:
    """Whether a figure is one number, neither hedged nor a fraction."""
    return (
        claim.qualifier == "exact"
        and claim.reach is None
        and type(claim.low) is type(claim.step) is Decimal
        and claim.low == claim.high
    )


def _are_far_apart(a: Claim, b: Claim) -> bool:
    """Whether two plain figures lie so far from one another that neither rounds to the other: nearly all do."""
    return a.step == b.step or abs(a.low - b.low) > 2 * max(a.step, b.step)  # type: ignore[operator]  # both plain


def are_comparable(a: Claim, b: Claim) -> bool:
    """Whether the two measure in units that convert into one another, unlike currencies included."""
    return a.unit == b.unit or a.kind == b.kind == "money" or _scale(a, b) is not None


def convert_sides(a: Claim, b: Claim) -> tuple[str | None, Side, Side]:
    """The unit that both figures convert into, and both in it; each in its own where there is none."""
    scale = _scale(a, b)
    return (None if scale is None else a.unit), _side(a, Fraction(1)), _side(b, scale or Fraction(1))


def _side(claim: Claim, scale: Fraction) -> Side:
    stated, reached = stated_interval(claim).times(scale), reached_interval(claim).times(scale)
    low, high, reach_low, reach_high = (
        None if end is None else _plain(end) for end in (stated.low, stated.high, reached.low, reached.high)
    )
    return Side(
        doc=claim.doc, start=claim.start, end=claim.end, text=claim.text, low=low, high=high,
        reach_low=reach_low, reach_high=reach_high, step=_plain(Fraction(claim.step) * scale),
    )  # fmt: skip


_plain = lru_cache(maxsize=1 << 14)(plain)  # the same few figures are held against one another again and again


def _scale(a: Claim, b: Claim) -> Fraction | None:
    """What b's values are multiplied by to stand in a's unit; None where they cannot."""
    if a.unit == b.unit:
        return _SAME
    if a.kind == b.kind == "money" and (a.text == b.text or {a.unit, b.unit} & OPEN_CURRENCIES):
        return _SAME  # whose 元 it is was read from around the one or the other, where both are printed alike
    for table in (_TIMES, _CALENDAR):
        if a.unit in table and b.unit in table:
            return Fraction(table[b.unit], table[a.unit])
    if {a.kind, b.kind} <= {"count", "level", "number"}:
        return _SAME
    if {a.kind, b.kind} == {"percent", "fraction"}:
        return Fraction(1, 100) if a.kind == "fraction" else Fraction(100)
    return None


def _are_floors_apart(a: Interval, b: Interval) -> bool:
    """Whether two bounds are open from below and neither is the other cut off."""
    return a.high is None and b.high is None and not _is_cut_off(a, b) and not _is_cut_off(b, a)


def _is_cut_off(floor: Interval, other: Interval) -> bool:
    """逾20人 of 27人, 逾5000人 of 逾5200人: whether a bound open from below is the other figure cut off."""
    low, least = floor.low, other.low
    if low is None or least is None or floor.high is not None or low <= 0:
        return False
    return low <= least < low + last_digit(low)


def _rounds(a: Claim, b: Claim, scale: Fraction) -> bool:
    """Whether the finer figure, rounded as the coarser one is printed, may be the coarser one."""
    if a.kind == "date":
        return False
    sides = (Fraction(a.step), a, reached_interval(a)), (Fraction(b.step) * scale, b, reached_interval(b).times(scale))
    (finer, _, fine), (step, claim, coarse) = sorted(sides, key=lambda side: side[0])
    if finer == step:
        return False
    # Chinese copy often cuts off instead of rounding; of a figure of three digits and more that is no other figure.
    above = step if len(significant_digits(claim)) > 2 else step / 2
    if claim.low is None or claim.high is None:  # 超过二十万 is not 17.2万, though 199,700 may pass
        return coarse.widen(step / _OPEN, step / _OPEN).meets(fine)
    return coarse.widen(step / 2, above).meets(fine)


def _describe_hedges(a: Claim, b: Claim) -> Phrase:
    one, other = say(f"qualifier.{a.qualifier}"), say(f"qualifier.{b.qualifier}")
    return say("verdict.reach", a=a.text, one=one, b=b.text, other=other)


def _compare_units(a: Claim, b: Claim) -> Verdict:
    """Of figures that do not convert: one amount in two currencies is a slip, all else is not comparable."""
    if a.kind == b.kind == "money" and stated_interval(a) == stated_interval(b):
        return Verdict(outcome=Outcome.SLIP, reason=say("verdict.currency", a=a.unit, b=b.unit))
    reason = say("verdict.units", a=a.unit or a.kind, b=b.unit or b.kind)
    return Verdict(outcome=Outcome.INCOMPARABLE, reason=reason)

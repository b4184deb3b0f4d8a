"""Can both be right? Compares the intervals of two figures, exactly, and names what explains their difference."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from factcheck.messages import say
from factcheck.model import Claim, Phrase, Side, Value
from factcheck.pair.figures import digits, step, value
from factcheck.quantity.numerals import plain
from factcheck.quantity.precision import last_digit
from factcheck.quantity.reach import reach

Outcome = Literal["equal", "rounding", "reach", "revision", "differ", "slip", "incomparable"]
Interval = tuple[Fraction | None, Fraction | None]

# Seconds, where a calendar does not decide; months and years convert among themselves.
_TIMES = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_CALENDAR = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_ANY_CURRENCY = {"元", "$"}
_FACTORS = {10, 100, 1000, 10**4, 10**8}


class Verdict(Value, frozen=True):
    """The outcome, and in words what makes it so: the arithmetic, or the slip that explains the difference."""

    outcome: Outcome
    reason: Phrase


def verdict(a: Claim, b: Claim) -> Verdict:
    """Whether the figures of two claims about one fact can both be right.

    Of one article, 至少54人 and 最少48人 cannot, though their bounds overlap: who knows of 54 does not say 48.
    """
    scale = _scale(a, b)
    if scale is None:
        return _currencies(a, b)
    left, right = _interval(a), _scaled(_interval(b), scale)
    if left == right:
        return Verdict(outcome="equal", reason=say("verdict.equal"))
    hedged = a.qualifier != "exact" or b.qualifier != "exact"
    within = a.doc == b.doc
    meets = _meet(_reached(a), _scaled(_reached(b), scale))
    if (within and (_cut_off(left, right) or _cut_off(right, left))) or (
        meets and not (within and _floors_apart(left, right))
    ):
        return Verdict(outcome="reach", reason=_hedge_reason(a, b)) if hedged else _rounding(a, b)
    if _rounds(a, b, scale):
        return _rounding(a, b)
    slip = _slip(a, b, scale)
    if slip:
        return Verdict(outcome="slip", reason=slip)
    return Verdict(outcome="differ", reason=say("verdict.differ", a=a.text, b=b.text))


def compatible(a: Claim, b: Claim) -> bool:
    """Whether both can be right: equal, one rounds to the other, or one lies in the other's reach."""
    return verdict(a, b).outcome in {"equal", "rounding", "reach"}


def comparable(a: Claim, b: Claim) -> bool:
    """Whether the two measure in units that convert into one another, unlike currencies included."""
    return a.unit == b.unit or a.kind == b.kind == "money" or _scale(a, b) is not None


def sides(a: Claim, b: Claim) -> tuple[str | None, Side, Side]:
    """The unit that both figures convert into, and both in it; each in its own where there is none."""
    scale = _scale(a, b)
    return (None if scale is None else a.unit), _side(a, Fraction(1)), _side(b, scale or Fraction(1))


def _side(claim: Claim, scale: Fraction) -> Side:
    ends = (*_scaled(_interval(claim), scale), *_scaled(_reached(claim), scale))
    low, high, reach_low, reach_high = (None if end is None else plain(end) for end in ends)
    return Side(
        doc=claim.doc, start=claim.start, end=claim.end, text=claim.text, low=low, high=high,
        reach_low=reach_low, reach_high=reach_high, step=plain(step(claim) * scale),
    )  # fmt: skip


def _scale(a: Claim, b: Claim) -> Fraction | None:
    """What b's values are multiplied by to stand in a's unit; None where they cannot."""
    if a.unit == b.unit:
        return Fraction(1)
    if a.kind == b.kind == "money" and (a.unit in _ANY_CURRENCY or b.unit in _ANY_CURRENCY):
        return Fraction(1)
    for table in (_TIMES, _CALENDAR):
        if a.unit in table and b.unit in table:
            return Fraction(table[b.unit], table[a.unit])
    if {a.kind, b.kind} <= {"count", "level", "number"}:
        return Fraction(1)
    if {a.kind, b.kind} == {"percent", "fraction"}:
        return Fraction(1, 100) if a.kind == "fraction" else Fraction(100)
    return None


def _interval(claim: Claim) -> Interval:
    low, high = claim.low, claim.high
    return (None if low is None else Fraction(low), None if high is None else Fraction(high))


def _reached(claim: Claim) -> Interval:
    """How far the figure goes: an open or hedged one by its hedge, an exact one as it stands."""
    low, high = reach(claim)
    return (None if low is None else Fraction(low), None if high is None else Fraction(high))


def _scaled(interval: Interval, scale: Fraction) -> Interval:
    low, high = interval
    return (None if low is None else low * scale, None if high is None else high * scale)


def _meet(a: Interval, b: Interval) -> bool:
    return not _below(a, b) and not _below(b, a)


def _below(a: Interval, b: Interval) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]


def _floors_apart(a: Interval, b: Interval) -> bool:
    """Whether two bounds are open from below and neither is the other cut off."""
    return a[1] is None and b[1] is None and not _cut_off(a, b) and not _cut_off(b, a)


def _cut_off(open_: Interval, other: Interval) -> bool:
    """逾20人 of 27人, 逾5000人 of 逾5200人: whether a bound open from below is the other figure cut off."""
    low, least = open_[0], other[0]
    if low is None or least is None or open_[1] is not None or low <= 0:
        return False
    return low <= least < low + last_digit(low)


def _rounds(a: Claim, b: Claim, scale: Fraction) -> bool:
    """Whether the finer figure, rounded as the coarser one is printed, may be the coarser one."""
    if a.kind == "date":
        return False
    left, right = _reached(a), _scaled(_reached(b), scale)
    fine, coarse = sorted(((step(a), a, left), (step(b) * scale, b, right)), key=lambda side: side[0])
    if fine[0] == coarse[0]:
        return False
    # Chinese copy often cuts off instead of rounding; of a figure of three digits and more that is no other figure.
    above = coarse[0] if len(digits(coarse[1])) > 2 else coarse[0] / 2
    return _meet(_widened(coarse[2], coarse[0] / 2, above), fine[2])


def _widened(interval: Interval, below: Fraction, above: Fraction) -> Interval:
    low, high = interval
    return (None if low is None else low - below, None if high is None else high + above)


def _rounding(a: Claim, b: Claim) -> Verdict:
    return Verdict(outcome="rounding", reason=say("verdict.rounding", a=a.text, b=b.text))


def _hedge_reason(a: Claim, b: Claim) -> Phrase:
    one, other = say(f"qualifier.{a.qualifier}"), say(f"qualifier.{b.qualifier}")
    return say("verdict.reach", a=a.text, one=one, b=b.text, other=other)


def _currencies(a: Claim, b: Claim) -> Verdict:
    if a.kind == b.kind == "money" and _interval(a) == _interval(b):
        return Verdict(outcome="slip", reason=say("verdict.currency", a=a.unit, b=b.unit))
    return Verdict(outcome="incomparable", reason=say("verdict.units", a=a.unit or a.kind, b=b.unit or b.kind))


def _slip(a: Claim, b: Claim, scale: Fraction) -> Phrase | None:
    """The slip of the pen that turns one figure into the other, in words."""
    left, right = value(a), value(b)
    if not left or not right or a.kind in {"date", "rank"}:
        return None
    right *= scale
    ratio = max(abs(left / right), abs(right / left))
    if ratio in _FACTORS:
        return say("slip.factor", factor=say(f"slip.factor.{int(ratio)}"))
    one, other = digits(a), digits(b)
    if min(len(one), len(other)) < 3:
        return None
    if len(one) == len(other) and _swapped(one, other):
        return say("slip.swapped", a=a.text, b=b.text)
    if abs(len(one) - len(other)) == 1 and _dropped(*sorted((one, other), key=len)):
        return say("slip.dropped", a=a.text, b=b.text)
    return None


def _swapped(one: str, other: str) -> bool:
    apart = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _dropped(short: str, long: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))

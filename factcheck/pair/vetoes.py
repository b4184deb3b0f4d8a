"""What forbids that two claims state the same fact, whatever their wording."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factcheck.frame.places import within
from factcheck.pair.periods import relation
from factcheck.pair.stamps import apart
from factcheck.pair.verdict import comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Claim
    from factcheck.pair.view import View

STORY_DAYS = 4  # within which articles retell the same news
# Classifiers that count the same things; those of other rows, and 人 against 家, never do.
_CLASSIFIERS = tuple(
    frozenset(row)
    for row in (
        "人名位口员",
        "家间所处座个",
        "项个件条款",
        "辆台部个",
        "次起宗例场",
        "架艘列",
        "只头匹尾羽",
        "篇本册部份",
        "套户",
    )
)
_GENERIC = {"", "个", "大"}


def vetoed(a: View, b: View) -> str | None:
    """The key of why two claims cannot state the same fact, whatever their wording; None where nothing forbids it."""
    for forbids, reason in _OF_VIEWS:
        if forbids(a, b):
            return reason
    x, y = a.claim, b.claim
    for forbids_claims, reason in _VETOES:
        if forbids_claims(x, y):
            return reason
    return None


_OF_VIEWS: tuple[tuple[Callable[[View, View], object], str], ...] = (
    (
        lambda a, b: (a.momentary or b.momentary) and not _one_moment(a, b),
        "veto.moment",
    ),
    (lambda a, b: a.named or b.named, "veto.named"),
    (lambda a, b: _held_by(a, b) or _held_by(b, a), "veto.both-figures"),
    (
        lambda a, b: a.outcomes and b.outcomes and not a.outcomes & b.outcomes,
        "veto.outcome",
    ),
    (lambda a, b: a.base and b.base and a.base != b.base, "veto.base"),
    (lambda a, b: {a.direction, b.direction} == {"up", "down"}, "veto.direction"),
)
# Asked of what would be a difference only: figures that agree may be those of two moments, and a toll that moves on is.
_OF_DIFFERENCES = (
    "veto.other-moments",
    "veto.both-stated",
    "veto.persons",
)


def vetoes() -> tuple[str, ...]:
    """The key of every veto, in the order in which they are tested."""
    return (*(reason for _, reason in (*_OF_VIEWS, *_VETOES)), *_OF_DIFFERENCES)


def of_other_moments(a: View, b: View) -> bool:
    """Whether both sentences name hours, sessions, days of record or fiscal years that do not hold one another."""
    x, y = a.claim.period or "", b.claim.period or ""
    counted_to = x.startswith("by ") and y.startswith("by ") and relation(x[3:], y[3:]) == "apart"
    return counted_to or apart(a.stamps, b.stamps)


def unpaired(view: View) -> bool:
    """Whether the vetoes forbid every other claim: part of a name, denied, of a moment that is not told."""
    return view.named or view.claim.status == "denied" or (view.momentary and not _tells_moment(view.claim))


def _tells_moment(claim: Claim) -> bool:
    """Whether a sentence may say of what moment it speaks: a price just set from one day on, a forecast."""
    told = in_words(claim, "period") and claim.period is not None
    return told and ((claim.period or "").startswith("since ") or claim.status == "forecast")


def _one_moment(a: View, b: View) -> bool:
    """Whether both speak of the same moment: prices set from one day on and told then, forecasts for one month."""
    x, y = a.claim, b.claim
    if not (_tells_moment(x) and _tells_moment(y)) or x.period is None or x.period != y.period:
        return False
    if x.period.startswith("since "):
        day = x.period[6:]
        told = len(day) == len("2025-03-02") and a.date is not None and b.date is not None
        return told and all(days_apart(date, day) <= STORY_DAYS for date in (a.date or "", b.date or ""))
    return x.status == y.status == "forecast"


def _held_by(one: View, other: View) -> bool:
    """Whether the other sentence holds the figure too, or its digits where they are telling."""
    # most sentences hold one figure only
    return bool(other.others) and (one.stated in other.others or one.figure in other.company)


def _other_kind(x: Claim, y: Claim) -> bool:
    kinds = {x.kind, y.kind}
    return len(kinds) > 1 and kinds != {"percent", "fraction"} and not kinds <= {"count", "level"}


def _other_things(x: Claim, y: Claim) -> bool:
    return x.kind in {"count", "level"} and not _count_alike(x.unit, y.unit)


def _other_place(x: Claim, y: Claim) -> bool:
    said = in_words(x, "place") and in_words(y, "place")
    return said and x.place != y.place and not nested(x.place or "", y.place or "")


def _other_period(x: Claim, y: Claim) -> bool:
    return in_words(x, "period") and in_words(y, "period") and relation(x.period or "", y.period or "") == "apart"


def _wish_and_fact(x: Claim, y: Claim) -> bool:
    return {x.status, y.status} == {"actual", "target"} and "status" not in x.inferred | y.inferred


def _change_and_level(x: Claim, y: Claim) -> bool:
    if "new" in x.aspects | y.aspects:  # 新增18.7万人, 增加18.7万人
        return False
    return ("change" in x.aspects) != ("change" in y.aspects) and x.kind != "rank"


def _two_moments(x: Claim, y: Claim) -> bool:
    return ("from" in x.aspects) != ("from" in y.aspects) and ("to" in x.aspects) != ("to" in y.aspects)


_VETOES: tuple[tuple[Callable[[Claim, Claim], bool], str], ...] = (
    (_other_kind, "veto.kind"),
    (lambda x, y: not comparable(x, y), "veto.dimension"),
    (_other_things, "veto.things"),
    (lambda x, y: "denied" in (x.status, y.status), "veto.denied"),
    (_other_place, "veto.place"),
    (_other_period, "veto.period"),
    (_wish_and_fact, "veto.target"),
    (_change_and_level, "veto.change"),
    (_two_moments, "veto.two-moments"),
)


def in_words(claim: Claim, field: str) -> bool:
    """Whether the sentence itself says a field of the frame."""
    return getattr(claim, field) is not None and field not in claim.inferred


def nested(one: str, other: str) -> bool:
    """Whether one place lies within the other."""
    return within(one, other) or within(other, one)


def _count_alike(one: str, other: str) -> bool:
    if one == other or one in _GENERIC or other in _GENERIC:
        return True
    return any(one in row and other in row for row in _CLASSIFIERS)


def days_apart(one: str, other: str) -> int:
    """Days between two ISO dates; 0 where one of them is partial."""
    if len(one) < 10 or len(other) < 10:
        return 0
    return abs(dt.date.fromisoformat(one[:10]).toordinal() - dt.date.fromisoformat(other[:10]).toordinal())

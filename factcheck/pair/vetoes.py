"""What forbids that two claims state the same fact, whatever their wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.corpus import content
from factcheck.pair.measures import MeasureLevel, relate_measures
from factcheck.pair.names import is_name
from factcheck.pair.periods import bound_period, find_quarter_before, is_month, is_of_days, relate_periods
from factcheck.pair.stamps import are_apart, is_dated, tells_own_quarter
from factcheck.text.dates import parse_day
from factcheck.text.words import words
from factcheck.verdict import are_comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim
    from factcheck.pair.view import ClaimView

_OF_MOMENTS = {"temperature", "speed", "money"}  # kinds of figures that change from day to day: heat, wind, prices
BOTH_FIGURES = "veto.both-figures"
STORY_DAYS = 4  # within which articles retell the same news


class Veto(NamedTuple):
    """A reason, and whether it holds of two claims."""

    reason: str
    forbids: Callable[[ClaimView, ClaimView], object]


def find_veto(a: ClaimView, b: ClaimView) -> str | None:
    """Why two claims cannot state the same fact, whatever their wording; None where nothing forbids it."""
    for reason, forbids in _VETOES:
        if forbids(a, b):
            return reason
    return None


def is_vetoed(a: ClaimView, b: ClaimView) -> bool:
    """Whether anything forbids it; as `find_veto`, which says what, and sooner."""
    return any(forbids(a, b) for forbids in _BY_COST)


def list_vetoes(a: ClaimView, b: ClaimView) -> tuple[str, ...]:
    """The names of all vetoes that strike, whatever the figures are to one another."""
    return tuple(reason for reason, forbids in _VETOES if forbids(a, b))


def name_vetoes() -> tuple[str, ...]:
    """The name of every veto, in the order in which they are tested."""
    return (*(veto.reason for veto in _VETOES), *_OF_DIFFERENCES)


def name_other_moments(a: ClaimView, b: ClaimView) -> bool:
    """Whether both sentences name hours, sessions, days of record or fiscal years that do not hold one another.

    A fiscal year, or a time that nothing says when it was, is not a time of the calendar either. What a figure moved
    on from (从128万增加到192万) is of an earlier moment, which only another such figure is of.
    """
    if ("from" in a.claim.aspects) != ("from" in b.claim.aspects):
        return True
    x, y = a.claim.period or "", b.claim.period or ""
    spans = _are_counted_apart(x, y) or _are_two_spans(x, y)
    return spans or are_apart(a.stamps, b.stamps) or _is_undated(a, b) or _is_undated(b, a)


def _are_counted_apart(x: str, y: str) -> bool:
    """Whether both are counted to a time, and not to one; or one to a time before which the other's has ended.

    A day may be that of what happened, and the count to a later one that of it: 7月25日的火灾 has a toll by 27 July.
    """
    if x.startswith("by ") and y.startswith("by "):
        return relate_periods(x[3:], y[3:]) == "apart"
    counted, other = (x, y) if x.startswith("by ") else (y, x)
    if not counted.startswith("by ") or not other or other.startswith("since ") or is_of_days(other):
        return False
    return bound_period(other)[1] < bound_period(counted[3:])[0]


def _are_two_spans(x: str, y: str) -> bool:
    """Whether both are from one day to another, and not the same days: what a span saw is not what a longer one did.

    A day more or less is how one counts (过去两天).
    """
    if "/" not in x or "/" not in y or not (is_of_days(x) and is_of_days(y)):
        return False
    return any(count_days(one, other) > 1 for one, other in zip(x.split("/"), y.split("/"), strict=True))


def _is_undated(one: ClaimView, other: ClaimView) -> bool:
    """Whether one sentence names a fiscal year or the like, and the other a time of the calendar."""
    if is_dated(one.stamps) or not is_dated(other.stamps) or tells_own_quarter(other.stamps):
        return False
    return is_in_words(other.claim, "period")


def is_unpaired(view: ClaimView) -> bool:
    """Whether the vetoes forbid every other claim: part of a name, denied, of a moment that is not told."""
    return view.named or view.claim.status == "denied" or (view.momentary and not _tells_moment(view))


def _tells_moment(view: ClaimView) -> bool:
    """Whether a sentence may say of what moment it speaks: a price just set from one day on, a forecast."""
    claim = view.claim
    stated = is_in_words(claim, "period") and claim.period is not None
    if not stated:
        return False
    return (claim.period or "").startswith("since ") or claim.status == "forecast" or _is_of_span(view)


def _are_of_no_one_moment(a: ClaimView, b: ClaimView) -> bool:
    return (a.momentary or b.momentary) and not _are_of_one_moment(a, b)


def _are_of_one_moment(a: ClaimView, b: ClaimView) -> bool:
    """Whether both speak of the same moment: prices set from one day on and told then, forecasts for one month.

    What is of one named year and one named bearer (2024年望澜平均气温, 上半年望澜港成交额) is of no moment at all;
    without a bearer it is a form, which a hundred articles fill in for as many bearers.
    """
    x, y = a.claim, b.claim
    if _name_one_span(a, b) and _share_a_name(a, b):
        return True
    if not (_tells_moment(a) and _tells_moment(b)) or x.period is None or x.period != y.period:
        return False
    if x.period.startswith("since "):
        day = x.period[6:]
        dated = len(day) == len("2025-03-02") and a.date is not None and b.date is not None
        return dated and all(count_days(date, day) <= STORY_DAYS for date in (a.date or "", b.date or ""))
    return x.status == y.status == "forecast"


def _name_one_span(a: ClaimView, b: ClaimView) -> bool:
    """Whether both sentences name the same stretch of time, longer than a day, over which their measure is taken.

    Within a month a price (每升7.5元) or the heat of the day moves: that of a month is still of a moment in it, and so
    is what notices of the market, which are forms, count from one day to another (近90天). A sum or a mean is not.
    """
    return a.claim.period == b.claim.period and _is_of_span(a) and _is_of_span(b)


def _share_a_name(a: ClaimView, b: ClaimView) -> bool:
    """Whether both name somebody or something, in the clause of the figure or as its subject."""
    ours, theirs = (content(words(f"{view.subject or ''}，{view.clause_text}")) for view in (a, b))
    return any(is_name(word, a.lexicon) for word in {*ours} & {*theirs})


def _is_of_span(view: ClaimView) -> bool:
    claim, period = view.claim, view.claim.period or ""
    if not is_in_words(claim, "period") or period.startswith(("by ", "since ")):
        return False
    if not is_of_days(period) and not (is_month(period) and claim.kind in _OF_MOMENTS):
        return True
    summed = view.lexicon.pair.measures.over_time.search(claim.measure or "") is not None
    return summed and ("/" in period or is_month(period))


def _stand_in_one_sentence(a: ClaimView, b: ClaimView) -> bool:
    return _holds(a, b) or _holds(b, a)


def _holds(other: ClaimView, one: ClaimView) -> bool:
    """Whether the sentence of `other` holds the figure of `one` too, or its digits where they are telling."""
    # most sentences hold one figure only
    return bool(other.other_values) and (one.value in other.other_values or one.figure in other.other_figures)


def _became_of_others(a: ClaimView, b: ClaimView) -> bool:
    return bool(a.outcomes and b.outcomes) and not a.outcomes & b.outcomes


def _are_set_against(a: ClaimView, b: ClaimView) -> bool:
    said = a.clause_text, b.clause_text
    return relate_measures(a.concepts, b.concepts, a.lexicon, said=said).level == MeasureLevel.CONTRAST


def _are_of_other_kinds(a: ClaimView, b: ClaimView) -> bool:
    kinds = {a.claim.kind, b.claim.kind}
    return len(kinds) > 1 and kinds != {"percent", "fraction"} and not kinds <= {"count", "level"}


def _count_other_things(a: ClaimView, b: ClaimView) -> bool:
    counted = a.claim.kind in {"count", "level"}
    return counted and not a.lexicon.pair.counts_alike(a.claim.unit, b.claim.unit)


def _name_other_places(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim, b.claim
    said = is_in_words(x, "place") and is_in_words(y, "place")
    return said and x.place != y.place and not are_nested(x.place or "", y.place or "", a.lexicon)


def _name_other_periods(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim, b.claim
    said = is_in_words(x, "period") and is_in_words(y, "period")
    if not said or relate_periods(x.period or "", y.period or "") != "apart":
        return False
    return not may_tell_one_quarter(a, b)


def may_tell_one_quarter(a: ClaimView, b: ClaimView) -> bool:
    """Whether the quarter of which one sentence tells (本季度) may be the one that the other names."""
    return _may_report(a, b) or _may_report(b, a)


def _may_report(one: ClaimView, other: ClaimView) -> bool:
    """Results are told after their quarter: it may be that before the one in which the article is printed."""
    if not tells_own_quarter(one.stamps) or tells_own_quarter(other.stamps):
        return False
    before = find_quarter_before(one.claim.period or "")
    return before is not None and relate_periods(before, other.claim.period or "") != "apart"


def _are_wish_and_fact(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim, b.claim
    return {x.status, y.status} == {"actual", "target"} and "status" not in x.inferred | y.inferred


def _are_change_and_level(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim.aspects, b.claim.aspects
    if "new" in x | y:  # 新增18.7万人, 增加18.7万人
        return False
    return ("change" in x) != ("change" in y) and a.claim.kind != "rank"


def _are_two_ends(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim.aspects, b.claim.aspects
    return ("from" in x) != ("from" in y) and ("to" in x) != ("to" in y)


_VETOES = (
    Veto("veto.moment", _are_of_no_one_moment),
    Veto("veto.named", lambda a, b: a.named or b.named),
    Veto(BOTH_FIGURES, _stand_in_one_sentence),
    Veto("veto.outcome", _became_of_others),
    Veto("veto.contrast", _are_set_against),
    Veto("veto.base", lambda a, b: a.base and b.base and a.base != b.base),
    Veto("veto.direction", lambda a, b: {a.direction, b.direction} == {"up", "down"}),
    Veto("veto.kind", _are_of_other_kinds),
    Veto("veto.dimension", lambda a, b: not are_comparable(a.claim, b.claim)),
    Veto("veto.things", _count_other_things),
    Veto("veto.denied", lambda a, b: "denied" in (a.claim.status, b.claim.status)),
    Veto("veto.place", _name_other_places),
    Veto("veto.period", _name_other_periods),
    Veto("veto.target", _are_wish_and_fact),
    Veto("veto.change", _are_change_and_level),
    Veto("veto.two-moments", _are_two_ends),
)
# Those that look at words last.
_SLOW = (_are_of_no_one_moment, _are_set_against)
_BY_COST = (*(veto.forbids for veto in _VETOES if veto.forbids not in _SLOW), *_SLOW)
# Asked of what would be a difference only: figures that agree may be those of two moments, and a toll that moves on is.
_OF_DIFFERENCES = (
    "veto.other-moments",
    "veto.both-stated",
    "veto.kind-of-it",
    "veto.other-models",
    "veto.one-slot",
    "veto.persons",
    "veto.clauses",
    "veto.left-over",
)


def is_in_words(claim: Claim, field: str) -> bool:
    """Whether the sentence itself says a field of the frame."""
    return getattr(claim, field) is not None and field not in claim.inferred


def points_at_all(place: str, lexicon: Lexicon) -> bool:
    """Whether a place is only all or some of something, which each article means of its own (全市, 各区, 局部)."""
    frame = lexicon.frame
    if place in frame.words.somewhere:
        return True
    named = place in frame.gazetteer.known or place in frame.words.worlds
    return place[:1] in frame.words.universals and not named


def tell_place(claim: Claim, lexicon: Lexicon) -> str | None:
    """The place of a claim, where it is one that two articles can mean alike."""
    return None if claim.place is None or points_at_all(claim.place, lexicon) else claim.place


def are_nested(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one place may lie within the other; what only says all of something (全市) lies anywhere.

    Of a place that no gazetteer has the letters tell: the town of a province is named behind it. All of a province
    (全省) is never all of a town (全市).
    """
    places = lexicon.frame.gazetteer
    if _are_two_wholes(one, other, lexicon):
        return False
    if points_at_all(one, lexicon) or points_at_all(other, lexicon):
        return True
    if not (one in places.names and other in places.names) and (one in other or other in one):
        return True
    return places.is_within(one, other) or places.is_within(other, one)


def _are_two_wholes(one: str, other: str, lexicon: Lexicon) -> bool:
    words, letters = lexicon.frame.words, 2  # 全省: a word for all, and what of
    both = all(
        len(place) == letters and place[0] in words.universals and place[1] in words.wholly for place in (one, other)
    )
    return both and one[1] != other[1]


def count_days(one: str, other: str) -> int:
    """Days between two ISO dates; 0 where one of them is partial."""
    first, second = parse_day(one[:10]), parse_day(other[:10])
    return 0 if first is None or second is None else abs((second - first).days)

"""How much says that two statements are of one fact: what they have in common, each weighed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factcheck.corpus.frequency import weigh_word
from factcheck.facts.rarity import weigh_figure
from factcheck.facts.statements import pair_letters
from factcheck.pair.periods import relate_periods
from factcheck.pair.vetoes import are_nested, is_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.facts.statements import Pairs, Statement
    from factcheck.facts.stories import Kin
    from factcheck.lexicon import Lexicon

_FEW = 4  # digits, from which figures are not the same by chance
_TELLING = 2  # digits, above which a figure that another rounds to is not like it by chance
_MANY_BITS = 40.0  # of rare words that two texts share, from which more says no more
_SIZES = frozenset({"length", "area", "mass", "volume", "power", "energy", "data"})
DAYS = 5  # between two articles of one event
_ALIKE = 0.5  # of a sentence, that another must hold for them to be alike
_KIN = 0.35  # of rare words shared, from which two articles are as like as they can be

# What is looked at, in the order in which `describe_likeness` gives it.
NAMES = (
    "one", "close", "close_held", "wide", "wide_held", "context", "context_held", "before", "behind", "measure_same",
    "measure_like", "measure_apart", "measure_near", "subject_same", "subject_like", "subject_apart", "place_same",
    "place_apart", "place_other", "period_same", "period_apart", "period_other", "aspects_same", "aspects_apart",
    "status_apart", "unit_apart", "outcome_same", "outcome_apart", "base_apart", "direction_apart", "company",
    "no_company", "kin", "same_day", "days", "digits_2", "digits_3", "digits_4", "inexact", "rounded", "ratio",
    "running", "money", "percent", "count", "size", "duration", "rank",
    "event", "about", "undated", "others", "named", "named_held", "unnamed", "around", "around_held", "momentary",
    "moment_apart", "models_same",
    "models_apart", "rarity",
)  # fmt: skip


def describe_likeness(a: Statement, b: Statement, bond: Kin, lexicon: Lexicon, *, agrees: bool) -> tuple[float, ...]:
    """What two statements have in common, 0 to 1 each, in the order of `NAMES`; the same whichever comes first.

    Where their figures do not agree, nothing is said of the values.
    """
    x, y = a.claim, b.claim
    same = agrees and a.figure == b.figure
    digits = min(a.digits, b.digits) if agrees else 0
    shared = a.others & b.others
    both = a.measure | b.measure
    like = _compare_measures(a, b)
    subject = _compare_names(a.subject, b.subject)
    days = _count_days(a.day, b.day)
    least, most = sorted((abs(a.value), abs(b.value)))
    return (
        1.0,
        _share(a.close, b.close), _hold(a.close, b.close),
        _share(a.wide, b.wide), _hold(a.wide, b.wide),
        _share(a.context, b.context), _hold(a.context, b.context),
        float(a.before == b.before != ""), float(a.behind == b.behind != ""),
        float(bool(both) and (x.measure == y.measure or a.concepts == b.concepts)), max(like, 0.0), float(like == 0.0),
        float(_stands_near(a, b) or _stands_near(b, a)),
        float(subject == 1.0), subject, float(are_subjects_apart(a, b)),
        float(x.place is not None and x.place == y.place),
        float(are_places_apart(a, b, lexicon)), float(digits <= _TELLING and are_read_elsewhere(a, b, lexicon)),
        float(_relate(a, b) == "same"), float(_relate(a, b) == "apart"),
        float(digits <= _TELLING and _are_of_other_times(a, b)),
        float(x.aspects == y.aspects), float(a.setting != b.setting),
        float(x.status != y.status), float(x.unit != y.unit),
        float(bool(a.outcomes & b.outcomes)),
        float(bool(a.outcomes or b.outcomes) and not a.outcomes & b.outcomes),
        float(a.base != b.base and bool(a.base and b.base)),
        float({a.direction, b.direction} == {"up", "down"}),
        min(1.0, len(shared) / 2), float(bool(a.others and b.others) and not shared),
        min(1.0, bond.share / _KIN), float(days == 0), min(1.0, days / 4) if days >= 0 else 0.5,
        float(digits == 2), float(digits == 3), float(digits >= _FEW),
        float(0 < digits <= _TELLING and not same), float(digits > _TELLING and not same),
        _tell_ratio(least, most) if agrees else 0.0,
        float(a.running and b.running),
        float(a.kind == "money"), float(a.kind == "percent"), float(a.kind == "count"),
        float(a.kind in _SIZES), float(a.kind == "duration"), float(a.kind == "rank"),
        float(bond.is_event), bond.about, float(days < 0), float(bond.are_others),
        *_share_names(a.names, b.names), float(bool(a.names and b.names) and set(a.names).isdisjoint(b.names)),
        *_share_names(a.around, b.around),
        float(a.momentary or b.momentary), float((a.momentary or b.momentary) and days > 0),
        float(bool(a.models & b.models)), float(bool(a.models and b.models) and not a.models & b.models),
        min(weigh_figure(a), weigh_figure(b)) / 14 if agrees else 0.0,
    )  # fmt: skip


def are_subjects_apart(a: Statement, b: Statement) -> bool:
    """Whether both sentences say whom they are about, in words that have nothing in common."""
    said = is_in_words(a.claim, "subject") and is_in_words(b.claim, "subject")
    return said and _compare_names(a.subject, b.subject) == 0.0


def are_hardly_alike(a: Statement, b: Statement) -> bool:
    """Whether two sentences have no rare name in common, and less than half of the letters of the shorter one."""
    return set(a.names).isdisjoint(b.names) and _hold(a.context, b.context) < _ALIKE


def count_days_apart(a: Statement, b: Statement) -> int:
    """Days between the articles of two statements; -1 where one has no date."""
    return _count_days(a.day, b.day)


def are_dated(a: Statement, b: Statement) -> bool:
    """Whether both articles have a date: what has none may be the same report of another day."""
    return _count_days(a.day, b.day) >= 0


def are_far_apart(a: Statement, b: Statement) -> bool:
    """Whether two articles lie more days apart than those of one event do."""
    return _count_days(a.day, b.day) > DAYS


def _share_names(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[float, float]:
    """How much rare words in common say, 0 to 1: by their bits, and as a share of those that the one with fewer has."""
    if not ours or not theirs:
        return 0.0, 0.0
    shared = math.fsum(map(weigh_word, set(ours).intersection(theirs)))
    least = min(math.fsum(map(weigh_word, ours)), math.fsum(map(weigh_word, theirs)))
    return min(1.0, shared / _MANY_BITS), shared / least


def weigh_likeness(likeness: tuple[float, ...], weights: Mapping[str, float]) -> float:
    """What is in common, weighed and added up: the logarithm of the odds that the two state one fact."""
    return math.fsum([weights[name] * value for name, value in zip(NAMES, likeness, strict=True) if value])


def _share(one: Pairs, other: Pairs) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def _hold(one: Pairs, other: Pairs) -> float:
    common = len(one & other)
    return common / min(len(one), len(other)) if common else 0.0


def _compare_measures(a: Statement, b: Statement) -> float:
    """The share of letters that two measures have in common, or of concepts, whichever is more; -1 without both."""
    if not (a.measure and b.measure):
        return -1.0
    letters = len(a.measure & b.measure) / min(len(a.measure), len(b.measure))
    fewer = min(len(a.concepts), len(b.concepts))
    return max(letters, len(a.concepts & b.concepts) / fewer if fewer else 0.0)


def _stands_near(one: Statement, other: Statement) -> bool:
    """Whether the measure of one stands beside the figure of the other."""
    named = one.claim.measure or ""
    pairs = [named[at : at + 2] for at in range(len(named) - 1)]
    return bool(pairs) and 2 * sum(pair in other.wide for pair in pairs) >= len(pairs)


def _compare_names(one: str, other: str) -> float:
    """1 for one name, 0.5 and more for what is part of the other or like it, 0 for names that share no letter."""
    if not one or not other:
        return 0.3
    if one == other:
        return 1.0
    if one in other or other in one:
        return 0.8
    ours, theirs = set(one), set(other)
    common = len(ours & theirs) / min(len(ours), len(theirs))
    return 0.5 * common if common >= 0.5 else 0.0


def are_places_apart(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether both sentences name a place, and neither lies in the other nor may be another form of its name."""
    x, y = a.claim, b.claim
    if x.place is None or y.place is None or x.place == y.place:
        return False
    if not (is_in_words(x, "place") and is_in_words(y, "place")) or are_nested(x.place, y.place, lexicon):
        return False
    canonical = lexicon.frame.gazetteer.canonical
    known = canonical(x.place) is not None and canonical(y.place) is not None
    return known or not pair_letters(x.place) & pair_letters(y.place)


def are_read_elsewhere(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether two figures are of two places, be it that only the text around says so."""
    one, other = a.claim.place, b.claim.place
    return one is not None and other is not None and one != other and not are_nested(one, other, lexicon)


def _are_of_other_times(a: Statement, b: Statement) -> bool:
    one, other = a.claim.period, b.claim.period
    return one is not None and other is not None and relate_periods(one, other) == "apart"


def _relate(a: Statement, b: Statement) -> str:
    x, y = a.claim, b.claim
    if not (is_in_words(x, "period") and is_in_words(y, "period")):
        return "unknown"
    return relate_periods(x.period or "", y.period or "")


def _count_days(one: str, other: str) -> int:
    """Days between two ISO dates; -1 where one is not known."""
    import datetime as dt

    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) if one and other else -1


def _tell_ratio(least: float, most: float) -> float:
    return min(1.0, math.log10(most / least) / 2) if least > 0 else float(most > 0)

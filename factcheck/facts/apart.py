"""What forbids that two statements are of one fact, however much they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.facts.likeness import are_subjects_apart, count_days_apart
from factcheck.facts.states import are_alike
from factcheck.outcome import Outcome
from factcheck.pair.measures import MeasureLevel, relate_measures
from factcheck.pair.vetoes import is_in_words
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim

TELLING = 2  # digits; figures of more are not the same by chance
_ONE_MEASURE = frozenset({MeasureLevel.SAME, MeasureLevel.CONTAINED})
_SHARES = frozenset({"percent", "percentage_point"})
_NEXT_DAY = 1  # on which a newspaper prints what was
_LIMITS = frozenset({"at_most", "at_least"})
_BROAD = 1.5  # times as much, from which what a range holds may be anything


def exclude_one_another(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether what two figures count, or what became of it, forbids one fact: 12人死亡 and 12人受伤, 60人 and 60家."""
    x, y = a.claim, b.claim
    if a.outcomes and b.outcomes and not a.outcomes & b.outcomes:
        return True
    if {a.direction, b.direction} == {"up", "down"} or (a.base and b.base and a.base != b.base):
        return True
    if a.term and b.term and a.term != b.term:
        return True
    if a.kind == b.kind == "count" and not lexicon.pair.counts_alike(x.unit, y.unit):
        return True
    if _are_of_other_moments(a, b):
        return True
    few = min(a.digits, b.digits) <= TELLING
    if a.kind == "rank" and few and are_subjects_apart(a, b):
        return True  # somebody is first everywhere
    if a.foreseen != b.foreseen and (few or are_subjects_apart(a, b)):
        return True  # what was to come is not what came
    return few and _are_of_other_measures(a, b, lexicon)


def _are_of_other_measures(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether both sentences say what they measure, and neither says anything of what the other does."""
    if not _say_measures(a, b) or a.measure & b.measure:
        return False
    if a.kind in _SHARES:
        return not a.wide & b.wide and relate_measures(a.concepts, b.concepts, lexicon).level == MeasureLevel.APART
    one_digit = max(a.digits, b.digits) < TELLING
    return bool(a.outcomes) != bool(b.outcomes) and (one_digit or not a.close & b.close)


def _are_of_other_moments(a: Statement, b: Statement) -> bool:
    """Whether what changes from hour to hour is told of two days, or of days that nobody names: two closing prices."""
    x, y = a.claim, b.claim
    if not (a.momentary or b.momentary) or x.doc == y.doc:
        return False
    if are_subjects_apart(a, b):
        return True  # the prices of two shares
    if x.period is not None and x.period == y.period:
        return False
    days = count_days_apart(a, b)
    return days < 0 or days > _NEXT_DAY


def _say_measures(a: Statement, b: Statement) -> bool:
    return is_in_words(a.claim, "measure") and is_in_words(b.claim, "measure")


def are_loosely_alike(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether two figures agree by chance: small counts of two things (五大工程, 五大领域), an aim exceeded."""
    if a.claim.status != b.claim.status and agree_by_hedge(a, b):
        return True
    if a.claim.qualifier == b.claim.qualifier and a.claim.qualifier in _LIMITS and agree_by_hedge(a, b):
        return True  # 不超过3640万股 and 不超过3886万股 are two limits
    if a.figure != b.figure and _is_broad(a.claim) != _is_broad(b.claim):
        return True
    if a.kind != "count" or min(a.digits, b.digits) >= TELLING or a.tolls & b.tolls:
        return False
    if a.behind == b.behind != "":
        return False
    anything = lexicon.pair.counting_anything
    return (a.claim.unit in anything and b.claim.unit in anything) or not are_of_like_measure(a, b, lexicon)


def agree_by_hedge(a: Statement, b: Statement) -> bool:
    """Whether two figures are not the same and none rounds to the other, and only a hedge lets both be right."""
    return a.figure != b.figure and compare_figures(a.claim, b.claim).outcome == Outcome.REACH


def tell_one_value(a: Statement, b: Statement) -> bool:
    """Whether two figures may stand for one value. Who hedges another figure in the same words says another.

    1500多年 is not 1600多年, nor is 约6570万 about 6430万.
    """
    agrees = compare_figures(a.claim, b.claim).outcome.agrees
    return agrees and not (a.claim.qualifier == b.claim.qualifier and agree_by_hedge(a, b))


def _is_broad(claim: Claim) -> bool:
    """Whether a claim is a range in which many a figure lies: 处十万元以上五十万元以下罚款."""
    low, high = claim.low, claim.high
    return low is not None and high is not None and low > 0 and high >= _BROAD * float(low)


def are_of_like_measure(a: Statement, b: Statement, lexicon: Lexicon) -> bool:
    """Whether two measures share most of their letters, or all concepts of one."""
    if are_alike(a.measure, b.measure):
        return True
    return relate_measures(a.concepts, b.concepts, lexicon).level in _ONE_MEASURE

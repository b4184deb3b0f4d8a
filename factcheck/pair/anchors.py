"""Changes of one amount: 收入68.3亿元，同比增长5% in one text, and in the other 增长8%至68.3亿元."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.verdict import Outcome, find_agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim
    from factcheck.pair.surroundings import Surroundings

_CHANGE = "change"  # the aspect
_SHARES = frozenset({"percent", "percentage_point", "fraction", "multiple", "ratio", "date", "duration", "rank"})
_TELLING = 100  # times the last printed digit: a figure of three digits is shared by no chance
_COARSE = 10  # times: of two digits, two that are not the same are two
_FAR = 30  # letters between an amount and its change
_CONFIRMS = frozenset({Outcome.EQUAL, Outcome.ROUNDING})


def change_one_amount(one: Surroundings, other: Surroundings) -> bool:
    """Whether two shares are the change of one amount, told to three digits, the same way and against the same base."""
    if not (_is_change(one) and _is_change(other)):
        return False
    base, direction = _find_base(one), one.view.direction
    if base is None or direction is None or (base, direction) != (_find_base(other), other.view.direction):
        return False
    theirs = list(_find_amounts(other))
    return any(_are_one(ours, amount) for ours in _find_amounts(one) for amount in theirs)


def change_two_amounts(one: Surroundings, other: Surroundings) -> bool:
    """Whether two shares are the changes of two amounts, each told to two digits and more, that are not the same."""
    if not (_is_change(one) and _is_change(other)):
        return False
    ours, theirs = list(_find_amounts(one)), list(_find_amounts(other))
    if not ours or not theirs or not all(_is_told_to(amount, _COARSE) for amount in (*ours, *theirs)):
        return False
    return not any(a.kind != b.kind or find_agreement(a, b) in _CONFIRMS for a in ours for b in theirs)


def _is_change(side: Surroundings) -> bool:
    return side.view.claim.kind == "percent" and _CHANGE in side.view.claim.aspects


def _find_base(side: Surroundings) -> str | None:
    """Against what the change is told, a year or a month ago, by the last word before it that says so."""
    claim = side.view.claim
    start = max(claim.sentence[0], claim.start - _FAR)
    found = [
        (match.end(), name)
        for name, base in side.view.lexicon.pair.measures.bases.items()
        for match in base.finditer(side.folded, start, claim.start)
    ]
    return max(found)[1] if found else None


def _find_amounts(side: Surroundings) -> Iterator[Claim]:
    """The amount that a change led to; else the one right before it, and the one before an older or a converted one."""
    claim, folded, patterns = side.view.claim, side.folded, side.view.lexicon.pair.anchors
    behind = min((one for one in side.beside if one.start >= claim.end), key=lambda one: one.start, default=None)
    if behind is not None and patterns.led_to.fullmatch(folded, claim.end, behind.start):
        yield behind
        return
    for amount in sorted(side.beside, key=lambda one: -one.start):
        if amount.start > claim.start:
            continue
        if amount.kind in _SHARES or claim.start - amount.end > _FAR:
            break
        ahead = folded[max(claim.sentence[0], amount.start - _FAR) : amount.start]
        if patterns.older.search(ahead):
            continue
        yield amount
        if not patterns.converted.search(ahead):
            break


def _are_one(a: Claim, b: Claim) -> bool:
    return (
        a.kind == b.kind and _is_told_to(a, _TELLING) and _is_told_to(b, _TELLING) and find_agreement(a, b) in _CONFIRMS
    )


def _is_told_to(claim: Claim, steps: int) -> bool:
    """Whether an amount is told to so many steps of its last digit; one that is open (超过300万辆) may be any."""
    if claim.low is None or claim.high is None or not claim.step:
        return False
    return abs(Fraction(claim.low)) >= steps * Fraction(claim.step)

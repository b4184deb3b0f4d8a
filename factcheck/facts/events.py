"""What the values of a fact are to one another: steps of a measure that runs on, estimates of sources, or a dispute."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import msgspec

from factcheck.facts.apart import tell_one_value
from factcheck.facts.states import may_be_steps
from factcheck.messages import say
from factcheck.outcome import Outcome
from factcheck.pair.explain import name_one_period
from factcheck.pair.retelling_weights import is_retelling
from factcheck.pair.stamps import count_to_one_day, find_stamps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.facts.gather import Strand
    from factcheck.facts.statements import Statement
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, FactState, Pair

_GUESSES = frozenset({"estimate", "forecast"})
_LAST_DAY = "9999-99-99"  # of what has no date


def find_state(strand: Strand) -> FactState:
    """How the values of a fact agree: one value, steps in time, what sources estimate, or none of these.

    Whether what differs is a dispute the values alone do not say.
    """
    values = strand.values
    if len(values) == 1:
        return "confirmed"
    if are_steps(values):
        return "revised"
    if are_estimates(values):
        return "spread"
    firsts = [held[0] for held in values]
    return "confirmed" if all(tell_one_value(a, b) for a, b in combinations(firsts, 2)) else "differing"


def are_steps(values: Sequence[Sequence[Statement]]) -> bool:
    """Whether values are states of a measure that runs on, one after the other; none by a factor of ten.

    The articles of one value must not all be of one day with those of another where nothing says which came first,
    unless the figures rise.
    """
    if not all(any(one.moves for one in held) for held in values):
        return False
    ordered = _order(values)
    return all(may_be_steps(a[0], b[0]) for a, b in pairwise(ordered))


def are_estimates(values: Sequence[Sequence[Statement]]) -> bool:
    """Whether each value has a source of its own named in the text, and one at least is no plain count."""
    named = [{one.claim.attribution for one in held if one.claim.attribution} for held in values]
    if not all(named) or any(one & other for one, other in combinations(named, 2)):
        return False
    every = [one.claim for held in values for one in held]
    return any(claim.status in _GUESSES or claim.qualifier != "exact" for claim in every)


def mark_steps(
    pairs: Iterable[Pair], strands: Iterable[Strand], articles: Mapping[str, Article], lexicon: Lexicon
) -> tuple[Pair, ...]:
    """The pairs; a difference between two steps of one fact is a revision: 3, then 7, then 11.

    What both say of one year that was over has no more steps, nor what both count to one day of an event.
    """

    def are_of_one_day(pair: Pair) -> bool:
        if not is_retelling(pair):
            return False
        sides = (pair.a, pair.b)
        one, other = (find_stamps(articles[side.doc].text.folded, side.sentence, lexicon) for side in sides)
        return count_to_one_day(one, other)

    home = {
        one.place: (number, one.day)
        for number, strand in enumerate(strands)
        if find_state(strand) == "revised"
        for one in strand.statements
    }

    def mark(pair: Pair) -> Pair:
        if pair.verdict != Outcome.DIFFER or pair.a.doc == pair.b.doc:
            return pair
        one, other = home.get((pair.a.doc, pair.a.start)), home.get((pair.b.doc, pair.b.start))
        if one is None or other is None or one[0] != other[0] or name_one_period(pair.a, pair.b, (one[1], other[1])):
            return pair
        if are_of_one_day(pair):
            return pair
        reasons = (say("revision.running"), *pair.reasons)
        return msgspec.structs.replace(pair, verdict=Outcome.REVISION, reasons=reasons)

    return tuple(map(mark, pairs))


def order_states(strand: Strand) -> tuple[tuple[Statement, ...], ...]:
    """The values of a fact in the order of time: of the moment that a sentence names, else of the article."""
    return tuple(tuple(held) for held in _order(strand.values))


def _order(values: Sequence[Sequence[Statement]]) -> list[Sequence[Statement]]:
    """By moment; a value that no date tells of goes before the first greater one."""
    dated = {at: moment for at, held in enumerate(values) if (moment := min(map(find_moment, held))) != _LAST_DAY}

    def rank(at: int) -> tuple[object, ...]:
        value = values[at][0].value
        known = dated.get(at) or min(
            (moment for other, moment in dated.items() if values[other][0].value > value), default=_LAST_DAY
        )
        begins = all("from" in one.claim.aspects for one in values[at])  # 从60人降至48人: it was 60 before
        return known, not begins, value, values[at][0].place

    return [values[at] for at in sorted(range(len(values)), key=rank)]


def find_moment(one: Statement) -> str:
    """The day of which a figure is: that up to which it is counted, or that of the article."""
    period = one.claim.period or ""
    if period.startswith("by ") and len(period) == len("by 2025-01-01"):
        return period[3:]
    return one.day or _LAST_DAY

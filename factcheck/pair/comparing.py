"""Two views side by side: whether they are a pair, by their words or inside an event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.model import Claim, Landing, Pair, Phrase
from factcheck.pair.about import name_other_things
from factcheck.pair.compare import compare
from factcheck.pair.event_pairs import EventPairs, is_in_doubt
from factcheck.pair.explain import explain_difference
from factcheck.pair.leftover import are_kind_and_whole, find_left_over
from factcheck.pair.product_models import name_other_models
from factcheck.pair.signs import sign_sides
from factcheck.pair.slots import name_others_in_one_slot
from factcheck.pair.vetoes import is_vetoed, name_other_moments
from factcheck.pair.weights import weights
from factcheck.pair.within import are_of_one_head, reaches, require_weight
from factcheck.verdict import Outcome, compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corpus import CorpusStats
    from factcheck.pair.authors import Authors
    from factcheck.pair.events import Event
    from factcheck.pair.stories import Stories
    from factcheck.pair.surroundings import Meeting
    from factcheck.pair.view import ClaimView


def compare_two(a: ClaimView, b: ClaimView, stats: CorpusStats, stories: Stories) -> Pair | None:
    """The pair of two claims whose words say that they state one fact; None where something says that they do not."""
    least: float | None = weights().threshold
    if a.claim.doc == b.claim.doc:
        least = require_weight(a, b, stats)
    elif (a.claim.is_cell or b.claim.is_cell) and not are_of_one_head(a, b, stats):
        least = None
    if least is None or is_vetoed(a, b):
        return None
    levels = compare(a, b, stats, lambda: stories.level(a.claim.doc, b.claim.doc), least)
    if not reaches(levels, least):
        return None
    pair = build_pair(a.claim, b.claim, levels, signed=sign_sides(a, b))
    if pair.verdict == Outcome.INCOMPARABLE:
        return None
    pair = explain_difference(pair, a, b)
    return None if pair.verdict.disputes and _are_two_facts(a, b, stats) else pair


def _are_two_facts(a: ClaimView, b: ClaimView, stats: CorpusStats) -> bool:
    """Whether what would be a difference is one of two moments, of two things, or of what is left over of each."""
    if name_other_moments(a, b) or name_other_things(a, b, stats):
        return True
    if a.claim.doc == b.claim.doc:
        return False
    if are_kind_and_whole(a, b, stats) or name_other_models(a, b):
        return True
    return name_others_in_one_slot(a, b) or find_left_over(a, b, stats).tells_two_facts


def build_pair(
    a: Claim,
    b: Claim,
    levels: tuple[Landing, ...],
    weight: float | None = None,
    signed: tuple[Claim, Claim] | None = None,
) -> Pair:
    """The pair of two claims with what their figures are to one another, and why in words.

    `weight` is that of the levels unless it is known otherwise; `signed` are the two with the sign of their words.
    """
    found = compare_figures(*(signed or (a, b)))
    weight = sum(level.weight for level in levels) if weight is None else weight
    said = sorted((level for level in levels if level.weight), key=lambda level: -abs(level.weight))
    reasons = (found.reason, *map(_reason, said))
    return Pair(a=a, b=b, levels=levels, weight=round(weight, 2), verdict=found.outcome, reasons=reasons)


def _reason(level: Landing) -> Phrase:
    return say("weighed", label=say(f"level.{level.comparison}.{level.level}"), weight=f"{level.weight:+g}")


def retell(event: Event, pairs: EventPairs, authors: Authors) -> Iterator[Pair]:
    """The pairs inside one event, whatever their words."""
    yield from pairs.pair(
        event, partial(judge_retelling, authors), strangers=authors.tell_two_stories(event.a, event.b)
    )


def judge_retelling(authors: Authors, meeting: Meeting, levels: tuple[Landing, ...]) -> Pair | None:
    """The pair of two figures of one event; None where they cannot be compared or are of two facts all the same."""
    a, b = meeting.one.view, meeting.other.view
    pair = build_pair(a.claim, b.claim, levels, signed=sign_sides(a, b))
    if pair.verdict == Outcome.INCOMPARABLE:
        return None
    pair = explain_difference(pair, a, b)
    if not pair.verdict.disputes:
        return pair
    if is_in_doubt(pair, a, b) or name_other_moments(a, b):
        return None
    if authors.state_each(pair, in_event=True) and not meeting.of_one_amount:
        return None
    if name_other_models(a, b) or authors.know_no_common_model(a, b):
        return None
    return None if name_others_in_one_slot(a, b) or are_kind_and_whole(a, b, meeting.stats) else pair

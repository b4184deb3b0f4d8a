"""Pairs of figures in two articles that report one event, whatever their words."""

from __future__ import annotations

import math
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.outcome import Outcome
from factcheck.pair.differences import SLIPS, Standing, divide_sides, find_form, land_difference, may_round
from factcheck.pair.explain import are_of_a_past_period
from factcheck.pair.retelling_weights import retelling_weights
from factcheck.pair.retellings import land_retelling
from factcheck.pair.stamps import count_to_one_day
from factcheck.pair.surroundings import Meeting, ReadArticle, Scale, read_surroundings
from factcheck.pair.vetoes import BOTH_FIGURES, is_unpaired, is_vetoed, list_vetoes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Article, Claim, Landing, Pair
    from factcheck.pair.events import Event
    from factcheck.pair.view import ClaimView

    _Judge = Callable[[Meeting, tuple[Landing, ...]], Pair | None]

_MOST = 60  # figures of an article that are compared with those of another; the first ones
_REACHED = Fraction(13, 10)  # times; as far as a hedge goes
_FRACTIONS = frozenset({"percent", "fraction"})
_Place = tuple[str, int]
_Value = tuple[object, ...]


class ScoredPair(NamedTuple):
    """A pair with the bits of its words."""

    bits: float
    meeting: Meeting
    pair: Pair

    @property
    def places(self) -> tuple[_Place, _Place]:
        """Where its two figures stand."""
        return tuple((claim.doc, claim.start) for claim in (self.pair.a, self.pair.b))  # type: ignore[return-value]  # two sides


class EventPairs:
    """Pairs the figures of articles of one event; what stands around a figure is read once an article."""

    def __init__(self, views: Sequence[ClaimView], articles: Mapping[str, Article], stats: CorpusStats) -> None:
        """`views` are of `articles`, by id, and `stats` theirs."""
        self._articles, self._stats = articles, stats
        self._views: defaultdict[str, list[ClaimView]] = defaultdict(list)
        for view in views:
            self._views[view.claim.doc].append(view)
        self._read: dict[str, ReadArticle] = {}

    def meet(self, event: Event) -> Iterator[Meeting]:
        """The figures of two articles that may state one fact: of one dimension, with a word in common, no veto."""
        one, other = self._surround(event.a), self._surround(event.b)
        scale = Scale(one, other)
        for ours in one.figures:
            for theirs in other.figures:
                if not (_are_of_one_kind(ours.view, theirs.view) and ours.sentence & theirs.sentence):
                    continue
                meeting = Meeting(ours, theirs, scale, self._stats)
                if not _is_forbidden(meeting):
                    yield meeting

    def meet_two(self, event: Event, a: ClaimView, b: ClaimView) -> Meeting | None:
        """Two figures of an event side by side, whatever forbids it; None where `meet` would not look at one of them.

        `a` is a figure of the first article of the event, `b` of the second.
        """
        one, other = self._surround(event.a), self._surround(event.b)
        ours = next((held for held in one.figures if held.view.claim.start == a.claim.start), None)
        theirs = next((held for held in other.figures if held.view.claim.start == b.claim.start), None)
        if ours is None or theirs is None or not _are_of_one_kind(a, b) or not ours.sentence & theirs.sentence:
            return None
        return Meeting(ours, theirs, Scale(one, other), self._stats)

    def _surround(self, doc: str) -> ReadArticle:
        known = self._read.get(doc)
        if known is None:
            article = self._articles[doc]
            views = [view for view in self._views[doc] if _may_be_retold(view)][:_MOST]
            known = self._read[doc] = read_surroundings(views, article.text.folded, article.claims)
        return known

    def score(self, event: Event, judge: _Judge) -> list[ScoredPair]:
        """The pairs of one event that may state one fact.

        `judge` makes a pair of a meeting and its levels; None where two figures are of two facts all the same.
        """
        weights = retelling_weights()
        scored: list[ScoredPair] = []
        for meeting in self.meet(event):
            landed = land_retelling(meeting, event.likeness)
            bits = weights.weigh(landed)
            if bits < weights.least:
                continue
            pair = judge(meeting, weights.land(landed))
            if pair is not None and is_close(pair) and not is_rounded_off(pair):
                scored.append(ScoredPair(bits, meeting, pair))
        return scored

    def pair(self, event: Event, judge: _Judge, *, strangers: bool) -> Iterator[Pair]:
        """The pairs of one event: what agrees, and what differs though it is likely one fact; `judge` as in `score`.

        `strangers` tells whether each article is about somebody or something that the other never names.
        """
        weights = retelling_weights()
        scored = self.score(event, judge)
        standings = Standings(scored, strangers=strangers)
        for one in scored:
            if one.pair.verdict.agrees:
                if one.bits >= weights.agree:
                    yield weights.rate(one.pair, one.bits)
                continue
            words = land_retelling(one.meeting, event.likeness)
            difference = land_difference(one.pair, one.meeting, standings.find(one))
            bits = weights.weigh_difference(words, difference)
            if bits >= weights.require(one.pair):
                levels = weights.land_difference(words, difference)
                yield weights.rate(msgspec.structs.replace(one.pair, levels=levels), bits)


class Standings:
    """How each pair of two articles stands among the others."""

    def __init__(self, scored: Sequence[ScoredPair], *, strangers: bool) -> None:
        """For the pairs that `EventPairs.score` finds; `strangers` as `EventPairs.pair` takes it."""
        self._strangers = strangers
        self._partners: defaultdict[_Place, list[tuple[float, _Value]]] = defaultdict(list)
        for one in scored:
            (first, second), (a, b) = one.places, (one.pair.a, one.pair.b)
            self._partners[first].append((one.bits, _find_value(b)))
            self._partners[second].append((one.bits, _find_value(a)))
        self._differing = {
            one.places for one in scored if not one.pair.verdict.agrees and one.bits >= 0 and self._lead(one) > 0
        }

    def find(self, one: ScoredPair) -> Standing:
        """The standing of one of the pairs, or of one that is not among them."""
        others = len(self._differing - {one.places})
        return Standing(margin=self._lead(one), others=others, strangers=self._strangers)

    def _lead(self, one: ScoredPair) -> float:
        """By how many bits it is more than any other pair of one of its figures; its own, stated again, is no other."""
        (first, second), (a, b) = one.places, (one.pair.a, one.pair.b)
        others = (
            bits
            for place, own in ((first, _find_value(b)), (second, _find_value(a)))
            for bits, other in self._partners[place]
            if other != own
        )
        return one.bits - max(others, default=-math.inf)


def _find_value(claim: Claim) -> _Value:
    return claim.kind, claim.unit, claim.low, claim.high


def _is_forbidden(meeting: Meeting) -> bool:
    """Whether a veto strikes; that one sentence holds both figures is none where both are the change of one amount."""
    a, b = meeting.one.view, meeting.other.view
    return is_vetoed(a, b) and not (meeting.of_one_amount and set(list_vetoes(a, b)) <= {BOTH_FIGURES})


def _are_of_one_kind(a: ClaimView, b: ClaimView) -> bool:
    kinds = {a.claim.kind, b.claim.kind}
    return len(kinds) == 1 or kinds == _FRACTIONS


def _may_be_retold(view: ClaimView) -> bool:
    """Whether other words may state the figure: a cell has no words, and a date is of what its verb says."""
    return not view.claim.is_cell and view.claim.kind != "date" and not is_unpaired(view)


def is_in_doubt(pair: Pair, a: ClaimView, b: ClaimView) -> bool:
    """Whether a difference may be explained though no words say how: a toll of two moments, a forecast, two units.

    What both count to one day is of one moment, where it looks like a slip; a toll may move within the day. Of a month
    or year that was over when both were printed nothing moves any more.
    """
    if a.claim.kind == "duration" and a.claim.unit != b.claim.unit:
        return True
    if pair.verdict != Outcome.DIFFER:
        return False
    one_day = not (a.outcomes or b.outcomes) and count_to_one_day(a.stamps, b.stamps) and find_form(pair) in SLIPS
    settled = one_day or are_of_a_past_period(a, b)
    return a.claim.status != b.claim.status or ((a.running or b.running) and not settled)


def is_close(pair: Pair) -> bool:
    """Whether two figures that agree are about as large; more than 3万亿 agrees with all above it and says little."""
    if pair.verdict != Outcome.REACH:
        return True
    times = divide_sides(pair)
    return times is not None and times <= _REACHED


def is_rounded_off(pair: Pair) -> bool:
    """Whether of two figures that differ one may be the other in round numbers."""
    return pair.verdict == Outcome.DIFFER and may_round(pair.a, pair.b)

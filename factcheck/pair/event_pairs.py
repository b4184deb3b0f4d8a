"""Pairs of figures in two articles that report one event, whatever their words."""

from __future__ import annotations

import math
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.outcome import Outcome
from factcheck.pair.retelling_weights import retelling_weights
from factcheck.pair.retellings import land_retelling
from factcheck.pair.surroundings import Meeting, ReadArticle, Scale, read_surroundings
from factcheck.pair.vetoes import find_veto, is_unpaired
from factcheck.quantity.precision import last_digit
from factcheck.verdict import convert_sides, significant_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Article, Landing, Pair
    from factcheck.pair.events import Event
    from factcheck.pair.view import ClaimView

_TELLING = 3  # digits; a slip of fewer is common by chance
_TWO_DIGITS = 10  # a figure of fewer digits rounds anything
_MOST = 60  # figures of an article that are compared with those of another; the first ones
_TIMES = (("near", Fraction(11, 10)), ("close", Fraction(13, 10)), ("fair", Fraction(2)), ("wide", Fraction(5)))
_OF_SHARES = frozenset({"wide", "far"})  # shapes that say less of percentages, which are all of one size
_REACHED = Fraction(13, 10)  # times; as far as a hedge goes
_IN_SENTENCE = frozenset({"both", "next", "sentence"})  # where a figure beside both is the same
_FRACTIONS = frozenset({"percent", "fraction"})
_Place = tuple[str, int]


class _Scored(NamedTuple):
    """A pair with its bits."""

    bits: float
    meeting: Meeting
    pair: Pair

    @property
    def is_telling(self) -> bool:
        """Whether more than words says that a difference is of one fact."""
        return is_telling(self.pair, self.meeting)

    @property
    def places(self) -> tuple[_Place, _Place]:
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
                if not _are_of_one_kind(ours.view, theirs.view):
                    continue
                if ours.sentence & theirs.sentence and find_veto(ours.view, theirs.view) is None:
                    yield Meeting(ours, theirs, scale, self._stats)

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

    def pair(self, event: Event, judge: Callable[[Meeting, tuple[Landing, ...]], Pair | None]) -> Iterator[Pair]:
        """The pairs of one event: what agrees, and what differs though nothing else may be its partner.

        `judge` makes a pair of a meeting and its levels; None where two figures are of two facts all the same.
        """
        weights = retelling_weights()
        scored: list[_Scored] = []
        for meeting in self.meet(event):
            landed = land_retelling(meeting, event.likeness)
            bits = weights.weigh(landed)
            if bits < weights.least:
                continue
            pair = judge(meeting, weights.land(landed))
            if pair is not None and is_close(pair) and not is_rounded_off(pair):
                found = pair if pair.verdict.agrees else weights.add_shape(pair, find_shape(pair))
                shape = 0.0 if pair.verdict.agrees else weights.shapes[find_shape(pair)]
                scored.append(_Scored(bits + shape, meeting, found))
        yield from _choose(scored)


def _are_of_one_kind(a: ClaimView, b: ClaimView) -> bool:
    kinds = {a.claim.kind, b.claim.kind}
    return len(kinds) == 1 or kinds == _FRACTIONS


def _may_be_retold(view: ClaimView) -> bool:
    """Whether other words may state the figure: a cell has no words, and a date is of what its verb says."""
    return not view.claim.is_cell and view.claim.kind != "date" and not is_unpaired(view)


def is_in_doubt(pair: Pair, a: ClaimView, b: ClaimView) -> bool:
    """Whether a difference may be explained though no words say how: a toll of two moments, a forecast, two units."""
    if a.claim.status != b.claim.status or (a.claim.kind == "duration" and a.claim.unit != b.claim.unit):
        return True
    return pair.verdict == Outcome.DIFFER and (a.running or b.running)


def is_telling(pair: Pair, meeting: Meeting) -> bool:
    """Whether more than words says that a difference is of one fact: a figure beside both, or the form of a slip.

    Of a dozen differences without either, on 1,200 articles, none was true. Where the frames name another bearer or
    another measure, both are wanted.
    """
    shape = find_shape(pair)
    is_slip, is_beside = shape == "telling", shape != "far" and meeting.company in _IN_SENTENCE
    return (is_slip and is_beside) if _names_another(pair) else (is_slip or is_beside)


def _names_another(pair: Pair) -> bool:
    """Whether the frames say that the one figure is of another bearer than the other, or of another measure."""
    landed = {(level.comparison, level.level) for level in pair.levels}
    return ("subject", "apart") in landed or {("measure", "apart"), ("concept", "apart")} <= landed


def find_shape(pair: Pair) -> str:
    """What the difference of two figures looks like: a slip, or how many times the one is the other.

    What is many times the other is most often another thing; a slip of three digits and more is no chance.
    """
    if pair.verdict == Outcome.SLIP:
        digits = min(len(significant_digits(claim)) for claim in (pair.a, pair.b))
        return "telling" if digits >= _TELLING else "slip"
    times = _divide(pair)
    name = "far" if times is None else next((name for name, most in _TIMES if times < most), "far")
    return f"share_{name}" if pair.a.kind == "percent" and name in _OF_SHARES else name


def _divide(pair: Pair) -> Fraction | None:
    """How many times the smaller figure the larger one is; None where one is nothing."""
    _, *sides = convert_sides(pair.a, pair.b)
    ends = [side.low if side.low is not None else side.high for side in sides]
    values = [abs(Fraction(end)) for end in ends if end is not None]
    return None if len(values) < len(ends) or not all(values) else max(values) / min(values)


def is_close(pair: Pair) -> bool:
    """Whether two figures that agree are about as large; more than 3万亿 agrees with all above it and says little."""
    if pair.verdict != Outcome.REACH:
        return True
    times = _divide(pair)
    return times is not None and times <= _REACHED


def is_rounded_off(pair: Pair) -> bool:
    """4310万 of 4307万: whether one figure may be the other, rounded to the digits that it does not end in nought."""
    if pair.verdict != Outcome.DIFFER:
        return False
    _, *sides = convert_sides(pair.a, pair.b)
    ends = [side.low if side.low is not None else side.high for side in sides]
    one, other = (Fraction(end or 0) for end in ends)
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(fine: Fraction, coarse: Fraction) -> bool:
    if coarse <= 0:
        return False
    step = last_digit(coarse)
    return step > 0 and coarse / step >= _TWO_DIGITS and abs(fine - coarse) <= step / 2


def _choose(scored: Sequence[_Scored]) -> Iterator[Pair]:
    """What agrees; and of what differs, the pairs in which each is the other's best partner by a clear margin."""
    weights = retelling_weights()
    best: defaultdict[_Place, list[tuple[float, _Place]]] = defaultdict(list)
    confirmed: defaultdict[_Place, float] = defaultdict(lambda: -math.inf)
    for one in scored:
        first, second = one.places
        best[first].append((one.bits, second))
        best[second].append((one.bits, first))
        if one.pair.verdict.agrees:
            for place in one.places:
                confirmed[place] = max(confirmed[place], one.bits)
    for one in scored:
        if one.pair.verdict.agrees:
            if one.bits >= weights.agree:
                yield weights.rate(one.pair, one.bits)
            continue
        first, second = one.places
        others = (
            bits for place, but in ((first, second), (second, first)) for bits, other in best[place] if other != but
        )
        margin = one.bits - max(others, default=-math.inf)
        explained = max(confirmed[first], confirmed[second]) >= one.bits - weights.confirmed
        if one.bits >= weights.report and margin >= weights.margin and not explained and one.is_telling:
            yield weights.rate(one.pair, one.bits)

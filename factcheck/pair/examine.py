"""Why any two figures are, or are not, one fact: all that `match` asks of them, whether it struck or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.model import Claim, Landing, Pair, Phrase, Side, Value
from factcheck.outcome import Outcome
from factcheck.pair.about import name_other_things
from factcheck.pair.authors import Authors
from factcheck.pair.blocks import find_candidates
from factcheck.pair.compare import compare
from factcheck.pair.comparing import build_pair, judge_retelling
from factcheck.pair.differences import land_difference
from factcheck.pair.event_pairs import EventPairs, ScoredPair, Standings, is_close, is_in_doubt, is_rounded_off
from factcheck.pair.events import find_events, gather_partners
from factcheck.pair.explain import explain_difference
from factcheck.pair.headed import is_headed, weigh_least
from factcheck.pair.leftover import LeftOver, are_kind_and_whole, find_left_over
from factcheck.pair.match import leave_reprints, pairs, view_each_claim
from factcheck.pair.product_models import name_other_models
from factcheck.pair.retelling_weights import is_retelling, retelling_weights
from factcheck.pair.retellings import land_retelling
from factcheck.pair.rows import outline_corpus
from factcheck.pair.signs import sign_sides
from factcheck.pair.slots import name_others_in_one_slot
from factcheck.pair.stories import Stories
from factcheck.pair.vetoes import find_veto, list_vetoes, name_other_moments
from factcheck.pair.weights import weights
from factcheck.pair.within import are_of_one_head, reaches, require_in_one_article, require_weight
from factcheck.verdict import compare_figures, convert_sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.aliases import Aliases
    from factcheck.pair.events import Event
    from factcheck.pair.view import ClaimView

Way = Literal["words", "event", "head", "reprint"]


class ComparedWay(Value, frozen=True):
    """Two figures compared in one way: by their words, or as figures of two articles of one event.

    `levels` are all there are, with what they weigh in bits; `needed` is what their sum `weight` must reach. `against`
    are keys of the catalogue: what keeps this way, and no other, from taking the two for one fact.
    """

    way: Way
    levels: tuple[Landing, ...]
    weight: float
    needed: float
    against: tuple[str, ...]

    @property
    def lacks(self) -> float:
        """The bits by which the sum falls short; 0 where it does not."""
        return round(max(0.0, self.needed - self.weight), 2)


class ExaminedPair(Value, frozen=True):
    """Two figures, in the order of a scan, and all that speaks for one fact and against it.

    `vetoes` are the names (keys of the catalogue) of those that strike in every way. `found` is what the figures are to
    one another by themselves, `verdict` the same with what words and dates explain, `because` why. `taken` is the way
    in which a scan takes the two, or sentences that they reprint, for one fact; None where it does not. `partners` are
    the figures that it takes for the fact of one of the two in the article of the other.
    """

    a: Claim
    b: Claim
    ways: tuple[ComparedWay, ...]
    vetoes: tuple[str, ...]
    left_over: LeftOver
    found: Outcome
    verdict: Outcome
    because: Phrase
    unit: str | None
    sides: tuple[Side, Side]
    taken: Way | None
    partners: tuple[Claim, ...] = ()


def examine_pair(
    one: Claim,
    other: Claim,
    articles: Sequence[Article],
    aliases: Aliases,
    stats: CorpusStats,
    *,
    lexicon: Lexicon,
) -> ExaminedPair:
    """Compare two claims of the articles as a scan of them does, and tell each step. The order of the two is no matter.

    The articles stand in the order of their ids; `aliases` and `stats` are theirs.
    """
    return _Examiner(articles, aliases, stats, lexicon).examine(one, other)


class _Examiner:
    """What a scan knows when it compares two figures."""

    def __init__(self, articles: Sequence[Article], aliases: Aliases, stats: CorpusStats, lexicon: Lexicon) -> None:
        self._articles, self._aliases, self._stats, self._lexicon = articles, aliases, stats, lexicon
        by_id = {article.document.id: article for article in articles}
        self._all = view_each_claim(articles, aliases, lexicon)
        self._views, self._twins = leave_reprints(self._all, by_id, lexicon)
        self._by_id = by_id
        self._rows = outline_corpus(self._views, by_id, lexicon)
        self._authors = Authors(by_id, stats, lexicon)

    def examine(self, one: Claim, other: Claim) -> ExaminedPair:
        a, b = sorted((self._view(one), self._view(other)), key=lambda view: _place(view.claim))
        taken = pairs(self._articles, self._aliases, self._stats, lexicon=self._lexicon)
        places = {_place(a.claim), _place(b.claim)}
        pair = next((held for held in taken if _places(held) == places), None)
        bare = explain_difference(build_pair(a.claim, b.claim, (), signed=sign_sides(a, b)), a, b)
        seen = pair if pair is not None else bare
        way = self._name_way(taken, a.claim, b.claim)
        vetoes = tuple(self._list_vetoes(a, b, bare))
        partners = () if way is not None else tuple(_list_partners(taken, a.claim, b.claim))
        ways = [self._compare_words(a, b, bare), *self._compare_in_event(a, b, bare)]
        if pair is not None and is_headed(pair):
            ways.append(ComparedWay("head", pair.levels, pair.weight, weigh_least(pair), ()))
        if way is None:
            ways = [one if one.against or one.lacks or vetoes else _pass_over(one) for one in ways]
        unit, *sides = convert_sides(a.claim, b.claim)
        return ExaminedPair(
            a=a.claim, b=b.claim, ways=tuple(ways), vetoes=vetoes, left_over=find_left_over(a, b, self._stats),
            found=compare_figures(*sign_sides(a, b)).outcome,
            verdict=seen.verdict, because=seen.reasons[0], unit=unit, sides=(sides[0], sides[1]),
            taken=way, partners=partners,
        )  # fmt: skip

    def _view(self, claim: Claim) -> ClaimView:
        return next(view for view in self._all if _place(view.claim) == _place(claim))

    def _name_way(self, taken: Sequence[Pair], a: Claim, b: Claim) -> Way | None:
        """In which way a scan takes two claims for one fact; of a reprint it compares the sentence that it reprints."""
        first = {_place(twin.b): _place(twin.a) for twin in self._twins}
        one, other = (first.get(_place(claim), _place(claim)) for claim in (a, b))
        if one == other:
            return "reprint"
        pair = next((held for held in taken if _places(held) == {one, other}), None)
        if pair is None:
            return None
        return "head" if is_headed(pair) else "event" if is_retelling(pair) else "words"

    def _list_vetoes(self, a: ClaimView, b: ClaimView, bare: Pair) -> Iterator[str]:
        """Those that strike, however the two are compared; of a difference also those asked of nothing else."""
        yield from list_vetoes(a, b)
        if not bare.verdict.disputes:
            return
        if name_other_moments(a, b):
            yield "veto.other-moments"
        if a.claim.doc != b.claim.doc and self._authors.state_each(bare, in_event=True):
            yield "veto.both-stated"
        if a.claim.doc != b.claim.doc and are_kind_and_whole(a, b, self._stats):
            yield "veto.kind-of-it"
        if a.claim.doc != b.claim.doc and (name_other_models(a, b) or self._authors.know_no_common_model(a, b)):
            yield "veto.other-models"
        if a.claim.doc != b.claim.doc and name_others_in_one_slot(a, b):
            yield "veto.one-slot"

    def _list_vetoes_of_words(self, a: ClaimView, b: ClaimView, bare: Pair) -> Iterator[str]:
        """What two clauses leave over, and whom two articles name; inside an event it weighs, and forbids nothing."""
        if not bare.verdict.disputes:
            return
        if a.claim.doc != b.claim.doc and self._authors.are_strangers(a.claim.doc, b.claim.doc):
            yield "veto.persons"
        round_ones = self._authors.state_each(bare) and not self._authors.state_each(bare, in_event=True)
        if a.claim.doc != b.claim.doc and round_ones:
            yield "veto.both-stated"
        if name_other_things(a, b, self._stats):
            yield "veto.clauses"
        if a.claim.doc != b.claim.doc and find_left_over(a, b, self._stats).tells_two_facts:
            yield "veto.left-over"

    def _compare_words(self, a: ClaimView, b: ClaimView, bare: Pair) -> ComparedWay:
        """By the levels of weights.yaml, as `match` does."""
        levels = compare(a, b, self._stats, lambda: Stories(self._stats).level(a.claim.doc, b.claim.doc))
        against: list[str] = []
        needed = weights().threshold
        if a.claim.doc == b.claim.doc:
            least = require_weight(a, b, self._stats)
            if least is None:
                own = require_in_one_article(a, b, self._stats)
                against.append("compare.not.one-article" if own is None else "compare.not.side-by-side")
            needed = least if least is not None else weights().same_article
        elif (a.claim.is_cell or b.claim.is_cell) and not are_of_one_head(a, b, self._stats):
            against.append("compare.not.table")
        weight = round(sum(level.weight for level in levels), 2)
        if weight >= needed and not reaches(levels, needed):
            against.append("compare.not.measure")
        if bare.verdict == Outcome.INCOMPARABLE:
            against.append("compare.not.units")
        if weight >= needed and not against and find_veto(a, b) is None and not self._are_candidates(a, b):
            against.append("compare.not.candidates")
        against += self._list_vetoes_of_words(a, b, bare)
        return ComparedWay(way="words", levels=levels, weight=weight, needed=needed, against=tuple(against))

    def _are_candidates(self, a: ClaimView, b: ClaimView) -> bool:
        """Whether `match` would lay the two side by side at all; a reprint is asked for by what it reprints."""
        at = {_place(view.claim): index for index, view in enumerate(self._views)}
        one, other = at.get(_place(a.claim)), at.get(_place(b.claim))
        return one is None or other is None or (one, other) in find_candidates(self._rows, self._stats)

    def _compare_in_event(self, a: ClaimView, b: ClaimView, bare: Pair) -> Iterator[ComparedWay]:
        """By the levels of retellings.yaml, as `event_pairs` does; nothing where no event holds both articles."""
        events = find_events(self._articles, self._stats)
        event = next((one for one in events if (one.a, one.b) == (a.claim.doc, b.claim.doc)), None)
        if event is not None:
            yield self._retell(event, a, b, bare, gather_partners(events))

    def _retell(
        self, event: Event, a: ClaimView, b: ClaimView, bare: Pair, around: Mapping[str, frozenset[str]]
    ) -> ComparedWay:
        held = retelling_weights()
        shift = weights().sure - held.report
        differs = not bare.verdict.agrees
        needed = round(shift + (held.report if differs else held.agree), 2)
        events = EventPairs(self._views, self._by_id, self._stats)
        meeting = events.meet_two(event, a, b)
        if meeting is None:
            return ComparedWay(way="event", levels=(), weight=0.0, needed=needed, against=("compare.not.met",))
        landed = land_retelling(meeting, event.likeness)
        pair = build_pair(a.claim, b.claim, held.land(landed))
        bits, against = held.weigh(landed), []
        if bare.verdict == Outcome.INCOMPARABLE:
            against.append("compare.not.units")
        else:
            if differs:
                strangers = self._authors.tell_two_stories(event.a, event.b)
                standings = Standings(events.score(event, partial(judge_retelling, self._authors)), strangers=strangers)
                differing = land_difference(bare, meeting, standings.find(ScoredPair(bits, meeting, bare)))
                needed = round(shift + held.require(pair), 2)
                against += [] if bits >= held.least else ["compare.not.words"]
                bits = held.weigh_difference(landed, differing)
                pair = msgspec.structs.replace(pair, levels=held.land_difference(landed, differing))
            against += [] if is_close(bare) else ["compare.not.close"]
            against += ["compare.not.rounded"] if is_rounded_off(bare) else []
            against += ["compare.not.doubt"] if bare.verdict.disputes and is_in_doubt(bare, a, b) else []
            docs = sorted(around[event.a] | around[event.b])
            if bare.verdict.disputes and self._authors.state_both(pair, docs):
                against.append("compare.not.third")
        return ComparedWay(
            way="event", levels=pair.levels, weight=round(bits + shift, 2), needed=needed, against=tuple(against)
        )


def _pass_over(way: ComparedWay) -> ComparedWay:
    """The way of a pair that passed every test and was not chosen: there are better partners, or too many differ."""
    return msgspec.structs.replace(way, against=("compare.not.chosen",))


def _place(claim: Claim) -> tuple[str, int]:
    return claim.doc, claim.start


def _places(pair: Pair) -> set[tuple[str, int]]:
    return {_place(pair.a), _place(pair.b)}


def _list_partners(taken: Sequence[Pair], a: Claim, b: Claim) -> Iterator[Claim]:
    """The figures of the article of the one that a scan takes for the fact of the other."""
    for pair in taken:
        for one, partner in ((pair.a, pair.b), (pair.b, pair.a)):
            if (_place(one), partner.doc) in {(_place(a), b.doc), (_place(b), a.doc)}:
                yield partner

"""What stands around a figure in its article: concepts near and far, and the figures beside it."""

from __future__ import annotations

import math
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import in_an_article
from factcheck.pair.anchors import change_one_amount, change_two_amounts
from factcheck.pair.measures import read_concepts
from factcheck.text.sentences import clauses
from factcheck.verdict import Outcome, find_agreement, significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Claim, Span
    from factcheck.pair.view import ClaimView

_BACK = 40  # letters before a figure, across clauses, that may say what it is of
_NEAR = 4  # figures before and behind, in other sentences, that keep it company
_TWO_DIGITS = 2
_RAREST = 2.0**-14
_KNOWN = 7.0  # bits; a word of more tells as much as any
_EVERYWHERE = 0.1  # what a concept weighs at least
_CONFIRMS = frozenset({Outcome.EQUAL, Outcome.ROUNDING})
Concepts = frozenset[str]


class Surroundings(NamedTuple):
    """A figure with what stands around it. Concepts are words, those of one meaning as one."""

    view: ClaimView
    folded: str
    ahead: Concepts  # between the figure before it and itself, in its clause
    back: Concepts  # of the 40 letters before it, in its sentence
    clause: Concepts
    sentence: Concepts
    before: Claim | None  # the figure before it in its sentence
    behind: Claim | None
    beside: tuple[Claim, ...]  # the other figures of its sentence
    near: tuple[Claim, ...]  # those of the sentences around


class ReadArticle(NamedTuple):
    """The figures of an article, in order, and in how many of its clauses with figures a concept stands."""

    figures: tuple[Surroundings, ...]
    counts: Mapping[str, int]
    clauses: int


def read_surroundings(views: Sequence[ClaimView], folded: str, claims: Sequence[Claim]) -> ReadArticle:
    """What stands around the figures of one article; `views` are of it, `claims` are all it has."""
    views = sorted(views, key=lambda view: view.claim.start)
    beside: dict[tuple[int, int], list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: one.start):
        beside.setdefault(claim.sentence, []).append(claim)
    counts: Counter[str] = Counter()
    spans: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
    number = 0
    for view in views:
        if view.claim.sentence not in spans:
            spans[view.claim.sentence] = clauses(folded, *view.claim.sentence)
            for span in spans[view.claim.sentence]:
                counts.update(read_concepts(folded[slice(*span)], view.lexicon))
                number += 1
    order = [view.claim for view in views]
    figures = tuple(
        _surround(view, folded, beside[view.claim.sentence], spans[view.claim.sentence], _find_near(order, at))
        for at, view in enumerate(views)
    )
    return ReadArticle(figures, counts, number)


def _find_near(order: Sequence[Claim], at: int) -> tuple[Claim, ...]:
    around = order[max(0, at - _NEAR) : at + _NEAR + 1]
    return tuple(claim for claim in around if claim.sentence != order[at].sentence)


def _surround(
    view: ClaimView,
    folded: str,
    held: Sequence[Claim],
    spans: Sequence[tuple[int, int]],
    near: tuple[Claim, ...],
) -> Surroundings:
    claim, (start, end) = view.claim, view.claim.sentence
    at = next((number for number, one in enumerate(held) if one.start == claim.start), 0)
    before = held[at - 1] if at else None
    first, last = next((span for span in spans if span[0] <= claim.start < span[1]), (start, end))
    low = max(first, before.end if before is not None else first)

    def read(begin: int, stop: int) -> Concepts:
        return read_concepts(folded[begin:stop], view.lexicon) if begin < stop else frozenset()

    return Surroundings(
        view=view, folded=folded,
        ahead=read(low, claim.start), back=read(max(start, claim.start - _BACK), claim.start),
        clause=read(first, last), sentence=read(start, end),
        before=before, behind=held[at + 1] if at + 1 < len(held) else None,
        beside=tuple(one for one in held if one.start != claim.start), near=near,
    )  # fmt: skip


class Scale:
    """How telling a concept is between two articles: in few of their clauses, and not common in the language.

    And which figures of the two are the same: asked of every two figures of two sentences, and answered once.
    """

    def __init__(self, one: ReadArticle, other: ReadArticle) -> None:
        self._bits = _Bits(one.counts, other.counts, one.clauses + other.clauses + 2)
        self._same: dict[tuple[int, int], bool] = {}
        self._beside: dict[tuple[Span, Span], list[tuple[Claim, Claim]]] = {}

    def weigh(self, concepts: Iterable[str]) -> float:
        """The bits of concepts, added up."""
        return math.fsum(map(self._bits.__getitem__, concepts))

    def confirm(self, one: Claim | None, other: Claim | None) -> bool:
        """Whether both are one figure of two digits and more, or round to one another."""
        if one is None or other is None or one.kind != other.kind:
            return False
        known = self._same.get((one.start, other.start))
        if known is None:
            known = self._same[one.start, other.start] = _are_same(one, other)
        return known

    def meet(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
        """Whether some figure of each confirms the other."""
        return any(self.confirm(one, other) for one in ours for other in theirs)

    def meet_beside(self, one: Surroundings, other: Surroundings) -> bool:
        """Whether two figures confirm one another that stand beside these two in their sentences."""
        a, b = one.view.claim, other.view.claim
        known = self._beside.get((a.sentence, b.sentence))
        if known is None:  # a sentence may list hundreds of figures
            known = self._beside[a.sentence, b.sentence] = [
                (x, y) for x in (a, *one.beside) for y in (b, *other.beside) if self.confirm(x, y)
            ]
        return any(x.start != a.start and y.start != b.start for x, y in known)


class _Bits(dict[str, float]):
    """Concept → bits between two articles, found when first asked for; asked for again and again."""

    def __init__(self, one: Mapping[str, int], other: Mapping[str, int], clauses: int) -> None:
        super().__init__()
        self._one, self._other, self._clauses = one, other, clauses

    def __missing__(self, concept: str) -> float:
        held = self._one.get(concept, 0) + self._other.get(concept, 0) + 0.5
        telling = max(_EVERYWHERE, math.log2(self._clauses / held))
        found = self[concept] = telling * min(1.0, -math.log2(max(in_an_article(concept), _RAREST)) / _KNOWN)
        return found


class Meeting:
    """Two figures of two articles side by side, and what several levels ask of them, each worked out once."""

    def __init__(self, one: Surroundings, other: Surroundings, scale: Scale, stats: CorpusStats) -> None:
        self.one, self.other, self.scale, self.stats = one, other, scale, stats

    def share(self, ours: Concepts, theirs: Concepts) -> float | None:
        """The share of the bits of two sets that they have in common; None where one is empty."""
        if not ours or not theirs:
            return None
        whole = self.scale.weigh(ours | theirs)
        return self.scale.weigh(ours & theirs) / whole if whole else 0.0

    @cached_property
    def shared(self) -> float:
        """The bits of the concepts that both sentences hold."""
        return self.scale.weigh(self.one.sentence & self.other.sentence)

    @cached_property
    def crossed(self) -> float:
        """How much of what stands right before one figure stands before the other somewhere, 0 to 1."""
        return max(self._cover(self.one.ahead, self.other.back), self._cover(self.other.ahead, self.one.back))

    def _cover(self, ours: Concepts, theirs: Concepts) -> float:
        least = min(self.scale.weigh(ours), self.scale.weigh(theirs))
        return self.scale.weigh(ours & theirs) / least if least else 0.0

    @cached_property
    def left(self) -> tuple[float, float]:
        """The bits that one statement has and the other sentence lacks: said by its article elsewhere, and never."""
        sides = [_list_left(*sides, self.stats) for sides in ((self.one, self.other), (self.other, self.one))]
        elsewhere, never = zip(*sides, strict=True)
        return max(map(self.scale.weigh, elsewhere)), max(map(self.scale.weigh, never))

    @cached_property
    def of_one_amount(self) -> bool:
        """Whether both are the change of one amount (`anchors.change_one_amount`)."""
        return change_one_amount(self.one, self.other)

    @cached_property
    def of_two_amounts(self) -> bool:
        """Whether each is the change of an amount of its own (`anchors.change_two_amounts`)."""
        return change_two_amounts(self.one, self.other)

    @cached_property
    def company(self) -> str:
        """Which figures beside the two are the same: those next to them, some of the sentence, of those around."""
        one, other, scale = self.one, self.other, self.scale
        before, behind = scale.confirm(one.before, other.before), scale.confirm(one.behind, other.behind)
        if before or behind:
            return "both" if before and behind else "next"
        if (
            scale.confirm(one.before, other.behind)
            or scale.confirm(one.behind, other.before)
            or scale.meet_beside(one, other)
        ):
            return "sentence"
        if not one.beside and not other.beside:
            return "distant" if scale.meet(one.near, other.near) else "alone"
        return "around" if scale.meet(one.near, other.near) else "none"


def _list_left(one: Surroundings, other: Surroundings, stats: CorpusStats) -> tuple[list[str], list[str]]:
    left = sorted((one.clause | one.back) - other.sentence)
    doc = other.view.claim.doc
    return [word for word in left if stats.holds(doc, word)], [word for word in left if not stats.holds(doc, word)]


def _are_same(one: Claim, other: Claim) -> bool:
    if min(len(significant_digits(one)), len(significant_digits(other))) < _TWO_DIGITS:
        return False
    return one.low == other.low or find_agreement(one, other) in _CONFIRMS

"""Headline and lead against the body of one page, whatever their words: figures that no other place of it bears out.

A headline tells in few words what the body tells in others. Nearly always some figure of the text is that of the
headline; where none is, and one has the form of a slip of it, or is near to it under words for the same thing, one of
the two is wrong. Of a lead, which tells of more than one thing, only slips are.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factcheck.messages import text as message
from factcheck.model import Landing
from factcheck.outcome import Outcome
from factcheck.pair.comparing import build_pair
from factcheck.pair.differences import find_form, find_ratio
from factcheck.pair.event_pairs import is_close, is_rounded_off
from factcheck.pair.explain import explain_difference
from factcheck.pair.measures import find_contrast
from factcheck.pair.periods import relate_periods
from factcheck.pair.retelling_weights import EVENT, retelling_weights
from factcheck.pair.retellings import land_retelling
from factcheck.pair.signs import sign_sides
from factcheck.pair.surroundings import Meeting, ReadArticle, Scale, Surroundings, read_surroundings
from factcheck.pair.vetoes import is_in_words, is_unpaired, is_vetoed, name_other_moments, tell_place
from factcheck.pair.weights import weights
from factcheck.pair.within import are_of_one_time, are_of_other_bearers
from factcheck.verdict import (
    Interval,
    are_comparable,
    find_agreement,
    reached_interval,
    significant_digits,
    stated_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from factcheck.corpus import CorpusStats
    from factcheck.model import Article, Claim, Pair, Span
    from factcheck.pair.view import ClaimView

    _Place = Literal["title", "lead"]

_FORM = "form"
_HEAD = "head"  # the comparison that every pair of a head has, and no other pair
_UNASKED = frozenset({"date", "duration", "age", "rank", "level", "ratio", "multiple", "other", "number"})
_WORDS = 2  # of a head, without which it says nothing of its figure
_TWO_DIGITS = 2
# Digits of two figures that are alike but for one: a lead tells of more than one thing, and two digits are little.
_DIGITS = {"title": 2, "lead": 3}
_TEN = 10  # a figure of one digit is that of much else
_OF_TWO_ARTICLES = frozenset({EVENT, "elsewhere", "never"})
_SLIPS = frozenset({"telling", "slip", "digit"})
_SURE_SLIPS = _SLIPS - {"digit"}
_NEAR = frozenset({"near", "close", "fair", "wide"})
# What the form of a difference adds, in bits.
_WEIGHTS = {"telling": 4.0, "slip": 2.0, "digit": 2.0, "near": 2.5, "close": 1.0, "fair": 0.0, "wide": -1.5}
# Comparison → the levels on which it can land.
HEAD_LEVELS = {"head": frozenset({"title", "lead"}), "form": _SLIPS | _NEAR}
_PARTS = frozenset({"part_of", "share_of"})
# By the head and the form of a difference: bits of the weights of retellings from which on it is reported, the same
# where the frames name one measure, and the bits from which on it is sure. Set on 4,000 articles of news-hongkong and
# 3,000 of news-hans, with and without planted slips.
_ANY, _NEVER = -99.0, 99.0
_LEAST = {
    ("title", "telling"): (-4.5, _ANY, -4.5), ("title", "slip"): (-4.5, _ANY, -4.5),
    ("title", "digit"): (-4.0, -6.0, -6.0), ("title", "near"): (0.0, -6.0, -6.0),
    ("lead", "telling"): (-4.0, -6.0, -1.0), ("lead", "slip"): (-2.0, -3.0, 4.0),
    ("lead", "digit"): (_NEVER, -3.0, -3.0),
}  # fmt: skip
_ONE_MEASURE = frozenset({("measure", "same"), ("measure", "concept"), ("concept", "same")})
_MARGIN = 1.0  # bits by which a partner that is another figure must lie below, where the difference is no slip


class _Scored(NamedTuple):
    bits: float
    form: str
    is_slip: bool
    of_one_measure: bool
    levels: tuple[Landing, ...]
    other: ClaimView

    @property
    def order(self) -> tuple[bool, float, int]:
        """Slips first, which are no chance, then what the words say."""
        return self.is_slip, self.bits, -self.other.claim.start


class Heads:
    """The figures of one article against those of its head."""

    def __init__(self, views: Sequence[ClaimView], article: Article, stats: CorpusStats) -> None:
        """`views` are all of the article, in any order."""
        self._views = [view for view in views if not view.claim.is_cell]
        self._article, self._stats = article, stats
        self._read: ReadArticle | None = None

    def pair(self) -> Iterator[Pair]:
        """Figures of the printed headline and the lead with those of the body that they should be and are not."""
        for one in self._views:
            if not one.head:
                continue
            body = [view for view in self._views if not (view.title if one.title else view.head)]
            borne_out = body if one.title else [view for view in self._views if view.title or not view.head]
            found = self._find(one, self._article, borne_out, body, "title" if one.title else "lead")
            if found is not None:
                yield found

    def pair_title(self, title: Article, one: ClaimView) -> Pair | None:
        """As `pair`, for one figure of a title that only the metadata has; `title` is the article of it."""
        return self._find(one, title, self._views, self._views, "title")

    def _find(
        self, one: ClaimView, page: Article, borne_out: Sequence[ClaimView], body: Sequence[ClaimView], head: _Place
    ) -> Pair | None:
        """The figure of the body that the one of a head should be; None where the page bears it out or none is near.

        `page` is what the figure of the head stands in.
        """
        if len(one.sentence) < _WORDS or not _is_asked(one) or any(_bears_out(one, other) for other in borne_out):
            return None
        near = [
            other
            for other in body
            if other.claim.qualifier != "range" and _is_of_one_kind(one, other) and not is_vetoed(one, other)
        ]
        scored = [found for other in near if (found := self._score(one, other, page, head)) is not None]
        if not scored or _add_up(one, body):
            return None
        best = max(scored, key=lambda found: found.order)
        words, measure, sure = _LEAST[head, best.form if best.is_slip else "near"]
        if best.bits < (measure if best.of_one_measure else words) or name_other_moments(one, best.other):
            return None
        return _rate(one, best, head, sure) if best.form in _SURE_SLIPS or _is_sole(best, scored) else None

    def _score(self, one: ClaimView, other: ClaimView, page: Article, head: _Place) -> _Scored | None:
        pair = build_pair(one.claim, other.claim, (), 0.0, signed=sign_sides(one, other))
        if pair.verdict not in (Outcome.DIFFER, Outcome.SLIP) or is_rounded_off(pair):
            return None
        pair = explain_difference(pair, one, other)
        form = _find_form(pair, head)
        chance = form not in _SURE_SLIPS  # two figures of two facts may well look like it
        if not pair.verdict.disputes or form not in (_SLIPS if head == "lead" else _SLIPS | _NEAR):
            return None
        read = read_surroundings([one], page.text.folded, page.claims)  # few come so far
        ours, theirs = read.figures[0], self._surround(other)
        if chance and (not _have_digits(pair) or _are_of_two_frames(ours, theirs, self._stats)):
            return None
        landed = land_retelling(Meeting(ours, theirs, Scale(read, self._read_all()), self._stats), 1.0)
        table = retelling_weights()
        one_measure = not _ONE_MEASURE.isdisjoint(landed.items())
        levels = tuple(level for level in table.land(landed) if level.comparison not in _OF_TWO_ARTICLES)
        return _Scored(table.weigh(landed), form, form in _SLIPS, one_measure, levels, other)

    def _read_all(self) -> ReadArticle:
        if self._read is None:
            self._read = read_surroundings(self._views, self._article.text.folded, self._article.claims)
        return self._read

    def _surround(self, view: ClaimView) -> Surroundings:
        return next(one for one in self._read_all().figures if one.view.claim.start == view.claim.start)


def _is_asked(one: ClaimView) -> bool:
    """Whether a figure of a head is one that its body states again: of two digits, and of no moment, age or rank."""
    claim = one.claim
    value = stated_value(claim)
    telling = value is not None and (len(significant_digits(claim)) > 1 or abs(value) >= _TEN)
    return telling and claim.kind not in _UNASKED and claim.qualifier != "range" and not is_unpaired(one)


def _is_of_one_kind(one: ClaimView, other: ClaimView) -> bool:
    """Whether both figures are of one kind, in units that convert, and may count the same things."""
    x, y = one.claim, other.claim
    if x.kind != y.kind or not are_comparable(x, y):
        return False
    return x.kind != "count" or one.lexicon.pair.counts_alike(x.unit, y.unit)


def _bears_out(one: ClaimView, other: ClaimView) -> bool:
    """Whether a figure of the page is that of the head, or lies near it within a hedge; 数百人 is that of no other."""
    if not _is_of_one_kind(one, other) or not is_confirmed(one.claim, other.claim):
        return False
    vague = len(significant_digits(other.claim)) < min(_TWO_DIGITS, len(significant_digits(one.claim)))
    return one.claim.qualifier != "exact" or not vague or stated_value(one.claim) == stated_value(other.claim)


def is_confirmed(claim: Claim, other: Claim) -> bool:
    """Whether two figures agree, and are about as large."""
    agreed = find_agreement(claim, other)
    if agreed == Outcome.REACH:
        return is_close(build_pair(claim, other, (), 0.0))
    return agreed is not None


def _add_up(one: ClaimView, body: Sequence[ClaimView]) -> bool:
    """Whether figures that stand side by side in one sentence of the body add up to the one of the head.

    What a headline counts in one word the body may count in several (逾3300發: 1567枚, 1312發 and others).
    """
    wanted = reached_interval(one.claim)
    rows: dict[Span, list[Fraction]] = {}
    for other in body:
        value = stated_value(other.claim)
        if value is not None and (one.claim.kind == other.claim.kind == "count" or _is_of_one_kind(one, other)):
            rows.setdefault(other.claim.sentence, []).append(value)
    return any(
        wanted.meets(Interval(low=total, high=total))
        for row in rows.values()
        for at in range(len(row) - 1)
        for total in [*accumulate(row[at:])][1:]
    )


def _is_sole(best: _Scored, scored: Iterable[_Scored]) -> bool:
    """Whether no other figure is of the same measure, or comes near."""
    others = [found for found in scored if not is_confirmed(found.other.claim, best.other.claim)]
    if best.of_one_measure:
        return not any(found.of_one_measure for found in others)
    return best.bits - max((found.bits for found in others), default=_ANY) >= _MARGIN


def _are_of_two_frames(ours: Surroundings, theirs: Surroundings, stats: CorpusStats) -> bool:
    """Whether the figures say of whom, of how much of it, when or against what they are, and say it otherwise."""
    one, other = ours.view, theirs.view
    x, y = one.claim, other.claim
    said = [(getattr(x, name), getattr(y, name)) for name in ("part", "scope", "basis", "attribution")]
    said.append((tell_place(x, one.lexicon), tell_place(y, one.lexicon)))
    if any(left and right and left != right for left, right in said) or x.status != y.status:
        return True
    if not are_of_one_time(one, other) or not _is_of_period(one, other):
        return True
    if _is_among(ours) != _is_among(theirs) or _is_former(ours) != _is_former(theirs):
        return True
    if find_contrast(ours.clause - theirs.clause, theirs.clause - ours.clause, one.lexicon.pair.concepts) is not None:
        return True
    is_part = any(relation in _PARTS for relation, *_ in y.links) and not x.links
    return is_part or are_of_other_bearers(one, other, stats)


def _is_of_period(one: ClaimView, other: ClaimView) -> bool:
    """Whether two periods are the same; that of a headline, which hardly says one, need only meet the other.

    A change whose time is told in the sentences before (6月, 环比) is of none that is known.
    """
    if not one.claim.period or not other.claim.period:
        return not is_in_words(one.claim, "period") or "change" not in other.claim.aspects
    relation = relate_periods(one.claim.period, other.claim.period)
    return relation == "same" or (one.title and relation == "meets")


def _is_among(side: Surroundings) -> bool:
    """Whether the sentence says, before the figure, that it is of some among those of before."""
    return side.view.lexicon.frame.words.among in _ahead(side)


def _is_former(side: Surroundings) -> bool:
    """Whether the sentence says, before the figure, that it is of a time before the one that the article is about."""
    return side.view.lexicon.pair.measures.former.search(_ahead(side)) is not None


def _ahead(side: Surroundings) -> str:
    claim = side.view.claim
    return side.folded[claim.sentence[0] : claim.start]


def _have_digits(pair: Pair) -> bool:
    """Whether neither figure is in round numbers: 80% of 83%."""
    return all(len(significant_digits(claim)) >= _TWO_DIGITS for claim in (pair.a, pair.b))


def _find_form(pair: Pair, head: _Place) -> str:
    """The form of a difference; `digit` where two are printed alike but for one digit, or two that are swapped.

    2万 and 200万 are two round figures, and no slip.
    """
    form = find_form(pair)
    if form in _SURE_SLIPS:
        return form if _have_digits(pair) else "wide"
    return "digit" if _differ_in_a_digit(pair.a, pair.b, _DIGITS[head]) else find_ratio(pair)


def _differ_in_a_digit(a: Claim, b: Claim, least: int) -> bool:
    x, y = stated_value(a), stated_value(b)
    if x is None or y is None or not a.step or a.step != b.step or a.unit != b.unit:
        return False
    one, other = (str(abs(value) / Fraction(a.step)) for value in (x, y))
    if not len(one) == len(other) >= least:
        return False
    unlike = [at for at, (ours, theirs) in enumerate(zip(one, other, strict=True)) if ours != theirs]
    if len(unlike) == _TWO_DIGITS and unlike[1] - unlike[0] == 1:
        return one[unlike[0] : unlike[1] + 1] == other[unlike[0] : unlike[1] + 1][::-1]
    return len(unlike) == 1


def _rate(one: ClaimView, best: _Scored, head: _Place, sure: float) -> Pair:
    """The pair on the scale of other pairs; its levels add up to its weight."""
    known = math.fsum(level.weight for level in best.levels)
    weight = best.bits + weights().sure - sure
    form = _WEIGHTS[best.form]
    told = (_land(_HEAD, head, weight - known - form), _land(_FORM, best.form, form))
    signed = sign_sides(one, best.other)
    return build_pair(one.claim, best.other.claim, (*best.levels, *told), weight, signed=signed)


def _land(comparison: str, level: str, weight: float) -> Landing:
    return Landing(
        comparison=comparison, level=level, weight=round(weight, 2), label=message(f"level.{comparison}.{level}")
    )


def is_headed(pair: Pair) -> bool:
    """Whether a pair was found between the head of a page and its body."""
    return any(level.comparison == _HEAD for level in pair.levels)


def weigh_least(pair: Pair) -> float:
    """The weight from which on a pair of a head is reported."""
    landed = {(level.comparison, level.level) for level in pair.levels}
    head = next(key for key in HEAD_LEVELS[_HEAD] if (_HEAD, key) in landed)
    form = next((key for key in sorted(_SLIPS) if (_FORM, key) in landed), "near")
    words, measure, sure = _LEAST[head, form]
    least = words if _ONE_MEASURE.isdisjoint(landed) else measure
    return round(weights().sure + max(least, -weights().sure) - sure, 2)

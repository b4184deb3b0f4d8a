"""A claim as facts are gathered from it: the letters around it, and the classes that set figures apart."""

from __future__ import annotations

import math
import re
import sys
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.corpus.frequency import weigh_word
from factcheck.model import Claim, Value
from factcheck.pair.measures import read_concepts
from factcheck.pair.periods import bound_period, is_of_days
from factcheck.pair.product_models import list_models
from factcheck.pair.vetoes import count_days, is_in_words
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_CLOSE = 8, 6  # letters before and behind a figure that say what it is of
_WIDE = 24, 14  # letters that say more of it
_EARLIER = 40  # days before an article, from which a period is that of another event
_BESIDE = 6  # letters on either side in which stands what became of the people counted
RARE = 7.0  # bits; one article of news in 128 holds such a word
_UNIT = re.compile("[A-Za-z]{1,2}")  # GB, kW, Hz
_AROUND = 100  # letters before and behind a sentence that say whom and what it is about
_STATED = frozenset({  # kinds that state a fact; ranges of numbers without a unit, ages and dates do not move about
    "money", "percent", "percentage_point", "fraction", "ratio", "multiple", "rank", "count", "duration", "length",
    "area", "mass", "volume", "power", "energy", "data", "level",
})  # fmt: skip
_SETTING = frozenset({"change", "per_unit", "extreme", "from", "new"})
_POINTS = "percentage_point"  # what rises or falls by so much is a change, whatever the words
_ALIKE = {"fraction": "percent", "level": "count"}  # kinds that compare with another one
_END = re.compile(r"[\d，。；：、！？,;:!?\n]")  # where the words that belong to a figure end
_END_OF_CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
_CACHED = 1 << 12  # stretches whose pairs of letters are remembered: of all they would take more room than the texts
Pairs = frozenset[str]  # of letters that stand side by side


class Statement(Value, frozen=True):
    """A claim, and what is compared of it; letters are folded, digits and marks left out."""

    claim: Claim
    place: tuple[str, int]  # article and offset
    kind: str
    figure: tuple[object, ...]  # the same for two figures that are written as one value
    value: float  # near enough, in the unit of the claim, to look for figures that may agree with it
    digits: int  # significant ones of it
    ahead: str  # the letters ahead of it
    after: str  # the letters behind it
    near: tuple[int, int]  # how many of them stand close to it
    said: str  # the letters of the sentence
    measure: frozenset[str]  # the letters of the measure
    subject: str
    concepts: frozenset[str]  # of the measure, whatever its words
    outcomes: frozenset[str]  # what became of the people counted
    tolls: frozenset[str]  # the same, and what else is told anew as an event goes on
    momentary: bool  # whether what is measured changes from hour to hour: a price, the weather
    running: bool  # whether what is measured runs on with time
    base: str | None  # what a change is measured against
    direction: str | None  # of a change
    foreseen: bool  # whether it is told of what is to come, as a forecast or by its odds
    term: str | None  # for how long what is measured runs: a bond, a loan
    others: frozenset[str]  # the significant digits of the other figures of the sentence, two and more
    day: str  # ISO date of the article, or ""
    earlier: bool  # whether the sentence tells of a time well before the article
    models: frozenset[str]  # of products: those named before the figure, else those of the headline
    names: tuple[str, ...]  # rare words of the sentence, in order
    around: tuple[str, ...]  # rare words of what stands around it, in order

    @property
    def close(self) -> Pairs:
        """The pairs of letters close to it."""
        before, behind = self._close
        return _pair_both(before, behind)

    @property
    def wide(self) -> Pairs:
        """The pairs of letters around it."""
        return _pair_both(self.ahead, self.after)

    @property
    def context(self) -> Pairs:
        """The pairs of letters of the sentence."""
        return _pair_all(self.said)

    @property
    def before(self) -> str:
        """The two letters ahead of it."""
        return self._close[0][-2:]

    @property
    def behind(self) -> str:
        """The two letters behind it."""
        return self.after[:2]

    @property
    def _close(self) -> tuple[str, str]:
        before, behind = self.near
        return self.ahead[len(self.ahead) - before :], self.after[:behind]

    @property
    def moves(self) -> bool:
        """Whether what it measures is told anew as time goes on."""
        if self.earlier:
            return False
        return ((self.running or bool(self.tolls)) and not self._is_of_closed_span) or bool(self.outcomes)

    @property
    def setting(self) -> frozenset[str]:
        """The aspects that make another figure of it: a change is no level, what it was is not what it is."""
        return self.claim.aspects & _SETTING

    @property
    def _is_of_closed_span(self) -> bool:
        """Whether it is told of a year or month, and that was over when the article appeared: it is final."""
        period = self.claim.period
        if period is None or not self.day or not is_in_words(self.claim, "period"):
            return False
        if period.startswith(("by ", "since ")) or is_of_days(period):
            return False
        last = period.partition("/")[2] or period
        return self.day[: len(last)] > last


def view_statements(article: Article, lexicon: Lexicon) -> Iterator[Statement]:
    """What the claims of an article state, in the order of the text."""
    folded, day = article.text.folded, article.document.date or ""
    day = day if len(day) == len("2025-01-01") else ""
    head = article.text.headline
    of_head = list_models(folded[slice(*head)], lexicon) if head is not None else frozenset()
    for span, held in groupby(article.claims, key=lambda claim: claim.sentence):
        claims = list(held)
        if not any(_is_stated(claim, lexicon) for claim in claims):
            continue
        said = _letters(folded[slice(*span)])
        names = frozenset(_list_names(folded[slice(*span)], lexicon))
        around = frozenset(_list_names(folded[max(0, span[0] - _AROUND) : span[1] + _AROUND], lexicon)) | names
        named = tuple(sorted(names)), tuple(sorted(around))
        digits = [significant_digits(claim) for claim in claims]
        for number, claim in enumerate(claims):
            if not _is_stated(claim, lexicon) or claim.status == "denied" or claim.is_cell:
                continue
            others = frozenset(one for at, one in enumerate(digits) if at != number and len(one) > 1)
            models = list_models(folded[span[0] : claim.start], lexicon) or of_head
            yield _view(folded, claim, said, (digits[number], others, day, models, *named), lexicon)


def _is_stated(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a figure states a fact; of ordinals those are claims that are celebrated (第300万辆)."""
    return claim.kind in _STATED or claim.unit == lexicon.quantity.ranks.ordinal


def _view(
    folded: str,
    claim: Claim,
    said: str,
    known: tuple[str, frozenset[str], str, frozenset[str], tuple[str, ...], tuple[str, ...]],
    lexicon: Lexicon,
) -> Statement:
    measures = lexicon.pair.measures
    (first, last), (at, behind) = claim.sentence, (claim.start, claim.end)
    digits, others, day, models, names, nearby = known
    ahead, after = folded[max(first, at - _WIDE[0]) : at], folded[behind : min(last, behind + _WIDE[1])]
    changes = "change" in claim.aspects
    near = ahead[-_CLOSE[0] :]
    around = f"{claim.measure or ''} {near}{folded[at:behind]}{after[: _CLOSE[1]]}"
    beside = ahead, folded[at:behind] + after
    tolls = _find_outcomes(claim, beside, measures.outcomes | measures.tolls)
    return Statement(
        claim=claim,
        place=(claim.doc, at),
        kind=_ALIKE.get(claim.kind, claim.kind),
        figure=(claim.kind, claim.unit if claim.kind != "count" else "", claim.low, claim.high),
        value=_approximate(claim),
        digits=len(digits),
        ahead=_letters(ahead),
        after=_letters(after),
        near=(len(_letters(near)), len(_letters(after[: _CLOSE[1]]))),
        said=said,
        measure=_list_letters(claim.measure or ""),
        subject=claim.subject or "",
        concepts=read_concepts(claim.measure or "", lexicon),
        outcomes=tolls & measures.outcomes.keys(),
        tolls=tolls,
        momentary=measures.momentary.search(around) is not None,
        running="per_unit" not in claim.aspects and measures.running.search(around) is not None,
        base=_last_of(measures.bases, ahead) if changes else None,
        direction=_last_of(measures.directions, _END_OF_CLAUSE.split(ahead)[-1])
        if changes or claim.kind == _POINTS
        else None,
        foreseen=claim.status == "forecast" or measures.odds.search(_END_OF_CLAUSE.split(after)[0]) is not None,
        term=_find_term(measures.term, folded[first:at]),
        others=others,
        day=day,
        earlier=_is_of_earlier_event(claim, day),
        models=models,
        names=names,
        around=nearby,
    )


def _list_names(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of a folded text that few articles of news hold."""
    return (
        sys.intern(word)  # many articles have it
        for word in content(lexicon.text.segmenter.words(text))
        if len(word) > 1 and weigh_word(word) >= RARE and not _UNIT.fullmatch(word)
    )


def _find_outcomes(claim: Claim, around: tuple[str, str], classes: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
    """What became of the people counted: by the words behind the figure, else by those ahead of it, up to a mark.

    30死80多伤: each figure has its own.
    """
    ahead, after = around
    figure = after[: claim.end - claim.start]
    behind = _END.split(after[claim.end - claim.start :][:_BESIDE])[0]
    before = _END.split(ahead[-_BESIDE:])[-1]
    for words in (figure + behind, f"{before} {claim.measure or ''}"):
        found = frozenset(name for name, outcome in classes.items() if outcome.search(words))
        if found:
            return found
    return frozenset()


def _is_of_earlier_event(claim: Claim, day: str) -> bool:
    """Whether the sentence tells of a time well before the article: 2021年, 自1995年以来."""
    period = claim.period
    if period is None or not is_in_words(claim, "period") or not day:
        return False
    if period.startswith(f"since {day[:4]}"):  # 今年以来
        return False
    first, last = bound_period(period)
    told = first if period.startswith("since ") else last
    told = told.replace("-99-99", "-12-31").replace("-99", "-28").replace("-00", "-01")
    return told < day and count_days(told, day) > _EARLIER


def _approximate(claim: Claim) -> float:
    bound = claim.low if claim.low is not None else claim.high
    try:
        return float(bound or 0)
    except OverflowError:
        return math.inf


def pair_letters(text: str) -> Pairs:
    """The pairs of letters that stand side by side in folded text."""
    return _pair(_letters(text))


@lru_cache(maxsize=_CACHED)
def _pair_both(before: str, behind: str) -> Pairs:
    return _pair(before) | _pair(behind)


@lru_cache(maxsize=_CACHED)
def _pair_all(letters: str) -> Pairs:
    return _pair(letters)


def _pair(letters: str) -> Pairs:
    return frozenset([letters[at : at + 2] for at in range(len(letters) - 1)])


@lru_cache(maxsize=_CACHED)
def _list_letters(text: str) -> frozenset[str]:
    return frozenset(_letters(text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _find_term(term: re.Pattern[str], before: str) -> str | None:
    """The term that is named last before a figure, in its clause."""
    found = term.findall(_END_OF_CLAUSE.split(before)[-1])
    return found[-1] if found else None


def _last_of(classes: Mapping[str, re.Pattern[str]], before: str) -> str | None:
    """The class of the last word before a figure that is of one."""
    found = [(match.end(), name) for name, words in classes.items() for match in words.finditer(before)]
    return max(found)[1] if found else None

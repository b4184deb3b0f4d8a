"""A claim as pairing sees it: its words, near and far, and the classes that veto."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, get_args

from factcheck.corpus.corpus import content
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Kind, Value
from factcheck.pair.measures import read_concepts
from factcheck.pair.stamps import Stamps, find_stamps
from factcheck.text.sentences import clauses
from factcheck.text.words import words
from factcheck.verdict import significant_digits, stated_bound

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Container, Iterator, Sequence

    from factcheck.lexicon.pair import MeasureWords
    from factcheck.model import Article, Span

_BESIDE = 5  # letters on either side that are joined to a figure
_NEAR = 12  # letters on either side of a figure that are its immediate wording
GAIN, LOSS = "gain", "loss"  # what an amount is the result of
_TELLING = 3  # digits of a figure that two texts do not share by chance
PAIRED = frozenset(get_args(Kind)) - {"number", "other"}  # kinds of figures that may state one fact


class ClaimView(Value, frozen=True):
    """Words are content words, names that mean the same written alike."""

    claim: Claim
    lexicon: Lexicon
    subject: str | None
    measure: frozenset[str]
    concepts: frozenset[str]  # of the measure: words of one meaning are one, words that say nothing are left out
    left: tuple[str, ...]  # the words just before the figure, nearest last
    right: tuple[str, ...]  # the words just behind it, nearest first
    beside: tuple[str, str]  # the letters within twice that distance, across clauses
    clause_text: str
    ahead: str  # of the clause, what stands before the figure
    moments: frozenset[str]  # the days, months, quarters that the sentence names before the figure
    stamps: Stamps  # the hours, sessions, days of record, fiscal years that it names
    sentence: frozenset[str]
    momentary: bool  # what is measured changes from day to day
    named: bool  # the figure is part of a name: 65英寸版
    running: bool  # what is measured only runs on with time
    outcomes: frozenset[str]  # what became of the people counted, in the words beside the figure
    direction: str | None  # of a change, by the last word before the figure: up or down
    result: str | None  # of money: gain or loss, by the last word before the figure
    base: str | None  # what a change is measured against: year or month
    value: str  # kind and value
    figure: tuple[str, str]  # kind and significant digits
    other_values: frozenset[str]  # kind and value of the other figures of the sentence
    other_figures: frozenset[tuple[str, str]]  # those of two digits and more, which are not shared by chance
    date: str | None  # of the document
    corrects: str  # the words by which the sentence says that it corrects what was printed before
    moved: bool  # whether it says that the figure was raised or lowered to what it is
    guessed: bool  # whether the sentence says that the figure was estimated or forecast
    head: bool  # whether the sentence is the headline or in the lead
    title: bool  # whether it is the headline: the first, alone in its line
    earlier: bool  # whether it says that it speaks of an earlier moment, or up to which one
    values: int = 0  # how many figures this wording has in the corpus
    own: frozenset[tuple[str, str]] = frozenset()  # of `other_figures`, what few other texts of this wording hold

    @property
    def near(self) -> frozenset[str]:
        """The words within twice the distance of `left` and `right`; few claims come so far that it is asked for."""
        return frozenset(word for text in self.beside for word in _cut(text, self.lexicon))

    @property
    def clause(self) -> frozenset[str]:
        """The words of the clause."""
        return frozenset(_cut(self.clause_text, self.lexicon))

    @property
    def words_ahead(self) -> frozenset[str]:
        """The words of the clause before the figure."""
        return frozenset(_cut(self.ahead, self.lexicon))

    @property
    def part(self) -> tuple[str, bool, bool, bool]:
        """Article, and whether it is its headline, its lead, its body, a table; claims of one part are not compared."""
        return self.claim.doc, self.head, self.title, self.claim.is_cell

    def follows(self, other: ClaimView) -> bool:
        """Whether the sentence stands right behind the other's, in the same line."""
        return self.claim.sentence[0] == other.claim.sentence[1]


def view_article(article: Article, alike: Callable[[str], str], lexicon: Lexicon) -> Iterator[ClaimView]:
    """The views of one article, in the order of places, of whose wordings nothing is counted yet."""
    for _, held in groupby(article.claims, key=lambda claim: claim.sentence):
        yield from view_sentence(article, tuple(held), PAIRED, alike, lexicon)


def view_sentence(
    article: Article, claims: Sequence[Claim], kinds: Container[Kind], alike: Callable[[str], str], lexicon: Lexicon
) -> Iterator[ClaimView]:
    """The views of the claims of some kinds in one sentence; `claims` are all of it, `alike` rewrites aliases."""
    milestone = lexicon.quantity.ranks.ordinal
    seen = [claim for claim in claims if claim.kind in kinds or claim.unit == milestone]
    if seen:
        told = _read_sentence(article.text.folded, claims, alike, lexicon)
        yield from (_view_claim(article, claim, told, alike=alike, lexicon=lexicon) for claim in seen)


class _Told(NamedTuple):
    """What all claims of one sentence have in common."""

    claims: Sequence[Claim]
    spans: Sequence[Span]  # of its clauses
    words: frozenset[str]
    stamps: Stamps
    values: Sequence[str]  # kind and value of each claim
    figures: Sequence[tuple[str, str]]  # kind and digits of each
    moved: bool
    earlier: bool


def _read_sentence(folded: str, claims: Sequence[Claim], alike: Callable[[str], str], lexicon: Lexicon) -> _Told:
    start, end = claims[0].sentence
    measures = lexicon.pair.measures
    printed = not all(claim.is_cell for claim in claims)  # what a row says is told of each of its cells
    return _Told(
        claims=claims,
        spans=clauses(folded, start, end),
        words=frozenset(_cut(alike(folded[start:end]), lexicon)) if printed else frozenset(),
        stamps=find_stamps(folded, (start, end), lexicon),
        values=[value_key(claim) for claim in claims],
        figures=[digit_key(claim) for claim in claims],
        moved=measures.moved.search(folded, start, end) is not None,
        earlier=measures.earlier.search(folded, start, end) is not None,
    )


def _view_claim(
    article: Article,
    claim: Claim,
    told: _Told,
    *,
    alike: Callable[[str], str],
    lexicon: Lexicon,
) -> ClaimView:
    """The view of one claim of `article`; `told` is what its sentence says."""
    own = next(at for at, one in enumerate(told.claims) if one is claim)
    # a row has other years beside its figure
    beside = () if claim.is_cell else (*range(own), *range(own + 1, len(told.claims)))
    folded, (start, end), (at, behind) = article.text.folded, claim.sentence, (claim.start, claim.end)
    first, last = next((span for span in told.spans if span[0] <= at < span[1]), (start, end))
    if claim.is_cell:  # what its row and its column say stands for the sentence
        said = (claim.subject or "") + (claim.measure or "")
        folded = said + folded[at:behind]
        start, end, at, behind = 0, len(folded), len(said), len(folded)
        first, last = start, end
    around = folded[max(first, at - _NEAR) : min(last, behind + _NEAR)]
    measures = lexicon.pair.measures
    changes = "change" in claim.aspects
    result = _last_of(measures.results, folded[first : claim.start]) if claim.kind == "money" else None
    plain = not claim.is_cell and result is None
    if result is not None:
        alike = _tell_as_profit(alike, measures.lost if result == LOSS else measures.gained, measures.profit)
    measured = alike(_event(claim, measures) or claim.measure or "")
    return ClaimView(
        claim=claim,
        lexicon=lexicon,
        subject=alike(claim.subject) if claim.subject else None,
        measure=frozenset(_cut(measured, lexicon)),
        concepts=read_concepts(measured, lexicon),
        left=_cut(alike(folded[max(first, at - _NEAR) : at]), lexicon),
        right=_cut(alike(folded[behind : min(last, behind + _NEAR)]), lexicon),
        beside=(
            alike(folded[max(start, at - 2 * _NEAR) : at]),
            alike(folded[behind : min(end, behind + 2 * _NEAR)]),
        ),
        clause_text=alike(folded[first:last]),
        ahead=alike(lexicon.pair.moments.coded.sub("", folded[first:at])),
        moments=frozenset(lexicon.pair.moments.named.findall(folded, start, at)),
        stamps=told.stamps if not claim.is_cell else find_stamps(folded, claim.sentence, lexicon),
        sentence=told.words if plain else frozenset(_cut(alike(folded[start:end]), lexicon)),
        momentary=_is_momentary(claim, around if claim.measure else folded[start:at] + around, measures),
        named=_is_named(folded, claim.kind, (at, behind), measures),
        running=_is_running(claim, around, measures),
        outcomes=_outcomes(folded[max(first, at - _BESIDE) : min(last, behind + _BESIDE)], measures),
        direction=_last_of(measures.directions, folded[first:at]) if changes else None,
        result=result,
        base=_last_of(measures.bases, folded[max(start, at - _NEAR) : at]) if changes else None,
        value=told.values[own],
        figure=told.figures[own],
        other_values=frozenset(told.values[at] for at in beside),
        other_figures=frozenset(told.figures[at] for at in beside if len(told.figures[at][1]) > 1),
        date=article.document.date,
        corrects=_corrects(folded, claim, measures),
        moved=told.moved if not claim.is_cell else measures.moved.search(folded, start, end) is not None,
        guessed=measures.guessed.search(folded, first, last) is not None,
        head=not claim.is_cell and article.text.lead is not None and start < article.text.lead[1],
        title=article.text.headline == claim.sentence,
        earlier=told.earlier if not claim.is_cell else measures.earlier.search(folded, start, end) is not None,
    )


def _tell_as_profit(alike: Callable[[str], str], told: re.Pattern[str], profit: str) -> Callable[[str], str]:
    """`alike` that words what is `told` (盈利2亿元, 亏损2亿元) as the profit that it is, or is below zero."""
    return lambda text: alike(told.sub(profit, text))


def _corrects(folded: str, claim: Claim, measures: MeasureWords) -> str:
    start, end = claim.sentence
    ahead = folded[max(start, claim.start - _NEAR) : claim.start]
    found = measures.corrects.search(folded, start, end) or measures.corrects_to.search(ahead)
    return found.group() if found else ""


def _event(claim: Claim, measures: MeasureWords) -> str | None:
    """The name of the event that a date is of: 逝世 for 病逝."""
    return measures.events.get(claim.measure or "") if claim.kind == "date" else None


def _is_momentary(claim: Claim, around: str, measures: MeasureWords) -> bool:
    """`around` is the clause; of a figure without a measure (报收于3164点，下跌0.1%) all of the sentence before it."""
    said = f"{claim.subject or ''} {_wording(claim, around)}"
    return claim.kind in {"temperature", "speed"} or measures.momentary.search(said) is not None


def _is_named(folded: str, kind: Kind, figure: Span, measures: MeasureWords) -> bool:
    if kind in {"count", "money", "percent"}:
        return False  # 三款, 199元版 are counted and paid
    behind, before = measures.named_behind, measures.named_before
    return bool(behind.match(folded, figure[1]) or before.search(folded, max(0, figure[0] - 4), figure[0]))


def _is_running(claim: Claim, around: str, measures: MeasureWords) -> bool:
    return "per_unit" not in claim.aspects and measures.running.search(_wording(claim, around)) is not None


def _outcomes(beside: str, measures: MeasureWords) -> frozenset[str]:
    return frozenset(name for name, outcome in measures.outcomes.items() if outcome.search(beside))


def _wording(claim: Claim, around: str) -> str:
    return (claim.measure or "") + " " + around


def _last_of(classes: dict[str, re.Pattern[str]], before: str) -> str | None:
    """The class of the last word before a figure that is of one: which way a change goes, against what."""
    found = [(match.end(), name) for name, words in classes.items() for match in words.finditer(before)]
    return max(found)[1] if found else None


def value_key(claim: Claim) -> str:
    """Kind and stated value, as a text that is quickly compared."""
    return f"{claim.kind} {stated_bound(claim)}"


def digit_key(claim: Claim) -> tuple[str, str]:
    """What makes two figures the same one at a glance: kind and significant digits."""
    return claim.kind, significant_digits(claim)


def _cut(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The content words of a stretch of folded text."""
    known = lexicon.pair.contents.get(text)
    return known if known is not None else lexicon.pair.contents.keep(text, tuple(content(words(text))))

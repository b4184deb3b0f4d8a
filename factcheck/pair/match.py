"""Pairs claims that state the same fact: candidates, vetoes, weights, and one partner each."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.corpus import CorpusStats, corpus_stats
from factcheck.messages import say
from factcheck.model import Article, Claim, Level, Pair, Phrase
from factcheck.pair.about import Protagonists
from factcheck.pair.aliases import Aliases
from factcheck.pair.blocks import candidates
from factcheck.pair.comparisons import compared
from factcheck.pair.explain import moved
from factcheck.pair.verdict import Verdict, verdict
from factcheck.pair.vetoes import of_other_moments, vetoed
from factcheck.pair.view import View, view, with_values
from factcheck.pair.weights import weights
from factcheck.pair.within import enough, retold
from factcheck.progress import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Number
    from factcheck.progress import Progress

_Figure = tuple[str, "Number | None", "Number | None", str]  # kind, bounds, unit
_NO_LETTER = re.compile(r"[\W_]+")
_UNPAIRED = {"number", "other"}
_EQUAL = {"equal", "rounding", "reach"}
_DISPUTE = {"differ", "slip"}
# A partner that says the same is the likelier one: it wins over an equally worded one that does not.
_AGREEMENT = 6.0
_TOO_MANY = 3  # differing figures of two articles
# The share of rare words that two articles have in common, and the level from there on.
_STORIES = (("same", 0.25), ("like", 0.06), ("apart", 0.01), ("others", 0.0))


def pairs(
    articles: Sequence[Article],
    aliases: Sequence[Sequence[str]] = (),
    stats: CorpusStats | None = None,
    progress: Progress | None = None,
) -> tuple[Pair, ...]:
    """The pairs of claims taken for the same fact, in the order of the claims; each claim has one partner an article.

    `aliases` are groups of folded words that mean the same; `stats` are those of the articles, where they are known.
    """
    stats = corpus_stats(articles) if stats is None else stats
    views, twins = views_of(articles, aliases)
    stories = Stories(stats)
    likely = candidates(views, stats)
    authors = _Authors(articles, stats)
    scored = [
        pair
        for a, b in counted(likely, "pair", progress, len(likely))
        if (pair := _pair(views[a], views[b], stats, stories)) is not None and not authors.tell_two_facts(pair)
    ]
    return (*_one_partner(scored), *twins)


def views_of(articles: Sequence[Article], aliases: Sequence[Sequence[str]]) -> tuple[list[View], tuple[Pair, ...]]:
    """What is compared: one view for all claims of the same words and figure; its twins are pairs already."""
    names = Aliases(articles, aliases)
    views = [
        view(article, claim, sentence, names.rewriter(article.document.id))
        for article in articles
        for _, held in groupby(article.claims, key=lambda claim: claim.sentence)
        for sentence in (tuple(held),)
        for claim in sentence
        if claim.kind not in _UNPAIRED
    ]
    return _without_reprints(with_values(views), {article.document.id: article for article in articles})


def _pair(a: View, b: View, stats: CorpusStats, stories: Stories) -> Pair | None:
    least: float | None = weights().threshold
    if a.claim.doc == b.claim.doc:
        least = retold(a, b, stats)
    if least is None or vetoed(a, b) is not None:
        return None
    levels = compared(a, b, stats, lambda: stories.level(a.claim.doc, b.claim.doc), least)
    if not enough(levels, least):
        return None
    pair = judged(a.claim, b.claim, levels, sum(level.weight for level in levels))
    if pair.verdict == "incomparable":
        return None
    pair = moved(pair, a, b)
    return None if pair.verdict in _DISPUTE and of_other_moments(a, b) else pair


class _Authors:
    """What whole articles say against taking two differing figures for one fact."""

    def __init__(self, articles: Sequence[Article], stats: CorpusStats) -> None:
        self._figures = {article.document.id: frozenset(map(_figure, article.claims)) for article in articles}
        self._about = Protagonists({article.document.id: article for article in articles}, stats)

    def tell_two_facts(self, pair: Pair) -> bool:
        """Whether one article states both figures, or each is about somebody whom the other never names."""
        one, other = pair.a.doc, pair.b.doc
        if one == other or pair.verdict not in _DISPUTE:
            return False
        both = _figure(pair.b) in self._figures[one] or _figure(pair.a) in self._figures[other]
        return both or self._about.are_others(one, other)


def _figure(claim: Claim) -> _Figure:
    return claim.kind, claim.low, claim.high, claim.unit


def judged(a: Claim, b: Claim, levels: tuple[Level, ...], weight: float) -> Pair:
    """The pair of two claims with what their figures are to one another, and why in words."""
    found: Verdict = verdict(a, b)
    said = sorted((level for level in levels if level.weight), key=lambda level: -abs(level.weight))
    reasons = (found.reason, *map(_reason, said))
    return Pair(a=a, b=b, levels=levels, weight=round(weight, 2), verdict=found.outcome, reasons=reasons)


def _reason(level: Level) -> Phrase:
    return say("weighed", label=say(f"level.{level.comparison}.{level.level}"), weight=f"{level.weight:+g}")


class Stories:
    """The level of two articles by the rare words they share, each pair asked once."""

    def __init__(self, stats: CorpusStats) -> None:
        self._stats = stats
        self._known: dict[tuple[str, str], str] = {}

    def level(self, a: str, b: str) -> str:
        """The name of the level of two articles, given by id."""
        if a == b:
            return "same"
        known = self._known.get((a, b))
        if known is None:
            known = self._level(a, b)
            self._known[a, b] = known
        return known

    def _level(self, a: str, b: str) -> str:
        share = self._stats.kinship(a, b)
        if share is None:
            return "unknown"
        return next(level for level, least in _STORIES if share >= least)


def _one_partner(scored: Iterable[Pair]) -> tuple[Pair, ...]:
    """Of all pairs between two articles, those in which each claim has its best partner.

    A claim whose figure the other article confirms is no ground to doubt it against a third figure there.
    """
    by_articles: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in scored:
        by_articles[pair.a.doc, pair.b.doc].append(pair)
    kept: list[Pair] = []
    for group in by_articles.values():
        kept += _of_one_thing(list(_partners(group)))
    return tuple(sorted(kept, key=lambda pair: (pair.a.doc, pair.a.start, pair.b.doc, pair.b.start)))


def _partners(group: Iterable[Pair]) -> Iterator[Pair]:
    """The best pairs of two articles; a figure that one of them states again is a partner at each of its places."""
    partner: dict[tuple[str, int], Claim] = {}
    for pair in sorted(group, key=_best_first):
        one, other = (pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start)
        if _states(partner.get(one, pair.b), pair.b) and _states(partner.get(other, pair.a), pair.a):
            partner.setdefault(one, pair.b)
            partner.setdefault(other, pair.a)
            yield pair


def _states(known: Claim, claim: Claim) -> bool:
    return (known.kind, known.low, known.high, known.unit) == (claim.kind, claim.low, claim.high, claim.unit)


def _of_one_thing(group: list[Pair]) -> list[Pair]:
    """The pairs of two articles; only those that agree, where the articles would differ in most of what they share.

    A slip is one figure among many that agree; articles of one form on other months or companies differ throughout.
    """
    agreeing = [pair for pair in group if pair.verdict in _EQUAL]
    differing = len(group) - len(agreeing)
    return agreeing if differing >= _TOO_MANY and differing > len(agreeing) else group


def _best_first(pair: Pair) -> tuple[float, str, int, int]:
    bonus = _AGREEMENT if pair.verdict in _EQUAL else 0.0
    return -(pair.weight + bonus), pair.a.doc, pair.a.start, pair.b.start


def _without_reprints(views: Sequence[View], articles: dict[str, Article]) -> tuple[list[View], tuple[Pair, ...]]:
    """One view for all claims of the same words with the same figure; the others are its twins."""
    first: dict[tuple[str, int], View] = {}
    kept: list[View] = []
    twins: list[Pair] = []
    for found in views:
        claim = found.claim
        start, end = claim.sentence
        letters = _NO_LETTER.sub("", articles[claim.doc].text.folded[start:end])
        key = (letters, claim.start - start)
        if key in first and len(letters) > 12:
            twins.append(judged(first[key].claim, claim, (weights().level("context", "most"),), weights().even))
        else:
            first.setdefault(key, found)
            kept.append(found)
    return kept, tuple(twins)

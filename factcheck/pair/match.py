"""Pairs claims that state the same fact: candidates, vetoes, weights, and one partner each."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.model import Article, Claim, Landing, Pair, Phrase
from factcheck.pair.about import name_other_things
from factcheck.pair.authors import Authors
from factcheck.pair.blocks import find_candidates
from factcheck.pair.compare import compare
from factcheck.pair.comparisons import CONTEXT
from factcheck.pair.event_pairs import EventPairs, is_in_doubt
from factcheck.pair.events import find_events, gather_partners
from factcheck.pair.explain import explain_difference
from factcheck.pair.leftover import find_left_over
from factcheck.pair.partners import choose_partners, merge_pairs
from factcheck.pair.signs import sign_sides
from factcheck.pair.stories import Stories
from factcheck.pair.vetoes import find_veto, name_other_moments
from factcheck.pair.view import PAIRED, ClaimView, count_values, view_sentence
from factcheck.pair.weights import weights
from factcheck.pair.within import are_of_one_head, reaches, require_weight
from factcheck.progress import count_progress
from factcheck.verdict import Outcome, compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.pair.aliases import Aliases
    from factcheck.pair.surroundings import Meeting
    from factcheck.progress import Progress

_NO_LETTER = re.compile(r"[\W_]+")
_TWIN = 12  # letters of a sentence, above which the same words with the same figure are a reprint


def pairs(
    articles: Sequence[Article],
    aliases: Aliases,
    stats: CorpusStats,
    progress: Progress | None = None,
    *,
    lexicon: Lexicon,
) -> tuple[Pair, ...]:
    """The pairs of claims taken for the same fact, in the order of the claims; each claim has one partner an article.

    `aliases` and `stats` are those of the articles.
    """
    views, twins = view_claims(articles, aliases, lexicon)
    stories = Stories(stats)
    likely = find_candidates(views, stats)
    authors = Authors(articles, stats, lexicon)
    scored = [
        pair
        for a, b in count_progress(likely, "pair", progress, len(likely))
        if (pair := _pair(views[a], views[b], stats, stories)) is not None and not authors.tell_two_facts(pair)
    ]
    retold = _pair_events(views, articles, stats, authors)
    return (*choose_partners(merge_pairs(scored, retold)), *twins)


def _pair_events(
    views: Sequence[ClaimView], articles: Sequence[Article], stats: CorpusStats, authors: Authors
) -> Iterator[Pair]:
    """The pairs inside events, whatever their words."""
    pairs = EventPairs(views, {article.document.id: article for article in articles}, stats)

    events = find_events(articles, stats)
    around = gather_partners(events)
    for event in events:
        docs = sorted(around[event.a] | around[event.b])
        found = pairs.pair(event, partial(judge_retelling, authors), strangers=authors.are_strangers(event.a, event.b))
        yield from (pair for pair in found if not pair.verdict.disputes or not authors.state_both(pair, docs))


def judge_retelling(authors: Authors, meeting: Meeting, levels: tuple[Landing, ...]) -> Pair | None:
    """The pair of two figures of one event; None where they cannot be compared or are of two facts all the same."""
    a, b = meeting.one.view, meeting.other.view
    pair = build_pair(a.claim, b.claim, levels, signed=sign_sides(a, b))
    if pair.verdict == Outcome.INCOMPARABLE:
        return None
    pair = explain_difference(pair, a, b)
    if not pair.verdict.disputes:
        return pair
    return None if is_in_doubt(pair, a, b) or name_other_moments(a, b) or authors.state_each(pair) else pair


def view_claims(
    articles: Sequence[Article], aliases: Aliases, lexicon: Lexicon
) -> tuple[list[ClaimView], tuple[Pair, ...]]:
    """What is compared: one view for all claims of the same words and figure; its twins are pairs already."""
    views = view_each_claim(articles, aliases, lexicon)
    return leave_reprints(views, {article.document.id: article for article in articles})


def view_each_claim(articles: Sequence[Article], aliases: Aliases, lexicon: Lexicon) -> list[ClaimView]:
    """The views of all claims, reprints included, in the order of articles and places."""
    views = [
        view
        for article in articles
        for _, held in groupby(article.claims, key=lambda claim: claim.sentence)
        for view in view_sentence(article, tuple(held), PAIRED, aliases.rewriter(article.document.id), lexicon)
    ]
    return count_values(views)


def _pair(a: ClaimView, b: ClaimView, stats: CorpusStats, stories: Stories) -> Pair | None:
    least: float | None = weights().threshold
    if a.claim.doc == b.claim.doc:
        least = require_weight(a, b, stats)
    elif (a.claim.is_cell or b.claim.is_cell) and not are_of_one_head(a, b, stats):
        least = None
    if least is None or find_veto(a, b) is not None:
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
    return a.claim.doc != b.claim.doc and find_left_over(a, b, stats).tells_two_facts


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


def leave_reprints(
    views: Sequence[ClaimView], articles: dict[str, Article]
) -> tuple[list[ClaimView], tuple[Pair, ...]]:
    """One view for all claims of the same words with the same figure; the others are its twins."""
    first: dict[tuple[object, ...], ClaimView] = {}
    kept: list[ClaimView] = []
    twins: list[Pair] = []
    same_words = (weights().landing(CONTEXT.name, "most"),)
    for view in views:
        claim = view.claim
        start, end = claim.sentence
        letters = _NO_LETTER.sub("", articles[claim.doc].text.folded[start:end])
        key = (letters, claim.start - start, claim.low, claim.high, claim.unit)  # 3.5 and 35 have the same letters
        if key in first and len(letters) > _TWIN:
            twins.append(build_pair(first[key].claim, claim, same_words, weights().even))
        else:
            first.setdefault(key, view)
            kept.append(view)
    return kept, tuple(twins)

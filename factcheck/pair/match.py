"""Pairs claims that state the same fact: candidates, vetoes, weights, and one partner each."""

from __future__ import annotations

import pickle
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING

from factcheck.carrier import cut
from factcheck.here import Here
from factcheck.pair.authors import Authors
from factcheck.pair.blocks import find_candidates
from factcheck.pair.comparing import build_pair
from factcheck.pair.comparisons import CONTEXT
from factcheck.pair.events import EventFinder, gather_partners
from factcheck.pair.partners import choose_partners
from factcheck.pair.rows import count_wordings, find_twins, outline_corpus, share_row, tell_counted
from factcheck.pair.stages import (
    Given,
    Kept,
    ToCompare,
    ToRetell,
    ToView,
    compare_candidates,
    compare_events,
    view_articles,
)
from factcheck.pair.view import view_article
from factcheck.pair.weights import weights
from factcheck.progress import count_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.carrier import Carrier, Shared
    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim, Pair
    from factcheck.pair.aliases import Aliases
    from factcheck.pair.events import Event
    from factcheck.pair.rows import ViewRow
    from factcheck.pair.view import ClaimView
    from factcheck.progress import Progress

_PART = 64  # articles that a worker makes views of at a time
_COMPARED = 64  # articles whose candidates, or events, it compares at a time; each brings others along


def pairs(
    articles: Sequence[Article],
    aliases: Aliases,
    stats: CorpusStats,
    progress: Progress | None = None,
    *,
    lexicon: Lexicon,
    carrier: Carrier | None = None,
    lost: Callable[[str], None] | None = None,
    events: EventFinder | None = None,
) -> tuple[Pair, ...]:
    """The pairs of claims taken for the same fact, in the order of the claims; each claim has one partner an article.

    `aliases` and `stats` are those of the articles. `carrier` carries what can be done article by article; where one
    makes a worker die, its id is told to `lost`, and it is not compared. `events` finds those of the articles.
    """
    matcher = _Matcher(articles, aliases, stats, lexicon=lexicon, carrier=carrier or Here(), lost=lost)
    return matcher.match(progress, events or EventFinder({one.document.id: one for one in articles}, stats))


class _Matcher:
    """The pairing of one corpus."""

    def __init__(
        self,
        articles: Sequence[Article],
        aliases: Aliases,
        stats: CorpusStats,
        *,
        lexicon: Lexicon,
        carrier: Carrier,
        lost: Callable[[str], None] | None,
    ) -> None:
        self._articles, self._aliases, self._stats, self._lexicon = articles, aliases, stats, lexicon
        self._by_id = {article.document.id: article for article in articles}
        self._carrier, self._lost = carrier, lost
        self._views, self._counts = carrier.keep(), carrier.keep()
        self._headed: list[Pair] = []  # of headlines and leads with what stands below them
        self._compared: set[str] = set()  # articles with something to compare

    def match(self, progress: Progress | None, finder: EventFinder) -> tuple[Pair, ...]:
        """The pairs; `finder` finds the events of the corpus."""
        given = self._carrier.share(Given(self._stats.outline(), self._aliases.rules, self._lexicon))
        rows = self._view(given)
        kept, twins = find_twins(rows)
        self._count(rows, kept)
        found = [self._build_twin(rows[one], rows[other]) for one, other in twins]
        scored = list(self._compare(given, [rows[at] for at in kept], progress))
        retold = chain(self._retell(given, finder.find()), self._headed)
        return (*choose_partners(scored, retold), *found)

    def _tell_lost(self, item: ToView | ToCompare | ToRetell) -> None:
        if self._lost is not None:
            self._lost(item.article.document.id if isinstance(item, ToView) else item.doc)

    def _view(self, given: Shared[Given]) -> list[ViewRow]:
        """The rows of all views, in the order of articles and places; the views are kept."""
        rows: list[ViewRow] = []
        items = (ToView(article, self._aliases.own(article.document.id)) for article in self._articles)
        for viewed in self._carrier.map(partial(view_articles, given), cut(items, _PART), self._tell_lost):
            self._views.add(viewed.doc, viewed.record)
            rows += map(share_row, viewed.rows)
            self._headed += viewed.headed
        return rows

    def _count(self, rows: Sequence[ViewRow], kept: Sequence[int]) -> None:
        """Keep what is counted of the wordings of those rows that stand for all of the same words."""
        counted = count_wordings(rows)
        for doc, held in groupby(kept, key=lambda at: rows[at].doc):
            counts = {rows[at].number: counted[at] for at in held}
            self._compared.add(doc)
            self._counts.add(doc, pickle.dumps(counts, pickle.HIGHEST_PROTOCOL))

    def _build_twin(self, one: ViewRow, other: ViewRow) -> Pair:
        a, b = (self._by_id[row.doc].claims[row.claim] for row in (one, other))
        return build_twin(a, b)

    def _compare(self, given: Shared[Given], rows: Sequence[ViewRow], progress: Progress | None) -> Iterator[Pair]:
        """The candidates that are pairs, in their order."""
        likely = find_candidates(rows, self._stats)
        told = count_progress(likely, "pair", progress, len(likely))
        items = (
            self._ask([(rows[a].number, rows[b].doc, rows[b].number) for a, b in held], doc)
            for doc, held in groupby(told, key=lambda pair: rows[pair[0]].doc)
        )
        return self._carrier.map(partial(compare_candidates, given), cut(items, _COMPARED), self._tell_lost)

    def _ask(self, found: Sequence[tuple[int, str, int]], doc: str) -> ToCompare:
        return ToCompare(doc, tuple(found), self._select({doc, *(other for _, other, _ in found)}))

    def _select(self, docs: set[str]) -> Kept:
        return Kept(self._views.select(docs), self._counts.select(docs))

    def _retell(self, given: Shared[Given], events: Sequence[Event]) -> Iterator[Pair]:
        """The pairs inside events, whatever their words; none of which an article of the event states both figures."""
        authors = Authors(self._by_id, self._stats, self._lexicon)
        around = gather_partners(events)
        compared = [event for event in events if {event.a, event.b} <= self._compared]
        items = (
            ToRetell(doc, held := tuple(some), self._select({doc, *(event.b for event in held)}))
            for doc, some in groupby(compared, key=lambda event: event.a)
        )
        for event, pair in self._carrier.map(partial(compare_events, given), cut(items, _COMPARED), self._tell_lost):
            docs = sorted(around[event.a] | around[event.b])
            if not pair.verdict.disputes or not authors.state_both(pair, docs):
                yield pair


def view_claims(
    articles: Sequence[Article], aliases: Aliases, lexicon: Lexicon
) -> tuple[list[ClaimView], tuple[Pair, ...]]:
    """What is compared: one view for all claims of the same words and figure; its twins are pairs already."""
    views = view_each_claim(articles, aliases, lexicon)
    return leave_reprints(views, {article.document.id: article for article in articles}, lexicon)


def view_each_claim(articles: Sequence[Article], aliases: Aliases, lexicon: Lexicon) -> list[ClaimView]:
    """The views of all claims, reprints included, in the order of articles and places."""
    views = [
        view for article in articles for view in view_article(article, aliases.rewriter(article.document.id), lexicon)
    ]
    by_id = {article.document.id: article for article in articles}
    counts = count_wordings(outline_corpus(views, by_id, lexicon))
    return [tell_counted(view, count) for view, count in zip(views, counts, strict=True)]


def leave_reprints(
    views: Sequence[ClaimView], articles: Mapping[str, Article], lexicon: Lexicon
) -> tuple[list[ClaimView], tuple[Pair, ...]]:
    """One view for all claims of the same words with the same figure; the others are its twins."""
    kept, twins = find_twins(outline_corpus(views, articles, lexicon))
    return [views[at] for at in kept], tuple(build_twin(views[one].claim, views[other].claim) for one, other in twins)


def build_twin(a: Claim, b: Claim) -> Pair:
    """The pair of two claims in the same words with the same figure."""
    return build_pair(a, b, (weights().landing(CONTEXT.name, "most"),), weights().even)

"""The stages of pairing that workers carry: views of articles, candidates compared, events compared.

What is handed on is small: rows of views, pairs. Articles with their views are kept, and whoever compares them looks
them up.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NamedTuple

from factcheck.pair.authors import Authors
from factcheck.pair.comparing import compare_two, retell
from factcheck.pair.event_pairs import EventPairs
from factcheck.pair.headed import Heads
from factcheck.pair.rows import outline_article, tell_counted
from factcheck.pair.stories import Stories
from factcheck.pair.view import view_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factcheck.carrier import Records, Shared
    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Pair
    from factcheck.pair.aliases import Alias, AliasRules
    from factcheck.pair.events import Event
    from factcheck.pair.rows import ViewRow, WordingCount
    from factcheck.pair.view import ClaimView


class Given(NamedTuple):
    """What all articles of a corpus are looked at with."""

    stats: CorpusStats  # in outline
    rules: AliasRules
    lexicon: Lexicon


class ToView(NamedTuple):
    """An article of which views are to be made, and the aliases that it defines itself."""

    article: Article
    own: frozenset[Alias]


class Viewed(NamedTuple):
    """What came of it: rows of its views, pairs of its head and its body, and the pickled article with its views."""

    doc: str
    rows: tuple[ViewRow, ...]
    headed: tuple[Pair, ...]
    record: bytes


class Views(NamedTuple):
    """What is kept of an article."""

    article: Article
    views: tuple[ClaimView, ...]


class Kept(NamedTuple):
    """Where articles are kept: with all their views; and what is counted of those that stand for all of their words."""

    views: Records
    counts: Records


class ToCompare(NamedTuple):
    """Views of one article, by number, with views of its own and of others that they are to be compared with."""

    doc: str
    pairs: tuple[tuple[int, str, int], ...]
    kept: Kept


class ToRetell(NamedTuple):
    """The events of which an article is the first."""

    doc: str
    events: tuple[Event, ...]
    kept: Kept


def view_articles(given: Shared[Given], parts: Iterator[list[ToView]]) -> Iterator[Viewed]:
    """The views of each article; reprints are pages of their own, each with its head."""
    for part in parts:
        stats, rules, lexicon = given.get()
        for article, own in part:
            alike = rules.rewriter(own)
            views = tuple(view_article(article, alike, lexicon))
            rows = tuple(outline_article(article, lexicon, views if _is_left_as_is(article, alike) else None))
            record = pickle.dumps(Views(article, views), pickle.HIGHEST_PROTOCOL)
            headed = tuple(Heads(views, article, stats.of([article])).pair())
            yield Viewed(article.document.id, rows, headed, record)


def _is_left_as_is(article: Article, alike: Callable[[str], str]) -> bool:
    """Whether nothing that views are made of is rewritten."""
    folded = article.text.folded
    said = ((claim.subject or "") + (claim.measure or "") for claim in article.claims)
    return alike(folded) == folded and all(alike(words) == words for words in said)


def compare_candidates(given: Shared[Given], parts: Iterator[list[ToCompare]]) -> Iterator[Pair]:
    """The candidates that are pairs, in their order."""
    for part in parts:
        held = _Held(given.get())
        for item in part:
            held.read(item.kept, (item.doc, *(doc for _, doc, _ in item.pairs)))
        stats, authors = held.gather()
        stories = Stories(stats)
        for item in part:
            ours = held.views[item.doc]
            for at, doc, number in item.pairs:
                pair = compare_two(ours[at], held.views[doc][number], stats, stories)
                if pair is not None and not authors.tell_two_facts(pair):
                    yield pair


def compare_events(given: Shared[Given], parts: Iterator[list[ToRetell]]) -> Iterator[tuple[Event, Pair]]:
    """The pairs inside events, in the order of these, whatever their words."""
    for part in parts:
        held = _Held(given.get())
        for item in part:
            held.read(item.kept, (doc for event in item.events for doc in (event.a, event.b)))
        stats, authors = held.gather()
        views = [view for views in held.views.values() for view in views.values()]
        pairs = EventPairs(views, held.articles, stats)
        yield from ((event, pair) for item in part for event in item.events for pair in retell(event, pairs, authors))


class _Held:
    """The articles that a part is about, by id, each with the views that stand for all of their words, by number."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self.articles: dict[str, Article] = {}
        self.views: dict[str, dict[int, ClaimView]] = {}

    def read(self, kept: Kept, docs: Iterable[str]) -> None:
        """Look up articles that are not held yet."""
        for doc in docs:
            if doc not in self.articles:
                self.articles[doc], views = kept.views.get(doc)
                counts: Mapping[int, WordingCount] = kept.counts.get(doc)
                self.views[doc] = {number: tell_counted(views[number], count) for number, count in counts.items()}

    def gather(self) -> tuple[CorpusStats, Authors]:
        """The statistics of the corpus, and what the authors say, for these articles."""
        articles = list(self.articles.values())
        stats = self._given.stats.of(articles)
        return stats, Authors(articles, stats, self._given.lexicon)

"""The stages of pairing that workers carry: views of articles, candidates compared, events compared.

What is handed on is small: rows of views, pairs. Articles with their views are kept, and whoever compares them looks
them up.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from factcheck.pair.authors import Authors
from factcheck.pair.comparing import compare_two, retell
from factcheck.pair.event_pairs import EventPairs
from factcheck.pair.headed import Heads
from factcheck.pair.rows import outline_article, tell_counted
from factcheck.pair.stories import Stories
from factcheck.pair.view import view_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.carrier import Records, Shared
    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, ArticleWords, Pair
    from factcheck.pair.aliases import Alias, AliasRules
    from factcheck.pair.events import Event
    from factcheck.pair.rows import ViewRow, WordingCount
    from factcheck.pair.view import ClaimView

T = TypeVar("T")


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


class KeptArticle:
    """What is kept of an article; each part of it is unpickled when it is first asked for, as few of them are."""

    def __init__(self, *packed: bytes) -> None:
        """`packed` are the views, the words, and the article without them."""
        self._packed = packed

    @classmethod
    def pack(cls, article: Article, views: Sequence[ClaimView], words: ArticleWords) -> KeptArticle:
        """An article with its views."""
        bare = msgspec.structs.replace(article, words=None)
        return cls(*(pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in (tuple(views), words, bare)))

    def __reduce__(self) -> tuple[Any, ...]:
        """What is packed."""
        return KeptArticle, self._packed

    @cached_property
    def views(self) -> tuple[ClaimView, ...]:
        """All views of the article."""
        views: tuple[ClaimView, ...] = self._unpack(0)
        return views

    @cached_property
    def words(self) -> ArticleWords:
        """Its words."""
        words: ArticleWords = self._unpack(1)
        return words

    @cached_property
    def article(self) -> Article:
        """The article."""
        bare: Article = self._unpack(2)
        return msgspec.structs.replace(bare, words=self.words)

    def _unpack(self, part: int) -> Any:  # noqa: ANN401 - whatever was packed
        return pickle.loads(self._packed[part])  # noqa: S301 - our own


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
        for article, aliases in part:
            alike = rules.rewriter(aliases)
            views = tuple(view_article(article, alike, lexicon))
            rows = tuple(outline_article(article, lexicon, views if _is_left_as_is(article, alike) else None))
            own = stats.of([article])
            kept = KeptArticle.pack(article, views, own.list_words(article.document.id))
            record = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
            headed = tuple(Heads(views, article, own).pair())
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
                one, other = ours[at], held.views[doc][number]
                pair = compare_two(one, other, stats, stories)
                if pair is not None and not authors.tell_two_facts(pair, one, other):
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
        self._kept: dict[str, KeptArticle] = {}
        self.articles: Mapping[str, Article] = _Each(self._kept, attrgetter("article"))
        self.views: dict[str, dict[int, ClaimView]] = {}

    def read(self, kept: Kept, docs: Iterable[str]) -> None:
        """Look up articles that are not held yet."""
        for doc in docs:
            if doc not in self._kept:
                one = self._kept[doc] = kept.views.get(doc)
                counts: Mapping[int, WordingCount] = kept.counts.get(doc)
                self.views[doc] = {number: tell_counted(one.views[number], count) for number, count in counts.items()}

    def gather(self) -> tuple[CorpusStats, Authors]:
        """The statistics of the corpus, and what the authors say, for these articles."""
        stats = self._given.stats.ask_about(_Each(self._kept, attrgetter("words")))
        return stats, Authors(self.articles, stats, self._given.lexicon)


class _Each(Mapping[str, T]):
    """Something of each of the articles that are kept, taken when it is asked for."""

    def __init__(self, kept: Mapping[str, KeptArticle], take: Callable[[KeptArticle], T]) -> None:
        self._kept, self._take = kept, take

    def __getitem__(self, doc: str) -> T:
        return self._take(self._kept[doc])

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

"""Which articles report one event: they share names that are rare in the language at large, within three days.

How rare a word is in the corpus says little of events: in a small corpus about one event its names are everywhere.
Articles are compared two by two and never through a third, so that no chain of events is one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import weigh_word
from factcheck.pair.names import is_name
from factcheck.pair.vetoes import count_days
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim

_RARE = 7.0  # bits; one article of news in 128 holds such a word
_CROWD = 60  # articles; a word in more heads names no single event
_SHARED = 16.0  # bits of words that both heads hold, before two articles are looked at
_DAYS = 3
_TELLING = 3  # digits of a figure that two articles do not share by chance
_MOST_FIGURES = 4  # shared figures that count
_FIGURE = 0.08  # what one counts, on the scale of shares
_DOMINANT = 4  # names of an article, one of which the head of the other must hold
_STEPS = 3  # from one article to the next, that decide on the events of one
_PARTNERS = 8  # articles that one is compared with: those that are nearest to it
LIKE = 0.3  # the share of the names of two heads that the other article holds, from where they may be of one event
_Figure = tuple[str, object, object]


class Event(NamedTuple):
    """Two articles by id, the smaller first, and how much speaks for one event: 0.3 to about 1.3."""

    a: str
    b: str
    likeness: float


def find_events(
    articles: Sequence[Article], stats: CorpusStats, around: Collection[str] | None = None
) -> tuple[Event, ...]:
    """The pairs of articles that report one event, in order of their ids; each article is in its best eight or so.

    With `around`, ids of articles, only the events of these and of those that report one with them.
    """
    near = _NearArticles({article.document.id: article for article in articles}, stats)
    if around is None:
        return _keep_nearest(list(filter(None, (near.find_event(a, b) for a, b in near.find_meeting()))))
    found: dict[tuple[str, str], Event | None] = {}
    reached = fresh = frozenset(around)
    beside = reached  # these, and those that report an event with them
    for step in range(_STEPS):  # whom an article is nearest to depends on who else is near to it, and to those
        if not fresh:
            break
        found |= {pair: near.find_event(*pair) for pair in near.find_meeting(fresh) if pair not in found}
        together = frozenset(doc for event in found.values() if event is not None for doc in (event.a, event.b))
        fresh = together - reached
        reached |= fresh
        beside = reached if step == 0 else beside
    kept = _keep_nearest([event for event in found.values() if event is not None])
    return tuple(event for event in kept if event.a in beside or event.b in beside)


class _NearArticles:
    """Articles by id, and how much speaks for one event of two; what is asked of one is found when first asked for."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats) -> None:
        self._articles, self._stats = articles, stats
        self._known: dict[str, _Sketch] = {}

    def find_meeting(self, around: Collection[str] | None = None) -> list[tuple[str, str]]:
        """Pairs of articles whose heads share enough, in order; of all, or of some with all."""
        wanted = None if around is None else frozenset(word for doc in around for word in self._stats.head(doc))
        holders: defaultdict[str, list[str]] = defaultdict(list)
        for doc in sorted(self._articles):
            head = self._stats.head(doc)
            for word in head if wanted is None else head & wanted:
                if weigh_word(word) >= _RARE:
                    holders[word].append(doc)
        shared: defaultdict[tuple[str, str], float] = defaultdict(float)
        for word, held in sorted(holders.items()):
            if len(held) > _CROWD:
                continue
            bits = weigh_word(word)
            for at, one in enumerate(held):
                for other in held[at + 1 :]:
                    if around is None or one in around or other in around:
                        shared[one, other] += bits
        return sorted(pair for pair, bits in shared.items() if bits >= _SHARED)

    def find_event(self, a: str, b: str) -> Event | None:
        """The event that two articles report; None where they report two."""
        one, other = self._sketch(a), self._sketch(b)
        if count_days(one.date, other.date) > _DAYS:
            return None
        if not (one.about & other.names.keys() and other.about & one.names.keys()):
            return None
        alike = (self._share(one, b) + self._share(other, a)) / 2
        alike += _FIGURE * min(_MOST_FIGURES, len(one.figures & other.figures))
        return Event(a, b, round(alike, 6)) if alike >= LIKE else None

    def _sketch(self, doc: str) -> _Sketch:
        known = self._known.get(doc)
        if known is None:
            article, names = self._articles[doc], _weigh_names(self._stats.head(doc))
            known = self._known[doc] = _Sketch(
                date=article.document.date or "",
                names=names,
                total=math.fsum(names.values()),
                figures=frozenset(_find_telling(article.claims)),
                about=_find_dominant(article, names, self._stats.lexicon),
            )
        return known

    def _share(self, one: _Sketch, other: str) -> float:
        held = math.fsum(bits for word, bits in one.names.items() if self._stats.holds(other, word))
        return held / one.total if one.total else 0.0


class _Sketch(NamedTuple):
    """What is compared of an article: its date, the names of its head and their bits, its figures, whom it is about."""

    date: str
    names: Mapping[str, float]
    total: float
    figures: frozenset[_Figure]
    about: frozenset[str]


def gather_partners(events: Iterable[Event]) -> Mapping[str, frozenset[str]]:
    """Article → those that report an event with it."""
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        partners[event.a].add(event.b)
        partners[event.b].add(event.a)
    return {doc: frozenset(held) for doc, held in partners.items()}


def _weigh_names(head: Iterable[str]) -> dict[str, float]:
    weighed = ((word, weigh_word(word)) for word in sorted(head))
    return {word: bits for word, bits in weighed if bits >= _RARE}


def _find_dominant(article: Article, words: Mapping[str, float], lexicon: Lexicon) -> frozenset[str]:
    """Whom or what an article is about: the names of its head that it says most often, the rarer ones first.

    Where the head has no name by the dictionary, its rare words are taken for names.
    """
    folded = article.text.folded
    named = [word for word in words if is_name(word, lexicon)]
    said = sorted((-folded.count(word) * words[word], word) for word in named or words)
    return frozenset(word for _, word in said[:_DOMINANT])


def _find_telling(claims: Iterable[Claim]) -> Iterable[_Figure]:
    return ((claim.kind, claim.low, claim.high) for claim in claims if len(significant_digits(claim)) >= _TELLING)


def _keep_nearest(found: Sequence[Event]) -> tuple[Event, ...]:
    """Those that are among the nearest of either article."""
    by_article: defaultdict[str, list[Event]] = defaultdict(list)
    for event in found:
        by_article[event.a].append(event)
        by_article[event.b].append(event)
    kept: set[Event] = set()
    for held in by_article.values():
        kept.update(sorted(held, key=lambda event: (-event.likeness, event))[:_PARTNERS])
    return tuple(sorted(kept))

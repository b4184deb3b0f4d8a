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
    from collections.abc import Iterable, Mapping, Sequence

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
_PARTNERS = 8  # articles that one is compared with: those that are nearest to it
LIKE = 0.3  # the share of the names of two heads that the other article holds, from where they may be of one event
_Figure = tuple[str, object, object]


class Event(NamedTuple):
    """Two articles by id, the smaller first, and how much speaks for one event: 0.3 to about 1.3."""

    a: str
    b: str
    likeness: float


def find_events(articles: Sequence[Article], stats: CorpusStats) -> tuple[Event, ...]:
    """The pairs of articles that report one event, in order of their ids; each article is in its best eight or so."""
    dates = {article.document.id: article.document.date or "" for article in articles}
    figures = {article.document.id: frozenset(_find_telling(article.claims)) for article in articles}
    names = {doc: _weigh_names(stats.head(doc)) for doc in dates}
    totals = {doc: math.fsum(held.values()) for doc, held in names.items()}
    about = {
        article.document.id: _find_dominant(article, names[article.document.id], stats.lexicon) for article in articles
    }

    def share(one: str, other: str) -> float:
        held = math.fsum(bits for word, bits in names[one].items() if stats.holds(other, word))
        return held / totals[one] if totals[one] else 0.0

    found: list[Event] = []
    for a, b in _find_meeting(names):
        if count_days(dates[a], dates[b]) > _DAYS or not (about[a] & names[b].keys() and about[b] & names[a].keys()):
            continue
        alike = (share(a, b) + share(b, a)) / 2
        alike += _FIGURE * min(_MOST_FIGURES, len(figures[a] & figures[b]))
        if alike >= LIKE:
            found.append(Event(a, b, round(alike, 6)))
    return _keep_nearest(found)


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


def _find_meeting(names: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
    """Pairs of articles whose heads share enough, in order."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for doc in sorted(names):
        for word in names[doc]:
            holders[word].append(doc)
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for word, held in holders.items():
        if len(held) > _CROWD:
            continue
        bits = weigh_word(word)
        for at, one in enumerate(held):
            for other in held[at + 1 :]:
                shared[one, other] += bits
    return sorted(pair for pair, bits in shared.items() if bits >= _SHARED)


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

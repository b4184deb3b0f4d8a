"""Which articles report one event: they share names that are rare in the language at large, within three days.

The days are those of the articles' dates, and where one has none, those that its text names (`datelines.find_days`).
How rare a word is in the corpus says little of events: in a small corpus about one event its names are everywhere.
Articles are compared two by two and never through a third, so that no chain of events is one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import in_news
from factcheck.pair.datelines import count_days_between, find_days
from factcheck.pair.names import is_name
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim

_RARE = 7.0  # bits; one article of news in 128 holds such a word
_RAREST = 14.0  # bits; below one article in sixteen thousand all words are alike
_CROWD = 60  # articles; a word in more heads names no single event
_SHARED = 16.0  # bits of words that both heads hold, before two articles are looked at
_TELLING = 3  # digits of a figure that two articles do not share by chance
_FEW = 12  # articles; a figure in more is no figure of one event
_TOLD = 2  # such figures in common, with which less need be named alike
_SHARED_WITH_FIGURES = 7.0  # bits, as `_SHARED`, beside so many figures
_MOST_FIGURES = 4  # shared figures that count
_FIGURE = 0.08  # what one counts, on the scale of shares
_DOMINANT = 4  # names of an article, one of which the head of the other must hold
_PARTNERS = 8  # articles that one is compared with: those that are nearest to it
LIKE = 0.3  # the likeness of two articles that nothing but the names of their heads is known of
_Figure = tuple[str, object, object]


class _Rule(NamedTuple):
    """What is asked of two articles of one event at least, and of days between them at most.

    `ways` is how many of the two are about what the head of the other names: what an article says most often may be a
    word of its own, as of a photographer or of half a foreign name. `told` are telling figures that both have and few
    others, `shared` bits of words that both heads hold, `likeness` the share of the names of two heads that the other
    article holds.
    """

    days: int
    ways: int
    told: int
    shared: float
    likeness: float


_RULES = (
    _Rule(days=1, ways=2, told=0, shared=0, likeness=0.15),
    _Rule(days=3, ways=2, told=0, shared=0, likeness=0.2),
    _Rule(days=3, ways=1, told=0, shared=0, likeness=0.35),
    _Rule(days=1, ways=0, told=0, shared=30, likeness=0.2),
    _Rule(days=3, ways=0, told=1, shared=15, likeness=0.2),
    _Rule(days=7, ways=0, told=2, shared=0, likeness=0.25),
)


class Event(NamedTuple):
    """Two articles by id, the smaller first, and how much speaks for one event: 0.15 to about 1.3."""

    a: str
    b: str
    likeness: float


def weigh_in_language(word: str) -> float:
    """How rare a word is in the language at large, in bits; 14 at the most."""
    return min(_RAREST, -math.log2(max(in_news(word), 1e-9)))


def find_events(articles: Sequence[Article], stats: CorpusStats) -> tuple[Event, ...]:
    """The pairs of articles that report one event, in order of their ids; each article is in its best eight or so."""
    days = {article.document.id: find_days(article, stats.lexicon) for article in articles}
    figures = {article.document.id: frozenset(_find_telling(article.claims)) for article in articles}
    names = {doc: weigh_names(stats.head(doc)) for doc in days}
    totals = {doc: math.fsum(held.values()) for doc, held in names.items()}
    about = {
        article.document.id: find_dominant(article, names[article.document.id], stats.lexicon) for article in articles
    }

    def share(one: str, other: str) -> float:
        held = math.fsum(bits for word, bits in names[one].items() if stats.holds(other, word))
        return held / totals[one] if totals[one] else 0.0

    found: list[Event] = []
    told = _count_told(figures)
    for (a, b), shared in _find_meeting(names, told):
        apart = count_days_between(days[a], days[b])
        ways = bool(about[a] & names[b].keys()) + bool(about[b] & names[a].keys())
        alike = (share(a, b) + share(b, a)) / 2
        alike += _FIGURE * min(_MOST_FIGURES, len(figures[a] & figures[b]))
        if _report_one_event(apart, ways, told[a, b], shared, alike):
            found.append(Event(a, b, round(alike, 6)))
    return _keep_nearest(found)


def _report_one_event(days: int, ways: int, told: int, shared: float, likeness: float) -> bool:
    return any(
        days <= rule.days
        and ways >= rule.ways
        and told >= rule.told
        and shared >= rule.shared
        and likeness >= rule.likeness
        for rule in _RULES
    )


def gather_partners(events: Iterable[Event]) -> Mapping[str, frozenset[str]]:
    """Article → those that report an event with it."""
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        partners[event.a].add(event.b)
        partners[event.b].add(event.a)
    return {doc: frozenset(held) for doc, held in partners.items()}


def weigh_names(head: Iterable[str]) -> dict[str, float]:
    """The words of a head that are rare in the language at large, with their bits."""
    weighed = ((word, weigh_in_language(word)) for word in sorted(head))
    return {word: bits for word, bits in weighed if bits >= _RARE}


def find_dominant(article: Article, words: Mapping[str, float], lexicon: Lexicon) -> frozenset[str]:
    """Whom or what an article is about: the names of its head that it says most often, the rarer ones first.

    Where the head has no name by the dictionary, its rare words are taken for names.
    """
    folded = article.text.folded
    named = [word for word in words if is_name(word, lexicon)]
    said = sorted((-folded.count(word) * words[word], word) for word in named or words)
    return frozenset(word for _, word in said[:_DOMINANT])


def _find_telling(claims: Iterable[Claim]) -> Iterable[_Figure]:
    return ((claim.kind, claim.low, claim.high) for claim in claims if len(significant_digits(claim)) >= _TELLING)


def _count_told(figures: Mapping[str, frozenset[_Figure]]) -> Counter[tuple[str, str]]:
    """How many telling figures two articles share that few others have."""
    holders: defaultdict[_Figure, list[str]] = defaultdict(list)
    for doc in sorted(figures):
        for figure in figures[doc]:
            holders[figure].append(doc)
    return Counter(pair for held in holders.values() if len(held) <= _FEW for pair in combinations(held, 2))


def _find_meeting(
    names: Mapping[str, Mapping[str, float]], told: Mapping[tuple[str, str], int]
) -> list[tuple[tuple[str, str], float]]:
    """Pairs of articles whose heads share enough bits, in order; where they share telling figures less is enough."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for doc in sorted(names):
        for word in names[doc]:
            holders[word].append(doc)
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for word, held in holders.items():
        if len(held) > _CROWD:
            continue
        bits = weigh_in_language(word)
        for at, one in enumerate(held):
            for other in held[at + 1 :]:
                shared[one, other] += bits
    return sorted(
        (pair, bits)
        for pair, bits in shared.items()
        if bits >= _SHARED or (bits >= _SHARED_WITH_FIGURES and told.get(pair, 0) >= _TOLD)
    )


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

"""Which articles report one event: they share names that are rare in the language at large, within three days.

The days are those of the articles' dates, and where one has none, those that its text names (`datelines.find_days`).
How rare a word is in the corpus says little of events: in a small corpus about one event its names are everywhere.
Articles are compared two by two and never through a third, so that no chain of events is one.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import weigh_word
from factcheck.holders import Holders
from factcheck.pair.datelines import count_days_between, find_days
from factcheck.pair.names import is_name
from factcheck.text.words import tag
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim
    from factcheck.pair.datelines import Day

_RARE = 7.0  # bits; one article of news in 128 holds such a word
_CROWD = 60  # articles; a word in more heads names no single event
_SHARED = 14.0  # bits of words that both heads hold, before two articles are looked at
_TELLING = 3  # digits of a figure that two articles do not share by chance
_FEW = 12  # articles; a figure in more is no figure of one event
_TOLD = 2  # such figures in common, with which less need be named alike
_SHARED_WITH_FIGURES = 7.0  # bits, as `_SHARED`, beside so many figures
_MOST_FIGURES = 4  # shared figures that count
_FIGURE = 0.08  # what one counts, on the scale of shares
_REPEATED = 2  # times
_UNKNOWN = "x"  # the tag of what no dictionary has
_DOMINANT = 4  # names of an article, one of which the head of the other must hold
_STEPS = 3  # from one article to the next, that decide on the events of one
_PARTNERS = 8  # articles that one is compared with: those that are nearest to it
LIKE = 0.3  # the likeness of two articles that nothing but the names of their heads is known of
Figure = tuple[str, object, object]


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
_DAYS = max(rule.days for rule in _RULES)


class Event(NamedTuple):
    """Two articles by id, the smaller first, and how much speaks for one event: 0.15 to about 1.3."""

    a: str
    b: str
    likeness: float


def find_events(
    articles: Sequence[Article], stats: CorpusStats, around: Collection[str] | None = None
) -> tuple[Event, ...]:
    """The pairs of articles that report one event, in order of their ids; each article is in its best eight or so.

    With `around`, ids of articles, only the events of these and of those that report one with them.
    """
    return EventFinder({article.document.id: article for article in articles}, stats).find(around)


class EventKeys(NamedTuple):
    """Which articles hold a word in their heads, and which a telling figure."""

    heads: Holders
    figures: Holders


def list_telling(article: Article) -> frozenset[Figure]:
    """The figures of an article that two do not share by chance."""
    return frozenset(_find_telling(article.claims))


class EventFinder:
    """Finds the events of a corpus; what is asked of an article is worked out when it is first asked for."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats, keys: EventKeys | None = None) -> None:
        """`articles` by id, `stats` theirs; `keys` are theirs too, where they are known."""
        self._articles, self._stats, self._keys = articles, stats, keys
        self._figures: dict[str, frozenset[Figure]] = {}
        self._sketches: dict[str, _Sketch] = {}
        self._days: dict[frozenset[Day], frozenset[Day]] = {}  # each once
        self._last: tuple[frozenset[str] | None, tuple[Event, ...] | None] = None, None

    @property
    def keys(self) -> EventKeys:
        """By what articles meet."""
        if self._keys is None:
            docs = sorted(self._articles)
            heads = Holders({doc: self._stats.head(doc) for doc in docs})
            self._keys = EventKeys(heads, Holders({doc: self._list_figures(doc) for doc in docs}))
        return self._keys

    def find(self, around: Collection[str] | None = None) -> tuple[Event, ...]:
        """As `find_events`; what was asked last is known."""
        asked = None if around is None else frozenset(around)
        found = self._last[1] if self._last[0] == asked else None
        if found is None:
            found = self._find(asked)
            self._last = asked, found
        return found

    def _find(self, around: frozenset[str] | None) -> tuple[Event, ...]:
        if around is None:
            return _keep_nearest([event for event in self._compare(None).values() if event is not None])
        found: dict[tuple[str, str], Event | None] = {}
        reached = fresh = around
        beside = reached  # these, and those that report an event with them
        for step in range(_STEPS):  # whom an article is nearest to depends on who else is near to it, and to those
            found |= self._compare(fresh) if fresh else {}
            together = frozenset(doc for event in found.values() if event is not None for doc in (event.a, event.b))
            fresh = together - reached
            reached |= fresh
            beside = reached if step == 0 else beside
        kept = _keep_nearest([event for event in found.values() if event is not None])
        return tuple(event for event in kept if event.a in beside or event.b in beside)

    def _compare(self, around: Collection[str] | None) -> dict[tuple[str, str], Event | None]:
        """Each two articles that meet, of all or of some with all, with the event that they report, if it is one.

        Of all only those that report one.
        """
        if around is not None:
            return self._compare_some(around)
        docs, told = sorted(self._articles), self._count_told()
        found: dict[tuple[str, str], Event | None] = {}
        for one, other, shared in self._find_meeting(docs, told):
            a, b = docs[one], docs[other]
            event = self._find_event(a, b, told.get(one * len(docs) + other, 0), shared)
            if event is not None:
                found[a, b] = event
        return found

    def _compare_some(self, around: Collection[str]) -> dict[tuple[str, str], Event | None]:
        """As `_compare`: the words and figures of some are looked up."""
        figures = {one for doc in around for one in self._list_figures(doc)}
        told = Counter(pair for figure in figures for pair in _list_pairs(self.keys.figures.of(figure, _FEW), around))
        shared: defaultdict[tuple[str, str], float] = defaultdict(float)
        for word in sorted({word for doc in around for word in self._stats.head(doc)}):
            if (bits := _weigh_name(word, self._stats.lexicon)) >= _RARE:
                for pair in _list_pairs(self.keys.heads.of(word, _CROWD), around):
                    shared[pair] += bits
        return {
            pair: self._find_event(*pair, told[pair], bits)
            for pair, bits in sorted(shared.items())
            if _may_meet(bits, told[pair])
        }

    def _find_event(self, a: str, b: str, told: int, shared: float) -> Event | None:
        one, other = self._sketch(a), self._sketch(b)
        apart = count_days_between(one.days, other.days)
        if apart > _DAYS:
            return None
        ways = (not one.about.isdisjoint(other.names)) + (not other.about.isdisjoint(one.names))
        if not _report_one_event(apart, ways, told, shared, math.inf):
            return None
        alike = (self._share(one, b) + self._share(other, a)) / 2
        alike += _FIGURE * min(_MOST_FIGURES, len(self._list_figures(a) & self._list_figures(b)))
        return Event(a, b, round(alike, 6)) if _report_one_event(apart, ways, told, shared, alike) else None

    def _find_meeting(self, docs: Sequence[str], told: Mapping[int, int]) -> Iterator[tuple[int, int, float]]:
        """Pairs of articles whose heads share enough bits, in order; beside telling figures less is enough.

        Articles are told by their numbers. All pairs that share anything would take more room than the articles do:
        they are added up for one article after the other.
        """
        holders: defaultdict[str, list[int]] = defaultdict(list)
        names: list[list[str]] = []
        for number, doc in enumerate(docs):
            rare = [word for word in self._stats.head(doc) if _weigh_name(word, self._stats.lexicon) >= _RARE]
            names.append(sorted(rare))
            for word in rare:
                holders[word].append(number)
        for one, rare in enumerate(names):
            shared: defaultdict[int, float] = defaultdict(float)
            for word in rare:
                held = holders[word]
                if len(held) <= _CROWD:
                    bits = weigh_word(word)
                    for other in held[bisect_right(held, one) :]:
                        shared[other] += bits
            for other, bits in sorted(shared.items()):
                if _may_meet(bits, told.get(one * len(docs) + other, 0)):
                    yield one, other, bits

    def _number_pairs(self, held: Sequence[int], most: int) -> list[int]:
        """Each two of some articles; none where they are too many."""
        count = len(self._articles)
        return [one * count + other for one, other in combinations(held, 2)] if 1 < len(held) <= most else []

    def _count_told(self) -> Counter[int]:
        """How many telling figures two articles share that few others have."""
        holders: defaultdict[Figure, list[int]] = defaultdict(list)
        for number, doc in enumerate(sorted(self._articles)):
            for figure in self._list_figures(doc):
                holders[figure].append(number)
        return Counter(pair for held in holders.values() for pair in self._number_pairs(held, _FEW))

    def _list_figures(self, doc: str) -> frozenset[Figure]:
        known = self._figures.get(doc)
        if known is None:
            known = self._figures[doc] = list_telling(self._articles[doc])
        return known

    def _sketch(self, doc: str) -> _Sketch:
        known = self._sketches.get(doc)
        if known is None:
            article, lexicon = self._articles[doc], self._stats.lexicon
            names = weigh_names(article, self._stats.head(doc), lexicon)
            total, about = math.fsum(names.values()), find_dominant(article, names, lexicon)
            days = find_days(article, lexicon)
            known = self._sketches[doc] = _Sketch(self._days.setdefault(days, days), tuple(names), total, about)
        return known

    def _share(self, one: _Sketch, other: str) -> float:
        held = math.fsum(weigh_word(word) for word in one.names if self._stats.holds(other, word))
        return held / one.total if one.total else 0.0


def _list_pairs(held: Sequence[str], around: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each two of some articles, which stand in order, one of them `around`."""
    ours = [doc for doc in held if doc in around]
    for at, one in enumerate(ours):
        yield from ((min(one, doc), max(one, doc)) for doc in held if doc != one and doc not in ours[:at])


def _may_meet(bits: float, told: int) -> bool:
    return bits >= _SHARED or (bits >= _SHARED_WITH_FIGURES and told >= _TOLD)


class _Sketch(NamedTuple):
    """What is compared of an article: its days, the names of its head, their bits in all, and whom it is about."""

    days: frozenset[Day]
    names: tuple[str, ...]
    total: float
    about: frozenset[str]


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


def _weigh_name(word: str, lexicon: Lexicon) -> float:
    """The bits of a word that may name an event: none of a word of measures, or of a unit, that is no proper name."""
    if word in lexicon.quantity.units.units or lexicon.pair.concepts.begins_one(word):
        proper = is_name(word, lexicon) and tag(word) != _UNKNOWN
        return weigh_word(word) if proper else 0.0
    return weigh_word(word)


def weigh_names(article: Article, head: Iterable[str], lexicon: Lexicon) -> dict[str, float]:
    """The words of an article's head that are rare in the language at large, with their bits.

    What no dictionary has and the article says only once is most often a piece of a sentence that was cut wrongly.
    Words of measures (归母, 毛利率) name no event: the results of any two firms have them.
    """
    weighed = ((word, _weigh_name(word, lexicon)) for word in sorted(head))
    folded = article.text.folded
    return {
        word: bits
        for word, bits in weighed
        if bits >= _RARE and (tag(word) != _UNKNOWN or folded.count(word) >= _REPEATED)
    }


def find_dominant(article: Article, words: Mapping[str, float], lexicon: Lexicon) -> frozenset[str]:
    """Whom or what an article is about: the names of its head that it says most often, the rarer ones first.

    Where the head has no name by the dictionary, its rare words are taken for names.
    """
    return frozenset(word for word, _ in rank_names(article, words, lexicon)[:_DOMINANT])


def rank_names(article: Article, words: Mapping[str, float], lexicon: Lexicon) -> list[tuple[str, int]]:
    """The names of the head of an article with how often it says each, the dominant ones first."""
    said = {word: article.text.folded.count(word) for word in words if is_name(word, lexicon)}
    said = said or {word: article.text.folded.count(word) for word in words}
    return sorted(said.items(), key=lambda one: (-one[1] * words[one[0]], one[0]))


def _find_telling(claims: Iterable[Claim]) -> Iterable[Figure]:
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

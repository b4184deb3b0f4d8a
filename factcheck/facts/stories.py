"""Which articles tell of one event: they share rare names, rare in the language at large, within a few days."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.frequency import in_an_article
from factcheck.facts.likeness import DAYS
from factcheck.pair.about import Protagonists
from factcheck.pair.events import EventFinder, find_dominant, weigh_names
from factcheck.text.dates import parse_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Article

_RARE = 9.0  # bits; in an article of general language fewer than one in 500 hold the word
_LATEST = 21  # days, within which what is told anew is still that of one event
_CROWD = 40  # articles with one rare word in their heads, above which it is the name of a theme
_SHARED = 30.0  # bits of rare words that the heads of two articles share
_SHORT, _MOSTLY = 15.0, 0.5  # bits that are enough where they are half of all that the two heads name
_MOST = 13.0  # bits that one word can weigh: beyond, the dictionary only lacks it


class Kin(NamedTuple):
    """How much of what their heads name two articles share, 0 to 1, and whether the one is of days after the other."""

    share: float
    is_late: bool
    is_event: bool  # whether they report one event, by what both say most often too
    about: float = 0.0  # how much of what the one is about the other is about too, 0 to 1
    are_others: bool = False  # whether each says nothing of what the other is about
    lead_elsewhere: bool = False  # whether each says most often what the other never names

    @property
    def is_sure(self) -> bool:
        """Whether the two report one event, and are about the same too."""
        return self.is_event and self.about >= _ABOUT


Kinship = dict[tuple[str, str], Kin]
_ABOUT = 0.5  # of what two articles are about, that must be the same in reports of one event
_ONE = Kin(share=1.0, is_late=False, is_event=True, about=1.0)


class Bonds:
    """What two articles have in common, found when first asked for; an article has all in common with itself."""

    def __init__(self, kin: Kinship, themes: Themes) -> None:
        """For articles that are kin, and what each is about."""
        self._kin, self._themes = kin, themes
        self._known: dict[tuple[str, str], Kin] = {}

    def of(self, a: str, b: str) -> Kin:
        """The bond of two articles, by id."""
        if a == b:
            return _ONE
        pair = (a, b) if a < b else (b, a)
        known = self._known.get(pair)
        if known is None:
            near = self._kin.get(pair, Kin(share=0.0, is_late=False, is_event=False))
            about, others = self._themes.share(*pair), self._themes.are_others(*pair)
            leads = self._themes.lead_elsewhere(*pair)
            known = self._known[pair] = near._replace(about=about, are_others=others, lead_elsewhere=leads)
        return known

    def says(self, doc: str, words: str) -> bool:
        """Whether an article has these folded words anywhere."""
        return self._themes.says(doc, words)


class Themes:
    """What each article is about, found when first asked for: the names of its head that it says most often."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats) -> None:
        """For articles by id, by the names that are rare in the language at large."""
        self._articles, self._stats = articles, stats
        self._known: dict[str, frozenset[str]] = {}
        self.lead_elsewhere = Protagonists(articles, stats, stats.lexicon).lead_elsewhere

    def of(self, doc: str) -> frozenset[str]:
        """The few names that an article is about."""
        known = self._known.get(doc)
        if known is None:
            names = weigh_names(self._articles[doc], self._stats.head(doc), self._stats.lexicon)
            known = self._known[doc] = find_dominant(self._articles[doc], names, self._stats.lexicon)
        return known

    def says(self, doc: str, words: str) -> bool:
        """Whether an article has these folded words anywhere."""
        return words in self._articles[doc].text.folded

    def share(self, a: str, b: str) -> float:
        """How much of what one of two articles is about the other is about too, 0 to 1."""
        ours, theirs = self.of(a), self.of(b)
        return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0

    def are_others(self, a: str, b: str) -> bool:
        """Whether each of two articles says nothing of what the other is about."""
        return all(
            self.of(one) and not any(self._stats.names(other, name) for name in self.of(one))
            for one, other in ((a, b), (b, a))
        )


def find_kin(
    articles: Mapping[str, Article],
    stats: CorpusStats,
    around: Collection[str] | None = None,
    events: EventFinder | None = None,
) -> Kinship:
    """Pairs of articles of one event, smaller id first, with how much their heads share, 0 to 1.

    There are no chains: two articles are of one event if they themselves share enough. With `around`, ids of articles,
    only the pairs in which one of these has a part. `articles` are given by id; `events` finds those of them, where one
    does already.
    """
    events, days = events or EventFinder(articles, stats), _Days(articles)
    candidates = set[tuple[str, str]]()
    for docs in _list_holders(articles, stats) if around is None else _look_up_holders(around, stats, events):
        if 1 < len(docs) <= _CROWD:
            candidates.update(_list_near(docs, days, around))
    heads = {
        doc: frozenset(word for word in stats.head(doc) if _weigh(word) >= _RARE)
        for doc in {doc for pair in candidates for doc in pair}
    }
    held = {doc: head & stats.words(doc) for doc, head in heads.items()}  # a title may say more
    found: Kinship = {}
    reported = {(event.a, event.b) for event in events.find(around)}
    for one, other in sorted(candidates):
        first, second = days[one], days[other]
        apart = 0 if first is None or second is None else abs(first - second)
        both = (held[one] & stats.words(other)) | (held[other] & stats.words(one))
        if len(both) * _MOST < _SHORT:
            continue
        shared = math.fsum(map(_weigh, both))
        if shared < _SHORT:
            continue
        share = shared / math.fsum(map(_weigh, heads[one] | heads[other]))
        if shared >= _SHARED or (shared >= _SHORT and share >= _MOSTLY):
            found[one, other] = Kin(share, apart > DAYS, (one, other) in reported)
    return found


def _list_holders(articles: Mapping[str, Article], stats: CorpusStats) -> Iterable[list[str]]:
    """For each rare word of a head the articles with it, in order."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for doc in sorted(articles):
        for word in stats.head(doc):
            if _weigh(word) >= _RARE:
                holders[word].append(doc)
    return holders.values()


def _look_up_holders(around: Collection[str], stats: CorpusStats, events: EventFinder) -> Iterator[list[str]]:
    """The same for the words of some articles; none where they are a crowd."""
    for word in {word for doc in around for word in stats.head(doc)}:
        if _weigh(word) >= _RARE:
            yield events.keys.heads.of(word, _CROWD)


class _Days(dict[str, "int | None"]):
    """Article → the number of its day, found when first asked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        super().__init__()
        self._articles = articles

    def __missing__(self, doc: str) -> int | None:
        day = parse_day(self._articles[doc].document.date)
        found = self[doc] = None if day is None else day.toordinal()
        return found


def _list_near(
    docs: Sequence[str], days: Mapping[str, int | None], around: Collection[str] | None
) -> Iterator[tuple[str, str]]:
    """Each two of some articles that may be of one event, by their days; one of them `around`."""
    dated = [(doc, days[doc]) for doc in docs]
    for at, (one, first) in enumerate(dated):
        for other, second in dated[at + 1 :]:
            if first is not None and second is not None and not -_LATEST <= first - second <= _LATEST:
                continue
            if around is None or one in around or other in around:
                yield one, other


@lru_cache(maxsize=1 << 17)
def _weigh(word: str) -> float:
    """How rare a word is in general language, in bits."""
    return min(_MOST, -math.log2(max(in_an_article(word), 1e-9)))

"""Figures that changed from one copy of a passage to another, gathered from all places of the passage."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.model import Claim, Passage, Value
from factcheck.passage.counters import is_counter
from factcheck.passage.figures import Slip, slips
from factcheck.text.dates import days_apart
from factcheck.text.words import words
from factcheck.verdict import Outcome, agree_in_copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Gazetteer, Lexicon
    from factcheck.model import Article, Pair

_LONG = 40  # letters from which a passage is a copy; a shorter one may be a form that is filled in every day
_SHORTEST = 20  # letters; what is shorter may be a turn of phrase, whatever the days
_DAYS = 3  # between the articles of a short one
_KIN = 0.3  # of the rare words of an article, those in the other that make both tell of one thing
_GROUPS = 50  # figures with which another is compared; where a passage has more, a rounding may stand by itself
_Spot = tuple[str, int, int]


class ChangedFigure(Value, frozen=True):
    """A figure that is not the same in every copy of a passage.

    `groups` hold the figures that agree, with those elsewhere in the same articles that state the fact alike.
    """

    passage: Passage
    slips: tuple[Slip, ...]
    groups: tuple[tuple[Claim, ...], ...]

    @property
    def likeness(self) -> float:
        """How alike two copies are at the most, but for the figure."""
        return max(slip.likeness for slip in self.slips)


def find_changed_figures(
    passages: Iterable[Passage],
    articles: Mapping[str, Article],
    pairs: Sequence[Pair],
    stats: CorpusStats | None,
    *,
    lexicon: Lexicon,
) -> Iterator[ChangedFigure]:
    """One for a figure, each in the first passage that shows it, in the order of the passages.

    `pairs` tell which figures elsewhere agree, and which moved on from one day to another: those are no change in
    copying.
    """
    known: set[tuple[_Spot, _Spot]] = set()
    agreeing = _find_agreeing(pairs)
    moved_on = {_spots(pair.a, pair.b) for pair in pairs if _is_later_state(articles, pair)}
    for passage in passages:
        fresh = [
            slip
            for slip in slips(passage, articles, lexicon)
            if (_spot(slip.a), _spot(slip.b)) not in known and _spots(slip.a, slip.b) not in moved_on
        ]
        for together in _join_slips(fresh):
            if not _is_tied(articles, stats, passage, together):
                continue
            if is_counter(articles, passage, _groups(together)):
                continue
            if passage.letters >= _LONG or (passage.letters >= _SHORTEST and _is_settled(articles, together)):
                known |= {(_spot(slip.a), _spot(slip.b)) for slip in together}
                groups = tuple(map(tuple, _groups(together, agreeing)))
                yield ChangedFigure(passage=passage, slips=tuple(together), groups=groups)


def find_counters(
    passages: Iterable[Passage], articles: Mapping[str, Article], lexicon: Lexicon
) -> frozenset[frozenset[_Spot]]:
    """Every two figures at one spot of a standing line that count days or articles (还有5天, 还有4天)."""
    found: set[frozenset[_Spot]] = set()
    for passage in passages:
        for together in _join_slips(slips(passage, articles, lexicon)):
            if is_counter(articles, passage, _groups(together)):
                spots = sorted({_spot(claim) for slip in together for claim in (slip.a, slip.b)})
                found |= {frozenset(two) for two in combinations(spots, 2)}
    return frozenset(found)


def leave_counters(pairs: Iterable[Pair], counters: frozenset[frozenset[_Spot]]) -> tuple[Pair, ...]:
    """The pairs without those that differ by a counter."""
    return tuple(pair for pair in pairs if pair.verdict.agrees or _spots(pair.a, pair.b) not in counters)


def _is_tied(
    articles: Mapping[str, Article], stats: CorpusStats | None, passage: Passage, together: Sequence[Slip]
) -> bool:
    """Whether the words of the passage, or those of the two articles, name what they tell of."""
    if stats is None:
        return True
    place = passage.places[0]
    named = words(articles[place.doc].text.folded[place.start : place.end])
    if any(stats.is_rare(word) for word in content(named)):
        return True
    # of an event that all papers tell, no word is rare
    in_town = any(_is_town(word, stats.lexicon.frame.gazetteer) for word in named)
    return any(
        (kin := stats.kinship(slip.a.doc, slip.b.doc)) is None
        or kin >= _KIN
        or (in_town and _count_days(articles, slip.a, slip.b) in {0, 1})
        for slip in together
    )


def _is_town(word: str, places: Gazetteer) -> bool:
    """Whether a word is a place below the provinces."""
    return word in places.names and len(places.parents.get(places.names[word], ())) > 1


def _count_days(articles: Mapping[str, Article], a: Claim, b: Claim) -> int | None:
    return days_apart(articles[a.doc].document, articles[b.doc].document)


def _find_agreeing(pairs: Iterable[Pair]) -> dict[_Spot, list[Claim]]:
    """For each figure, those that state the same fact alike."""
    found: defaultdict[_Spot, list[Claim]] = defaultdict(list)
    for pair in pairs:
        if pair.verdict == Outcome.EQUAL:
            found[_spot(pair.a)].append(pair.b)
            found[_spot(pair.b)].append(pair.a)
    return found


def _spot(claim: Claim) -> _Spot:
    return claim.doc, claim.start, claim.end


def _is_later_state(articles: Mapping[str, Article], pair: Pair) -> bool:
    """Whether a figure moved on from one day to another; copies of one day, or of no date, have no such excuse."""
    return pair.verdict == Outcome.REVISION and bool(_count_days(articles, pair.a, pair.b))


def _spots(a: Claim, b: Claim) -> frozenset[_Spot]:
    return frozenset({_spot(a), _spot(b)})


def _join_slips(found: Iterable[Slip]) -> list[list[Slip]]:
    """Slips that share a figure, put together."""
    rows: list[tuple[set[_Spot], list[Slip]]] = []
    for slip in found:
        spots, together = {_spot(slip.a), _spot(slip.b)}, [slip]
        for row in [row for row in rows if row[0] & spots]:
            rows.remove(row)
            spots, together = spots | row[0], row[1] + together
        rows.append((spots, together))
    return [together for _, together in rows]


def _is_settled(articles: Mapping[str, Article], together: Sequence[Slip]) -> bool:
    """Whether a short passage is a copy all the same: of these days, or told alike by all but one."""
    days = [_count_days(articles, slip.a, slip.b) for slip in together]
    if all(gap is not None and gap <= _DAYS for gap in days):
        return True
    sizes = sorted(len(group) for group in _groups(together))
    return len(sizes) == 2 and sizes[0] == 1 < sizes[1]


def _groups(
    together: Sequence[Slip], agreeing: Mapping[_Spot, Iterable[Claim]] = MappingProxyType({})
) -> list[list[Claim]]:
    """The figures, those that agree together, in the order of places; `agreeing` of the same articles come too."""
    claims = {_spot(c): c for slip in together for c in (slip.a, slip.b)}
    docs = {doc for doc, _, _ in claims}
    for spot in tuple(claims):
        claims |= {_spot(other): other for other in agreeing.get(spot, ()) if other.doc in docs}
    groups: list[list[Claim]] = []
    alike: dict[object, list[Claim]] = {}  # of many copies most state one figure
    for claim in sorted(claims.values(), key=_spot):
        stated = claim.kind, claim.unit, claim.low, claim.high, claim.qualifier
        home = alike.get(stated) or next(
            (group for group in groups[:_GROUPS] if agree_in_copies(group[0], claim)), None
        )
        if home is None:
            groups.append(home := [])
        home.append(claim)
        alike.setdefault(stated, home)
    return groups

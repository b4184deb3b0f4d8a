"""The pairs of some articles of a corpus, as pairing all of it finds them, without comparing the others.

Who meets whom is looked up by the keys of rows; views are made and compared of those that meet.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.pair.authors import Authors
from factcheck.pair.blocks import find_candidates
from factcheck.pair.comparing import compare_two, retell
from factcheck.pair.event_pairs import EventPairs
from factcheck.pair.events import EventFinder, gather_partners
from factcheck.pair.headed import Heads
from factcheck.pair.held_rows import HeldRows
from factcheck.pair.match import build_twin
from factcheck.pair.partners import choose_partners
from factcheck.pair.rows import count_wordings, outline_held, tell_counted
from factcheck.pair.stories import Stories
from factcheck.pair.view import PAIRED, view_article, view_sentence
from factcheck.progress import count_progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Pair
    from factcheck.pair.aliases import Aliases
    from factcheck.pair.events import Event
    from factcheck.pair.rows import ViewRow, WordingCount
    from factcheck.pair.view import ClaimView
    from factcheck.progress import Progress

_Places = tuple[tuple[str, int], ...]


class PairsAround:
    """Finds pairs of a corpus, those of some articles at a time, and gathers them."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        aliases: Aliases,
        stats: CorpusStats,
        lexicon: Lexicon,
        *,
        rows: HeldRows | None = None,
        events: EventFinder | None = None,
    ) -> None:
        """`articles` are given by id; `aliases`, `stats` and `rows` are theirs.

        `events` finds those of the articles, where one does already.
        """
        self._articles, self._aliases, self._stats, self._lexicon = articles, aliases, stats, lexicon
        self._rows = rows or HeldRows({doc: outline_held(articles[doc], lexicon) for doc in sorted(articles)}, stats)
        self._views: dict[str, dict[int, ClaimView]] = {}
        self._alone: dict[tuple[str, int], ClaimView] = {}
        self._counts: dict[int, dict[tuple[str, int], WordingCount]] = {}
        self._events = events or EventFinder(articles, stats)
        self._authors, self._stories = Authors(articles, stats, lexicon), Stories(stats)
        self._found: dict[_Places, Pair] = {}
        self._found_twins: dict[tuple[str, int], Pair] = {}

    def add(self, docs: Collection[str], progress: Progress | None = None) -> None:
        """Find the pairs in which articles of these ids have a part."""
        scored = list(self._compare(docs, progress))
        headed = (pair for doc in sorted(docs) for pair in self._pair_head(doc))
        for pair in choose_partners(scored, chain(self._retell(docs), headed)):
            self._found[(pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start)] = pair
        for one, other in (two for doc in sorted(docs) for two in self._rows.list_twins(doc)):
            if (at := (other.doc, other.number)) not in self._found_twins:
                self._found_twins[at] = build_twin(*(self._articles[row.doc].claims[row.claim] for row in (one, other)))

    def list_pairs(self) -> tuple[Pair, ...]:
        """All that were found, in the order in which pairing has them."""
        found = [self._found[places] for places in sorted(self._found)]
        return (*found, *(self._found_twins[number] for number in sorted(self._found_twins)))

    def _compare(self, docs: Collection[str], progress: Progress | None) -> Iterator[Pair]:
        rows = self._rows.find_alike(docs)
        likely = find_candidates(rows, self._stats, docs)
        for a, b in count_progress(likely, "pair", progress, len(likely)):
            one, other = self._view(rows[a]), self._view(rows[b])
            pair = compare_two(one, other, self._stats, self._stories)
            if pair is not None and not self._authors.tell_two_facts(pair, one, other):
                yield pair

    def _retell(self, docs: Collection[str]) -> Iterator[Pair]:
        events = self._events.find(docs)
        around = gather_partners(events)
        asked = [event for event in events if event.a in docs or event.b in docs]
        views = [
            view for doc in sorted({doc for event in asked for doc in event[:2]}) for view in self._list_views(doc)
        ]
        pairs = EventPairs(views, self._articles, self._stats)
        for event in asked:
            yield from self._retell_one(event, pairs, sorted(around[event.a] | around[event.b]))

    def _retell_one(self, event: Event, pairs: EventPairs, docs: Sequence[str]) -> Iterator[Pair]:
        for pair in retell(event, pairs, self._authors):
            if not pair.verdict.disputes or not self._authors.state_both(pair, docs):
                yield pair

    def _pair_head(self, doc: str) -> Iterator[Pair]:
        """The pairs of headline and lead of an article with what stands below them."""
        article = self._articles[doc]
        views = tuple(view_article(article, self._aliases.rewriter(doc), self._lexicon))
        yield from Heads(views, article, self._stats.of([article])).pair()

    def _view(self, row: ViewRow) -> ClaimView:
        """The view of a row; of an article that nothing else is asked of, its sentence alone is read."""
        known = self._views.get(row.doc)
        if known is not None:
            return known[row.number]
        found = self._alone.get((row.doc, row.number))
        if found is None:
            claims = self._articles[row.doc].claims
            claim, first, last = claims[row.claim], row.claim, row.claim + 1
            while first and claims[first - 1].sentence == claim.sentence:
                first -= 1
            while last < len(claims) and claims[last].sentence == claim.sentence:
                last += 1
            alike = self._aliases.rewriter(row.doc)
            views = view_sentence(self._articles[row.doc], claims[first:last], PAIRED, alike, self._lexicon)
            view = next(view for view in views if view.claim is claim)
            found = self._alone[row.doc, row.number] = tell_counted(view, self._count(row))
        return found

    def _list_views(self, doc: str) -> list[ClaimView]:
        """The views of an article that stand for all of the same words."""
        known = self._views.get(doc)
        if known is None:
            views = tuple(view_article(self._articles[doc], self._aliases.rewriter(doc), self._lexicon))
            standing = self._rows.list_standing(doc)
            known = self._views[doc] = {
                row.number: tell_counted(views[row.number], self._count(row)) for row in standing
            }
        return list(known.values())

    def _count(self, row: ViewRow) -> WordingCount:
        """What is counted of the wording of a row."""
        counted = self._counts.get(row.wording)
        if counted is None:
            alike = self._rows.list_worded({row.wording})
            counts = zip(alike, count_wordings(alike), strict=True)
            counted = self._counts[row.wording] = {(one.doc, one.number): count for one, count in counts}
        return counted[row.doc, row.number]

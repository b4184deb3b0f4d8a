"""What the authors of whole articles say of two figures: that they are two facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pair.about import Protagonists
from factcheck.pair.differences import changes_one_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim, Number, Pair

    _Figure = tuple[str, Number | None, Number | None, str]  # kind, bounds, unit


class Authors:
    """What whole articles say against taking two differing figures for one fact."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats, lexicon: Lexicon) -> None:
        """`articles` are given by id, and `stats` theirs."""
        self._articles = articles
        self._known: dict[str, frozenset[_Figure]] = {}
        self._about = Protagonists(self._articles, stats, lexicon)

    def tell_two_facts(self, pair: Pair) -> bool:
        """Whether one article states both figures, or each is about somebody whom the other never names."""
        return next(self.list_vetoes(pair), None) is not None

    def list_vetoes(self, pair: Pair) -> Iterator[str]:
        """The names of the vetoes that whole articles lay against a difference."""
        if pair.a.doc == pair.b.doc or not pair.verdict.disputes:
            return
        if self.state_each(pair):
            yield "veto.both-stated"
        if self.are_strangers(pair.a.doc, pair.b.doc):
            yield "veto.persons"

    def state_each(self, pair: Pair) -> bool:
        """Whether one of the two articles states both figures."""
        one, other = _figure(pair.a), _figure(pair.b)
        # a loss and a profit of one size are one figure
        return one != other and (other in self._figures(pair.a.doc) or one in self._figures(pair.b.doc))

    def are_strangers(self, a: str, b: str) -> bool:
        """Whether each of two articles is about somebody whom the other never names."""
        return self._about.are_others(a, b)

    def state_both(self, pair: Pair, docs: Iterable[str]) -> bool:
        """Whether some of the articles states both figures, so that to its author they are two facts.

        What two texts say of one amount, they say of one fact.
        """
        if changes_one_amount(pair):
            return False
        figures = {_figure(pair.a), _figure(pair.b)}
        return any(figures <= self._figures(doc) for doc in docs)

    def _figures(self, doc: str) -> frozenset[_Figure]:
        known = self._known.get(doc)
        if known is None:
            known = self._known[doc] = frozenset(map(_figure, self._articles[doc].claims))
        return known


def _figure(claim: Claim) -> _Figure:
    return claim.kind, claim.low, claim.high, claim.unit

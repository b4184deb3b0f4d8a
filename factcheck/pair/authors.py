"""What the authors of whole articles say of two figures: that they are two facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pair.about import Protagonists
from factcheck.pair.differences import changes_one_amount
from factcheck.pair.product_models import list_models_of, strip_model
from factcheck.verdict import significant_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Claim, Number, Pair
    from factcheck.pair.view import ClaimView

    _Figure = tuple[str, Number | None, Number | None, str]  # kind, bounds, unit

_TELLING = 2  # digits; a round figure (300万) may be that of anything


class Authors:
    """What whole articles say against taking two differing figures for one fact."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats, lexicon: Lexicon) -> None:
        """`articles` are given by id, and `stats` theirs."""
        self._articles = articles
        self._known: dict[str, frozenset[_Figure]] = {}
        self._letters: dict[str, str] = {}
        self._about = Protagonists(self._articles, stats, lexicon)

    def tell_two_facts(self, pair: Pair, a: ClaimView, b: ClaimView) -> bool:
        """Whether whole articles say that a difference is of two facts; `a` and `b` are the views of its claims.

        One of them states both figures, each is about somebody whom the other never names, or a model of a product
        that stands before one figure is named nowhere in the other article.
        """
        if pair.a.doc == pair.b.doc or not pair.verdict.disputes:
            return False
        if self.state_each(pair) or self.are_strangers(pair.a.doc, pair.b.doc):
            return True
        return self.know_no_common_model(a, b)

    def state_each(self, pair: Pair, *, in_event: bool = False) -> bool:
        """Whether one of the two articles states both figures.

        In reports of one event, where other levels say more, a round figure (300万) may be stated of something else.
        """
        one, other = _figure(pair.a), _figure(pair.b)
        if one == other:  # a loss and a profit of one size
            return False
        by_one = other in self._figures(pair.a.doc) and not (in_event and _is_round(pair.b))
        return by_one or (one in self._figures(pair.b.doc) and not (in_event and _is_round(pair.a)))

    def are_strangers(self, a: str, b: str) -> bool:
        """Whether each of two articles is about somebody whom the other never names."""
        return self._about.are_others(a, b)

    def tell_two_stories(self, a: str, b: str) -> bool:
        """Whether two articles are strangers, or each says most often what the other never names."""
        return self.are_strangers(a, b) or self._about.lead_elsewhere(a, b)

    def know_no_common_model(self, a: ClaimView, b: ClaimView) -> bool:
        """Whether one figure is of a model of a product that the article of the other never names.

        Of what is counted, a model is rather a train, a road or a summit, which has another name beside.
        """
        if a.claim.kind == "count":
            return False
        return self._never_names(b.claim.doc, list_models_of(a)) or self._never_names(a.claim.doc, list_models_of(b))

    def _never_names(self, doc: str, models: Collection[str]) -> bool:
        if not models:
            return False
        if doc not in self._letters:
            self._letters[doc] = strip_model(self._articles[doc].text.folded)
        return not any(model in self._letters[doc] for model in models)

    def state_both(self, pair: Pair, docs: Iterable[str]) -> bool:
        """Whether some of the articles states both figures, so that to its author they are two facts.

        What two texts say of one amount, they say of one fact.
        """
        if changes_one_amount(pair) or any(map(_is_round, (pair.a, pair.b))):
            return False
        figures = {_figure(pair.a), _figure(pair.b)}
        return any(figures <= self._figures(doc) for doc in docs)

    def _figures(self, doc: str) -> frozenset[_Figure]:
        known = self._known.get(doc)
        if known is None:
            known = self._known[doc] = frozenset(map(_figure, self._articles[doc].claims))
        return known


def _is_round(claim: Claim) -> bool:
    return len(significant_digits(claim)) < _TELLING


def _figure(claim: Claim) -> _Figure:
    return claim.kind, claim.low, claim.high, claim.unit

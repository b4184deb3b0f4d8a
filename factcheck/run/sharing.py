"""Equal values of many articles kept in memory once: each comes from a worker, or from a file, by itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus import share_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Article, Claim, Number, Span


class SharedValues:
    """What the claims of articles have in common: the words of their frames, and the sets of these."""

    def __init__(self) -> None:
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._steps: dict[tuple[type, str], Number] = {}

    def share(self, article: Article) -> Article:
        """The article, whose words and claims hold what is known already where they are equal to it."""
        spans = {span: span for span in article.text.sentences}
        claims = tuple(self._share_claim(claim, spans) for claim in article.claims)
        return share_words(msgspec.structs.replace(article, claims=claims))

    def _share_claim(self, claim: Claim, spans: Mapping[Span, Span]) -> Claim:
        return msgspec.structs.replace(
            claim,
            kind=sys.intern(claim.kind), unit=sys.intern(claim.unit), qualifier=sys.intern(claim.qualifier),
            status=sys.intern(claim.status), high=_share_bound(claim.low, claim.high),
            subject=_share_text(claim.subject), measure=_share_text(claim.measure), place=_share_text(claim.place),
            period=_share_text(claim.period), attribution=_share_text(claim.attribution), part=_share_text(claim.part),
            basis=_share_text(claim.basis), time=_share_text(claim.time), text=sys.intern(claim.text),
            aspects=self._share_set(claim.aspects), scope=self._share_set(claim.scope),
            inferred=self._share_set(claim.inferred), sentence=spans.get(claim.sentence, claim.sentence),
            # 10 and 10.0 are equal, and are not the same
            step=self._steps.setdefault((type(claim.step), str(claim.step)), claim.step),
        )  # fmt: skip

    def _share_set(self, held: frozenset[str]) -> frozenset[str]:
        return self._sets.setdefault(held, held)


def _share_text(held: str | None) -> str | None:
    return None if held is None else sys.intern(held)


def _share_bound(low: Number | None, high: Number | None) -> Number | None:
    """The upper bound; the lower one, where that is the same."""
    same = type(low) is type(high) and str(low) == str(high)
    return low if same else high

"""Which passages another rule reports already, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Article, Passage, Place
    from factcheck.quotation.cases import QuotationCase

_REST = 20  # letters outside the quotation from which a passage says something of its own


def is_covered_by_quotations(articles: Mapping[str, Article], passage: Passage, cases: Sequence[QuotationCase]) -> bool:
    """Whether the cases leave no more than a speaker and a verb of the passage, at every place of it."""
    if passage.whole:
        return False
    quoted = [place for case in cases for place in (*case.first, *case.second)]
    return all(_is_covered(articles[place.doc].text.folded, place, quoted) for place in passage.places)


def _is_covered(folded: str, place: Place, quoted: Iterable[Place]) -> bool:
    spans = [(q.start, q.end) for q in quoted if q.doc == place.doc]
    letters = [at for at in range(place.start, place.end) if folded[at].isalnum()]
    rest = sum(not any(start <= at < end for start, end in spans) for at in letters)
    return rest < _REST and 2 * rest < len(letters)

"""The standing lines at the head and foot of one source's articles, and the counters in them: 第120期, 还有4天."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Claim, Passage, Place

_EDGE = 60  # letters between a standing line and the end of its article: another one, a name, a date
_MANY = 3  # values that show a counter, whatever the sources: two may be two reports of one event


def is_counter(articles: Mapping[str, Article], passage: Passage, groups: Sequence[Sequence[Claim]]) -> bool:
    """Whether a figure in a passage counts articles or days: it has another value in every copy, or on every day.

    `groups` are the figures at one spot of its places, those that agree together. A reprint is no standing line: there
    the text around it is the same too. Two values must be of one known source, and of two days.
    """
    docs = [[claim.doc for claim in group] for group in groups]
    if passage.whole or {doc for group in docs for doc in group} < {place.doc for place in passage.places}:
        return False
    days = [{articles[doc].document.date for doc in group} for group in docs]
    if any(len(group) > 1 and (len(of) > 1 or None in of) for group, of in zip(docs, days, strict=True)):
        return False
    if len(groups) < _MANY:
        sources = {articles[doc].document.source for group in docs for doc in group}
        if len(sources) > 1 or None in sources or len(set().union(*days) - {None}) < len(groups):
            return False
    texts = [(articles[place.doc].text.folded, place) for place in passage.places]
    return all(_at_head(*one) for one in texts) or all(_at_foot(*one) for one in texts)


def _at_head(folded: str, place: Place) -> bool:
    return place.start - (len(folded) - len(folded.lstrip())) <= _EDGE


def _at_foot(folded: str, place: Place) -> bool:
    return len(folded.rstrip()) - place.end <= _EDGE

"""Short passages that are no copy: names, and turns of phrase that articles on other events use too."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.passage.versions import days_apart
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Article, Passage
    from factcheck.stats import CorpusStats

_SHORT = 36  # letters; what is longer is nobody's common phrase
_DAYS = 3  # from which on two articles no longer tell the same news
_OTHERS = 0.2  # the share of rare words in common below which two articles tell of other events
_SAYING = re.compile(r"[vad]|u[lgz]|[ilz]$")  # tags of verbs, adjectives, adverbs, 了着过, idioms: what says something


def is_phrase(articles: Mapping[str, Article], passage: Passage, stats: CorpusStats | None) -> bool:
    """Whether a passage only names something, or is a turn of phrase; where dates or words are unknown, it is none."""
    if passage.whole or passage.letters > _SHORT:
        return False
    docs = sorted({place.doc for place in passage.places})
    if stats is not None and all(_of_other_events(articles, a, b, stats) for a, b in combinations(docs, 2)):
        return True
    return not any(_says(articles[place.doc].text.folded[place.start : place.end]) for place in passage.places)


def _of_other_events(articles: Mapping[str, Article], a: str, b: str, stats: CorpusStats) -> bool:
    days, kinship = days_apart(articles[a].document, articles[b].document), stats.kinship(a, b)
    return days is not None and days >= _DAYS and kinship is not None and kinship < _OTHERS


def _says(folded: str) -> bool:
    return any(_SAYING.match(tag(word)) for word in words(folded))

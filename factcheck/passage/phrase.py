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
# tags of verbs, adjectives, adverbs, 了着过, idioms: what says something, as figures do
_SAYING = re.compile(r"[vad]|u[lgz]|[ilz]$")
_PROPER = {"nr", "ns", "nt", "nz"}  # tags of names
_FIGURE = re.compile(r"[0-9A-Za-z]|[一二三四五六七八九十百千万亿两]{2}")


def is_phrase(articles: Mapping[str, Article], passage: Passage, stats: CorpusStats | None) -> bool:
    """Whether a passage only names something, or is a turn of phrase; where dates or words are unknown, it is none.

    A turn of phrase has neither figure nor proper name: what is said of somebody in particular was said once.
    """
    if passage.whole or passage.letters > _SHORT:
        return False
    docs = sorted({place.doc for place in passage.places})
    texts = [articles[place.doc].text.folded[place.start : place.end] for place in passage.places]
    if not any(map(_says, texts)):
        return True
    if stats is None or any(map(_particular, texts)):
        return False
    return all(_of_other_events(articles, a, b, stats) for a, b in combinations(docs, 2))


def _of_other_events(articles: Mapping[str, Article], a: str, b: str, stats: CorpusStats) -> bool:
    days, kinship = days_apart(articles[a].document, articles[b].document), stats.kinship(a, b)
    return days is not None and days >= _DAYS and kinship is not None and kinship < _OTHERS


def _particular(folded: str) -> bool:
    return _FIGURE.search(folded) is not None or any(tag(word) in _PROPER for word in words(folded))


def _says(folded: str) -> bool:
    return any(word.isdecimal() or _SAYING.match(tag(word)) for word in words(folded))

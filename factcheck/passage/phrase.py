"""Short passages that are no copy: names, turns of phrase and office language that articles on other events use too."""

from __future__ import annotations

import math
import re
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.text.dates import days_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Passage

_SHORT = 36  # letters; what is longer is nobody's common phrase
_OFFICIAL = 60  # letters; a longer row of tasks was written for one report
_DAYS = 3  # from which on two articles no longer tell the same news
_OTHERS = 0.2  # the share of rare words in common below which two articles tell of other events
_COMMON = 2.5  # bits; every sixth article holds the word
_DIGIT = re.compile(r"[0-9A-Za-z]")
_CLAUSE = re.compile(r"[，。；！？：\n]")


def is_stock_phrase(
    articles: Mapping[str, Article], passage: Passage, stats: CorpusStats | None, lexicon: Lexicon
) -> bool:
    """Whether a passage only names something, or is a turn of phrase; where dates or words are unknown, it is none.

    A turn of phrase has neither figure nor proper name: what is said of somebody in particular was said once. Tasks in
    the language of offices (切实加强…，着力扩大…) have no digit and no rare word; every report has them, on any day.
    """
    if passage.whole or passage.letters > _OFFICIAL:
        return False
    docs = sorted({place.doc for place in passage.places})
    texts = [articles[place.doc].text.folded[place.start : place.end] for place in passage.places]
    short = passage.letters <= _SHORT
    if short and not any(_says_something(text, lexicon) for text in texts):
        return True
    if stats is None:
        return False
    if all(_is_official(text, stats, lexicon) for text in texts):
        own = frozenset(content(lexicon.text.segmenter.words(texts[0])))
        return all(_share_nothing_else(a, b, own, stats) for a, b in combinations(docs, 2))
    if not short or any(_is_particular(text, lexicon) for text in texts):
        return False
    return all(_tell_other_events(articles, a, b, stats) for a, b in combinations(docs, 2))


def _tell_other_events(articles: Mapping[str, Article], a: str, b: str, stats: CorpusStats) -> bool:
    days, kinship = days_apart(articles[a].document, articles[b].document), stats.kinship(a, b)
    return days is not None and days >= _DAYS and kinship is not None and kinship < _OTHERS


def _share_nothing_else(a: str, b: str, own: frozenset[str], stats: CorpusStats) -> bool:
    """Whether two articles tell of other events: of their rare words, those of the passage itself left out."""
    ours, theirs = (stats.rare(doc)[0] - own for doc in (a, b))
    fewer = min(ours, theirs, key=len)
    if stats.kinship(a, b) is None or not fewer:
        return False
    return math.fsum(map(stats.bits, ours & theirs)) < _OTHERS * math.fsum(map(stats.bits, fewer))


def _is_official(folded: str, stats: CorpusStats, lexicon: Lexicon) -> bool:
    """Whether a passage lists tasks, two of three clauses at least beginning with one, and names nothing of its own."""
    clauses = [clause for clause in _CLAUSE.split(folded) if clause.strip()]
    tasks = sum(lexicon.passage.task.match(clause) is not None for clause in clauses)
    if 3 * tasks < 2 * len(clauses) or _DIGIT.search(folded):
        return False
    return not any(_is_name(word, stats, lexicon) for word in content(lexicon.text.segmenter.words(folded)))


def _is_name(word: str, stats: CorpusStats, lexicon: Lexicon) -> bool:
    """Whether a word names something of its own: rare, and no verb or idiom; a place, but not the country."""
    tag = lexicon.text.segmenter.tag(word)
    if stats.is_rare(word):
        return not lexicon.passage.saying_tag.match(tag)
    return tag in lexicon.passage.place_tags and stats.bits(word) >= _COMMON


def _is_particular(folded: str, lexicon: Lexicon) -> bool:
    if lexicon.passage.figure.search(folded) is not None:
        return True
    segmenter, proper = lexicon.text.segmenter, lexicon.passage.proper_tags
    return any(segmenter.tag(word) in proper for word in segmenter.words(folded))


def _says_something(folded: str, lexicon: Lexicon) -> bool:
    segmenter, saying = lexicon.text.segmenter, lexicon.passage.saying_tag
    return any(word.isdecimal() or saying.match(segmenter.tag(word)) for word in segmenter.words(folded))

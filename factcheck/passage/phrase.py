"""Short passages that are no copy: names, turns of phrase and office language that articles on other events use too."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus.corpus import content
from factcheck.corpus.versions import days_apart
from factcheck.errors import DataError
from factcheck.strict_yaml import load
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.model import Article, Passage

_SHORT = 36  # letters; what is longer is nobody's common phrase
_OFFICIAL = 60  # letters; a longer row of tasks was written for one report
_DAYS = 3  # from which on two articles no longer tell the same news
_OTHERS = 0.2  # the share of rare words in common below which two articles tell of other events
# tags of verbs, adjectives, adverbs, 了着过, idioms: what says something, as figures do
_SAYING = re.compile(r"[vad]|u[lgz]|[ilz]$")
_PROPER = {"nr", "ns", "nt", "nz"}  # tags of names
_PLACES = {"ns", "nt"}  # tags of places and bodies
_COMMON = 2.5  # bits; every sixth article holds the word
_FIGURE = re.compile(r"[0-9A-Za-z]|[一二三四五六七八九十百千万亿两]{2}")
_DIGIT = re.compile(r"[0-9A-Za-z]")
_CLAUSE = re.compile(r"[，。；！？：\n]")


class _Office(msgspec.Struct, frozen=True):
    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]


@cache
def _task() -> re.Pattern[str]:
    """The beginning of a clause (切实加强…) that says what is to be done."""
    name = "official.yaml"
    data = load(files("factcheck.passage").joinpath("data", name).read_text("utf-8"), name, DataError).convert(_Office)
    adverbs, verbs = ("|".join(sorted(some, key=lambda w: (-len(w), w))) for some in (data.adverbs, data.verbs))
    return re.compile(rf"^[^\w]*(?:{adverbs}){{0,3}}(?:{verbs})")


def is_phrase(articles: Mapping[str, Article], passage: Passage, stats: CorpusStats | None) -> bool:
    """Whether a passage only names something, or is a turn of phrase; where dates or words are unknown, it is none.

    A turn of phrase has neither figure nor proper name: what is said of somebody in particular was said once. Tasks in
    the language of offices (切实加强…，着力扩大…) have no digit and no rare word; every report has them, on any day.
    """
    if passage.whole or passage.letters > _OFFICIAL:
        return False
    docs = sorted({place.doc for place in passage.places})
    texts = [articles[place.doc].text.folded[place.start : place.end] for place in passage.places]
    short = passage.letters <= _SHORT
    if short and not any(map(_says, texts)):
        return True
    if stats is None:
        return False
    if all(_is_official(text, stats) for text in texts):
        own = frozenset(content(words(texts[0])))
        return all(_share_nothing_else(a, b, own, stats) for a, b in combinations(docs, 2))
    if not short or any(map(_particular, texts)):
        return False
    return all(_of_other_events(articles, a, b, stats) for a, b in combinations(docs, 2))


def _of_other_events(articles: Mapping[str, Article], a: str, b: str, stats: CorpusStats) -> bool:
    days, kinship = days_apart(articles[a].document, articles[b].document), stats.kinship(a, b)
    return days is not None and days >= _DAYS and kinship is not None and kinship < _OTHERS


def _share_nothing_else(a: str, b: str, own: frozenset[str], stats: CorpusStats) -> bool:
    """Whether two articles tell of other events: of their rare words, those of the passage itself left out."""
    ours, theirs = (stats.rare(doc)[0] - own for doc in (a, b))
    fewer = min(ours, theirs, key=len)
    if stats.kinship(a, b) is None or not fewer:
        return False
    return math.fsum(map(stats.bits, ours & theirs)) < _OTHERS * math.fsum(map(stats.bits, fewer))


def _is_official(folded: str, stats: CorpusStats) -> bool:
    """Whether a passage lists tasks, two of three clauses at least beginning with one, and names nothing of its own."""
    clauses = [clause for clause in _CLAUSE.split(folded) if clause.strip()]
    tasks = sum(_task().match(clause) is not None for clause in clauses)
    if 3 * tasks < 2 * len(clauses) or _DIGIT.search(folded):
        return False
    return not any(_names(word, stats) for word in content(words(folded)))


def _names(word: str, stats: CorpusStats) -> bool:
    """Whether a word names something of its own: rare, and no verb or idiom; a place, but not the country."""
    if stats.is_rare(word):
        return not _SAYING.match(tag(word))
    return tag(word) in _PLACES and stats.bits(word) >= _COMMON


def _particular(folded: str) -> bool:
    return _FIGURE.search(folded) is not None or any(tag(word) in _PROPER for word in words(folded))


def _says(folded: str) -> bool:
    return any(word.isdecimal() or _SAYING.match(tag(word)) for word in words(folded))

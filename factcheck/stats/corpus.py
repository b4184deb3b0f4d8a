"""One pass over the articles: in how many of them a word stands, and the rare words each begins with."""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model import Value
from factcheck.stats.frequency import in_an_article
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Article

_PRIOR = 50  # articles that the general language counts for
_RARE = 9.0  # bits; a word so rare names something
_RAREST = 14.0  # bits; below one article in sixteen thousand all words are alike
_HEAD = 260  # letters of an article, behind its title, that say what it is about
_CONTENT = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9.&+-]+")
_HAN_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百千万亿两几半多余第]+")


class CorpusStats:
    """Word → bits of rarity; document → the words of its head, its protagonists, and all its rarer words."""

    def __init__(self, documents: int, counts: Mapping[str, int], articles: Mapping[str, ArticleWords]) -> None:
        self._documents, self._counts, self._articles = documents, counts, articles
        self._bits: dict[str, float] = {}
        self._protagonists: dict[str, tuple[str, ...]] = {}

    def bits(self, word: str) -> float:
        """How much it says that two articles share the word; 0 for a word that all hold, 14 at the most.

        The two articles that are compared count for nothing: in a corpus of two, the general language decides.
        """
        known = self._bits.get(word)
        if known is None:
            seen, others = max(self._counts.get(word, 0) - 2, 0), max(self._documents - 2, 0)
            share = (seen + _PRIOR * in_an_article(word)) / (others + _PRIOR)
            known = self._bits[word] = min(_RAREST, -math.log2(max(share, 1e-9)))
        return known

    def head(self, doc: str) -> frozenset[str]:
        """The content words of an article's headline and lead."""
        return self._articles[doc].head

    def holds(self, doc: str, word: str) -> bool:
        """Whether the word stands anywhere in the article."""
        return word in self._articles[doc].counts

    def protagonists(self, doc: str) -> tuple[str, ...]:
        """The three rare words that an article repeats most: whom it is about."""
        known = self._protagonists.get(doc)
        if known is None:
            counts, head = self._articles[doc].counts, self._articles[doc].head
            rare = [word for word in counts if self.bits(word) >= _RARE and (counts[word] > 1 or word in head)]
            rare.sort(key=lambda word: (-min(counts[word], 6) * self.bits(word), word))
            known = self._protagonists[doc] = tuple(rare[:3])
        return known


class ArticleWords(Value, frozen=True):
    """The content words of an article with their number, and those of its head."""

    counts: dict[str, int]
    head: frozenset[str]


def content(found: Iterable[str]) -> list[str]:
    """The words that carry content: two Han letters or more, or a Latin name; no numerals."""
    return [word for word in found if _CONTENT.fullmatch(word) and not _HAN_NUMERAL.fullmatch(word)]


def corpus_stats(articles: Sequence[Article]) -> CorpusStats:
    """The statistics of a corpus; the same for any order of its articles."""
    seen: Counter[str] = Counter()
    read: dict[str, ArticleWords] = {}
    for article in articles:
        text = article.text.folded
        counts = Counter(map(sys.intern, content(words(text))))
        seen.update(counts.keys())
        start = article.text.sentences[0][0] if article.text.sentences else 0
        head = (article.document.title or "") + "\n" + text[start : start + _HEAD]
        read[article.document.id] = ArticleWords(counts=counts, head=frozenset(content(words(head))))
    return CorpusStats(len(articles), seen, read)

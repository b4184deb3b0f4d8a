"""Whom an article is about: the rare names of its head that it repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pair.names import is_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article

_REPEATED = 2  # times; a reporter or an agency is named once


class Protagonists:
    """The names each article is about, found when first asked for."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats, lexicon: Lexicon) -> None:
        """For articles by id."""
        self._articles, self._stats, self._lexicon = articles, stats, lexicon
        self._known: dict[str, frozenset[str]] = {}

    def of(self, doc: str) -> frozenset[str]:
        """The rare names in the headline and lead of an article that its text holds more than once."""
        known = self._known.get(doc)
        if known is None:
            folded, head = self._articles[doc].text.folded, self._stats.head(doc)
            named = (word for word in head if self._stats.is_rare(word) and is_name(word, self._lexicon))
            known = self._known[doc] = frozenset(word for word in named if folded.count(word) >= _REPEATED)
        return known

    def are_others(self, a: str, b: str) -> bool:
        """Whether each of two articles is about somebody, and names nobody whom the other is about."""
        return self._strangers(a, b) and self._strangers(b, a)

    def _strangers(self, doc: str, other: str) -> bool:
        names = self.of(doc)
        return bool(names) and not any(self._stats.names(other, name) for name in names)

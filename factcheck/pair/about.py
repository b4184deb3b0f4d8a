"""Whom an article is about: the rare names of its head that it repeats; and what a clause is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.pair.events import rank_names, weigh_names
from factcheck.pair.names import is_name
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article
    from factcheck.pair.view import ClaimView

_THINGS = ("n", "x", "eng")  # parts of speech that name something; x is what the dictionary does not know
_BREAK = "，"  # in the place of a word that is not looked at
_REPEATED = 2  # times; a reporter or an agency is named once


class Protagonists:
    """The names each article is about, found when first asked for."""

    def __init__(self, articles: Mapping[str, Article], stats: CorpusStats, lexicon: Lexicon) -> None:
        """For articles by id."""
        self._articles, self._stats, self._lexicon = articles, stats, lexicon
        self._known: dict[str, frozenset[str]] = {}
        self._leading: dict[str, str | None] = {}

    def of(self, doc: str) -> frozenset[str]:
        """The rare names in the headline and lead of an article that its text holds more than once."""
        known = self._known.get(doc)
        if known is None:
            folded, head = self._articles[doc].text.folded, self._stats.head(doc)
            named = (word for word in head if self._stats.is_rare(word) and is_name(word, self._lexicon))
            known = self._known[doc] = frozenset(word for word in named if folded.count(word) >= _REPEATED)
        return known

    def lead(self, doc: str) -> str | None:
        """The rare name of the head of an article that it says most often; None where it repeats none."""
        if doc not in self._leading:
            article = self._articles[doc]
            weighed = weigh_names(article, self._stats.head(doc), self._lexicon)
            ranked = rank_names(article, weighed, self._lexicon)
            self._leading[doc] = next((word for word, said in ranked if said >= _REPEATED), None)
        return self._leading[doc]

    def are_others(self, a: str, b: str) -> bool:
        """Whether each of two articles is about somebody, and names nobody whom the other is about."""
        return self._strangers(a, b) and self._strangers(b, a)

    def lead_elsewhere(self, a: str, b: str) -> bool:
        """Whether each of two articles says most often what the other never names."""
        return self._leads_elsewhere(a, b) and self._leads_elsewhere(b, a)

    def _leads_elsewhere(self, doc: str, other: str) -> bool:
        name = self.lead(doc)
        return name is not None and not self._stats.names(other, name)

    def _strangers(self, doc: str, other: str) -> bool:
        names = self.of(doc)
        return bool(names) and not any(self._stats.names(other, name) for name in names)


def name_other_things(a: ClaimView, b: ClaimView, stats: CorpusStats) -> bool:
    """Whether each clause names something ahead of its figure that the other article has nowhere."""
    if a.claim.doc == b.claim.doc:
        return False
    return _names_own(a, b, stats) and _names_own(b, a, stats)


def _names_own(view: ClaimView, other: ClaimView, stats: CorpusStats) -> bool:
    """Whether a clause names a thing, ahead of its figure, that the other article has under no name."""
    doc = other.claim.doc
    own = (word for word in content(_list_words_left(view, other, stats)) if tag(word).startswith(_THINGS))
    return any(not stats.names(doc, word) for word in own)


def _list_words_left(view: ClaimView, other: ClaimView, stats: CorpusStats) -> Iterator[str]:
    """The words ahead of a figure, with a mark in the place of those whose meaning the other article says."""
    known, at = view.lexicon.pair.concepts, 0
    said = {
        letter
        for start, word in known.find(view.ahead)
        if any(one in other.clause_text or stats.names(other.claim.doc, one) for one in known.list_synonyms(word))
        for letter in range(start, start + len(word))
    }
    for word in words(view.ahead):
        yield _BREAK if said.issuperset(range(at, at + len(word))) else word
        at += len(word)

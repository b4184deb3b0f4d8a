"""What is known of articles on file before they are compared with a new one, and need not be worked out again."""

from __future__ import annotations

from copy import copy
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.corpus import WordCounts
from factcheck.once import OncePerArticle

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Article
    from factcheck.pair.aliases import Alias
    from factcheck.pair.rows import ViewRow
    from factcheck.passage.families import FamilyMember
    from factcheck.passage.letters import SpelledArticle
    from factcheck.quotation.retellings import SpelledQuotation


class KnownArticles:
    """What whoever holds articles keeps of them from one check to the next; all of it follows from them."""

    def __init__(
        self, articles: Sequence[Article] = (), rows: Mapping[str, Sequence[ViewRow]] = MappingProxyType({})
    ) -> None:
        """`articles` are those on file, `rows` what pairing asks of their claims, by id, as far as it is known."""
        self._articles = articles
        self._counts: WordCounts | None = None
        self.rows: Mapping[str, Sequence[ViewRow]] = rows
        self.aliases: OncePerArticle[frozenset[Alias]] = OncePerArticle()
        self.quoted: OncePerArticle[tuple[SpelledQuotation, ...]] = OncePerArticle()
        self.spelled: OncePerArticle[SpelledArticle] = OncePerArticle()
        self.members: OncePerArticle[FamilyMember] = OncePerArticle()

    def take_rows(self, docs: Collection[str]) -> KnownArticles:
        """The same, with the rows of some articles, ids, alone: what is asked of the others may have changed."""
        self.count_words()  # once, for whoever takes them next as well
        taken = copy(self)
        taken.rows = {doc: held for doc, held in self.rows.items() if doc in docs}
        return taken

    def count_words(self) -> WordCounts:
        """In how many of the articles each word stands."""
        if self._counts is None:
            self._counts = WordCounts(self._articles)
        return self._counts

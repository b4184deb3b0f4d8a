"""What is a name, and which names one article has that another never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.corpus import CorpusStats
    from factcheck.lexicon import Lexicon


def is_name(word: str, lexicon: Lexicon) -> bool:
    """A name by the dictionary, or a word that it does not know."""
    words = lexicon.pair
    return word[0] not in words.numerals and tag(word)[:2] in words.name_tags and words.side.fullmatch(word) is None


def names_its_own(words: Iterable[str], other: str, stats: CorpusStats, lexicon: Lexicon) -> bool:
    """Whether some of the words is a rare name that the `other` article, given by id, never says."""
    return any(stats.is_rare(word) and is_name(word, lexicon) and not stats.names(other, word) for word in words)

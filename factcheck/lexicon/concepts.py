"""The words of measures: which mean the same, which are set against one another, which say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from factcheck.lexicon.memory import WordMemory
from factcheck.lexicon.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = 2  # letters by which the words that begin with them are found


class ConceptWords(Section, frozen=True, eq=False):
    """A concept is called by the first word of its group; a word of no group is a concept of its own."""

    concepts: Mapping[str, str]  # a word → its concept
    groups: Mapping[str, tuple[str, ...]]  # a concept of several words → its words
    sides: Mapping[str, Mapping[str, frozenset[int]]]  # a concept → the contrasts that it has a part in, and its sides
    empty: frozenset[str]  # words that only say that something is counted
    scopes: frozenset[str]  # words that say of how much of all a figure speaks
    alone: frozenset[str]  # words that make a measure of its own of what they stand with
    starts: Mapping[str, tuple[str, ...]]  # two letters → the words that begin with them, the longest first
    read: WordMemory[frozenset[str]] = msgspec.field(default_factory=WordMemory)  # the concepts of a measure

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The offset of every word of two letters and more in a text, and the word; of those that overlap the first."""
        at = 0
        while at < len(text):
            word = next((w for w in self.starts.get(text[at : at + _KEY], ()) if text.startswith(w, at)), None)
            if word is None:
                at += 1
                continue
            yield at, word
            at += len(word)

    def begins_one(self, word: str) -> bool:
        """Whether a word is one of measures, or begins one: 归母, of 归母净利润."""
        return any(held.startswith(word) for held in self.starts.get(word[:_KEY], ()))

    def list_synonyms(self, word: str) -> tuple[str, ...]:
        """The words of the group that a word or concept is of; the word alone where it is in none."""
        return self.groups.get(self.concepts.get(word, word), (word,))

    def set_against(self, one: str, other: str) -> str | None:
        """The name of a contrast of which two concepts are different sides; None where there is none."""
        ours, theirs = self.sides.get(one), self.sides.get(other)
        if one == other or ours is None or theirs is None:
            return None
        return next((name for name in ours if name in theirs and not ours[name] & theirs[name]), None)


def index_starts(words: set[str]) -> dict[str, tuple[str, ...]]:
    """Words of two letters and more by their first two, the longest first."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if len(word) >= _KEY:
            starts.setdefault(word[:_KEY], []).append(word)
    return {start: tuple(found) for start, found in starts.items()}

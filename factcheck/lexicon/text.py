"""How a language folds a text, cuts it into sentences and words, and which lines of it are nobody's prose."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple, Protocol

import msgspec

from factcheck.lexicon.section import Section
from factcheck.lexicon.spelled import SpelledStretches


class Folding(Protocol):
    """One script, one width, one set of marks, letter by letter; pickled by making it anew."""

    def fold(self, text: str) -> str:
        """The text folded for searching, of the same length."""
        ...

    def scripts(self) -> tuple[str, str]:
        """Every letter that has another form in the script that is searched, and in the second text that form."""
        ...


class Segmenter(Protocol):
    """The one seam to word segmentation; pickled by making it anew."""

    def words(self, folded: str) -> list[str]:
        """The words of a folded text; joined, they are the text again."""
        ...

    def tag(self, word: str) -> str:
        """The part of speech of a whole word in the tags of the dictionary; `x` where it does not stand there."""
        ...


class IdentityFolding(Protocol):
    """A folding that never changes; pickled by making it anew."""

    def fold(self, text: str) -> str:
        """The text folded, of the same length."""
        ...


class IdentityReading(NamedTuple):
    """How the letters of a ruled sentence are read, for good: what folds them, and where a sentence ends."""

    folding: IdentityFolding
    sentence_stop: re.Pattern[str]


class BoilerplateForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """A class of what is nobody's prose. The patterns of `within` cover what they match, the others all around it."""

    name: str
    within: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    line: tuple[str, ...] = ()


class BoilerplatePatterns(NamedTuple):
    """The patterns of a class, compiled."""

    name: str
    within: tuple[re.Pattern[str], ...]
    sentence: tuple[re.Pattern[str], ...]
    line: tuple[re.Pattern[str], ...]


class TextLexicon(Section, frozen=True, eq=False, dict=True):
    """Patterns are over folded text.

    `sentence_stop` matches the end of a sentence, what closes behind it included. `identity` is how both were read
    when the first rulings were written. `own_letter` matches a letter of the language; each of `foreign_words` a word
    of another, with how many of its own letters it outweighs.

    `broken_figures` are pairs of patterns: where the first ends a line and the second begins the next, the line's end
    stands inside a figure. `list_mark` begins an item of a list. The second of each pair of `split_figures` matches a
    figure whose digits stand apart: a space in it is no letter, a comma groups thousands; where the first is not in a
    text, it holds no such figure. `stamp` matches a line that only says when a page was
    printed.
    """

    folding: Folding
    identity: IdentityReading
    segmenter: Segmenter
    sentence_stop: re.Pattern[str]
    stamp: re.Pattern[str]
    own_letter: re.Pattern[str]
    foreign_words: tuple[tuple[re.Pattern[str], int], ...]
    spelled: SpelledStretches  # another language, whose figures are read
    boilerplate: tuple[BoilerplateForm, ...]
    broken_figures: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    list_mark: re.Pattern[str]
    split_figures: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def fold(self, text: str) -> str:
        """The text folded for searching, of the same length."""
        return self.folding.fold(text)

    @cached_property
    def boilerplate_patterns(self) -> tuple[BoilerplatePatterns, ...]:
        """The patterns of `boilerplate`, compiled when first asked for: who only extracts claims needs none.

        Each stands for itself: the engine leaps to the letters that a pattern begins with, not to those of an
        alternation.
        """
        return tuple(
            BoilerplatePatterns(one.name, *map(_compile_all, (one.within, one.sentence, one.line)))
            for one in self.boilerplate
        )


def _compile_all(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)

"""Whether a text is in another language than the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import TextLexicon

_COMMON = 6  # at least one word in so many is among the commonest, in a text of the language that is read for figures
_FEW_WORDS = 12  # below so many words of any language nothing is said of it


def is_mostly_foreign(folded: str, lexicon: TextLexicon) -> bool:
    """Whether a text is mostly in another language: by its words, each letter of the language counted as one."""
    own = len(lexicon.own_letter.findall(folded))
    others = sum(weight * len(pattern.findall(folded)) for pattern, weight in lexicon.foreign_words)
    return others > own and others + own >= _FEW_WORDS


def is_read_for_figures(folded: str, lexicon: TextLexicon) -> bool:
    """Whether a text in another language is in the one whose figures are read: by its commonest words."""
    common = len(lexicon.spelled.common.findall(folded))
    return common * _COMMON >= len(lexicon.spelled.word.findall(folded)) > 0

"""Whether quoted words were spoken in another language: whose they are, and who hands them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import QuotationLexicon

_NAME = 3  # letters from which a name made of sounds alone is foreign


def is_foreign_name(who: str, lexicon: QuotationLexicon) -> bool:
    """Whether a name is written by its sound, or in Latin letters: 安娜·科瓦奇, 斯特林, J. Smith."""
    if "·" in who or (who.isascii() and any(letter.isalpha() for letter in who)):
        return True
    return len(who) >= _NAME and lexicon.sounds.issuperset(who)


def is_handed_on(words: str, lexicon: QuotationLexicon) -> bool:
    """Whether the words around a quotation name a foreign country or its press."""
    return bool(lexicon.foreign_source.search(words))

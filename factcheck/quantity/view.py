"""What the readers of figures know of a text: its letters, its script, its currencies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.currency import declared, is_traditional

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.model import Text

_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


class View(NamedTuple):
    """One text. `currencies` are the places from which on 元 is declared to be a currency: 「人民币，下同」."""

    folded: str
    stored: str
    traditional: bool
    lexicon: Lexicon
    currencies: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, text: Text, lexicon: Lexicon) -> View:
        """The view of a prepared text."""
        folded = _with_thousands(text)
        traditional = is_traditional(text.stored, text.folded)
        return cls(folded, text.stored, traditional, lexicon, declared(folded, text.sentences))


def is_han(letter: str) -> bool:
    """Whether a letter (not none) is Chinese."""
    return "\u3400" <= letter <= "\u9fff"


def _with_thousands(text: Text) -> str:
    """The folded text, in which a full-width comma between full-width digits groups thousands."""
    if not _WIDE_COMMA.search(text.stored):
        return text.folded
    letters = list(text.folded)
    for match in _WIDE_COMMA.finditer(text.stored):
        letters[match.start()] = ","
    return "".join(letters)

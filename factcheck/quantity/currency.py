"""Whose 元 it is: what the text itself says, and Simplified script where nothing else does."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.quantity.letters import FIRST, LAST

if TYPE_CHECKING:
    from factcheck.lexicon.units import CurrencyLexicon
    from factcheck.model import Span

_SHARE_OF_TRADITIONAL = 0.05


def is_traditional(stored: str, folded: str) -> bool:
    """Whether a text is in Traditional script; one Traditional letter in a Simplified article does not make it so.

    `folded` has a letter for each of `stored`.
    """
    letters, others = _read_codes(stored), _read_codes(folded)
    changed = map(chr, set(letters[letters != others].tolist()))  # what is nowhere in the other text is changed here
    gone = sum(FIRST <= letter <= LAST and letter not in folded for letter in changed)
    if not gone:
        return False
    return gone > _SHARE_OF_TRADITIONAL * sum(FIRST <= letter <= LAST for letter in set(stored))


def _read_codes(text: str) -> np.ndarray[Any, np.dtype[np.uint32]]:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def find_declarations(folded: str, sentences: tuple[Span, ...], words: CurrencyLexicon) -> tuple[tuple[int, str], ...]:
    """Where the text says 「人民币，下同」: from the start of which sentence on, and which currency."""
    if not any(note in folded for note in words.notes):
        return ()
    starts = [start for start, _ in sentences]
    found = []
    for match in words.declared.finditer(folded):
        at = bisect_right(starts, match.start())
        found.append((starts[at - 1] if at else 0, words.names[match[1]]))
    return tuple(found)


def resolve_currency(
    code: str, folded: str, end: int, rules: tuple[tuple[int, str], ...], words: CurrencyLexicon, *, traditional: bool
) -> str:
    """The currency of an amount written in 元, 块 or ¥ that ends at `end`; `rules` are spans' starts and currencies."""
    if code not in words.ambiguous:
        return code
    if match := words.behind.match(folded, end):
        return words.names[match[1]]
    holding = bisect_right(rules, (end, "~")) if code not in words.symbols else 0
    if holding:
        return rules[holding - 1][1]
    if not traditional:
        return words.home
    return words.written.get(code, code)

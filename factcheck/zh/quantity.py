"""Chinese: numerals, units, hedges, and what is no quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import QuantityLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def quantity(grammar: Grammar) -> QuantityLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return QuantityLexicon()

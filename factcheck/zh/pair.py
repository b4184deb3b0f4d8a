"""Chinese: classes of measures, contrasts and moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import PairLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def pair(grammar: Grammar) -> PairLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return PairLexicon()

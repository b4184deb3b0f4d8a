"""Chinese: how a text is folded, cut into sentences and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import TextLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def text(grammar: Grammar) -> TextLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return TextLexicon()

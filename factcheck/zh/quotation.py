"""Chinese: marks, speakers, and what changes no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import QuotationLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def quotation(grammar: Grammar) -> QuotationLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return QuotationLexicon()

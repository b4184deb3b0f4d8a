"""Chinese: stock phrases, forms and counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import PassageLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def passage(grammar: Grammar) -> PassageLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return PassageLexicon()

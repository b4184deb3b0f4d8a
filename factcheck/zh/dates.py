"""Chinese: the calendar: years, months, days and what frames them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon import DateLexicon

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def dates(grammar: Grammar) -> DateLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return DateLexicon()

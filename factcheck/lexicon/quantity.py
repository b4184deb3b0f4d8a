"""What a language says of numerals, units, hedges, and what is no quantity."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class QuantityLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

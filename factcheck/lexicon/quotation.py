"""What a language says of marks, speakers, and what changes no words."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class QuotationLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

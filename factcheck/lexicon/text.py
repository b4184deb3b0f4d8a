"""What a language says of how a text is folded, cut into sentences and searched."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class TextLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

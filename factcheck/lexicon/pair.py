"""What a language says of classes of measures, contrasts and moments."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class PairLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

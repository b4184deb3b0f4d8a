"""What a language says of the words around a figure: whom it is about, what it measures, where, and how it is told."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class FrameLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

"""What a language says of stock phrases, forms and counters."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class PassageLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

"""What a language says of the calendar: years, months, days and what frames them."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class DateLexicon(Section, frozen=True, eq=False):
    """Patterns are over folded text."""

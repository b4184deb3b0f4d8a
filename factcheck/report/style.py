"""How a report is laid out."""

from __future__ import annotations

from factcheck.messages.catalogue import Language
from factcheck.model import Severity, Value

PLAIN_WIDTH = 100  # columns where there is no terminal: fixed, so that the same input gives the same bytes


class Style(Value, frozen=True):
    """`width` in columns; `terminal` is whether a person reads it there; `with_claims` is for JSON.

    `severity` is the least that is shown, `most` how many findings a terminal shows; None where nothing was set: then a
    terminal shows no notes, and all of the rest.

    `lang` is None where nobody chose a language: a page then asks its reader's browser, all else is English.
    """

    width: int = PLAIN_WIDTH
    color: bool = False
    terminal: bool = False
    with_claims: bool = False
    lang: Language | None = None
    severity: Severity | None = None
    most: int | None = None
    root: str | None = None  # the folder that paths start from, where the terminal can follow links

    @property
    def language(self) -> Language:
        """What to tell it in."""
        return self.lang or "en"

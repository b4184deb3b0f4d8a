"""Texts that come again and again, kept once: a number stands for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import LANGUAGES, reason, tell
from factcheck.report.escape import escape_invisible

if TYPE_CHECKING:
    from factcheck.model import Phrase, Skipped


class Table:
    """Rows in the order in which they were first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def number(self, row: object) -> int:
        """The number of a row, from 0."""
        return self._numbers.setdefault(row, len(self._numbers))

    @property
    def rows(self) -> list[object]:
        """Every row, in the order of the numbers."""
        return list(self._numbers)


def tell_in_all(phrase: Phrase) -> tuple[str, ...]:
    """The phrase in every language, in their order, without the last ones where they repeat the one before."""
    return _short(tuple(escape_invisible(tell(phrase, language)) for language in LANGUAGES))


def reasons(skipped: Skipped) -> tuple[str, ...]:
    """Why an input was passed over, as `tell_in_all` has a phrase."""
    return _short(tuple(escape_invisible(reason(skipped, language)) for language in LANGUAGES))


def _short(told: tuple[str, ...]) -> tuple[str, ...]:
    while len(told) > 1 and told[-1] == told[-2]:
        told = told[:-1]
    return told

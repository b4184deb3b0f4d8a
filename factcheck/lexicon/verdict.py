"""What a language says of how fine a figure is meant."""

from __future__ import annotations

import re

from factcheck.lexicon.section import Section


class VerdictLexicon(Section, frozen=True, eq=False):
    """`decimal_point` is searched in a figure as stored. Units are those of counts.

    `magnitudes` are the steps in which large values are shown, the largest first: 10**8 and its word.
    """

    decimal_point: re.Pattern[str]
    single_things: frozenset[str]  # units of what is counted one by one, so that no rest was cut off
    magnitudes: tuple[tuple[int, str], ...]

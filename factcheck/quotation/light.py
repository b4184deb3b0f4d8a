"""Differences between two tellings that change no word: spellings, particles, the script of a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import QuotationLexicon

_ARABIC = re.compile(r"^[0-9.%]+$")


def is_light(before: str, after: str, lexicon: QuotationLexicon) -> bool:
    """Whether nothing but spelling, particles or the script of a number changed."""
    if before.translate(lexicon.alike) == after.translate(lexicon.alike):
        return True
    if lexicon.particles.match(before) and lexicon.particles.match(after):
        return True
    return any(_ARABIC.match(x) and lexicon.spelled_number.match(y) for x, y in ((before, after), (after, before)))

"""English, as it stands inside Chinese articles and in articles of its own: figures and dates, as data.

It fills the sections `spelled` of the quantities and the dates of a lexicon. Subjects and measures it does not name: a
figure of an English sentence has an empty frame but for its time.
"""

from __future__ import annotations

from functools import cache

from factcheck.en.dates import read_dates
from factcheck.en.exclusions import read_exclusions
from factcheck.en.hedges import read_hedges, read_ranges
from factcheck.en.numerals import read_numerals
from factcheck.en.text import sentence_stop, stretches
from factcheck.en.units import read_units
from factcheck.lexicon.spelled import SpelledDates, SpelledLexicon

__all__ = ["dates", "quantity", "sentence_stop", "stretches"]


@cache
def quantity() -> SpelledLexicon:
    """How its figures are read. Raises `DataError` naming the line of a broken table."""
    return SpelledLexicon(
        stretches=stretches(),
        numerals=read_numerals(),
        units=read_units(),
        hedges=read_hedges(),
        ranges=read_ranges(),
        exclusions=read_exclusions(),
    )


@cache
def dates() -> SpelledDates:
    """How its dates are read. Raises `DataError` naming the line of a broken table."""
    return read_dates()

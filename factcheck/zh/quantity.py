"""Chinese: numerals, units, hedges, and what is no quantity."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck import en
from factcheck.lexicon import QuantityLexicon
from factcheck.zh.quantity_compounds import COMPOUNDS
from factcheck.zh.quantity_exclusions import EXCLUSIONS
from factcheck.zh.quantity_figures import FIGURES, SWEEP, WORD_FIGURES
from factcheck.zh.quantity_fits import FITS
from factcheck.zh.quantity_heads import HEADS
from factcheck.zh.quantity_hedges import read_hedges
from factcheck.zh.quantity_measures import MEASURES
from factcheck.zh.quantity_names import read_names
from factcheck.zh.quantity_numerals import NUMERALS
from factcheck.zh.quantity_ranges import RANGES
from factcheck.zh.quantity_ranks import RANKS
from factcheck.zh.quantity_settling import SETTLING
from factcheck.zh.quantity_units import name_currencies, read_units

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar
    from factcheck.lexicon.quantity import NameLexicon
    from factcheck.lexicon.units import CurrencyLexicon, UnitLexicon


def quantity(grammar: Grammar) -> QuantityLexicon:
    """The section of the lexicon.

    Raises `DataError` naming the line of a broken table, `ConfigurationError` that of a broken file of hedges.
    """
    units, currencies, names = _tables()
    return QuantityLexicon(
        numerals=NUMERALS,
        figures=FIGURES,
        word_figures=WORD_FIGURES,
        sweep=SWEEP,
        names=names,
        exclusions=EXCLUSIONS,
        ranks=RANKS,
        units=units,
        currencies=currencies,
        measures=MEASURES,
        fits=FITS,
        compounds=COMPOUNDS,
        ranges=RANGES,
        heads=HEADS,
        settling=SETTLING,
        hedges=read_hedges(grammar.hedges),
        spelled=en.quantity(),
    )


@cache
def _tables() -> tuple[UnitLexicon, CurrencyLexicon, NameLexicon]:
    """What is the same in every grammar, read once."""
    units = read_units()
    return units, name_currencies(units), read_names()

"""Chinese, in both scripts: words, units and patterns as data, made into one frozen `Lexicon`."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import Grammar, Lexicon
from factcheck.zh.dates import dates
from factcheck.zh.frame import frame
from factcheck.zh.pair import pair
from factcheck.zh.passage import passage
from factcheck.zh.quantity import quantity
from factcheck.zh.quotation import quotation
from factcheck.zh.text import text
from factcheck.zh.verdict import verdict

__all__ = ["lexicon"]


def lexicon(grammar: Grammar | None = None) -> Lexicon:
    """The lexicon of a grammar, made once; without one, that of the package.

    Raises `DataError` or `ConfigurationError` naming the line of a broken table.
    """
    return _make(grammar or Grammar())


@cache
def _make(grammar: Grammar) -> Lexicon:
    return Lexicon(
        grammar=grammar,
        text=text(),
        dates=dates(),
        quantity=quantity(grammar),
        frame=frame(),
        quotation=quotation(),
        passage=passage(),
        pair=pair(),
        verdict=verdict(),
    )

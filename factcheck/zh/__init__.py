"""Chinese, in both scripts: words, units and patterns as data, made into one frozen `Lexicon`."""

from __future__ import annotations

import copyreg
from functools import cache
from typing import Any

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


def _name_lexicon(one: Lexicon) -> tuple[Any, ...]:
    """What makes a lexicon: of one that is made here its grammar, and of any other all that is in it."""
    if _make(one.grammar) is one:
        return lexicon, (one.grammar,)
    return _fill, tuple(getattr(one, name) for name in Lexicon.__struct_fields__)


def _fill(*sections: Any) -> Lexicon:  # noqa: ANN401 - the sections of a lexicon, in order
    return Lexicon(**dict(zip(Lexicon.__struct_fields__, sections, strict=True)))


copyreg.pickle(Lexicon, _name_lexicon)  # its patterns are not compiled anew for every value that holds it

"""A language as data: the one frozen value that the engines read with. Each language is a room beside `zh/`."""

from __future__ import annotations

from pathlib import Path

from factcheck.lexicon.dates import DateLexicon
from factcheck.lexicon.frame import FrameLexicon
from factcheck.lexicon.gazetteer import Gazetteer
from factcheck.lexicon.pair import PairLexicon
from factcheck.lexicon.passage import PassageLexicon
from factcheck.lexicon.quantity import QuantityLexicon
from factcheck.lexicon.quotation import QuotationLexicon
from factcheck.lexicon.section import Section
from factcheck.lexicon.text import TextLexicon
from factcheck.lexicon.verdict import VerdictLexicon
from factcheck.model import Value

__all__ = [
    "DateLexicon",
    "FrameLexicon",
    "Gazetteer",
    "Grammar",
    "Lexicon",
    "PairLexicon",
    "PassageLexicon",
    "QuantityLexicon",
    "QuotationLexicon",
    "TextLexicon",
    "VerdictLexicon",
]


class Grammar(Value, frozen=True):
    """What of a lexicon its user may choose: a file in place of its `hedges.yaml`."""

    hedges: Path | None = None


class Lexicon(Section, frozen=True, eq=False):
    """Everything that the engines know of a language, a section for each of them."""

    grammar: Grammar
    text: TextLexicon
    dates: DateLexicon
    quantity: QuantityLexicon
    frame: FrameLexicon
    quotation: QuotationLexicon
    passage: PassageLexicon
    pair: PairLexicon
    verdict: VerdictLexicon

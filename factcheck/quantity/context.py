"""What the readers of figures know of a text: its letters, its script, its currencies, its language."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.currency import find_declarations, is_traditional
from factcheck.quantity.periods import calendar_end
from factcheck.quantity.spelled_dates import find_spelled_dates
from factcheck.quantity.spelled_stretches import find_stretches

if TYPE_CHECKING:
    from factcheck.lexicon import DateLexicon, Lexicon, QuantityLexicon
    from factcheck.lexicon.text import Segmenter
    from factcheck.model import Span, Text

_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


class TextContext(NamedTuple):
    """One text. `currencies` are the places from which on an amount is declared to be in one: 「人民币，下同」."""

    folded: str
    stored: str
    traditional: bool
    currencies: tuple[tuple[int, str], ...]
    lexicon: QuantityLexicon
    dates: DateLexicon  # for the calendar expressions that no figure is read in
    segmenter: Segmenter
    stretches: tuple[Span, ...] = ()  # where a language that is spelled in words is written
    spelled_dates: tuple[Span, ...] = ()  # its dates

    @classmethod
    def of(cls, text: Text, lexicon: Lexicon) -> TextContext:
        """The context of a prepared text."""
        folded = _group_thousands(text)
        traditional = is_traditional(text.stored, text.folded)
        declared = find_declarations(folded, text.sentences, lexicon.quantity.currencies)
        stretches = find_stretches(folded, lexicon.quantity.spelled.stretches)
        spelled = find_spelled_dates(folded, stretches, lexicon.dates.spelled)
        spans = tuple((date.start, date.end) for date in spelled)
        segmenter = lexicon.text.segmenter
        return cls(
            folded, text.stored, traditional, declared, lexicon.quantity, lexicon.dates, segmenter, stretches, spans
        )

    def calendar_end(self, start: int) -> int:
        """Where the calendar expression that begins at `start` ends; `start` where there is none."""
        return calendar_end(self.folded, start, self.dates, traditional=self.traditional)

    def spelled_date_end(self, at: int) -> int:
        """Where the date in words of the other language that holds `at` ends; 0 where there is none."""
        if not self.spelled_dates:
            return 0
        number = bisect_right(self.spelled_dates, (at, len(self.folded))) - 1
        return self.spelled_dates[number][1] if number >= 0 and at < self.spelled_dates[number][1] else 0


def _group_thousands(text: Text) -> str:
    """The folded text, in which a full-width comma between full-width digits groups thousands."""
    if not _WIDE_COMMA.search(text.stored):
        return text.folded
    letters = list(text.folded)
    for match in _WIDE_COMMA.finditer(text.stored):
        letters[match.start()] = ","
    return "".join(letters)

"""A sentence as the frame sees it: its words, places, names, dates and figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from factcheck.frame.names import Name, find_names
from factcheck.frame.places import Mention, find_places
from factcheck.lexicon import FrameLexicon
from factcheck.model import Quantity, Span, Value
from factcheck.quantity import DateExpression
from factcheck.text.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

_LATIN = re.compile("[A-Za-z]")
_TITLE = re.compile(r"《[^》]*》?")  # a place in the title of a book or a film says nothing of a figure


class Sentence(Value, frozen=True):
    """Offsets are those of the text; words cover the sentence without a gap. `lexicon` is what it was read with."""

    folded: str
    start: int
    end: int
    words: tuple[str, ...]
    ends: tuple[int, ...]  # of the words, as offsets of the text
    clauses: tuple[Span, ...]
    places: tuple[Mention, ...]
    names: tuple[Name, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]
    lexicon: FrameLexicon

    def clause_of(self, at: int) -> Span:
        """The clause that holds the offset; the sentence, where punctuation does."""
        for span in self.clauses:
            if span[0] <= at < span[1]:
                return span
        return self.start, self.end

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names in a stretch that a figure may be about."""
        inside = [name for name in self.names if start <= name.start and name.end <= end]
        return [name for name in inside if not (name.oblique or name.weak)]

    def names_places_before(self, at: int) -> bool:
        """Whether the clause of the offset names a place ahead of it that holds for what it says."""
        start = self.clause_of(at)[0]
        return any(start <= mention.start < at and not mention.oblique for mention in self.places)

    def clauses_before(self, at: int) -> list[Span]:
        """The clauses that end before the offset, nearest first."""
        return [span for span in reversed(self.clauses) if span[1] <= at]

    def words_between(self, start: int, end: int) -> list[tuple[str, Span]]:
        """The words wholly inside start..end; one that straddles an edge is cut to what lies inside."""
        inside: list[tuple[str, Span]] = []
        ends, folded = self.ends, self.folded
        first, left = bisect_right(ends, start), max(start, self.start)
        last = bisect_left(ends, end, first)  # the word that `end` lies in, or ends
        for right in (*ends[first:last], end) if last < len(ends) else ends[first:last]:
            if left < right:
                inside.append((folded[left:right], (left, right)))
                left = right
        return inside


def read_sentence(
    folded: str,
    span: Span,
    cut: tuple[str, ...],
    lexicon: FrameLexicon,
    *,
    local: frozenset[str],
    dates: Sequence[DateExpression] = (),
    quantities: Sequence[Quantity] = (),
    named: bool = False,
) -> Sentence:
    """The sentence of `span`, cut in words, with the dates and quantities that lie in it.

    `local` are the article's own places; `named` asks for the names even where there is no quantity.
    """
    start, end = span
    text = folded[start:end]
    edges = tuple(accumulate(map(len, cut), initial=start))
    spans = list(pairwise(edges))
    found = find_places(cut, spans, lexicon, local)
    if found and (titles := [(start + match.start(), start + match.end()) for match in _TITLE.finditer(text)]):
        found = tuple(mention for mention in found if not any(a < mention.start < b for a, b in titles))
    named = named or bool(quantities)
    if dateline := lexicon.places.dateline.match(text):
        found = tuple(mention for mention in found if mention.start >= start + dateline.end())
    who = find_names(_without_codes(cut, spans, dates), spans, found, lexicon) if named else ()
    return Sentence(
        folded=folded, start=start, end=end, words=cut, ends=edges[1:],
        clauses=clauses(folded, start, end), places=found, names=who,
        dates=tuple(dates), quantities=tuple(quantities), lexicon=lexicon,
    )  # fmt: skip


def _without_codes(cut: tuple[str, ...], spans: Sequence[Span], dates: Sequence[DateExpression]) -> Sequence[str]:
    """The words, in which the letters of FY22, 24H1 and 3Q23 are no Latin name."""
    if not any(_LATIN.search(date.text) for date in dates):
        return cut
    inside = [any(date.start <= start < date.end for date in dates) for start, _ in spans]
    return tuple("0" * len(word) if held else word for word, held in zip(cut, inside, strict=True))

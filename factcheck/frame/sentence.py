"""A sentence as the frame sees it: its words, places, dates and figures, and the slot of each figure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.frame.places import Mention, mentions
from factcheck.model import Quantity, Span, Value
from factcheck.text.sentences import clauses
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.quantity import DateExpression

# 新华社北京6月7日电: the place where an agency wrote, not where a figure holds.
_DATELINE = 30


class Sentence(Value, frozen=True):
    """Offsets are those of the text; words cover the sentence without a gap."""

    folded: str
    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    clauses: tuple[Span, ...]
    places: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]

    def clause_of(self, at: int) -> Span:
        """The clause that holds the offset; the sentence, where punctuation does."""
        for span in self.clauses:
            if span[0] <= at < span[1]:
                return span
        return self.start, self.end

    def words_between(self, start: int, end: int) -> list[tuple[str, Span]]:
        """The words wholly inside start..end; one that straddles an edge is cut to what lies inside."""
        inside: list[tuple[str, Span]] = []
        first = bisect_right([span[1] for span in self.spans], start)
        for i in range(first, len(self.spans)):
            left, right = max(self.spans[i][0], start), min(self.spans[i][1], end)
            if left >= end:
                break
            if left < right:
                inside.append((self.folded[left:right], (left, right)))
        return inside


def read_sentence(folded: str, span: Span, dates: Sequence[DateExpression], quantities: Sequence[Quantity]) -> Sentence:
    """The sentence of `span`, with the dates and quantities that lie in it."""
    start, end = span
    text = folded[start:end]
    cut = tuple(words(text))
    spans, at = [], start
    for word in cut:
        spans.append((at, at + len(word)))
        at += len(word)
    found = mentions(cut, spans)
    dateline = text.find("日电", 0, _DATELINE)
    if dateline > 0:
        found = tuple(mention for mention in found if mention.start > start + dateline)
    return Sentence(
        folded=folded, start=start, end=end, words=cut, spans=tuple(spans), clauses=clauses(folded, start, end),
        places=found, dates=tuple(dates), quantities=tuple(quantities),
    )  # fmt: skip

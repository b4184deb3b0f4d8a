"""The letters that a reader does not see: where they stand, and the text without them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.text.markup import JOIN, end_of_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Quantity, Quotation, Span, Text


class CleanText(NamedTuple):
    """A text as a reader sees it, and the way back: the offset of each of its letters in the text as stored.

    `offsets` is empty where nothing was left out, and the offsets are the same.
    """

    text: Text
    stored: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, text: Text) -> CleanText:
        """The text without the letters that its folded form calls `JOIN`."""
        if JOIN not in text.folded:
            return cls(text, text.stored, ())
        offsets = [at for at, letter in enumerate(text.folded) if letter != JOIN]
        same = cls(text, text.stored, offsets)
        return same._replace(
            text=msgspec.structs.replace(
                text,
                stored="".join([text.stored[at] for at in offsets]),
                folded=text.folded.replace(JOIN, ""),
                sentences=tuple([same.inward(span) for span in text.sentences]),
                headline=text.headline and same.inward(text.headline),
                lead=text.lead and same.inward(text.lead),
            )
        )

    def inward(self, span: Span) -> Span:
        """A span of the stored text as one of the clean text."""
        return (bisect_left(self.offsets, span[0]), bisect_left(self.offsets, span[1])) if self.offsets else span

    def outward(self, span: Span) -> Span:
        """A span of the clean text, which holds a letter, as one of the stored text."""
        return outward(span, self.stored, self.offsets) if self.offsets else span

    def read_quantities(self, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
        """Quantities of the stored text as ones of the clean text."""
        if not self.offsets:
            return quantities
        spans = [self.inward((one.start, one.end)) for one in quantities]
        return [
            msgspec.structs.replace(one, start=start, end=end)
            for one, (start, end) in zip(quantities, spans, strict=True)
        ]

    def store_quantity(self, one: Quantity) -> Quantity:
        """A quantity of the clean text as one of the stored text."""
        if not self.offsets:
            return one
        start, end = self.outward((one.start, one.end))
        return msgspec.structs.replace(one, start=start, end=end, text=self.stored[start:end])

    def store_claim(self, one: Claim) -> Claim:
        """A claim of the clean text as one of the stored text."""
        if not self.offsets:
            return one
        start, end = self.outward((one.start, one.end))
        links = tuple((name, *self.outward((first, last))) for name, first, last in one.links)
        return msgspec.structs.replace(
            one, start=start, end=end, text=self.stored[start:end], sentence=self.outward(one.sentence), links=links
        )

    def store_quotation(self, one: Quotation) -> Quotation:
        """A quotation of the clean text as one of the stored text."""
        if not self.offsets or one.start == one.end:
            return one
        start, end = self.outward((one.start, one.end))
        return msgspec.structs.replace(one, start=start, end=end)


def outward(span: Span, stored: str, offsets: Sequence[int]) -> Span:
    """A span of letters as one of the stored text in which they stand at `offsets`."""
    return offsets[span[0]], end_of_letter(stored, offsets[span[1] - 1])

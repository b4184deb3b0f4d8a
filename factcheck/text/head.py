"""Where a text begins: its headline, and the sentences that sum it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Text
from factcheck.text.markup import JOIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.lexicon import TextLexicon
    from factcheck.model import Span

_LEAD = 2  # sentences at the top that sum an article up, its headline among them
_LINE_ENDS = re.compile(rf"[ {JOIN}]*[\r\n]")
_STOP = "。"  # a headline has none


def with_head(stored: str, folded: str, sentences: tuple[Span, ...], lexicon: TextLexicon) -> Text:
    """The text with its headline and its lead."""
    told = _leave_stamps(folded, sentences, lexicon)
    return Text(
        stored=stored, folded=folded, sentences=sentences,
        headline=find_headline(folded, told), lead=find_lead(told),
    )  # fmt: skip


def _leave_stamps(folded: str, sentences: tuple[Span, ...], lexicon: TextLexicon) -> tuple[Span, ...]:
    """The sentences from the first on that says more than when it was printed."""
    first = next((n for n, span in enumerate(sentences) if not lexicon.stamp.fullmatch(folded, *span)), len(sentences))
    return sentences[first:]


def find_headline(folded: str, sentences: Sequence[Span]) -> Span | None:
    """The first sentence, if it stands alone in its line and ends without a full stop."""
    if not sentences:
        return None
    start, end = sentences[0]
    alone = _LINE_ENDS.match(folded, end) is not None
    return (start, end) if alone and folded[end - 1] != _STOP else None


def find_lead(sentences: Sequence[Span]) -> Span | None:
    """The stretch of the sentences that sum the text up, headline included; None where the text has no sentence."""
    return (sentences[0][0], sentences[:_LEAD][-1][1]) if sentences else None

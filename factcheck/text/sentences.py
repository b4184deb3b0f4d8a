"""Where sentences and clauses begin and end, in folded text with Chinese or ASCII punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.text.mask import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import TextLexicon
    from factcheck.model import Span

_LONGEST = 1000  # letters
_CLAUSE = re.compile(r"[，；：。！？…—\n-](?:(?<!-)[，；：。！？…—\n]*|(?<=-)-+)")


def split_sentences(folded: str, lexicon: TextLexicon) -> tuple[Span, ...]:
    """Spans of sentences, in order, without the white space around them.

    What runs on for more than a thousand letters is a list or a table: it is cut behind a comma, so that no stage
    meets a sentence without end.
    """
    found: list[Span] = []
    at = 0
    for end in (*(match.end() for match in lexicon.sentence_stop.finditer(folded)), len(folded)):
        span = _trim(folded, at, end)
        at = end
        if span is not None:
            found += (span,) if span[1] - span[0] <= _LONGEST else _cut(folded, *span)
    return tuple(found)


def clauses(folded: str, start: int, end: int) -> tuple[Span, ...]:
    """Spans of the clauses of one sentence, punctuation left out."""
    found: list[Span | None] = []
    at = start
    for match in _CLAUSE.finditer(folded, start, end):
        found.append(_trim(folded, at, match.start()))
        at = match.end()
    found.append(_trim(folded, at, end))
    return tuple(span for span in found if span is not None)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in "，；、 ")
        edge = comma + 1 if comma >= 0 else start + _LONGEST
        if (span := _trim(text, start, edge)) is not None:
            yield span
        start = edge
    if (span := _trim(text, start, end)) is not None:
        yield span


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where it holds neither letter nor digit."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return start, end  # as most are
    while start < end and (text[start].isspace() or text[start] == MASK):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == MASK):
        end -= 1
    # mostly the first letter is one
    spelled = start < end and (text[start].isalnum() or any(map(str.isalnum, text[start:end])))
    return (start, end) if spelled else None

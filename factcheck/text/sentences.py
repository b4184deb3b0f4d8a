"""Where sentences and clauses begin and end, in folded text with Chinese or ASCII punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Span

# A sentence ends with its stop and the closing marks behind it, or with its line. An ASCII full stop counts only
# behind a Han letter or a closing mark and before a space: 3.9, v2.0 and www.example.org have none.
_STOP = re.compile(
    r"[。！？]+(?!》)[”’\"')】]*"
    r"|(?<=[\u3400-\u9fff”’)%])\.(?=\s|$)"
    r"|…+(?=[”’\"']*\s*(?:\n|$))[”’\"']*"
    r"|[\n\r]+"
)
_LONGEST = 1000  # letters
_CLAUSE = re.compile(r"[，；：。！？…—\n]+|-{2,}")


def sentences(folded: str) -> tuple[Span, ...]:
    """Spans of sentences, in order, without the white space around them.

    What runs on for more than a thousand letters is a list or a table: it is cut behind a comma, so that no stage
    meets a sentence without end.
    """
    return tuple(part for start, end in _trimmed(folded, _STOP, 0, len(folded)) for part in _cut(folded, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in "，；、 ")
        edge = comma + 1 if comma >= 0 else start + _LONGEST
        yield from _span(text, start, edge)
        start = edge
    yield from _span(text, start, end)


def clauses(folded: str, start: int, end: int) -> tuple[Span, ...]:
    """Spans of the clauses of one sentence, punctuation left out."""
    return tuple(_trimmed(folded, _CLAUSE, start, end, keep_stop=False))


def _trimmed(text: str, stop: re.Pattern[str], start: int, end: int, *, keep_stop: bool = True) -> Iterator[Span]:
    at = start
    for match in stop.finditer(text, start, end):
        yield from _span(text, at, match.end() if keep_stop else match.start())
        at = match.end()
    yield from _span(text, at, end)


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (text[start].isspace() or text[start] == "\ufffc"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufffc"):
        end -= 1
    if any(letter.isalnum() for letter in text[start:end]):
        yield start, end

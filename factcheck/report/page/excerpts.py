"""A sentence in its paragraph, as the page shows it: every letter visible, marks counted as a browser counts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Span, Value
from factcheck.report.escape import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Sequence


_BREAK = re.compile(r"[\n\r]")
_SENTENCE = 360  # letters of a sentence that are shown around the first mark
_AROUND = 400  # letters of the paragraph on either side of the sentence


class Excerpt(Value, frozen=True):
    """`text` is the paragraph; the sentence and the marks in it are UTF-16 offsets."""

    text: str
    sentence: Span
    marks: tuple[Span, ...]


def make_excerpt(text: str, sentence: Span, marks: Sequence[Span], *, lines: bool = False) -> Excerpt:
    """The paragraph around a sentence, cut where it is very long; `lines` of the sentence stay lines."""
    start, end = _choose_span(sentence, marks)
    first = max((found.end() for found in _BREAK.finditer(text, max(0, start - _AROUND), start)), default=None)
    first = max(0, start - _AROUND) if first is None else first
    stop = _BREAK.search(text, end, end + _AROUND)
    last = stop.start() if stop is not None else min(len(text), end + _AROUND)
    held = sorted((max(start, a), min(end, b)) for a, b in marks if a < end and b > start)
    cuts = sorted({first, start, *(at for mark in held for at in mark), end, last})
    written, at = _write_out(text, cuts, lines=lines)
    return Excerpt(
        text=written, sentence=(at[start], at[end]), marks=tuple(dict.fromkeys((at[a], at[b]) for a, b in held))
    )


def _choose_span(sentence: Span, marks: Sequence[Span]) -> Span:
    start, end = min(sentence[0], marks[0][0]), max(sentence[1], marks[0][1])
    if end - start <= 2 * _SENTENCE:
        return start, end
    return max(start, marks[0][0] - _SENTENCE), min(end, max(marks[0][0] + _SENTENCE, marks[0][0] + 1))


def _write_out(text: str, cuts: Sequence[int], *, lines: bool) -> tuple[str, dict[int, int]]:
    """The text from the first cut to the last with nothing hidden in it, and where each cut has come to stand."""
    parts, at, units = [], {cuts[0]: 0}, 0
    for start, end in pairwise(cuts):
        told = text[start:end]
        part = "\n".join(map(escape_invisible, told.split("\n"))) if lines else escape_invisible(told)
        parts.append(part)
        units += len(part.encode("utf-16-le")) // 2
        at[end] = units
    return "".join(parts), at

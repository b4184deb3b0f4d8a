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
_CUT = "…"
_AROUND = 400  # letters of the paragraph on either side of the sentence


class Excerpt(Value, frozen=True):
    """`text` is the paragraph; the sentence and the marks in it are UTF-16 offsets."""

    text: str
    sentence: Span
    marks: tuple[Span, ...]


def make_excerpt(text: str, sentence: Span, marks: Sequence[Span], *, lines: bool = False) -> Excerpt:
    """The paragraph around a sentence; where it is very long it is cut, and … says so.

    `lines` of the sentence stay lines. Of a sentence that is itself too long nothing is shown but the part around the
    first mark.
    """
    whole = _widen(sentence, marks)
    start, end = _choose_span(whole, marks[0][0])
    cut = (start, end) != whole
    first, last = (start, end) if cut else _find_paragraph(text, start, end)
    held = sorted((max(start, a), min(end, b)) for a, b in marks if a < end and b > start)
    written, at = write_out(text, sorted({first, start, *(at for mark in held for at in mark), end, last}), lines=lines)
    if cut:
        before, after = start > whole[0], end < whole[1]
    else:
        before, after = bool(text[max(0, first - 1) : first].strip("\n\r")), bool(text[last : last + 1].strip("\n\r"))
    moved = {place: units + before for place, units in at.items()}
    if cut:  # what says so is shown with the sentence
        moved |= {start: 0, end: at[end] + before + after}
    return Excerpt(
        text=_CUT * before + written + _CUT * after,
        sentence=(moved[start], moved[end]),
        marks=tuple(dict.fromkeys((at[a] + before, at[b] + before) for a, b in held)),
    )


def _widen(sentence: Span, marks: Sequence[Span]) -> Span:
    """The sentence with the whole of its first mark, which may end in the next one."""
    return min(sentence[0], marks[0][0]), max(sentence[1], marks[0][1])


def _choose_span(whole: Span, mark: int) -> Span:
    """The sentence, or of a very long one what is around the mark."""
    start, end = whole
    if end - start <= 2 * _SENTENCE:
        return start, end
    return max(start, mark - _SENTENCE), min(end, mark + _SENTENCE)


def _find_paragraph(text: str, start: int, end: int) -> Span:
    """The line around a sentence, as far as some letters before and behind it."""
    first = max((found.end() for found in _BREAK.finditer(text, max(0, start - _AROUND), start)), default=None)
    stop = _BREAK.search(text, end, end + _AROUND)
    return (
        max(0, start - _AROUND) if first is None else first,
        stop.start() if stop is not None else min(len(text), end + _AROUND),
    )


def write_out(text: str, cuts: Sequence[int], *, lines: bool) -> tuple[str, dict[int, int]]:
    """The text from the first cut to the last with nothing hidden in it, and where each cut has come to stand.

    Where each stands is counted in UTF-16; `lines` stay lines.
    """
    parts, at, units = [], {cuts[0]: 0}, 0
    for start, end in pairwise(cuts):
        told = text[start:end]
        part = "\n".join(map(escape_invisible, told.split("\n"))) if lines else escape_invisible(told)
        parts.append(part)
        units += len(part.encode("utf-16-le")) // 2
        at[end] = units
    return "".join(parts), at

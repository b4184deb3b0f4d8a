"""The letters by which a ruling knows a sentence, read in one way for good, whatever the stages learn to read.

A fingerprint that a person has ruled on must find its sentence again in every later version. So nothing here follows
the folding, the masks and the sentences of the other stages: what is changed here makes every ruling stale.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.text.mask import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import TextLexicon
    from factcheck.model import Span, Text

_SHORT = 20  # letters; a shorter sentence alone does not tell one place from another
_LONGEST = 1000  # letters, from which a sentence is cut behind a comma
_KEPT = 64  # articles; the places of a finding stand in few
_NO_LETTER = re.compile(r"[\W_]+")
# Link targets, images, URLs, addresses, tags: as they were masked when the first rulings were written.
_NO_PROSE = re.compile(
    r"""
      !\[ [^\]\n]{0,300} \]\( [^)\s]{0,2000} \)
    | (?<=\]) \( [^)\s]{1,2000} \)
    | (?<=\]) \[ [^\]\n]{0,100} \]
    | \[\^ [^\]\n]{1,40} \]:?
    | \b (?:https?|ftp):// [^\s<>"'“”‘’，。；！？、（）《》【】\u3400-\u9fff]{1,2000}
    | \b www\. [A-Za-z0-9./_%?=&\#-]{3,500}
    | \b [\w.+-]{1,64} @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,4} \b
    | <!-- .{0,2000}? -->
    | </? [A-Za-z] [^<>\n]{0,500} >
    """,
    re.ASCII | re.DOTALL | re.VERBOSE,
)
_SIGNS = ("](", "][", "[^", "://", "www.", "@", "<")


def identify(text: Text, start: int, end: int, lexicon: TextLexicon) -> str:
    """The letters of the sentences around a place, and of the one before where they are few."""
    head = len(text.folded) - len(text.folded.lstrip(MASK))
    letters, sentences = _read(text.stored, head, lexicon)
    touched = [span for span in sentences if span[0] < end and start < span[1]]
    first, last = (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)
    found = _NO_LETTER.sub("", letters[first:last])
    if len(found) < _SHORT:
        earlier = [span for span in sentences if span[1] <= first]
        if earlier:
            found = _NO_LETTER.sub("", letters[slice(*earlier[-1])]) + found
    return found


@lru_cache(maxsize=_KEPT)
def _read(stored: str, head: int, lexicon: TextLexicon) -> tuple[str, tuple[Span, ...]]:
    """The folded letters of a text and its sentences; the first `head` letters are front matter."""
    letters = list(MASK * head + lexicon.identity.folding.fold(stored)[head:])
    if any(sign in stored for sign in _SIGNS):
        for match in _NO_PROSE.finditer(stored, head):
            letters[slice(*match.span())] = MASK * len(match[0])
    folded = "".join(letters)
    return folded, tuple(_split(folded, lexicon.identity.sentence_stop))


def _split(folded: str, stop: re.Pattern[str]) -> Iterator[Span]:
    at = 0
    for end in (*(match.end() for match in stop.finditer(folded)), len(folded)):
        span = _trim(folded, at, end)
        at = end
        while span is not None and span[1] - span[0] > _LONGEST:
            start, last = span
            comma = max(folded.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in "，；、 ")
            edge = comma + 1 if comma >= 0 else start + _LONGEST
            if (piece := _trim(folded, start, edge)) is not None:
                yield piece
            span = _trim(folded, edge, last)
        if span is not None:
            yield span


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where it holds neither letter nor digit."""
    while start < end and (text[start].isspace() or text[start] == MASK):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == MASK):
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None

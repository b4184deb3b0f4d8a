"""Where in a text an offset is, as an editor counts: lines from 0, and in a line the units that it asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

PositionEncoding = Literal["utf-8", "utf-16", "utf-32"]
_LINE_END = re.compile(r"\r\n|\r|\n")


class Positions:
    """Offsets in code points → (line, units in it), in one text and one encoding."""

    def __init__(self, text: str, encoding: PositionEncoding) -> None:
        self._text, self._encoding = text, encoding
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def find(self, offset: int) -> tuple[int, int]:
        """The position of an offset; one behind the end is the end."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        return line, count_units(self._text[self._starts[line] : offset], self._encoding)


def count_units(text: str, encoding: PositionEncoding) -> int:
    """The length of a text in bytes, in halves of UTF-16, or in code points."""
    if encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(letter > "\uffff" for letter in text)

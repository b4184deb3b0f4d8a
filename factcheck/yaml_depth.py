"""How deep a YAML text nests, told from its letters, before any parser sees it.

Parsers differ in where they stop: some end with an error of their own, some with the stack. This reads just enough of
the form to tell a collection from a bracket in a string, a comment or a scalar: one pass, no recursion, linear in the
text. What is not valid YAML is left to the parser; up to the place where it goes wrong, the depth is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    Opened = Generator[tuple[int, int], None, None]  # the depth and the offset of each collection

_BREAKS = r"\r\n\x85\u2028\u2029"
_GAP = rf"(?=[ \t{_BREAKS}]|\Z)"
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_REST = re.compile(rf"[^{_BREAKS}]*+(?:\r\n|[{_BREAKS}]|\Z)")
_SPACES = re.compile(r" *+")
_NO_CONTENT = re.compile(rf"[ \t]*+(?:\#|[{_BREAKS}]|\Z)")
_MARKER = re.compile(rf"(?:---|\.\.\.){_GAP}[ \t]*+")
_ENTRY = re.compile(rf"[-?:]{_GAP}[ \t]*+")
_PROPERTIES = re.compile(rf"(?:[&*!][^ \t{_BREAKS}]*+[ \t]*+)*+")
_COLON = re.compile(rf"[ \t]*+:{_GAP}[ \t]*+")
_QUOTED = re.compile(r"""(?s)"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""")
_PLAIN = re.compile(rf"(?:[^:\#{_BREAKS}]|:(?![ \t{_BREAKS}]|\Z)|(?<![ \t])\#)*+")
# Inside brackets: quoted text, comments and plain scalars are passed over whole, the brackets come out.
_FLOW = re.compile(
    rf"""{_QUOTED.pattern}
    | \#[^{_BREAKS}]*+
    | [\s,:]++
    | [&*!][^\s,\[\]{{}}]*+
    | [^\s,:\[\]{{}}"'\#&*!](?:[^,\[\]{{}}:\#]|:(?![\s,\[\]{{}}]|\Z)|(?<!\s)\#)*+
    | (?P<opens>[\[{{]) | (?P<closes>[\]}}])""",
    re.VERBOSE,
)


def openings(text: str) -> Iterator[tuple[int, int]]:
    """Each collection that opens, in order: how many are open with it, and its line, from 1."""
    line, seen = 1, 0
    for depth, at in _Blocks(text).walk():
        line += sum(1 for _ in _BREAK.finditer(text, seen, at))
        seen = at
        yield depth, line


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a match at `at` ends; `at` where there is none."""
    found = pattern.match(text, at)
    return at if found is None else found.end()


class _Blocks:
    """The lines of a text, and the block collections that are open: the column of each, and whether it is a list."""

    def __init__(self, text: str) -> None:
        self.text, self.open = text, list[tuple[int, bool]]()
        self.at = 1 if text.startswith("\ufeff") else 0
        self.ended = False  # a quote is never closed: no parser comes further

    def walk(self) -> Opened:
        """Every collection, in order."""
        scalar: int | None = None  # the column that the lines of a scalar must pass
        while self.at < len(self.text) and not self.ended:
            start, value = self.at, False
            if (marker := _MARKER.match(self.text, start)) is not None:
                self.open.clear()
                scalar, value, self.at = None, True, marker.end()
            indent = _past(_SPACES, self.text, self.at) - start
            if _NO_CONTENT.match(self.text, self.at) or (scalar is not None and indent > scalar):
                self._pass_line()
                continue
            self.at = start + indent
            scalar = None
            while self.open and self.open[-1][0] > indent:
                self.open.pop()
            if (yield from self._line(start, value=value)):
                scalar = self.open[-1][0] if self.open else -1
            self._pass_line()

    def _pass_line(self) -> None:
        self.at = _past(_REST, self.text, self.at)

    def _line(self, start: int, *, value: bool) -> Generator[tuple[int, int], None, bool]:
        """Read the rest of a line, at its end return whether a scalar may go on; a `value` is no block collection."""
        text = self.text
        while not value and (entry := _ENTRY.match(text, self.at)) is not None:
            yield from self._block(self.at - start, is_list=text[self.at] == "-")
            self.at = entry.end()
        while True:
            first = self.at
            self.at = _past(_PROPERTIES, text, first)
            if _NO_CONTENT.match(text, self.at):
                return False
            letter = text[self.at]
            if letter in "|>":
                return True
            if letter in "[{":
                yield from self._flow()
            elif letter in "\"'":
                end = _past(_QUOTED, text, self.at)
                self.at, self.ended = (end, False) if end > self.at else (len(text), True)
            else:
                self.at = _past(_PLAIN, text, self.at)
            colon = None if value else _COLON.match(text, self.at)
            if colon is None:
                return letter not in "[{\"'"
            yield from self._block(first - start, is_list=False)
            self.at, value = colon.end(), True

    def _block(self, column: int, *, is_list: bool) -> Opened:
        """Open the collection of an entry at `column`, unless it is open already."""
        while self.open and (self.open[-1][0] > column or (self.open[-1] == (column, True) and not is_list)):
            self.open.pop()
        if not self.open or self.open[-1] != (column, is_list):
            self.open.append((column, is_list))
            yield len(self.open), self.at

    def _flow(self) -> Opened:
        """Pass over what stands in brackets, to the last that closes."""
        depth = len(self.open)
        while (token := _FLOW.match(self.text, self.at)) is not None:
            if token["opens"]:
                depth += 1
                yield depth, self.at
            self.at = token.end()
            if token["closes"]:
                depth -= 1
                if depth == len(self.open):
                    return
        self.at, self.ended = len(self.text), True

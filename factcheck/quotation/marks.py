"""Pairs of quotation marks and title marks, nested, typed loosely, or left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r]+")
_MARK = re.compile('[“”‘’"《》]')
_CLOSING = {"”": "“", "’": "‘", "》": "《"}
_MAY_OPEN = "：，。！？；”"  # what may stand before a mark that nothing closes
_STOP = re.compile(r"[。！？…]+")


class MarkedSpan(NamedTuple):
    """A stretch between two marks, the marks left out; `depth` counts the marks around it."""

    start: int
    end: int
    depth: int
    title: bool


def find_lines(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not empty; a line is a paragraph."""
    return (match.span() for match in _LINE.finditer(folded))


def find_marked(folded: str, start: int, end: int) -> list[MarkedSpan]:
    """The stretches between marks on one line, outer ones first; one that is left open ends with its sentence.

    Whether more of the line is quoted nobody can tell: behind the first full stop an author speaks again, or an editor.
    """
    found: list[MarkedSpan] = []
    open_: list[tuple[str, int]] = []
    for match in _MARK.finditer(folded, start, end):
        mark, at = match.group(), match.start()
        if _is_no_mark(folded, mark, at, open_):
            continue
        opener = '"' if mark == '"' else _CLOSING.get(mark)
        if opener is not None and any(one == opener for one, _ in open_):
            inner = _close(open_, opener)
            if inner < at:
                found.append(MarkedSpan(start=inner, end=at, depth=len(open_), title=mark == "》"))
        elif opener is None or mark == '"':
            open_.append((mark, at + 1))
    if open_ and open_[0][0] == "“" and _may_stay_open(folded, start, open_[0][1] - 1):
        last = _find_sentence_end(folded, open_[0][1], end)
        # what stands behind it lies inside nothing
        found = [one._replace(depth=one.depth - 1) if one.start > last else one for one in found]
        if open_[0][1] < last:
            found.append(MarkedSpan(start=open_[0][1], end=last, depth=0, title=False))
    return sorted(found, key=lambda one: (one.start, -one.end))


def _find_sentence_end(folded: str, start: int, end: int) -> int:
    stop = _STOP.search(folded, start, end)
    return stop.end() if stop else len(folded[:end].rstrip())


def _close(open_: list[tuple[str, int]], opener: str) -> int:
    """Where the innermost stretch that `opener` opened begins; it and what was left open inside it are taken off."""
    while True:
        mark, start = open_.pop()
        if mark == opener:
            return start


def _is_no_mark(folded: str, mark: str, at: int, open_: list[tuple[str, int]]) -> bool:
    """An apostrophe, or the sign for inches."""
    before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
    if mark == "’":
        return _is_latin(before) and (_is_latin(after) or all(one != "‘" for one, _ in open_))
    return mark == '"' and before.isdigit() and all(one != '"' for one, _ in open_)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _may_stay_open(folded: str, line: int, at: int) -> bool:
    before = folded[line:at].rstrip()
    return not before or before[-1] in _MAY_OPEN

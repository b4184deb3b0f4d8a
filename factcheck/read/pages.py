"""Lines on pages → text: columns one after the other, lines joined to paragraphs, running heads left out.

Lengths are points, from the lower left corner of a page, as PDF has them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from factcheck.messages import say
from factcheck.read.extracted import Cell, Extract
from factcheck.zh.metadata import ENDS_SENTENCE, PAGE_NUMBER, PRINTED_AT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Phrase

TAB = "\t"  # between the cells of a row
_MARGIN = 0.12  # of a page's height, at its top and its foot: where running heads are
_OFTEN = 0.5  # share of the pages, from two on, that bear a running head
_WHITE = 2.2  # letters from the middle of a running head to that of the line next to it
_DIGITS = re.compile(r"\d+")
_SAME_ROW = 0.6  # of a line's height: how far the middles of two cells of one row are apart at most
_FULL = 2.5  # letters that a line may end before the margin, and go on in the next
_INDENT = 1.2  # letters by which the first line of a paragraph is moved in
_COLUMN = 8  # letters that a line of a column of prose has at least, in the middle
_LEAST = 4  # lines of a column
_DEEP = 12  # cuts within one another
_WORD = re.compile(r"[A-Za-z0-9.,%$+-]{1,24}")
_LATIN_WIDTH = 0.6  # of a letter
_LATIN = re.compile(r"[A-Za-z0-9,;:)]\Z")


class Line(NamedTuple):
    """A stretch of letters that stand together."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """About the size of a letter."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.top + self.bottom) / 2


class Page(NamedTuple):
    """A page, its lines in the order in which they are read."""

    number: int
    width: float
    height: float
    lines: list[Line]


class _Placed(NamedTuple):
    line: Line
    page: int
    number: int  # of the line on its page, from 1


def order_lines(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """The lines of a page in the order in which a person reads: from the top, one column of prose after the other."""
    if len(lines) < 2 * _LEAST or depth > _DEEP:
        return _join_rows(lines)
    gutter = _find_gutter(lines)
    if gutter is not None:
        halves = ([line for line in lines if line.right <= gutter], [line for line in lines if line.right > gutter])
        return [line for half in halves for line in order_lines(half, depth + 1)]
    cut = _find_cut(lines)
    if cut is not None:
        halves = ([line for line in lines if line.bottom >= cut], [line for line in lines if line.bottom < cut])
        return [line for half in halves for line in order_lines(half, depth + 1)]
    return _join_rows(lines)


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """Where a white strip parts two columns of prose, from top to bottom; None where none does."""
    reach = float("-inf")
    letter = median(line.height for line in lines)
    for line in sorted(lines, key=lambda one: one.left):
        if line.left > reach + letter * 0.8 and reach > float("-inf"):
            sides = ([one for one in lines if one.right <= reach], [one for one in lines if one.left >= line.left])
            prose = [_is_prose(side) for side in sides]
            if all(prose) or (any(prose) and _is_written_in_turn(lines, reach)):
                return reach
        reach = max(reach, line.right)
    return None


def _is_written_in_turn(lines: Sequence[Line], gutter: float) -> bool:
    """Whether a file has all that is left of a strip before all that is right of it; tables have it row by row."""
    sides = [line.right <= gutter for line in lines]
    return sum(1 for one, other in pairwise(sides) if one != other) == 1 and sides[0]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines fill a column, as cells of a table do not."""
    if len(lines) < _LEAST:
        return False
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    middle = median(line.right - line.left for line in lines)
    return middle >= 0.75 * wide and middle >= _COLUMN * median(line.height for line in lines)


def _find_cut(lines: Sequence[Line]) -> float | None:
    """The height of the uppermost white strip below which, or above which, there are two columns of prose."""
    floor = float("inf")
    for line in sorted(lines, key=lambda one: -one.top):
        if line.top < floor < float("inf"):
            above = [one for one in lines if one.bottom >= floor]
            below = [one for one in lines if one.bottom < floor]
            if _find_gutter(below) is not None or _find_gutter(above) is not None:
                return floor
        floor = min(floor, line.bottom)
    return None


def _join_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from the top down; those that stand side by side are one, with a tab between its cells."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.middle, one.left)):
        if rows and rows[-1][0].middle - line.middle <= _SAME_ROW * max(rows[-1][0].height, line.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_join_cells(sorted(row, key=lambda one: one.left)) for row in rows]


def _join_cells(row: Sequence[Line]) -> Line:
    return Line(
        TAB.join(line.text for line in row), row[0].left, min(line.bottom for line in row),
        max(line.right for line in row), max(line.top for line in row),
    )  # fmt: skip


def write_pages(pages: Sequence[Page]) -> Extract:
    """The text of all pages, each line with its page and its number there."""
    written = Extract()
    running = _running_heads(pages)
    kept = [one for page in pages for one in _without_running_heads(page, running)]
    for _, together in groupby(_find_paragraphs(kept), key=_count_cells):
        paragraphs = list(together)
        if len(paragraphs) > 1 and TAB in paragraphs[0][0].line.text:
            written.add_table([_part_cells(row) for row in paragraphs])
        else:
            for paragraph in paragraphs:
                written.add_lines(list(_join_lines(paragraph)))
    return written


def _count_cells(paragraph: Sequence[_Placed]) -> int:
    return paragraph[0].line.text.count(TAB)


def _part_cells(row: Sequence[_Placed]) -> list[Cell]:
    (placed,) = row
    return [Cell(text, _place(placed)) for text in placed.line.text.split(TAB)]


def _without_running_heads(page: Page, running: set[str]) -> Iterator[_Placed]:
    outer = _outer_lines(page)
    for number, line in enumerate(page.lines, 1):
        printed = any(one.fullmatch(cell) for cell in line.text.split(TAB) for one in (PAGE_NUMBER, PRINTED_AT))
        if not (line in outer and (printed or _mask_digits(line) in running)):
            yield _Placed(line, page.number, number)


def _running_heads(pages: Sequence[Page]) -> set[str]:
    """What stands in the margin of at least half of the pages, but for its numbers."""
    seen = Counter(text for page in pages for text in set(map(_mask_digits, _outer_lines(page))))
    return {text for text, times in seen.items() if times >= max(2, _OFTEN * len(pages))}


def _outer_lines(page: Page) -> list[Line]:
    """What stands in the margins, with white between it and the text."""
    ranked = sorted(page.lines, key=lambda line: -line.middle)
    found: list[Line] = []
    for lines, low, high in ((ranked, 1 - _MARGIN, 1.0), (ranked[::-1], 0.0, _MARGIN)):
        held: list[Line] = []
        for line, following in pairwise([*lines, None]):
            if line is None or not low * page.height < line.middle < high * page.height:
                break
            held.append(line)
            if following is not None and abs(line.middle - following.middle) > _WHITE * max(
                line.height, following.height
            ):
                found += held
                held = []
    return found


def _mask_digits(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _find_paragraphs(lines: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """Lines that belong to one paragraph: all but its last reach the right margin of their column."""
    held: list[_Placed] = []
    for number, placed in enumerate(lines):
        if held and not _goes_on(held[-1], placed, _margins(lines, number - 1)):
            yield held
            held = []
        held.append(placed)
    if held:
        yield held


def _margins(lines: Sequence[_Placed], at: int) -> tuple[float, float]:
    """The left and the right end of the column that a line stands in, by the lines around it."""
    own = lines[at].line
    near = [
        one.line
        for one in lines[max(0, at - 20) : at + 21]
        if one.line.left < own.right and own.left < one.line.right and 0.8 < one.line.height / own.height < 1.25
    ]
    return min(line.left for line in near), max(line.right for line in near)


def _goes_on(before: _Placed, after: _Placed, margins: tuple[float, float]) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    one, other = before.line, after.line
    letter = one.height
    if TAB in one.text or TAB in other.text or not 0.8 < other.height / letter < 1.25:
        return False
    if one.right < margins[1] - max(_FULL, _find_room(one, other)) * letter:
        return False  # it ends before the margin
    if one.right - one.left < _COLUMN * letter:
        return False
    if before.page == after.page and other.top < one.top:
        if one.bottom - other.top > 1.2 * letter:
            return False  # an empty line
        return other.left < margins[0] + _INDENT * letter
    return ENDS_SENTENCE.search(one.text) is None  # the next column, or the next page


def _find_room(one: Line, other: Line) -> float:
    """How many letters of white a line leaves at most, as its sentence goes on with a word that is never broken."""
    word = _WORD.match(other.text)
    return len(word[0]) * _LATIN_WIDTH + 1 if word is not None and ENDS_SENTENCE.search(one.text) is None else 0.0


def _join_lines(paragraph: Sequence[_Placed]) -> Iterator[Cell]:
    """The lines of a paragraph as they follow one another: letters of Latin words are parted by a space."""
    for number, placed in enumerate(paragraph):
        text = placed.line.text
        following = paragraph[number + 1].line.text if number + 1 < len(paragraph) else ""
        if following and _LATIN.search(text) and following[0].isascii() and following[0].isalpha():
            text += " "
        yield Cell(text, _place(placed))


def _place(placed: _Placed) -> Phrase:
    return say("where.page-line", page=placed.page, line=placed.number)

"""Tables in a text: rows of cells between pipes, tabs, wide gaps or HTML tags, or one cell a line."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.mask import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Span, Text

_SIGNS = ("|", "\t", "  ", "\u3000", "<tr", "<TR")  # one stands in every table that has rows in lines
_SHORT_LINES = re.compile(r"\n[^\n。]{1,20}\n\s?[^\n。]{1,20}\n\s?[^\n。]{1,20}\n")
_RULE = re.compile(r"\|?[ \t]*+:?--[ \t|:-]*+\Z")  # the line between head and body
_HTML_ROW = re.compile(r"<tr\b[^>]{0,300}>(.{0,4000}?)</tr>", re.IGNORECASE | re.DOTALL)
_HTML_CELL = re.compile(r"<t[dh]\b[^>]{0,300}>(.{0,1000}?)</t[dh]>", re.IGNORECASE | re.DOTALL)
_BETWEEN_ROWS = re.compile(r"\s*(?:</?(?:thead|tbody)\b[^>]{0,100}>\s*)*\Z", re.IGNORECASE)
_PIPE = re.compile(r"\|")
_GAP = re.compile(r"(?:\t++| {2,}+|\u3000++)(?![：:，。；、])")  # a gap before a mark only fills a line: 荃湾　：71%
_NUMBER = re.compile(r"[(+-]?\d[\d,]*+(?:\.\d++)?+\)?%?\Z")
_NOTHING = frozenset(("", "-", "--", "—", "——", "/", "…"))
_FEWEST = 2  # rows, and cells in one
_LONGEST_CELL = 20  # letters of a cell that has a line to itself
_LONGEST_ROW = 400  # letters
_MOST_ROWS = 2000


class TableCell(NamedTuple):
    """What stands in one place of a table: its span, without the spaces around it, and its letters, folded."""

    start: int
    end: int
    text: str

    @property
    def is_number(self) -> bool:
        """Whether it holds a bare figure, a share, or nothing at all."""
        return self.text in _NOTHING or _NUMBER.match(self.text) is not None

    @property
    def may_be_figure(self) -> bool:
        """Whether it is a number, or so short that it may be one with its unit."""
        return self.is_number or (len(self.text) <= _LONGEST_CELL and any(map(str.isdigit, self.text)))


class TableRow(NamedTuple):
    """Cells from left to right."""

    start: int
    end: int
    cells: tuple[TableCell, ...]


class TextTable(NamedTuple):
    """The head, and the rows below it, each of as many cells; `before` are the lines above it, nearest first."""

    head: TableRow
    rows: tuple[TableRow, ...]
    before: tuple[Span, ...]


def find_tables(text: Text) -> tuple[TextTable, ...]:
    """The tables of a clean text, in order. Offsets are those of the clean text."""
    stored = text.stored
    signed = [sign for sign in _SIGNS if sign in stored]
    if not signed and _SHORT_LINES.search(stored) is None:
        return ()
    lines = _lines(text.folded)
    found: list[TextTable] = []
    if "<tr" in stored.lower():
        found += _tables_of(_html_rows(text), text, lines)
    for split in (_PIPE, _GAP) if signed and not found else ():
        found += [
            table
            for table in _tables_of(_split_rows(text, lines, split), text, lines)
            if not any(one.head.start < table.rows[-1].end and table.head.start < one.rows[-1].end for one in found)
        ]
    return tuple(sorted(found or _tables_of_lines(text, lines), key=lambda table: table.head.start))


def _lines(folded: str) -> list[Span]:
    found, at = [], 0
    for row in folded.split("\n"):
        found.append((at, at + len(row)))
        at += len(row) + 1
    return found


def _split_rows(text: Text, lines: Sequence[Span], split: re.Pattern[str]) -> Iterator[TableRow | None]:
    """A row for every line that is one, None for any other; the rule below a head is left out.

    Pipes that a line neither begins nor ends with are those of a table only where a rule is drawn below its head.
    """
    ruled = any(map(_is_rule, (text.stored[slice(*line)] for line in lines)))
    for start, end in lines:
        stored = text.stored[start:end].rstrip("\r")
        if end - start > _LONGEST_ROW or not stored.strip():
            yield None
            continue
        if _is_rule(stored):
            continue
        left = start + len(stored) - len(stored.lstrip(" \u3000"))
        right = start + len(stored.rstrip(" \u3000"))
        framed = text.stored[left:right].startswith("|") and text.stored[left:right].endswith("|")
        if split is _PIPE and not (framed or ruled):
            yield None
            continue
        if split is _PIPE and text.stored.startswith("|", left):
            left += 1
            right -= text.stored.endswith("|", left, right)
        if split.search(text.stored, left, right) is None:
            yield None
            continue
        at, cells = left, []
        for gap in (*split.finditer(text.stored, left, right), None):
            cells.append(_cell(text.folded, at, gap.start() if gap else right))
            at = gap.end() if gap else right
        yield TableRow(start, end, tuple(cells))


def _is_rule(stored: str) -> bool:
    return "|" in stored and _RULE.match(stored.strip()) is not None


def _html_rows(text: Text) -> Iterator[TableRow | None]:
    behind = 0
    for row in _HTML_ROW.finditer(text.stored):
        if behind and not _BETWEEN_ROWS.match(text.stored[behind : row.start()]):
            yield None
        behind = row.end()
        cells = (match.span(1) for match in _HTML_CELL.finditer(text.stored, row.start(1), row.end(1)))
        yield TableRow(row.start(), row.end(), tuple(_cell(text.folded, *span) for span in cells))


def _cell(folded: str, start: int, end: int) -> TableCell:
    while start < end and folded[start] in f" \r\n{MASK}":
        start += 1
    while end > start and folded[end - 1] in f" \r\n{MASK}":
        end -= 1
    return TableCell(start, end, folded[start:end])


def _tables_of(rows: Iterator[TableRow | None], text: Text, lines: Sequence[Span]) -> Iterator[TextTable]:
    """Rows that follow one another, have as many cells each, and below the first mostly figures behind their heads."""
    for wide, run in groupby(rows, key=lambda row: len(row.cells) if row else 0):
        held = [row for row in run if row is not None][:_MOST_ROWS]
        if wide >= _FEWEST and len(held) >= _FEWEST:
            yield from _table(held[0], held[1:], text, lines)


def _table(head: TableRow, rows: Sequence[TableRow], text: Text, lines: Sequence[Span]) -> Iterator[TextTable]:
    figures = [cell.may_be_figure for row in rows for cell in row.cells[1:]]
    named = all(cell.text and not cell.is_number for cell in head.cells[1:])
    if named and 2 * sum(figures) >= len(figures) and any(figures):
        above = [line for line in lines if line[1] <= head.start and text.folded[slice(*line)].strip(f" \r{MASK}")]
        yield TextTable(head, tuple(rows), tuple(above[:-4:-1]))


def _tables_of_lines(text: Text, lines: Sequence[Span]) -> Iterator[TextTable]:
    """Tables whose cells stand in lines of their own: a head of some words, and then a word and its figures each."""
    cells = [_cell(text.folded, *line) for line in lines]
    cells = [cell for cell in cells if cell.text]
    for short, run in groupby(
        cells, key=lambda cell: len(cell.text) <= _LONGEST_CELL and cell.text[-1:] not in "。，；！？"
    ):
        held = list(run)
        if short and len(held) > _FEWEST * _FEWEST:
            yield from _table_of_cells(held, text, lines)


def _table_of_cells(cells: Sequence[TableCell], text: Text, lines: Sequence[Span]) -> Iterator[TextTable]:
    first = next((at for at, cell in enumerate(cells) if _NUMBER.match(cell.text)), 0)
    wide = next((at for at, cell in enumerate(cells[first:]) if not cell.is_number), 0) + 1
    if first - 1 < wide or wide < _FEWEST:  # there is no head of so many cells
        return
    at = first - 1
    rows: list[TableRow] = []
    while at + wide <= len(cells) and len(rows) < _MOST_ROWS:
        row = cells[at : at + wide]
        if row[0].is_number or not all(cell.is_number for cell in row[1:]):
            break
        rows.append(TableRow(row[0].start, row[-1].end, tuple(row)))
        at += wide
    if len(rows) >= _FEWEST:
        head = cells[first - 1 - wide : first - 1]
        yield from _table(TableRow(head[0].start, head[-1].end, tuple(head)), rows, text, lines)

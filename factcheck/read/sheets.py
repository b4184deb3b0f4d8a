"""Sheets of cells → text: a table with its heads, what stands alone in its row as a line of its own."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.marker import COLUMNS
from factcheck.messages import LANGUAGES, say, text
from factcheck.read.extracted import Cell, Extract, clean_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Phrase

MOST = 200_000  # cells that hold something; an article has 50,000 figures at most
_BEYOND = 16_384  # columns: no spreadsheet program has more
_WIDE = 380  # letters of a row that the tables of a text may have, pipes included
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_report(row: Sequence[str]) -> bool:
    """Whether a first row holds the heads of a report of ours, in any language."""
    held = {cell.strip().removeprefix("\ufeff") for cell in row}
    return any(heads <= held for heads in _report_heads())


@cache
def _report_heads() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(text(f"column.{column}", language) for column in columns)
        for columns in COLUMNS
        for language in LANGUAGES
    )


def name_column(number: int) -> str:
    """The letters of a column, from 0: A, B … Z, AA."""
    name = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = _LETTERS[digit] + name
    return name


def write_sheet(rows: Iterable[Sequence[str]], sheet: str | None, first: tuple[int, int] = (0, 0)) -> Extract:
    """The text of a sheet, its name above it; `sheet` is None for a file that has no sheets.

    `first` are the row and the column, from 0, of the first cell. Raises `ReadError` for more cells than can be read.
    """
    name = clean_name(sheet) if sheet is not None else ""
    written = Extract()
    held = list(_hold(rows, name, first))
    if held and name:
        written.add_paragraph(name, held[0][0].where)
    for _, run in groupby(held, key=_is_table_row):
        block = [[cell for cell in row if cell.text] if len(_values_of(row)) == 1 else row for row in run]
        if len(block[0]) == 1:
            for row in block:
                written.add_paragraph(row[0].text, row[0].where)
        else:
            _add_table(written, block)
    return written


def _hold(rows: Iterable[Sequence[str]], name: str, first: tuple[int, int]) -> Iterator[list[Cell]]:
    """The rows that hold something, each cell with its place."""
    count = 0
    for number, row in enumerate(rows, first[0] + 1):
        count += sum(1 for value in row if value)
        if count > MOST or len(row) > _BEYOND:
            raise ReadError(say("error.too-many-cells", n=MOST), cure=say("cure.exclude"))
        cells = [
            Cell(value.strip(), _place(name, f"{name_column(column)}{number}"))
            for column, value in enumerate(row, first[1])
        ]
        while cells and not cells[-1].text:
            cells.pop()
        if cells:
            yield cells


def _place(name: str, cell: str) -> Phrase:
    return say("where.sheet-cell", sheet=name, cell=cell) if name else say("where.csv-cell", cell=cell)


def _values_of(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.text]


def _is_table_row(row: Sequence[Cell]) -> bool:
    return len(_values_of(row)) > 1


def _add_table(written: Extract, rows: list[list[Cell]]) -> None:
    """A table; one wider than a row of a text may be as several, each with the first column before its own."""
    left = min(next(at for at, cell in enumerate(row) if cell.text) for row in rows)
    rows = [row[left:] for row in rows]
    wide = max(map(len, rows))
    widths = [max((len(row[at].text) for row in rows if at < len(row)), default=0) + 3 for at in range(wide)]
    at = 1
    while at < wide:
        room, end = _WIDE - widths[0] - widths[at], at + 1
        while end < wide and room >= widths[end]:
            room -= widths[end]
            end += 1
        part = [[row[0], *row[at:end]] for row in rows]
        written.add_table([row for row in part if any(cell.text for cell in row[1:])] if at > 1 else part)
        at = end
    if wide == 1:
        written.add_table(rows)

"""Workbooks of Excel and LibreOffice: each sheet that can be seen is an article of its own, a table with its heads."""

from __future__ import annotations

import datetime as dt
import io
from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say, skip_input
from factcheck.read.article import REPORT
from factcheck.read.extents import check_extents
from factcheck.read.extracted import clean_name
from factcheck.read.percents import find_percents
from factcheck.read.sheets import MOST, is_report, write_sheet
from factcheck.read.whole import list_archive, load_whole, open_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.percents import Cells
    from factcheck.read.source import InputSource

SUFFIXES = (".xlsx", ".ods")
ALSO = (".xls",)  # as often a newer workbook or a page under its old name
NEEDS = ("python_calamine", "xlsx")
_EXCEL = "xl/workbook.xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MOST_SHEETS = 500


def fits(head: bytes) -> bool:
    """Whether an archive holds a workbook."""
    names = list_archive(head)
    return _EXCEL in names or ("content.xml" in names and _ODS in head[:200])


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """An article for every sheet."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    with open_archive(data, options) as archive:
        check_extents(archive)
        percents = find_percents(archive)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise ReadError(say("error.encrypted"), cure=say("cure.decrypt")) from error
    seen = [
        sheet.name for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]  # fmt: skip
    if len(seen) > _MOST_SHEETS:
        raise ReadError(say("error.too-many-cells", n=MOST), cure=say("cure.exclude"))
    for name in seen:
        sheet = book.get_sheet_by_name(name)
        if sheet.start is None:
            continue
        rows = _write_rows(sheet.to_python(skip_empty_area=True), sheet.start, percents.get(name, frozenset()))
        if rows and is_report(rows[0]):
            yield skip_input(source.shown, REPORT)
            return
        written = write_sheet(rows, name, sheet.start)
        if written.length:
            yield written.make_document(source, part=clean_name(name) if len(seen) > 1 else None)


def _write_rows(rows: Iterable[Sequence[object]], start: tuple[int, int], percents: Cells) -> list[list[str]]:
    """The cells as text; `start` is where the first one stands."""
    return [
        [_write_value(value, percent=(at, column) in percents) for column, value in enumerate(row, start[1])]
        for at, row in enumerate(rows, start[0])
    ]


def _write_value(value: object, *, percent: bool = False) -> str:
    """A value as a reader sees it: a number without what its binary form adds, a share in per cent, a day as ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float | int):
        return _write_number(float(value), percent=percent)
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else ""


def _write_number(value: float, *, percent: bool) -> str:
    """Fifteen digits, as spreadsheets hold them; never with an exponent, which no article has."""
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - only what is no number differs from itself
        return ""
    if value == int(value) and abs(value) < 1e15 and not percent:
        return str(int(value))
    from decimal import Decimal

    plain = format(Decimal(f"{value:.15g}") * (100 if percent else 1), "f")
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) + ("%" if percent else "")

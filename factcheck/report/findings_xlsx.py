"""Findings as a workbook for the desk: one row a place, filtered and sorted as the desk likes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.marker import MARKER
from factcheck.report.escape import cell
from factcheck.report.findings_csv import HEADER, rows

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.report.style import Style

_ROWS = 1_000_000  # a sheet holds 1,048,576
_LETTERS = 32_000  # a cell holds 32,767
_WIDTHS = {"message": 40, "text": 24, "sentence": 60, "file": 34, "because": 50, "name": 22, "document": 34}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that the file format knows: the same report gives the same bytes
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(report: Report, _: Style) -> bytes:
    """A workbook with one sheet, its first row a header that stays in view."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = MARKER, "factcheck"
    sheet = book.create_sheet("findings")
    sheet.freeze_panes = "A2"
    for number, column in enumerate(HEADER):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]].width = _WIDTHS.get(column, 12)
    header = [WriteOnlyCell(sheet, column) for column in HEADER]
    for one in header:
        one.font = Font(bold=True)
    sheet.append(header)
    height = 1
    for row in islice(rows(report), _ROWS):
        height += 1
        written = [WriteOnlyCell(sheet, _value(value)) for value in row]
        for one in written:
            one.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append(written)
    sheet.auto_filter.ref = f"A1:{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[len(HEADER) - 1]}{height}"
    saved = io.BytesIO()
    book.save(saved)
    return _timeless(saved.getvalue())


def _value(value: object) -> str | int:
    """Numbers as numbers; every text so that no spreadsheet runs it."""
    return value if isinstance(value, int) else cell(value)[:_LETTERS]


def _timeless(book: bytes) -> bytes:
    """The same workbook without the time at which it was made."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = (
                _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)) if "core.xml" in name else old.read(name)
            )
            new.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()

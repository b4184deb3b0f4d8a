"""Findings as a workbook for the desk: one row a place, filtered and sorted as the desk likes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.marker import MARKER
from factcheck.messages import reason, text
from factcheck.report import facts_csv
from factcheck.report.columns import heads
from factcheck.report.escape import cell
from factcheck.report.findings_csv import HEADER, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

BINARY = True  # what a terminal cannot show
NEEDS = ("openpyxl", "xlsx")  # the module, and the extra that installs it
_ROWS = 1_000_000  # a sheet holds 1,048,576
_LETTERS = 32_000  # a cell holds 32,767
_WIDTHS = {
    "message": 40,
    "text": 24,
    "sentence": 60,
    "file": 34,
    "because": 50,
    "name": 22,
    "where": 20,
    "document": 34,
    "places": 40,
}
_LETTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # of a column
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that the file format knows: the same report gives the same bytes
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(report: Report, style: Style) -> bytes:
    """A workbook, the first row of a sheet a header that stays in view; facts and what was passed over have theirs."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    language = style.language
    book.properties.title, book.properties.creator = MARKER, "factcheck"
    _fill(book.create_sheet(text("sheet.findings", language)), HEADER, rows(report, language), language)
    if report.facts:
        facts = book.create_sheet(text("sheet.facts", language))
        _fill(facts, facts_csv.HEADER, facts_csv.rows(report, language), language)
    if report.skipped:
        passed_over = ((one.path, one.line or "", reason(one, language)) for one in report.skipped)
        sheet = book.create_sheet(text("sheet.passed-over", language))
        _fill(sheet, ("file", "line", "because"), passed_over, language)
    saved = io.BytesIO()
    book.save(saved)
    return _timeless(saved.getvalue())


def _fill(sheet: Any, columns: Sequence[str], lines: Iterable[Iterable[object]], language: Language) -> None:  # noqa: ANN401 - openpyxl's
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns):
        sheet.column_dimensions[_LETTER[number]].width = _WIDTHS.get(column, 12)
    head = [WriteOnlyCell(sheet, name) for name in heads(columns, language)]
    for one in head:
        one.font = Font(bold=True)
    sheet.append(head)
    height = 1
    for height, row in enumerate(islice(lines, _ROWS), 2):  # noqa: B007 - the last one counts
        written = [WriteOnlyCell(sheet, _value(value)) for value in row]
        for one in written:
            one.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append(written)
    sheet.auto_filter.ref = f"A1:{_LETTER[len(columns) - 1]}{height}"


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

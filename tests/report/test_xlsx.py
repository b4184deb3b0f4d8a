"""The workbook as openpyxl reads it."""

from __future__ import annotations

import io

import msgspec
import openpyxl

from factcheck.report import SCAN, Style, render
from factcheck.report.findings_csv import HEADER


def sheet(report):
    return openpyxl.load_workbook(io.BytesIO(render(report, SCAN, "xlsx", Style()))).active


def test_a_row_a_place_below_a_header_that_stays(report):
    found = sheet(report)
    rows = list(found.iter_rows(values_only=True))
    assert rows[0] == HEADER
    assert len(rows) == 1 + sum(len(finding.locations) for finding in report.findings)
    assert rows[1][:3] == (1, "FC104", "magnitude-slip")
    assert rows[1][HEADER.index("line")] == 6
    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:P18")


def test_what_was_passed_over_has_a_sheet_of_its_own(report):
    book = openpyxl.load_workbook(io.BytesIO(render(report, SCAN, "xlsx", Style())))
    assert list(book["passed over"].values) == [
        ("file", "line", "because"), (r"corpus/x\x1b[0m.bin", 3, "unsupported file type"),
    ]  # fmt: skip
    whole = msgspec.structs.replace(report, skipped=())
    assert openpyxl.load_workbook(io.BytesIO(render(whole, SCAN, "xlsx", Style()))).sheetnames == ["findings"]


def test_no_cell_is_a_formula(report):
    hostile = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")')
    findings = tuple(
        msgspec.structs.replace(report.findings[0], message=words, because=(words,), rule=words) for words in hostile
    )
    for row in sheet(msgspec.structs.replace(report, findings=findings)).iter_rows(min_row=2):
        assert all(cell.data_type != "f" for cell in row)
        assert not any(str(cell.value or "").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_letters_that_no_workbook_may_hold(report):
    odd = msgspec.structs.replace(report.findings[0], message="a\x00b\x1bc" + "長" * 40_000)
    (row,) = sheet(msgspec.structs.replace(report, findings=(odd,))).iter_rows(min_row=2, max_row=2, values_only=True)
    assert row[5].startswith(r"a\x00b\x1bc長")
    assert len(row[5]) < 32_768

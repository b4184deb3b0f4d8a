"""The workbook as openpyxl reads it."""

from __future__ import annotations

import io

import msgspec
import openpyxl

from factcheck import Document, scan
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


def test_facts_have_a_sheet_of_their_own_with_a_row_a_value():
    head = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"
    said = "{}据岚峡县应急管理局，石栈仓库火灾已造成{}人死亡。"
    rows = (("a", "", 3, "2025-08-04"), ("b", "=1+1，", 7, "2025-08-05"))
    found = scan(
        [
            Document(id=name, text=head + said.format(words, dead), date=day, source=f"={name}报")
            for name, words, dead, day in rows
        ]
    )
    book = openpyxl.load_workbook(io.BytesIO(render(found, SCAN, "xlsx", Style())))
    header, *values = book["facts"].iter_rows(values_only=True)
    at = {name: number for number, name in enumerate(header)}
    assert [row[at["value"]] for row in values] == ["3人", "7人"]
    assert [row[at["state"]] for row in values] == ["revised", "revised"]
    assert all(not str(cell).startswith("=") for row in values for cell in row)

"""Tables of cells: CSV and workbooks; a report of ours is none."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from documents import article, loaded, where, zipped

from factcheck.messages import LANGUAGES
from factcheck.model import Document, Report
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.run.article import read_article

CSV = "2024年各县造林,,\n县区,面积（万亩）,增长\n东岭县,20,3.5%\n西河区,16,-2%\n"


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("formats", "name"), [(SCAN, "csv"), (EXTRACT, "csv"), (SCAN, "xlsx"), (SCAN, "html")])
def test_a_report_is_no_article(formats, name, lang):
    report = Report(findings=(), documents=(Document(id="a", text="造林3亩。"),), claims=(), skipped=(), settings={})
    found, (skipped,) = loaded(f"a.{name}", render(report, formats, name, Style(lang=lang)))
    assert found == []
    assert (skipped.reason, skipped.fatal) == ("a report of factcheck, not an article", False)


def test_a_csv_is_a_table_below_its_title():
    document = article("a.csv", CSV.encode("gb18030"))
    head = "2024年各县造林\n\n| 县区 | 面积（万亩） | 增长 |\n| --- | --- | --- |\n| 东岭县 | 20 | 3.5% |\n"
    assert document.text.startswith(head)
    assert where(document, "-2%") == "cell C4"
    assert where(document, "-2%", "zh-hant") == "儲存格C4"
    figures = {claim.text: claim for claim in read_article(document).claims}
    assert (figures["20"].subject, figures["20"].measure, figures["20"].kind) == ("东岭县", "面积", "area")


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_other_marks_than_commas(mark):
    assert article("a.csv", CSV.replace(",", mark).encode()).text == article("a.csv", CSV.encode()).text


def test_a_cell_cannot_break_out_of_its_table():
    text = article("a.csv", '县,亩\n"a|b\n| 9 |",3\n\x1b[31m乙,"=cmd|x"\n'.encode()).text
    assert text == "| 县 | 亩 |\n| --- | --- |\n| a｜b 9 ｜ | 3 |\n| [31m乙 | =cmd｜x |\n"


def test_a_row_wider_than_a_table_may_be_is_parted():
    heads = ["县区", *(f"{year}年造林面积（万亩）" for year in range(1980, 2024))]
    document = article(
        "a.csv", f"{','.join(heads)}\n东岭县,{','.join('7' * 44)}\n西河区,{','.join('8' * 44)}\n".encode()
    )
    figures = read_article(document).claims
    assert sum(claim.text == "8" for claim in figures) == 44
    assert where(document, "8 |") == "cell B3"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'a,"' + b"x" * 200_000, "field larger than field limit"),
        (b"a" + b"," * 20_000, "over 200,000 cells in one sheet"),
        (b"1,1\n" * 100_001, "over 200,000 cells in one sheet"),
        (b"\0,1", "binary, not text"),
    ],
)
def test_a_hostile_csv_is_told(data, why):
    found, (skipped,) = loaded("a.csv", data)
    assert found == []
    assert skipped.fatal
    assert why in skipped.reason


def test_each_sheet_is_an_article():
    data = workbook(
        造林=[["县区", "面积（万亩）", "日期"], ["东岭县", 0.1 + 0.2, dt.date(2024, 3, 5)], ["西河区", 16.0, True]],
        Q2=[[], [], [None, "县区", "亩"], [None, "东岭县", 1234567890]],
    )
    (one, other), skipped = loaded("a.xlsx", data)
    assert skipped == []
    assert [document.id for document in (one, other)] == ["a.xlsx:造林", "a.xlsx:Q2"]
    assert "| 东岭县 | 0.3 | 2024-03-05 |\n| 西河区 | 16 |  |\n" in one.text
    assert "| 东岭县 | 1234567890 |" in other.text
    assert where(other, "1234567890") == "sheet Q2, C4"
    assert where(other, "1234567890", "zh-hans") == "工作表Q2，C4"


def test_a_hidden_sheet_is_not_read():
    book = openpyxl.Workbook()
    book.active.append(["县", "亩"])
    hidden = book.create_sheet("x")
    hidden.append(["乙", 9])
    hidden.sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    assert article("a.xlsx", saved.getvalue()).id == "a.xlsx"


def test_a_cell_far_away_costs_nothing():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "县", 1
    saved = io.BytesIO()
    book.save(saved)
    _, (skipped,) = loaded("a.xlsx", saved.getvalue())
    assert "places in one sheet" in skipped.reason


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("table", "office", "text")
)
WIDE = 'table:number-columns-repeated="999999999"'
CELL = '<table:table-cell {} office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def open_document(rows):
    sheet = f'<office:spreadsheet><table:table table:name="a">{rows}</table:table></office:spreadsheet>'
    content = f"<office:document-content {SPACES}><office:body>{sheet}</office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1048576">{CELL.format("", 7)}</table:table-row>' * 9,
        f"<table:table-row>{CELL.format(WIDE, 7)}</table:table-row>",
        f'<table:table-row table:number-rows-repeated="9999">{CELL.format("", "a" * 100_000)}</table:table-row>',
    ],
)
def test_a_cell_that_is_repeated_without_end_is_refused(rows):
    _, (skipped,) = loaded("a.ods", open_document(rows))
    assert skipped.reason.startswith("cannot be read as .ods: over 4,000,000 places in one sheet")


def test_empty_rows_without_end_are_none():
    end = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    row = f"<table:table-row>{CELL.format('', 7) * 2}</table:table-row>"
    (found,), skipped = loaded("a.ods", open_document(row + end))
    assert skipped == []
    assert "7" in found.text


def test_a_text_that_every_cell_shares_is_refused():
    shared = f"<sst><si><t>{'a' * 100_000}</t></si></sst>"
    cells = "<c t='s'><v>0</v></c>" * 9999
    _, (skipped,) = loaded("a.xlsx", zipped({"xl/workbook.xml": "<a/>", "xl/s.xml": shared, "xl/sheet1.xml": cells}))
    assert "places in one sheet" in skipped.reason


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", zipped({"xl/workbook.xml": "<a>"}), zipped({"x": "y"}), b"abc"],
    ids=["head only", "broken", "another archive", "text"],
)
def test_what_is_no_workbook_is_told(data):
    found, (skipped,) = loaded("a.xlsx", data)
    assert found == []
    assert skipped.reason.startswith("cannot be read as .xlsx: ")
    assert skipped.fatal


SHARES = [["县区", "占比", "数值"], ["东岭县", 0.125, 0.125], ["西河区", 0.07, 7], ["北桥镇", 1, 1]]
SHOWN_SHARES = """| 县区 | 占比 | 数值 |
| --- | --- | --- |
| 东岭县 | 12.5% | 0.125 |
| 西河区 | 7% | 7 |
| 北桥镇 | 100% | 1 |
"""


@pytest.mark.parametrize("code", ["0%", "0.00%", "0.0%", "0.0%;[Red]-0.0%", "# ##0.000\\ %"])
def test_a_share_is_read_as_it_is_shown(code):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in SHARES:
        sheet.append(row)
    for number in (2, 3, 4):
        sheet[f"B{number}"].number_format = code
        sheet[f"C{number}"].number_format = '0.0"%"'  # the letter, and no percentage
    saved = io.BytesIO()
    book.save(saved)
    document = article("a.xlsx", saved.getvalue())
    assert document.text.endswith(SHOWN_SHARES)
    assert [claim.kind for claim in read_article(document).claims if "%" in claim.text] == ["percent"] * 3


def test_a_share_in_an_open_document_is_one_too():
    share = '<table:table-cell office:value-type="percentage" office:value="{}"><text:p>x</text:p></table:table-cell>'
    empty = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    rows = "".join(
        f"<table:table-row>{CELL.format('', name)}{share.format(value)}</table:table-row>"
        for name, value in (("东岭县", 0.125), ("西河区", 0.07))
    )
    text = article("a.ods", open_document(empty + rows)).text
    assert "| 东岭县 | 12.5% |" in text
    assert "| 西河区 | 7% |" in text

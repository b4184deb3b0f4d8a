"""Word documents: what a reader sees once all changes are accepted."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from documents import PAGE, article, loaded, where, word, zipped

from factcheck.run.article import read_article


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


@pytest.mark.parametrize(
    "left_out",
    [
        f"<w:del>{run('九成')}</w:del>",
        f"<w:moveFrom>{run('九成')}</w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>九成</w:t></w:r>",
        "<w:r><w:instrText>PAGE 九成</w:instrText></w:r>",
        "<w:r><w:delText>九成</w:delText></w:r>",
        "<w:ruby><w:rt><w:r><w:t>九成</w:t></w:r></w:rt><w:rubyBase></w:rubyBase></w:ruby>",
    ],
)
def test_what_no_reader_sees_is_left_out(left_out):
    text = article("a.docx", word(paragraph(run("松林占") + left_out + run("三成。")))).text
    assert text == "松林占三成。\n"


def test_what_was_inserted_is_read():
    assert article("a.docx", word(paragraph(run("占") + f"<w:ins>{run('三成')}</w:ins>"))).text == "占三成\n"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    first = f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('松林占')}"
    assert article("a.docx", word(paragraph(first) + paragraph(run("三成。")))).text == "松林占三成。\n"


def test_a_deleted_row_is_no_row():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [("", "县", "亩"), ("", "东岭县", "20"), ("<w:trPr><w:del/></w:trPr>", "西河区", "90")]
    body = "".join(f"<w:tr>{mark}{cell.format(a)}{cell.format(b)}</w:tr>" for mark, a, b in rows)
    assert article("a.docx", word(f"<w:tbl>{body}</w:tbl>")).text == "| 县 | 亩 |\n| --- | --- |\n| 东岭县 | 20 |\n"


def test_footnotes_stand_behind_the_text():
    notes = f'<w:footnote w:type="separator" w:id="-1">{paragraph(run("线"))}</w:footnote>'
    notes += f'<w:footnote w:id="1">{paragraph(run("不含苗圃2万亩。"))}</w:footnote>'
    document = article("a.docx", word(paragraph(run("造林36万亩。")), notes))
    assert document.text == "造林36万亩。\n\n不含苗圃2万亩。\n"
    assert where(document, "2万亩") == "footnote 1"
    assert where(document, "2万亩", "zh-hant") == "註腳1"


def test_a_text_box_is_read_once_though_it_is_drawn_in_two_ways():
    box = f"<w:txbxContent>{paragraph(run('图：新林20亩'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    document = article("a.docx", word(paragraph(f"{run('造林36万亩。')}<w:r>{both}</w:r>")))
    assert document.text == "造林36万亩。\n\n图：新林20亩\n"
    assert where(document, "图") == "text box 1"


def made(fill):
    document = docx.Document()
    fill(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_paragraphs_and_tables_have_their_places():
    def fill(document):
        document.core_properties.title = "青禾市造林"
        document.core_properties.created = dt.datetime(2024, 3, 5, 9, 0, tzinfo=dt.UTC)
        document.add_paragraph("青禾市去年造林36万亩。")
        table = document.add_table(3, 3)
        cells = [["县区", "面积（万亩）", "面积（万亩）"], ["东岭县", "20", "8"], ["西河区", "16", "9"]]
        for row, held in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, held, strict=True):
                cell.text = text
        document.add_paragraph("松林占三成。")

    document = article("a.docx", made(fill))
    assert (document.title, document.date) == ("青禾市造林", "2024-03-05")
    assert where(document, "16") == "table 1, row 3, cell 2"
    assert where(document, "三成", "zh-hans") == "第2段"
    assert {claim.text for claim in read_article(document).claims} >= {"36万亩", "20", "16", "三成"}


def test_the_day_of_a_template_is_not_that_of_an_article():
    assert article("a.docx", made(lambda document: document.add_paragraph("造林。"))).date is None


def test_a_merged_cell_fills_its_columns_and_its_rows():
    def fill(document):
        table = document.add_table(3, 3)
        cells = [["县区", "乡", "亩"], ["东岭县", "甲乡", "20"], ["", "乙乡", "30"]]
        for row, held in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, held, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))

    assert "| 东岭县 | 乙乡 | 30 |" in article("a.docx", made(fill)).text


def test_a_table_that_lays_out_a_page_is_paragraphs():
    def fill(document):
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "造林" * 100
        table.cell(1, 1).text = "松林占三成。"

    assert article("a.docx", made(fill)).text == f"{'造林' * 100}\n\n松林占三成。\n"


BOMB = f'<!DOCTYPE w [<!ENTITY a "{"9" * 1000}">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04", "a broken archive"),
        (word("")[:300], "a broken archive"),
        (zipped({"word/document.xml": "<a/>"}), ""),
        (zipped({"word/document.xml": "<a/>", "b": b"\0" * (17 << 20)}), "over 16 MB when decompressed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an older Office; save it as .docx or .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted; save it without"),
        (word("<w:p>"), ""),
        (word("<w:p>&z;</w:p>"), ""),
        (word("<w:sdt>" * 5000 + "</w:sdt>" * 5000), ""),
    ],
)  # fmt: skip
def test_a_hostile_document_is_told_and_nothing_else(data, why):
    found, (skipped,) = loaded("a.docx", data)
    assert found == []
    assert skipped.fatal
    assert skipped.reason.startswith("cannot be read as .docx: ")
    assert why in skipped.reason


def test_entities_are_not_expanded():
    found, skipped = loaded("a.docx", word("<w:p><w:r><w:t>占&i;成</w:t></w:r></w:p>", head=BOMB + "]>"))
    assert sum(len(document.text) for document in found) < 100
    assert found or skipped


def test_a_lie_about_the_size_of_an_entry_is_found():
    data = bytearray(zipped({"word/document.xml": b"a" * 100_000}))
    for at in (data.index(b"PK\x01\x02") + 24, data.index(b"PK\x03\x04") + 22):
        data[at : at + 4] = (100).to_bytes(4, "little")
    _, (skipped,) = loaded("a.docx", bytes(data))
    assert "a broken archive" in skipped.reason


@pytest.mark.parametrize(
    "data",
    [
        word("<w:p><w:r><w:t>造林36万亩。</w:t></w:r></w:p>"),
        rb"{\rtf1\ansi \u36896?\u26519?36\u19975?\u20137?\u12290?}",
        PAGE.encode(),
    ],
)
def test_what_bears_the_old_name_is_read_as_what_it_is(data):
    assert "36万亩" in article("a.doc", data).text


@pytest.mark.parametrize("name", ["a.doc", "a.XLS"])
@pytest.mark.parametrize("named", [False, True])
def test_an_old_document_is_named_with_its_cure_and_an_error_where_somebody_named_it(name, named):
    found, (skipped,) = loaded(name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), named=named)
    assert (found, skipped.fatal) == ([], named)
    assert skipped.reason.endswith("a document of an older Office; save it as .docx or .xlsx")
    broken = loaded(name, b"\xff\x00" * 50, named=named)[1]
    assert [one.fatal for one in broken] == [named]

"""PDF: reading order, paragraphs, places; small files made here, since what programs make is in test_real_programs."""

from __future__ import annotations

import pytest
from documents import article, loaded, where

from factcheck.read.pages import Line, Page, order_lines, write_pages
from factcheck.read.source import InputSource

SIZE = 10.0


def line(text, left, middle, width=None):
    return Line(text, left, middle - SIZE / 2, left + (width or SIZE * len(text)), middle + SIZE / 2)


def column(words, left, top):
    return [line(f"{words}{number}" + "文" * 16, left, top - 14 * number) for number in range(1, 9)]


def page(*lines, number=1):
    return Page(number, 600, 800, order_lines(lines))


def read(*pages):
    return write_pages(pages).make_document(InputSource("-", "-", "-", "pdf"))


def test_rows_of_a_table_are_no_columns():
    rows = [[line(word, left, 600 - 14 * row) for word, left in cells] for row, cells in enumerate(
        [[("县区", 50), ("面积", 300)], *([("东岭县", 50), ("20", 300)],) * 6]
    )]  # fmt: skip
    document = read(page(*(cell for row in rows for cell in row)))
    assert document.text.startswith("| 县区 | 面积 |\n| --- | --- |\n| 东岭县 | 20 |\n")


def test_a_line_that_ends_early_ends_its_paragraph():
    document = read(page(line("甲" * 30, 50, 600), line("乙" * 10, 50, 586), line("丙" * 30, 50, 572)))
    assert document.text == f"{'甲' * 30}{'乙' * 10}\n\n{'丙' * 30}\n"
    assert where(document, "丙") == "page 1, line 3"
    assert where(document, "乙", "zh-hant") == "第1頁第2行"


def test_a_word_that_had_no_room_goes_on_with_the_sentence():
    def second(first, word):
        return read(page(line(first, 50, 600), line(f"{word:乙<30}", 50, 586), line("丙" * 30, 50, 572))).text

    assert second("甲" * 26 + "。", "100%") == f"{'甲' * 26}。\n\n100%{'乙' * 26}{'丙' * 30}\n"
    assert second("甲" * 20, "100%") == f"{'甲' * 20}\n\n100%{'乙' * 26}{'丙' * 30}\n"
    assert second("甲" * 27, "乙") == f"{'甲' * 27}\n\n{'乙' * 30}{'丙' * 30}\n"
    assert second("甲" * 27, "100%") == f"{'甲' * 27}100%{'乙' * 26}{'丙' * 30}\n"


def test_a_line_that_is_moved_in_begins_a_paragraph():
    document = read(page(line("甲" * 30, 50, 600), line("乙" * 28, 70, 586), line("丙" * 30, 50, 572)))
    assert document.text == f"{'甲' * 30}\n\n{'乙' * 28}{'丙' * 30}\n"


def test_columns_are_read_one_after_the_other_however_the_file_has_them():
    left, right = column("左", 50, 700), column("右", 320, 700)
    for lines in ([*left, *right], [*right, *left], [one for row in zip(left, right, strict=True) for one in row]):
        text = read(page(line("题" * 20, 50, 720), *lines)).text
        places = [text.index(f"{side}{number}") for side in "左右" for number in range(1, 9)]
        assert places == sorted(places)


def test_a_sentence_goes_on_over_the_page_and_running_heads_are_left_out():
    def body(number, last):
        head, foot = line("晨报 2024年3月", 50, 780), line(f"- {number} -", 280, 30)
        return page(head, line("甲" * 30, 50, 700), line(last * 30, 50, 686), foot, number=number)

    text = read(body(1, "乙"), body(2, "丙")).text
    assert text == f"{'甲' * 30}{'乙' * 30}{'甲' * 30}{'丙' * 30}\n"


def test_what_is_no_running_head_stays():
    first = page(line("去年造林36万亩", 50, 730), line("甲" * 30, 50, 716), number=1)
    second = page(line("去年造林40万亩", 50, 730), line("乙" * 30, 50, 716), number=2)
    assert "36万亩" in read(first, second).text


def pdf(content, *, more=""):
    """A file of one page whose content is given in the operators of PDF, in Helvetica."""
    stream = f"BT /F1 12 Tf 72 720 Td {content} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    made = b"%PDF-1.4\n" + more.encode()
    for number, one in enumerate(objects, 1):
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    return made + b"trailer << /Root 1 0 R /Size 7 >>\n%%EOF"


def test_the_text_layer_is_read():
    document = article("a.pdf", pdf("(Revenue rose to 36 million) Tj"))
    assert document.text == "Revenue rose to 36 million\n"
    assert where(document, "36") == "page 1, line 1"


def test_a_pdf_is_one_whatever_its_name():
    assert article("a.txt", pdf("(Revenue) Tj")).text == "Revenue\n"


def test_a_page_without_a_letter_is_named():
    drawn = pdf("").replace(b"BT /F1 12 Tf 72 720 Td  ET", b"0 0 100 100 re f           ")
    found, (skipped,) = loaded("a.pdf", drawn)
    assert found == []
    assert (skipped.reason, skipped.fatal) == ("not read, pages without text (scans): 1", True)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-", b"%PDF-1.4\n" + b"0 obj <<" * 50_000, pdf("(a) Tj")[:200], b"PDF", pdf("[" * 100_000),
     pdf("(a) Tj").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")],
)  # fmt: skip
def test_a_broken_pdf_is_told_or_empty(data):
    found, skipped = loaded("a.pdf", data, named=True)
    assert found == []
    assert [item.fatal for item in skipped] == [True]


def test_an_encrypted_pdf_is_told():
    locked = pdf("(a) Tj").replace(
        b"/Size 7", b"/Size 7 /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32
        + b"> /U <" + b"00" * 32 + b"> >>"
    )  # fmt: skip
    _, (skipped,) = loaded("a.pdf", locked)
    assert skipped.reason == "cannot be read as .pdf: encrypted; save it without its password"

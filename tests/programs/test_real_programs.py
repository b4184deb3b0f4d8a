"""Documents as LibreOffice and Chromium write them: the same figures come out of each as out of the text."""

from __future__ import annotations

import shutil
import subprocess

import docx
import pytest
from documents import PAGE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from factcheck.messages import tell
from factcheck.model import Document
from factcheck.read import read
from factcheck.run.article import read_article

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.slow  # each file takes a program some seconds to start

PARAGRAPHS = (
    "青禾市去年造林36万亩",
    "青禾市林业局昨日通报，全市去年完成造林36万亩，比前年多6万亩，其中松林占三成，其余为杂木林和果林，养护期为五年，每亩补助200元。",
    "局长说，今年计划再造林40万亩，由专门队伍养护，合计投入7200万元。记者了解到，全市现有苗圃53家，从业人员2000多人，去年人均收入4.8万元。",
)
TABLE = (("县区", "面积（万亩）"), ("东岭县", "20"), ("西河区", "16"))
FIGURES = {"五年", "36万亩", "6万亩", "三成", "200元", "40万亩", "7200万元", "53家", "2000多人", "4.8万元", "20", "16"}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "晨报 2019年8月8日 第99期"
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    table = document.add_table(len(TABLE), 2)
    table.style = "Table Grid"
    for row, held in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, held, strict=True):
            cell.text = text
    document.save(folder / "article.docx")
    rows = "\n".join(",".join(row) for row in TABLE)
    (folder / "table.csv").write_text(rows, "utf-8")
    (folder / "page.html").write_text(PAGE, "utf-8")
    return folder


def convert(source, name, ending):
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(source / 'profile').as_uri()}"
    made = source / f"made-{ending.partition(':')[0]}"
    utf8 = ["--infilter=CSV:44,34,76"] if name.endswith(".csv") else []  # what it takes for Latin without that
    command = [OFFICE, profile, "--headless", *utf8, "--convert-to", ending, "--outdir", str(made), str(source / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own words
    return made / f"{name.partition('.')[0]}.{ending.partition(':')[0]}"


def one(path):
    (document,) = read([str(path)])
    assert isinstance(document, Document), document
    return document


def figures(document):
    return {claim.text for claim in read_article(document).claims}


def test_columns_of_a_printed_page_and_the_marks_that_another_font_draws(tmp_path):
    quoted = "市里把它叫作“绿色银行”，并称“三年”之后可以采伐；引种的“望澜—3”号松苗由GreenSeed-V3系统管护，成活率达96%。"
    paragraphs = [*PARAGRAPHS, quoted, *PARAGRAPHS[1:], quoted]
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    section = document.sections[0]._sectPr  # noqa: SLF001 - python-docx has no other way to columns
    for old in section.findall(qn("w:cols")):
        section.remove(old)
    section.append(columns)
    document.save(tmp_path / "columns.docx")
    read_back = one(convert(tmp_path, "columns.docx", "pdf")).text
    assert "".join(read_back.split()) == "".join("".join(paragraphs).split())


@pytest.mark.parametrize(
    ("ending", "place"),
    [("docx", "paragraph 3"), ("rtf", "paragraph 3"), ("pdf", "page 1, line "), ("html", "paragraph ")],
)
def test_an_article_of_a_word_processor(source, ending, place):
    document = one(convert(source, "article.docx", ending))
    assert figures(document) == FIGURES
    for text in PARAGRAPHS:
        assert text in document.text
    assert tell(document.where(document.text.index("7200万元"))).startswith(place)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_table_of_a_spreadsheet_program(source, ending):
    document = one(convert(source, "table.csv", ending))
    assert figures(document) == {"20", "16"}
    assert tell(document.where(document.text.index("16"))) == "sheet table, B3"


def chromium(source, *arguments):
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    command = [CHROMIUM, "--headless", "--no-sandbox", f"--user-data-dir={source / 'browser'}", *arguments]
    return subprocess.run(  # noqa: S603 - our own page
        [*command, (source / "page.html").as_uri()], check=True, capture_output=True, timeout=300
    ).stdout


def test_a_page_that_a_browser_prints(source):
    chromium(source, f"--print-to-pdf={source / 'printed.pdf'}")
    text = one(source / "printed.pdf").text
    assert "青禾市林业局昨日通报，全市去年完成造林36万亩，比前年多6万亩。" in text
    assert "page.html" not in text


def test_a_page_as_a_browser_has_it(source):
    (source / "saved.html").write_bytes(chromium(source, "--dump-dom"))
    document = one(source / "saved.html")
    assert document.date == "2024-03-05"
    assert "99万亩" not in document.text
    assert figures(document) >= {"36万亩", "6万亩", "三成", "200元", "7200万元", "20", "16"}

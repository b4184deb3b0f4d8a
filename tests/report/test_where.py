"""A place in a file that is no plain text has words, in every report and every language."""

from __future__ import annotations

import html
import io
import sqlite3
import zipfile
from contextlib import closing

import pytest

from factcheck.model import Document, Finding, Location, Mark, Report, say
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.run.article import extract

TEXT = "去年造林36万亩。\n今年造林40万亩。\n"
WORDS = {"en": "paragraph 12", "zh-hans": "第12段", "zh-hant": "第12段"}


@pytest.fixture
def report():
    where = say("where.paragraph", n=12)
    document = Document(id="a.docx", text=TEXT, path="a.docx", marks=(Mark(0, where),))
    places = tuple(
        Location(doc="a.docx", start=at, end=at + 4, text=TEXT[at : at + 4], path="a.docx", line=1, column=at + 1,
                 group=group, sentence=(at, at + 4), where=where)
        for group, at in enumerate((4, 14))
    )  # fmt: skip
    finding = Finding(
        rule="FC101", name="x", severity="error", confidence=0.9, message="x", locations=places, because=(),
        fingerprints=("0123456789abcdef",),
    )  # fmt: skip
    return Report((finding,), (document,), extract(document), (), {})


def text_of(name, output):
    """What a reader of the file sees of it."""
    if name == "xlsx":
        book = zipfile.ZipFile(io.BytesIO(output))
        output = b"".join(map(book.read, book.namelist()))
    if name == "sqlite":
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(output)
            return "\n".join(base.iterdump())
    if name == "parquet":
        rows = pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(output))
        return str(rows.to_pylist())
    return html.unescape(output.decode())


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("name", [name for name in SCAN if name != "statistics"])  # it counts, and shows no place
def test_every_report_of_findings_has_the_words(report, name, lang):
    written = text_of(name, render(report, SCAN, name, Style(lang=lang)))
    assert WORDS[lang] in written
    assert "a.docx:1:" not in written


@pytest.mark.parametrize("name", EXTRACT)
def test_every_report_of_claims_has_the_words(report, name):
    assert "paragraph 12" in text_of(name, render(report, EXTRACT, name, Style(lang="en", with_claims=True)))


def test_a_text_has_no_words_for_its_places():
    plain = Document(id="a", text=TEXT, path="a.txt")
    assert plain.where(3) is None
    assert '"where"' not in render(Report((), (plain,), extract(plain), (), {}), EXTRACT, "json", Style()).decode()

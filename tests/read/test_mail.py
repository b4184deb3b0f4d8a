"""Mails, saved pages, RTF; and what is missing to read a kind of file."""

from __future__ import annotations

import importlib.util
from email.message import EmailMessage

import pytest
from documents import PAGE, article, loaded, where

BODY = "青禾市去年造林36万亩。\n\n松林占三成。\n> 旧信写99万亩\n"


def mail(content=BODY, **options):
    made = EmailMessage()
    made["Subject"], made["From"] = "青禾市造林\x1b[31m", "晨报 <a@chenbao.example>"
    made["Date"], made["To"] = "Tue, 05 Mar 2024 08:00:00 +0800", "b@chenbao.example"
    made.set_content(content, **options)
    return made


def test_a_mail_has_title_date_and_source_and_what_it_quotes_is_left_out():
    document = article("a.eml", mail().as_bytes())
    assert document.text == "青禾市去年造林36万亩。\n\n松林占三成。\n"
    assert (document.title, document.date, document.source) == ("青禾市造林[31m", "2024-03-05", "晨报")
    assert where(document, "三成") == "paragraph 2"


def test_a_mail_in_html_and_a_saved_page_are_read_as_pages():
    assert "99万亩" not in article("a.eml", mail(PAGE, subtype="html").as_bytes()).text
    saved = mail(PAGE, subtype="html")
    saved["Snapshot-Content-Location"] = "https://chenbao.example/a/1.html"
    document = article("a.mhtml", saved.as_bytes())
    assert (document.title, document.source) == ("青禾市去年造林36万亩", "晨报网")


@pytest.mark.parametrize(
    "data",
    [b"From: a\nTo: b\nContent-Type: image/png\n\nx", b"From: a\n" + b"\nContent-Type: text/plain" * 3000, b"\xff" * 99,
     b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 1500],
)  # fmt: skip
def test_a_hostile_mail_is_told(data):
    found, skipped = loaded("a.eml", data, named=True)
    assert sum(len(one.text) for one in found) < 1000
    assert found or [one.fatal for one in skipped] == [True]


RTF = (
    rb"{\rtf1\ansi\ansicpg936 \'b7\'f4\'c1\'d6 36 \par\trowd\cellx1\cellx2 a\cell b\cell\row\trowd c\cell 20\cell\row}"
)


def test_rtf_is_read_in_its_code_page():
    document = article("a.rtf", RTF)
    assert document.text.startswith("肤林 36")
    assert where(document, "36") == "paragraph 1"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (rb"ab {\b cd} \deletedx ef", "ab cd ef\n"),
        (rb"ab {\deleted0 cd} ef \\deleted gh \{\deleted ij}", "ab cd ef \\deleted gh {\n"),
        (rb"ab {\deleted\revauthdel1 20{\b 30}}40 ef", "ab 40 ef\n"),
        (rb"ab {\fs24\deleted 20\deleted0 30} ef", "ab 30 ef\n"),
        (rb"ab {\deleted 20", "ab \n"),
    ],
)
def test_what_was_deleted_in_rtf_is_not_read(markup, text):
    assert article("a.rtf", rb"{\rtf1\ansi " + markup + b"}").text == text


def test_rtf_has_title_and_day_of_its_properties():
    plain = article("a.rtf", RTF)
    assert (plain.title, plain.date) == (None, None)
    info = rb"{\info{\upr{\title ??}{\*\ud{\title \u26395?\u28572?}}}{\creatim\yr2025\mo3\dy4\hr9}}"
    told = article("a.rtf", RTF.replace(rb"\ansicpg936", rb"\ansicpg936" + info))
    assert (told.title, told.date, told.text.strip()) == ("望澜", "2025-03-04", plain.text.strip())


@pytest.mark.parametrize("data", [b"{" * 300_000, b"{\\rtf1" + b"{" * 1_000_001, b"abc"])
def test_what_is_no_rtf_is_told(data):
    _, (skipped,) = loaded("a.rtf", data)
    assert skipped.fatal


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.html", "trafilatura", "html"), ("a.docx", "docx", "docx"), ("a.pdf", "pypdfium2", "pdf"),
     ("a.xlsx", "python_calamine", "xlsx"), ("a.rtf", "striprtf", "rtf")],
)  # fmt: skip
@pytest.mark.parametrize("named", [False, True])
def test_what_is_missing_is_named_with_the_command_that_installs_it(monkeypatch, name, module, extra, named):
    from factcheck.read import load

    find = importlib.util.find_spec
    place = __import__("sys").modules[load.__module__]
    monkeypatch.setattr(place, "find_spec", lambda asked: None if asked == module else find(asked))
    found, (skipped,) = loaded(name, b"x", named=named)
    assert found == []
    assert f"pip install 'factcheck-zh[{extra}]'" in skipped.reason
    assert skipped.fatal is named

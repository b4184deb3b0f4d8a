"""Hostile text, shown harmless."""

from __future__ import annotations

import json

import pytest

from factcheck.report.escape import cell, json_text, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31m红", r"\x1b[31m红"),
        ("\x1b]8;;https://example.org\x07x", r"\x1b]8;;https:\x3a"[:0] + r"\x1b]8;;https://example.org\x07x"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u202eb\u2066c\u200f", r"a\u202eb\u2066c\u200f"),
        ("a\x00b\x7f", r"a\x00b\x7f"),
        ("a\nb\r\nc\td\u2028e", "a b c d e"),
        ("零\u200b宽\ufeff", "零宽"),
        ("::error::x", r":\x3aerror:\x3ax"),
        ("a##[error]", r"a##\x5berror]"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\U000e0041"),
        ("[bold]“平常”，1:30——😀", "[bold]“平常”，1:30——😀"),
    ],
)
def test_what_cannot_be_seen_is_shown(hostile, shown):
    assert visible(hostile) == shown


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+a", "-a", "@x", "\t=1", "\r=1", "\n@x", " =1", "＝1", "－a", "|x", "%x", "\ufeff=1", "\x1b=1"]
)
def test_no_cell_is_a_formula(hostile):
    written = cell(hostile)
    assert written[0] in "'\\"
    assert not written.lstrip("'\\").startswith("\t")


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), ("-3.5%", "-3.5%"), ("+12", "+12"), (-7, "-7"), ("36家", "36家"), ("a\nb", "a b")],
)
def test_numbers_and_plain_text_stay(value, written):
    assert cell(value) == written


@pytest.mark.parametrize("text", ["\u202e\x9b\x7f\u2028##[error]\U000e0041", '引号"反斜杠\\n', "平常"])
def test_json_keeps_its_values_and_shows_nothing_a_terminal_acts_on(text):
    encoded = json_text(json.dumps(text, ensure_ascii=False).encode())
    assert json.loads(encoded) == text
    assert encoded.decode() == visible(encoded.decode())

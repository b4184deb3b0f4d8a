"""Encodings told apart, in both scripts; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest

from factcheck.errors import ReadError, UsageError
from factcheck.read import check_encoding, decode

SIMPLIFIED = "城北园区今年新增三十六家企业，其中十二家来自外地。负责人说：“我们明年还要再建两座厂房。”"
TRADITIONAL = "城北園區今年新增三十六家企業，其中十二家來自外地。負責人說：「我們明年還要再建兩座廠房。」"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "NUL"),
        (b"\x00" * 64, "NUL"),
        ("正文\x00正文".encode(), "NUL"),
        (codecs.BOM_UTF16_LE + "正文\x00".encode("utf-16-le"), "NUL"),
        (bytes(range(1, 256)) * 4, "neither UTF-8"),
        ("これは日本語の文章です。東京では今日も雨が降っています。".encode("shift_jis"), "neither UTF-8"),
        ("Größe: 36 Stück für Ängste und Übermut".encode("latin-1"), "neither UTF-8"),
        (SIMPLIFIED.encode()[:-1] + b"\xff" + SIMPLIFIED.encode(), "neither UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "not valid utf-16"),
    ],
)
def test_what_is_no_text_is_refused(data, why):
    with pytest.raises(ReadError, match=why):
        decode(data)


@pytest.mark.parametrize("text", [SIMPLIFIED, SIMPLIFIED[:8], SIMPLIFIED * 50, TRADITIONAL, TRADITIONAL[:8]])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_encodings_are_told_apart(text, encoding):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubt) == (text, encoding, None)


@pytest.mark.parametrize(
    "text", [TRADITIONAL, TRADITIONAL[:8], TRADITIONAL * 50, "咗嘅啲，政府喺新界起咗36間學校，重有12間喺九龍。"]
)
def test_big5_is_no_mojibake_of_gb18030(text):
    decoded = decode(text.encode("big5hkscs"))
    assert (decoded.text, decoded.encoding, decoded.doubt) == (text, "big5hkscs", None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_text(encoding):
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_newlines_stay_as_they_are():
    assert decode("甲\r\n乙\r丙\n".encode()).text == "甲\r\n乙\r丙\n"


def test_a_near_tie_is_told():
    # 0xA4A4 is 中 in Big5-HKSCS and い in GB18030; 0xD6D0 is 中 in GB18030 and 笢 in Big5-HKSCS.
    decoded = decode(b"\xa4\xa4\xd6\xd0")
    assert decoded.doubt in {"gb18030", "big5hkscs"}
    assert decoded.doubt != decoded.encoding


def test_an_encoding_that_is_named_is_insisted_on():
    assert decode(TRADITIONAL.encode("big5"), "big5").text == TRADITIONAL
    assert decode(SIMPLIFIED.encode("utf-8-sig"), "utf-8").text == SIMPLIFIED
    with pytest.raises(ReadError, match=r"not valid utf-8 \(byte 0\)"):
        decode(TRADITIONAL.encode("big5"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "a\x00b"])
def test_unknown_encodings_are_usage_errors(name):
    with pytest.raises(UsageError, match="no encoding is called"):
        check_encoding(name)


def test_known_encodings_pass():
    assert [check_encoding(name) for name in ("gb18030", "utf-16", "Big5-HKSCS")] == ["gb18030", "utf-16", "Big5-HKSCS"]

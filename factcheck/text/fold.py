"""One script, one width, one set of quotation marks, letter by letter, so that offsets hold."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Protocol

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

MASK = "\ufffc"  # stands for a letter that must not be searched


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter() -> _Converter:
    from opencc import OpenCC

    converter: _Converter = OpenCC("t2s")
    return converter


@cache
def _traditional() -> frozenset[str]:
    """Every letter that t2s changes on its own; a text without one of them is left as it is."""
    letters = [
        chr(c)
        for first, last in ((0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
        for c in range(first, last + 1)
    ]
    return frozenset(letter for letter in letters if _converter().convert(letter) != letter)


@cache
def _any_traditional() -> re.Pattern[str]:
    # The engine looks letters of the first plane up in a table, those beyond one by one: these stand here as a range.
    first_plane = "".join(sorted(one for one in _traditional() if one < "\U00010000"))
    return re.compile(f"[{first_plane}\U00020000-\U000323af]")


def simplified(text: str) -> str:
    """The text in Simplified script, of the same length."""
    if _any_traditional().search(text) is None:
        return text
    converted = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    # A phrase whose forms differ in length would shift every offset behind it.
    return "".join(_letter(letter) for letter in text)


@cache
def _letter(letter: str) -> str:
    converted = _converter().convert(letter)
    return converted if len(converted) == 1 else letter


@cache
def scripts() -> tuple[str, str]:
    """Every Traditional letter, and at the same place of the second text its Simplified form."""
    letters = [letter for letter in sorted(_traditional()) if _letter(letter) != letter]
    return "".join(letters), "".join(map(_letter, letters))


_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTH.pop(ord("，"))  # NFKC would make 100，200 one number
_PUNCTUATION: dict[int, str] = str.maketrans(
    {
        "「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "〝": "“",
        "〞": "”", "„": "“",
        "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u200b": " ", "\ufeff": " ", "\u00ad": " ", "\u2060": " ",
        "﹐": "，", "﹑": "、", "､": "、", "﹔": ";", "﹕": ":", "﹖": "?", "﹗": "!", "｡": "。", "﹪": "%", "٪": "%",
        "〜": "~", "∼": "~", "−": "-", "‐": "-", "‑": "-", "‧": "·", "・": "·", "•": "·", "〔": "(",
        "〕": ")", "○": "〇",
    }
)  # fmt: skip
_LETTERS = {chr(code): chr(one) for code, one in _WIDTH.items()}
_LETTERS |= {chr(code): one for code, one in _PUNCTUATION.items()}
_ANY_LETTER = re.compile("[" + "".join(sorted(_LETTERS)) + "]")
# ASCII punctuation between Chinese letters is Chinese punctuation; between digits it belongs to the number.
# (Each pattern begins with its letter, which the engine leaps to.)
_COMMA = re.compile(r",(?:(?!\d)|(?<!\d,))")
_COLON = re.compile(r":(?:(?![\d/])|(?<![\dA-Za-z]:)(?!/))")


_RADICALS = range(0x2F00, 0x2FD6)  # letters of their own to a machine, none to a reader: copied out of some PDF files


class _Variants(msgspec.Struct, frozen=True):
    same: tuple[str, ...]


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    """Every letter that is another way to write one, as a pattern, and the letter that stands for each."""
    name = "variants.yaml"
    data = load(files("factcheck.zh").joinpath("words", name).read_text("utf-8"), name, DataError).convert(_Variants)
    found = {letter: letters[0] for letters in data.same for letter in letters[1:]}
    found |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    return re.compile("[" + "".join(sorted(found)) + "]"), found


def _unified(text: str) -> str:
    """The text with one letter for all ways to write it, of the same length."""
    pattern, letters = _variants()
    return pattern.sub(lambda match: letters[match[0]], text)


def fold(text: str) -> str:
    """The text folded for searching, of the same length.

    Traditional letters become Simplified, other ways to write a letter that letter, full width becomes half (the comma
    ，stays), 「」 become “”, and `,` `:` `;` `?` `!` outside numbers become their Chinese forms. Case stays.
    """
    folded = _ANY_LETTER.sub(lambda match: _LETTERS[match[0]], simplified(_unified(text)))
    folded = _COMMA.sub("，", folded)
    folded = _COLON.sub("：", folded)
    return folded.replace(";", "；").replace("?", "？").replace("!", "！")

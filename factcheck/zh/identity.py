"""Chinese: how the letters of a ruled sentence are read, as on the day when the first rulings were written.

Nothing here is ever changed, and nothing is shared with what the stages read with: each change of that would make
rulings stale. `factcheck.text.identity` says more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Any, Protocol

import msgspec

from factcheck.lexicon.text import IdentityReading
from factcheck.zh.tables import read_table


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


class _Letters(msgspec.Struct, frozen=True):
    """What `words/identity.yaml` holds."""

    same: tuple[str, ...]


_RADICALS = range(0x2F00, 0x2FD6)
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
_MARKS = str.maketrans(
    {
        "「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "〝": "“",
        "〞": "”", "„": "“",
        "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u200b": " ", "\ufeff": " ", "\u00ad": " ", "\u2060": " ",
        "﹐": "，", "﹑": "、", "､": "、", "﹖": "？", "﹗": "！", "｡": "。", "○": "〇",
    }
)  # fmt: skip
_ENDS = str.maketrans(";?!", "；？！")
_STOP = re.compile(
    r"""
    [。！？.…\n\r]
    (?: (?<=[。！？]) [。！？]* (?!》) [”’"')】]*
      | (?<=[\u3400-\u9fff”’)%]\.) (?=\s|$)
      | (?<=…) …* (?=[”’"']*\s*(?:\n|$)) [”’"']*
      | (?<=[\n\r]) [\n\r]*
    )
    """,
    re.VERBOSE,
)


class _IdentityFolding:
    """One script and one width, letter by letter; of the marks, those on which the end of a sentence hangs."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}  # each letter asked of the converter once

    def __reduce__(self) -> tuple[Any, ...]:
        return _IdentityFolding, ()

    def fold(self, text: str) -> str:
        """The text folded, of the same length."""
        unified = text.translate(self._variants)
        # A text without a Traditional letter is left as it is: 藉由 there is no 借由.
        traditional = any(self._convert_letter(letter) != letter for letter in set(unified))
        converted = self._converter.convert(unified) if traditional else unified
        if len(converted) != len(text):  # a phrase whose forms differ in length
            converted = "".join(self._convert_letter(letter) for letter in unified)
        return converted.translate(_WIDTH).translate(_MARKS).translate(_ENDS)

    def _convert_letter(self, letter: str) -> str:
        found = self._letters.get(letter)
        if found is None:
            converted = self._converter.convert(letter)
            found = self._letters[letter] = converted if len(converted) == 1 else letter
        return found

    @cached_property
    def _converter(self) -> _Converter:
        from opencc import OpenCC

        converter: _Converter = OpenCC("t2s")
        return converter

    @cached_property
    def _variants(self) -> dict[int, str]:
        rows = read_table("words/identity.yaml", _Letters).same
        found = {ord(letter): row[0] for row in rows for letter in row[1:]}
        return found | {code: unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}


def identity() -> IdentityReading:
    """How the letters of a ruled sentence are read."""
    return IdentityReading(folding=_IdentityFolding(), sentence_stop=_STOP)

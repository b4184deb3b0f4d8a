"""One script, one width, one set of quotation marks, letter by letter, so that offsets hold."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import msgspec

from factcheck.kept import describe_files, keep, read_kept
from factcheck.zh.tables import read_table


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


class _Heaven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The letter of two readings, the letter it becomes when it means dry, and the words in which it does not."""

    letter: str
    dry: str
    words: tuple[str, ...]
    dried: str


class _Variants(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `words/variants.yaml` holds."""

    same: tuple[str, ...]
    radicals: tuple[str, ...]
    heaven: _Heaven


_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTH.pop(ord("，"))  # NFKC would make 100，200 one number
_PUNCTUATION: dict[int, str] = str.maketrans(
    {
        "「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "〝": "“",
        "〞": "”", "„": "“",
        "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "﹐": "，", "﹑": "、", "､": "、", "﹔": ";", "﹕": ":", "﹖": "?", "﹗": "!", "｡": "。", "﹪": "%", "٪": "%",
        "〜": "~", "∼": "~", "−": "-", "‐": "-", "‑": "-", "‧": "·", "・": "·", "•": "·", "〔": "(",
        "〕": ")", "○": "〇", "∶": ":", "︓": ":",
    }
)  # fmt: skip
_LETTERS = {chr(code): chr(one) for code, one in _WIDTH.items()}
_LETTERS |= {chr(code): one for code, one in _PUNCTUATION.items()}
_ANY_LETTER = re.compile("[" + "".join(sorted(_LETTERS)) + "]")
# ASCII punctuation between Chinese letters is Chinese punctuation; between digits it belongs to the number.
# (Each pattern begins with its letter, which the engine leaps to.)
_COMMA = re.compile(r",(?:(?!\d)|(?<!\d,))")
_COLON = re.compile(r":(?:(?![\d/])|(?<![\dA-Za-z]:)(?!/))")
# Letters of their own to a machine, none to a reader: radicals, out of some PDF files, and compatibility letters.
_SAME_LETTERS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF), range(0x2F800, 0x2FA1E))
_MOST_ROUNDS = 4  # a letter becomes another, and that one a third: never more often


class ChineseFolding:
    """Folds with tables that are made when first asked for; see `factcheck.lexicon.text.Folding`."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}  # of texts whose phrases change their length

    def __reduce__(self) -> tuple[Any, ...]:
        return ChineseFolding, ()

    def fold(self, text: str) -> str:
        """The text folded for searching, of the same length.

        Traditional letters become Simplified, other ways to write a letter that letter, full width becomes half (the
        comma ，stays), 「」 become “”, and `,` `:` `;` `?` `!` outside numbers become their Chinese forms. Case stays.
        """
        folded = _ANY_LETTER.sub(lambda match: _LETTERS[match[0]], self.simplify(self._unify(text)))
        folded = _COMMA.sub("，", folded)
        folded = _COLON.sub("：", folded)
        return folded.replace(";", "；").replace("?", "？").replace("!", "！")

    def simplify(self, text: str) -> str:
        """The text in Simplified script, of the same length; what is Simplified already stays as it is."""
        for _ in range(_MOST_ROUNDS):  # a phrase that keeps a letter may have another form, which does not: 懷釐, 怀釐
            before = text
            if self._any_traditional.search(text) is None:
                break
            text = self._convert(text)
            if text == before:
                break
        return text

    def _convert(self, text: str) -> str:
        converted = self._converter.convert(text)
        if len(converted) != len(text):
            # A phrase whose forms differ in length would shift every offset behind it.
            converted = "".join(map(self._simplify_letter, text))
        heaven, elsewhere = self._heaven
        if heaven.letter not in text:
            return converted
        letters = list(converted)
        for at, letter in enumerate(text):
            if letter == heaven.letter:
                letters[at] = letter
        return elsewhere.sub(heaven.dry, "".join(letters))

    def scripts(self) -> tuple[str, str]:
        """Every Traditional letter, and at the same place of the second text its Simplified form."""
        letters = [letter for letter in sorted(self._traditional) if self._simplify_letter(letter) != letter]
        return "".join(letters), "".join(map(self._simplify_letter, letters))

    def _simplify_letter(self, letter: str) -> str:
        found = self._letters.get(letter)
        if found is None:
            converted = self._converter.convert(letter)
            found = self._letters[letter] = converted if len(converted) == 1 else letter
        return found

    def _unify(self, text: str) -> str:
        """The text with one letter for all ways to write it, of the same length."""
        pattern, letters = self._variants
        return pattern.sub(lambda match: letters.get(match[0], match[0]), text)

    @cached_property
    def _converter(self) -> _Converter:
        from opencc import OpenCC

        converter: _Converter = OpenCC("t2s")
        return converter

    @cached_property
    def _traditional(self) -> frozenset[str]:
        """Every letter that t2s changes on its own; a text without one of them is left as it is.

        To ask for each of a hundred thousand letters takes longer than to read an article, so the answer is kept.
        """
        import opencc

        key = f"{unicodedata.unidata_version}\n{describe_files(Path(opencc.__file__).parent.rglob('*'))}"
        held = read_kept("traditional-letters", key)
        if held is not None:
            return frozenset(held.decode("utf-8"))
        found = self._find_traditional()
        keep("traditional-letters", key, "".join(sorted(found)).encode())
        return found

    def _find_traditional(self) -> frozenset[str]:
        letters = [
            chr(c)
            for first, last in ((0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
            for c in range(first, last + 1)
        ]
        return frozenset(letter for letter in letters if self._converter.convert(letter) != letter)

    @cached_property
    def _any_traditional(self) -> re.Pattern[str]:
        # The engine looks letters of the first plane up in a table, those beyond one by one: these stand here as a
        # range.
        first_plane = "".join(sorted(one for one in self._traditional if one < "\U00010000"))
        return re.compile(f"[{first_plane}\U00020000-\U000323af]")

    @cached_property
    def _heaven(self) -> tuple[_Heaven, re.Pattern[str]]:
        """The letter of two readings, and a pattern of it wherever it means dry."""
        heaven = self._table.heaven
        letter = heaven.letter
        around = {tuple(word.split(letter, 1)) for word in heaven.words}
        kept = "|".join(f"(?<={before}){letter}{behind}" if before else letter + behind for before, behind in around)
        return heaven, re.compile(f"(?<=[{heaven.dried}]){letter}|(?!{kept}){letter}")

    @cached_property
    def _table(self) -> _Variants:
        return read_table("words/variants.yaml", _Variants)

    @cached_property
    def _variants(self) -> tuple[re.Pattern[str], dict[str, str]]:
        """Every letter that is another way to write one, as a pattern, and the letter that stands for each."""
        rows = (*self._table.same, *self._table.radicals)
        found = {letter: letters[0] for letters in rows for letter in letters[1:]}
        for code in chain(*_SAME_LETTERS):
            letter = unicodedata.normalize("NFKC", chr(code))
            if letter != chr(code) and len(letter) == 1:
                found[chr(code)] = found.get(letter, letter)
        # The engine looks letters of the first plane up in a table, and those beyond one by one: these are a range.
        first_plane = "".join(sorted(letter for letter in found if letter < "\U00010000"))
        return re.compile(f"[{first_plane}\U0002f800-\U0002fa1d]"), found

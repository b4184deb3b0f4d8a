"""Whether words were spoken in another language: whose they are, and who hands them on."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_FEW_WORDS = 12  # below so many words of any language nothing is said of it
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_SPELLED = re.compile(r"[^\W\d_\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U000323af]{2,}")
_NAME = 3  # letters from which a name made of sounds alone is foreign


class _Foreign(msgspec.Struct, frozen=True):
    press: tuple[str, ...]
    countries: tuple[str, ...]
    sounds: str


@cache
def _tables() -> tuple[re.Pattern[str], frozenset[str]]:
    name = "foreign.yaml"
    data = load(files("factcheck.zh").joinpath("words", name).read_text("utf-8"), name, DataError).convert(_Foreign)
    words = sorted((*data.press, *data.countries), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words))), frozenset(data.sounds) - frozenset(" \n")


def foreign_name(who: str) -> bool:
    """Whether a name is written by its sound, or in Latin letters: 安娜·科瓦奇, 斯特林, J. Smith."""
    if "·" in who or (who.isascii() and any(letter.isalpha() for letter in who)):
        return True
    return len(who) >= _NAME and _tables()[1].issuperset(who)


def mostly_foreign(folded: str) -> bool:
    """Whether a text is mostly in another language than Chinese: by its words, each Han letter counted as one.

    Japanese is told by its kana, of which it has at least half as many as Han letters, and Chinese next to none.
    """
    han = len(_HAN.findall(folded))
    others = len(_SPELLED.findall(folded)) + len(_HANGUL.findall(folded)) + 2 * len(_KANA.findall(folded))
    return others > han and others + han >= _FEW_WORDS


def hands_on(words: str) -> bool:
    """Whether the words around a quotation name a foreign country or its press."""
    return bool(_tables()[0].search(words))

"""Whether words were spoken in another language: whose they are, and who hands them on."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_NAME = 3  # letters from which a name made of sounds alone is foreign


class _Foreign(msgspec.Struct, frozen=True):
    press: tuple[str, ...]
    countries: tuple[str, ...]
    sounds: str


@cache
def _tables() -> tuple[re.Pattern[str], frozenset[str]]:
    name = "foreign.yaml"
    data = load(files("factcheck.text").joinpath("data", name).read_text("utf-8"), name, DataError).convert(_Foreign)
    words = sorted((*data.press, *data.countries), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words))), frozenset(data.sounds) - frozenset(" \n")


def foreign_name(who: str) -> bool:
    """Whether a name is written by its sound, or in Latin letters: 安娜·科瓦奇, 斯特林, J. Smith."""
    if "·" in who or (who.isascii() and any(letter.isalpha() for letter in who)):
        return True
    return len(who) >= _NAME and _tables()[1].issuperset(who)


def hands_on(words: str) -> bool:
    """Whether the words around a quotation name a foreign country or its press."""
    return bool(_tables()[0].search(words))

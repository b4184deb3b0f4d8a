"""Differences between two tellings that change no word: spellings, particles, the script of a number."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from factcheck.errors import DataError
from factcheck.strict_yaml import load

_ARABIC = re.compile(r"^[0-9.%]+$")
_SPELLED = re.compile(r"^[零〇一二三四五六七八九十百千万亿两半点分之]+$")


class _Light(msgspec.Struct, frozen=True):
    same: tuple[str, ...]
    particles: tuple[str, ...]


@cache
def _table() -> tuple[dict[int, str], re.Pattern[str]]:
    name = "light.yaml"
    data = load(files("factcheck.zh").joinpath("words", name).read_text("utf-8"), name, DataError).convert(_Light)
    same = {ord(letter): letters[0] for letters in data.same for letter in letters[1:]}
    words = "|".join(re.escape(word) for word in sorted(data.particles, key=lambda w: (-len(w), w)))
    return same, re.compile(f"^(?:{words})*$")


def light(before: str, after: str) -> bool:
    """Whether nothing but spelling, particles or the script of a number changed."""
    same, particles = _table()
    if before.translate(same) == after.translate(same):
        return True
    if particles.match(before) and particles.match(after):
        return True
    return any(_ARABIC.match(x) and _SPELLED.match(y) for x, y in ((before, after), (after, before)))

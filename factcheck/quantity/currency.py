"""Whose 元 it is: what the text itself says, and Simplified script where nothing else does."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from factcheck.quantity.tables import currency_marks, units

if TYPE_CHECKING:
    from factcheck.model import Span

_SAME_BELOW = r"[，,、 ]{0,2}(?:下同|同下|以下同)"
_BESIDE = 4
_SHARE_OF_TRADITIONAL = 0.05


@cache
def _names() -> dict[str, str]:
    """Names of currencies in words to their codes."""
    names = {
        word: unit.name
        for word, unit in units().items()
        if unit.kind == "money" and len(word) > 1 and unit.factor == 1 and unit.name.isascii()
    }
    return {**{mark: code for mark, code in currency_marks().items() if code.isalpha()}, **names}


@cache
def _declared() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, words)) + ")" + _SAME_BELOW)


@cache
def _behind() -> re.Pattern[str]:
    words = sorted((word for word in _names() if not word.isascii()), key=len, reverse=True)
    return re.compile(r" ?\((" + "|".join(map(re.escape, words)) + r")[)，,、]")


def is_traditional(stored: str, folded: str) -> bool:
    """Whether a text is in Traditional script; one Traditional letter in a Simplified article does not make it so."""
    letters = set(stored)
    gone = sum("\u3400" <= letter <= "\u9fff" for letter in letters - set(folded))
    if not gone:
        return False
    return gone > _SHARE_OF_TRADITIONAL * sum("\u3400" <= letter <= "\u9fff" for letter in letters)


def declared(folded: str, sentences: tuple[Span, ...]) -> tuple[tuple[int, str], ...]:
    """Where the text says 「人民币，下同」: from the start of which sentence on, and which currency."""
    if "下同" not in folded and "同下" not in folded:
        return ()
    starts = [start for start, _ in sentences]
    found = []
    for match in _declared().finditer(folded):
        at = bisect_right(starts, match.start())
        found.append((starts[at - 1] if at else 0, _names()[match[1]]))
    return tuple(found)


def resolve(code: str, folded: str, end: int, rules: tuple[tuple[int, str], ...], *, traditional: bool) -> str:
    """The currency of an amount written in 元, 块 or ¥ that ends at `end`; `rules` are spans' starts and currencies."""
    if code not in {"元", "块", "¥"}:
        return code
    if match := _behind().match(folded, end):
        return _names()[match[1]]
    holding = bisect_right(rules, (end, "~")) if code != "¥" else 0
    if holding:
        return rules[holding - 1][1]
    if not traditional:
        return "CNY"
    return "元" if code == "块" else code

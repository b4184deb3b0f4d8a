"""Idioms, proper names and fixed terms that hold a numeral; the words themselves are data."""

from __future__ import annotations

from functools import cache

import msgspec

from factcheck.quantity.tables import table

_DIMENSIONS = frozenset("高重长宽深厚")
_AMONG = frozenset("其当之")  # 其中三人 is no 中三


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yaml`: words by class, parted by spaces."""

    classes: dict[str, str]


@cache
def words() -> frozenset[str]:
    """Every name, folded."""
    return frozenset(word for row in table("names", Names).classes.values() for word in row.split())


@cache
def _shapes() -> dict[str, tuple[tuple[int, int], ...]]:
    """Two letters (one, at the end of a word) to the (offset, length) of the words that hold them, longest first."""
    shapes: dict[str, set[tuple[int, int]]] = {}
    for word in words():
        for offset in range(len(word)):
            shapes.setdefault(word[offset : offset + 2], set()).add((offset, len(word)))
    return {letters: tuple(sorted(found, key=lambda shape: -shape[1])) for letters, found in shapes.items()}


def name_wins(folded: str, start: int, figure_end: int, measure_end: int, *, measured: bool) -> int:
    """The end of a name around the numeral at `start`, or 0 where the figure reaches beyond every name.

    A name that begins with the numeral must be as long as the quantity, one that begins before it
    as long as the numeral, and longer before a unit of length or mass (`measured`).
    """
    known, shapes = words(), _shapes()
    pair = folded[start : start + 2]
    for offset, length in (*shapes.get(pair, ()), *(shapes.get(pair[0], ()) if len(pair) > 1 else ())):
        begin = start - offset
        if begin < 0 or folded[begin : begin + length] not in known:
            continue
        if folded[begin] == "中" and folded[max(begin - 1, 0)] in _AMONG:
            continue
        end = begin + length
        # 身高一米八 is no 高一: behind the name's last letter a measure goes on.
        if offset == length - 1 and measured and folded[begin] in _DIMENSIONS:
            continue
        if end >= (figure_end if offset else measure_end):
            return end
    return 0

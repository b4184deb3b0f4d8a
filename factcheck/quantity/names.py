"""Idioms, proper names and fixed terms that hold a numeral; the words themselves are data."""

from __future__ import annotations

from functools import cache

import msgspec

from factcheck.quantity.tables import table


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yaml`: words by class, parted by spaces."""

    classes: dict[str, str]


@cache
def words() -> frozenset[str]:
    """Every name, folded."""
    return frozenset(word for row in table("names", Names).classes.values() for word in row.split())


@cache
def _shapes() -> dict[str, tuple[tuple[int, int], ...]]:
    """Numeral letter to the (offset, length) of every word that holds it, longest word first."""
    shapes: dict[str, set[tuple[int, int]]] = {}
    for word in words():
        for offset, letter in enumerate(word):
            shapes.setdefault(letter, set()).add((offset, len(word)))
    return {letter: tuple(sorted(found, key=lambda shape: -shape[1])) for letter, found in shapes.items()}


def name_wins(folded: str, start: int, figure_end: int, measure_end: int) -> int:
    """The end of a name around the numeral at `start`, or 0 where the figure reaches beyond every name.

    A name that begins with the numeral must be as long as the quantity, one that begins before it
    as long as the numeral.
    """
    known = words()
    for offset, length in _shapes().get(folded[start], ()):
        begin = start - offset
        if begin < 0 or folded[begin : begin + length] not in known:
            continue
        end = begin + length
        if end >= (figure_end if offset else measure_end):
            return end
    return 0

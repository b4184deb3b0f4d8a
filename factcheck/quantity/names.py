"""Idioms, proper names and fixed terms that hold a numeral."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon.quantity import NameLexicon


def name_end(folded: str, start: int, figure_end: int, measure_end: int, names: NameLexicon, *, measured: bool) -> int:
    """The end of a name around the numeral at `start`, or 0 where the figure reaches beyond every name.

    A name that begins with the numeral must be as long as the quantity, one that begins before it
    as long as the numeral, and longer before a unit of length or mass (`measured`).
    """
    known, shapes = names.words, names.shapes
    pair = folded[start : start + 2]
    for offset, length in (*shapes.get(pair, ()), *(shapes.get(pair[0], ()) if len(pair) > 1 else ())):
        begin = start - offset
        if begin < 0 or folded[begin : begin + length] not in known:
            continue
        if folded[begin] == names.middle and folded[max(begin - 1, 0)] in names.among:
            continue
        end = begin + length
        # Behind the name's last letter a measure goes on.
        if offset == length - 1 and measured and folded[begin] in names.dimensions:
            continue
        if end >= (figure_end if offset else measure_end):
            return end
    return 0

"""Where two stretches of text differ, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Edit(Value, frozen=True):
    """A stretch of two rows of letters that differs: indices `a:a_end` and `b:b_end`."""

    a: int
    a_end: int
    b: int
    b_end: int


def spell(folded: str, start: int, end: int) -> tuple[str, list[int]]:
    """The letters and digits of a stretch, lower case, and the offset of each; a point or comma in a number counts."""
    letters, offsets = [], []
    for at in range(start, end):
        letter = folded[at]
        if letter.isalnum() or letter == "%" or (letter == "." and _is_in_number(folded, at)):
            lower = letter.lower()
            letters.append(lower if len(lower) == 1 else letter)
            offsets.append(at)
    return "".join(letters), offsets


def _is_in_number(folded: str, at: int) -> bool:
    return 0 < at < len(folded) - 1 and folded[at - 1].isdigit() and folded[at + 1].isdigit()


def find_edits(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    """Where two rows of letters, or of words, differ: the shortest way from one to the other."""
    from rapidfuzz.distance import Indel

    found = (Edit(c.src_start, c.src_end, c.dest_start, c.dest_end) for c in Indel.opcodes(a, b) if c.tag != "equal")
    return join_edits(found, 0)


def join_edits(found: Iterable[Edit], most: int = 1) -> list[Edit]:
    """The edits, those with at most so many letters between them put together: a word that changed reads as one."""
    rows: list[Edit] = []
    for edit in found:
        if rows and edit.a - rows[-1].a_end <= most and edit.b - rows[-1].b_end <= most:
            rows[-1] = Edit(rows[-1].a, edit.a_end, rows[-1].b, edit.b_end)
        else:
            rows.append(edit)
    return rows

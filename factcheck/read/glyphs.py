"""Letters on a page → lines: a mark that another font draws goes back to its place among the letters.

Programs write the letters of one font after those of another, so that 称“望澜”为 may come as 称 望澜 为 and then “ ”.
Lengths are points, from the lower left corner of a page, as PDF has them.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.read.pages import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 0.7  # letters of space at most between two stretches of one line; columns are further apart
_SAME_LINE = 0.5  # of the height of a letter: how far the middles of two stretches of one line are apart at most
_TOUCH = 0.5  # points by which boxes of neighbours overlap
_LONGEST = 2000  # letters of a line
_TRIED = 16  # lines that a stretch is held against, above it and below: no page makes this run away


class Glyph(NamedTuple):
    """One letter: its box of ink, how high its font stands (`middle`), and whether a space goes before it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    middle: float
    space: bool = False


def make_lines(stretches: Sequence[list[Glyph]]) -> list[Line]:
    """A line for each stretch of letters; what fits into a gap of another, or joins on to it, is put in there."""
    by_height = sorted(range(len(stretches)), key=lambda at: stretches[at][0].middle)
    heights = [stretches[at][0].middle for at in by_height]
    woven: set[int] = set()
    for at in sorted(range(len(stretches)), key=lambda at: len(stretches[at])):  # the short ones go into the long ones
        middle = bisect_left(heights, stretches[at][0].middle)
        for host in by_height[max(middle - _TRIED, 0) : middle + _TRIED]:
            if host != at and host not in woven and _weave(stretches[at], stretches[host]):
                woven.add(at)
                break
    return [_make_line(stretch) for at, stretch in enumerate(stretches) if at not in woven]


def _weave(stretch: Sequence[Glyph], host: list[Glyph]) -> bool:
    """Put a stretch among the letters of a line, if it stands in that line and every letter finds room."""
    size = max(1.0, host[0].top - host[0].bottom, stretch[0].top - stretch[0].bottom)
    apart = max(stretch[0].left - host[-1].right, host[0].left - stretch[-1].right)
    if abs(stretch[0].middle - host[0].middle) > _SAME_LINE * size or apart > _NEAR * size:
        return False
    if len(stretch) + len(host) > _LONGEST:
        return False
    own = set(stretch)
    letters = sorted((*host, *stretch), key=lambda letter: letter.left)
    if any(a.right > b.left + _TOUCH for a, b in pairwise(letters) if (a in own) != (b in own)):
        return False
    # A space was seen between letters of one font, where those of the other now stand.
    host[:] = [
        letter._replace(space=letter.space and (before in own) == (letter in own))
        for before, letter in pairwise((letters[0], *letters))
    ]
    return True


def _make_line(letters: Sequence[Glyph]) -> Line:
    text = "".join(f" {letter.text}" if letter.space and at else letter.text for at, letter in enumerate(letters))
    return Line(
        text,
        min(letter.left for letter in letters),
        min(letter.bottom for letter in letters),
        max(letter.right for letter in letters),
        max(letter.top for letter in letters),
    )

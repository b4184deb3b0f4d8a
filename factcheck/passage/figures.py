"""Figures that changed from one copy of a passage to another."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.model import Claim, Place, Value
from factcheck.passage.agree import agree
from factcheck.passage.changes import Edit, edits, spelled
from factcheck.passage.light import light
from factcheck.passage.versions import one_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Article, Passage

_ALL_PAIRS = 6  # places up to which each is compared with each; beyond, all with the two longest
_ALIKE = 0.85  # of the letters around, so that both places tell the same
_CONTEXT = 12  # letters on either side of a figure that must be the same
_SOME, _MOST = 3, 0.34  # more changed figures than both, in number and share: a table or a report of another day
_BREAK = re.compile(r"[\s，。；：！？…—“”‘’\"()【】《》]")
_DATES = re.compile(r"\d+(?=\s?[年月日])")
_DATE = re.compile(r"^[年月日号]")


class Slip(Value, frozen=True):
    """A figure of one place, the figure in its stead at the other, and how alike the two places are else."""

    a: Claim
    b: Claim
    likeness: float


class _Side:
    """A place spelled out, with the figures in it as stretches of its letters."""

    def __init__(self, article: Article, place: Place) -> None:
        self.place, self.document = place, article.document
        self.letters, self.offsets = spelled(article.text.folded, place.start, place.end)
        folded = article.text.folded
        self.dates = frozenset(_DATES.findall(folded[_sentence(folded, place.start) : place.start + 2]))
        first = place.start if _BREAK.match(folded[max(0, place.start - 1) : place.start] or "\n") else place.end
        if first == place.end and (ends := _BREAK.search(folded, place.start, place.end)):
            first = ends.start()  # the passage begins inside a clause, whose subject may be another
        self.claims = [c for c in article.claims if first <= c.start and c.end <= place.end and c.kind != "date"]
        self.spans = [(bisect_left(self.offsets, c.start), bisect_left(self.offsets, c.end)) for c in self.claims]


def _sentence(folded: str, at: int) -> int:
    """Where the sentence at `at` begins."""
    return max(folded.rfind(stop, 0, at) for stop in "。！？；\n") + 1


def slips(passage: Passage, articles: Mapping[str, Article]) -> Iterator[Slip]:
    """Every figure that differs between two places of the passage that tell the same around it."""
    sides = [_Side(articles[place.doc], place) for place in passage.places]
    sides = [side for side in sides if side.claims]
    for a, b in _compared(sides):
        if a.letters != b.letters and not (a.place.doc != b.place.doc and one_page(a.document, b.document, passage)):
            yield from _between(a, b)


def _compared(sides: list[_Side]) -> Iterator[tuple[_Side, _Side]]:
    if len(sides) <= _ALL_PAIRS:
        yield from combinations(sides, 2)
        return
    longest = sorted(sides, key=lambda s: (-len(s.letters), s.place.doc, s.place.start))[:2]
    for at, a in enumerate(longest):
        yield from ((a, b) for b in sides if b not in longest[: at + 1])


def _between(a: _Side, b: _Side) -> Iterator[Slip]:
    found = edits(a.letters, b.letters)
    equal = len(a.letters) - sum(e.a_end - e.a for e in found)
    likeness = 2 * equal / (len(a.letters) + len(b.letters))
    if likeness < _ALIKE or (a.dates and b.dates and a.dates != b.dates):
        return
    pairs = list(_pairs(a, b, found))
    changed = [(x, y) for x, y in pairs if not agree(a.claims[x], b.claims[y])]
    if len(changed) > _SOME and len(changed) > _MOST * len(pairs):
        return
    figures = [(a.spans[x], b.spans[y]) for x, y in pairs]
    for x, y in changed:
        if _same_around(a, b, found, figures, a.spans[x]):
            yield Slip(a.claims[x], b.claims[y], likeness)


def _pairs(a: _Side, b: _Side, found: list[Edit]) -> Iterator[tuple[int, int]]:
    """Figures that stand at the same spot of both."""
    taken: set[int] = set()
    for x, (start, end) in enumerate(a.spans):
        first, last = _mapped(found, start, end)
        best, shared = -1, 0
        for y, (s, e) in enumerate(b.spans):
            if y not in taken and min(e, last) - max(s, first) > shared:
                best, shared = y, min(e, last) - max(s, first)
        if best >= 0:
            taken.add(best)
            yield x, best


def _mapped(found: list[Edit], start: int, end: int) -> tuple[int, int]:
    """Where the letters `start:end` of a stand in b; letters put in at either edge go with them."""
    first, last = start, end
    for edit in found:
        if edit.a_end <= start and not edit.a == edit.a_end == start:
            first = start + edit.b_end - edit.a_end
        elif edit.a <= start:
            first = edit.b + start - edit.a if edit.a == start else edit.b
        if edit.a_end <= end:
            last = end + edit.b_end - edit.a_end
        elif edit.a < end:
            last = edit.b_end
    return first, last


def _same_around(
    a: _Side,
    b: _Side,
    found: list[Edit],
    figures: list[tuple[tuple[int, int], tuple[int, int]]],
    span: tuple[int, int],
) -> bool:
    """Whether no word near the figure changed, and no date at all: another company, another day, another fact."""
    start, end = span[0] - _CONTEXT, span[1] + _CONTEXT
    for edit in found:
        if any(s[0] <= edit.a and edit.a_end <= s[1] and t[0] <= edit.b and edit.b_end <= t[1] for s, t in figures):
            continue
        if _dated(a, edit.a, edit.a_end) or _dated(b, edit.b, edit.b_end):
            return False
        near = edit.a < end and edit.a_end > start
        if near and not light(a.letters[edit.a : edit.a_end], b.letters[edit.b : edit.b_end]):
            return False
    return True


def _dated(side: _Side, start: int, end: int) -> bool:
    words = side.letters[start:end]
    if not words[-1:].isdigit():
        return any(letter in "年月日" for letter in words) and any(letter.isdigit() for letter in words)
    while end < len(side.letters) and side.letters[end].isdigit():
        end += 1
    return bool(_DATE.match(side.letters[end : end + 1]))

"""What changed between two places that tell the same, letter by letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from factcheck.model import Place, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article

Kind = Literal["replaced", "dropped", "added", "reordered", "negated", "figure"]
_NEGATION = re.compile(r"(?:并?不(?:是|会|能|再|得)?|没有?|未曾?|并?非|无|勿|莫|否|别|不曾)")
_NUMERAL = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿兆两半%.,]")
_DIGIT = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿两]")


class Change(Value, frozen=True):
    """One change from the first place to the second. An empty span stands where the other side has something more.

    `before` and `after` are folded, punctuation left out; the spans are offsets into the stored texts.
    """

    kind: Kind
    a: Span
    b: Span
    before: str
    after: str


class Edit(Value, frozen=True):
    """A stretch of two rows of letters that differs: indices `a:a_end` and `b:b_end`."""

    a: int
    a_end: int
    b: int
    b_end: int


def spelled(folded: str, start: int, end: int) -> tuple[str, list[int]]:
    """The letters and digits of a stretch, lower case, and the offset of each; a point or comma in a number counts."""
    letters, offsets = [], []
    for at in range(start, end):
        letter = folded[at]
        if letter.isalnum() or letter == "%" or (letter == "." and _in_number(folded, at)):
            lower = letter.lower()
            letters.append(lower if len(lower) == 1 else letter)
            offsets.append(at)
    return "".join(letters), offsets


def _in_number(folded: str, at: int) -> bool:
    return 0 < at < len(folded) - 1 and folded[at - 1].isdigit() and folded[at + 1].isdigit()


def edits(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    """Where two rows of letters, or of words, differ: the shortest way from one to the other."""
    from rapidfuzz.distance import Indel

    found = (Edit(c.src_start, c.src_end, c.dest_start, c.dest_end) for c in Indel.opcodes(a, b) if c.tag != "equal")
    return joined(found, 0)


def joined(found: Iterable[Edit], most: int = 1) -> list[Edit]:
    """The edits, those with at most so many letters between them put together: a word that changed reads as one."""
    rows: list[Edit] = []
    for edit in found:
        if rows and edit.a - rows[-1].a_end <= most and edit.b - rows[-1].b_end <= most:
            rows[-1] = Edit(rows[-1].a, edit.a_end, rows[-1].b, edit.b_end)
        else:
            rows.append(edit)
    return rows


def changes(a: Article, place_a: Place, b: Article, place_b: Place) -> tuple[Change, ...]:
    """What changed from `place_a` of `a` to `place_b` of `b`, in the order of `a`.

    Letters and digits are compared, those of a number with its point; punctuation, width and script do not count.
    """
    text_a, at_a = spelled(a.text.folded, place_a.start, place_a.end)
    text_b, at_b = spelled(b.text.folded, place_b.start, place_b.end)
    if text_a == text_b:
        return ()
    found = [_widened(text_a, text_b, edit) for edit in joined(edits(text_a, text_b))]
    sides = (text_a, at_a, place_a), (text_b, at_b, place_b)
    return tuple(_reordered(_named(*sides, found)))


def _widened(a: str, b: str, edit: Edit) -> Edit:
    """An edit inside a number takes the whole number."""
    start_a, start_b, end_a, end_b = edit.a, edit.b, edit.a_end, edit.b_end
    if not _NUMERAL.search(a[start_a:end_a] + b[start_b:end_b]):
        return edit
    while start_a > 0 and start_b > 0 and a[start_a - 1] == b[start_b - 1] and _NUMERAL.match(a[start_a - 1]):
        start_a, start_b = start_a - 1, start_b - 1
    while end_a < len(a) and end_b < len(b) and a[end_a] == b[end_b] and _NUMERAL.match(a[end_a]):
        end_a, end_b = end_a + 1, end_b + 1
    return Edit(start_a, end_a, start_b, end_b)


_Side = tuple[str, list[int], Place]  # the letters of a place, and the offset of each


def _named(a: _Side, b: _Side, found: list[Edit]) -> Iterator[Change]:
    for edit in found:
        before, after = a[0][edit.a : edit.a_end], b[0][edit.b : edit.b_end]
        yield Change(
            kind=_kind(before, after),
            a=_span(a[1], edit.a, edit.a_end, a[2]),
            b=_span(b[1], edit.b, edit.b_end, b[2]),
            before=before,
            after=after,
        )


def _span(at: list[int], start: int, end: int, place: Place) -> Span:
    if start < end:
        return at[start], at[end - 1] + 1
    gap = at[start] if start < len(at) else place.end
    return gap, gap


def _kind(before: str, after: str) -> Kind:
    if _negates(before, after) or _negates(after, before):
        return "negated"
    if _DIGIT.search(before) and _DIGIT.search(after):
        return "figure"
    if not after:
        return "dropped"
    return "replaced" if before else "added"


def _negates(with_: str, without: str) -> bool:
    match = _NEGATION.match(with_)
    return match is not None and with_[match.end() :] in (without, "") and not _NEGATION.search(without)


def _reordered(found: Iterator[Change]) -> Iterator[Change]:
    """A stretch dropped here and added there has moved."""
    left = list(found)
    for change in left:
        twin = next((o for o in left if o is not change and (o.before, o.after) == (change.after, change.before)), None)
        if twin is not None and len(change.before + change.after) > 1 and not (change.before and change.after):
            if change.before:
                yield Change(kind="reordered", a=change.a, b=twin.b, before=change.before, after=twin.after)
        else:
            yield change

"""Figures that changed from one copy of a passage to another."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factcheck.corpus.versions import are_one_page
from factcheck.model import Claim, Place, Span, Value
from factcheck.quotation.light import is_light
from factcheck.text.dates import days_apart
from factcheck.text.edits import Edit, find_edits
from factcheck.verdict import agree_in_copies, measure_alike, measure_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Passage

_ALL_PAIRS = 6  # places up to which each is compared with each; beyond, all with the two longest
_ALIKE = 0.84  # of the letters around, so that both places tell the same
_WINDOW = 40  # letters on either side of a figure that are looked at
_BEFORE, _AFTER = 16, 6  # of these, those that must be the same; behind it only as far as its clause goes
_BLOCK = 10  # letters put in or left out at one spot: an advertisement, a caption, a sentence
_FEW, _ONE_IN, _MANY = 1, 75, 4  # changed numbers, one in so many letters; with more it is a report of another day
_DAYS = 7  # between two articles; later on the same words tell something new
_BREAK = re.compile(r"[\s，。；：！？…—“”‘’\"()【】《》]")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|[^\W_]|%")
_STOP = re.compile(r"[。！？；\n]")


class Slip(Value, frozen=True):
    """A figure of one place, the figure in its stead at the other, and how alike the two places are else.

    `loose`: one number in two units that texts take for one another (人, 人次).
    """

    a: Claim
    b: Claim
    likeness: float
    loose: bool = False


class _Side:
    """A place spelled out, a number or a Latin word counting as one letter; its figures as stretches of the letters."""

    def __init__(self, article: Article, place: Place, lexicon: Lexicon) -> None:
        self.place, self.document, self.lexicon = place, article.document, lexicon
        folded = self.folded = article.text.folded
        words = list(_WORD.finditer(folded, place.start, place.end))
        self.letters = tuple(word.group().lower() for word in words)
        self.offsets = [word.start() for word in words]
        self.opening = "".join(_WORD.findall(folded, _sentence(folded, place.start), place.start))
        self.dates = frozenset(lexicon.passage.dated.findall(folded[_sentence(folded, place.start) : place.start + 2]))
        first = place.start if _BREAK.match(folded[max(0, place.start - 1) : place.start] or "\n") else place.end
        if first == place.end and (ends := _BREAK.search(folded, place.start, place.end)):
            first = ends.start()  # the passage begins inside a clause, whose subject may be another
        self.claims = [c for c in article.claims if first <= c.start and c.end <= place.end and c.kind != "date"]
        stop = _STOP.search(folded, place.start, place.end)
        self.head = bisect_left(self.offsets, stop.start() if stop else place.end)  # the letters of the first sentence
        self.spans = [(bisect_left(self.offsets, c.start), bisect_left(self.offsets, c.end)) for c in self.claims]

    def sentence(self, at: int) -> int:
        """The index of the first letter of the sentence at `at`."""
        return bisect_left(self.offsets, max(self.place.start, _sentence(self.folded, at)))

    def until_break(self, at: int) -> int:
        """The index of the first letter behind the clause that goes on at `at`, at most _AFTER letters on."""
        first = bisect_left(self.offsets, at)
        ends = _BREAK.search(self.folded, at, self.place.end)
        return min(first + _AFTER, bisect_left(self.offsets, ends.start()) if ends else len(self.offsets))


def _sentence(folded: str, at: int) -> int:
    """Where the sentence at `at` begins."""
    return max(folded.rfind(stop, 0, at) for stop in "。！？；\n") + 1


def slips(passage: Passage, articles: Mapping[str, Article], lexicon: Lexicon) -> Iterator[Slip]:
    """Every figure that differs between two places of the passage that tell the same around it."""
    sides = [_Side(articles[place.doc], place, lexicon) for place in passage.places]
    sides = [side for side in sides if side.claims]
    for a, b in _pair_sides(sides):
        if a.letters != b.letters and _two_copies(a, b, passage):
            yield from _between(a, b)


def _two_copies(a: _Side, b: _Side, passage: Passage) -> bool:
    """Whether the places are copies that should agree: not two paragraphs, two versions, or two days' reports."""
    if a.place.doc == b.place.doc:
        return passage.whole
    if are_one_page(a.document, b.document, passage):
        return False
    days = days_apart(a.document, b.document)
    return days is None or days <= _DAYS


def _pair_sides(sides: list[_Side]) -> Iterator[tuple[_Side, _Side]]:
    if len(sides) <= _ALL_PAIRS:
        yield from combinations(sides, 2)
        return
    longest = sorted(sides, key=lambda s: (-len(s.letters), s.place.doc, s.place.start))[:2]
    for at, a in enumerate(longest):
        yield from ((a, b) for b in sides if b not in longest[: at + 1])


def _between(a: _Side, b: _Side) -> Iterator[Slip]:
    found = find_edits(a.letters, b.letters)
    pairs = list(_pairs(a, b, found))
    changed = [(x, y) for x, y in pairs if _has_other_unit(a, x, b, y) or not agree_in_copies(a.claims[x], b.claims[y])]
    same = [(a.spans[x], b.spans[y]) for x, y in pairs if (x, y) not in changed]
    left = [edit for edit in found if not _is_block(edit) and not _in_figures(edit, same)]
    numbers = sum(_numeric(a, e.a, e.a_end) and _numeric(b, e.b, e.b_end) for e in left)
    if numbers > min(_MANY, max(_FEW, len(a.letters) // _ONE_IN)) or (numbers > _FEW and 3 * numbers > len(pairs)):
        return
    figures = [(a.spans[x], b.spans[y]) for x, y in pairs]
    other = [edit for edit in found if not _in_figures(edit, figures)]
    for x, y in changed:
        likeness = _likeness(a, b, other, a.spans[x])
        if likeness >= _ALIKE and _same_fact(a, b, other, a.claims[x], a.spans[x]):
            classes = frozenset(a.lexicon.passage.counted.get(c.unit, "") for c in (a.claims[x], b.claims[y]))
            loose = classes in a.lexicon.passage.loose
            yield Slip(a=a.claims[x], b=b.claims[y], likeness=likeness, loose=loose)


def _numeric(side: _Side, start: int, end: int) -> bool:
    return any(word[0].isdigit() for word in side.letters[start:end])


def _in_figures(edit: Edit, figures: list[tuple[Span, Span]]) -> bool:
    return any(s[0] <= edit.a and edit.a_end <= s[1] and t[0] <= edit.b and edit.b_end <= t[1] for s, t in figures)


def _pairs(a: _Side, b: _Side, found: list[Edit]) -> Iterator[tuple[int, int]]:
    """Figures that stand at the same spot of both."""
    taken: set[int] = set()
    for x, (start, end) in enumerate(a.spans):
        first, last = _map_span(found, start, end)
        best, shared = -1, 0
        for y, (s, e) in enumerate(b.spans):
            like = y not in taken and (measure_alike(a.claims[x], b.claims[y]) or _has_other_unit(a, x, b, y))
            if like and min(e, last) - max(s, first) > shared:
                best, shared = y, min(e, last) - max(s, first)
        if best >= 0:
            taken.add(best)
            yield x, best


def _has_other_unit(a: _Side, x: int, b: _Side, y: int) -> bool:
    """Whether both print one number, and its unit is that of another thing."""
    one, other, words = a.claims[x], b.claims[y], a.lexicon.passage
    classes = [words.counted.get(claim.unit) for claim in (one, other) if claim.kind == "count"]
    if None in classes:  # 2.7个和1.7个百分点: the unit of both stands at the end
        return False
    apart = classes[0] != classes[1] if len(classes) > 1 else measure_apart(one, other)
    return apart and _numeral(a, one) == _numeral(b, other) is not None


def _numeral(side: _Side, claim: Claim) -> str | None:
    found = side.lexicon.passage.numeral.search(side.folded[claim.start : claim.end].replace(",", ""))
    return found[0] if found else None


def _map_span(found: list[Edit], start: int, end: int) -> tuple[int, int]:
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


def _likeness(a: _Side, b: _Side, other: list[Edit], span: Span) -> float:
    """The share of the letters around the figure that is the same; a block put in or left out whole does not count."""
    first, last = max(0, span[0] - _WINDOW), min(len(a.letters), span[1] + _WINDOW)
    changed = sum(
        max(min(e.a_end, last) - max(e.a, first), min(e.b_end - e.b, _WINDOW))
        for e in other
        if e.a < last and e.a_end > first and not _is_block(e)
    )
    return 1 - changed / max(1, min(last - first, len(b.letters)))


def _is_block(edit: Edit) -> bool:
    """Whether a whole piece was put in or left out, or stands in the place of another."""
    shorter, longer = sorted((edit.a_end - edit.a, edit.b_end - edit.b))
    return longer >= _BLOCK and (shorter * _BLOCK <= longer or shorter >= _BLOCK)


def _same_fact(a: _Side, b: _Side, other: list[Edit], claim: Claim, span: Span) -> bool:
    """Whether no word beside the figure changed, nor a date before it: no other company, no other day."""
    if span[0] < a.head and not _one_opening(a, b):
        return False
    behind = a.until_break(claim.end)
    sentence = a.sentence(claim.start)
    for edit in other:
        if edit.a > behind or edit.a_end < span[0] - _WINDOW:
            continue
        before, after = "".join(a.letters[edit.a : edit.a_end]), "".join(b.letters[edit.b : edit.b_end])
        if edit.a < span[0] and _is_dated(a, edit.a, edit.a_end) and _is_dated(b, edit.b, edit.b_end):
            return False
        near = edit.a_end > max(sentence, span[0] - _BEFORE) or (before and after and edit.a >= sentence)
        if near and edit.a < behind and not is_light(before, after, a.lexicon.quotation):
            return False
    return True


def _one_opening(a: _Side, b: _Side) -> bool:
    """Whether what stands before the passages in their first sentence names no other day or subject."""
    if a.dates and b.dates and a.dates != b.dates:
        return False
    return not a.opening or not b.opening or is_light(a.opening, b.opening, a.lexicon.quotation)


def _is_dated(side: _Side, start: int, end: int) -> bool:
    words = (*side.letters[start:end], *side.letters[end : end + 1])
    return any(word.isdigit() and unit in side.lexicon.passage.date_units for word, unit in pairwise(words))

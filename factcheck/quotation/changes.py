"""What changed between two places that tell the same, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.model import Place, Span, Value
from factcheck.text.edits import Edit, find_edits, join_edits, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import QuotationLexicon
    from factcheck.model import Article

ChangeKind = Literal["replaced", "dropped", "added", "reordered", "negated", "figure"]


class Change(Value, frozen=True):
    """One change from the first place to the second. An empty span stands where the other side has something more.

    `before` and `after` are folded, punctuation left out; the spans are offsets into the stored texts.
    """

    kind: ChangeKind
    a: Span
    b: Span
    before: str
    after: str


def find_changes(
    a: Article, place_a: Place, b: Article, place_b: Place, lexicon: QuotationLexicon
) -> tuple[Change, ...]:
    """What changed from `place_a` of `a` to `place_b` of `b`, in the order of `a`.

    Letters and digits are compared, those of a number with its point; punctuation, width and script do not count.
    """
    text_a, at_a = spell(a.text.folded, place_a.start, place_a.end)
    text_b, at_b = spell(b.text.folded, place_b.start, place_b.end)
    if text_a == text_b:
        return ()
    found = [_widen(text_a, text_b, edit, lexicon) for edit in join_edits(find_edits(text_a, text_b))]
    sides = (text_a, at_a, place_a), (text_b, at_b, place_b)
    return tuple(_find_moves(_name_changes(*sides, found, lexicon)))


def _widen(a: str, b: str, edit: Edit, lexicon: QuotationLexicon) -> Edit:
    """An edit inside a number takes the whole number."""
    numeral = lexicon.numeral
    start_a, start_b, end_a, end_b = edit.a, edit.b, edit.a_end, edit.b_end
    if not numeral.search(a[start_a:end_a] + b[start_b:end_b]):
        return edit
    while start_a > 0 and start_b > 0 and a[start_a - 1] == b[start_b - 1] and numeral.match(a[start_a - 1]):
        start_a, start_b = start_a - 1, start_b - 1
    while end_a < len(a) and end_b < len(b) and a[end_a] == b[end_b] and numeral.match(a[end_a]):
        end_a, end_b = end_a + 1, end_b + 1
    return Edit(start_a, end_a, start_b, end_b)


_Side = tuple[str, list[int], Place]  # the letters of a place, and the offset of each


def _name_changes(a: _Side, b: _Side, found: list[Edit], lexicon: QuotationLexicon) -> Iterator[Change]:
    for edit in found:
        before, after = a[0][edit.a : edit.a_end], b[0][edit.b : edit.b_end]
        yield Change(
            kind=_find_kind(before, after, lexicon),
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


def _find_kind(before: str, after: str, lexicon: QuotationLexicon) -> ChangeKind:
    if _negates(before, after, lexicon) or _negates(after, before, lexicon):
        return "negated"
    if lexicon.digit.search(before) and lexicon.digit.search(after):
        return "figure"
    if not after:
        return "dropped"
    return "replaced" if before else "added"


def _negates(with_: str, without: str, lexicon: QuotationLexicon) -> bool:
    match = lexicon.negation.match(with_)
    return match is not None and with_[match.end() :] in (without, "") and not lexicon.negation.search(without)


def _find_moves(found: Iterator[Change]) -> Iterator[Change]:
    """A stretch dropped here and added there has moved."""
    left = list(found)
    for change in left:
        twin = next((o for o in left if o is not change and (o.before, o.after) == (change.after, change.before)), None)
        if twin is not None and len(change.before + change.after) > 1 and not (change.before and change.after):
            if change.before:
                yield Change(kind="reordered", a=change.a, b=twin.b, before=change.before, after=twin.after)
        else:
            yield change

"""What an outlet adds to spoken words, or writes in its own way: brackets, titles, masked names, dashes for 至."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.edits import spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.lexicon import QuotationLexicon
    from factcheck.model import Article, Quotation, Span
    from factcheck.text.edits import Edit

_BRACKETS = re.compile(r"\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]|【[^【】\n]{1,80}】")
_TITLES = re.compile(r"《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉")
_MASK_MARKS = re.compile(r"[×✕✖╳□■●*]")  # no letters: they stand in the gap that they leave
_MASKED = re.compile(r"^[^\W\d_]{0,3}$")  # a name, a place, a rude word
_DASH = re.compile(r"^\s?[—–~-]{1,2}\s?$")


class _Side(NamedTuple):
    """What one quotation has at an edit: the letters and their span, or the gap where the other has more."""

    folded: str
    letters: str
    span: Span

    @property
    def text(self) -> str:
        return self.folded[self.span[0] : self.span[1]]


def is_house_style(
    a: Article, one: Quotation, b: Article, other: Quotation, edit: Edit, *, lexicon: QuotationLexicon
) -> bool:
    """Whether an edit between the letters of two quotations is the outlet's, and leaves what was spoken as it was.

    An insertion in brackets, the title of a work (it may have two), a masked name, and a dash in the place of 至.
    """
    first = _read_side(a.text.folded, one, (edit.a, edit.a_end))
    second = _read_side(b.text.folded, other, (edit.b, edit.b_end))
    if any(side.letters and _lies_in(_BRACKETS, side) for side in (first, second)):
        return True
    if all(not side.letters or _lies_in(_TITLES, side) for side in (first, second)):
        return True
    return any(_masks(x, y, lexicon) or _is_dash_for(x, y, lexicon) for x, y in ((first, second), (second, first)))


def _read_side(folded: str, quotation: Quotation, part: Span) -> _Side:
    letters, at = spell(folded, quotation.start, quotation.end)
    start, end = part
    if start < end:
        return _Side(folded, letters[start:end], (at[start], at[end - 1] + 1))
    first = at[start - 1] + 1 if start > 0 else quotation.start
    return _Side(folded, "", (first, at[start] if start < len(at) else quotation.end))


def _lies_in(pattern: re.Pattern[str], side: _Side) -> bool:
    return any(start <= side.span[0] and side.span[1] <= end for start, end in _find_near(pattern, side))


def _find_near(pattern: re.Pattern[str], side: _Side) -> Iterator[Span]:
    """The matches on the line of a side."""
    line = side.folded.rfind("\n", 0, side.span[0]) + 1
    end = side.folded.find("\n", side.span[1])
    yield from (match.span() for match in pattern.finditer(side.folded, line, end if end >= 0 else len(side.folded)))


def _masks(mask: _Side, name: _Side, lexicon: QuotationLexicon) -> bool:
    """Whether one side hides the letters that the other gives."""
    hidden = bool(lexicon.masked_name.match(mask.letters)) or (
        not mask.letters and _MASK_MARKS.search(mask.text) is not None
    )
    return hidden and _MASKED.match(name.letters) is not None


def _is_dash_for(dash: _Side, word: _Side, lexicon: QuotationLexicon) -> bool:
    return not dash.letters and word.letters in lexicon.until and _DASH.match(dash.text) is not None

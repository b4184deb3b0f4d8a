"""A claim as pairing sees it: its words, near and far, and the classes that veto."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.model import Claim, Value
from factcheck.stats.corpus import content
from factcheck.text.sentences import clauses
from factcheck.text.words import words

if TYPE_CHECKING:
    from factcheck.model import Article

_NEAR = 12  # letters on either side of a figure that are its immediate wording
_SHORT = 16  # letters; a sentence shorter than this borrows from the one before it


class View(Value, frozen=True):
    """Words are content words, aliases replaced by the first of their group."""

    claim: Claim
    measure: frozenset[str]
    left: tuple[str, ...]  # the words just before the figure, nearest last
    right: tuple[str, ...]  # the words just behind it, nearest first
    clause: frozenset[str]
    sentence: frozenset[str]
    date: str | None  # of the document


def view(article: Article, claim: Claim, aliases: dict[str, str]) -> View:
    """The view of one claim of `article`."""
    folded = article.text.folded
    start, end = claim.sentence
    first, last = _clause(folded, start, end, claim)
    return View(
        claim=claim,
        measure=frozenset(_content(claim.measure or "", aliases)),
        left=tuple(_content(folded[max(first, claim.start - _NEAR) : claim.start], aliases)),
        right=tuple(_content(folded[claim.end : min(last, claim.end + _NEAR)], aliases)),
        clause=frozenset(_content(folded[first:last], aliases)),
        sentence=frozenset(_content(folded[start:end], aliases)),
        date=article.document.date,
    )


def _clause(folded: str, start: int, end: int, claim: Claim) -> tuple[int, int]:
    for span in clauses(folded, start, end):
        if span[0] <= claim.start < span[1]:
            return span
    return start, end


@lru_cache(maxsize=1 << 16)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(content(words(text)))


def _content(text: str, aliases: dict[str, str]) -> list[str]:
    found = _cut(text)
    return [aliases.get(word, word) for word in found] if aliases else list(found)

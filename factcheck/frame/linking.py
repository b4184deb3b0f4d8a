"""What the finders of links share: when two figures of a text are amounts of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

Link = tuple[str, int, int]
PEOPLE = frozenset({"人", "名", "位"})
LIST_GAP = 24  # letters between two figures of one list
# Longest words first and never given back: else what several of them spell is tried in every way.
HEDGE = r"(?>约|近|超过?|逾|达到?|为|到|了|高达|大约|将近|接近|不到|不足)*+"
_ANYTHING = frozenset({"个", "项", "种", "类", "条", "份", "大", ""})
_NO_AMOUNTS = frozenset(
    {"percent", "fraction", "rank", "ratio", "multiple", "date", "age", "level", "temperature", "number"}
)


def to(relation: str, claim: Claim) -> Link:
    """The link to a figure."""
    return relation, claim.start, claim.end


def alike(a: Claim, b: Claim) -> bool:
    """Whether two figures are amounts of one unit."""
    if a.kind != b.kind or a.kind in _NO_AMOUNTS:
        return False
    return a.unit == b.unit or {a.unit, b.unit} <= PEOPLE


def moved(claim: Claim) -> bool:
    """Whether a figure is a change, or told of each."""
    return bool(claim.aspects & {"change", "per_unit"})


def between(sentence: Sentence, a: Claim, b: Claim) -> str:
    """The letters between two figures."""
    return sentence.folded[a.end : b.start]


def one_thing(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether both count one sort of thing, if the part names its own; of 个 and 项 the nouns must be the same."""
    one, other = whole.measure or "", part.measure or ""
    if whole.kind != "count" or whole.unit in PEOPLE or not sentence.folded.startswith(other, part.end):
        return True
    return one == other if whole.unit in _ANYTHING else one in other or other in one

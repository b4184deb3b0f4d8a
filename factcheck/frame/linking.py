"""What the finders of links share: when two figures of a text are amounts of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Claim

Link = tuple[str, int, int]
LIST_GAP = 24  # letters between two figures of one list
_NO_AMOUNTS = frozenset(
    {"percent", "fraction", "rank", "ratio", "multiple", "date", "age", "level", "temperature", "number"}
)


def link_to(relation: str, claim: Claim) -> Link:
    """The link to a figure."""
    return relation, claim.start, claim.end


def are_of_one_unit(a: Claim, b: Claim, lexicon: FrameLexicon) -> bool:
    """Whether two figures are amounts of one unit."""
    if a.kind != b.kind or a.kind in _NO_AMOUNTS:
        return False
    return a.unit == b.unit or {a.unit, b.unit} <= lexicon.words.people_units


def is_relative(claim: Claim) -> bool:
    """Whether a figure is a change, or told of each."""
    return bool(claim.aspects & {"change", "per_unit"})


def text_between(sentence: Sentence, a: Claim, b: Claim) -> str:
    """The letters between two figures, without blanks, which tell nothing."""
    return sentence.folded[a.end : b.start].replace(" ", "")


def count_one_thing(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether both count one sort of thing, if the part names its own; of 个 and 项 the nouns must be the same."""
    one, other, words = whole.measure or "", part.measure or "", sentence.lexicon.words
    if whole.kind != "count" or whole.unit in words.people_units or not sentence.folded.startswith(other, part.end):
        return True
    return one == other if whole.unit in words.any_units else one in other or other in one

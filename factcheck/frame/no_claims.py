"""What is no claim: an idiom, two people who were named before, an edition, a title; what nobody would check."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.bearer_mentions import code_of
from factcheck.lexicon.weights import sum_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.lexicon.weights import NoClaimWeights
    from factcheck.model import Claim

TEMPLATES = (
    "always", "kind", "written", "unit", "unit_written", "size", "hedge", "before", "after", "before_unit",
    "after_unit", "codes", "next", "sentence", "aspects", "measure", "measured", "heads", "digits", "inside", "frame",
    "second",
)  # fmt: skip
_SHORT = 4  # letters of a figure that is a word or idiom of its own
_SIZES = (1, 2, 3, 5, 10, 30, 100, 1000, 10_000, 1_000_000)


def see_figure(sentence: Sentence, claim: Claim) -> tuple[str, ...]:
    """The values of `TEMPLATES` for a figure with its frame."""
    folded, lexicon, words = sentence.folded, sentence.lexicon, sentence.words
    first, last = bisect_left(sentence.ends, claim.start + 1), bisect_left(sentence.ends, claim.end)
    before, after, further = _word_at(words, first - 1), _word_at(words, last + 1), _word_at(words, last + 2)
    written = "h" if lexicon.names.letter.match(folded[claim.start]) else "d"
    unit, length, measure = claim.unit or claim.kind, claim.end - claim.start, claim.measure or ""
    size, alone = _size_of(claim), _edges_of(sentence, claim)
    kind = claim.kind + written
    dated = "p" if claim.period and "period" not in claim.inferred else "-"
    return (
        "1",
        kind,
        written + str(min(6, length)),
        unit,
        unit + written + size,
        claim.kind + size + written,
        claim.qualifier + claim.kind,
        before,
        after,
        before[-1:] + unit + written,
        after[:1] + unit + written,
        _code_at(words, first - 1, lexicon) + _code_at(words, last + 1, lexicon) + claim.kind,
        further,
        "0123456"[min(6, (sentence.end - sentence.start) // 12)] + alone,
        " ".join(sorted(claim.aspects)),
        ("-" if not measure else "c" if "measure" in claim.inferred else "m") + kind,
        measure[-2:],
        alone + written + claim.kind,
        folded[claim.start : claim.end] if written == "h" and length <= _SHORT else "",
        _marks_around(sentence, claim) + claim.kind,
        dated + kind,
        before[-1:] + "_" + after[:1],
    )


def _size_of(claim: Claim) -> str:
    """Between which of the steps of `_SIZES` the figure lies."""
    bound = claim.low if claim.low is not None else claim.high
    return "-" if bound is None else str(sum([max(bound, -bound) > step for step in _SIZES]))


def _edges_of(sentence: Sentence, claim: Claim) -> str:
    """Whether the figure is all of its clause (a), begins (b) or ends it (e)."""
    begin, end = sentence.clause_of(claim.start)
    if begin == claim.start:
        return "a" if end == claim.end else "b"
    return "e" if end == claim.end else "-"


def _marks_around(sentence: Sentence, claim: Claim) -> str:
    """The marks on both sides of the figure, x for a letter."""
    around = sentence.folded[claim.start - 1 : claim.start] + sentence.folded[claim.end : claim.end + 1]
    return "".join(["x" if letter.isalnum() else letter for letter in around])


def _word_at(words: tuple[str, ...], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _code_at(words: tuple[str, ...], i: int, lexicon: FrameLexicon) -> str:
    return code_of(words[i], lexicon) if 0 <= i < len(words) else "$"


def leave_out(sentence: Sentence, claims: Sequence[Claim], weights: NoClaimWeights) -> tuple[Claim, ...]:
    """The claims of a sentence without what is none, and without links to it; an asserted date is always one."""
    none = {one.start for one in claims if one.kind != "date" and is_no_claim(sentence, one, weights)}
    if not none:
        return tuple(claims)
    kept = [one for one in claims if one.start not in none]
    return tuple(
        msgspec.structs.replace(one, links=tuple([link for link in one.links if link[1] not in none])) for one in kept
    )


def is_no_claim(sentence: Sentence, claim: Claim, weights: NoClaimWeights) -> bool:
    """Whether a figure is surely none that a fact-checker would check."""
    return sum_weights(weights.in_order(TEMPLATES), see_figure(sentence, claim)) + weights.bar > 0

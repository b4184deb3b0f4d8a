"""What is no claim: an idiom, two people who were named before, an edition, a title; figures that nobody would check."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.frame.bearer_mentions import code_of
from factcheck.lexicon.weights import sum_weights

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.lexicon.weights import NoClaimWeights
    from factcheck.model import Claim

TEMPLATES = (
    "always", "kind", "written", "unit", "unit_written", "size", "hedge", "before", "after", "before_unit", "after_unit",
    "codes", "next", "sentence", "aspects", "measure", "measured", "heads", "digits", "inside", "frame", "second",
)  # fmt: skip
WORDS = frozenset({"unit", "unit_written", "before", "after", "before_unit", "after_unit", "next", "measured", "digits"})
_SHORT = 4  # letters of a figure that is a word or idiom of its own
_SIZES = (1, 2, 3, 5, 10, 30, 100, 1000, 10_000, 1_000_000)


def see_figure(sentence: Sentence, claim: Claim) -> tuple[str, ...]:
    """The values of `TEMPLATES` for a figure with its frame."""
    folded, lexicon, words = sentence.folded, sentence.lexicon, sentence.words
    first = bisect_left(sentence.ends, claim.start + 1)
    last = bisect_left(sentence.ends, claim.end)
    before = words[first - 1] if first else ""
    after = words[last + 1] if last + 1 < len(words) else ""
    further = words[last + 2] if last + 2 < len(words) else ""
    letters = lexicon.names.letter
    written = "h" if letters.match(folded[claim.start]) else "d"
    unit = claim.unit or claim.kind
    bound = claim.low if claim.low is not None else claim.high
    size = "-" if bound is None else str(bisect_left(_SIZES, abs(bound)))
    measure = claim.measure or ""
    begin, end = sentence.clause_of(claim.start)
    codes = _code_at(words, first - 1, lexicon) + _code_at(words, last + 1, lexicon)
    length = claim.end - claim.start
    alone = "a" if begin == claim.start and end == claim.end else "b" if begin == claim.start else "e" if end == claim.end else "-"
    closed = folded[claim.start - 1 : claim.start] + folded[claim.end : claim.end + 1]
    marks = "".join([c if not letters.match(c) and not c.isalnum() else "x" for c in closed])
    short = folded[claim.start : claim.end] if written == "h" and length <= _SHORT else ""
    said = ("s" if claim.subject and "subject" not in claim.inferred else "-") + ("p" if claim.period and "period" not in claim.inferred else "-")
    return (
        "1",
        claim.kind + written,
        written + str(min(6, length)),
        unit,
        unit + written + size,
        claim.kind + size + written,
        claim.qualifier + claim.kind,
        before,
        after,
        before[-1:] + unit + written,
        after[:1] + unit + written,
        codes + claim.kind,
        further,
        "0123456"[min(6, (sentence.end - sentence.start) // 12)] + alone,
        " ".join(sorted(claim.aspects)),
        ("-" if not measure else "c" if "measure" in claim.inferred else "m") + claim.kind + written,
        measure[-2:],
        alone + written + claim.kind,
        short,
        marks + claim.kind,
        said + claim.kind + written,
        before[-1:] + "_" + after[:1],
    )


def _code_at(words: tuple[str, ...], i: int, lexicon: FrameLexicon) -> str:
    return code_of(words[i], lexicon) if 0 <= i < len(words) else "$"


def is_no_claim(sentence: Sentence, claim: Claim, weights: NoClaimWeights) -> bool:
    """Whether a figure is surely none that a fact-checker would check."""
    return sum_weights(weights.in_order(TEMPLATES), see_figure(sentence, claim)) + weights.bar > 0

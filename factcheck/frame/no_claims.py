"""What is no claim: an idiom, two people who were named before, an edition, a title; what nobody would check."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.bearer_mentions import code_of
from factcheck.frame.labelling_model import load_groups
from factcheck.frame.labelling_words import tag_class
from factcheck.lexicon.weights import sum_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.lexicon.weights import NoClaimWeights, Table
    from factcheck.model import Claim

TEMPLATES = (
    "always", "kind", "written", "unit", "unit_written", "size", "hedge", "before", "after", "before_unit",
    "after_unit", "codes", "next", "sentence", "aspects", "measure", "measured", "heads", "digits", "inside", "frame",
    "second", "quoted", "quoted_kind", "company_before", "company_after", "company_before_unit", "company_after_unit",
    "company_pair", "company_further_before", "company_further", "value", "value_unit", "said", "again", "tags", "own",
)  # fmt: skip
_SHORT = 4  # letters of a figure that is a word or idiom of its own
_SMALL = 20  # a number up to it is seen as it is
_OPENING, _CLOSING = "“《‘「『(（【", "”》’」』)）】"
_MARKS = frozenset(_OPENING)  # each is a word of its own
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
        *_see_further(sentence, claim, (first, last), written),
    )


def _see_further(sentence: Sentence, claim: Claim, own: tuple[int, int], written: str) -> tuple[str, ...]:
    """The values of the templates from "quoted" on: marks around, companies of words, what was said of the figure."""
    words, folded = sentence.words, sentence.folded
    lexicon = sentence.lexicon
    before, small_before, large_before = _see_word(_word_at(words, own[0] - 1), lexicon)
    after, small_after, large_after = _see_word(_word_at(words, own[1] + 1), lexicon)
    further_before, _, large_further_before = _see_word(_word_at(words, own[0] - 2), lexicon)
    further, _, large_further = _see_word(_word_at(words, own[1] + 2), lexicon)
    unit, kind, marks = claim.unit or claim.kind, claim.kind, _enclose(sentence, claim)
    value = str(claim.low) if claim.low is not None and -_SMALL <= claim.low <= _SMALL else "+"
    fields = (("place", claim.place), ("period", claim.period), ("measure", claim.measure), ("subject", claim.subject))
    stated = [name for name, said in fields if said and name not in claim.inferred]
    again = min(3, folded.count(folded[claim.start : claim.end], 0, sentence.start))
    return (
        marks,
        marks[:1] + written + kind,
        large_before + written,
        large_after + written,
        small_before + unit,
        small_after + unit,
        small_before + "." + small_after,
        large_further_before,
        large_further,
        value + written + kind,
        value + unit + written,
        str(len(stated)) + kind,
        str(again) + written + kind,
        f"{further_before}.{before}.{after}.{further}",
        ("s" if "subject" in stated else "-") + ("m" if "measure" in stated else "-") + written + kind,
    )


@lru_cache(maxsize=1 << 14)
def _see_word(word: str, lexicon: FrameLexicon) -> tuple[str, str, str]:
    """Of a word beside a figure its class, and the small and the large number of its company; "" is none."""
    company = load_groups(lexicon.groups).get(word)
    small, large = (str(company[0]), str(company[1])) if company else ("-", "-")
    return tag_class(word) if word else "", small, large


def _enclose(sentence: Sentence, claim: Claim) -> str:
    """The mark that opens what the figure stands in, and how much that is; - where it stands in nothing."""
    folded = sentence.folded
    if _MARKS.isdisjoint(sentence.words):
        return "-"
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        begin = folded.rfind(opening, sentence.start, claim.start)
        if begin >= 0 and folded.find(closing, begin, claim.start) < 0:
            end = folded.find(closing, claim.end, sentence.end)
            if end >= 0:
                return opening + "0123"[min(3, (end - begin) // 8)]
    return "-"


def _size_of(claim: Claim) -> str:
    """Between which of the steps of `_SIZES` the figure lies."""
    bound = claim.low if claim.low is not None else claim.high
    if bound is None:
        return "-"
    size = max(bound, -bound)
    return str(bisect_left(_SIZES, size))


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
    none = {
        one.start
        for one in claims
        if one.kind != "date" and is_no_claim(sentence, one, weights) and not _announces_list(sentence, one)
    }
    if not none:
        return tuple(claims)
    kept = [one for one in claims if one.start not in none]
    return tuple(
        msgspec.structs.replace(one, links=tuple([link for link in one.links if link[1] not in none])) for one in kept
    )


def _announces_list(sentence: Sentence, claim: Claim) -> bool:
    """Whether a list follows whose items may be counted: 五大方向：船模、海图 says that they are five."""
    announced = sentence.lexicon.lists.announced
    return claim.kind == "count" and announced.match(sentence.folded, claim.end, sentence.end) is not None


def is_no_claim(sentence: Sentence, claim: Claim, weights: NoClaimWeights) -> bool:
    """Whether a figure is surely none that a fact-checker would check."""
    return sum_weights(_tables_of(weights), see_figure(sentence, claim)) + weights.bar > 0


@lru_cache(maxsize=2)
def _tables_of(weights: NoClaimWeights) -> tuple[Table, ...]:
    return weights.in_order(TEMPLATES)

"""Which figures of a sentence lead to which: parts and their whole, shares, a change and its two ends.

A share leads to the part it expresses (`share_of`), a part to its whole (`part_of`), each item of an addition to its
sum (`item_of`), and a change to the older figure and then the newer (`change_of`, twice).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.additions import link_additions
from factcheck.frame.linking import LIST_GAP, are_of_one_unit, is_relative, link_to, text_between
from factcheck.frame.parts import link_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_RELATIVE = frozenset({"percent", "percentage_point", "multiple", "fraction"})


def link_claims(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim] = ()) -> tuple[Claim, ...]:
    """The claims of one sentence, in order, with their links; `before` are those of the sentence right before it."""
    if len(claims) + len(before) < 2:
        return tuple(claims)
    found: dict[int, list[Link]] = {}
    for claim, link in _find_links(sentence, claims, before):
        held = found.setdefault(claim.start, [])
        if link not in held:
            held.append(link)
    return tuple(msgspec.structs.replace(claim, links=tuple(found.get(claim.start, ()))) for claim in claims)


def _find_links(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    yield from link_parts(sentence, claims, before)
    yield from _link_changes(sentence, claims)
    yield from link_additions(sentence, claims)


def _link_changes(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """由3亿元增至4.5亿元，增长50%; 4.5亿元，去年同期3亿元，同比增长50%; 10.8万，是1.7万的5倍; 比3亿多1亿，达4亿."""
    for i in range(2, len(claims)):
        first, second, change = claims[i - 2 : i + 1]
        if _is_outcome(sentence, first, second, change):
            yield second, link_to("change_of", first)
            yield second, link_to("change_of", change)
            continue
        if not are_of_one_unit(first, second, sentence.lexicon) and not (first.kind == second.kind == "percent"):
            continue
        if _is_times(sentence, first, second, change):
            yield change, link_to("change_of", second)
            yield change, link_to("change_of", first)
            continue
        old = _older_figure(sentence, first, second)
        if old is not None and _is_change(sentence, first, second, change, old):
            yield change, link_to("change_of", old)
            yield change, link_to("change_of", second if old is first else first)


def _is_outcome(sentence: Sentence, old: Claim, change: Claim, new: Claim) -> bool:
    """比去年的3亿元增长50%，达到4.5亿元: whether a change stands between its two ends."""
    lexicon = sentence.lexicon
    if not are_of_one_unit(old, new, lexicon) or not (
        change.kind in _RELATIVE or are_of_one_unit(change, old, lexicon)
    ):
        return False
    start = sentence.clause_of(old.start)[0]
    patterns, folded = lexicon.changes, sentence.folded
    if not patterns.compared_with.search(folded[start : old.start]):
        return False
    if patterns.no_quotient.search(folded[sentence.start : new.end]):
        return False
    grown, reached = text_between(sentence, old, change), text_between(sentence, change, new)
    if "，" in grown or patterns.grown.fullmatch(grown) is None:
        return False
    return patterns.reached.fullmatch(reached) is not None


def _is_times(sentence: Sentence, first: Claim, second: Claim, times: Claim) -> bool:
    """10.8万，是1.7万的5倍: whether a multiple is the first figure over the second."""
    patterns = sentence.lexicon.changes
    if times.kind != "multiple" or not are_of_one_unit(first, second, sentence.lexicon):
        return False
    if not patterns.times.fullmatch(text_between(sentence, second, times)):
        return False
    gap = text_between(sentence, first, second)
    return "；" not in gap and len(gap) <= LIST_GAP and patterns.times_ahead.search(gap) is not None


def _older_figure(sentence: Sentence, first: Claim, second: Claim) -> Claim | None:
    """Which of two figures is the older one; None where words do not say."""
    gap, patterns = text_between(sentence, first, second), sentence.lexicon.changes
    if "from" in first.aspects and "to" in second.aspects and not re.search(r"[；。\d]", gap):
        return first
    ahead = sentence.folded[max(sentence.start, first.end) : second.start]
    if patterns.compared.search(sentence.folded[sentence.clause_of(first.start)[0] : first.start]):
        return None
    if len(gap) > LIST_GAP or "，" not in gap or "；" in gap or is_relative(first):
        return None
    dated = patterns.old_dated.fullmatch(ahead.rpartition("，")[2])
    return second if dated and not patterns.moves.search(dated["tail"] or "") else None


def _is_change(sentence: Sentence, first: Claim, second: Claim, change: Claim, old: Claim) -> bool:
    """Whether a figure states the change between two others, as a plain quotient or difference."""
    if change.kind not in _RELATIVE and not are_of_one_unit(change, second, sentence.lexicon):
        return False
    if change.kind == "percent" and first.kind == "percent":
        return False
    gap, patterns = text_between(sentence, second, change), sentence.lexicon.changes
    span = sentence.folded[sentence.clause_of(first.start)[0] : change.end]
    if patterns.no_quotient.search(span) and not patterns.nominal.search(span):
        return False
    if not patterns.grown.fullmatch(gap):
        return False
    return old is second or not patterns.side.search(gap) or _is_side(sentence, first)


def _is_side(sentence: Sentence, old: Claim) -> bool:
    """从上年的3亿元: the older figure is that of the year or month before."""
    return sentence.lexicon.changes.old_ahead.search(sentence.folded[sentence.start : old.start]) is not None

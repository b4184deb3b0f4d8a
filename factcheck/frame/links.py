"""Which figures of a sentence lead to which: parts and their whole, shares, a change and its two ends.

A share leads to the part it expresses (`share_of`), a part to its whole (`part_of`), each item of an addition to its
sum (`item_of`), a change to the older figure and then the newer (`change_of`, twice), and a rate to its part and then
its whole (`rate_of`, twice).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.additions import link_additions
from factcheck.frame.linking import LIST_GAP, are_of_one_unit, is_relative, link_to, text_between
from factcheck.frame.parts import link_parts
from factcheck.frame.rates import link_rates

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
    return tuple(
        msgspec.structs.replace(claim, links=tuple(found[claim.start])) if claim.start in found else claim
        for claim in claims
    )


def _find_links(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    yield from link_parts(sentence, claims, before)
    yield from _link_changes(sentence, claims)
    yield from link_additions(sentence, claims)
    yield from link_rates(sentence, claims)


def _link_changes(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """由3亿元增至4.5亿元，增长50%; 4.5亿元，去年同期3亿元，同比增长50%; 10.8万，是1.7万的5倍; 比3亿多1亿，达4亿."""
    for i in range(2, len(claims)):
        first, second, change = claims[i - 2 : i + 1]
        if _is_outcome(sentence, first, second, change):
            yield second, link_to("change_of", first)
            yield second, link_to("change_of", change)
            continue
        if _is_old_behind(sentence, first, second, change):
            yield second, link_to("change_of", change)
            yield second, link_to("change_of", first)
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


def _is_old_behind(sentence: Sentence, new: Claim, change: Claim, old: Claim) -> bool:
    """4.5亿元，同比增长50%，去年同期为3亿元: whether the older figure stands behind the change."""
    lexicon = sentence.lexicon
    if not are_of_one_unit(new, old, lexicon) or change.kind not in _RELATIVE or is_relative(new):
        return False
    patterns = lexicon.changes
    if patterns.no_quotient.search(sentence.folded[sentence.clause_of(new.start)[0] : old.end]):
        return False
    grown, behind = text_between(sentence, new, change), text_between(sentence, change, old)
    return patterns.grown.fullmatch(grown) is not None and patterns.old_behind.fullmatch(behind) is not None


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
    if patterns.compared.search(sentence.folded[sentence.clause_of(first.start)[0] : first.start]):
        return None
    if len(gap) > LIST_GAP or "；" in gap or is_relative(first):
        return None
    clause = _clause_ahead(sentence, first, second)
    if clause is None:
        return None
    dated = patterns.old_dated.fullmatch(clause)
    if dated:
        return None if patterns.moves.search(dated["tail"] or "") else second
    return second if _is_of_year_before(sentence, first, clause) else None


def _clause_ahead(sentence: Sentence, first: Claim, second: Claim) -> str | None:
    """What opens the clause, or the brackets, of the second figure, up to it; None where it is in the first's."""
    ahead = text_between(sentence, first, second)
    opened = sentence.lexicon.changes.aside.match(ahead)
    if opened:
        return ahead[opened.end() :]
    return ahead.rpartition("，")[2] if "，" in ahead else None


def _is_of_year_before(sentence: Sentence, first: Claim, clause: str) -> bool:
    """2024年盈利30亿元，2023年为54亿元: the year before the first figure's, and the same part of it."""
    patterns = sentence.lexicon.changes
    older = patterns.old_of_year.fullmatch(clause)
    if older is None:
        return False
    named = list(patterns.of_year.finditer(sentence.folded[sentence.start : first.start].replace(" ", "")))
    newer = named[-1] if named else None
    return newer is not None and int(newer["year"]) == int(older["year"]) + 1 and newer["part"] == older["part"]


def _is_change(sentence: Sentence, first: Claim, second: Claim, change: Claim, old: Claim) -> bool:
    """Whether a figure states the change between two others, as a plain quotient or difference."""
    if change.kind not in _RELATIVE and not are_of_one_unit(change, second, sentence.lexicon):
        return False
    if change.kind == "percent" and first.kind == "percent" and old is second:
        return False
    gap, patterns = text_between(sentence, second, change), sentence.lexicon.changes
    span = sentence.folded[sentence.clause_of(first.start)[0] : change.end]
    # two percentages lie so many points apart, whatever they measure
    plain = first.kind == "percent" or not patterns.no_quotient.search(span) or patterns.nominal.search(span)
    if not plain:
        return False
    if not patterns.grown.fullmatch(gap):
        return False
    return old is second or not patterns.side.search(gap) or _is_side(sentence, first)


def _is_side(sentence: Sentence, old: Claim) -> bool:
    """从上年的3亿元, 由3亿元: the older figure is that of the year or month before, as far as the words say."""
    patterns, ahead = sentence.lexicon.changes, sentence.folded[sentence.start : old.start]
    if patterns.old_ahead.search(ahead):
        return True
    bare = old.kind != "percent" and patterns.from_ahead.search(ahead)
    return bool(bare) and not patterns.stretches.search(ahead)

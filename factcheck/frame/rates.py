"""A rate and the two figures it is made of: 检验100批次，合格95批次，合格率为95%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frame.linking import are_of_one_unit, is_relative, link_to, text_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_ENDS = 3  # figures: whole, part, rate


def link_rates(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """Every rate of a sentence with its part and its whole, where it follows on both and its words name the part."""
    for i in range(_ENDS - 1, len(claims)):
        whole, part, rate = claims[i - 2 : i + 1]
        if _is_rate(sentence, whole, part, rate):
            yield rate, link_to("rate_of", part)
            yield rate, link_to("rate_of", whole)


def _is_rate(sentence: Sentence, whole: Claim, part: Claim, rate: Claim) -> bool:
    patterns = sentence.lexicon.rates
    named = patterns.rate.fullmatch(rate.measure or "") if rate.kind == "percent" else None
    if named is None or not are_of_one_unit(whole, part, sentence.lexicon):
        return False
    figures = whole, part, rate
    if any(map(is_relative, figures)) or len({figure.status for figure in figures}) > 1:
        return False
    gaps = text_between(sentence, whole, part), text_between(sentence, part, rate)
    if not all(map(patterns.gap.fullmatch, gaps)) or patterns.others.search(sentence.folded, sentence.start, rate.end):
        return False
    at = gaps[0].rfind(named["part"])
    return at >= 0 and gaps[0][at - 1 : at] not in tuple(patterns.negated)

"""Items of an addition and their sum: A公司30人、B公司20人，合计50人; 公园12个，分别为东区5个、西区7个."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from factcheck.frame.linking import LIST_GAP, are_of_one_unit, count_one_thing, is_relative, link_to, text_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_ADDED = frozenset({"count", "money", "mass", "area", "volume", "energy", "length", "duration", "power", "data"})


def link_additions(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """The items of the additions of a sentence, each with its sum."""
    for i, total in enumerate(claims):
        if total.kind not in _ADDED or is_relative(total):
            continue
        for item in _items_before(sentence, claims[: i + 1]) or _items_behind(sentence, claims[i:]):
            yield item, link_to("item_of", total)


def _items_before(sentence: Sentence, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The items before a sum that 合计 opens; none, where what begins the list cannot be told."""
    *before, total = claims
    gap = text_between(sentence, before[-1], total) if before else ""
    patterns = sentence.lexicon.additions
    if not patterns.sum_gap.search(gap) or patterns.open_list.match(gap):
        return ()
    steps = takewhile(lambda step: _is_item(sentence, *step, total), reversed(list(pairwise(claims))))
    items = [item for item, _ in steps][::-1]
    if len(items) < 2:
        return ()
    left = before[: -len(items)]
    opens = sentence.lexicon.additions.first_item
    opened = not left or left[-1].kind != total.kind or opens.search(text_between(sentence, left[-1], items[0]))
    return items if opened else ()


def _is_item(sentence: Sentence, item: Claim, after: Claim, total: Claim) -> bool:
    """Whether a figure is one of those that are added up, and no statement ends between it and the next."""
    gap = text_between(sentence, item, after)
    if after is not total and sentence.lexicon.additions.no_item.search(gap):
        return False
    fits = (
        are_of_one_unit(item, total, sentence.lexicon)
        and count_one_thing(sentence, total, item)
        and not is_relative(item)
    )
    return fits and len(gap) <= LIST_GAP and "；" not in gap


def _items_behind(sentence: Sentence, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The items behind a sum that are told as all of it: 分别为, 由…组成."""
    total, *behind = claims
    if not behind or total.status == "rule":
        return ()
    gap, patterns = text_between(sentence, total, behind[0]), sentence.lexicon.additions
    made = patterns.made_of_gap.fullmatch(gap) is not None
    if not made and not patterns.complete_gap.fullmatch(gap):
        return ()
    items = behind[:1]
    for item, after in pairwise(behind):
        if not patterns.next_item_gap.fullmatch(text_between(sentence, item, after)):
            break
        items.append(after)
    fit = all(are_of_one_unit(item, total, sentence.lexicon) and not is_relative(item) for item in items)
    closed = (patterns.made if made else patterns.closed).match(sentence.folded, items[-1].end, sentence.end)
    return items if fit and closed and len(items) > 1 else ()

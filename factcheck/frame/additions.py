"""Items of an addition and their sum: A公司30人、B公司20人，合计50人; 公园12个，分别为东区5个、西区7个."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from factcheck.frame.linking import HEDGE, LIST_GAP, alike, between, moved, one_thing, to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_ADDED = frozenset({"count", "money", "mass", "area", "volume", "energy", "length", "duration", "power", "data"})
_SUM = re.compile(
    r"^[^，；、()（）\d]{0,10}[，、]?(?:合计|合共|共计|加起来共?|两者相加|相加|加总)(?:共|为|是|约|达|有)*$"
)
# 共计 may also open a statement of its own, on another time: 全年共计; nothing but the sum then stands behind a comma.
# 等 behind the last item: others are left out.
_OPEN = re.compile(r"^[^，；、\d]{0,6}等")
_NO_ITEM = re.compile(r"其中|当中|合计|合共|共计|累计|总|不含|除|另|扣除|包括|相当于")
_FIRST_ITEM = re.compile(r"分别|依次|[:：]")
# The sum ahead: its clause ends, and the list that is to be complete begins.
_COMPLETE = re.compile(
    rf"[^，；。\d]{{0,10}}[，:：]?(?:分别|依次)(?:[为是]|包括)[:：]?[^，；、。\d每各]{{0,12}}?{HEDGE}"
)
_MADE_OF = re.compile(rf"[^，；。\d]{{0,8}}，?(?:主要)?由[^，；、。\d每各]{{0,12}}?{HEDGE}")
_MADE = re.compile(r"[^，；、。\d]{0,6}(?:共同)?(?:组成|构成)")
_NEXT_ITEM = re.compile(rf"[^，；。:\d每各]{{0,6}}?(?:[，、]|[和与及]|以及)[^，；、。:\d每各]{{0,12}}?{HEDGE}")
_CLOSED = re.compile(r"[^，；、。\d等和与及]{0,6}(?=[，；。！？)）\n]|$)")


def additions(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """The items of the additions of a sentence, each with its sum."""
    for i, total in enumerate(claims):
        if total.kind not in _ADDED or moved(total):
            continue
        for item in _summed(sentence, claims[: i + 1]) or _told(sentence, claims[i:]):
            yield item, to("item_of", total)


def _summed(sentence: Sentence, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The items before a sum that 合计 opens; none, where what begins the list cannot be told."""
    *before, total = claims
    gap = between(sentence, before[-1], total) if before else ""
    if not _SUM.search(gap) or _OPEN.match(gap):
        return ()
    steps = takewhile(lambda step: _is_item(sentence, *step, total), reversed(list(pairwise(claims))))
    items = [item for item, _ in steps][::-1]
    if len(items) < 2:
        return ()
    left = before[: -len(items)]
    opened = not left or left[-1].kind != total.kind or _FIRST_ITEM.search(between(sentence, left[-1], items[0]))
    return items if opened else ()


def _is_item(sentence: Sentence, item: Claim, after: Claim, total: Claim) -> bool:
    """Whether a figure is one of those that are added up, and no statement ends between it and the next."""
    gap = between(sentence, item, after)
    if after is not total and _NO_ITEM.search(gap):
        return False
    fits = alike(item, total) and one_thing(sentence, total, item) and not moved(item)
    return fits and len(gap) <= LIST_GAP and "；" not in gap


def _told(sentence: Sentence, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The items behind a sum that are told as all of it: 分别为, 由…组成."""
    total, *behind = claims
    if not behind or total.status == "rule":
        return ()
    gap = between(sentence, total, behind[0])
    made = _MADE_OF.fullmatch(gap) is not None
    if not made and not _COMPLETE.fullmatch(gap):
        return ()
    items = behind[:1]
    for item, after in pairwise(behind):
        if not _NEXT_ITEM.fullmatch(between(sentence, item, after)):
            break
        items.append(after)
    fit = all(alike(item, total) and not moved(item) for item in items)
    closed = (_MADE if made else _CLOSED).match(sentence.folded, items[-1].end, sentence.end)
    return items if fit and closed and len(items) > 1 else ()

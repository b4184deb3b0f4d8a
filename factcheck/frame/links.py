"""Which figures of a sentence lead to which: parts and their whole, shares, a change and its two ends.

A share leads to the part it expresses (`share_of`), a part to its whole (`part_of`), each item of an addition to its
sum (`item_of`), and a change to the older figure and then the newer (`change_of`, twice).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.additions import additions
from factcheck.frame.linking import HEDGE, LIST_GAP, alike, between, moved, to
from factcheck.frame.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.linking import Link
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

_GREW = (
    r"(?:增长|增加|上升|上涨|提高|提升|扩大|下降|降低|减少|下跌|下滑|缩短|回落|萎缩|激增|猛增|大增|锐减|骤降|飙升|"
    r"增幅|升幅|加幅|涨幅|降幅|跌幅|减幅|增|升|涨|降|减|跌)"
)
_BEFORE = re.compile(r"(?:上年|去年|上月|上季|上一|同期|前一)[^，；]{0,6}$")
_SIDE = re.compile(r"同比|环比|按年|按月|按季|年增|月增|年减|月减|较|比")
_CHANGE_GAP = re.compile(
    r"[^，；。、\d]{0,6}，?(?:共|总共|整整|累计)?(?:同比|环比|按年|按月|按季)?(?:大幅|净|仅|只)?"
    rf"{_GREW}(?:幅度)?{HEDGE}"
)
# The older figure opens its clause: 较上年同期的, 去年同期为; of 一等奖比上年的 the subject is another.
_OLD_DATED = re.compile(
    r"(?:但|而|则|也)?(?:(?:较|比)[^，；]{1,14}的|"
    r"(?:上年|去年|上一?年度|上月|上季度?|上一季度|前年|去年底|上年末)(?:同期|同月|同季)?(?P<tail>[^，；\d]{0,4}))"
)
_MOVES = re.compile(r"[增减升降涨跌加多少至到达超]")  # 较上年增加, 比去年多: what follows is the difference
# The first of two figures may itself be what a third is compared with: 略低于6月的3987万吨.
_COMPARED = re.compile(r"(?:低于|高于|多于|少于|超过|比|较|不及)[^，；]{0,8}$")
# No simple quotient of the two figures: constant prices, yearly averages, another basis.
_NO_QUOTIENT = re.compile(
    r"实际|可比|不变价|同口径|年均|平均每年|每年|年复合|复合|剔除|扣除|折算|调整后|GDP|生产总值|增加值|汇率|两年|连续"
)
_NOMINAL = re.compile(r"名义")
_COMPARED_WITH = re.compile(r"(?:比|较)[^，；]{1,14}的$")
_REACHED = re.compile(rf"[^，；。\d]{{0,4}}，?(?:达到?|[增升降减跌涨]至|至|为){HEDGE}")
_RELATIVE = frozenset({"percent", "percentage_point", "multiple", "fraction"})
_TIMES_GAP = re.compile(r"(?:[^，；\d]{0,4}[)）])?的")
_TIMES_BEFORE = re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,14}$")


def linked(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim] = ()) -> tuple[Claim, ...]:
    """The claims of one sentence, in order, with their links; `before` are those of the sentence right before it."""
    if len(claims) + len(before) < 2:
        return tuple(claims)
    found: dict[int, list[Link]] = {}
    for claim, link in _links(sentence, claims, before):
        held = found.setdefault(claim.start, [])
        if link not in held:
            held.append(link)
    return tuple(msgspec.structs.replace(claim, links=tuple(found.get(claim.start, ()))) for claim in claims)


def _links(sentence: Sentence, claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    yield from parts(sentence, claims, before)
    yield from _changes(sentence, claims)
    yield from additions(sentence, claims)


def _changes(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """由3亿元增至4.5亿元，增长50%; 4.5亿元，去年同期3亿元，同比增长50%; 10.8万，是1.7万的5倍; 比3亿多1亿，达4亿."""
    for i in range(2, len(claims)):
        first, second, change = claims[i - 2 : i + 1]
        if _is_outcome(sentence, first, second, change):
            yield second, to("change_of", first)
            yield second, to("change_of", change)
            continue
        if not alike(first, second) and not (first.kind == second.kind == "percent"):
            continue
        if _is_times(sentence, first, second, change):
            yield change, to("change_of", second)
            yield change, to("change_of", first)
            continue
        old = _older(sentence, first, second)
        if old is not None and _is_change(sentence, first, second, change, old):
            yield change, to("change_of", old)
            yield change, to("change_of", second if old is first else first)


def _is_outcome(sentence: Sentence, old: Claim, change: Claim, new: Claim) -> bool:
    """比去年的3亿元增长50%，达到4.5亿元: whether a change stands between its two ends."""
    if not alike(old, new) or not (change.kind in _RELATIVE or alike(change, old)):
        return False
    start = sentence.clause_of(old.start)[0]
    if not _COMPARED_WITH.search(sentence.folded[start : old.start]) or _NO_QUOTIENT.search(
        sentence.folded[sentence.start : new.end]
    ):
        return False
    grown, reached = between(sentence, old, change), between(sentence, change, new)
    return _CHANGE_GAP.fullmatch(grown) is not None and "，" not in grown and _REACHED.fullmatch(reached) is not None


def _is_times(sentence: Sentence, first: Claim, second: Claim, times: Claim) -> bool:
    """10.8万，是1.7万的5倍: whether a multiple is the first figure over the second."""
    if times.kind != "multiple" or not alike(first, second):
        return False
    if not _TIMES_GAP.fullmatch(between(sentence, second, times)):
        return False
    gap = between(sentence, first, second)
    return "；" not in gap and len(gap) <= LIST_GAP and _TIMES_BEFORE.search(gap) is not None


def _older(sentence: Sentence, first: Claim, second: Claim) -> Claim | None:
    """Which of two figures is the older one; None where words do not say."""
    gap = between(sentence, first, second)
    if "from" in first.aspects and "to" in second.aspects and not re.search(r"[；。\d]", gap):
        return first
    ahead = sentence.folded[max(sentence.start, first.end) : second.start]
    if _COMPARED.search(sentence.folded[sentence.clause_of(first.start)[0] : first.start]):
        return None
    if len(gap) > LIST_GAP or "，" not in gap or "；" in gap or moved(first):
        return None
    dated = _OLD_DATED.fullmatch(ahead.rpartition("，")[2])
    return second if dated and not _MOVES.search(dated["tail"] or "") else None


def _is_change(sentence: Sentence, first: Claim, second: Claim, change: Claim, old: Claim) -> bool:
    """Whether a figure states the change between two others, as a plain quotient or difference."""
    if change.kind not in _RELATIVE and not alike(change, second):
        return False
    if change.kind == "percent" and first.kind == "percent":
        return False
    gap = between(sentence, second, change)
    span = sentence.folded[sentence.clause_of(first.start)[0] : change.end]
    if _NO_QUOTIENT.search(span) and not _NOMINAL.search(span):
        return False
    if not _CHANGE_GAP.fullmatch(gap):
        return False
    return old is second or not _SIDE.search(gap) or _is_side(sentence, first)


def _is_side(sentence: Sentence, old: Claim) -> bool:
    """从上年的3亿元: the older figure is that of the year or month before."""
    return _BEFORE.search(sentence.folded[sentence.start : old.start]) is not None

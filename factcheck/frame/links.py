"""Which figures of a sentence lead to which: parts and their whole, shares, a change and its two ends.

A share leads to the part it expresses (`share_of`), a part to its whole (`part_of`), each item of an addition to its
sum (`item_of`), and a change to the older figure and then the newer (`change_of`, twice).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim

Link = tuple[str, int, int]
_ANYTHING = frozenset({"个", "项", "种", "类", "条", "份", "大", ""})
_PEOPLE = frozenset({"人", "名", "位"})
_NO_AMOUNTS = frozenset(
    {"percent", "fraction", "rank", "ratio", "multiple", "date", "age", "level", "temperature", "number"}
)
_PARTS = frozenset({"count", "money", "mass", "area", "volume", "energy"})
_HEDGE = r"(?:约|近|超过?|逾|达到?|为|到|了|高达|大约|将近|接近|不到|不足)*"
# What a share is of, where its words name no other whole: 占比, 占总数的, 占全部.
_VAGUE = r"(?:比重?|比例|总数|总量|总额|总人数|总[^，；]{1,3}数|全部|其中|全体|整体|一?半)?"
_SHARE_GAP = re.compile(rf"[^，；、\d]{{0,6}}，?(?:约|大约|已|共)?占(?:到|了)?{_VAGUE}的?{_HEDGE}")
# 占全市工业产值的: the whole is named, and printed nowhere near.
_NAMED_GAP = re.compile(
    rf"[^，；、\d]{{0,6}}，?(?:约|大约|已|共)?占(?:到|了)?(?![其该本各自])[^，；、。\d]{{3,14}}?的?{_HEDGE}"
)
_TOTAL_GAP = re.compile(
    rf"[^，；\d]{{0,6}}[，、]?(?:约|大约)?(?:占|占到|超过?|近|约|达)*(?:总数|总量|总额|全部)的?{_HEDGE}"
)
_OF_OTHERS = re.compile(r"包括|包含|分为|设有|涉及|覆盖|大于|小于|超过|达到|每|最[大小高低多少]|第")
_AMONG = re.compile(r"^(?:这?其中|当中)")
_GREW = (
    r"(?:增长|增加|上升|上涨|提高|提升|扩大|下降|降低|减少|下跌|下滑|缩短|回落|萎缩|激增|猛增|大增|锐减|骤降|飙升|"
    r"增幅|升幅|涨幅|降幅|跌幅|增|升|涨|降|减|跌)"
)
_BEFORE = re.compile(r"(?:上年|去年|上月|上季|上一|同期|前一)[^，；]{0,6}$")
_SIDE = re.compile(r"同比|环比|按年|按月|按季|年增|月增|年减|月减|较|比")
_CHANGE_GAP = re.compile(
    r"[^，；。、\d]{0,6}，?(?:共|总共|整整|累计)?(?:同比|环比|按年|按月|按季)?(?:大幅|净|仅|只)?"
    rf"{_GREW}(?:幅度)?{_HEDGE}"
)
_OLD_DATED = re.compile(
    r"(?:(?:较|比)[^，；]{1,14}的|"
    r"(?:上年|去年|上一?年度|上月|上季度?|上一季度|前年|去年底|上年末)(?:同期|同月|同季)?[^，；\d]{0,4}(?:为|是|的|仅为|只有)?)$"
)
# The first of two figures may itself be what a third is compared with: 略低于6月的3987万吨.
_COMPARED = re.compile(r"(?:低于|高于|多于|少于|超过|比|较|不及)[^，；]{0,8}$")
# No simple quotient of the two figures: constant prices, yearly averages, another basis.
_NO_QUOTIENT = re.compile(
    r"实际|可比|不变价|同口径|年均|平均每年|每年|年复合|复合|剔除|扣除|折算|调整后|GDP|生产总值|增加值|汇率|两年|连续"
)
_NOMINAL = re.compile(r"名义")
_TIMES_GAP = re.compile(r"(?:[^，；\d]{0,4}[)）])?的")
_TIMES_BEFORE = re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,14}$")
_SUM = re.compile(r"^[^，；、()（）\d]{0,10}[，、]?(?:合计|合共|加起来共?|两者相加|相加|加总)(?:共|为|是|约|达|有)*$")
_LIST_GAP = 24  # letters between two items of an addition


def linked(sentence: Sentence, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one sentence, in order, with the links between them."""
    if len(claims) < 2:
        return tuple(claims)
    found: dict[int, list[Link]] = {}
    for claim, link in _links(sentence, claims):
        held = found.setdefault(claim.start, [])
        if link not in held:
            held.append(link)
    return tuple(msgspec.structs.replace(claim, links=tuple(found.get(claim.start, ()))) for claim in claims)


def _links(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    yield from _parts(sentence, claims)
    yield from _changes(sentence, claims)
    yield from _sums(sentence, claims)


def _to(relation: str, claim: Claim) -> Link:
    return relation, claim.start, claim.end


def _alike(a: Claim, b: Claim) -> bool:
    """Whether two figures are amounts of one unit."""
    if a.kind != b.kind or a.kind in _NO_AMOUNTS:
        return False
    return a.unit == b.unit or {a.unit, b.unit} <= _PEOPLE


def _between(sentence: Sentence, a: Claim, b: Claim) -> str:
    return sentence.folded[a.end : b.start]


def _size(claim: Claim) -> float:
    bound = claim.high if claim.high is not None else claim.low
    return float(bound) if bound is not None else 0.0


def _parts(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """共96家，其中59家，占六成: parts of a whole, and their shares."""
    whole: Claim | None = None
    printed: set[int] = set()  # the parts whose whole is
    for i, claim in enumerate(claims):
        if _first_behind_among(sentence, claims, i):
            whole = _whole(sentence, claims[:i], claim)
            if whole is not None:
                printed.add(claim.start)
                yield claim, _to("part_of", whole)
        elif i and claim.kind in {"percent", "fraction"}:
            part = claims[i - 1]
            gap = _between(sentence, part, claim)
            if _TOTAL_GAP.fullmatch(gap):
                whole = _whole(sentence, claims[: i - 1], part, same=False)
            elif not _SHARE_GAP.fullmatch(gap):
                one = sentence.folded[part.start - 1] not in "、和及与"  # 20亿、16亿美元，占: the share of both
                if one and _NAMED_GAP.fullmatch(gap) and part.start not in printed and _may_be_part(part):
                    yield claim, _to("share_of", part)
                continue
            if whole is not None and whole is not part and _alike(part, whole) and not _moved(part):
                yield part, _to("part_of", whole)
                yield claim, _to("share_of", part)


def _may_be_part(claim: Claim) -> bool:
    return claim.kind in _PARTS and not _moved(claim)


def _moved(claim: Claim) -> bool:
    return bool(claim.aspects & {"change", "per_unit"})


def _first_behind_among(sentence: Sentence, claims: Sequence[Claim], i: int) -> bool:
    """Whether a figure is the first behind 其中, in the clause that begins with it."""
    claim = claims[i]
    start, _ = sentence.clause_of(claim.start)
    if i == 0 or _moved(claim) or claim.kind not in _PARTS or claims[i - 1].end > start:
        return False
    ahead = sentence.folded[start : claim.start]
    return _AMONG.match(ahead) is not None and len(ahead) <= _LIST_GAP and not _OF_OTHERS.search(ahead)


def _whole(sentence: Sentence, earlier: Sequence[Claim], part: Claim, *, same: bool = True) -> Claim | None:
    """The figure a part belongs to: the nearest before it of its unit that can hold it, else the nearest."""
    fit = [claim for claim in reversed(earlier) if _alike(claim, part) and not _moved(claim)]
    if same:
        fit = [claim for claim in fit if _one_thing(sentence, claim, part)]
    if not fit or any("from" in claim.aspects or "to" in claim.aspects for claim in fit[:1]):
        return None
    return next((claim for claim in fit if _size(claim) >= _size(part)), fit[0])


def _one_thing(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether both count one sort of thing, if the part names its own; of 个 and 项 the nouns must be the same."""
    one, other = whole.measure or "", part.measure or ""
    if whole.kind != "count" or whole.unit in _PEOPLE or not sentence.folded.startswith(other, part.end):
        return True
    return one == other if whole.unit in _ANYTHING else one in other or other in one


def _changes(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """由3亿元增至4.5亿元，增长50%; 4.5亿元，去年同期3亿元，同比增长50%; 10.8万，是1.7万的5倍."""
    for i in range(2, len(claims)):
        first, second, change = claims[i - 2 : i + 1]
        if not _alike(first, second) and not (first.kind == second.kind == "percent"):
            continue
        if _is_times(sentence, first, second, change):
            yield change, _to("change_of", second)
            yield change, _to("change_of", first)
            continue
        old = _older(sentence, first, second)
        if old is not None and _is_change(sentence, first, second, change, old):
            yield change, _to("change_of", old)
            yield change, _to("change_of", second if old is first else first)


def _is_times(sentence: Sentence, first: Claim, second: Claim, times: Claim) -> bool:
    """10.8万，是1.7万的5倍: whether a multiple is the first figure over the second."""
    if times.kind != "multiple" or not _alike(first, second):
        return False
    if not _TIMES_GAP.fullmatch(_between(sentence, second, times)):
        return False
    gap = _between(sentence, first, second)
    return "；" not in gap and len(gap) <= _LIST_GAP and _TIMES_BEFORE.search(gap) is not None


def _older(sentence: Sentence, first: Claim, second: Claim) -> Claim | None:
    """Which of two figures is the older one; None where words do not say."""
    gap = _between(sentence, first, second)
    if "from" in first.aspects and "to" in second.aspects and not re.search(r"[；。\d]", gap):
        return first
    ahead = sentence.folded[max(sentence.start, first.end) : second.start]
    if _COMPARED.search(sentence.folded[sentence.clause_of(first.start)[0] : first.start]):
        return None
    if len(gap) <= _LIST_GAP and _OLD_DATED.search(ahead) and "，" in gap and "；" not in gap:
        return second
    return None


def _is_change(sentence: Sentence, first: Claim, second: Claim, change: Claim, old: Claim) -> bool:
    """Whether a figure states the change between two others, as a plain quotient or difference."""
    if change.kind not in {"percent", "percentage_point", "multiple", "fraction"} and not _alike(change, second):
        return False
    if change.kind == "percent" and first.kind == "percent":
        return False
    gap = _between(sentence, second, change)
    span = sentence.folded[sentence.clause_of(first.start)[0] : change.end]
    if _NO_QUOTIENT.search(span) and not _NOMINAL.search(span):
        return False
    if not _CHANGE_GAP.fullmatch(gap):
        return False
    return old is second or not _SIDE.search(gap) or _is_side(sentence, first)


def _is_side(sentence: Sentence, old: Claim) -> bool:
    """从上年的3亿元: the older figure is that of the year or month before."""
    return _BEFORE.search(sentence.folded[sentence.start : old.start]) is not None


def _sums(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Link]]:
    """A公司30人、B公司20人，合计50人: the items of an addition."""
    for i, total in enumerate(claims):
        if i < 2 or _moved(total) or not _SUM.search(sentence.folded[claims[i - 1].end : total.start]):
            continue
        if all(_is_item(sentence, item, after, total) for item, after in pairwise(claims[: i + 1])):
            for item in claims[:i]:
                yield item, _to("item_of", total)


def _is_item(sentence: Sentence, item: Claim, after: Claim, total: Claim) -> bool:
    """Whether a figure is one of those that are added up, and no statement ends between it and the next."""
    gap = _between(sentence, item, after)
    fits = _alike(item, total) and _one_thing(sentence, total, item) and not _moved(item)
    return fits and len(gap) <= _LIST_GAP and "；" not in gap

"""The words around a figure that move its bounds: 超过, 不到, 约, 以上, 之内 …; the words themselves are data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.hedge_table import hedges, of_hedges
from factcheck.quantity.view import is_han

if TYPE_CHECKING:
    from factcheck.model import Number, Qualifier

_OPEN_HIGH = {"more_than", "at_least"}
_OPEN_LOW = {"less_than", "at_most"}
# Between a hedge and its figure.
_FILLERS = frozenset(
    [
        "了",
        "到",
        "达",
        "达到",
        "为",
        "有",
        "在",
        "是",
        "要",
        "需",
        "需要",
        "可",
        "可达",
        "会",
        "了约",
        "将",
        "至",
        "高达",
        "过",
        "的",
        "给予",
        "再",
        "每",
        "具",
        "造成",
        "人民币",
        "新台币",
        "港币",
        "美金",
        "仅",
        "共",
        "获",
    ]
)
# Letters before a hedge that make it part of another word: 签约, 附近, 中超, 打破.
_PART_OF = {
    "约": "签条合节公预契履违邀纽特制相爽赴毁缔续协租",
    "近": "附最靠亲邻贴相远就新走凑拉晋",
    "超": "赶中英意德西沪苏高反法韩泰日甲",
    "破": "打侦攻爆踏冲识看告撞戳勘突连",
    "过": "超通经度越路穿跨透翻不错掠渡闪胜",
    "上": "以晚早线网马路海楼边赛场会身手地台加跟赶考爱登迎补追遇市历头史送交冲飙纸基总世",
    "数": "人总次指岁倍多少半系基户参分件个字函整点周天年台单复无如票尾",
    "快": "尽赶飞加明轻凉痛爽",
    "低于": "", "内": "",
    "最高": "", "大于": "远",
}  # fmt: skip
_ONLY_BARE = {"上", "过", "数", "快"}  # hedges only before a magnitude no digit counts (上百, 过万), and 半
_MEASURED = frozenset("比率额量均值长速度")
_LONGEST = 8
_LEAST_SPACED = 3
_MARKS = frozenset("><")
_SUPERLATIVES = frozenset(("最高", "最低", "最长"))
_GAP = re.compile(
    r"(?:(?P<most>最高|最多|不超过|不得超过|不高于|不多于|最长)|(?P<least>不低于|不少于|不得低于|不得少于|至少|最低))(?:可|能|将|会|均|按)?"
    r"(?:(?:获|给予?|予以?|奖励?|补助?|补贴|资助|支持|贷款?|奖补|达|处|判|罚款?|罚|领取?|申请|报销|优惠|减免?|下调|上调|一次性|的|企业|不超过|保障|赔付?|可获|享受?|增加|投资|拥有|需要?|造成|导致|有|将?是|出现|发生|发放|安排|建设?|培育|引进|新增|完成|招聘?|提供|缴纳?|每年|每人|每月|每户|每家|总额|额度|奖金|奖|补){1,4}|[\u3400-\u9fff]{1,10}的)$"
)


class Hedged(NamedTuple):
    """How far the hedge reaches to the left or the right, and what it says."""

    at: int
    qualifier: Qualifier | None
    word: str = ""


@of_hedges
def _words(side: str) -> dict[str, Qualifier]:
    return {word: row.qualifier for row in hedges() for word in getattr(row, side).split()}


@of_hedges
def _after() -> re.Pattern[str]:
    words = sorted(
        (word for word in _words("after") if word not in {"多", "余", "+", "来", "许", "内"}), key=len, reverse=True
    )
    return re.compile(r" ?(?:\([^)]{0,6}\))?(" + ("|".join(map(re.escape, words)) or "(?!)") + ")")


_AFTER_GUARD = {
    "起": re.compile(r"[来飞火诉点草伏码床重降源义始家因到初用效底跌价航征拍落于]|步[^，。]"),
    "弱": re.compile(r"[于化点势]"),
    "以内": re.compile("$^"),
}
_INSIDE = re.compile(
    r"(?:的?(?:范围|时间|半径|距离|车程|步行)?)(?:之内|以内|内)(?![容部地外蒙需心阁存陆科政销贸资幕涵环战卷测线马])"
)


def before(folded: str, start: int, floor: int, *, bare: bool) -> Hedged:
    """The hedge that ends at `start`, looked for down to `floor`. `bare`: before 百, 千, 万 without a digit, or 半."""
    at, words = start, _words("before")
    limit = max(floor, start - 24)
    for _ in range(3):
        while at > limit and folded[at - 1] == " ":
            at -= 1
        if spaced := _spaced(folded, limit, at):
            return _widened(folded, spaced[0], limit, words[spaced[1]], spaced[1])
        if word := _ending(folded, at, limit, bare=bare):
            left = folded[at - len(word) - 1 : at - len(word)]
            if word == "过" and at - 1 > limit and folded[at - 1 - len("超") : at - 1] == "超":
                word = "超过"
            elif (left and left in _PART_OF.get(word, "")) or (word in _MARKS and not _compares(folded, at - 1)):
                break
            if word in _SUPERLATIVES and folded[at : at + 1] == "的":
                return Hedged(start, None)  # 全队最高的19分 is what was reached
            return _widened(folded, at - len(word), limit, words[word], word)
        if word := next(
            (folded[at - n : at] for n in (3, 2, 1) if at - n >= limit and folded[at - n : at] in _FILLERS), ""
        ):
            at -= len(word)
            continue
        break
    gap = _GAP.search(folded[limit:start])
    if gap and gap.group().removesuffix("的") not in _SUPERLATIVES:
        return Hedged(limit + gap.start(), "at_most" if gap["most"] else "at_least", gap.group())
    return Hedged(start, None)


def _ending(folded: str, at: int, limit: int, *, bare: bool) -> str:
    """The longest hedge that ends at `at`, or an empty string."""
    words = _words("before")
    for length in range(min(_LONGEST, at - limit), 0, -1):
        word = folded[at - length : at]
        fits = word not in _ONLY_BARE or bare or (word == "过" and folded[at - 2 : at - 1] in _MEASURED)
        if fits and word in words:
            return word
    return ""


def _compares(folded: str, at: int) -> bool:
    """Whether > or < at `at` stands between two things; at the start of a line > is a quotation, behind <b a tag."""
    left = folded[max(0, at - 2) : at].rstrip(" ")[-1:]
    return bool(left) and (is_han(left) or left in ")(，、：:")


def _spaced(folded: str, limit: int, at: int) -> tuple[int, str] | None:
    """Where a long hedge with spaces inside begins, as PDF and OCR text have them: 小于 或 等于."""
    if " " not in folded[limit:at]:
        return None
    letters = [place for place in range(limit, at) if folded[place] != " "]
    for length in range(min(_LONGEST, len(letters)), _LEAST_SPACED - 1, -1):
        begin = letters[-length]
        word = folded[begin:at].replace(" ", "")
        if " " in folded[begin:at] and word in _words("before"):
            return begin, word
    return None


_NEGATIONS = ("不", "未", "没", "没有", "并未", "从未", "尚未", "不得", "不能", "不会")


def _widened(folded: str, at: int, limit: int, qualifier: Qualifier, word: str) -> Hedged:
    """A negation before the hedge turns it round."""
    for negation in sorted(_NEGATIONS, key=len, reverse=True):
        if at - len(negation) >= limit and folded.startswith(negation, at - len(negation)):
            turned: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
            if word in {"超过", "超", "逾", "突破", "高于", "大于", "多于", "低于", "少于", "小于"}:
                return Hedged(at - len(negation), turned.get(qualifier, qualifier), negation + word)
    return Hedged(at, qualifier, word)


def after(folded: str, end: int, kind: str) -> Hedged:
    """The hedge that begins at `end`, behind a figure of `kind`."""
    match = _after().match(folded, end)
    if match:
        word = match.group(1)
        guard = _AFTER_GUARD.get(word)
        if word == "起" and kind not in {"money", "percent"}:
            guard = re.compile("")
        if not (guard and guard.match(folded, match.end())):
            return Hedged(match.end(), _words("after")[word], word)
    if kind in {"duration", "length", "age"} and (match := _INSIDE.match(folded, end)):
        return Hedged(match.end(), "at_most", match.group())
    return Hedged(end, None)


def bounds(low: Number, high: Number, qualifier: Qualifier | None) -> tuple[Number | None, Number | None, Qualifier]:
    """What a figure from `low` to `high` states under a hedge."""
    if low != high:
        return low, high, "range"
    if qualifier in _OPEN_HIGH:
        return low, None, qualifier
    if qualifier in _OPEN_LOW:
        return None, high, qualifier
    return low, high, qualifier or "exact"

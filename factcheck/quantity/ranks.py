"""Places in an order: 第十三位, 居第4, 前十; what else 第 and 前 make of a number is no rank."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.names import name_wins
from factcheck.quantity.numerals import RUN, numeral

if TYPE_CHECKING:
    from factcheck.model import Kind, Number, Qualifier

_RANKED = re.compile(
    r"(?:居|列|排|名列|位列|全国|全球|世界|全省|全市|全县|亚洲|国内|省内|总分|排名|荣获|夺得|获得|升至|仅次于|行业|均为|稳居"
    r"|位居|跃居|总量|跃升至?|亚太|欧洲|历史|同级|同期|收入|指数|规模|增速|总数) ?$"
)
# Behind 第N: editions, sections, steps, days; no place in an order.
_NO_RANK = re.compile(
    r"届|位|次|个|家|批|季|期|条|款|节|编|集|卷|部|代|阶段|轮|年|天|日|周|月|方|者|产业|线|时间|书记|副|夫人|任|站|车|课|桥|城|会|号|站|项|回|步|只|张|段|场|局|章|篇|道|层|间|例|起|组|页|版|人|手|党|医院|中学|小学|中级|人民|附属|军|师|团|战|支柱|梯队|眼|口|本|曲|块|件|类|种|座|艘|架|辆|台|套|枚|金|笔|份|关|遍|度|幕|课堂|十|百|一书记|实验|设计|机床|研究|六感|一|二|三|四|五|六|七|八|九|分|棒|盘|球|座|街|大街|大道|胎|把|道|波|棵|株|杯|句|封|声|根|空间|现场|故乡|语言|人称|学期|中|附|重"
)
_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_LISTED = re.compile(rf"第 ?{_NUMERAL}(?:[、和及至] ?{_NUMERAL}){{0,4}}[、和及至] ?$")
_SERIAL_LIST = re.compile(rf"{_NUMERAL}(?:[、和及至] ?{_NUMERAL}){{0,9}} ?")
_LIST_MARKS = frozenset("、和及至")
_TOP_LIST = re.compile(r"[Tt](?:op|OP) ?(\d{1,3})(?![\d.A-Za-z%])")
_TO = re.compile(r"(?:位|名)?(?:和|与|至|到|-|—|~)第?(?=[\d一二三四五六七八九十])")
_FIRST_PERSON = re.compile(r"位(?=[\u3400-\u9fff])(?!的|是|和|与|至|到)")
_DAYS = re.compile(r" ?(?:-|—|~|至|到) ?第?\d{1,3} ?[天日周年届期条页章回集次节课]")
_SERIAL = re.compile(r"期|条|章|页|号|版|卷|集|款|届|学期|师|旅|团|军|医院|中学")
_RANK_WORD = re.compile(
    r"(?:位|名)(?!单|额|将|置|次)|大(?!道|街|厦|队|选|学)(?=[\u3400-\u9fff])|[高长多快低少重强小富](?!达|于|期|过|度)"
)
_LARGE = 100
_FRONT_BEFORE = re.compile(
    r"(?:以|之|目|当|提|此|日|年|月|面|眼|跟|天|小时|空|史|从|生|先|向|往|朝|超|婚|产|会|午|赛|场|线|事|餐|术|考)$"
)
_FRONT_AFTER = re.compile(
    r"(?:名|位|强|大(?!街|门)|甲)(?![单置额])|(?![多几余来]|个|年|天|月|日|周|期|季|轮|场|次|代|任|届|节|分|秒|小|盘|局|章|集|回|世|生|者|段|阶|批|排|款|项|条|件|部|站|步|遍|辆|口|脚|后|半|车|桌|线|路|号|学|人|名单|百|千|万|亿|度|程|晚|夜|交|工|星|礼)"
)
_TOP = re.compile(r"(?:三|四|五|六|七|八|九|十|十五|二十|三十|五十|百|一百|\d{1,3})$")
_SENTENCE_START = re.compile(r"(?:^|[。！？；\n：:“”\s（(*#>_-])$")


class Rank(NamedTuple):
    """A place in an order, or `kind` None: a numeral behind 第 that is none. `end` is where reading goes on."""

    start: int
    end: int
    kind: Kind | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str = ""


def rank_at(folded: str, start: int) -> Rank | None:
    """The rank whose numeral begins at `start`, behind 第 or 前; None where neither stands there."""
    at = start - 1 if folded[start - 1 : start] == " " else start
    before = folded[at - 1 : at]
    if before == "第":
        return _ordinal(folded, start, at - 1)
    # 第三、四、五大: one 第 for all of a list.
    listed = _LISTED.search(folded, max(0, start - 20), start) if folded[at - 1 : at] in _LIST_MARKS else None
    if listed and (found := _ordinal(folded, start, start)) and (found.kind == "rank" or _is_serial(folded, start)):
        return found
    if before == "前":
        return _front(folded, start, at - 1)
    if before in {"P", "p"} and (match := _TOP_LIST.match(folded, max(0, at - len("top")))):
        return Rank(match.start(), match.end(), "rank", None, Decimal(match[1]), "at_most")
    return None


def _ordinal(folded: str, start: int, mark: int) -> Rank | None:
    run = RUN.match(folded, start)
    found = numeral(run.group()) if run else None
    if run is None or found is None:
        return None
    end = start + found.length
    if folded.startswith(" ", end) and not folded[end + 1 : end + 2].isascii():
        end += 1
    ranked = bool(_RANKED.search(folded, max(0, mark - 5), mark))
    if found_range := _range(folded, mark, found.low, end):
        return found_range
    if (match := _RANK_WORD.match(folded, end)) and (ranked or not _FIRST_PERSON.match(folded, match.start())):
        return Rank(mark, match.end(), "rank", found.low, found.high, "exact")
    follows = folded[end : end + 1]
    alone = not ("\u3400" <= follows <= "\u9fff") or follows in "的至到和与之及且"
    written = start + found.length
    if _DAYS.match(folded, written) or _is_serial(folded, start):
        return Rank(mark, written, None, None, None, "exact")
    if alone or (ranked and not _NO_RANK.match(folded, end)):
        opener = follows in set("，、：") and _SENTENCE_START.search(folded[max(0, mark - 1) : mark])
        return Rank(mark, written, None if opener else "rank", found.low, found.high, "exact")
    if found.high >= _LARGE and not _SERIAL.match(folded, end):
        return Rank(mark, written, "other", found.low, found.high, "exact", "第")
    return Rank(mark, end, None, None, None, "exact")


def _is_serial(folded: str, start: int) -> bool:
    """Whether a list of numbers ends in what only has numbers: 第13、16、17条."""
    match = _SERIAL_LIST.match(folded, start)
    return match is not None and _SERIAL.match(folded, match.end()) is not None


def _range(folded: str, mark: int, low: Number, end: int) -> Rank | None:
    """第3至第5位, 第十和第十五之间."""
    match = _TO.match(folded, end)
    run = RUN.match(folded, match.end()) if match else None
    found = numeral(run.group()) if run else None
    if match is None or run is None or found is None or found.high <= low:
        return None
    last = run.start() + found.length
    word = _RANK_WORD.match(folded, last)
    last = word.end() if word else last
    if not word and not folded.startswith("之间", last):
        return None
    if match.group()[0] in "和与" and not folded.startswith("之间", last):
        return None
    return Rank(mark, last, "rank", low, found.high, "range")


def _front(folded: str, start: int, mark: int) -> Rank | None:
    run = RUN.match(folded, start)
    found = numeral(run.group()) if run else None
    if run is None or found is None or not _TOP.match(found.letters) or found.low == Decimal(0):
        return None
    end = start + found.length
    end += folded.startswith(" ", end)
    if _FRONT_BEFORE.search(folded, max(0, mark - 2), mark):
        return None
    match = _FRONT_AFTER.match(folded, end)
    if not match or name_wins(folded, start, end, match.end() + 1, measured=False):  # 前十里堡
        return None
    return Rank(mark, match.end(), "rank", None, found.high, "at_most")

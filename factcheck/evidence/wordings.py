"""Whether a sentence states a figure of somebody in so many words: 游戏公司的员工有410人, 410名员工, 大桥全长3.1公里.

Where subject, measure and figure stand together and nothing else stands between, no words around them need be weighed.
What stands before or behind decides as well: 员工410人获奖 counts others, 甲和乙的员工有410人 both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.quantity.hedge_table import hedges
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Collection

# A size has a noun, and an adjective that a figure may follow or precede; 全 and 总 say that no part is meant.
_SIZE = re.compile("[全总]?(?:([长宽高深厚])度?|重量?)")
# The number of something is what is counted of it: 员工人数, 员工总数, 员工.
_NUMBER = "(?:(?:总?人数|总?数量|总数|总量|数目?)(?:量)?)"
_COUNTED = re.compile(f"(?P<what>.{{2,}}?){_NUMBER}")
_BODY = "(?:有限)?(?:公司|集团|市|省|县|区)?"
# Words of having and of being so much; they narrow nothing.
_HELD = "(?:的|总共|一共|共计?|合计|总计|累计|现|已经?|目前|全部|拥|有|为|是|在|达到?|建成|设立?|了)*"
_OPENS = '(?:^|[，。；：,;:!?\\s“”"()]|目前|现在|如今|其中)'
_ENDS = re.compile('(?:左右|上下|以上|以下)?(?:$|[，。；：、,;:!?)\\s”"])')
_CLASSIFIER = "[个名位家间所处座项件款辆台部架艘只头匹篇本册套户]?"
# Parts of speech that carry on no name; a verb where a grammar has read the name: 引桥 is in the dictionary as one.
_SURE = frozenset({"d", "t", "ul"})
_PREDICATE = _SURE | {"v"}


def core(measure: str) -> str:
    """What is counted or how it is sized, whatever the wording: 员工 for 员工人数, 长度 for 全长."""
    if size := _SIZE.fullmatch(measure):
        return f"{size[1]}度" if size[1] else "重量"
    counted = _COUNTED.fullmatch(measure)
    return counted["what"] if counted else measure


def is_size(measure: str) -> bool:
    """Whether a measure is how long, wide, high, deep, thick or heavy something is."""
    return _SIZE.fullmatch(measure) is not None


def states(subject: str, measure: str, before: str, after: str) -> bool:
    """Whether a sentence says of a figure that it is this measure of this subject.

    `before` and `after` are the letters of the sentence around the figure; all is folded.
    """
    ahead, behind, around = _forms(subject, core(measure))
    before = _without_hedge(before)
    if _ENDS.match(after) and any(form.search(before) for form in ahead):
        return True
    if behind.search(before) and is_all(core(measure), after, only_behind=True):
        return True
    return any(
        first.search(before) and (found := last.match(after)) and _says_of_it(after[found.end() :], _SURE)
        for first, last in around
    )


def is_all(measure: str, after: str, *, only_behind: bool = False) -> bool:
    """Whether a clause ends behind a figure, or behind what is counted with it; otherwise more is said of that many."""
    if found := _counted(measure).match(after):
        return _ENDS.match(after, found.end()) is not None
    return not only_behind and _ENDS.match(after) is not None


def is_joined(subject: str, before: str) -> bool:
    """Whether a name is one of several of which a figure tells the sum: 甲和乙的员工有900人."""
    return _joined(subject).search(before) is not None


@lru_cache(maxsize=1 << 12)
def _joined(subject: str) -> re.Pattern[str]:
    name = re.escape(subject)
    return re.compile(f"[和与及跟、]{name}|{name}{_BODY}(?:以及|[和与及跟、])")


def is_topic(subject: str, before: str) -> bool:
    """Whether a clause begins with a name, and what follows up to the figure says something of it and nothing else."""
    found = list(_opening(subject).finditer(before))
    rest = before[found[-1].end() :] if found else "的"
    return "的" not in rest and (not rest or _says_of_it(rest, _PREDICATE))


@lru_cache(maxsize=1 << 12)
def _opening(subject: str) -> re.Pattern[str]:
    return re.compile(f"{_OPENS}在?{re.escape(subject)}{_BODY}")


def _without_hedge(before: str) -> str:
    """What stands before the figure without its hedge: 员工 for 员工约."""
    written = (word for row in hedges() for word in row.before.split())
    found = max((word for word in written if before.endswith(word)), key=len, default="")
    return before.removesuffix(found)


def _says_of_it(after: str, parts: Collection[str]) -> bool:
    """Whether a name ends here: behind 大桥 stands 今天通车, not 连接线."""
    return _ENDS.match(after) is not None or tag(words(after)[0]) in parts


@lru_cache(maxsize=1 << 12)
def _counted(measure: str) -> re.Pattern[str]:
    return re.compile(f"{_CLASSIFIER}的?{re.escape(measure)}")


_Form = re.Pattern[str]


@lru_cache(maxsize=1 << 12)
def _forms(subject: str, measure: str) -> tuple[tuple[_Form, ...], _Form, tuple[tuple[_Form, _Form], ...]]:
    """What ends at the figure with the measure before it; with the measure behind it; what stands on both sides."""
    whose = f"{_OPENS}在?{re.escape(subject)}{_BODY}"
    size = _SIZE.fullmatch(measure)
    if size:
        one = size[1] or "重"
        named = f"(?:[全总]?{one}{'量' if one == '重' else '度'}?)"
    else:
        named = f"{re.escape(measure)}{_NUMBER}?"
    ahead = (
        re.compile(f"{whose}[，,]?{_HELD}{named}{_HELD}$"),
        re.compile(f"{_OPENS}{named}在{re.escape(subject)}{_BODY}{_HELD}$"),
    )
    around: tuple[tuple[_Form, _Form], ...] = ()
    if size:
        whom = re.escape(subject)
        around = (
            (re.compile(f"{_OPENS}{named}{_HELD}$"), re.compile(f"的{whom}")),
            (re.compile(f"{_OPENS}$"), re.compile(f"{size[1] or '重'}的{whom}")),
        )
    return ahead, re.compile(f"{whose}{_HELD}$"), around

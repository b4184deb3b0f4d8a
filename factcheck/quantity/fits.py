"""Which figures go with which units: 3点 is a time and 3200点 an index, 二级 a grade, 千姿 no count, 千亩 an area."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from factcheck.quantity.figures import Figure
from factcheck.quantity.numerals import Numeral
from factcheck.quantity.view import is_han

if TYPE_CHECKING:
    from factcheck.quantity.tables import Unit

_Rule = Callable[[str, Figure, Numeral, int], bool]

_HOURS = 24
_INDEX = 100
_LISTED = 30  # as many as 三大, 十大 lists count; beyond are congresses: 十九大 stands in the names
_FAR = 20  # 八里 is a place, 二十里 a way
_AFTER_TENTH = frozenset("立为功员果本长交绩都就品熟分效人年语群千百因型名家样了才")
_AFTER_GRADE = frozenset("别学毕校生")
_FORCES = ("地震", "大风", "以上地震", "强风", "及以上", "强震", "风")
_WAYS = frozenset("路地外之长多远，。、")
_YEAR = re.compile(r"(?:18|19|20)\d\d$")
_ROUND_YEAR = "2000"
_AFTER_SPACED_NUMBER = frozenset("%元年米吨")
_MEDALS = frozenset("金银铜胜平负")
_MEDALS_BEHIND = re.compile(r"[一二两三四五六七八九十\d]{1,2}[金银铜胜平负]")
_MEDALS_BEFORE = re.compile(r"[一二两三四五六七八九十\d][金银铜胜平负]$")
_COUNTED_BY_ZERO = frozenset("个人名例宗起分票")
_COUNTED_BY_TWO = frozenset("人名")  # elsewhere 二 is an ordinal: 二次, 二级, 二期
_NOT_ONE = frozenset("球亡省市县州国")
_HALVED = frozenset(
    re.split(
        " ",
        "年 天 日 小时 个月 个小时 个钟头 个世纪 世纪 个钟 公里 里 米 斤 吨 公斤 倍 成 分钟 秒 个 周 个星期"
        " 个季度 两 克 尺",
    )
)
_AND_A_HALF = frozenset(("月", "小时", "钟头", "钟", "星期", "世纪"))
_HALF_OF_A_BODY = frozenset("身中脚")
_NEARLY_ALONE = frozenset("上过近逾超数几好破达约")
_COUNTED_BY_MAGNITUDE = frozenset(("人", "家", "户", "台", "辆", "套", "亩", "架", "艘", "头", "人次", "平方米"))
_TEMPERATURES = ("摄氏", "华氏", "零下", "零上")


def fits(folded: str, figure: Figure, unit: Unit, end: int) -> bool:
    """Whether such a figure goes with such a unit, whose word ends at `end`."""
    number = figure.numeral
    if figure.kind == "half":
        halved = _AND_A_HALF if folded.startswith("个", figure.start) else _HALVED
        return unit.word in halved and not (unit.word == "个" and folded[end : end + 1] in _HALF_OF_A_BODY)
    if number is None:
        return True
    if number.head and len(number.letters) == 1 and figure.start and not number.vague:
        return _fits_magnitude(folded, figure, number, unit)
    if len(unit.word) == 1 and _is_spaced_year(folded, figure, number) and unit.word not in _AFTER_SPACED_NUMBER:
        return False
    rule = _RULES.get(unit.word)
    if rule is not None and not rule(folded, figure, number, end):
        return False
    return unit.kind != "count" or _counts(folded, figure, number, unit)


def _fits_magnitude(folded: str, figure: Figure, number: Numeral, unit: Unit) -> bool:
    """千亩, 百倍, 亿元, 万吨: a magnitude alone counts only before these."""
    if number.letters == "兆":
        return unit.kind == "money"
    if folded[figure.start - 1] in _NEARLY_ALONE:
        return True
    if unit.kind == "length":
        return unit.word not in {"里", "丈"}
    return unit.kind in {"area", "money", "mass", "multiple", "power"} or unit.word in _COUNTED_BY_MAGNITUDE


def _counts(folded: str, figure: Figure, number: Numeral, unit: Unit) -> bool:
    word = unit.word
    if number.ascii:
        return True
    if number.letters in {"二", "零", "〇"}:
        return word in (_COUNTED_BY_TWO if number.high else _COUNTED_BY_ZERO)
    if word in _MEDALS:
        before = _MEDALS_BEFORE.search(folded, max(0, figure.start - 2), figure.start)
        return bool(before or _MEDALS_BEHIND.match(folded, figure.end + 1))
    return not (number.letters == "一" and word in _NOT_ONE)


def _is_spaced_year(folded: str, figure: Figure, number: Numeral) -> bool:
    """1929 台阳公司: a year, a space and a word that begins with the letter of a classifier."""
    return folded.startswith(" ", figure.end) and bool(_YEAR.match(number.letters)) and number.letters != _ROUND_YEAR


def _points(_folded: str, figure: Figure, number: Numeral, _end: int) -> bool:
    return figure.high >= _INDEX or (number.ascii and (figure.high > _HOURS or figure.low != int(figure.low)))


def _tenths(folded: str, figure: Figure, _number: Numeral, end: int) -> bool:
    return figure.high <= 10 and folded[end : end + 1] not in _AFTER_TENTH


def _degrees(folded: str, figure: Figure, number: Numeral, end: int) -> bool:
    """三度蝉联 is three times."""
    if number.ascii or len(number.letters) > 1 or "温" in folded[max(0, figure.start - 12) : figure.start]:
        return not folded.startswith("角", end)
    return not is_han(folded[end : end + 1]) or folded.endswith(_TEMPERATURES, 0, figure.start)


def _grades(folded: str, _figure: Figure, number: Numeral, end: int) -> bool:
    if _YEAR.match(number.letters):
        return False  # 2022级 entered in 2022
    return (number.ascii and folded[end : end + 1] not in _AFTER_GRADE) or folded.startswith(_FORCES, end)


def _in_digits(_folded: str, _figure: Figure, number: Numeral, _end: int) -> bool:
    return number.ascii


def _miles(folded: str, figure: Figure, number: Numeral, end: int) -> bool:
    return number.ascii or figure.high >= _FAR or folded[end : end + 1] in _WAYS


def _sets(_folded: str, figure: Figure, number: Numeral, _end: int) -> bool:
    return not number.head and not number.vague and figure.low == figure.high <= _LISTED


def _land(_folded: str, figure: Figure, number: Numeral, _end: int) -> bool:
    """A 甲 of land; 三甲 are hospitals and places in an order."""
    return number.ascii or figure.high > 10 or bool(number.vague)


def _never(_folded: str, _figure: Figure, _number: Numeral, _end: int) -> bool:
    """月 alone is a month of the calendar; it goes on counting in 3年6月, and in 一个半月."""
    return False


_RULES: Mapping[str, _Rule] = {
    "点": _points,
    "成": _tenths,
    "度": _degrees,
    "级": _grades,
    "寸": _in_digits,
    "仙": _in_digits,
    "里": _miles,
    "大": _sets,
    "甲": _land,
    "月": _never,
    "钟": _never,
}

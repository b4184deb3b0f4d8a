"""Units that mean one thing here and another there: whose 元, a 度 of what, 方 of room or matter, 块 of money."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.currency import resolve
from factcheck.quantity.numerals import plain
from factcheck.quantity.view import View, is_han

if TYPE_CHECKING:
    from factcheck.model import Kind, Number
    from factcheck.quantity.measures import Measure

_BEFORE = 14
_HOW_FAST = r"(?:可达到?|最高可达|高达|达到?|超过?|约为?|为|近|逾|的速度|仅)?$"
_PER_HOUR = re.compile(r"(?:每小时|时速)" + _HOW_FAST)
_PER_SECOND = re.compile(r"(?:每秒|秒速)" + _HOW_FAST)
_WARMTH = re.compile(r"温|摄氏|零[下上]|热|冷|烧|寒|暑|晒")
_WARMTH_BEHIND = ("高温", "低温", "的高温")
_ANGLE = re.compile(r"角|纬|经|倾|转|弯|方位|仰|俯|烈|近视|散光|酒精|酒|白酒|品|糖|甜")
_HOTTEST = 60  # of the weather; beyond it, degrees without a word of warmth are of an angle
_FLAT = re.compile(r"面积|实用|建筑|单位|楼面|楼|地盘|平方|呎价|户型|住宅|房")
_FLAT_FEET = 100
_FOOT = Fraction("0.3048")
_ROOM = re.compile(r"建筑|用地|仓|空间|厂房|物业|办公|楼宇|载体|土地|商业")
_SURFACE = re.compile(r"面积|" + _ROOM.pattern)
_MATTER = ("气", "水", "土", "石", "沙", "砂", "混凝土", "木", "LNG", "渣", "泥", "垃圾", "天然")
_MATTER_BEFORE = re.compile(r"气|土石|水|混凝土|木材")
_AT_SEA = re.compile(r"速|船|舰|艇|航|风|海里")  # elsewhere 节 are carriages and lessons
_PIECES = re.compile(r"(?:[分切拆裂碎]成?|分为|[这那哪])了?$")
_MANY_PIECES = 100  # of 块: money rather than pieces
_BEHIND_MONEY = frozenset("的左以到至多半每就起上不买卖能可")


class Settled(NamedTuple):
    """What a measure is after all."""

    kind: Kind
    unit: str
    low: Number
    high: Number


def settle(view: View, measure: Measure, kind: Kind, name: str) -> Settled:
    """The kind, unit and bounds of a measure, by the words around it and the script of the text."""
    low, high = measure.low, measure.high
    before = view.folded[max(0, measure.start - _BEFORE) : measure.start]
    if kind == "money" or (kind == "level" and name):
        return _money(view, measure, kind, name)
    if kind == "length":
        return _length(view, measure, before)
    if measure.unit is None:
        return Settled(kind, name, low, high)
    if kind == "temperature" and name == "度":
        written = view.folded[measure.start : measure.start + 2]
        return Settled(*_degrees(before + written, view.folded[measure.end : measure.end + 3], high), low, high)
    if measure.unit.word == "节" and not _AT_SEA.search(before):
        return Settled("count", "节", measure.figure.low, measure.figure.high)
    if measure.unit.word == "方":
        return Settled(*_square(before, view.folded[measure.end : measure.end + 8]), low, high)
    if measure.unit.local and view.traditional:
        return _local(measure, kind)
    return Settled(kind, name, low, high)


def _money(view: View, measure: Measure, kind: Kind, name: str) -> Settled:
    low, high = measure.low, measure.high
    if name == "块":
        behind = view.folded[measure.end : measure.end + 1]
        if _PIECES.search(view.folded, max(0, measure.start - 4), measure.start) and high < _MANY_PIECES:
            return Settled("count", "块", low, high)
        if behind and is_han(behind) and behind not in _BEHIND_MONEY and high < _MANY_PIECES:
            return Settled("count", "块", low, high)
    return Settled(
        kind, resolve(name, view.folded, measure.end, view.currencies, traditional=view.traditional), low, high
    )


def _length(view: View, measure: Measure, before: str) -> Settled:
    low, high, unit = measure.low, measure.high, measure.unit
    if _PER_HOUR.search(before):
        return Settled("speed", "m/s", plain(Fraction(low) / 3600), plain(Fraction(high) / 3600))
    if _PER_SECOND.search(before):
        return Settled("speed", "m/s", low, high)
    if unit is not None and unit.word == "呎" and (_FLAT.search(before) or Fraction(high) >= _FLAT_FEET * _FOOT):
        square = measure._replace(low=plain(Fraction(low) * _FOOT), high=plain(Fraction(high) * _FOOT))
        square = square._replace(unit=unit._replace(factor=_FOOT**2))
        return _local(square, "area") if view.traditional else Settled("area", "m2", square.low, square.high)
    if unit is not None and unit.local and view.traditional:
        return _local(measure, "length")
    return Settled("length", measure.name, low, high)


def _local(measure: Measure, kind: Kind) -> Settled:
    """As written: 斤, 两, 磅, 亩 and 呎 are of another size elsewhere."""
    if measure.unit is None:
        return Settled(kind, measure.name, measure.low, measure.high)
    factor = measure.unit.factor
    word = measure.unit.word.removesuffix("地").removeprefix("市")
    return Settled(kind, word, plain(Fraction(measure.low) / factor), plain(Fraction(measure.high) / factor))


def _degrees(before: str, behind: str, high: Number) -> tuple[Kind, str]:
    if "华氏" in before:
        return "temperature", "°F"
    if _WARMTH.search(before) or behind.startswith(_WARMTH_BEHIND):
        return "temperature", "°C"
    if _ANGLE.search(before) or behind.startswith(("角", "的角")) or high > _HOTTEST:
        return "other", "度"
    return "temperature", "度"


def _square(before: str, behind: str) -> tuple[Kind, str]:
    """方 is a square metre of room and a cubic metre of matter."""
    if behind.startswith(_MATTER) or _MATTER_BEFORE.search(before):
        return "volume", "m3"
    if _ROOM.search(behind) or _SURFACE.search(before):
        return "area", "m2"
    return "other", "方"

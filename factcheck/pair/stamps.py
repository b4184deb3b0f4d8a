"""Moments that a sentence names beside its figure: hours, sessions of an exchange, days of record, fiscal years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantity.numerals import small_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Span

Stamps = frozenset[tuple[str, str]]

_HOUR = re.compile(
    r"(?P<half>下午|傍晚|晚上?|夜里?)? ?(?<![\d.第])(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3}) ?"
    r"(?:时(?![间候代期常速尚段隔光空])|点(?=钟|[整半许左前后起至到、，。；~—-]|\d{1,2} ?分(?!钟)|$)|:(?=[0-5]\d))"
    r"(?: ?(?P<minute>[0-5]?\d)(?!\d))?"
)
_SESSION = re.compile(r"早盘|午盘|午间收盘|盘前|盘中|盘后|尾盘|夜盘|开盘|收盘|半日")
# 截至7月24日, （7月24日）: the day to which a figure is counted
_RECORD = re.compile(
    r"(?:截[至止] ?|[(（] ?(?:截[至止] ?)?)(?:\d{4} ?年 ?)?(?P<day>\d{1,2} ?月 ?(?:\d{1,2} ?日)?|\d{1,2} ?日)"
)
_FISCAL = re.compile(
    r"(?<!\d)(?:20)?(?P<year>\d{2})(?:/\d{2,4})? ?(?:财年|财政年度|会计年度)|FY ?(?:20)?(?P<fy>\d{2})(?!\d)"
    r"|(?<![\dA-Za-z])(?:20)?(?P<before>\d{2})(?P<unit>[QH][1-4])|(?P<part>[1-4][QH])(?P<behind>\d{2})(?!\d)"
)
_NOON, _DAY = 12, 24
_SPACE = re.compile(r"\s+")


def stamps(folded: str, span: Span) -> Stamps:
    """The moments named within a span of folded text, as (class, value)."""
    text = folded[slice(*span)]
    return frozenset((*_hours(text), *_named(text)))


def _hours(text: str) -> Iterator[tuple[str, str]]:
    for match in _HOUR.finditer(text):
        hour = small_number(match["hour"])
        if 0 < hour < _DAY:  # 24时 and 0时 end and begin a day, and its date says which
            hour += _NOON if match["half"] and hour < _NOON else 0
            yield "hour", f"{hour}:{int(match['minute'] or 0):02}"


def _named(text: str) -> Iterator[tuple[str, str]]:
    for match in _SESSION.finditer(text):
        yield "session", match.group()
    for match in _RECORD.finditer(text):
        yield "record", _SPACE.sub("", match["day"])
    for match in _FISCAL.finditer(text):
        year = match["year"] or match["fy"] or match["before"] or match["behind"]
        yield "fiscal", year + (match["unit"] or (match["part"] or "")[::-1])


def apart(one: Stamps, other: Stamps) -> bool:
    """Whether both name moments of a class, and neither names all those of the other."""
    for name in {kind for kind, _ in one} & {kind for kind, _ in other}:
        left, right = ({value for kind, value in side if kind == name} for side in (one, other))
        if not left <= right and not right <= left:
            return True
    return False

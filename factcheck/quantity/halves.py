"""Shares and multiples that are words of their own: 一半, 半数, 过半, 大半; 翻番, 翻两番, 翻倍; 双位数, 四位数."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.quantity.numerals import numeral, small_number
from factcheck.quantity.view import is_han

HALF = Decimal("0.5")
_BEFORE = frozenset("过逾超大近")
_OF_WHOM = frozenset("的企受人市学民公股用国城地居家员选议")
_OF_TIME = frozenset("天年月个")
_TIMES_TWO = re.compile(r"翻[了上]?(?:([一两二三四五六七八九\d]{1,2})?番|([一两二三四五六七八九\d]{1,2})?倍)")


_NUMERAL_LETTERS = frozenset("0123456789零一二三四五六七八九十百千万亿第几")
_DIGITS = re.compile(r"([个双两二三四五六七八九十2-9])位数(?![字码学乘加减组密级]|的密码)")


class Whole(NamedTuple):
    """A figure that is one word: where it ends, and its value."""

    end: int
    value: Decimal


def half_at(folded: str, start: int) -> Whole | None:
    """一半, 半数, 过半, 大半 at `start`, the place of 一 or 半; None where 半 is part of a measure."""
    if folded.startswith("一半", start):
        return None if folded[start + 2 : start + 3] in _OF_TIME and len(folded) > start + 2 else Whole(start + 2, HALF)
    if not folded.startswith("半", start):
        return None
    if folded.startswith("数", start + 1):
        return Whole(start + 2, HALF)
    follows = folded[start + 1 : start + 2]
    hedged = start > 0 and folded[start - 1] in _BEFORE
    return Whole(start + 1, HALF) if hedged and (not is_han(follows) or follows in _OF_WHOM) else None


def doubled_at(folded: str, start: int) -> Whole | None:
    """翻一番 is twice, 翻两番 four times, 翻三倍 three times."""
    match = _TIMES_TWO.match(folded, start)
    if not match:
        return None
    count = numeral(match[1] or match[2] or "一")
    times = int(count.low) if count else 1
    if match[2]:
        return Whole(match.end(), Decimal(times))
    return Whole(match.end(), Decimal(2 if not match[1] else 2**times))


def digits_at(folded: str, start: int) -> tuple[int, Decimal, Decimal] | None:
    """四位数 is 1,000 to 10,000, 双位数 ten to a hundred: where it ends, and its bounds."""
    match = _DIGITS.match(folded, start)
    if match is None or folded[start - 1 : start] in _NUMERAL_LETTERS:
        return None
    places = {"个": 1, "双": 2}.get(match[1]) or small_number(match[1])
    return match.end(), Decimal(10) ** (places - 1), Decimal(10) ** places

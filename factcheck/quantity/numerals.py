"""The value of a numeral: 557.6万, 二十三万五, 8亿9千多万, 十五六, 数十亿, 三十几万, 二〇二五."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Number

DIGITS = {letter: value for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "  两参") for value, letter in enumerate(row)} | {"俩": 2}
DIGITS.pop(" ")
TENS = {"廿": 2, "卅": 3}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
GROUP = 10**4  # magnitudes from here on multiply all that stands before them

_FRACTION = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_PLAIN = "零〇一二三四五六七八九"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_HAN = _FRACTION + "俩参十百千万亿兆拾佰仟廿卅几"
# 大陆, 登陆, 队伍 are words; formal digits stand beside formal magnitudes, or alone.
_FORMAL_DIGIT = rf"(?<![大登着内海水]陆)(?<!队伍)(?:[{_FORMAL}参](?=[拾佰仟百千万亿零〇圆元角分整点{_FORMAL}]|[^\u3400-\u9fff]|$)|(?<=[拾佰仟百千万亿零点之{_FORMAL}])[{_FORMAL}参])"
# 兆 is mega before these, 千 kilo.
_UNIT_PREFIX = r"(?!兆(?:瓦|焦|字节|赫|帕|欧|伏|比特|位)|千[卡牛]|(?<![几数])千[克瓦米])"
# 两 is a weight behind a numeral (三两), a two before a magnitude or a unit; 一两 is one or two only before these.
_TWO = rf"(?<![{_FRACTION}参十百千万亿拾佰仟\d])两|两(?=[百千万亿])|(?<=一)两(?=[个天年位名次家人周百千万小])"
ASCII = r"(?:\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?+|\d++(?:\.\d++)?+|(?<!\d)\.\d++)"
RUN = re.compile(
    rf"(?:{ASCII}|{_UNIT_PREFIX}[{_PLAIN}俩十百千万亿兆拾佰仟廿卅几]|{_FORMAL_DIGIT}|{_TWO}|数(?=[十百千万亿])|(?<=[\d{_HAN}两]) (?=[百千万亿兆])"
    r"|(?<=[万亿兆]) (?=\d[\d,]*+(?:\.\d++)?+ ?(?![\d年月日/:-]))"
    rf"|(?<=\d) (?=(?:多(?!少|半|数|重|样|元|种|边|层|年来)|余(?!下|额|量|款)) ?[\u3400-\u9fff])"
    rf"|(?<=[\d{_HAN} ])(?:多(?!少|半|数|重|样|元|种|边)|余(?!下|额|量|款|杭|姚|江|干|光)|来(?!自|到|临|源|往|访|说|看|讲|了|宾|电|函))"
    rf"|(?<=[\d{_HAN}])点(?=[{_FRACTION}]++(?![十百千刻点]|分(?!钟|之|米|贝)))){{1,40}}+"
)
_TOKEN = re.compile(
    rf"(?P<ascii>\d[\d,]*(?:\.\d+)?|\.\d+)|(?P<han>[{_FRACTION}两俩参]+)|(?P<mag>[十百千万亿兆拾佰仟])|(?P<tens>[廿卅])"
    r"|(?P<some>[几数])|(?P<vague>[多余来])|(?P<point>点)|(?P<space> )"
)
MAX_LETTERS = 60
MAX_DIGITS = 40
_LEAST_EXPONENT = -6  # below it `str` of a decimal has an exponent


class Numeral(NamedTuple):
    """A numeral and how it is written; `length` letters of its run."""

    length: int
    low: Number
    high: Number
    vague: str  # "more": 多, 余; "about": 来; "pair": 三五, 十几; else empty
    head: bool  # begins with a magnitude that no digit counts: 千亩, 百倍
    ascii: bool  # begins with a digit of ASCII
    letters: str
    tail: int  # the magnitudes at its end, multiplied: 10**8 for 1.5亿, 1 for 300
    simple: bool  # one number and the magnitudes at its end, nothing else


class _Item(NamedTuple):
    """A number (n), a lone digit (d), a zero for empty places (z), a fraction (p) or a magnitude (m)."""

    sort: str
    value: Decimal


@lru_cache(maxsize=16384)
def numeral(run: str) -> Numeral | None:
    """The longest numeral at the start of `run`, a match of `RUN`; None where there is none."""
    if len(run) > MAX_LETTERS:
        return None
    tokens = [(match.lastgroup or "", match.group(), match.end()) for match in _TOKEN.finditer(run)]
    with localcontext() as context:
        context.prec = 2 * MAX_LETTERS
        for count in range(len(tokens), 0, -1):
            halved = count < len(tokens) and tokens[count][0] == "mag" and tokens[count - 1][0] in {"ascii", "han"}
            if not halved and (found := _read(run, tokens[:count])):
                return found
    return None


def plain(value: Number) -> Number:
    """The number without trailing zeros, never in exponent notation."""
    if not isinstance(value, Decimal):
        return _decimal(value)
    if value == value.to_integral_value():
        return Decimal(int(value))
    with localcontext() as context:
        context.prec = 2 * MAX_LETTERS
        value = value.normalize()
    return value if value.adjusted() >= _LEAST_EXPONENT else Fraction(value)


def _decimal(value: Number) -> Number:
    """A fraction as a decimal where a finite one exists."""
    numerator, denominator = value.as_integer_ratio()
    twos = fives = 0
    rest = denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > MAX_DIGITS:
        return value
    digits = numerator * 2 ** (places - twos) * 5 ** (places - fives)
    with localcontext() as context:
        context.prec = 4 * MAX_LETTERS
        return plain(Decimal(digits).scaleb(-places)) if places else Decimal(numerator)


def _read(run: str, tokens: list[tuple[str, str, int]]) -> Numeral | None:
    """All tokens as one numeral, or None. `low` and `high` part at 几, 数 and pairs of digits."""
    low: list[_Item] = []
    high: list[_Item] = []
    vague = ""
    skip = False
    for index, (sort, letters, _) in enumerate(tokens):
        before = tokens[index - 1] if index else ("", "", 0)
        after = tokens[index + 1] if index + 1 < len(tokens) else ("", "", 0)
        if skip:
            skip = False
            continue
        pair: tuple[_Item, _Item] | None
        if sort == "ascii":
            pair = _ascii(letters, before)
        elif sort == "han":
            if letters in {"零", "〇"} and after[0] in {"mag", "ascii"} and before[0] in {"mag", ""}:
                low.append(_Item("z", Decimal(0)))
                high.append(low[-1])
                continue
            digits = letters.lstrip("零〇") if before[0] == "mag" else letters
            if not digits:
                return None
            pair = _han(digits, before, after, zero=digits != letters)
        elif sort == "mag":
            pair = _same("m", MAGNITUDES[letters])
        elif sort == "tens":
            pair = _same("d", TENS[letters])
            low.append(pair[0])
            high.append(pair[1])
            pair = _same("m", 10)
        elif sort == "some":
            pair = _some(before, after)
        elif sort == "point":
            if after[0] != "han" or vague or not before[0] or set(after[1]) & set("两俩参"):
                return None
            skip = True
            pair = _same("p", Decimal("0." + "".join(str(DIGITS[letter]) for letter in after[1])))
        elif sort == "vague":
            if vague or after[0] not in {"", "mag", "space"} or not _may_be_vague(letters, before):
                return None
            vague = "about" if letters == "来" else "more"
            continue
        else:
            if after[0] not in {"mag", "ascii", "vague"}:
                return None
            continue
        if pair is None:
            return None
        low.append(pair[0])
        high.append(pair[1])
    return _numeral(run, tokens, low, high, vague)


def _numeral(run: str, tokens: list[tuple[str, str, int]], low: list[_Item], high: list[_Item], vague: str) -> Numeral | None:
    bottom, top = _total(low), _total(high)
    if bottom is None or top is None:
        return None
    tail, at = 1, len(low)
    while at and low[at - 1].sort == "m":
        at -= 1
        tail *= int(low[at].value)
    return Numeral(
        length=tokens[-1][2],
        low=plain(bottom),
        high=plain(top),
        vague=vague or ("pair" if bottom != top else ""),
        head=tokens[0][0] == "mag" and tokens[0][1] not in "十拾",
        ascii=tokens[0][0] == "ascii",
        letters=run[: tokens[-1][2]],
        tail=tail,
        simple=at == 1,
    )


def _same(sort: str, value: int | Decimal) -> tuple[_Item, _Item]:
    item = _Item(sort, Decimal(value))
    return item, item


def _ascii(letters: str, before: tuple[str, str, int]) -> tuple[_Item, _Item] | None:
    if before[0] not in {"", "mag", "space", "han"} or len(letters) > MAX_DIGITS:
        return None
    if before[0] == "han" and before[1] not in {"零", "〇"}:
        return None
    value = Decimal(letters.replace(",", ""))
    return _same("d" if before[0] == "mag" and len(letters) == 1 else "n", value)


def _han(digits: str, before: tuple[str, str, int], after: tuple[str, str, int], *, zero: bool) -> tuple[_Item, _Item] | None:
    values = [DIGITS[letter] for letter in digits]
    joined = before[0] == "mag" or after[0] == "mag"
    if len(digits) == 1:
        if digits in "两俩" and before[0] and after[0] != "mag":
            return None
        return _same("n" if zero else "d", values[0])
    if len(digits) == 2 and values[0] and (values[1] - values[0] == 1 or digits == "三五") and digits[0] not in "两俩" or digits in {"两三", "一两"}:
        if digits[0] == "一" and not joined and digits != "一两":
            return _same("n", Decimal(12))
        return _Item("d", Decimal(values[0])), _Item("d", Decimal(values[1]))
    if before[0] or after[0] in {"mag", "some"} or set(digits) & set("两俩") or len(digits) > MAX_DIGITS:
        return None
    return _same("n", Decimal("".join(map(str, values))))


def _some(before: tuple[str, str, int], after: tuple[str, str, int]) -> tuple[_Item, _Item] | None:
    if after[0] not in {"mag", ""} or (not before[0] and not after[0]):
        return None
    unit_place = before[0] == "tens" or before[1] in {"十", "拾"} or (before[0] == "ascii" and before[1].endswith("0"))
    if before[0] == "ascii" and unit_place:
        return None
    if unit_place:
        return _Item("d", Decimal(0)), _Item("d", Decimal(10))
    if before[0] and (before[0] != "mag" or not after[0]):
        return None
    return _Item("d", Decimal(1)), _Item("d", Decimal(10))


def _may_be_vague(letters: str, before: tuple[str, str, int]) -> bool:
    if before[0] == "ascii":
        return letters != "来" and (len(before[1]) > 1 or letters == "余")
    return before[0] in {"mag", "tens", "space"}


def _total(items: list[_Item]) -> Decimal | None:
    """The sum of the items, or None where their order makes no numeral.

    A magnitude below 万 multiplies the digit before it; one from 万 on multiplies all smaller parts before it.
    A lone digit behind a magnitude counts its next lower place: 二十三万五, 一百二万.
    """
    groups: list[tuple[Decimal, Decimal]] = []  # value, magnitude
    section, lowest = Decimal(0), Decimal(GROUP)
    current: Decimal | None = None
    place = Decimal(0)  # of a lone digit behind a magnitude
    last = _Item("", Decimal(0))
    for item in items:
        if item.sort in "nd":
            if current is not None or (last.sort == "m" and item.value > last.value):
                return None
            current = item.value
            place = last.value / 10 if item.sort == "d" and last.sort == "m" and last.value > 10 else Decimal(0)  # noqa: PLR2004 - 十五 is 15
        elif item.sort == "z":
            pass
        elif item.sort == "p":
            current = sum((value for value, _ in groups), section) + (current or 0) * (place or 1) + item.value
            groups, section, place = [], Decimal(0), Decimal(0)
        elif item.value < GROUP:
            if current is None:
                if last.sort == "m" and (item.value != 10 or last.value not in (100, 1000)):  # noqa: PLR2004 - 一百十五
                    return None
                current = Decimal(1)
            if item.value >= lowest:
                return None
            section, lowest, current = section + current * item.value, item.value, None
        else:
            if current is None and not section and last.sort == "m":
                value, magnitude = groups.pop()
                groups.append((value * item.value, magnitude * item.value))
                last = item
                continue
            ones = current * (place if 0 < place < GROUP / 10 else 1) if current is not None else Decimal(0)
            group = section + ones if last.sort else Decimal(1)
            while groups and groups[-1][1] < item.value:
                group += groups.pop()[0]
            if not group or (groups and group * item.value >= groups[-1][1]):
                return None
            groups.append((group * item.value, item.value))
            section, lowest, current = Decimal(0), Decimal(GROUP), None
        last = item
    ones = current * (place or 1) if current is not None else Decimal(0)
    return sum((value for value, _ in groups), section) + ones

"""A figure: a numeral with its sign, a fraction, a percentage in words, a half; what stands before any unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.numerals import DIGITS, RUN, Numeral, numeral, plain, small_number
from factcheck.quantity.view import is_han

if TYPE_CHECKING:
    from factcheck.model import Number

_SIGN = re.compile(r"(?:(?<![背担肩胜抱欠承自辜身重如])负的? ?|零下|(?:^|(?<=[^\w)\]%℃°}-]))-|(?<=[\u3400-\u9fff])-)$")
_ACCOUNT = re.compile(r"(?:利润|净利|收益|费用|损益|盈利|净额|现金流)$")
_PERCENT = re.compile(r"([百千万亿仟佰]{1,6})分之 ?")
_PARTS = re.compile(r" ?分 ?之 ?")
_CANTONESE = re.compile(r"([二三四五六八十])分([一二三])(?![刻点分天年十百千万]|之)")
_SLASH = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/.])")
_THOUSANDS = re.compile(r"([kK]|M(?![A-Za-z]))(?![A-Za-z0-9])")
_CODE = 1000  # 2242/2280 are two sizes
_MONTHS, _MONTH_DAYS, _FIRST_YEAR, _LAST_YEAR = 12, 31, 1800, 2100
_COMMON = {(2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (9, 10), (3, 10), (7, 10)}
_PAIR_APART = re.compile(
    r"([一二三四五六七八]|[1-8])、([二三四五六七八九]|[2-9])"
    r"(?= ?[百千万亿]|十(?![一二三四五六七八九])|个|名|年(?!级)|天|岁|位(?!数)|家|人|次)"
)
_SOME = re.compile(r"0几(?=[家个人名岁年天位次本所间部多万亿])")
_IN_LIST = frozenset("第十百千、初高大卷0123456789.-至")
_CHINESE = "〇一二三四五六七八九"
_TALL = re.compile(r"[五六七八九](?=[的大以之到至左上个，。、；！]|$)")
_BEFORE_TALL = frozenset("高约近过有到达足是")
_AND_A_HALF = re.compile(r"分半(?=钟)|(?:(?<![\u3400-\u9fff])|(?<=[了约近时过]))分半(?![\u3400-\u9fff])")
_SHARE_BEFORE = re.compile(r"(?:的|约|近|超过?|逾|占|达到?|有|降至|降到|为|不足|不到|仅|是)$")


_COUNTED = frozenset("零一二三四五六七八九十百千万亿两几数多整这那某哪每各0123456789")


class Figure(NamedTuple):
    """A number as written, without a unit. `kind` is percent or fraction where the words say so, else empty."""

    start: int
    end: int
    low: Number
    high: Number
    vague: str
    kind: str
    numeral: Numeral | None
    negative: bool = False

    def times(self, factor: Fraction) -> tuple[Number, Number]:
        """The bounds in another unit."""
        return product(self.low, factor), product(self.high, factor)


def product(value: Number, factor: Fraction) -> Number:
    """The exact product."""
    return value if factor == 1 else plain(Fraction(value) * factor)


def figure_at(folded: str, start: int) -> Figure | None:
    """The figure whose first numeral letter stands at `start`; its sign may stand before it."""
    found = _unsigned(folded, start)
    if found is None:
        return None
    # A minus and a space: only where nothing else is written; in prose it is the mark of a list.
    if folded.startswith("- ") and start == len("- ") and found.end == len(folded):
        return found._replace(
            start=0, low=plain(-Fraction(found.high)), high=plain(-Fraction(found.low)), negative=True
        )
    sign = _SIGN.search(folded, max(0, start - 3), start)
    if sign is None or (sign.group() == "-" and not _negative(folded, sign.start(), found)):
        return found
    low, high = sorted((-Fraction(found.low), -Fraction(found.high)))
    return found._replace(start=sign.start(), low=plain(low), high=plain(high), negative=True)


def _negative(folded: str, at: int, figure: Figure) -> bool:
    """A hyphen behind a Han letter is a minus sign only before a share or a temperature, and in accounts."""
    before = folded[at - 1 : at]
    if not ("\u3400" <= before <= "\u9fff") or folded[figure.end : figure.end + 1] in {"%", "℃", "°"}:
        return True
    return _ACCOUNT.search(folded, max(0, at - 4), at) is not None


def _unsigned(folded: str, start: int) -> Figure | None:
    return next((figure for reader in _READERS if (figure := reader(folded, start))), None)


def _hundred_percent(folded: str, start: int) -> Figure | None:
    if not folded.startswith("百分百", start):
        return None
    return Figure(start, start + 3, Decimal(100), Decimal(100), "", "percent", None)


def _written(folded: str, start: int) -> Figure | None:
    """A numeral, and what goes on with it: 分之, 又, K."""
    run = RUN.match(folded, start)
    written = _apart(folded, start) or (numeral(run.group()) if run else None)
    if written is None:
        return None
    figure = Figure(start, start + written.length, written.low, written.high, written.vague, "", written)
    if written.ascii and written.simple and _SOME.match(folded, figure.end - 1):
        return figure._replace(end=figure.end + 1, high=written.high + 10)  # 40几家
    if match := _PARTS.match(folded, figure.end):
        return _parts(folded, figure, match.end()) or figure
    if folded.startswith("又", figure.end):
        return _mixed(folded, figure) or figure
    return _thousands(folded, figure) if written.letters[-1].isdigit() else figure


def _apart(folded: str, start: int) -> Numeral | None:
    """七、八万: seven to eight, written apart."""
    match = _PAIR_APART.match(folded, start) if folded.startswith("、", start + 1) else None
    if match is None or folded[start - 1 : start] in _IN_LIST:
        return None
    first, second = small_number(match[1]), small_number(match[2])
    run = RUN.match(folded, match.start(2))
    pair = _CHINESE[first] + _CHINESE[second]
    found = numeral(pair + run.group()[1:]) if run and first + 1 == second else None
    return found._replace(length=found.length + 1) if found else None


def _thousands(folded: str, figure: Figure) -> Figure:
    """100K, 1.04M."""
    match = _THOUSANDS.match(folded, figure.end)
    if match is None or (match.group() in "kK" and folded.startswith("m", match.end())):
        return figure
    low, high = figure.times(Fraction(1000 if match.group() in "kK" else 1000000))
    return figure._replace(end=match.end(), low=low, high=high, numeral=None)


def _number_at(folded: str, at: int) -> tuple[Numeral, int, int] | None:
    """The numeral at `at`, its sign and its end."""
    sign = 1
    if folded.startswith(("负", "-"), at):
        sign, at = -1, at + 1
    run = RUN.match(folded, at)
    found = numeral(run.group()) if run else None
    return (found, sign, at + found.length) if found else None


def _percent(folded: str, start: int) -> Figure | None:
    """百分之N, 千分之N, 万分之N in percent."""
    match = _PERCENT.match(folded, start)
    if match is None:
        return None
    found = _number_at(folded, match.end())
    whole = numeral(match.group(1))
    if found is None or whole is None or whole.length != len(match.group(1)):
        return None
    number, sign, end = found
    factor = Fraction(100 * sign) / Fraction(whole.low)
    low, high = sorted((Fraction(number.low) * factor, Fraction(number.high) * factor))
    return Figure(start, end, plain(low), plain(high), number.vague, "percent", number)


def slash_at(folded: str, start: int) -> Figure | None:
    """1/11; not 5/20, the twentieth of May, nor 24/7."""
    match = _SLASH.match(folded, start)
    if match is None:
        return None
    over, under = int(match[1]), int(match[2])
    before = folded[start - 1 : start]
    if (
        not over
        or not under
        or min(over, under) >= _CODE
        or before in {"/", "."}
        or (over > _MONTHS and _FIRST_YEAR < under < _LAST_YEAR)
    ):
        return None
    may_be_day = over <= _MONTHS and under <= _MONTH_DAYS and before not in {"-", "负"}
    if (
        may_be_day
        and over != 1
        and (over, under) not in _COMMON
        and not (over < under and _SHARE_BEFORE.search(folded, max(0, start - 3), start))
    ):
        return None
    if over > under and gcd(over, under) > 1:
        return None
    value = plain(Fraction(over, under))
    return Figure(start, match.end(), value, value, "", "fraction", None)


def _cantonese(folded: str, start: int) -> Figure | None:
    """三分一."""
    match = _CANTONESE.match(folded, start)
    if match is None:
        return None
    under, over = numeral(match[1]), numeral(match[2])
    if under is None or over is None or over.low >= under.low or folded[start - 1 : start] in {"第", "十", "百"}:
        return None
    value = plain(Fraction(over.low) / Fraction(under.low))
    return Figure(start, match.end(), value, value, "", "fraction", None)


def _parts(folded: str, under: Figure, at: int) -> Figure | None:
    """N分之M: the figure before 分之 is the denominator."""
    found = _number_at(folded, at)
    if found is None or under.low != under.high or not under.low:
        return None
    number, sign, end = found
    low, high = sorted(sign * Fraction(bound) / Fraction(under.low) for bound in (number.low, number.high))
    return Figure(under.start, end, plain(low), plain(high), number.vague, "fraction", number)


def _mixed(folded: str, whole: Figure) -> Figure | None:
    """一又二分之一."""
    at = whole.end + 1
    part = _percent(folded, at) or slash_at(folded, at) or _cantonese(folded, at)
    if part is None and (under := _number_at(folded, at)) and (match := _PARTS.match(folded, under[2])):
        denominator = Figure(at, under[2], under[0].low, under[0].high, "", "", under[0])
        part = _parts(folded, denominator, match.end())
    if part is None:
        return None
    over = Fraction(part.low) / (100 if part.kind == "percent" else 1)
    value = plain(Fraction(whole.low) + over)
    return Figure(whole.start, part.end, value, value, "", "fraction", None)


def _half(folded: str, start: int) -> Figure | None:
    if folded[start] != "半":
        return None
    if _AND_A_HALF.match(folded, start - 1) and folded[start - 2 : start - 1] not in _COUNTED:
        return Figure(start - 1, start + 1, Decimal("1.5"), Decimal("1.5"), "", "half", None)
    if folded.startswith("百", start + 1) and not folded.startswith("百分", start + 1):
        return Figure(start, start + 2, Decimal(50), Decimal(50), "", "", None)
    if (
        start and folded[start - 1] == "个" and folded[start - 2 : start - 1] not in _COUNTED
    ):  # 个半小时 is one and a half
        return Figure(start - 1, start + 1, Decimal("1.5"), Decimal("1.5"), "", "half", None)
    return Figure(start, start + 1, Decimal("0.5"), Decimal("0.5"), "", "half", None)


def _metre(folded: str, start: int) -> Figure | None:
    """米八: one metre eighty, said of a person."""
    match = _TALL.match(folded, start) if folded[start - 1 : start] == "米" else None
    if match is None or (is_han(folded[start - 2 : start - 1] or "，") and folded[start - 2] not in _BEFORE_TALL):
        return None
    value = 1 + Decimal(DIGITS[match.group()]) / 10
    return Figure(start - 1, start + 1, value, value, "", "tall", None)


_READERS = (_percent, _hundred_percent, slash_at, _cantonese, _metre, _written, _half)

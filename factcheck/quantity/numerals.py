"""The value of a numeral: 557.6万, 二十三万五, 8亿9千多万, 十五六, 数十亿, 三十几万, 二〇二五."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.sums import Sum

if TYPE_CHECKING:
    from factcheck.model import Number

_PLAIN, _FORMAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
DIGITS = {letter: value for row in (_PLAIN, _FORMAL) for value, letter in enumerate(row)}
DIGITS |= {"两": 2, "俩": 2, "仨": 3, "参": 3}
TENS = {"廿": 2, "卅": 3}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}

_DIGIT = _PLAIN + _FORMAL
_MAG = "十百千万亿兆拾佰仟"
_BEHIND = rf"(?<=[\d{_DIGIT}俩仨参{_MAG}廿卅几"  # a letter of a numeral stands before
ASCII = r"(?:\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?+|\d++(?:\.\d++)?+|(?<!\d)\.\d++)"
_RUN = (
    ASCII,
    # 兆 is mega before these, 千 kilo.
    rf"(?!兆(?:瓦|焦|字节|赫|帕|欧|伏|比特|位)|千[卡牛]|(?<![几数])千[克瓦米])[零{_PLAIN}俩仨{_MAG}廿卅几]",
    # 大陆, 登陆, 队伍, 参加 are words: these stand beside formal magnitudes, or alone.
    "[壹贰叁肆柒捌玖]",
    rf"(?<![大登着内海水队])[陆伍参](?=[拾佰仟百千万亿〇圆元角分整点{_FORMAL}]|[^\u3400-\u9fff]|$)",
    rf"(?:(?<=[拾佰仟点{_FORMAL}])|(?<=分之))[陆伍参](?![续军路地])",
    # 两 is a weight behind a numeral, a two before a magnitude or a unit; 一两 is one or two only before these.
    rf"(?<![{_DIGIT}参{_MAG}\d])两|两(?=[百千万亿])|(?<=一)两(?=[个天年位名次家人周百千万小岁]|分钟)",
    r"数(?=[十百千万亿])",
    rf"{_BEHIND}两]) (?=[百千万亿兆])",
    r"(?<=[万亿兆]) (?=\d[\d,]*+(?:\.\d++)?+ ?(?![\d年月日/:-]))",
    r"(?<=\d) (?=(?:多(?![少半数重样边]|元[化素文])|余(?![下额量])) ?[\u3400-\u9fff])",
    rf"{_BEHIND} ])(?:多(?![少半数重样边]|元[化素文])|余(?![下额量杭姚江干光])|来(?![自到临源往访说看讲了宾电函]))",
    rf"{_BEHIND}])许(?=[人里岁户])",
    rf"{_BEHIND} ])点(?=[{_DIGIT}]++(?![十百千刻点]|分(?![钟之米贝])))",
    # Text from PDF and OCR: spaces beside the point, before what takes decimals.
    rf"(?<=[{_DIGIT}十百千万亿]) (?=点[{_DIGIT}]++(?![十百千刻点]|分(?![钟之米贝])))",
    rf"(?<=[{_DIGIT}十百千])点 (?=[{_DIGIT}]++ ?(?:个? ?百 ?分 ?点|[%倍元]|[万亿] ?元|公[里斤顷]))",
)
RUN = re.compile(f"(?:{'|'.join(_RUN)}){{1,40}}+")
_TOKEN = re.compile(
    rf"(?P<ascii>\d[\d,]*(?:\.\d+)?|\.\d+)|(?P<han>[{_DIGIT}两俩仨参]+)|(?P<mag>[{_MAG}])|(?P<tens>[廿卅])"
    r"|(?P<some>[几数])|(?P<vague>[多余来许])|(?P<point> ?点 ?)|(?P<space> )"
)
MAX_LETTERS = 60
MAX_DIGITS = 40
_MAX_HAN = 40  # letters; 9999兆9999亿9999万9999 in words has 31
_LEAST_EXPONENT = -6  # below it `str` of a decimal has an exponent
_ZEROS = frozenset("零〇")
_SPOKEN = frozenset("两俩仨")  # never a digit among digits
_PAIRS = frozenset(("三五", "两三", "一两"))


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


class _Token(NamedTuple):
    sort: str
    letters: str
    end: int


_NONE = _Token("", "", 0)


def is_nonsense(run: str) -> bool:
    """Whether a run is longer than any numeral."""
    return len(run) > MAX_LETTERS or (len(run) >= _MAX_HAN and not run.isascii())


@lru_cache(maxsize=16384)
def numeral(run: str) -> Numeral | None:
    """The longest numeral at the start of `run`, a match of `RUN`; None where there is none."""
    if is_nonsense(run):
        return None
    tokens = [_Token(match.lastgroup or "", match.group(), match.end()) for match in _TOKEN.finditer(run)]
    with localcontext() as context:
        context.prec = 2 * MAX_LETTERS
        for count in range(len(tokens), 0, -1):
            # A digit is not parted from its magnitude: 10万20万 is no 10万20.
            halved = count < len(tokens) and tokens[count].sort == "mag" and tokens[count - 1].sort in {"ascii", "han"}
            if not halved and (found := _Reader(tokens[:count]).numeral(run)):
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


def _decimal(value: Fraction) -> Number:
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
    if not places:
        return Decimal(numerator)
    digits = numerator * 2 ** (places - twos) * 5 ** (places - fives)
    with localcontext() as context:
        context.prec = 4 * MAX_LETTERS
        return plain(Decimal(digits).scaleb(-places))


def small_number(letters: str) -> int:
    """The value of a numeral of the calendar; 元 is one, 二〇二五 a year."""
    if letters.isascii():
        return int(letters)
    found = numeral(letters.replace("0", "〇")) if letters != "元" else None
    return int(found.low) if found else 1


class _Reader:
    """Reads tokens as one numeral. Its two sums part at 几, 数 and pairs of digits: 十几 is 10 to 20."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.low, self.high = Sum(), Sum()
        self.vague = ""

    def numeral(self, run: str) -> Numeral | None:
        """The tokens as one numeral, or None."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            before = tokens[index - 1] if index else _NONE
            after = tokens[index + 1] if index + 1 < len(tokens) else _NONE
            if before.sort != "point" and not getattr(self, f"_{token.sort}")(token.letters, before, after):
                return None
        low, high = plain(self.low.value), plain(self.high.value)
        tail, at = 1, len(tokens)
        while at and tokens[at - 1].sort in {"mag", "vague", "space"}:
            at -= 1
            tail *= MAGNITUDES.get(tokens[at].letters, 1)
        first, end = tokens[0], tokens[-1].end
        return Numeral(
            length=end,
            low=low,
            high=high,
            vague=self.vague or ("pair" if low != high else ""),
            head=first.sort == "mag" and first.letters not in "十拾",
            ascii=first.sort == "ascii",
            letters=run[:end],
            tail=tail * 10 if at and tokens[at - 1].sort == "tens" else tail,
            simple=at == 1 or (at == 0 and len(tokens) == 1),
        )

    def _number(self, low: Decimal | int, high: Decimal | int | None = None, *, lone: bool = True) -> bool:
        upper = low if high is None else high
        return self.low.number(Decimal(low), lone=lone) and self.high.number(Decimal(upper), lone=lone)

    def _magnitude(self, value: int) -> bool:
        return self.low.magnitude(Decimal(value)) and self.high.magnitude(Decimal(value))

    def _ascii(self, letters: str, before: _Token, _after: _Token) -> bool:
        if len(letters) > MAX_DIGITS or before.sort not in {"", "mag", "space", "han"}:
            return False
        if before.sort == "han" and before.letters not in _ZEROS:
            return False
        return self._number(Decimal(letters.replace(",", "")), lone=before.sort == "mag" and len(letters) == 1)

    def _han(self, letters: str, before: _Token, after: _Token) -> bool:
        if letters in _ZEROS and after.sort in {"mag", "ascii"} and before.sort in {"mag", ""}:
            return self.low.zero() and self.high.zero()
        digits = letters.lstrip("零〇") if before.sort == "mag" else letters
        if not digits:
            return False
        values = [DIGITS[letter] for letter in digits]
        if len(digits) == 1:
            apart = digits in _SPOKEN and before.sort and after.sort != "mag"
            return not apart and self._number(values[0], lone=digits == letters)
        if digits in _PAIRS or (len(digits) == 2 and 0 < values[0] == values[1] - 1 and not set(digits) & _SPOKEN):
            listed = digits == "一二" and "mag" not in {before.sort, after.sort}
            return self._number(12) if listed else self._number(*values)
        if before.sort or after.sort in {"mag", "some"} or set(digits) & _SPOKEN or len(digits) > MAX_DIGITS:
            return False
        return self._number(Decimal("".join(map(str, values))), lone=False)

    def _mag(self, letters: str, _before: _Token, _after: _Token) -> bool:
        return self._magnitude(MAGNITUDES[letters])

    def _tens(self, letters: str, _before: _Token, _after: _Token) -> bool:
        return self._number(TENS[letters]) and self._magnitude(10)

    def _some(self, _letters: str, before: _Token, after: _Token) -> bool:
        """几 and 数: one to ten, or nought to ten behind 十."""
        if before.sort == "tens" or before.letters in {"十", "拾"}:
            return after.sort in {"mag", ""} and self._number(0, 10)
        return after.sort == "mag" and before.sort in {"", "mag"} and self._number(1, 10)

    def _point(self, _letters: str, before: _Token, after: _Token) -> bool:
        if after.sort != "han" or self.vague or not before.sort or set(after.letters) & (_SPOKEN | {"参"}):
            return False
        fraction = Decimal("0." + "".join(str(DIGITS[letter]) for letter in after.letters))
        return self.low.fraction(fraction) and self.high.fraction(fraction)

    def _vague(self, letters: str, before: _Token, after: _Token) -> bool:
        if self.vague or after.sort not in {"", "mag", "space"}:
            return False
        self.vague = "about" if letters in "来许" else "more"
        if before.sort == "ascii":
            return letters == "余" or (letters == "多" and len(before.letters) > 1)
        return before.sort in {"mag", "tens", "space"}

    @staticmethod
    def _space(_letters: str, _before: _Token, after: _Token) -> bool:
        return after.sort in {"mag", "ascii", "vague"}

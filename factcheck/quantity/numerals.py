"""The value of a numeral: 557.6万, 二十三万五, 8亿9千多万, 十五六, 数十亿, 三十几万, 二〇二五."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.sums import Sum

if TYPE_CHECKING:
    from factcheck.lexicon.quantity import NumeralLexicon
    from factcheck.model import Number

MAX_LETTERS = 60
MAX_DIGITS = 40
_MAX_HAN = 40  # letters; 9999兆9999亿9999万9999 in words has 31
_ROUNDED = 3  # digits of a number that 几 or 来 stands behind: 10几, 100来
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


class _Token(NamedTuple):
    sort: str
    letters: str
    end: int


_NONE = _Token("", "", 0)


def is_nonsense(run: str) -> bool:
    """Whether a run is longer than any numeral."""
    return len(run) > MAX_LETTERS or (len(run) >= _MAX_HAN and not run.isascii())


@lru_cache(maxsize=16384)
def read_numeral(run: str, words: NumeralLexicon) -> Numeral | None:
    """The longest numeral at the start of `run`, a match of `words.run`; None where there is none."""
    if is_nonsense(run):
        return None
    tokens = [_Token(match.lastgroup or "", match.group(), match.end()) for match in words.token.finditer(run)]
    with localcontext() as context:
        context.prec = 2 * MAX_LETTERS
        for count in range(len(tokens), 0, -1):
            # A digit is not parted from its magnitude: 10万20万 is no 10万20.
            halved = count < len(tokens) and tokens[count].sort == "mag" and tokens[count - 1].sort in {"ascii", "han"}
            if not halved and (found := _Reader(tokens[:count], words).numeral(run)):
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


def small_number(letters: str, words: NumeralLexicon) -> int:
    """The value of a numeral of the calendar; 元 is one, 二〇二五 a year."""
    if letters.isascii():
        return int(letters)
    found = read_numeral(letters.replace("0", words.zero), words) if letters != words.first else None
    return int(found.low) if found else 1


class _Reader:
    """Reads tokens as one numeral. Its two sums part at 几, 数 and pairs of digits: 十几 is 10 to 20."""

    def __init__(self, tokens: list[_Token], words: NumeralLexicon) -> None:
        self.tokens = tokens
        self.words = words
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
            tail *= self.words.magnitudes.get(tokens[at].letters, 1)
        first, end = tokens[0], tokens[-1].end
        return Numeral(
            length=end,
            low=low,
            high=high,
            vague=self.vague or ("pair" if low != high else ""),
            head=first.sort == "mag" and first.letters not in self.words.decades,
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
        if before.sort == "han" and before.letters not in self.words.zeros:
            return False
        return self._number(Decimal(letters.replace(",", "")), lone=before.sort == "mag" and len(letters) == 1)

    def _han(self, letters: str, before: _Token, after: _Token) -> bool:
        words = self.words
        if letters in words.zeros and after.sort in {"mag", "ascii"} and before.sort in {"mag", ""}:
            return self.low.zero() and self.high.zero()
        digits = letters.lstrip("".join(words.zeros)) if before.sort == "mag" else letters
        if not digits:
            return False
        values, spoken = [words.digits[letter] for letter in digits], not words.spoken.isdisjoint(digits)
        if len(digits) == 1:
            apart = spoken and before.sort and after.sort != "mag"
            return not apart and self._number(values[0], lone=digits == letters)
        if digits in words.pairs or (len(digits) == 2 and 0 < values[0] == values[1] - 1 and not spoken):
            listed = digits == words.sequence and "mag" not in {before.sort, after.sort}
            return self._number(10 * values[0] + values[1]) if listed else self._number(*values)
        if before.sort or after.sort in {"mag", "some"} or spoken or len(digits) > MAX_DIGITS:
            return False
        return self._number(Decimal("".join(map(str, values))), lone=False)

    def _mag(self, letters: str, _before: _Token, _after: _Token) -> bool:
        return self._magnitude(self.words.magnitudes[letters])

    def _tens(self, letters: str, _before: _Token, _after: _Token) -> bool:
        return self._number(self.words.tens[letters]) and self._magnitude(10)

    def _some(self, _letters: str, before: _Token, after: _Token) -> bool:
        """几 and 数: one to ten, or nought to ten behind 十; up to the next round number behind digits."""
        if before.sort == "ascii":
            zeros = len(before.letters) - len(before.letters.rstrip("0"))
            rounded = before.letters.isdigit() and 0 < zeros < len(before.letters) <= _ROUNDED
            # 20几 ends at 30, 500几 at 600
            return rounded and after.sort in {"mag", ""} and self.high.more(10**zeros)
        if before.sort == "tens" or before.letters in self.words.decades:
            return after.sort in {"mag", ""} and self._number(0, 10)
        counted = after.sort == "mag" or after.letters == self.words.classifier
        return counted and before.sort in {"", "mag"} and self._number(1, 10)

    def _point(self, _letters: str, before: _Token, after: _Token) -> bool:
        if before.sort == after.sort == "ascii" and after.letters.isdigit() and before.letters.isdigit():  # 12点5万
            part = Decimal("0." + after.letters)
            return self.low.fraction(part) and self.high.fraction(part)
        if after.sort != "han" or self.vague or not before.sort or set(after.letters) & self.words.no_decimals:
            return False
        fraction = Decimal("0." + "".join(str(self.words.digits[letter]) for letter in after.letters))
        return self.low.fraction(fraction) and self.high.fraction(fraction)

    def _vague(self, letters: str, before: _Token, after: _Token) -> bool:
        if self.vague or after.sort not in {"", "mag", "space"}:
            return False
        self.vague = "about" if letters in self.words.about else "more"
        if before.sort == "ascii" and self.vague == "about":
            return before.letters[-1] == "0" and 1 < len(before.letters) <= _ROUNDED  # 30来家
        if before.sort == "ascii":
            return letters == self.words.more or (letters == self.words.more_of_many and len(before.letters) > 1)
        return before.sort in {"mag", "tens", "space"}

    @staticmethod
    def _space(_letters: str, _before: _Token, after: _Token) -> bool:
        return after.sort in {"mag", "ascii", "vague"}

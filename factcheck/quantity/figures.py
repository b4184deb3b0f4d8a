"""A figure: a numeral with its sign, a fraction, a percentage in words, a half; what stands before any unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.letters import is_han
from factcheck.quantity.numerals import Numeral, plain, read_numeral, small_number

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.quantity import FigureLexicon
    from factcheck.model import Number

_SLASH = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/.])")
_THOUSANDS = {"k": 1000, "K": 1000, "M": 10**6, "w": 10**4, "W": 10**4}
_HYPHENS = frozenset("-–")
_CODE = 1000  # 2242/2280 are two sizes
_MONTHS, _MONTH_DAYS, _FIRST_YEAR, _LAST_YEAR = 12, 31, 1800, 2100
_COMMON = {(2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (9, 10), (3, 10), (7, 10)}


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
    thousands: int = 1  # what a letter behind it multiplies it by: 1000 for 15k

    @property
    def tail(self) -> int:
        """What its end multiplies it by: 10**8 for 1.5亿, 1000 for 15k, 1 for 300."""
        return self.numeral.tail if self.numeral is not None else self.thousands

    @property
    def simple(self) -> bool:
        """Whether it is one number and the magnitude at its end."""
        return self.thousands > 1 if self.numeral is None else self.numeral.simple

    def negate(self) -> Figure:
        """The same below zero."""
        return self._replace(low=plain(-Fraction(self.high)), high=plain(-Fraction(self.low)), negative=True)

    def times(self, factor: Fraction) -> tuple[Number, Number]:
        """The bounds in another unit."""
        return product(self.low, factor), product(self.high, factor)


def product(value: Number, factor: Fraction) -> Number:
    """The exact product."""
    return value if factor == 1 else plain(Fraction(value) * factor)


def figure_at(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    """The figure whose first numeral letter stands at `start`; its sign may stand before it."""
    found = _unsigned(folded, start, lexicon)
    if found is None:
        return None
    # A minus and a space: only where nothing else is written; in prose it is the mark of a list.
    if folded.startswith("- ") and start == len("- ") and found.end == len(folded):
        return found.negate()._replace(start=0)
    sign = lexicon.figures.sign.search(folded, max(0, start - 3), start)
    if sign is None or (sign.group() in _HYPHENS and not _is_minus(folded, sign.start(), found, lexicon)):
        return found
    return found.negate()._replace(start=sign.start())


def _is_minus(folded: str, at: int, figure: Figure, lexicon: QuantityLexicon) -> bool:
    """Whether the hyphen or dash at `at` is a sign, not a dash.

    Behind a Han letter it is one before a unit that has a sign (%, ℃), behind a measure that may be negative or a word
    that is followed by its value, and where the other end of a range says so.
    """
    words = lexicon.figures
    if folded[at] == "-" and not is_han(folded[at - 1 : at]):
        return True
    if words.signed_unit.match(folded, figure.end) or words.valued.search(folded, max(0, at - 6), at):
        return True
    return words.signed_range.match(folded, figure.end) is not None


def _unsigned(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    return next((figure for reader in _READERS if (figure := reader(folded, start, lexicon))), None)


def _hundred_percent(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    word = lexicon.figures.hundred_percent
    if not folded.startswith(word, start):
        return None
    return Figure(start, start + len(word), Decimal(100), Decimal(100), "", "percent", None)


def _written(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    """A numeral, and what goes on with it: 分之, 又, K."""
    words, run = lexicon.figures, lexicon.numerals.run.match(folded, start)
    written = _pair_apart(folded, start, lexicon) or (read_numeral(run.group(), lexicon.numerals) if run else None)
    if written is None:
        return None
    figure = Figure(start, start + written.length, written.low, written.high, written.vague, "", written)
    if match := words.parts.match(folded, figure.end):
        return _parts(folded, figure, match.end(), lexicon) or figure
    if folded.startswith(words.mixed, figure.end):
        return _mixed(folded, figure, lexicon) or figure
    return _thousands(folded, figure, words) if written.letters[-1].isdigit() else figure


def _pair_apart(folded: str, start: int, lexicon: QuantityLexicon) -> Numeral | None:
    """七、八万: seven to eight, written apart."""
    words, numerals = lexicon.figures, lexicon.numerals
    match = words.pair_apart.match(folded, start) if folded.startswith("、", start + 1) else None
    if match is None or folded[start - 1 : start] in words.in_list:
        return None
    first, second = small_number(match[1], numerals), small_number(match[2], numerals)
    run = numerals.run.match(folded, match.start(2))
    pair = words.digits[first] + words.digits[second]
    found = read_numeral(pair + run.group()[1:], numerals) if run and first + 1 == second else None
    return found._replace(length=found.length + 1) if found else None


def _thousands(folded: str, figure: Figure, words: FigureLexicon) -> Figure:
    """100K, 1.04M, 3.5w of money and people."""
    match = words.thousands.match(folded, figure.end)
    if match is None:
        return figure
    thousands = _THOUSANDS[match.group()]
    low, high = figure.times(Fraction(thousands))
    return figure._replace(end=match.end(), low=low, high=high, numeral=None, thousands=thousands)


def _number_at(folded: str, at: int, lexicon: QuantityLexicon) -> tuple[Numeral, int, int] | None:
    """The numeral at `at`, its sign and its end."""
    sign = 1
    if folded.startswith(lexicon.figures.minus, at):
        sign, at = -1, at + 1
    run = lexicon.numerals.run.match(folded, at)
    found = read_numeral(run.group(), lexicon.numerals) if run else None
    return (found, sign, at + found.length) if found else None


def _percent(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    """百分之N, 千分之N, 万分之N in percent."""
    match = lexicon.figures.percent.match(folded, start)
    if match is None:
        return None
    found = _number_at(folded, match.end(), lexicon)
    whole = read_numeral(match.group(1), lexicon.numerals)
    if found is None or whole is None or whole.length != len(match.group(1)):
        return None
    number, sign, end = found
    factor = Fraction(100 * sign) / Fraction(whole.low)
    low, high = sorted((Fraction(number.low) * factor, Fraction(number.high) * factor))
    return Figure(start, end, plain(low), plain(high), number.vague, "percent", number)


def slash_at(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
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
    may_be_day = over <= _MONTHS and under <= _MONTH_DAYS and before not in lexicon.figures.minus
    if (
        may_be_day
        and over != 1
        and (over, under) not in _COMMON
        and not (over < under and lexicon.figures.share_before.search(folded, max(0, start - 3), start))
    ):
        return None
    if over > under and gcd(over, under) > 1:
        return None
    value = plain(Fraction(over, under))
    return Figure(start, match.end(), value, value, "", "fraction", None)


def _short_fraction(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    """三分一, as Cantonese says it."""
    words = lexicon.figures
    match = words.short_fraction.match(folded, start)
    if match is None:
        return None
    under, over = read_numeral(match[1], lexicon.numerals), read_numeral(match[2], lexicon.numerals)
    if under is None or over is None or over.low >= under.low or folded[start - 1 : start] in words.not_before_short:
        return None
    value = plain(Fraction(over.low) / Fraction(under.low))
    return Figure(start, match.end(), value, value, "", "fraction", None)


def _parts(folded: str, under: Figure, at: int, lexicon: QuantityLexicon) -> Figure | None:
    """N分之M: the figure before 分之 is the denominator."""
    found = _number_at(folded, at, lexicon)
    if found is None or under.low != under.high or not under.low:
        return None
    number, sign, end = found
    low, high = sorted(sign * Fraction(bound) / Fraction(under.low) for bound in (number.low, number.high))
    return Figure(under.start, end, plain(low), plain(high), number.vague, "fraction", number)


def _mixed(folded: str, whole: Figure, lexicon: QuantityLexicon) -> Figure | None:
    """一又二分之一."""
    at = whole.end + 1
    readers = (_percent, slash_at, _short_fraction)
    part = next((found for reader in readers if (found := reader(folded, at, lexicon))), None)
    under = _number_at(folded, at, lexicon) if part is None else None
    if under and (match := lexicon.figures.parts.match(folded, under[2])):
        denominator = Figure(at, under[2], under[0].low, under[0].high, "", "", under[0])
        part = _parts(folded, denominator, match.end(), lexicon)
    if part is None:
        return None
    over = Fraction(part.low) / (100 if part.kind == "percent" else 1)
    value = plain(Fraction(whole.low) + over)
    return Figure(whole.start, part.end, value, value, "", "fraction", None)


def _half(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    words = lexicon.figures
    if folded[start] != words.half:
        return None
    if words.and_a_half.match(folded, start - 1) and folded[start - 2 : start - 1] not in words.counted:
        return Figure(start - 1, start + 1, Decimal("1.5"), Decimal("1.5"), "", "half", None)
    if folded.startswith(words.hundred, start + 1) and not folded.startswith(words.percent_begins, start + 1):
        return Figure(start, start + 2, Decimal(50), Decimal(50), "", "", None)
    counted = folded[start - 2 : start - 1] in words.counted
    if start and folded[start - 1] == words.classifier and not counted:  # 个半小时 is one and a half
        return Figure(start - 1, start + 1, Decimal("1.5"), Decimal("1.5"), "", "half", None)
    return Figure(start, start + 1, Decimal("0.5"), Decimal("0.5"), "", "half", None)


def _metre(folded: str, start: int, lexicon: QuantityLexicon) -> Figure | None:
    """米八: one metre eighty, said of a person."""
    words = lexicon.figures
    match = words.tall.match(folded, start) if folded[start - 1 : start] == words.metre else None
    if match is None or (is_han(folded[start - 2 : start - 1] or "，") and folded[start - 2] not in words.before_tall):
        return None
    value = 1 + Decimal(lexicon.numerals.digits[match.group()]) / 10
    return Figure(start - 1, start + 1, value, value, "", "tall", None)


_READERS = (_percent, _hundred_percent, slash_at, _short_fraction, _metre, _written, _half)

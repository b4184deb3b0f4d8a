"""Numerals that are spelled in words, and digits with magnitudes in words: 1,170.1 million, two hundred and fifty."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.numerals import plain

if TYPE_CHECKING:
    from factcheck.lexicon.spelled import SpelledNumerals
    from factcheck.model import Number

_HUNDRED = 100
_TEN = 10
_HALF = Fraction(1, 2)
_MOST_WORDS = 12  # of a numeral


class SpelledNumber(NamedTuple):
    """A numeral without its unit, behind its sign; `power` is the magnitude behind it, 1 without one."""

    end: int
    low: Number
    high: Number
    power: int = 1
    fraction: bool = False
    in_words: bool = False
    bare: bool = False  # digits without comma, point or magnitude
    halved: bool = False  # a half that needs a unit or a magnitude
    many: bool = False  # what is counted stands behind `of`


def read_spelled_number(folded: str, at: int, words: SpelledNumerals, *, priced: bool) -> SpelledNumber | None:
    """The longest numeral that begins at `at`; `priced` behind the mark of a currency."""
    if folded[at].isdigit():
        return _in_digits(folded, at, words, priced=priced)
    return _vague(folded, at, words) or _part(folded, at, words) or _half(folded, at, words) or _in_words(folded, at, words)


def _in_digits(folded: str, at: int, words: SpelledNumerals, *, priced: bool) -> SpelledNumber | None:
    if match := words.slash.match(folded, at):
        over, under = int(match["over"]), int(match["under"])
        if under:
            value = plain(Fraction(over, under))
            return SpelledNumber(match.end(), value, value, fraction=True)
    match = words.digits.match(folded, at)
    if match is None:
        return None
    written = match.group()
    value = Decimal(written.replace(",", ""))
    end, power = _powers(folded, match.end(), words)
    if power == 1 and (short := words.short_power.match(folded, end)) and (priced or short[1] not in words.of_money):
        end, power = short.end(), words.short_powers[short[1]]
    number = plain(value * power)
    return SpelledNumber(end, number, number, power, bare=power == 1 and written.isdigit())


def _powers(folded: str, at: int, words: SpelledNumerals) -> tuple[int, int]:
    """The end and the product of the magnitudes at `at`: hundred million."""
    power = 1
    for _ in range(2):
        match = words.power.match(folded, at)
        if match is None:
            break
        at, power = match.end(), power * words.powers[match["word"]]
    return at, power


def _vague(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """Dozens of, hundreds of millions of, several hundred: from one to ten of the magnitude."""
    match = words.vague.match(folded, at)
    if match is None:
        return None
    if match["many"]:
        low, high = words.many[match["many"].lower()]
        return SpelledNumber(match.end(), Decimal(low), Decimal(high), low, in_words=True, many=True)
    end, more = _powers(folded, match.end(), words)
    power = words.powers[match["power"]] * more
    return SpelledNumber(end, Decimal(power), Decimal(_TEN * power), power, in_words=True)


def _part(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """A third of, two-thirds, half of the."""
    match = words.part.match(folded, at)
    if match is None:
        return None
    over = words.ones[match["over"].lower()] if match["over"] else 1
    value = plain(Fraction(over, words.parts[match["under"]])) if match["under"] else plain(_HALF)
    return SpelledNumber(match.end(), value, value, fraction=True, in_words=True) if over else None


def _half(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """Half a million, half an hour, half a dozen."""
    match = words.half.match(folded, at)
    if match is None:
        return None
    end, power = _powers(folded, match.end(), words)
    value = plain(_HALF * power)
    return SpelledNumber(end, value, value, power, in_words=True, halved=power == 1)


def _in_words(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """Twelve, two hundred and fifty, one and a half million, a dozen."""
    one = words.one.match(folded, at)
    total, group, end = 0, 1 if one else 0, one.end() if one else at
    power, largest, begun = 1, 0, one is not None
    for _ in range(_MOST_WORDS):
        match = words.token.match(folded, end)
        if match is None:
            break
        word = match["word"].lower() if end == at else match["word"]
        if word in words.ones or word in words.tens:
            value = words.ones.get(word, words.tens.get(word, 0))
            if begun and not _goes_on(group, value, power, joined=match["and"] is not None):
                break
            group, power = group + value, 1
        elif word in words.powers and begun and match["and"] is None:
            value = words.powers[word]
            if value <= _HUNDRED:
                group, power = (group or 1) * value, value
            elif largest and value >= largest and not group:
                total, power = total * value, power * value  # hundred thousand million
            elif largest and value >= largest:
                break
            else:
                total, group, power, largest = total + (group or 1) * value, 0, value, value
        else:
            break
        begun, end = True, match.end()
    if not begun:
        return None
    value = Fraction(total + group)
    if power == 1 and not total and (match := words.and_a_half.match(folded, end)):
        end, power = _powers(folded, match.end(), words)
        value = (value + _HALF) * power
    number = plain(value)
    return SpelledNumber(end, number, number, power if value >= _HUNDRED else 1, in_words=True)


def _goes_on(group: int, value: int, power: int, *, joined: bool) -> bool:
    """Whether a number below a hundred goes on with what stands before: sixty-five, two hundred and ten."""
    if joined or power > 1:
        return power > 1
    return _TEN * 2 <= group % _HUNDRED and group % _TEN == 0 and 0 < value < _TEN

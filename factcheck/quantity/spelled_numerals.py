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
    multiple: bool = False  # doubled: a multiple without a unit
    many: bool = False  # what is counted stands behind `of`


def read_spelled_number(folded: str, at: int, words: SpelledNumerals, *, priced: bool) -> SpelledNumber | None:
    """The longest numeral that begins at `at`; `priced` behind the mark of a currency."""
    if found := _slash(folded, at, words):
        return found
    if folded[at].isdigit():
        return _in_digits(folded, at, words, priced=priced)
    if match := words.multiple.match(folded, at):
        value = Decimal(words.multiples[match["word"].lower()])
        return SpelledNumber(match.end(), value, value, in_words=True, multiple=True)
    return (
        _vague(folded, at, words)
        or _part(folded, at, words)
        or _half(folded, at, words)
        or _in_words(folded, at, words)
    )


def _in_digits(folded: str, at: int, words: SpelledNumerals, *, priced: bool) -> SpelledNumber | None:
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


def _slash(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """2/3 of, one in five."""
    match = words.slash.match(folded, at)
    if match is None:
        return None
    over = int(match["over"] or 1)
    under = words.ones[match["of_word"]] if match["of_word"] else int(match["under"] or match["of"])
    if not 0 < over < under:
        return None
    value = plain(Fraction(over, under))
    return SpelledNumber(match.end(), value, value, fraction=True)


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


class _Sum(NamedTuple):
    """What is read of a numeral in words: `total` of what a large magnitude closed, `group` behind it.

    `power` is the last magnitude, 1 behind a number below a hundred; `largest` the last large one.
    """

    total: int = 0
    group: int = 0
    power: int = 1
    largest: int = 0
    begun: bool = False


def _in_words(folded: str, at: int, words: SpelledNumerals) -> SpelledNumber | None:
    """Twelve, two hundred and fifty, one and a half million, a dozen."""
    one = words.one.match(folded, at)
    found, end = (_Sum(group=1, begun=True), one.end()) if one else (_Sum(), at)
    for _ in range(_MOST_WORDS):
        match = words.token.match(folded, end)
        word = "" if match is None else match["word"] if found.begun else match["word"].lower()
        more = _add(found, word, words, joined=match["and"] is not None) if match else None
        if match is None or more is None:
            break
        found, end = more, match.end()
    if not found.begun:
        return None
    value, power = Fraction(found.total + found.group), found.power
    if power == 1 and not found.total and (match := words.and_a_half.match(folded, end)):
        end, power = _powers(folded, match.end(), words)
        value = (value + _HALF) * power
    number = plain(value)
    return SpelledNumber(end, number, number, power if value >= _HUNDRED else 1, in_words=True)


def _add(found: _Sum, word: str, words: SpelledNumerals, *, joined: bool) -> _Sum | None:
    """The sum with one more word; None where the numeral ends before it."""
    if word in words.ones or word in words.tens:
        value = words.ones.get(word, words.tens.get(word, 0))
        if found.begun and not _goes_on(found.group, value, found.power, joined=joined):
            return None
        return found._replace(group=found.group + value, power=1, begun=True)
    if word not in words.powers or not found.begun or joined:
        return None
    value = words.powers[word]
    if value <= _HUNDRED:
        return found._replace(group=(found.group or 1) * value, power=value)
    if found.largest and value >= found.largest:
        # a hundred thousand million
        return None if found.group else found._replace(total=found.total * value, power=found.power * value)
    return found._replace(total=found.total + (found.group or 1) * value, group=0, power=value, largest=value)


def _goes_on(group: int, value: int, power: int, *, joined: bool) -> bool:
    """Whether a number below a hundred goes on with what stands before: sixty-five, two hundred and ten."""
    if joined or power > 1:
        return power > 1
    return group % _HUNDRED >= 2 * _TEN and group % _TEN == 0 and 0 < value < _TEN

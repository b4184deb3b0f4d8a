"""What stands behind a figure and says what it measures: units, and what sticks to them (多, 半)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicon.units import Unit
from factcheck.quantity.figures import Figure, figure_at, product
from factcheck.quantity.fits import unit_fits
from factcheck.quantity.letters import find_longest
from factcheck.quantity.numerals import plain
from factcheck.quantity.word_bounds import goes_on

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.quantity import MeasureLexicon
    from factcheck.lexicon.units import UnitLexicon
    from factcheck.model import Kind, Number
    from factcheck.quantity.context import TextContext

_HALF = Fraction(1, 2)
_NEVER_STICKS = frozenset(("percentage_point", "speed", "power", "energy", "data", "other", "rank", "number"))
_LATIN_UNIT = re.compile(r"[A-Za-zμ]{1,12}[²³23]?(?:/[A-Za-zμ0-9³²]{1,8})?")
_NO_MEASURE = frozenset(("count", "money", "percent"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TEN = 10
_CLAUSE = 16  # letters before a figure that say what is paid
_LEAST_BROKEN = 3


class Measure(NamedTuple):
    """A figure with its unit: bounds in `name`, or the bare figure where `unit` is None."""

    start: int
    end: int
    low: Number
    high: Number
    vague: str
    figure: Figure
    unit: Unit | None
    kind: Kind
    name: str
    falls: bool = False  # a range told from its larger to its smaller end


def unit_at(context: TextContext, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at `at`, one space allowed, and where it ends."""
    folded, table, words = context.folded, context.lexicon.units, context.lexicon.measures
    at += folded.startswith(" ", at)
    letter = folded[at : at + 1]
    if not letter:
        return None
    if letter == "μ" or (letter.isascii() and letter.isalpha()):
        return _latin_unit(folded, at, table)
    if letter == " ":
        return _broken_unit(folded, at + 1 + folded.startswith(" ", at + 1), "", context.lexicon)
    word = find_longest(folded, at, table.units, table.unit_lengths)
    if broken := _broken_unit(folded, at, word, context.lexicon):
        return broken
    while word:
        unit, end = table.units[word], at + len(word)
        if not _is_other_word(context, unit, at, end):
            name = words.stored.get(context.stored[at])
            return (unit._replace(name=name) if name else unit), end
        word = find_longest(word[:-1], 0, table.units, table.unit_lengths)
    return None


def _broken_unit(folded: str, at: int, word: str, lexicon: QuantityLexicon) -> tuple[Unit, int] | None:
    """A long unit with spaces before and inside, as PDF and OCR text have them: 个百分 点, 平方 公里."""
    if " " not in folded[max(0, at - 1) : at + _LEAST_BROKEN + 1]:
        return None
    match = lexicon.measures.broken.match(folded, at)
    letters = match.group().replace(" ", "") if match else ""
    found = find_longest(letters, 0, lexicon.units.units, lexicon.units.unit_lengths)
    if len(found) < _LEAST_BROKEN or len(found) <= len(word):
        return None
    end = at
    for letter in found:
        end = folded.index(letter, end) + 1
    return lexicon.units.units[found], end


def _latin_unit(folded: str, at: int, table: UnitLexicon) -> tuple[Unit, int] | None:
    match = _LATIN_UNIT.match(folded, at)
    if not match:
        return None
    word, found = match.group(), table.units
    for candidate in (word, word.split("/")[0], word.rstrip("23")):
        end = at + len(candidate)
        if candidate in found and not folded[end : end + 1].isdigit():
            return found[candidate], end
    return None


def _is_other_word(context: TextContext, unit: Unit, at: int, end: int) -> bool:
    """Whether the letters that look like a unit are part of another word, or another letter as stored (裡 is no 里)."""
    if goes_on(context, unit, at, end):
        return True
    return unit.word in context.lexicon.measures.as_stored and context.stored[at] != unit.word


def measure_at(context: TextContext, figure: Figure) -> Measure:
    """The figure with its unit and all that sticks to both; without a unit, the figure as kind `number`."""
    folded, lexicon = context.folded, context.lexicon
    if figure.kind in {"percent", "fraction"}:
        return _share(context, figure)
    inside = lexicon.measures.half_or_more.match(folded, figure.end) if figure.kind != "half" else None
    found = _duration(context, inside.end()) if inside else _special(context, figure) or unit_at(context, figure.end)
    if found is None or not (inside or unit_fits(folded, figure, *found, lexicon.fits)):
        return _bare(folded, figure, lexicon)
    unit, end = found
    low, high, vague = figure.low, figure.high, figure.vague
    if inside and inside[1] == lexicon.measures.half:
        low, high = _plus(low, high, _HALF)
    elif inside:
        vague = "more"
    if unit.word == lexicon.measures.discount and high > _TEN:  # 八五折
        unit = unit._replace(factor=Fraction(1))
    low, high = product(low, unit.factor), product(high, unit.factor)
    measure = Measure(figure.start, end, low, high, vague, figure, unit, unit.kind, unit.name)
    return _with_rest(folded, measure, lexicon)


def _duration(context: TextContext, at: int) -> tuple[Unit, int] | None:
    """The unit behind 个半, 个多: 一个半月, 三个多小时."""
    found = unit_at(context, at)
    if found is None or found[0].kind != "duration":
        return None
    words = context.lexicon.measures
    return (context.lexicon.units.units[words.month], found[1]) if found[0].word == words.month_letter else found


def _with_rest(folded: str, measure: Measure, lexicon: QuantityLexicon) -> Measure:
    """三年半, 一年多, 5公里多, 六成三, 200个+."""
    words, unit, figure, end = lexicon.measures, measure.unit, measure.figure, measure.end
    if unit is None or measure.kind in _NEVER_STICKS:
        return measure
    if figure.kind == "half":
        match = words.more_than_half.match(folded, end)
        return measure._replace(vague="more", end=match.end()) if match else measure
    if unit.word == words.tenth and (match := words.tenths.match(folded, end)):
        low, high = _plus(measure.low, measure.high, Fraction(lexicon.numerals.digits[match[1]]))
        return measure._replace(low=low, high=high, end=match.end())
    match = words.sticks.match(folded, end) if not measure.vague else None
    if match is None:
        return measure
    if match.group() == words.half:
        low, high = _plus(measure.low, measure.high, _HALF * unit.factor)
        return measure._replace(low=low, high=high, end=match.end())
    if measure.kind == "count" and match.group() != "+":
        return measure
    return measure._replace(vague="about" if match.group() == words.about else "more", end=match.end())


def _plus(low: Number, high: Number, more: Fraction) -> tuple[Number, Number]:
    return plain(Fraction(low) + more), plain(Fraction(high) + more)


def _share(context: TextContext, figure: Figure) -> Measure:
    """A percentage or fraction in words; a fraction of a unit is a measure (四分之一公升)."""
    found = unit_at(context, figure.end) if figure.kind == "fraction" else None
    if found and found[0].kind not in _NO_MEASURE and found[0].word not in context.lexicon.measures.no_fraction_of:
        unit, end = found
        low, high = figure.times(unit.factor)
        return Measure(figure.start, end, low, high, figure.vague, figure, unit, unit.kind, unit.name)
    kind: Kind = "percent" if figure.kind == "percent" else "fraction"
    name = "%" if kind == "percent" else ""
    return Measure(figure.start, figure.end, figure.low, figure.high, figure.vague, figure, None, kind, name)


def _special(context: TextContext, figure: Figure) -> tuple[Unit, int] | None:
    """Units that only what stands around makes: 5分30秒, 分半钟, 5毛钱, 米八, 俩月."""
    folded, at, words, units = context.folded, figure.end, context.lexicon.measures, context.lexicon.units.units
    minute = words.minute_letter
    if figure.kind == "tall":
        return units[words.metre], at
    if figure.kind == "half" and folded[figure.start] == minute:
        return units[words.minute], at + folded.startswith(words.clock, at)
    if folded[at - 1] in words.holds_classifier and folded.startswith(words.month_letter, at):
        return units[words.month], at + 1
    spaced = at + folded.startswith(" " + minute, at)
    behind = spaced + 1 + folded.startswith(" ", spaced + 1)
    if folded.startswith(minute, spaced) and _is_minutes(folded, behind, context.lexicon):
        return units[words.minute]._replace(word=minute), spaced + 1
    coin = words.spoken_coins.match(folded, at)
    if coin is None and folded[at : at + 1] in words.coins and _is_price(folded, figure, words):
        coin = words.coin.match(folded, at)
    if coin:
        return Unit("money", words.money, words.coins[coin.group()[0]], coin.group()), coin.end()
    return None


def _is_price(folded: str, figure: Figure, words: MeasureLexicon) -> bool:
    """Whether 2.8分, 8角, 6厘 are money: behind so much for each of something, a price, or before its unit."""
    start, letter = figure.start, folded[figure.end]
    before = folded[max(0, start - _CLAUSE) : start]
    if words.interest.search(before):
        return False
    if words.coins_go_on.match(folded, figure.end):
        return True
    if words.price_behind.match(folded, figure.end + 1) or words.priced.search(before):
        return True
    return letter not in words.points and words.paid.search(before) is not None


def _is_minutes(folded: str, at: int, lexicon: QuantityLexicon) -> bool:
    words = lexicon.measures
    if words.minutes.match(folded, at):
        return True
    rest = figure_at(folded, at, lexicon) if folded[at : at + 1] in words.digit else None
    return rest is not None and folded.startswith((words.second, " " + words.second), rest.end)


def _bare(folded: str, figure: Figure, lexicon: QuantityLexicon) -> Measure:
    """No unit: a count of the noun that follows, or a number."""
    end, number, vague = figure.end, figure.numeral, figure.vague
    if folded.startswith("+", end) and not folded[end + 1 : end + 2].isdigit():
        end, vague = end + 1, "more"
    bare = Measure(figure.start, end, figure.low, figure.high, vague, figure, None, "number", "")
    if number is None or figure.kind or not (number.ascii or number.tail >= _TEN) or _YEAR.match(number.letters):
        return bare
    if Fraction(figure.low).denominator > 1:
        return bare  # 7.21伤者: a day that names an event; nobody counts a part of a person
    nouns = lexicon.units.nouns
    noun = find_longest(folded, end, nouns, lexicon.units.noun_lengths)
    behind = end + len(noun)
    if not noun or (behind < len(folded) and folded[behind] in lexicon.measures.no_noun):
        return bare
    return bare._replace(kind="count", name=nouns[noun])


def currency_before(folded: str, start: int, table: UnitLexicon) -> tuple[str, int] | None:
    """The currency whose mark (¥, US$, 人民币) ends at `start`, and where the mark begins."""
    at = start - 1 if folded[start - 1 : start] == " " else start
    for length in (4, 3, 2, 1):
        mark = folded[at - length : at] if at >= length else ""
        code = table.marks.get(mark) if mark else None
        if code is None:
            continue
        left = folded[at - length - 1 : at - length]
        if not (mark.isascii() and mark[0].isalpha() and left.isascii() and left.isalnum()):
            return code, at - length
    return None

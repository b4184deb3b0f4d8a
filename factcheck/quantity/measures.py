"""What stands behind a figure and says what it measures: units, and what sticks to them (多, 半)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.figures import Figure, figure_at, product
from factcheck.quantity.fits import fits
from factcheck.quantity.numerals import DIGITS, plain
from factcheck.quantity.tables import Unit, currency_marks, longest, noun_lengths, nouns, unit_lengths, units

if TYPE_CHECKING:
    from factcheck.model import Kind, Number
    from factcheck.quantity.view import View

MINOR = {
    "角": Fraction(1, 10),
    "毛": Fraction(1, 10),
    "毫": Fraction(1, 10),
    "分": Fraction(1, 100),
    "仙": Fraction(1, 100),
}
_HALF = Fraction(1, 2)
_HALF_OR_MORE = re.compile(r" ?个(半|多) ?(?=月|小时|钟头|钟|星期|礼拜|世纪|季度|工作日)")
_STICKS = re.compile(
    r"半(?![径年数天日夜价岛导路场程山个小])|(?:多|余(?![杭姚江干额下光]))(?![少样边元种年个名只重])|来(?=[高长重深宽])|\+"
)
_MORE_THAN_HALF = re.compile(r"[多余](?![少样])")
_NEVER_STICKS = frozenset(("percentage_point", "speed", "power", "energy", "data", "other", "rank", "number"))
_TENTHS = re.compile(r" ?([一二三四五六七八九])(?![成个年月日名位十百千万])")
_MINUTES = re.compile(r"半钟?(?![数决程径价岛])")
_DIGIT = frozenset("0123456789零一二三四五六七八九十")
_SPOKEN_COINS = re.compile(r"[毛角分]钱")
_LATIN_UNIT = re.compile(r"[A-Za-zμ]{1,12}[²³23]?(?:/[A-Za-zμ0-9³²]{1,8})?")
_NO_MEASURE = frozenset(("count", "money", "percent"))
_NO_FRACTION_OF = frozenset("度天日级分年两方里")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NO_NOUN = frozenset("会节团证卡费税房门村镇乡")
_TEN = 10
_HOLDS_CLASSIFIER = frozenset("俩仨")  # 俩 is 两个
_BROKEN = re.compile(r"[\u3400-\u9fff]{1,6}(?: [\u3400-\u9fff]{1,4}){0,3}")
_LEAST_BROKEN = 3
_TYPHOONS = "台风"  # 3颱: the stored letter says what 台 no longer does


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


def unit_at(view: View, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at `at`, one space allowed, and where it ends."""
    folded = view.folded
    at += folded.startswith(" ", at)
    letter = folded[at : at + 1]
    if not letter:
        return None
    if letter == "μ" or (letter.isascii() and letter.isalpha()):
        return _latin_unit(folded, at)
    if letter == " ":
        return _broken_unit(folded, at + 1 + folded.startswith(" ", at + 1), "")
    word = longest(folded, at, units(), unit_lengths())
    if broken := _broken_unit(folded, at, word):
        return broken
    while word:
        unit, end = units()[word], at + len(word)
        if not _is_other_word(view, unit, at, end):
            return (unit._replace(name=_TYPHOONS) if view.stored[at] == "颱" else unit), end
        word = longest(word[:-1], 0, units(), unit_lengths())
    return None


def _broken_unit(folded: str, at: int, word: str) -> tuple[Unit, int] | None:
    """A long unit with spaces before and inside, as PDF and OCR text have them: 个百分 点, 平方 公里."""
    if " " not in folded[max(0, at - 1) : at + _LEAST_BROKEN + 1]:
        return None
    match = _BROKEN.match(folded, at)
    letters = match.group().replace(" ", "") if match else ""
    found = longest(letters, 0, units(), unit_lengths())
    if len(found) < _LEAST_BROKEN or len(found) <= len(word):
        return None
    end = at
    for letter in found:
        end = folded.index(letter, end) + 1
    return units()[found], end


def _latin_unit(folded: str, at: int) -> tuple[Unit, int] | None:
    match = _LATIN_UNIT.match(folded, at)
    if not match:
        return None
    word, found = match.group(), units()
    for candidate in (word, word.split("/")[0], word.rstrip("23")):
        end = at + len(candidate)
        if candidate in found and not folded[end : end + 1].isdigit():
            return found[candidate], end
    return None


def _is_other_word(view: View, unit: Unit, at: int, end: int) -> bool:
    """Whether the letters that look like a unit are part of another word, or another letter as stored (裡 is no 里)."""
    folded = view.folded
    if unit.unless and end < len(folded) and any(folded[end : end + n] in unit.unless for n in (1, 2, 3)):
        return True
    return unit.word == "里" and view.stored[at] != "里"


def measure_at(view: View, figure: Figure) -> Measure:
    """The figure with its unit and all that sticks to both; without a unit, the figure as kind `number`."""
    folded = view.folded
    if figure.kind in {"percent", "fraction"}:
        return _share(view, figure)
    inside = _HALF_OR_MORE.match(folded, figure.end) if figure.kind != "half" else None
    found = _duration(view, inside.end()) if inside else _special(view, figure) or unit_at(view, figure.end)
    if found is None or not (inside or fits(folded, figure, *found)):
        return _bare(folded, figure)
    unit, end = found
    low, high, vague = figure.low, figure.high, figure.vague
    if inside and inside[1] == "半":
        low, high = _plus(low, high, _HALF)
    elif inside:
        vague = "more"
    if unit.word == "折" and high > _TEN:  # 八五折
        unit = unit._replace(factor=Fraction(1))
    low, high = product(low, unit.factor), product(high, unit.factor)
    return _sticking(folded, Measure(figure.start, end, low, high, vague, figure, unit, unit.kind, unit.name))


def _duration(view: View, at: int) -> tuple[Unit, int] | None:
    """The unit behind 个半, 个多: 一个半月, 三个多小时."""
    found = unit_at(view, at)
    if found is None or found[0].kind != "duration":
        return None
    return (units()["个月"], found[1]) if found[0].word == "月" else found


def _sticking(folded: str, measure: Measure) -> Measure:
    """三年半, 一年多, 5公里多, 六成三, 200个+."""
    unit, figure, end = measure.unit, measure.figure, measure.end
    if unit is None or measure.kind in _NEVER_STICKS:
        return measure
    if figure.kind == "half":
        match = _MORE_THAN_HALF.match(folded, end)
        return measure._replace(vague="more", end=match.end()) if match else measure
    if unit.word == "成" and (match := _TENTHS.match(folded, end)):
        low, high = _plus(measure.low, measure.high, Fraction(DIGITS[match[1]]))
        return measure._replace(low=low, high=high, end=match.end())
    match = _STICKS.match(folded, end) if not measure.vague else None
    if match is None:
        return measure
    if match.group() == "半":
        low, high = _plus(measure.low, measure.high, _HALF * unit.factor)
        return measure._replace(low=low, high=high, end=match.end())
    if measure.kind == "count" and match.group() != "+":
        return measure
    return measure._replace(vague="about" if match.group() == "来" else "more", end=match.end())


def _plus(low: Number, high: Number, more: Fraction) -> tuple[Number, Number]:
    return plain(Fraction(low) + more), plain(Fraction(high) + more)


def _share(view: View, figure: Figure) -> Measure:
    """A percentage or fraction in words; a fraction of a unit is a measure (四分之一公升)."""
    found = unit_at(view, figure.end) if figure.kind == "fraction" else None
    if found and found[0].kind not in _NO_MEASURE and found[0].word not in _NO_FRACTION_OF:
        unit, end = found
        low, high = figure.times(unit.factor)
        return Measure(figure.start, end, low, high, figure.vague, figure, unit, unit.kind, unit.name)
    kind: Kind = "percent" if figure.kind == "percent" else "fraction"
    name = "%" if kind == "percent" else ""
    return Measure(figure.start, figure.end, figure.low, figure.high, figure.vague, figure, None, kind, name)


def _special(view: View, figure: Figure) -> tuple[Unit, int] | None:
    """Units that only what stands around makes: 5分30秒, 分半钟, 5毛钱, 米八, 俩月."""
    folded, at = view.folded, figure.end
    if figure.kind == "tall":
        return units()["米"], at
    if figure.kind == "half" and folded[figure.start] == "分":
        return units()["分钟"], at + folded.startswith("钟", at)
    if folded[at - 1] in _HOLDS_CLASSIFIER and folded.startswith("月", at):
        return units()["个月"], at + 1
    spaced = at + folded.startswith(" 分", at)
    if folded.startswith("分", spaced) and _is_minutes(folded, spaced + 1 + folded.startswith(" ", spaced + 1)):
        return units()["分钟"]._replace(word="分"), spaced + 1
    if match := _SPOKEN_COINS.match(folded, at):
        return Unit("money", "元", MINOR[match.group()[0]], match.group()), match.end()
    return None


def _is_minutes(folded: str, at: int) -> bool:
    if _MINUTES.match(folded, at):
        return True
    rest = figure_at(folded, at) if folded[at : at + 1] in _DIGIT and at < len(folded) else None
    return rest is not None and folded.startswith(("秒", " 秒"), rest.end)


def _bare(folded: str, figure: Figure) -> Measure:
    """No unit: a count of the noun that follows, or a number."""
    end, number, vague = figure.end, figure.numeral, figure.vague
    if folded.startswith("+", end) and not folded[end + 1 : end + 2].isdigit():
        end, vague = end + 1, "more"
    bare = Measure(figure.start, end, figure.low, figure.high, vague, figure, None, "number", "")
    if number is None or figure.kind or not (number.ascii or number.tail >= _TEN) or _YEAR.match(number.letters):
        return bare
    noun = longest(folded, end, nouns(), noun_lengths())
    behind = end + len(noun)
    if not noun or (behind < len(folded) and folded[behind] in _NO_NOUN):
        return bare
    return bare._replace(kind="count", name=nouns()[noun])


def currency_before(folded: str, start: int) -> tuple[str, int] | None:
    """The currency whose mark (¥, US$, 人民币) ends at `start`, and where the mark begins."""
    at = start - 1 if folded[start - 1 : start] == " " else start
    for length in (4, 3, 2, 1):
        mark = folded[at - length : at] if at >= length else ""
        code = currency_marks().get(mark) if mark else None
        if code is None:
            continue
        left = folded[at - length - 1 : at - length]
        if not (mark.isascii() and mark[0].isalpha() and left.isascii() and left.isalnum()):
            return code, at - length
    return None

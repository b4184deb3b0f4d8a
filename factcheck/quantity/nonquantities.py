"""What holds a numeral and is no quantity: model names, numbered things, phones, list numbering, grades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantity.figures import slash_at
from factcheck.quantity.letters import find_longest

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.lexicon.units import Unit

_LATIN = re.compile(r"[A-Za-z0-9_+&/.#·’'-]*")
_LATIN_BEFORE = frozenset("-_.+/&#$")
_NUMBER = re.compile(r"[\d.,]{0,40}\d")
_LETTERS = re.compile(r"[A-Za-z]{1,20}(?:/[A-Za-z]{1,20})?")
_DIGIT_LETTERS = re.compile(r"\d([A-Za-z]+)$")
_MAX_WORD = 40
_THOUSANDS = frozenset("KkMm")
_POWERS = frozenset("23²³")
_DIGITS = re.compile(r"[\d-]+")
_STOCK = re.compile(r"\d{4,6}(?:\.[A-Z]{2})?(?=[)）])")  # alone in brackets: (600519), （2330）
_LIST_MARKS = frozenset(" #*>-(（|")
_MAX_MARKS = 8
_HEADING = re.compile(r"(?:^|\n)#{1,6} $")
_QUOTES = frozenset("“‘「『")
_MONTH_DAY = re.compile(r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?![\d/.%])")
# 7·21洪水, 23·7特大暴雨: what happened on a day or in a month; a dot in the middle of a figure is no point
_DAY_NAME = re.compile(r"\d{1,2}[·•・]\d{1,2}(?![\d.%])")
_BEFORE_ITEM = frozenset("。；：！？;!?”")
_BRACKETS = frozenset("(（")


def no_quantity_end(folded: str, start: int, lexicon: QuantityLexicon) -> int:
    """Where what begins at (or around) `start` and is no quantity ends; `start` where it may be one."""
    before = folded[start - 1 : start]
    if before and before.isascii() and (end := _latin_end(folded, start, lexicon)) > start:
        return end
    if before in lexicon.exclusions.only and folded.startswith(lexicon.exclusions.one_by_one, start):
        return start + 1  # 唯一一所
    readers = (_code_end, _number_end) if folded[start].isascii() else (_number_end, _grade_end)
    return next((end for reader in readers if (end := reader(folded, start, before, lexicon)) > start), start)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _code_end(folded: str, start: int, before: str, lexicon: QuantityLexicon) -> int:
    """Of section numbers, phones, generations, brands, codes and stocks."""
    words = lexicon.exclusions
    if (
        before == " "
        and _HEADING.search(folded, max(0, start - 8), start)
        and (match := words.section.match(folded, start))
    ):
        return match.end()
    for pattern in (words.phone, words.called):
        match = pattern.match(folded, start)
        if match and not (match.group().isdigit() and _is_counted(folded, match.end(), lexicon)):
            return match.end()
    if (
        folded[start - 1] in words.model_ends
        and (model := words.model_before.search(folded, max(0, start - 4), start))
        and (digits := _DIGITS.match(folded, start))
    ):
        counted = folded[digits.end() : digits.end() + 1] in words.counts_on or _is_counted(
            folded, digits.end(), lexicon
        )
        if model.group()[0] in words.fighters or not counted:
            return digits.end()
    if match := words.act.match(folded, start):
        return match.end()
    if (
        "/" in folded[start : start + 3]
        and (match := _MONTH_DAY.match(folded, start))
        and slash_at(folded, start, lexicon) is None
    ):
        return match.end()
    if (match := words.bus.match(folded, start)) and words.bus_before.search(folded, max(0, start - 24), start):
        return match.end()
    if words.code_before.search(folded, max(0, start - 12), start):
        return _end(_DIGITS.match(folded, start))
    stock = _end(_STOCK.match(folded, start)) if before in _BRACKETS else 0
    return stock or _glued_letters(folded, start, lexicon)


def _number_end(folded: str, start: int, before: str, lexicon: QuantityLexicon) -> int:
    """Of list numbering, addresses, and numbers that name their bearer."""
    words = lexicon.exclusions
    if (
        before in _BRACKETS
        and not folded[start - 2 : start - 1].isalnum()
        and (end := _end(words.bracketed.match(folded, start)))
    ):
        return end
    if _begins_line(folded, start):
        match = words.numbering.match(folded, start)
        if match and not _unit_follows(folded, match, lexicon):
            return match.end()
    if before == "，" and (match := words.point_of_list.match(folded, start)):
        return match.end()
    if _begins_item(folded, start) and (match := words.item.match(folded, start)):
        return match.end()
    if before in words.streets and (end := _end(words.address.match(folded, start))):
        return end
    if (article := words.article.match(folded, start)) and words.law_before.search(folded, max(0, start - 14), start):
        return article.end()
    return _end(words.numbered.match(folded, start)) or _end(_DAY_NAME.match(folded, start))


def _grade_end(folded: str, start: int, before: str, lexicon: QuantityLexicon) -> int:
    words = lexicon.exclusions
    if before in _QUOTES and (match := words.slogan.match(folded, start)):
        return match.end()
    return _end(words.graded.match(folded, start)) or _end(words.congress.match(folded, start))


def _begins_item(folded: str, start: int) -> bool:
    """Whether a sentence or a list begins here; figures behind a comma are no items."""
    at = start - 1
    while at > 0 and folded[at] == " " and start - at <= _MAX_MARKS:
        at -= 1
    return at < 0 or folded[at] in _BEFORE_ITEM or folded[at] in "\n\r"


def _unit_follows(folded: str, match: re.Match[str], lexicon: QuantityLexicon) -> bool:
    """Whether what looks like the number of a heading is 5 天, 6 公里."""
    end = match.end()
    if not match.group().endswith(" "):
        return False
    return folded[end] in lexicon.exclusions.magnitudes or _unit_at(folded, end, lexicon) is not None


def _unit_at(folded: str, at: int, lexicon: QuantityLexicon) -> Unit | None:
    return lexicon.units.units.get(find_longest(folded, at, lexicon.units.units, lexicon.units.unit_lengths))


def _is_counted(folded: str, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether a unit stands behind; 平台 and 大地震 only begin like one."""
    unit = _unit_at(folded, end, lexicon)
    if unit is None:
        return False
    behind = end + len(unit.word)
    return not any(folded[behind : behind + n] in unit.unless for n in (1, 2, 3))


def _begins_line(folded: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and folded[at] in _LIST_MARKS and start - at <= _MAX_MARKS:
        at -= 1
    return at < 0 or folded[at] in "\n\r"


def _latin_end(folded: str, start: int, lexicon: QuantityLexicon) -> int:
    """The end of a Latin word that digits belong to (GPT-4o, V3, G60); `start` for a price, a share or a sign."""
    begin, least = start, max(0, start - _MAX_WORD)
    while (
        begin > least
        and folded[begin - 1].isascii()
        and (folded[begin - 1].isalnum() or folded[begin - 1] in _LATIN_BEFORE)
    ):
        begin -= 1
    head = folded[begin:start]
    if not any(letter.isalpha() for letter in head) or head in lexicon.units.marks or head.endswith("$"):
        return start
    if head.rstrip("-") in lexicon.sweep.indicators:
        return start
    # A unit ends the number before a hyphen or stroke: 5km/10km.
    if head[-1] in "-/" and (letters := _DIGIT_LETTERS.search(head[:-1])) and letters.group(1) in lexicon.units.units:
        return start
    return _end(_LATIN.match(folded, start))


def _glued_letters(folded: str, start: int, lexicon: QuantityLexicon) -> int:
    """The end of digits with Latin letters glued on that are no unit (296X, 3D, 00B); `start` otherwise."""
    number = _NUMBER.match(folded, start)
    letters = _LETTERS.match(folded, number.end()) if number else None
    if number is None or letters is None:
        return start
    word = letters.group()
    behind = folded[letters.end() : letters.end() + 1]
    units = lexicon.units.units
    known = word in units or word.split("/")[0] in units or word in _THOUSANDS
    if behind in _POWERS and word + behind in units and not folded[letters.end() + 1 : letters.end() + 2].isalnum():
        return start  # 5mm2
    if known and not (behind.isascii() and behind.isalnum()):
        return start
    if lexicon.figures.thousands.match(folded, number.end()):
        return start
    if word[0] in _THOUSANDS and folded[number.end() + 1 : number.end() + 2] > "\u0080":
        return start
    return _end(_LATIN.match(folded, number.end()))

"""Dates of a life in brackets: 鲁某（1881—1936）, 鲁某（1881年9月25日－1936年10月19日）."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.frame.sentence import Sentence
    from factcheck.quantity import DateExpression

_SHORTEST, _LONGEST = 15, 130  # years of a life, told right or wrong; a war or a plan is mostly shorter
_YEAR = 4  # digits
_LOOK_BACK = 24  # letters of a name
_NAMES = (4, 3, 2)  # letters, the longest first
_JOINING = ("c", "p", "u")  # 和, 与, 的 may be surnames too
_NAMING = ("nr", "x", "ns", "j", "r")  # parts of speech of a name, and of 某某


class LifeDate(NamedTuple):
    """The date on which somebody was born or died; `event` is the word for it."""

    date: DateExpression
    event: str
    subject: str


def find_life_dates(sentence: Sentence) -> Iterator[LifeDate]:
    """Birth and death of whoever stands before brackets that hold two dates and no more."""
    patterns = sentence.lexicon.lives
    for at, first in enumerate(sentence.dates):
        opened = patterns.open.search(sentence.folded, sentence.start, first.start)
        if opened is None:
            continue
        born, died = _split(first) if _is_span(first) else (first, _next(sentence, at))
        if died is None or not patterns.close.match(sentence.folded, died.end) or not _is_life(born, died):
            continue
        if who := _name_before(sentence, opened.start()):
            yield LifeDate(born, patterns.born, who)
            yield LifeDate(died, patterns.died, who)


def _is_span(found: DateExpression) -> bool:
    years = (found.period or "").split("/")
    return len(years) == 2 and all(len(year) == _YEAR for year in years)


def _split(span: DateExpression) -> tuple[DateExpression, DateExpression | None]:
    """1881—1936 as two years, each where it stands."""
    first, last = (span.period or "").split("/")
    at = span.text.rfind(last)
    if not span.text.startswith(first) or at <= 0:
        return span, None
    return _year(span, 0, first), _year(span, at, last)


def _year(span: DateExpression, at: int, year: str) -> DateExpression:
    start = span.start + at
    low, high = date(int(year), 1, 1).toordinal(), date(int(year), 12, 31).toordinal()
    return msgspec.structs.replace(span, start=start, end=start + _YEAR, text=year, period=year, first=low, last=high)


def _next(sentence: Sentence, at: int) -> DateExpression | None:
    """The date behind another, where only a dash parts them."""
    if at + 1 >= len(sentence.dates):
        return None
    gap = sentence.folded[sentence.dates[at].end : sentence.dates[at + 1].start]
    return sentence.dates[at + 1] if sentence.lexicon.lives.dash.fullmatch(gap) else None


def _is_life(born: DateExpression, died: DateExpression) -> bool:
    if None in (born.first, born.last, died.first, died.last) or born.period is None or died.period is None:
        return False
    return _SHORTEST <= int(died.period[:_YEAR]) - int(born.period[:_YEAR]) <= _LONGEST


def _name_before(sentence: Sentence, end: int) -> str | None:
    """The person whose name ends at `end`; no word that the dictionary has for something else (方案, 周期)."""
    lives, least = sentence.lexicon.lives, max(sentence.start, end - _LOOK_BACK)
    if match := lives.foreign.search(sentence.folded, least, end):
        return match["name"]
    begins = {span[0] for _, span in sentence.words_between(least, end)}
    for length in _NAMES:
        name = sentence.folded[max(end - length, least) : end]
        if end - length in begins and lives.person.fullmatch(name) and _is_named(name):
            return name
    return None


def _is_named(name: str) -> bool:
    cut = words(name)
    joined = tag(cut[0]).startswith(_JOINING) and len(cut[0]) == 1 and len(cut) > 1
    return not joined and all(tag(word).startswith(_NAMING) for word in (name, *cut) if len(word) > 1)

"""Dates of a life in brackets: 鲁某（1881—1936）, 鲁某（1881年9月25日－1936年10月19日）."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcheck.quantity.clock import MONTHS
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
        born, died = _split(sentence, first) if _is_span(first) else (first, _next(sentence, at))
        if died is None or not patterns.close.match(sentence.folded, died.end) or not _is_life(born, died):
            continue
        if who := _name_before(sentence, opened.start()):
            yield LifeDate(born, patterns.born, who)
            yield LifeDate(died, patterns.died, who)


def _is_span(found: DateExpression) -> bool:
    first, _, last = (found.period or "").partition("/")
    return bool(last) and len(first) == len(last)


def _split(sentence: Sentence, span: DateExpression) -> tuple[DateExpression, DateExpression | None]:
    """1881—1936 as two dates, each where it stands: the dash in the middle parts them."""
    first, last = (span.period or "").split("/")
    middle = len(span.text) / 2
    written = sentence.folded[span.start : span.end]
    parting = min(
        sentence.lexicon.lives.dash.finditer(written), key=lambda match: abs(match.start() - middle), default=None
    )
    if parting is None:
        return span, None
    return _piece(span, 0, parting.start(), first), _piece(span, parting.end(), len(span.text), last)


def _piece(span: DateExpression, start: int, end: int, period: str) -> DateExpression:
    """One end of a span, written from `start` to `end` of its text."""
    numbers = [int(part) for part in period.split("-")]
    low = date(numbers[0], *numbers[1:2] or (1,), *numbers[2:] or (1,))
    month = numbers[1] if len(numbers) > 1 else MONTHS
    high = date(low.year, month, numbers[2] if len(numbers) > 2 else monthrange(low.year, month)[1])
    return msgspec.structs.replace(
        span, start=span.start + start, end=span.start + end, text=span.text[start:end],
        period=period, first=low.toordinal(), last=high.toordinal(),
    )  # fmt: skip


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

"""Years by whatever calendar and notation: 2024年, ’98年, 23年, 2022财年, FY25/26, 民国114年, 去年, 同年.

A year is read alone; `periods` reads the part of it that follows. A year that is named and cannot be known has no
number, and then no period is guessed for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.calendars import calendar_number
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    import re

    from factcheck.lexicon.dates import DateLexicon
    from factcheck.quantity.clock import Clock

_CENTURY = 100
_PIVOT = 50  # without a date, 49 is 2049 and 50 is 1950
_AHEAD = 15  # years that two digits may lie ahead of the article, as 30年底 in a plan; further ahead they are past
_STRETCH = 10  # years between the ends of 23-25年
_NEAR = 10  # years from the article within which a text of Taiwan counts by two digits of its era
_NEIGHBOUR = 40  # letters
_LOOK_BACK = 12  # letters


class Year(NamedTuple):
    """A year, or one that goes on to `last`, written up to `end`; `number` is None where it cannot be known.

    `relative` if only the document's date says which; `fiscal` if its parts are not those of the calendar; `marked` if
    it stands without a part.
    """

    end: int
    number: int | None
    last: int | None = None
    relative: bool = False
    fiscal: bool = False
    marked: bool = True


def read_year(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> Year | None:
    """The year that is named at `at`, or None."""
    for reader in (_fiscal, _full, _local, _short, _era, _name):
        if found := reader(folded, at, clock, lexicon):
            return found
    return None


def read_short(letters: str, clock: Clock, lexicon: DateLexicon) -> int:
    """The year of two digits: of those in reach of the article's date, the one that lies ahead least."""
    number = calendar_number(letters, lexicon.numerals)
    if number >= _CENTURY:
        return number
    if clock.year is None:
        return number + (2000 if number < _PIVOT else 1900)
    latest = clock.year + _AHEAD
    return latest - (latest - number) % _CENTURY


def _full(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> Year | None:
    match = lexicon.years.full.match(folded, at)
    return Year(match.end(), calendar_number(match["year"], lexicon.numerals)) if match else None


def _short(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> Year | None:
    """’98年 anywhere; 24 before a code; 98年 where no length of time is meant, or a part of a year follows."""
    match = lexicon.years.short.match(folded, at)
    if not match:
        return None
    year = read_short(match["quoted"] or match["short"], clock, lexicon)
    last = read_short(match["last"], clock, lexicon) if match["last"] else None
    if last is not None and not year < last <= year + _STRETCH:
        return None
    if match["quoted"] or not match["mark"]:
        return Year(match.end(), year, last)
    if lexicon.years.length_before.search(folded, max(0, at - _LOOK_BACK), at):
        return None
    stands = _stands(folded, at, match, lexicon)
    if last is not None and not stands:
        return None
    return Year(match.end(), year, last, marked=stands)


def _stands(folded: str, at: int, match: re.Match[str], lexicon: DateLexicon) -> bool:
    """Whether two digits with 年 are a year although no part follows.

    They are at the head of a clause, or behind a noun (东山集团23年, not 从教30年), where a figure is told of it; or
    at the head of a clause where no length is likely to be so long.
    """
    years, end = lexicon.years, match.end()
    if folded.startswith(years.reports, end):
        return True
    if years.length_behind.match(folded, end):
        return False
    head = years.head.search(folded, max(0, at - 2), at)
    sure = years.sure.fullmatch(match["short"])
    if head and sure:
        return True
    if years.round.fullmatch(match["short"]) and not _has_neighbour(folded, at, end, years.other):
        return False
    if not years.figure.match(folded, end) or not _tells(folded, end, years.telling):
        return False
    return bool(head) or _is_noun(words(folded[max(0, at - _LOOK_BACK) : at])[-1])


def _has_neighbour(folded: str, at: int, end: int, other: re.Pattern[str]) -> bool:
    """Whether another year stands near: 10年 alone is rather ten years."""
    return bool(other.search(folded, max(0, at - _NEIGHBOUR), at) or other.search(folded, end, end + _NEIGHBOUR))


def _tells(folded: str, end: int, telling: tuple[str, ...]) -> bool:
    """Whether what holds at a time follows: a noun, or a word that leads to a figure."""
    if folded.startswith(telling, end):
        return True
    follows = words(folded[end : end + _LOOK_BACK])
    return bool(follows) and _is_noun(follows[0])


def _is_noun(word: str) -> bool:
    """Whether a word names something: a noun, a name, one the dictionary does not know."""
    return word[0].isalpha() and tag(word).startswith(("n", "x", "eng", "vn", "s", "j"))


def _fiscal(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> Year | None:
    match = lexicon.years.fiscal.match(folded, at)
    if not match:
        return None
    if match["school"]:
        return Year(match.end(), calendar_number(match["school"], lexicon.numerals), fiscal=True)
    first = read_short(match["fy"] or match["first"], clock, lexicon)
    written = match["fy_to"] or match["last"]
    last = read_short(written, clock, lexicon) if written else None
    if last is not None and last != first + 1:
        return Year(match.end(), None, fiscal=True)
    return Year(match.end(), first, last, fiscal=True)


def _local(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> Year | None:
    """A year of the Republic without the word, in Taiwanese text; 114年度 is one anywhere."""
    years = lexicon.years
    match = years.local.match(folded, at)
    if not match or folded[at - 1 : at].isdigit():
        return None
    number = int(match["plain"] or match["number"])
    if not clock.local_era and (match["plain"] or number < _CENTURY):
        return None
    if years.length_before.search(folded, max(0, at - _LOOK_BACK), at):
        return None
    year = years.local_offset + number
    if number < _CENTURY and clock.year is not None and abs(clock.year - year) > _NEAR:
        return None  # in 2019, 89年 is 1989 and not 2000
    return Year(match.end(), year, year + 1 if match["school"] else None, fiscal=bool(match["school"]))


def _era(folded: str, at: int, _clock: Clock, lexicon: DateLexicon) -> Year | None:
    """民国114年, 昭和12年; of the years before ours and those of the emperors no days are worked out."""
    match = lexicon.years.era.match(folded, at)
    if not match:
        return None
    offset = lexicon.years.eras[match["name"]]
    if offset is None:
        return Year(match.end(), None, fiscal=True)
    number = calendar_number(match["count"], lexicon.numerals)
    year = offset + 1 - number if match["before"] else offset + number
    return Year(match.end(), year if offset or not match["before"] else None)


def _name(folded: str, at: int, clock: Clock, lexicon: DateLexicon) -> Year | None:
    """去年, 同年."""
    match = lexicon.years.named.match(folded, at)
    if not match:
        return None
    if match["away"]:
        away = lexicon.years.away[match["away"]]
        return Year(match.end(), clock.year + away if clock.year else None, relative=True)
    named = clock.named or clock.before
    if named is None or named.first is None:
        return None
    return Year(match.end(), named.first.year + lexicon.years.after[match["named"]], relative=named.relative)

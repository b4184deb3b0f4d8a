"""Places in an order: 第十三位, 居第4, 前十; what else 第 and 前 make of a number is no rank."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.letters import is_han
from factcheck.quantity.names import name_end
from factcheck.quantity.numerals import Numeral, read_numeral

if TYPE_CHECKING:
    from factcheck.lexicon import QuantityLexicon
    from factcheck.model import Kind, Number, Qualifier

_TOP_LIST = re.compile(r"[Tt](?:op|OP) ?(\d{1,3})(?![\d.A-Za-z%])")
_LARGE = 100
_ROUND = 2  # digits before noughts, at most, of a number that is celebrated: 第300万辆, and not 第124棒
_PLACES_BACK = 60  # letters in which the place of another one stands
_SENTENCE_START = re.compile(r"(?:^|[。！？；\n：:“”\s（(*#>_-])$")


class Rank(NamedTuple):
    """A place in an order, or `kind` None: a numeral behind 第 that is none. `end` is where reading goes on."""

    start: int
    end: int
    kind: Kind | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str = ""


def rank_at(folded: str, start: int, lexicon: QuantityLexicon) -> Rank | None:
    """The rank whose numeral begins at `start`, behind 第 or 前; None where neither stands there."""
    words = lexicon.ranks
    at = start - 1 if folded[start - 1 : start] == " " else start
    before = folded[at - 1 : at]
    if before == words.ordinal:
        return _ordinal(folded, start, at - 1, lexicon)
    # 第三、四、五大: one 第 for all of a list.
    listed = words.listed.search(folded, max(0, start - 20), start) if folded[at - 1 : at] in words.list_marks else None
    found = _ordinal(folded, start, start, lexicon) if listed else None
    if found and (found.kind == "rank" or _is_serial(folded, start, lexicon)):
        return found
    if before == words.front:
        return _front(folded, start, at - 1, lexicon)
    if before in {"P", "p"} and (match := _TOP_LIST.match(folded, max(0, at - len("top")))):
        return Rank(match.start(), match.end(), "rank", None, Decimal(match[1]), "at_most")
    return _placed_number(folded, start, lexicon)


def _placed_number(folded: str, start: int, lexicon: QuantityLexicon) -> Rank | None:
    """A number of places that no ordinal mark makes one, but the words before it do."""
    words, run = lexicon.ranks, lexicon.numerals.run.match(folded, start)
    if run is None or words.placed_marks.isdisjoint(folded[start + 1 : run.end() + 1]):
        return None
    found = read_numeral(run.group(), lexicon.numerals)
    if found is None or found.low != found.high:
        return None
    for before, behind in ((words.placed, words.placed_word), (words.placed_beside, words.placed_beside_word)):
        word = behind.match(folded, start + found.length)
        if word is not None and before.search(folded, max(0, start - _PLACES_BACK), start):
            return Rank(start, word.end(), "rank", found.low, found.high, "exact")
    return None


def _numeral_at(folded: str, start: int, lexicon: QuantityLexicon) -> Numeral | None:
    run = lexicon.numerals.run.match(folded, start)
    return read_numeral(run.group(), lexicon.numerals) if run else None


def _ordinal(folded: str, start: int, mark: int, lexicon: QuantityLexicon) -> Rank | None:
    words, found = lexicon.ranks, _numeral_at(folded, start, lexicon)
    if found is None:
        return None
    end = start + found.length
    if folded.startswith(" ", end) and not folded[end + 1 : end + 2].isascii():
        end += 1
    ranked = bool(words.ranked.search(folded, max(0, mark - 5), mark))
    if found_range := _range(folded, mark, found.low, end, lexicon):
        return found_range
    if (match := words.rank_word.match(folded, end)) and (
        ranked or not words.first_person.match(folded, match.start())
    ):
        return Rank(mark, match.end(), "rank", found.low, found.high, "exact")
    follows = folded[end : end + 1]
    alone = not is_han(follows) or follows in words.goes_on
    written = start + found.length
    if words.days.match(folded, written) or _is_serial(folded, start, lexicon):
        return Rank(mark, written, None, None, None, "exact")
    if alone or (ranked and not words.no_rank.match(folded, end)):
        opener = follows in set("，、：") and _SENTENCE_START.search(folded[max(0, mark - 1) : mark])
        return Rank(mark, written, None if opener else "rank", found.low, found.high, "exact")
    if found.high >= _LARGE and _is_round(found.high) and not words.serial.match(folded, end):
        return Rank(mark, written, "other", found.low, found.high, "exact", words.ordinal)
    return Rank(mark, end, None, None, None, "exact")


def _is_round(number: Number) -> bool:
    return len(str(int(number)).rstrip("0")) <= _ROUND


def _is_serial(folded: str, start: int, lexicon: QuantityLexicon) -> bool:
    """Whether a list of numbers ends in what only has numbers: 第13、16、17条."""
    match = lexicon.ranks.serial_list.match(folded, start)
    return match is not None and lexicon.ranks.serial.match(folded, match.end()) is not None


def _range(folded: str, mark: int, low: Number, end: int, lexicon: QuantityLexicon) -> Rank | None:
    """第3至第5位, 第十和第十五之间."""
    words = lexicon.ranks
    match = words.to.match(folded, end)
    found = _numeral_at(folded, match.end(), lexicon) if match else None
    if match is None or found is None or found.high <= low:
        return None
    last = match.end() + found.length
    word = words.rank_word.match(folded, last)
    last = word.end() if word else last
    if (not word or match.group()[0] in words.only_between) and not folded.startswith(words.between, last):
        return None
    return Rank(mark, last, "rank", low, found.high, "range")


def _front(folded: str, start: int, mark: int, lexicon: QuantityLexicon) -> Rank | None:
    words, found = lexicon.ranks, _numeral_at(folded, start, lexicon)
    if found is None or not words.top.match(found.letters) or found.low == Decimal(0):
        return None
    end = start + found.length
    end += folded.startswith(" ", end)
    if words.front_before.search(folded, max(0, mark - 2), mark):
        return None
    match = words.front_after.match(folded, end)
    if not match or name_end(folded, start, end, match.end() + 1, lexicon.names, measured=False):  # 前十里堡
        return None
    return Rank(mark, match.end(), "rank", None, found.high, "at_most")

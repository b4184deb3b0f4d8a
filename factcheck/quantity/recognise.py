"""Quantities in a text: one sweep for numerals, and a reading around each."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.model import Kind, Qualifier, Quantity, Text
from factcheck.quantity.compounds import read_compound, with_level, with_rate
from factcheck.quantity.context import TextContext
from factcheck.quantity.draft import Draft
from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.halves import WordFigure, digits_at, doubling_at, half_at
from factcheck.quantity.heads import is_unit_only, with_head_unit
from factcheck.quantity.hedges import bounds, hedge_after, hedge_before
from factcheck.quantity.letters import is_han
from factcheck.quantity.measures import Measure, currency_before, measure_at
from factcheck.quantity.names import name_end
from factcheck.quantity.nonquantities import no_quantity_end
from factcheck.quantity.numerals import Numeral, is_nonsense
from factcheck.quantity.precision import with_precision
from factcheck.quantity.ranges import join_range, read_ratio, read_score
from factcheck.quantity.ranks import rank_at
from factcheck.quantity.settle import settle_unit
from factcheck.quantity.spelled import next_spelled, read_spelled
from factcheck.text.joins import CleanText

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon, QuantityLexicon
    from factcheck.lexicon.quantity import SweepLexicon

_HUNDRED = 100  # 十八罗汉 are a name, 一千零十二章 a number
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ABOUT = frozenset(("about", "nearly"))
_PHYSICAL = frozenset(("length", "mass", "area"))
_VERSION = re.compile(r"\d{1,2}\.0$")
_LATIN_BEFORE = re.compile(r"[A-Za-z]{2,} ?/? $")
_MAX_TITLE = 2  # digits of a sequel: 《战狼3》
_MONEYED = frozenset(("number", "money", "count", "level"))


def recognise(text: Text, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Every quantity in a prepared text: sorted by start, never overlapping, offsets into the stored text.

    Bare numbers (kind `number`) are among them; bounds are in the base unit that `unit` names.
    """
    clean = CleanText.of(text)
    context = TextContext.of(clean.text, lexicon)
    numerals = _Sweep(context)
    drafts: list[Draft] = []
    at = 0
    while (start := numerals.next(at)) is not None:
        floor = drafts[-1].end if drafts else 0
        draft, at = read_spelled(context, start, floor) or _read(context, start, floor)
        if draft is None:
            continue
        if drafts and (one := _merge_bounds(context.folded, drafts[-1], draft, lexicon)):
            drafts[-1] = one
        else:
            drafts.append(draft)
    return tuple(clean.store_quantity(_quantity(context, draft)) for draft in drafts)


class _Sweep:
    """Where numerals may begin, in letters of either language; `at` of each call is behind that of the one before."""

    def __init__(self, context: TextContext) -> None:
        self._context = context
        self._ahead = -1  # the next numeral of the first language, looked for once: it may be far

    def next(self, at: int) -> int | None:
        """The next place, from `at` on; None where there is no more."""
        context, end = self._context, len(self._context.folded)
        if self._ahead < at:
            match = context.lexicon.sweep.start.search(context.folded, at)
            self._ahead = match.start() if match else end
        spelled = next_spelled(context, at, self._ahead) if context.stretches else None
        found = self._ahead if spelled is None else spelled
        return found if found < end else None


def _quantity(context: TextContext, draft: Draft) -> Quantity:
    start, end = draft.start, draft.end
    text = context.stored[start:end]
    found = Quantity(start, end, text, draft.kind, draft.low, draft.high, draft.unit, draft.qualifier)
    return with_precision(found, context.folded[start:end], context.lexicon, falls=draft.falls)


def _merge_bounds(folded: str, first: Draft, second: Draft, lexicon: Lexicon) -> Draft | None:
    """大于100并且小于300, 3年以上7年以下: two open bounds make a range."""
    words, superlatives = lexicon.quantity.sweep, lexicon.quantity.hedges.superlatives
    if first.kind not in {second.kind, "number"} or first.unit not in {second.unit, ""}:
        return None
    if first.high is None and second.low is None:
        low, high = first.low, second.high
    elif first.low is None and second.high is None and first.qualifier == "at_most":
        low, high = second.low, first.high
    else:
        return None
    if low is None or high is None or Fraction(low) >= Fraction(high):
        return None
    between = folded[first.outer[1] : second.outer[0]]
    if not words.conjunction.match(between):
        # 1000以上，1500以下: behind a comma only bounds of rules; 超过100亿元，不到200亿元 are two thoughts.
        ruled = first.qualifier == "at_least" and second.qualifier in {"at_most", "less_than"}
        ruled = ruled and folded[first.outer[0] : first.start] not in superlatives  # 最低27℃，最高31℃
        if not ruled or not words.listed_bounds.match(between):
            return None
    outer = first.outer[0], second.outer[1]
    return Draft(first.start, second.end, second.kind, low, high, second.unit, "range", outer)


def _read(context: TextContext, start: int, floor: int) -> tuple[Draft | None, int]:
    """The quantity at or around the numeral letter at `start`, behind `floor`; and where reading goes on."""
    folded, lexicon, words = context.folded, context.lexicon, context.lexicon.sweep
    if folded[start] == words.doubling:
        doubled = doubling_at(folded, start, lexicon)
        return (
            (_complete_word(context, start, doubled, "multiple", floor), doubled.end) if doubled else (None, start + 1)
        )
    if folded.startswith(words.places, start + 1) and (place := digits_at(folded, start, lexicon)):
        return Draft(start, place[0], "level", place[1], place[2], "", "range", (start, place[0])), place[0]
    if folded[start] in words.places_begin:
        return None, start + 1
    if (end := context.calendar_end(start)) > start:
        return None, end
    if (rank := rank_at(folded, start, lexicon)) is not None:
        if rank.kind is None:
            return None, rank.end
        outer = rank.start, rank.end
        end = rank.start + len(folded[rank.start : rank.end].rstrip(" "))  # 前三 with a space, at the end of its line
        return Draft(rank.start, end, rank.kind, rank.low, rank.high, rank.unit, rank.qualifier, outer), rank.end
    if (end := no_quantity_end(folded, start, lexicon)) > start:
        return None, end
    if pair := _score_or_half(context, start, floor):
        return pair
    figure = figure_at(folded, start, lexicon)
    if figure is None:
        return None, _run_end(folded, start, lexicon)
    return _read_measure(context, figure._replace(start=max(figure.start, floor)), start, floor)


def _score_or_half(context: TextContext, start: int, floor: int) -> tuple[Draft | None, int] | None:
    """A score (3-1, none of it where one side scored nothing) or a half, and where reading goes on."""
    folded, lexicon = context.folded, context.lexicon
    if score := read_score(folded, start, lexicon):
        value, end = score
        return (None if value is None else Draft(start, end, "ratio", value, value, "", "exact", (start, end))), end
    half = half_at(folded, start, lexicon)
    return (_complete_word(context, start, half, "fraction", floor), half.end) if half else None


def _run_end(folded: str, start: int, lexicon: QuantityLexicon) -> int:
    """Behind a run that is no numeral, so that no part of it is taken for one."""
    run = lexicon.numerals.run.match(folded, start)
    return run.end() if run and (folded[start].isascii() or is_nonsense(run.group())) else start + 1


def _complete_word(context: TextContext, start: int, word: WordFigure, kind: Kind, floor: int) -> Draft:
    """A share or multiple that is one word, with its hedges."""
    folded, lexicon, words = context.folded, context.lexicon, context.lexicon.sweep
    left = hedge_before(folded, start, floor, lexicon.hedges, bare=True)
    right = hedge_after(folded, word.end, kind, lexicon.hedges)
    qualifier: Qualifier | None = left.qualifier or right.qualifier
    if (
        kind == "fraction"
        and folded.startswith(words.more, word.end)
        and folded[word.end + 1 : word.end + 2] not in words.not_more
    ):
        word, qualifier = word._replace(end=word.end + 1), "more_than"
    if folded[start - 1 : start] == words.great:
        start, qualifier = start - 1, "more_than"
    low, high, qualifier = bounds(word.value, word.value, qualifier)
    return Draft(start, word.end, kind, low, high, "", qualifier, (left.at, right.at))


def _read_measure(context: TextContext, figure: Figure, start: int, floor: int) -> tuple[Draft | None, int]:
    """The quantity whose figure is read, and where reading goes on; None where it is part of a name or a code."""
    folded, lexicon = context.folded, context.lexicon
    first = read_compound(context, measure_at(context, figure))
    if not folded[start].isascii() and (
        end := name_end(folded, start, figure.end, first.end, lexicon.names, measured=first.kind in _PHYSICAL)
    ):
        return None, end
    measure = join_range(context, first)
    if measure is first:
        if score := read_ratio(folded, first, lexicon):
            value, end = score
            outer = figure.start, end
            return (None if value is None else Draft(*outer, "ratio", value, value, "", "exact", outer)), end
        measure = with_level(folded, measure, lexicon.compounds)
    if is_unit_only(folded, measure, lexicon) or _is_rest(folded, measure):
        return None, measure.end
    if (headed := with_head_unit(folded, measure, lexicon)) is not measure:
        return _complete_measure(context, headed, floor), headed.end
    measure = with_rate(folded, measure, lexicon.compounds)
    counted = measure.kind == "count" and measure.unit is None  # Pixel 7手机
    if (
        counted
        and figure.numeral
        and figure.numeral.ascii
        and _is_named(folded, measure, figure.numeral, lexicon.sweep)
    ):
        return None, measure.end
    if (measure.kind in {"number", "fraction"} and not _stands_alone(folded, measure, lexicon.sweep)) or _is_code(
        measure
    ):
        return None, max(measure.end, start + 1)
    if figure.kind == "half" and measure.unit is None:
        return None, start + 1
    return _complete_measure(context, measure, floor), measure.end


def _is_rest(folded: str, measure: Measure) -> bool:
    """Whether a magnitude stands behind digits that were no figure (A-3.5亿元): it is none of its own."""
    number, start = measure.figure.numeral, measure.figure.start
    return number is not None and number.head and folded[start - 1 : start].isdigit()


def _complete_measure(context: TextContext, measure: Measure, floor: int) -> Draft:
    """The measure with its currency, its hedges and what its place makes of its unit."""
    folded, number, words = context.folded, measure.figure.numeral, context.lexicon.sweep
    start, kind, name = measure.start, measure.kind, measure.name
    mark = currency_before(folded, start, context.lexicon.units) if kind in _MONEYED else None
    if mark and mark[1] >= floor and (kind in {"number", "count"} or name in words.money):
        kind, name = ("level" if kind == "level" else "money"), mark[0]
        start = mark[1] if measure.unit is None else start
    else:
        mark = None
    if kind == "number" and (noted := context.lexicon.currencies.behind.match(folded, measure.end)):
        kind, name = "money", context.lexicon.currencies.names[noted[1]]  # 3.5亿（人民币）
    if number and _is_article(folded, measure, number, kind, words):
        return Draft(start, start + 1, "number", measure.low, measure.high, "", "exact", (start, start + 1))
    settled = settle_unit(context, measure, kind, name)
    bare = bool(
        number
        and number.head
        and not number.vague
        and context.lexicon.numerals.magnitudes.keys() >= set(number.letters)
    )
    if measure.figure.kind == "half" and folded[start - 1 : start] == words.great and folded[start] == words.half:
        start, measure = start - 1, measure._replace(vague="more")  # 大半年
    left = hedge_before(folded, mark[1] if mark else start, floor, context.lexicon.hedges, bare=bare)
    right = hedge_after(folded, measure.end, settled.kind, context.lexicon.hedges)
    if left.word in words.spans and settled.kind == "duration":
        left = left._replace(qualifier=None)  # 跨越半个世纪 is no more than half a century
    qualifier = _strongest(measure.vague, left.qualifier, right.qualifier)
    if bare and measure.unit is not None:
        qualifier = qualifier or "about"
    low, high, qualifier = bounds(settled.low, settled.high, qualifier)
    outer = left.at, right.at
    return Draft(start, measure.end, settled.kind, low, high, settled.unit, qualifier, outer, measure.falls)


def _is_article(folded: str, measure: Measure, number: Numeral, kind: Kind, words: SweepLexicon) -> bool:
    """Whether 一 with a classifier is an article: 一家公司, 一名男子, but 仅一家, 一人受伤."""
    if kind != "count" or number.letters != words.one or measure.unit is None or measure.high != 1:
        return False
    start = measure.start
    return not (words.one_before.search(folded, max(0, start - 8), start) or words.one_after.match(folded, measure.end))


def _strongest(vague: str, left: Qualifier | None, right: Qualifier | None) -> Qualifier | None:
    """An open bound outweighs 约; what stands before outweighs what stands behind."""
    sticking: Qualifier | None = "more_than" if vague == "more" else "about" if vague == "about" else None
    given = [qualifier for qualifier in (left, right, sticking) if qualifier]
    opened = [qualifier for qualifier in given if qualifier not in _ABOUT]
    return next(iter(opened or given), None)


def _is_code(measure: Measure) -> bool:
    """Whether a figure begins with a nought that no number has: 05, 020."""
    number = measure.figure.numeral
    return number is not None and number.ascii and number.letters[0] == "0" and number.letters[1:2].isdigit()


def _stands_alone(folded: str, measure: Measure, words: SweepLexicon) -> bool:
    """Whether a figure without a unit is a number: digits that are no year, a long numeral, a lone one set apart."""
    number = measure.figure.numeral
    if measure.figure.kind or number is None:
        return measure.figure.kind != "half" and not _is_slashed_name(folded, measure, words)
    if number.ascii:
        if _is_named(folded, measure, number, words):
            return False
        return bool(measure.vague) or measure.low != measure.high or not _YEAR.match(number.letters)
    left, right = folded[max(0, measure.start - 1) : measure.start], folded[measure.end : measure.end + 1]
    if len(number.letters) > 1 and words.compared.search(folded, max(0, measure.start - 2), measure.start):
        return True
    free = (not is_han(left) or left in words.left_of_number) and (not is_han(right) or right in words.right_of_number)
    if number.tail == 1 and number.simple:
        return free
    return free or (len(number.letters) > 1 and (measure.high >= _HUNDRED or not is_han(right)))


def _is_slashed_name(folded: str, measure: Measure, words: SweepLexicon) -> bool:
    """Whether what looks like a fraction counts something that Latin letters name: Expedition 70/71."""
    match = _LATIN_BEFORE.search(folded, max(0, measure.start - 20), measure.start)
    return measure.figure.numeral is None and match is not None and match.group().rstrip(" /") not in words.indicators


def _is_named(folded: str, measure: Measure, number: Numeral, words: SweepLexicon) -> bool:
    """Whether a bare figure belongs to a name: 长照2.0, 《战狼3》, ISO 3166, August 12."""
    if not number.simple or number.tail != 1 or measure.vague or measure.low != measure.high:
        return False
    before = folded[max(0, measure.start - 20) : measure.start]
    if _VERSION.match(number.letters) and words.before_version.search(before.rstrip(" ")):
        return True
    ends_title = len(number.letters) <= _MAX_TITLE and folded[measure.end : measure.end + 1] in {"》", "”"}
    if ends_title and words.in_title.search(before.rstrip(" ")):
        return True
    if words.share_index.search(before):
        return True
    match = _LATIN_BEFORE.search(before)
    return match is not None and match.group().rstrip(" /") not in words.indicators

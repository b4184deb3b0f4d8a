"""Quantities in a text: one sweep for numerals, and a reading around each."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Kind, Number, Qualifier, Quantity, Text
from factcheck.quantity import hedges
from factcheck.quantity.calendars import calendar_end
from factcheck.quantity.compounds import compound, rated, with_level
from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.halves import Whole, digits_at, doubled_at, half_at
from factcheck.quantity.measures import Measure, currency_before, measure_at
from factcheck.quantity.names import name_wins
from factcheck.quantity.nonquantities import INDICATORS, no_quantity_end
from factcheck.quantity.numerals import MAGNITUDES, RUN, Numeral, is_nonsense
from factcheck.quantity.precision import with_precision
from factcheck.quantity.ranges import joined, ratio
from factcheck.quantity.ranks import rank_at
from factcheck.quantity.settle import settle
from factcheck.quantity.view import View, is_han
from factcheck.text import prepare

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon

_SWEEP = re.compile(
    r"[0-9零〇一二三四五六七八九十百千万亿兆两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟]|[几数](?=[十百千万亿])|半"
    r"|[双个](?=位数)|翻(?=[了上]?[一两二三四五六七八九几\d]{0,2}[番倍])|(?<![\d.])\.(?=\d)|参(?=[拾佰仟万亿])"
)
# A lone Chinese numeral is a number between these.
_LEFT_OF_NUMBER = frozenset("是为即共仅有和与、，")
_RIGHT_OF_NUMBER = frozenset("的却和不与及或而也这那就，是")
_HUNDRED = 100  # 十八罗汉 are a name, 一千零十二章 a number
# 一名, 一家 count beside these; elsewhere they are articles.
_ONE_BEFORE = re.compile(
    r"(?:仅有?|只有?|唯有|共有?|至少|其中有?|包括|造成|致使?|导致|死亡|受伤|遇难|失踪|失联|轻伤|重伤|增加|减少|另有?|还有)$"
)
_ONE_AFTER = re.compile(r"[\u3400-\u9fff]{0,6}(?:已?死|遇难|受伤|身亡|轻伤|重伤|失踪|失联|获救|被捕|伤|不治|罹难)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AND = re.compile(r" ?(?:并且?|且|而且?|但)? ?$")
_SPANS = frozenset(("跨越", "跨过"))
_NOT_MORE = frozenset("少数半样")
_ABOUT = frozenset(("about", "nearly"))
_PHYSICAL = frozenset(("length", "mass", "area"))
_VERSION = re.compile(r"\d{1,2}\.0$")
_LATIN_BEFORE = re.compile(r"[A-Za-z]{2,} ?/? $")
_BEFORE_VERSION = re.compile(r"(?![为是达到至于约近超分比得率有了])[\u3400-\u9fffA-Za-z]$")
# A share index is called by the number of its shares: 沪深300; and 双11 is a day.
_INDEX = re.compile(r"(?:中证|沪深|上证|深证|国证|标普|标准普尔|科创|创业板|纳斯达克|纳指|道琼斯|日经|富时|罗素|双) ?$")
_IN_TITLE = re.compile(r"[\u3400-\u9fffA-Za-z]$")
_MAX_TITLE = 2  # digits of a sequel: 《战狼3》
_MONEYED = frozenset(("number", "money", "count", "level"))


class Draft(NamedTuple):
    """A quantity before it is handed on; `outer` is the span with its hedges."""

    start: int
    end: int
    kind: Kind
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    outer: tuple[int, int]


def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Every quantity in a plain text, bare numbers (kind `number`) included, in the order of the text.

    Offsets are code points of `text`; bounds are in the base unit that `unit` names.
    """
    return recognise(prepare(text, lexicon=lexicon), lexicon)


def recognise(text: Text, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Every quantity in a prepared text: sorted by start, never overlapping, offsets into the stored text."""
    view = View.of(text, lexicon)
    drafts: list[Draft] = []
    at = 0
    while match := _SWEEP.search(view.folded, at):
        draft, at = _read(view, match.start(), drafts[-1].end if drafts else 0)
        if draft is None:
            continue
        if drafts and (merged := _merged(view.folded, drafts[-1], draft)):
            drafts[-1] = merged
        else:
            drafts.append(draft)
    return tuple(_quantity(view, draft) for draft in drafts)


def _quantity(view: View, draft: Draft) -> Quantity:
    text = view.stored[draft.start : draft.end]
    found = Quantity(draft.start, draft.end, text, draft.kind, draft.low, draft.high, draft.unit, draft.qualifier)
    return with_precision(found, view.folded[draft.start : draft.end])


def _merged(folded: str, first: Draft, second: Draft) -> Draft | None:
    """大于100并且小于300, 3年以上7年以下: two open bounds make a range."""
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
    if not _AND.match(folded[first.outer[1] : second.outer[0]]):
        return None
    outer = first.outer[0], second.outer[1]
    return Draft(first.start, second.end, second.kind, low, high, second.unit, "range", outer)


def _read(view: View, start: int, floor: int) -> tuple[Draft | None, int]:
    """The quantity at or around the numeral letter at `start`, behind `floor`; and where reading goes on."""
    folded = view.folded
    if folded[start] == "翻":
        doubled = doubled_at(folded, start)
        return (_word(folded, start, doubled, "multiple", floor), doubled.end) if doubled else (None, start + 1)
    if folded.startswith("位数", start + 1) and (place := digits_at(folded, start)):
        return Draft(start, place[0], "level", place[1], place[2], "", "range", (start, place[0])), place[0]
    if folded[start] in "双个":
        return None, start + 1
    if (end := calendar_end(folded, start, view.lexicon.dates, traditional=view.traditional)) > start:
        return None, end
    if (rank := rank_at(folded, start)) is not None:
        if rank.kind is None:
            return None, rank.end
        outer = rank.start, rank.end
        end = rank.start + len(folded[rank.start : rank.end].rstrip(" "))  # 前三 with a space, at the end of its line
        return Draft(rank.start, end, rank.kind, rank.low, rank.high, rank.unit, rank.qualifier, outer), rank.end
    if (end := no_quantity_end(folded, start)) > start:
        return None, end
    if half := half_at(folded, start):
        return _word(folded, start, half, "fraction", floor), half.end
    figure = figure_at(folded, start)
    if figure is None:
        return None, _past(folded, start)
    return _measured(view, figure._replace(start=max(figure.start, floor)), start, floor)


def _past(folded: str, start: int) -> int:
    """Behind a run that is no numeral, so that no part of it is taken for one."""
    run = RUN.match(folded, start)
    return run.end() if run and (folded[start].isascii() or is_nonsense(run.group())) else start + 1


def _word(folded: str, start: int, word: Whole, kind: Kind, floor: int) -> Draft:
    """A share or multiple that is one word, with its hedges."""
    left = hedges.before(folded, start, floor, bare=True)
    right = hedges.after(folded, word.end, kind)
    qualifier: Qualifier | None = left.qualifier or right.qualifier
    if (
        kind == "fraction"
        and folded.startswith("多", word.end)
        and folded[word.end + 1 : word.end + 2] not in _NOT_MORE
    ):
        word, qualifier = word._replace(end=word.end + 1), "more_than"
    if folded[start - 1 : start] == "大":
        start, qualifier = start - 1, "more_than"
    low, high, qualifier = hedges.bounds(word.value, word.value, qualifier)
    return Draft(start, word.end, kind, low, high, "", qualifier, (left.at, right.at))


def _measured(view: View, figure: Figure, start: int, floor: int) -> tuple[Draft | None, int]:
    folded = view.folded
    first = compound(view, measure_at(view, figure))
    if not folded[start].isascii() and (
        end := name_wins(folded, start, figure.end, first.end, measured=first.kind in _PHYSICAL)
    ):
        return None, end
    measure = joined(view, first)
    if measure is first:
        if score := ratio(folded, first):
            value, end = score
            outer = figure.start, end
            return (None if value is None else Draft(*outer, "ratio", value, value, "", "exact", outer)), end
        measure = with_level(folded, measure)
    measure = rated(folded, measure)
    counted = measure.kind == "count" and measure.unit is None  # Pixel 7手机
    if counted and figure.numeral and figure.numeral.ascii and _is_named(folded, measure, figure.numeral):
        return None, measure.end
    if (measure.kind in {"number", "fraction"} and not _stands_alone(folded, measure)) or _is_code(measure):
        return None, max(measure.end, start + 1)
    if figure.kind == "half" and measure.unit is None:
        return None, start + 1
    return _finished(view, measure, floor), measure.end


def _finished(view: View, measure: Measure, floor: int) -> Draft:
    """The measure with its currency, its hedges and what its place makes of its unit."""
    folded, number = view.folded, measure.figure.numeral
    start, kind, name = measure.start, measure.kind, measure.name
    mark = currency_before(folded, start) if kind in _MONEYED else None
    if mark and mark[1] >= floor and (kind in {"number", "count"} or name in {"元", "块"}):
        kind, name = ("level" if kind == "level" else "money"), mark[0]
        start = mark[1] if measure.unit is None else start
    else:
        mark = None
    if number and _is_article(folded, measure, number, kind):
        return Draft(start, start + 1, "number", measure.low, measure.high, "", "exact", (start, start + 1))
    settled = settle(view, measure, kind, name)
    bare = bool(number and number.head and not number.vague and MAGNITUDES.keys() >= set(number.letters))
    if measure.figure.kind == "half" and folded[start - 1 : start] == "大" and folded[start] == "半":
        start, measure = start - 1, measure._replace(vague="more")  # 大半年
    left = hedges.before(folded, mark[1] if mark else start, floor, bare=bare)
    right = hedges.after(folded, measure.end, settled.kind)
    if left.word in _SPANS and settled.kind == "duration":
        left = left._replace(qualifier=None)  # 跨越半个世纪 is no more than half a century
    qualifier = _strongest(measure.vague, left.qualifier, right.qualifier)
    if bare and measure.unit is not None:
        qualifier = qualifier or "about"
    low, high, qualifier = hedges.bounds(settled.low, settled.high, qualifier)
    return Draft(start, measure.end, settled.kind, low, high, settled.unit, qualifier, (left.at, right.at))


def _is_article(folded: str, measure: Measure, number: Numeral, kind: Kind) -> bool:
    """Whether 一 with a classifier is an article: 一家公司, 一名男子, but 仅一家, 一人受伤."""
    if kind != "count" or number.letters != "一" or measure.unit is None or measure.high != 1:
        return False
    start = measure.start
    return not (_ONE_BEFORE.search(folded, max(0, start - 8), start) or _ONE_AFTER.match(folded, measure.end))


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


def _stands_alone(folded: str, measure: Measure) -> bool:
    """Whether a figure without a unit is a number: digits that are no year, a long numeral, a lone one set apart."""
    number = measure.figure.numeral
    if measure.figure.kind or number is None:
        return measure.figure.kind != "half" and not _is_slashed_name(folded, measure)
    if number.ascii:
        if _is_named(folded, measure, number):
            return False
        return bool(measure.vague) or measure.low != measure.high or not _YEAR.match(number.letters)
    left, right = folded[max(0, measure.start - 1) : measure.start], folded[measure.end : measure.end + 1]
    free = (not is_han(left) or left in _LEFT_OF_NUMBER) and (not is_han(right) or right in _RIGHT_OF_NUMBER)
    if number.tail == 1 and number.simple:
        return free
    return free or (len(number.letters) > 1 and (measure.high >= _HUNDRED or not is_han(right)))


def _is_slashed_name(folded: str, measure: Measure) -> bool:
    """Whether what looks like a fraction counts something that Latin letters name: Expedition 70/71."""
    match = _LATIN_BEFORE.search(folded, max(0, measure.start - 20), measure.start)
    return measure.figure.numeral is None and match is not None and match.group().rstrip(" /") not in INDICATORS


def _is_named(folded: str, measure: Measure, number: Numeral) -> bool:
    """Whether a bare figure belongs to a name: 长照2.0, 《战狼3》, ISO 3166, August 12."""
    if not number.simple or number.tail != 1 or measure.vague or measure.low != measure.high:
        return False
    before = folded[max(0, measure.start - 20) : measure.start]
    if _VERSION.match(number.letters) and _BEFORE_VERSION.search(before.rstrip(" ")):
        return True
    ends_title = len(number.letters) <= _MAX_TITLE and folded[measure.end : measure.end + 1] in {"》", "”"}
    if ends_title and _IN_TITLE.search(before.rstrip(" ")):
        return True
    if _INDEX.search(before):
        return True
    match = _LATIN_BEFORE.search(before)
    return match is not None and match.group().rstrip(" /") not in INDICATORS

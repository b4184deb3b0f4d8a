"""Quantities in a text: one sweep for numerals, and a reading around each."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import Kind, Number, Qualifier, Quantity, Text
from factcheck.quantity import hedges
from factcheck.quantity.calendars import calendar_end
from factcheck.quantity.currency import declared, is_traditional, resolve
from factcheck.quantity.figures import Figure, figure_at
from factcheck.quantity.measures import Measure, compound, currency_before, measure_at, rated, with_level
from factcheck.quantity.names import name_wins
from factcheck.quantity.nonquantities import no_quantity_end
from factcheck.quantity.numerals import RUN, numeral, plain
from factcheck.quantity.ranges import joined, ratio
from factcheck.quantity.ranks import rank_at
from factcheck.text import prepare

_SWEEP = re.compile(
    r"[0-9零〇一二三四五六七八九十百千万亿兆两俩廿卅壹贰叁肆伍陆柒捌玖拾佰仟]|[几数](?=[十百千万亿])|半"
    r"|翻(?=[了上]?[一两二三四五六七八九几\d]{0,2}[番倍])|(?<![\d.])\.(?=\d)|参(?=[拾佰仟万亿])"
)
_TIMES_TWO = re.compile(r"翻[了上]?(?:([一两二三四五六七八九\d]{1,2})?番|([一两二三四五六七八九\d]{1,2})?倍)")
_PER_HOUR = re.compile(r"(?:每小时|时速)(?:可达到?|最高可达|高达|达到?|超过?|约为?|为|近|逾|的速度|仅)?$")
_PER_SECOND = re.compile(r"(?:每秒|秒速)(?:可达到?|高达|达到?|约为?|为|近|逾)?$")
_WARMTH = re.compile(r"温|摄氏|零[下上]|热|冷|烧|寒|暑|晒")
_ANGLE = re.compile(r"角|纬|经|倾|转|弯|方位|仰|俯|烈|近视|散光|酒精|酒|白酒|品|糖|甜")
_FLAT = re.compile(r"面积|实用|建筑|单位|楼面|楼|地盘|平方|呎价|户型|住宅|房")
_OWN = frozenset("是为即共仅有和与、，")
_OPEN_RIGHT = frozenset("的却和不与及或而也这那就，是")
# 一名, 一家 count beside these; elsewhere they are articles.
_ONE_BEFORE = re.compile(r"(?:仅有?|只有?|唯有|共有?|至少|其中有?|包括|造成|致使?|导致|死亡|受伤|遇难|失踪|失联|轻伤|重伤|增加|减少|另有?|还有)$")
_ONE_AFTER = re.compile(r"(?:已?死|遇难|受伤|身亡|轻伤|重伤|失踪|失联|获救|被捕|伤|不治|罹难)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_FLAT_FEET = 100
_MANY_PIECES = 100  # of 块: money rather than pieces
_HOTTEST = 60  # of the weather; beyond it, degrees without a word of warmth are of an angle
_SUM = re.compile(r" ?(?:并且?|且|而且?|但|，|、)? ?$")


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


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a plain text, bare numbers (kind `number`) included, in the order of the text.

    Offsets are code points of `text`; bounds are in the base unit that `unit` names.
    """
    return recognise(prepare(text))


def recognise(text: Text) -> tuple[Quantity, ...]:
    """Every quantity in a prepared text: sorted by start, never overlapping, offsets into the stored text."""
    reader = _Reader(text)
    drafts: list[Draft] = []
    at = 0
    while match := _SWEEP.search(reader.folded, at):
        draft, at = reader.read(match.start(), drafts[-1].end if drafts else 0)
        if draft is not None:
            merged = _merged(reader.folded, drafts[-1], draft) if drafts else None
            if merged:
                drafts[-1] = merged
            else:
                drafts.append(draft)
    return tuple(
        Quantity(d.start, d.end, text.stored[d.start : d.end], d.kind, d.low, d.high, d.unit, d.qualifier) for d in drafts
    )


def _merged(folded: str, first: Draft, second: Draft) -> Draft | None:
    """大于100并且小于300, 3年以上7年以下: two open bounds make a range."""
    if first.kind != second.kind and first.kind != "number":
        return None
    if first.low is not None and first.high is None and second.high is not None and second.low is None:
        low, high = first.low, second.high
    elif first.high is not None and first.low is None and second.low is not None and second.high is None and first.qualifier == "at_most":
        low, high = second.low, first.high
    else:
        return None
    gap = folded[first.outer[1] : second.outer[0]]
    if Fraction(low) >= Fraction(high) or not _SUM.match(gap) or (first.unit != second.unit and first.unit):
        return None
    if "，" in gap or "、" in gap:
        return None
    return Draft(first.start, second.end, second.kind, low, high, second.unit, "range", (first.outer[0], second.outer[1]))


class _Reader:
    """Reads one text; holds what is true of all of it."""

    def __init__(self, text: Text) -> None:
        self.stored = text.stored
        self.folded = _with_thousands(text)
        self.traditional = is_traditional(text.stored, text.folded)
        self.currencies = declared(self.folded, text.sentences)

    def read(self, start: int, floor: int) -> tuple[Draft | None, int]:
        """The quantity at or around the numeral letter at `start`, and where reading goes on."""
        folded = self.folded
        letter = folded[start]
        if letter == "翻":
            return self._doubled(start)
        if (end := calendar_end(folded, start, traditional=self.traditional)) > start:
            return None, end
        if (rank := rank_at(folded, start)) is not None:
            if rank.kind is None:
                return None, rank.end
            return Draft(rank.start, rank.end, rank.kind, rank.low, rank.high, rank.unit, rank.qualifier, (rank.start, rank.end)), rank.end
        if (end := no_quantity_end(folded, start)) > start:
            return None, end
        figure = figure_at(folded, start)
        if figure is None:
            run = RUN.match(folded, start)
            return None, max(start + 1, run.end() if run and len(run.group()) > 1 and run.group()[0] < "\u0080" else start + 1)
        if figure.start < floor:
            figure = figure._replace(start=start)
        return self._quantity(figure, start, floor)

    def _quantity(self, figure: Figure, start: int, floor: int) -> tuple[Draft | None, int]:
        folded = self.folded
        if folded.startswith("一半", start):
            return self._half(start, start + 2, floor)
        if figure.kind == "half" and (whole := self._whole_half(start)):
            return self._half(start, whole, floor)
        first = compound(folded, self.stored, measure_at(folded, self.stored, figure))
        measure = joined(folded, self.stored, first, traditional=self.traditional)
        if not folded[start] < "\u0080" and (end := name_wins(folded, start, figure.end, first.end)):
            return None, end
        if measure is first:
            if score := ratio(folded, first):
                value, end = score
                if value is None:
                    return None, end
                return Draft(figure.start, end, "ratio", value, value, "", "exact", (figure.start, end)), end
            measure = rated(folded, with_level(folded, measure))
        if measure.kind == "number" and not self._stands_alone(measure):
            return None, max(measure.end, start + 1)
        if figure.kind == "half" and measure.unit is None:
            return None, start + 1
        return self._finished(measure, floor)

    def _finished(self, measure: Measure, floor: int) -> tuple[Draft | None, int]:
        folded, number = self.folded, measure.figure.numeral
        start, kind, name = measure.start, measure.kind, measure.name
        mark = currency_before(folded, start) if kind in {"number", "money", "count", "level"} else None
        if mark and mark[1] < floor:
            mark = None
        if mark and (kind in {"number", "count"} or name in {"元", "块"}):
            kind, name = ("level" if kind == "level" else "money"), mark[0]
            if measure.unit is None:
                start = mark[1]
        one = number is not None and number.letters == "一" and measure.low == measure.high == 1
        if one and kind == "count" and measure.unit is not None and not self._counted_one(measure):
            return Draft(start, start + 1, "number", measure.low, measure.high, "", "exact", (start, start + 1)), measure.end
        kind, name, low, high = self._settled(measure, kind, name, start)
        bare = bool(number and number.head and not number.vague)
        left = hedges.before(folded, mark[1] if mark else start, floor, bare=bare)
        right = hedges.after(folded, measure.end, kind)
        qualifier = _strongest(measure.vague, left.qualifier, right.qualifier)
        if bare and qualifier is None and measure.unit is not None:
            qualifier = "about"
        bounds = hedges.bounds(low, high, qualifier)
        return Draft(start, measure.end, kind, bounds[0], bounds[1], name, bounds[2], (left.at, right.at)), measure.end

    def _settled(self, measure: Measure, kind: Kind, name: str, start: int) -> tuple[Kind, str, Number, Number]:
        """What the place, the script and the words before say about an ambiguous unit."""
        folded, low, high = self.folded, measure.low, measure.high
        before = folded[max(0, start - 14) : start]
        if kind == "money" or (kind == "level" and name):
            if name == "块" and not self._spoken_money(measure):
                return "count", "块", low, high
            name = resolve(name, folded, measure.end, self.currencies, traditional=self.traditional)
        elif kind == "length" and _PER_HOUR.search(before):
            return "speed", "m/s", plain(Fraction(low) / 3600), plain(Fraction(high) / 3600)
        elif kind == "length" and _PER_SECOND.search(before):
            return "speed", "m/s", low, high
        elif kind == "temperature" and name == "度":
            kind, name = _degrees(before, folded[measure.end : measure.end + 3], high)
        if measure.unit is not None and measure.unit.word == "呎" and (_FLAT.search(before) or low >= _FLAT_FEET):
            kind, name = "area", ("呎" if self.traditional else "m2")
            factor = Fraction(1) if self.traditional else Fraction("0.3048")
            low, high = plain(Fraction(low) * factor), plain(Fraction(high) * factor)
        if measure.unit is not None and measure.unit.local and self.traditional:
            factor = 1 / (measure.unit.factor if measure.unit.word != "呎" else Fraction("0.3048"))
            word = measure.unit.word.removesuffix("地").removeprefix("市")
            return kind, word, plain(Fraction(low) * factor), plain(Fraction(high) * factor)
        return kind, name, low, high

    def _counted_one(self, measure: Measure) -> bool:
        """Whether 一名, 一家, 一人 count; elsewhere 一 with a classifier is an article."""
        return bool(_ONE_BEFORE.search(self.folded, max(0, measure.start - 8), measure.start) or _ONE_AFTER.match(self.folded, measure.end))

    def _spoken_money(self, measure: Measure) -> bool:
        behind = self.folded[measure.end : measure.end + 1]
        return not ("\u3400" <= behind <= "\u9fff") or behind in set("的左以到至多半每就起上不买卖能可") or measure.high >= _MANY_PIECES

    def _stands_alone(self, measure: Measure) -> bool:
        """Whether a number without a unit is one: digits that are no year, long numerals, a lone numeral between other things."""
        number = measure.figure.numeral
        folded = self.folded
        if measure.figure.kind or number is None:
            return measure.figure.kind != "half"
        if number.ascii:
            coded = number.letters[0] == "0" and len(number.letters) > 1 and number.letters[1].isdigit()
            year = bool(_YEAR.match(number.letters)) and folded[measure.end : measure.end + 1] not in {"%"}
            return not coded and not (year and measure.low == measure.high and not measure.vague)
        left, right = folded[measure.start - 1 : measure.start] if measure.start else "", folded[measure.end : measure.end + 1]
        free = (not _is_han(left) or left in _OWN) and (not _is_han(right) or right in _OPEN_RIGHT) and not left.isalnum() | (left in _OWN)
        free = free or ((not _is_han(left) or left in _OWN) and (not _is_han(right) or right in _OPEN_RIGHT))
        if len(number.letters) == 1 or number.vague == "pair" and number.simple and number.tail == 1:
            return free
        if number.tail == 1 and number.simple:
            return free
        return free or measure.high >= 100 or not _is_han(right)  # noqa: PLR2004 - 十八罗汉 is a name, 一千零十二章 is not

    def _whole_half(self, start: int) -> int:
        """Where 半数, 过半, 大半 end; 0 where 半 is no share."""
        folded = self.folded
        if folded.startswith("数", start + 1):
            return start + 2
        follows = folded[start + 1 : start + 2]
        if folded[start - 1 : start] in {"过", "逾", "超", "大", "近"} and start and (not _is_han(follows) or follows in set("的企受人市学民公股用国城地居家员选议")):
            return start + 1
        return 0

    def _half(self, start: int, end: int, floor: int) -> tuple[Draft | None, int]:
        folded = self.folded
        if folded[end : end + 1] in {"天", "年", "月", "个"}:
            return None, end
        left = hedges.before(folded, start, floor, bare=True)
        right = hedges.after(folded, end, "fraction")
        qualifier = left.qualifier or right.qualifier
        if folded[start - 1 : start] == "大" and start:
            qualifier = "more_than"
        low, high, qualifier = hedges.bounds(Decimal("0.5"), Decimal("0.5"), qualifier)
        return Draft(start, end, "fraction", low, high, "", qualifier, (left.at, right.at)), end

    def _doubled(self, start: int) -> tuple[Draft | None, int]:
        match = _TIMES_TWO.match(self.folded, start)
        if not match:
            return None, start + 1
        count = numeral(match[1] or match[2] or "一")
        times = int(count.low) if count and count.low == int(count.low) else 1
        value = Decimal(times) if match[2] else Decimal(2) ** times
        left = hedges.before(self.folded, start, max(0, start - 8), bare=False)
        low, high, qualifier = hedges.bounds(value, value, left.qualifier)
        return Draft(start, match.end(), "multiple", low, high, "", qualifier, (left.at, match.end())), match.end()


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _degrees(before: str, behind: str, high: Number) -> tuple[Kind, str]:
    if "华氏" in before:
        return "temperature", "°F"
    if _WARMTH.search(before) or behind.startswith(("高温", "低温", "的高温")):
        return "temperature", "°C"
    if _ANGLE.search(before) or behind.startswith(("角", "的角")) or high > _HOTTEST:
        return "other", "度"
    return "temperature", "度"


def _strongest(vague: str, left: Qualifier | None, right: Qualifier | None) -> Qualifier | None:
    """An open bound outweighs 约; what stands before outweighs what stands behind."""
    sticking: Qualifier | None = {"more": "more_than", "about": "about"}.get(vague)  # type: ignore[assignment]
    given = [qualifier for qualifier in (left, right, sticking) if qualifier]
    opened = [qualifier for qualifier in given if qualifier not in {"about", "nearly"}]
    return (opened or given or [None])[0]


_WIDE = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def _with_thousands(text: Text) -> str:
    """The folded text, in which a full-width comma between full-width digits groups thousands."""
    if not _WIDE.search(text.stored):
        return text.folded
    letters = list(text.folded)
    for match in _WIDE.finditer(text.stored):
        letters[match.start()] = ","
    return "".join(letters)

"""What stands behind a figure and says what it measures: units, what sticks to them (多, 半), and compounds (3斤5两)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Kind, Number
from factcheck.quantity.figures import Figure, figure_at, product
from factcheck.quantity.numerals import plain
from factcheck.quantity.tables import Unit, currency_marks, longest, noun_lengths, nouns, unit_lengths, units

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "workday": 86400, "week": 604800, "month": 2592000, "year": 31536000}
_HALF_OR_MORE = re.compile(r"个(半|多) ?(?=月|小时|钟头|钟|星期|礼拜|世纪|季度|工作日|多小时)")
_STICKS = re.compile(r"半(?![径年数天日夜价岛导路场程山个小])|半(?=年多|数以上$)|(?:多|余(?![杭姚江干额下光]))(?![少样边元种])(?!年|个|名|只)|来(?=[高长重深宽])|\+")
_STICKS_TO = {"duration", "length", "area", "mass", "volume", "multiple", "money", "percent", "age", "count", "temperature"}
_MINUTES = re.compile(r"(?:半钟|半)(?![数决程径价岛])")
_JOINS = re.compile(r"[又零余加]?")
_SPACED_JOINS = re.compile(r" ?[又零余加]? ?")
_MORE_DIGITS = re.compile(r"([一二三四五六七八九]{1,2}|\d{1,2})(?![十百千万亿\d.,年月日个名位倍成%米厘公]|分米|分之)")
_LEVEL = re.compile(r"量级|级别|级(?!别)(?![大风])")
_SCORES = frozenset("金银铜胜平负")
_SCORE_BESIDE = re.compile(r"[一二两三四五六七八九十\d]{1,2}[金银铜胜平负]")
_SCORE_BEFORE = re.compile(r"[一二两三四五六七八九十\d][金银铜胜平负]$")
_HUNDREDTHS = re.compile(r"\d{1,2}(?![\d.%]| ?[\u3400-\u9fff]?[秒分米])")
_CLOCK_HOURS = 24
_YEAR = re.compile(r"(?:18|19|20)\d\d$")
_NO_NOUN = frozenset("会节团证卡费税房门村镇乡")
_ROOM = ("建筑", "用地", "仓", "空间", "厂房", "物业", "办公", "楼宇", "载体", "土地", "商业")
_MATTER = ("气", "水", "土", "石", "沙", "砂", "混凝土", "木", "LNG", "渣", "泥", "垃圾", "天然")
_MINOR = {"角": Fraction(1, 10), "毛": Fraction(1, 10), "毫": Fraction(1, 10), "分": Fraction(1, 100), "仙": Fraction(1, 100)}
_COINS = re.compile(r"角|毛|毫(?!升|米|克)|分(?!之|钟|钱)|仙")
_SPOKEN_COINS = re.compile(r"[毛角]钱|分钱")
_LATIN_UNIT = re.compile(r"[A-Za-zμ]+[²³23]?(?:/[A-Za-zμ0-9³²]+)?")


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


def unit_at(folded: str, stored: str, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at `at`, one space allowed, and where it ends."""
    if folded.startswith(" ", at):
        at += 1
    letter = folded[at : at + 1]
    if not letter or (letter.isascii() and letter.isalpha()) or letter in "μ":
        return _latin_unit(folded, at)
    word = longest(folded, at, units(), unit_lengths())
    while word:
        unit = units()[word]
        end = at + len(word)
        if not _other_word(folded, stored, unit, at, end):
            return unit, end
        shorter = [n for n in unit_lengths()[word[0]] if n < len(word) and folded[at : at + n] in units()]
        word = folded[at : at + shorter[0]] if shorter else ""
    return None


def _latin_unit(folded: str, at: int) -> tuple[Unit, int] | None:
    match = _LATIN_UNIT.match(folded, at)
    if not match:
        return None
    word, found = match.group(), units()
    for candidate in (word, word.split("/")[0], word.rstrip("23")):
        if candidate in found and not folded[at + len(candidate) : at + len(candidate) + 1].isdigit():
            return found[candidate], at + len(candidate)
    return None


def _other_word(folded: str, stored: str, unit: Unit, at: int, end: int) -> bool:
    """Whether the letters that look like a unit are part of another word, or another stored letter."""
    if any(folded[end : end + n] in unit.unless for n in (1, 2, 3)) and end < len(folded):
        return True
    if unit.word == "里":
        return stored[at] != "里"
    if unit.word == "只":
        return stored[at] == "祇"
    return False


def measure_at(folded: str, stored: str, figure: Figure) -> Measure:
    """The figure with its unit and all that sticks to both; without a unit, the figure as kind `number`."""
    end, low, high, vague = figure.end, figure.low, figure.high, figure.vague
    if figure.kind in {"percent", "fraction"}:
        return _share(folded, stored, figure)
    half = _HALF_OR_MORE.match(folded, end)
    if half and figure.kind != "half":
        if half[1] == "半":
            low, high = _plus_half(low, high, Fraction(1, 2))
        else:
            vague = "more"
        end = half.end()
        found = unit_at(folded, stored, end) or None
        if found and found[0].kind != "duration":
            found = None
        if found is None:
            month = units()["个月"]
            found = (month, end + 1) if folded.startswith("月", end) else None
        if found and found[0].word == "月":
            found = (units()["个月"], found[1])
    else:
        found = _special(folded, figure) or unit_at(folded, stored, end)
    if found is None or not _fits(folded, figure, found[0], found[1]):
        return _bare(folded, figure)
    unit, end = found
    factor = unit.factor
    low, high = product(low, factor), product(high, factor)
    name, kind = unit.name, unit.kind
    if unit.word == "方":
        kind, name = _square(folded, figure.start, end)
    if kind in _STICKS_TO and (match := _STICKS.match(folded, end)) and not vague and figure.kind != "half":
        if match.group() == "半":
            low, high = _plus_half(low, high, Fraction(1, 2) * factor)
            end = match.end()
        elif kind != "count" or match.group() == "+":
            vague, end = ("about" if match.group() == "来" else "more"), match.end()
    elif figure.kind == "half" and (match := re.compile(r"[多余](?![少样])").match(folded, end)):
        vague, end = "more", match.end()
    if kind == "percent" and unit.word == "成" and (match := re.compile(r" ?([一二三四五六七八九])(?![成个年月日名位十百千万])").match(folded, end)):
        extra = Decimal("一二三四五六七八九".index(match[1]) + 1)
        low, high, end = plain(low + extra), plain(high + extra), match.end()
    return Measure(figure.start, end, low, high, vague, figure, unit._replace(kind=kind, name=name), kind, name)


def _plus_half(low: Number, high: Number, half: Fraction) -> tuple[Number, Number]:
    return plain(Fraction(low) + half), plain(Fraction(high) + half)


def _share(folded: str, stored: str, figure: Figure) -> Measure:
    """A percentage or fraction in words; a fraction of a unit is a measure (四分之一公升)."""
    kind: Kind = "percent" if figure.kind == "percent" else "fraction"
    if kind == "fraction":
        found = unit_at(folded, stored, figure.end)
        if found and found[0].kind not in {"count", "money", "percent"} and found[0].word not in {"度", "天", "日", "级", "分", "年", "两", "方", "里"}:
            low, high = figure.times(found[0].factor)
            return Measure(figure.start, found[1], low, high, figure.vague, figure, found[0], found[0].kind, found[0].name)
    return Measure(figure.start, figure.end, figure.low, figure.high, figure.vague, figure, None, kind, "%" if kind == "percent" else "")


def _special(folded: str, figure: Figure) -> tuple[Unit, int] | None:
    """Units that only some figures have: 翻两番 is read elsewhere; 5分30秒, 分半钟."""
    at = figure.end
    if folded.startswith("分", at):
        rest = figure_at(folded, at + 1) if folded[at + 1 : at + 2] and folded[at + 1] in "0123456789一二三四五六七八九十零" else None
        if (rest and folded.startswith("秒", rest.end)) or _MINUTES.match(folded, at + 1):
            return units()["分钟"]._replace(word="分"), at + 1
    if match := _SPOKEN_COINS.match(folded, at):
        return Unit("money", "元", _MINOR[match.group()[0]], match.group()), match.end()
    return None


def _fits(folded: str, figure: Figure, unit: Unit, end: int) -> bool:  # noqa: PLR0911 - one line a unit
    """Whether such a figure goes with such a unit: 三点 is a time, 二级 a grade, 百姓 a people."""
    number = figure.numeral
    word, follows = unit.word, folded[end : end + 1]
    if figure.kind == "half":
        return _fits_half(folded, figure, unit, end)
    if number is None:
        return True
    if number.head and len(number.letters) == 1 and figure.start and not number.vague:
        return _fits_head(folded, figure, unit)
    if word == "点":
        return figure.high >= 100 or (number.ascii and (figure.high > _CLOCK_HOURS or figure.low != int(figure.low)))  # noqa: PLR2004
    if word == "成":
        return figure.high <= 10 and follows not in set("立为功员果本长交绩都就品熟分效人年语群千百因型名家样了才")  # noqa: PLR2004
    if word == "度":
        return _fits_degree(folded, figure, follows)
    if word == "级":
        return (number.ascii and follows not in set("别学毕校生")) or folded.startswith(("地震", "大风", "以上地震", "强风", "及以上", "强震", "风"), end)
    if word == "寸":
        return number.ascii
    if word == "里":
        return number.ascii or figure.high >= 20 or follows in set("路地外之长多远，。、")  # noqa: PLR2004 - 八里 is a place
    if (unit.kind == "count" or word == "两") and folded[figure.end : figure.end + 1] == " " and _YEAR.match(number.letters) and number.low != 2000:  # noqa: PLR2004
        return False
    if word in {"年", "月", "日", "周"} and not number.ascii and number.letters in {"几"}:
        return False
    if word == "月":
        return False
    if word == "大":
        return not number.head and figure.high <= 30 and not figure.low != figure.high and number.vague == ""  # noqa: PLR2004 - 五大产业; 二十大 is a congress
    if unit.kind == "count" and not number.ascii and number.letters == "二":
        return word in {"人", "名"}
    if unit.kind == "count" and word in _SCORES and not number.ascii:
        return bool(_SCORE_BESIDE.match(folded, end) or _SCORE_BEFORE.search(folded, max(0, figure.start - 3), figure.start))
    if unit.kind == "count" and word in {"金", "银", "铜", "胜", "平", "负", "球", "死", "伤", "亡", "省", "市", "县", "州", "国"} and not number.ascii and number.letters in {"一"}:
        return word in {"死", "伤"} and follows not in set("者")
    return True


def _fits_half(folded: str, figure: Figure, unit: Unit, end: int) -> bool:
    if unit.word in {"年", "天", "日", "小时", "个月", "个小时", "个钟头", "个世纪", "世纪", "个钟", "公里", "里", "米", "斤", "吨", "公斤", "倍", "成", "分钟", "秒", "个多月", "个", "周", "个星期", "个季度", "两", "克", "尺"}:
        return not (unit.word == "个" and folded[end : end + 1] in set("身中脚"))
    return False


def _fits_head(folded: str, figure: Figure, unit: Unit) -> bool:
    """千亩, 百倍, 亿元, 万吨: a magnitude alone counts only before these."""
    before = folded[figure.start - 1]
    if figure.numeral is not None and figure.numeral.letters == "兆":
        return unit.kind == "money"
    if before in set("上过近逾超数几好破达约"):
        return True
    return unit.kind in {"area", "money", "mass", "multiple", "power"} or (unit.kind == "length" and unit.word not in {"里", "丈"}) or (
        unit.kind == "count" and unit.word in {"人", "家", "户", "台", "辆", "套", "亩", "架", "艘", "头", "人次", "平方米"}
    )


def _fits_degree(folded: str, figure: Figure, follows: str) -> bool:
    number = figure.numeral
    before = folded[max(0, figure.start - 4) : figure.start]
    if number is not None and not number.ascii and len(number.letters) == 1 and "温" not in folded[max(0, figure.start - 12) : figure.start]:
        return not ("\u3400" <= follows <= "\u9fff") or before.endswith(("摄氏", "华氏", "零下", "零上"))
    return follows not in set("角")


def _bare(folded: str, figure: Figure) -> Measure:
    """No unit: a count of the noun that follows, or a number."""
    end = figure.end
    number = figure.numeral
    vague = figure.vague
    if folded.startswith("+", end) and not folded[end + 1 : end + 2].isdigit():
        end, vague = end + 1, "more"
    kind: Kind = "number"
    name = ""
    if number is not None and (number.ascii or number.tail >= 10) and figure.kind == "":  # noqa: PLR2004 - 三学生 is not said
        noun = longest(folded, end, nouns(), noun_lengths())
        if noun and not _YEAR.match(number.letters) and folded[end + len(noun) : end + len(noun) + 1] not in _NO_NOUN:
            kind, name = "count", nouns()[noun]
    return Measure(figure.start, end, figure.low, figure.high, vague, figure, None, kind, name)


def _square(folded: str, start: int, end: int) -> tuple[Kind, str]:
    """方 is a square metre of room and a cubic metre of matter."""
    behind, before = folded[end : end + 8], folded[max(0, start - 12) : start]
    if behind.startswith(_MATTER) or any(word in before for word in ("气", "土石", "水", "混凝土", "木材")):
        return "volume", "m3"
    if any(word in behind for word in _ROOM) or any(word in before for word in ("面积", *_ROOM)):
        return "area", "m2"
    return "other", "方"


def compound(folded: str, stored: str, first: Measure) -> Measure:
    """Smaller units that go on counting: 3斤5两, 1小时30分, 5元3角, 两美元又三美分, 一米八."""
    if first.unit is None or first.vague or first.low != first.high:
        return first
    at = (_SPACED_JOINS if first.kind == "duration" else _JOINS).match(folded, first.end)
    start = at.end() if at else first.end
    letter = folded[start : start + 1]
    if not letter or letter not in "0123456789零一二三四五六七八九十两廿卅半壹贰叁肆伍陆柒捌玖拾":
        return first
    if first.unit.word in {"米", "块", "公尺", "元"} and (found := _spoken(folded, first)):
        return found
    if first.kind not in {"mass", "length", "duration", "money"} or folded[start] == "半":
        return first
    figure = figure_at(folded, start)
    if figure is None or figure.kind or figure.low != figure.high:
        return first
    if first.name == "second" and figure.numeral is not None and figure.numeral.ascii and _HUNDREDTHS.match(folded, start):
        value = plain(Fraction(first.low) + Fraction(figure.low) / 10 ** len(figure.numeral.letters))
        return first._replace(end=figure.end, low=value, high=value)
    if first.name == "day" and folded.startswith(("晚", "夜"), figure.end):
        return first._replace(end=figure.end + 1)
    smaller = _smaller(folded, stored, first, figure)
    if smaller is None:
        return first
    unit, end, low = smaller
    joined = first._replace(end=end, low=low, high=low, unit=first.unit._replace(name=unit.name, factor=unit.factor), name=unit.name)
    return compound(folded, stored, joined)


_PER = re.compile(r"/ ?(?:秒|小时|时|分钟|升|立方米|平方米|平方公里|公里|百公里|千米|米|千克|公斤|毫升|kg|L|km|m³|m3|m²|m2|m|h|s|cm²|cm2|cm|mL|ml|g|100 ?km|100公里|100 ?ml|100毫升|百毫升)(?![A-Za-z0-9])")
_RATED = {"mass", "length", "area", "volume", "energy", "power", "data"}


def rated(folded: str, measure: Measure) -> Measure:
    """4000立方米/秒, 4.56L/100km: a rate is another thing than its numerator; 吨/年 and 元/吨 stay what they count."""
    match = _PER.match(folded, measure.end) if measure.kind in _RATED else None
    if match is None:
        return measure
    return measure._replace(end=match.end(), kind="other", name=measure.name + match.group().replace(" ", ""))


def _smaller(folded: str, stored: str, first: Measure, figure: Figure) -> tuple[Unit, int, Number] | None:
    assert first.unit is not None
    if first.kind == "duration":
        return _smaller_duration(folded, stored, first, figure)
    if first.kind == "money" and (match := _COINS.match(folded, figure.end)):
        factor = _MINOR[match.group()]
        unit = first.unit._replace(factor=factor)
        return unit, match.end(), plain(Fraction(first.low) + Fraction(figure.low) * factor)
    found = unit_at(folded, stored, figure.end)
    if found is None or found[0].kind != first.kind or found[0].name != first.name or not found[0].factor < first.unit.factor:
        same_local = found is not None and found[0].local and found[0].kind == first.kind and found[0].factor < first.unit.factor
        if not same_local or found is None:
            return None
    return found[0], found[1], plain(Fraction(first.low) + Fraction(figure.low) * found[0].factor)


_CLOCK_UNITS = {"时": "hour", "分": "minute", "月": "month"}


def _smaller_duration(folded: str, stored: str, first: Measure, figure: Figure) -> tuple[Unit, int, Number] | None:
    found = unit_at(folded, stored, figure.end)
    at = figure.end + folded.startswith(" ", figure.end)
    letter = folded[at : at + 1]
    if letter in _CLOCK_UNITS and (found is None or found[0].kind != "duration" or found[0].word == "月"):
        word = {"时": "小时", "分": "分钟", "月": "个月"}[letter]
        found = (units()[word], at + 1)
    if found is None or found[0].kind != "duration" or found[0].factor != 1:
        return None
    large, small = SECONDS[first.name], SECONDS[found[0].name]
    if small >= large:
        return None
    return found[0], found[1], plain(_in_smaller(Fraction(first.low), first.name, found[0].name) + Fraction(figure.low))


def _in_smaller(value: Fraction, large: str, small: str) -> Fraction:
    """A stretch of time in a smaller unit; years count 12 months or 365 days, months 30 days."""
    if (large, small) == ("year", "month"):
        return value * 12
    if large == "month":
        years, months = divmod(value, 12)
        value, large = years * 365 + months * 30, "day"
    return value * Fraction(SECONDS[large], SECONDS[small])


def _spoken(folded: str, first: Measure) -> Measure | None:
    """一米八, 三块五: digits behind the unit count its tenths."""
    match = _MORE_DIGITS.match(folded, first.end)
    if match is None or first.unit is None or first.unit.word == "元" or first.figure.low != int(first.figure.low):
        return None
    digits = "".join(str("〇一二三四五六七八九".index(letter)) if letter in "一二三四五六七八九" else letter for letter in match.group())
    behind = folded[match.end() : match.end() + 1]
    if behind and "\u3400" <= behind <= "\u9fff" and behind not in set("的左以到至高长宽深，"):
        return None
    low = plain(Fraction(first.low) + Fraction(int(digits), 10 ** len(digits)) * first.unit.factor)
    return first._replace(end=match.end(), low=low, high=low)


def with_level(folded: str, measure: Measure) -> Measure:
    """10万量级, 亿元级, 50吨级: a level is about that much."""
    match = _LEVEL.match(folded, measure.end)
    if match is None or measure.kind in {"percent", "multiple", "age", "duration", "temperature", "rank", "other"}:
        return measure
    number = measure.figure.numeral
    if measure.unit is None and (number is None or number.tail < 10000) and match.group() != "量级":  # noqa: PLR2004 - 三级 is a grade
        return measure
    kind: Kind = "level" if measure.kind in {"count", "number", "money"} else measure.kind
    return measure._replace(end=match.end(), kind=kind, vague="about")


def currency_before(folded: str, start: int) -> tuple[str, int] | None:
    """The currency whose mark (¥, US$, 人民币) ends at `start`, and where the mark begins."""
    at = start - 1 if folded[start - 1 : start] == " " else start
    for length in (4, 3, 2, 1):
        mark = folded[at - length : at] if at >= length else ""
        if mark and (code := currency_marks().get(mark)):
            left = folded[at - length - 1 : at - length]
            if mark.isascii() and mark[0].isalpha() and left.isascii() and left.isalnum():
                continue
            return code, at - length
    return None

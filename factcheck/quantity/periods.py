"""The grammar of dates: which words make a stretch of the calendar, and which days it covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.quantity.calendars import DAY, MONTH, TO, YEAR
from factcheck.quantity.numerals import numeral

_COUNT = r"(?:\d{1,2}|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_RELATIVE_YEARS = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上年度": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "后年": 2}
_RELATIVE_DAYS = {"今天": 0, "今日": 0, "今早": 0, "今晨": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "前天": -2, "前日": -2, "明天": 1, "明日": 1, "后天": 2}
_RELATIVE_MONTHS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_HOLDING_YEARS = ("同年", "当年", "翌年", "次年")
_REPUBLIC = 1911
_FIRST_PLAN, _FIRST_PLAN_YEAR = 10, 2001
_FUTURE_DAYS = 45
_NEAR_DAYS = 3
_MONTHS, _DECEMBER = 12, 12

ANCHOR = re.compile(
    r"[0-9一二三四五六七八九十廿两]|大?前年|[今去明后来同当翌次]年|[本上]年度?|[上下]半年|前(?=[一二两三四五六七八九十\d])|首(?=[一二两三四五六七八九十\d季])|最?近(?= ?[一二两三四五六七八九十\d])"
    r"|过去的?(?= ?[一二两三四五六七八九十\d])|未来(?= ?[一二两三四五六七八九十\d])|今[天日早晨晚]|昨[天日晚]|前[天日]|[明后][天日]|[本上下]个?月|这个月|[本上下]周|民国|上世纪|本世纪|本季|上季|全年|年内|年[初底末]|Q[1-4]|“十|截至目前|截止目前"
)
_YEAR = re.compile(rf"(?P<year>{YEAR}) ?(?:年度?|(?=[ ]?(?:上半|下半|第?[一二三四]季|Q\d)))|民国(?P<before>前)? ?(?P<roc>元|\d{{1,3}}|[一二三四五六七八九十百零]{{1,5}}) ?年|(?P<words>{'|'.join(sorted((*_RELATIVE_YEARS, *_HOLDING_YEARS), key=len, reverse=True))})")
_YEARS = re.compile(rf"(?P<a>{YEAR})(?: ?年)?(?:底|末|初)?{TO}(?P<b>{YEAR}|\d\d(?!\d)) ?(?P<sort>年度|学年|财年|赛季|财政年度|年)(?P<part>底|末|初)?|(?P<c>{YEAR})/(?P<d>\d\d(?!\d)|{YEAR})(?![/\d-])")
_ISO = re.compile(rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)")
_TAIWAN_YEAR = re.compile(r"(?P<n>1[0-4]\d|[89]\d) ?(?:(?P<school>学年度?)|年(?!来|前|后|间|的|内|之|期|历史|以|多|左|代|资|级|长|计|余))")
_SUB = re.compile(
    rf" ?(?:(?P<m1>{MONTH}) ?月 ?(?P<d1>{DAY}) ?(?:[日号](?:{TO}(?:(?P<m2>{MONTH}) ?月 ?)?(?P<d2>{DAY}) ?[日号])?|{TO}(?P<d3>{DAY}) ?[日号])"
    rf"|(?P<ma>{MONTH})(?: ?月份?)?{TO}(?P<mb>{MONTH}) ?月(?!龄|大)"
    rf"|(?P<m>{MONTH}) ?月(?!龄|大)份?(?P<third>上旬|中旬|下旬|初|底|末)?"
    r"|(?P<half>[上下])半年"
    rf"|第?(?P<qa>[一二三四1-4])(?:{TO}(?P<qb>[一二三四1-4]))? ?季(?:度|报)?|(?P<q1>首)季度?|Q(?P<q>[1-4])"
    rf"|(?:前|首)(?P<qn>[二两三2-3])个?季度?|(?:前|首)(?P<mn>{_COUNT})个?月"
    r"|(?P<same>同期)|年?(?P<edge>初|底|末)|全年|年内|以来)"
)  # fmt: skip
_DAYS = re.compile(rf"(?P<a>{DAY})(?: ?日)?{TO}(?P<b>{DAY}) ?日(?![游内])|(?P<d>3[01]|[12]\d|0?[1-9]) ?日(?![游内元圆币均本后]|之内|以内)")
_DECADE = re.compile(r"(?P<century>\d{1,2}|[二十一]{1,3}|上|本) ?世纪 ?(?P<ten>\d0|[一二三四五六七八九]十)?(?(ten)年代)|(?P<decade>1[0-9]\d0|20\d0) ?年代|(?P<short>[1-9]0|[二三四五六七八九]十) ?年代")
_PLAN = re.compile(r"“?十(?P<n>[一二三四五六])五”?(?:规划|期间|时期|计划|末)?")
_LAST = re.compile(rf"(?:最近|近|过去|未来)的? ?(?P<n>{_COUNT}) ?(?P<unit>年|个?月|周|天|日|个季度)")
_WEEK = re.compile(r"(?P<which>[本上下])周(?P<day>[一二三四五六日天])?")
_WORDS = re.compile("|".join(sorted((*_RELATIVE_DAYS, *_RELATIVE_MONTHS, "截至目前", "截止目前"), key=len, reverse=True)))


class Stretch(NamedTuple):
    """Days of the calendar and how they are named; `relative` if only the document's date says which."""

    end: int
    period: str | None
    first: date | None
    last: date | None
    relative: bool = False


class Clock(NamedTuple):
    """What is known of the present: the document's date, as far as it goes, and the last date the sentence named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    taiwan: bool = False
    named: Stretch | None = None  # in the same sentence
    before: Stretch | None = None  # anywhere before

    @classmethod
    def of(cls, published: str | None, *, taiwan: bool = False) -> Clock:
        """The clock of a document published on an ISO date, perhaps partial; nonsense counts as none."""
        parts = [int(part) for part in re.findall(r"\d+", (published or "")[:10])][:3]
        if not parts or not 1 <= parts[0] <= date.max.year:
            return cls(taiwan=taiwan)
        month = parts[1] if len(parts) > 1 and 1 <= parts[1] <= _MONTHS else None
        day = parts[2] if month and len(parts) > 2 and 1 <= parts[2] <= monthrange(parts[0], month)[1] else None  # noqa: PLR2004
        return cls(parts[0], month, day, taiwan)

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


def read(folded: str, at: int, clock: Clock) -> Stretch | None:
    """The date or period that begins at `at`, or None."""
    for rule in (_iso, _years, _decade, _plan, _taiwan, _yearly, _within, _last, _week, _word, _day):
        if found := rule(folded, at, clock):
            return found
    return None


def _number(letters: str) -> int:
    """The value of a small numeral; 元 is one, 二〇二五 a year."""
    if letters.isascii():
        return int(letters)
    found = numeral(letters) if letters != "元" else None
    return int(found.low) if found else 1


def _iso(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _ISO.match(folded, at)
    if not match:
        return None
    day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Stretch(match.end(), day.isoformat(), day, day) if day else None


def _years(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _YEARS.match(folded, at)
    if not match:
        return None
    first, second = _number(match["a"] or match["c"]), _number(match["b"] or match["d"])
    last = second if second >= 100 else first // 100 * 100 + second  # noqa: PLR2004 - 2024/25
    if not first < last <= date.max.year:
        return None
    return Stretch(match.end(), f"{first}/{last}", date(first, 1, 1), date(last, 12, 31))


def _decade(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _DECADE.match(folded, at)
    if not match:
        return None
    if match["century"]:
        century = {"上": 20, "本": 21}.get(match["century"]) or _number(match["century"])
        if not 1 <= century <= 99:  # noqa: PLR2004 - years of four digits
            return None
        if not match["ten"]:
            return _span(match.end(), century * 100 - 99, century * 100)
        first = (century - 1) * 100 + _number(match["ten"])
    elif match["decade"]:
        first = int(match["decade"])
    else:
        first = 1900 + _number(match["short"])
    return _span(match.end(), first, first + 9)


def _span(end: int, first: int, last: int) -> Stretch:
    return Stretch(end, f"{first:04}/{last:04}", date(first, 1, 1), date(last, 12, 31))


def _plan(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _PLAN.match(folded, at)
    if not match or (match.group() == f"十{match['n']}五" and folded[match.end() : match.end() + 1] in set("个名家人年天万亿")):
        return None
    first = _FIRST_PLAN_YEAR + 5 * (_FIRST_PLAN + "〇一二三四五六".index(match["n"]) - _FIRST_PLAN)
    return _span(match.end(), first, first + 4)


def _taiwan(folded: str, at: int, clock: Clock) -> Stretch | None:
    match = _TAIWAN_YEAR.match(folded, at) if clock.taiwan and not folded[at - 1 : at].isdigit() else None
    if not match:
        return None
    year = int(match["n"]) + _REPUBLIC
    if match["school"]:
        return _span(match.end(), year, year + 1)
    return _sub(folded, match.end(), year, clock, relative=False) or _whole(match.end(), year, relative=False)


def _whole(end: int, year: int | None, *, relative: bool) -> Stretch:
    if year is None or not 1 <= year <= date.max.year:
        return Stretch(end, None, None, None, relative)
    return Stretch(end, f"{year:04}", date(year, 1, 1), date(year, 12, 31), relative)


def _yearly(folded: str, at: int, clock: Clock) -> Stretch | None:
    """A year in figures or words, and the part of it that follows."""
    match = _YEAR.match(folded, at)
    if not match:
        return None
    relative = False
    year: int | None
    if match["year"]:
        year = _number(match["year"])
    elif match["roc"]:
        year = _REPUBLIC + 1 - _number(match["roc"]) if match["before"] else _REPUBLIC + _number(match["roc"])
    elif match["words"] in _HOLDING_YEARS:
        named = clock.named or clock.before
        if named is None or named.first is None:
            return None
        year = named.first.year + (match["words"] in {"翌年", "次年"})
        relative = named.relative
    else:
        relative = True
        year = clock.year + _RELATIVE_YEARS[match["words"]] if clock.year else None
    return _sub(folded, match.end(), year, clock, relative=relative) or _whole(match.end(), year, relative=relative)


def _within(folded: str, at: int, clock: Clock) -> Stretch | None:
    """Part of a year that the text does not name: 5月, 上半年, 首三季, 1至10月."""
    match = _SUB.match(folded, at)
    if not match or match.group() in {"以来", "初", "底", "末"} or match["same"] or folded[at] == " ":
        return None
    named = clock.named
    if named and named.first and not (match["edge"] or "全年" in match.group()):
        return _sub(folded, at, named.first.year, clock, relative=named.relative)
    if clock.year is None:
        return Stretch(match.end(), None, None, None, relative=True)
    found = _sub(folded, at, clock.year, clock, relative=True)
    today = clock.today or (date(clock.year, clock.month, 28) if clock.month else None)
    if found and found.first and today and (match["m1"] or match["m"] or match["ma"]) and found.first > today + timedelta(_FUTURE_DAYS):
        return _sub(folded, at, clock.year - 1, clock, relative=True)
    return found


def _sub(folded: str, at: int, year: int | None, clock: Clock, *, relative: bool) -> Stretch | None:
    """The part of `year` that `folded` names at `at`."""
    match = _SUB.match(folded, at)
    if not match:
        return None
    end = match.end()
    if year is None or not 1 <= year <= date.max.year:
        return Stretch(end, None, None, None, relative)
    if match["m1"]:
        return _month_days(match, year, relative=relative)
    if match["same"]:
        return _same(end, year, clock, relative=relative)
    if match["third"] in {"上旬", "中旬", "下旬"}:
        month = _number(match["m"])
        first, last = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, monthrange(year, month)[1])}[match["third"]]
        return _days(end, date(year, month, first), date(year, month, last), relative=relative)
    months = _months(match)
    if months is None:
        return _whole(end, year, relative=relative)
    first_month, last_month = months
    if first_month > last_month:
        return None
    period = f"{year:04}-{first_month:02}" + (f"/{year:04}-{last_month:02}" if last_month > first_month else "")
    return Stretch(end, period, date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1]), relative)


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    if match["ma"]:
        return _number(match["ma"]), _number(match["mb"])
    if match["m"]:
        return _number(match["m"]), _number(match["m"])
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["q1"] or match["qa"] or match["q"]:
        first = 1 if match["q1"] else _number(match["qa"] or match["q"])
        last = _number(match["qb"]) if match["qb"] else first
        return 3 * first - 2, 3 * last
    if match["qn"]:
        return 1, 3 * _number(match["qn"])
    if match["mn"]:
        return 1, min(_number(match["mn"]), _MONTHS)
    if match["edge"]:
        return (1, 1) if match["edge"] == "初" else (_DECEMBER, _DECEMBER)
    return None


def _month_days(match: re.Match[str], year: int, *, relative: bool) -> Stretch | None:
    month = _number(match["m1"])
    first = _date(year, month, _number(match["d1"]))
    if first is None:
        return None
    last_day = match["d2"] or match["d3"]
    last = _date(year, _number(match["m2"]) if match["m2"] else month, _number(last_day)) if last_day else first
    return _days(match.end(), first, last if last and last >= first else first, relative=relative)


def _days(end: int, first: date, last: date, *, relative: bool) -> Stretch:
    period = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(end, period, first, last, relative)


def _same(end: int, year: int, clock: Clock, *, relative: bool) -> Stretch:
    """去年同期: the stretch named before, in that year."""
    model = clock.named or clock.before
    if model is None or model.first is None or model.last is None or model.period is None or model.first.year != model.last.year:
        return _whole(end, year, relative=relative)
    period = re.sub(r"\d{4}(?=-|/|$)", f"{year:04}", model.period) if "-" in model.period else f"{year:04}"
    first = _date(year, model.first.month, model.first.day) or date(year, model.first.month, 28)
    last = _date(year, model.last.month, model.last.day) or date(year, model.last.month, monthrange(year, model.last.month)[1])
    return Stretch(end, period, first, last, relative)


def _last(folded: str, at: int, clock: Clock) -> Stretch | None:
    """近五年, 过去12个月: up to the day of publication, or from it."""
    match = _LAST.match(folded, at)
    if not match:
        return None
    count, unit = _number(match["n"]) if match["n"] != "两" else 2, match["unit"]
    back = not match.group().startswith("未来")
    if clock.year is None:
        return Stretch(match.end(), None, None, None, relative=True)
    if unit == "年":
        first, last = (clock.year - count, clock.year) if back else (clock.year, clock.year + count)
        return _span(match.end(), first, last)._replace(relative=True)
    if unit.endswith("月") and clock.month:
        near, far = clock.year * 12 + clock.month - 1, clock.year * 12 + clock.month - 1 + (-count if back else count)
        low, high = sorted((near, far))
        period = f"{low // 12:04}-{low % 12 + 1:02}/{high // 12:04}-{high % 12 + 1:02}"
        return Stretch(match.end(), period, date(low // 12, low % 12 + 1, 1), date(high // 12, high % 12 + 1, monthrange(high // 12, high % 12 + 1)[1]), relative=True)
    if unit in {"天", "日", "周"} and clock.today:
        shift = timedelta(count * (7 if unit == "周" else 1))
        edges = sorted((clock.today, clock.today - shift if back else clock.today + shift))
        return _days(match.end(), edges[0], edges[1], relative=True)
    return Stretch(match.end(), None, None, None, relative=True)


def _week(folded: str, at: int, clock: Clock) -> Stretch | None:
    match = _WEEK.match(folded, at)
    if not match:
        return None
    today = clock.today
    if today is None:
        return Stretch(match.end(), None, None, None, relative=True)
    monday = today - timedelta(today.weekday()) + timedelta(7 * {"上": -1, "本": 0, "下": 1}[match["which"]])
    if match["day"]:
        day = monday + timedelta("一二三四五六日天".index(match["day"]) if match["day"] != "天" else 6)
        return _days(match.end(), day, day, relative=True)
    return _days(match.end(), monday, monday + timedelta(6), relative=True)


def _word(folded: str, at: int, clock: Clock) -> Stretch | None:
    """昨天, 上月, 截至目前."""
    match = _WORDS.match(folded, at)
    if not match:
        return None
    word, today = match.group(), clock.today
    if word in _RELATIVE_DAYS:
        day = today + timedelta(_RELATIVE_DAYS[word]) if today else None
        return _days(match.end(), day, day, relative=True) if day else Stretch(match.end(), None, None, None, relative=True)
    if word in _RELATIVE_MONTHS:
        if not (clock.year and clock.month):
            return Stretch(match.end(), None, None, None, relative=True)
        months = clock.year * 12 + clock.month - 1 + _RELATIVE_MONTHS[word]
        year, month = months // 12, months % 12 + 1
        return Stretch(match.end(), f"{year:04}-{month:02}", date(year, month, 1), date(year, month, monthrange(year, month)[1]), relative=True)
    return Stretch(match.end(), f"by {today.isoformat()}" if today else None, None, today, relative=True)


def _day(folded: str, at: int, clock: Clock) -> Stretch | None:
    """A day without its month: of the month the sentence named, or the last one before publication."""
    match = _DAYS.match(folded, at)
    if not match:
        return None
    first_day, last_day = _number(match["a"] or match["d"]), _number(match["b"] or match["d"])
    if clock.named and clock.named.first:
        year, month, relative = clock.named.first.year, clock.named.first.month, clock.named.relative
    elif clock.year and clock.month:
        year, month, relative = clock.year, clock.month, True
        if clock.day and first_day > clock.day + _NEAR_DAYS:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    else:
        return Stretch(match.end(), None, None, None, relative=True)
    first, last = _date(year, month, first_day), _date(year, month, last_day)
    if first is None or last is None or last < first:
        return Stretch(match.end(), None, None, None, relative)
    return _days(match.end(), first, last, relative=relative)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""The grammar of dates: which words make a stretch of the calendar, and which days it covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.quantity.calendars import DAY, SOME_DAYS, TO, YEAR
from factcheck.quantity.clock import MONTHS, Clock, Stretch, day
from factcheck.quantity.numerals import small_number
from factcheck.quantity.parts import COUNT, part, part_of_now

_YEARS_AWAY = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上年度": -1, "前年": -2, "大前年": -3}
_YEARS_AWAY |= {"明年": 1, "来年": 1, "后年": 2}
_DAYS_AWAY = {"今天": 0, "今日": 0, "今早": 0, "今晨": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1}
_DAYS_AWAY |= {"前天": -2, "前日": -2, "明天": 1, "明日": 1, "后天": 2}
_MONTHS_AWAY = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_WEEKS_AWAY = {"上": -1, "本": 0, "下": 1}
_NOW = ("截至目前", "截止目前")
_OF_THE_NAMED_YEAR = {"同年": 0, "当年": 0, "翌年": 1, "次年": 1}  # years after the one named before
_REPUBLIC = 1911
_PLAN_YEARS, _BEFORE_PLANS = 5, 2001  # 十一五 began in 2006
_WRITTEN_OUT = 100  # a year below is the end of 2024/25


def _one_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BEGIN = r"(?= ?[一二两三四五六七八九十\d])"
ANCHOR = re.compile(
    "|".join(
        (
            (
                r"[0-9一二三四五六七八九十廿两]|大?前年|[今去明后来同当翌次]年|[本上]年度?|[上下]半年"
                r"|全年|年内|年[初底末]|民国|[上本]世纪|第(?=[一二三四1-4] ?季)"
            ),
            rf"(?:前|首|最?近|过去的?|未来){_BEGIN}|首(?=季)|(?<![0-9A-Za-z])Q[1-4](?!\d)|“十",
            r"今[天日早晨晚]|昨[天日晚]|前[天日]|[明后][天日]|[本上下]个?月|这个月|[本上下]周|截[至止]目前",
        )
    )
)
_YEAR = re.compile(
    rf"(?P<year>{YEAR}) ?(?:年度?|(?= ?(?:上半|下半|第?[一二三四]季|Q\d)))"
    r"|民国(?P<before>前)? ?(?P<republic>元|\d{1,3}|[一二三四五六七八九十百零]{1,5}) ?年"
    rf"|(?P<away>{_one_of(_YEARS_AWAY)})|(?P<named>{_one_of(_OF_THE_NAMED_YEAR)})"
)
_YEARS = re.compile(
    rf"(?P<a>{YEAR})(?: ?年)?[底末初]?{TO}(?P<b>{YEAR}|\d\d(?!\d)) ?(?:年度|学年|财年|赛季|财政年度|年)[底末初]?"
    rf"|(?P<c>{YEAR})/(?P<d>\d\d(?!\d)|{YEAR})(?![/\d-])"
)
_ISO = re.compile(rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)")
_TAIWAN_YEAR = re.compile(
    r"(?P<n>1[0-4]\d|[89]\d) ?(?:(?P<school>学年度?)|年(?![来前后间的内之期以多左代资级长计余]|历史))"
)
_DAYS = re.compile(
    rf"(?P<a>{DAY})(?: ?日)?{TO}(?P<b>{DAY}) ?日(?![游内])|{SOME_DAYS}(?P<d>3[01]|[12]\d|0?[1-9])"
    r" ?日(?![游内元圆币均本后]|之内|以内)"
)
_DECADE = re.compile(
    r"(?P<century>\d{1,2}|[一二]?十[一二三四五六七八九]?|[三四五六七八九]|上|本) ?世纪"
    r" ?(?P<ten>\d0|[一二三四五六七八九]十)?(?(ten)年代)"
    r"|(?P<decade>1[0-9]\d0|20\d0) ?年代|(?P<short>[1-9]0|[二三四五六七八九]十) ?年代"
)
_PLAN = re.compile(
    r"“十(?P<a>[一二三四五六])五”?(?:规划|期间|时期|计划|末)?|十(?P<b>[一二三四五六])五(?:规划|期间|时期|计划|末)"
)
_BARE_PLAN = re.compile(r"十(?P<b>[一二三四五六])五(?![\u3400-\u9fff]|”?[个名家人年天万亿])")
_LAST = re.compile(rf"(?P<when>最近|近|过去|未来)的? ?(?P<n>{COUNT}) ?(?P<unit>年|个?月|周|天|日|个季度)")
_WEEK = re.compile(r"(?P<which>[本上下])周(?P<day>[一二三四五六日天])?")
_WEEKDAYS = "一二三四五六日"
_WORD = re.compile("|".join((_one_of(_DAYS_AWAY), _one_of(_MONTHS_AWAY), *_NOW)))


def read(folded: str, at: int, clock: Clock) -> Stretch | None:
    """The date or period that begins at `at`, or None."""
    for rule in _RULES:
        if found := rule(folded, at, clock):
            return found
    return None


def _iso(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _ISO.match(folded, at)
    written = day(int(match["y"]), int(match["m"]), int(match["d"])) if match and match["y"].isascii() else None
    return Stretch.of_days(match.end(), written) if match and written else None


def _years(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _YEARS.match(folded, at)
    if not match:
        return None
    first, second = small_number(match["a"] or match["c"]), small_number(match["b"] or match["d"])
    last = second if second >= _WRITTEN_OUT else first // _WRITTEN_OUT * _WRITTEN_OUT + second
    return Stretch.of_years(match.end(), first, last) if first < last else None


def _decade(folded: str, at: int, _clock: Clock) -> Stretch | None:
    match = _DECADE.match(folded, at)
    if not match:
        return None
    if not match["century"]:
        first = int(match["decade"]) if match["decade"] else 1900 + small_number(match["short"])
        return Stretch.of_years(match.end(), first, first + 9)
    century = {"上": 20, "本": 21}.get(match["century"]) or small_number(match["century"])
    if match["ten"]:
        first = (century - 1) * 100 + small_number(match["ten"])
        return Stretch.of_years(match.end(), first, first + 9)
    return Stretch.of_years(match.end(), century * 100 - 99, century * 100)


def _plan(folded: str, at: int, _clock: Clock) -> Stretch | None:
    """十四五 is 2021 to 2025."""
    match = _PLAN.match(folded, at) or _BARE_PLAN.match(folded, at)
    if not match:
        return None
    first = _BEFORE_PLANS + _PLAN_YEARS * small_number(match["b"] or match["a"])
    return Stretch.of_years(match.end(), first, first + _PLAN_YEARS - 1)


def _taiwan(folded: str, at: int, clock: Clock) -> Stretch | None:
    """A year of the Republic without the word, in Taiwanese text."""
    match = _TAIWAN_YEAR.match(folded, at) if clock.taiwan and not folded[at - 1 : at].isdigit() else None
    if not match:
        return None
    year = int(match["n"]) + _REPUBLIC
    if match["school"]:
        return Stretch.of_years(match.end(), year, year + 1)
    return part(folded, match.end(), year, clock, relative=False) or Stretch.of_years(match.end(), year)


def _yearly(folded: str, at: int, clock: Clock) -> Stretch | None:
    """A year in figures or words, and the part of it that follows."""
    match = _YEAR.match(folded, at)
    if not match:
        return None
    named = clock.named or clock.before
    if match["named"] and (named is None or named.first is None):
        return None
    relative = bool(match["away"] or (match["named"] and named and named.relative))
    year = _year_of(match, clock, named)
    found = part(folded, match.end(), year, clock, relative=relative)
    return found or Stretch.of_years(match.end(), year, relative=relative)


def _year_of(match: re.Match[str], clock: Clock, named: Stretch | None) -> int | None:
    if match["year"]:
        return small_number(match["year"])
    if match["republic"]:
        count = small_number(match["republic"])
        return _REPUBLIC + 1 - count if match["before"] else _REPUBLIC + count
    if match["away"]:
        return clock.year + _YEARS_AWAY[match["away"]] if clock.year else None
    return named.first.year + _OF_THE_NAMED_YEAR[match["named"]] if named and named.first else None


def _last(folded: str, at: int, clock: Clock) -> Stretch | None:
    """近五年, 过去12个月: up to the day of publication, or from it."""
    match = _LAST.match(folded, at)
    if not match:
        return None
    end, unit = match.end(), match["unit"]
    count = small_number(match["n"]) * (1 if match["when"] == "未来" else -1)
    if unit == "年" and clock.year:
        first, last = sorted((clock.year, clock.year + count))
        return Stretch.of_years(end, first, last, relative=True)
    now, then = clock.months_away(0), clock.months_away(count)
    if unit.endswith("月") and now and then:
        return Stretch.of_months(end, min(now, then), max(now, then), relative=True)
    if unit in {"天", "日", "周"} and clock.today:
        first_day, last_day = sorted(
            (clock.today.toordinal(), clock.today.toordinal() + count * (7 if unit == "周" else 1))
        )
        if first_day > 0 and last_day <= date.max.toordinal():
            return Stretch.of_days(
                end, clock.today.fromordinal(first_day), clock.today.fromordinal(last_day), relative=True
            )
    return Stretch(end, relative=True)


def _week(folded: str, at: int, clock: Clock) -> Stretch | None:
    match = _WEEK.match(folded, at)
    today = clock.today
    if not match or today is None or not MONTHS < today.year < _LAST_YEAR:
        return Stretch(match.end(), relative=True) if match else None
    monday = today + timedelta(7 * _WEEKS_AWAY[match["which"]] - today.weekday())
    if not match["day"]:
        return Stretch.of_days(match.end(), monday, monday + timedelta(6), relative=True)
    return Stretch.of_days(match.end(), monday + timedelta(_WEEKDAYS.find(match["day"]) % 7), relative=True)


_LAST_YEAR = 9999


def _word(folded: str, at: int, clock: Clock) -> Stretch | None:
    """昨天, 上月, 截至目前."""
    match = _WORD.match(folded, at)
    if not match:
        return None
    word, today, end = match.group(), clock.today, match.end()
    if word in _MONTHS_AWAY:
        month = clock.months_away(_MONTHS_AWAY[word])
        return Stretch.of_months(end, month, month, relative=True) if month else Stretch(end, relative=True)
    if today is None or not MONTHS < today.year < _LAST_YEAR:
        return Stretch(end, relative=True)
    if word in _NOW:
        return Stretch(end, f"by {today.isoformat()}", None, today, relative=True)
    return Stretch.of_days(end, today + timedelta(_DAYS_AWAY[word]), relative=True)


def _day(folded: str, at: int, clock: Clock) -> Stretch | None:
    """A day without its month: of the month that the sentence named, or the nearest such day to publication."""
    match = _DAYS.match(folded, at)
    if not match:
        return None
    end = match.end()
    first, last = small_number(match["a"] or match["d"]), small_number(match["b"] or match["d"])
    named = clock.named
    if named and named.last and named.names_month:
        # 6月30日…1日: the day after is of the next month.
        later = (
            named.last.month % MONTHS + 1 if first < named.last.day and named.first == named.last else named.last.month
        )
        month = later if later == clock.month else named.last.month
        year, relative = named.last.year + (month < named.last.month), named.relative
    else:
        (year, month), relative = _month_of(first, clock), True
    begin, final = day(year, month, first), day(year, month, last)
    if begin is None or final is None or final < begin:
        return Stretch(end, relative=relative)
    return Stretch.of_days(end, begin, final, relative=relative)


def _month_of(number: int, clock: Clock) -> tuple[int, int]:
    """The (year, month) of the day of that number which is nearest to publication; (0, 0) where that is not dated."""
    today = clock.today
    around = [month for away in (0, -1, 1) if (month := clock.months_away(away)) is not None]
    if today is None:
        return around[0] if around else (0, 0)
    days = [found for month in around if (found := day(*month, number)) is not None]
    nearest = min(days, key=lambda found: abs((found - today).days), default=None)
    return (nearest.year, nearest.month) if nearest else (0, 0)


_RULES = (_iso, _years, _decade, _plan, _taiwan, _yearly, part_of_now, _last, _week, _word, _day)

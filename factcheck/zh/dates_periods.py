"""The grammar of dates: what makes a stretch of the calendar, parts of a year, and what opens a date to one side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.dates import DateRangePatterns, FramingPatterns, YearPartPatterns
from factcheck.zh.dates_letters import (
    CODE,
    COUNT,
    DASH,
    DAY,
    DAY_IN_DIGITS,
    FISCAL,
    MONTH,
    MONTH_IN_DIGITS,
    TO,
    YEAR,
    begin_with,
    not_behind,
    one_of,
    verbose,
)

if TYPE_CHECKING:
    from factcheck.zh.dates import DateWords

# Where a date may begin, and the letters that it may begin with; which one it is, its readers say.
_FIRST = "0-9一二三四五六七八九十廿卅两大前今去明后来同当翌次本上下全年第首最近过未QHF'’‘零〇O“昨这截"
_ANCHOR = r"""
    [0-9一二三四五六七八九十廿卅两]
  | 大?前年 | [今去明后来同当翌次]年 | [本上]年度? | [上下]半年
  | 全年 | 年内 | 年[初底末] | [上本]世纪
  | 第(?=[一二三四1-4][ ]?(?:财?季))
  | (?:前|首|最?近|过去的?|未来)(?=[ ]?[一二两三四五六七八九十\d])
  | 首(?=季)
  | (?<![0-9A-Za-z])(?:[QH][1-4](?!\d) | FY(?=[ ]?['’]?\d))
  | ['’‘](?=\d\d[ ]?年)
  | [零〇O](?=[一二三四五六七八九][ ]?年)
  | “十
  | 今[天日早晨晚] | 昨[天日晚] | 前[天日] | [明后][天日]
  | [本上下]个?月 | 这个月 | [本上下]周 | 截[至止]目前
  | [本上下这前]上?[一个]{0,2}季 | [上本下今明去前](?=一?个?[ ]?(?:财|会计)) | 上一?期
"""
_ISO_DATE = rf"""
    (?P<year>{YEAR}) (?P<sep>[-/.]) (?P<month>{MONTH_IN_DIGITS}) (?P=sep) (?P<day>{DAY_IN_DIGITS}) (?!\d)
  | (?P<slashed>{YEAR}) / (?P<of>{MONTH_IN_DIGITS}) (?![\d/])
"""
_BY_BEFORE = r"(?:截至|截止)(?:到|了)?(?:北京时间|当地时间|本报发稿时|美东时间)?[ ]?$"
_SINCE = r"""
    [ ]?
    (?:[0零]时起|以来|至今|迄今|起(?![来飞火诉点草伏码床重])|后至今)
"""
# 止六个月, 止年度, 止三个财政年度: what ends with the date is so long.
_CLOSING = rf"""
    [ ]? (?P<closed> 为?止(?!损) )? [ ]? (?P<of>的)? [ ]? (?:首|前|过去)? [ ]?
    (?:
        (?P<months>{COUNT}) [ ]? 个月 (?![内前后])
      | (?P<years>{COUNT}) [ ]? 个? [ ]? (?:财政|会计|财务)? (?: 年度 | 财年 | 年 )
      | (?P<year> (?:财政|会计|财务)?年度 | 财年 | 全年 )
      | (?P<half> 半年度? | [上下]半(?:财年|年度?) )
      | (?P<quarter> 第?[一二三四1-4]? (?:个|财|个财)?季度? )
    )
"""
# A fiscal year or quarter that is named only from now; a half-year of whichever year; digits that lost 年月.
_UNREAD = rf"""
    [上本下今明去前] 一?个? [ ]? (?:{FISCAL}|财季)
  | 第 [一二三四1-4] 个? 财季 | [一二三四1-4] (?<!前.) 财季
  | (?:20)?\d\d [ ]? 年? [上下]半 (?:{FISCAL})
  | 上一?季 (?![度赛]) | 本季 (?![度赛])
  | 上一?期 (?![间待望货许所])
  | (?<![\dA-Za-z]) H[12] (?![\dA-Za-z])
  | (?:19|20)\d\d (?:1[0-2]|0?[1-9]) (?:3[01]|[12]\d|0?[1-9]) [ ]? 日
"""


def part_patterns(words: DateWords) -> YearPartPatterns:
    """What `parts` reads with."""
    part = rf"""
        [ ]?
        (?:
            (?P<month>{MONTH})[ ]?月[ ]?(?P<day>{DAY})[ ]?
            (?:
                [日号](?:{TO}(?:(?P<to_month>{MONTH})[ ]?月[ ]?)?(?P<to_day>{DAY})[ ]?[日号])?
              | {TO}(?P<until>{DAY})[ ]?[日号]
            )
          | (?P<from>{MONTH})(?:[ ]?月份?)?{TO}(?P<to>{MONTH})[ ]?月(?!龄|大)
          | (?P<only>{MONTH})[ ]?月(?!龄|大)份?(?P<third>{one_of((*words.month_thirds, *words.year_edges))})?
          | (?P<half>{one_of(words.half_years)})半年
          | 第?(?P<quarter>[一二三四1-4])(?:{TO}(?P<to_quarter>[一二三四1-4]))?[ ]?季(?:度|报)?
          | (?P<first_quarter>首)季度?
          | (?P<code>{CODE})
          | (?:前|首)(?P<quarters>[二两三2-3])个?季度?
          | (?:前|首)(?P<months>{COUNT})个?月
          | (?P<same>同期)
          | 年?(?P<edge>{one_of(words.year_edges)})(?![心衷步级蕴气线层端])
          | (?P<all>全年|年内)
          | (?P<since>以来)
        )
    """
    return YearPartPatterns(
        part=verbose(part),
        month_thirds=words.month_thirds,
        half_years=words.half_years,
        code_months={"Q": 3, "H": 6, "M": 1},
        code_from_january=frozenset("M"),  # 9M is January to September
        year_edges=words.year_edges,
        code_of_now=verbose("Q[1-4] | [1-4]Q"),
        of_a_year=frozenset(words.year_edges),
        length=verbose("[ ]? (?: 以来 | 年内 )"),
    )


def period_patterns(words: DateWords) -> DateRangePatterns:
    """What `periods` reads with."""
    days = rf"""
        (?P<first>{DAY})(?:[ ]?日)?{TO}(?P<last>{DAY})[ ]?日(?![游内])
      | {not_behind(words.lasting)}(?P<day>{DAY_IN_DIGITS})[ ]?日(?![游内元圆币均本后]|之内|以内)
    """
    decade = rf"""
        (?P<century>\d{{1,2}}|[一二]?十[一二三四五六七八九]?|[三四五六七八九]|{one_of(words.centuries)})[ ]?世纪
        (?:[ ]?(?P<ten>\d0|[一二三四五六七八九]十)年代)? (?:[ ]?(?:初|末|中叶|中期|前期|后期))?
      | (?P<decade>1[0-9]\d0|20\d0)[ ]?年代
      | (?P<short>[1-9]0|[二三四五六七八九][十〇零]|[六七八九](?=[七八九]十))
        (?:{TO})?(?P<short_to>(?<=[六-龥至到~—–-])(?:\d0|[六七八九]十))?[ ]?年代
    """
    window = rf"""
        (?P<when>{one_of(words.directions)})的?[ ]?
        (?P<count>{COUNT})[ ]?
        (?P<unit>{one_of((*words.windows_of_years, *words.windows_of_months, *words.windows_of_days))}|个季度)
    """
    week = f"(?P<which>{one_of(words.weeks_away)})周(?P<day>{one_of(words.weekdays)})?"
    return DateRangePatterns(
        anchor=begin_with(
            _FIRST + "".join(sorted({era[0] for era in words.eras})), f"(?:{_ANCHOR} | {one_of(words.eras)})"
        ),
        month_mark="月",
        day_mark="日",
        iso_date=verbose(_ISO_DATE),
        decade=verbose(decade),
        plans=_plans(words),
        window=verbose(window),
        week=verbose(week),
        word=verbose("|".join((one_of(words.days_away), one_of(words.months_away), *words.now))),
        days=verbose(days),
        quarter=verbose(one_of(words.quarters_away)),
        unread=verbose(_UNREAD),
        quarters_away=words.quarters_away,
        months_away=words.months_away,
        days_away=words.days_away,
        weeks_away=words.weeks_away,
        weekdays=words.weekdays,
        now=frozenset(words.now),
        centuries=words.centuries,
        plan_begins=words.plan_begins,
        plan_years=5,
        directions=words.directions,
        windows_of_years=frozenset(words.windows_of_years),
        windows_of_months=frozenset(words.windows_of_months),
        windows_of_days=words.windows_of_days,
    )


def _plans(words: DateWords) -> tuple[re.Pattern[str], ...]:
    """A five-year plan, 十四五: in quotation marks or before a word of plans; or before what is not counted in 15s."""
    number = one_of(words.plan_begins)
    named = rf"""
        “十(?P<quoted>{number})五”?(?:规划|期间|时期|计划|末)?
      | 十(?P<number>{number})五(?:规划|期间|时期|计划|末)
    """
    bare = rf"十(?P<number>{number})五(?![\u3400-\u9fff]|”?[个名家人年天万亿])"
    return verbose(named), verbose(bare)


def framing_patterns(words: DateWords) -> FramingPatterns:
    """What `dates` reads around a date."""
    return FramingPatterns(
        by_before=verbose(_BY_BEFORE),
        up_to_before=verbose("(?:到|至|迄)[ ]?$"),
        since_before=verbose("(?:自从?|从)[ ]?$"),
        midnight=verbose("[ ]?(?:24|二十四)[时点]起"),
        since=verbose(_SINCE),
        by=verbose("[ ]?(?:为止|止(?!损))"),
        to=verbose(rf"[ ]? (?: {DASH} | 至 | 到 ) [ ]?"),
        closing=verbose(_CLOSING),
        since_ending="以来",
        year_mark="年",
        stop=re.compile(r"[。！？\n\r；]"),
        numbered_month=verbose(r"\d{1,2}[ ]?月"),
        local_words=words.local_words,
    )

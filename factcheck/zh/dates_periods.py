"""The grammar of dates: what makes a stretch of the calendar, parts of a year, and what opens a date to one side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.dates import DateRangePatterns, FramingPatterns, YearPartPatterns
from factcheck.zh.dates_letters import (
    COUNT,
    DAY,
    DAY_IN_DIGITS,
    MONTH,
    MONTH_IN_DIGITS,
    TO,
    YEAR,
    not_behind,
    one_of,
    verbose,
)

if TYPE_CHECKING:
    from factcheck.zh.dates import DateWords

_ANCHOR = r"""
    [0-9一二三四五六七八九十廿两]
  | 大?前年 | [今去明后来同当翌次]年 | [本上]年度? | [上下]半年
  | 全年 | 年内 | 年[初底末] | 民国 | [上本]世纪
  | 第(?=[一二三四1-4][ ]?季)
  | (?:前|首|最?近|过去的?|未来)(?=[ ]?[一二两三四五六七八九十\d])
  | 首(?=季)
  | (?<![0-9A-Za-z])Q[1-4](?!\d)
  | “十
  | 今[天日早晨晚] | 昨[天日晚] | 前[天日] | [明后][天日]
  | [本上下]个?月 | 这个月 | [本上下]周 | 截[至止]目前
"""
_ISO_DATE = rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>{MONTH_IN_DIGITS})(?P=sep)(?P<day>{DAY_IN_DIGITS})(?!\d)"
_YEARS = rf"""
    (?P<first>{YEAR})(?:[ ]?年)?[底末初]?{TO}(?P<last>{YEAR}|\d\d(?!\d))
    [ ]?(?:年度|学年|财年|赛季|财政年度|年)[底末初]?
  | (?P<first_short>{YEAR})/(?P<last_short>\d\d(?!\d)|{YEAR})(?![/\d-]) # 2024/25
"""
_LOCAL_YEAR = r"""
    (?P<number>1[0-4]\d|[89]\d)[ ]?
    (?:(?P<school>学年度?)|年(?![来前后间的内之期以多左代资级长计余]|历史))
"""
_BY_BEFORE = r"(?:截至|截止)(?:到|了)?(?:北京时间|当地时间|本报发稿时|美东时间)?[ ]?$"
_SINCE = r"""
    [ ]?
    (?:[0零]时起|以来|至今|迄今|起(?![来飞火诉点草伏码床重])|后至今)
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
          | Q(?P<q>[1-4])
          | (?:前|首)(?P<quarters>[二两三2-3])个?季度?
          | (?:前|首)(?P<months>{COUNT})个?月
          | (?P<same>同期)
          | 年?(?P<edge>{one_of(words.year_edges)})
          | (?P<all>全年|年内)
          | (?P<since>以来)
        )
    """
    return YearPartPatterns(
        part=verbose(part),
        month_thirds=words.month_thirds,
        half_years=words.half_years,
        year_edges=words.year_edges,
        of_a_year=frozenset(words.year_edges),
    )


def period_patterns(words: DateWords) -> DateRangePatterns:
    """What `periods` reads with."""
    year = rf"""
        (?P<year>{YEAR})[ ]?(?:年度?|(?=[ ]?(?:上半|下半|第?[一二三四]季|Q\d)))
      | 民国(?P<before>前)?[ ]?(?P<era>元|\d{{1,3}}|[一二三四五六七八九十百零]{{1,5}})[ ]?年
      | (?P<away>{one_of(words.years_away)})
      | (?P<named>{one_of(words.years_after)})
    """
    days = rf"""
        (?P<first>{DAY})(?:[ ]?日)?{TO}(?P<last>{DAY})[ ]?日(?![游内])
      | {not_behind(words.lasting)}(?P<day>{DAY_IN_DIGITS})[ ]?日(?![游内元圆币均本后]|之内|以内)
    """
    decade = rf"""
        (?P<century>\d{{1,2}}|[一二]?十[一二三四五六七八九]?|[三四五六七八九]|{one_of(words.centuries)})[ ]?世纪
        [ ]?(?P<ten>\d0|[一二三四五六七八九]十)?(?(ten)年代)
      | (?P<decade>1[0-9]\d0|20\d0)[ ]?年代
      | (?P<short>[1-9]0|[二三四五六七八九]十)[ ]?年代
    """
    window = rf"""
        (?P<when>{one_of(words.directions)})的?[ ]?
        (?P<count>{COUNT})[ ]?
        (?P<unit>{one_of((*words.windows_of_years, *words.windows_of_months, *words.windows_of_days))}|个季度)
    """
    week = f"(?P<which>{one_of(words.weeks_away)})周(?P<day>{one_of(words.weekdays)})?"
    return DateRangePatterns(
        anchor=verbose(_ANCHOR),
        iso_date=verbose(_ISO_DATE),
        years=verbose(_YEARS),
        decade=verbose(decade),
        plans=_plans(words),
        local_year=verbose(_LOCAL_YEAR),
        year=verbose(year),
        window=verbose(window),
        week=verbose(week),
        word=verbose("|".join((one_of(words.days_away), one_of(words.months_away), *words.now))),
        days=verbose(days),
        years_away=words.years_away,
        years_after=words.years_after,
        months_away=words.months_away,
        days_away=words.days_away,
        weeks_away=words.weeks_away,
        weekdays=words.weekdays,
        now=frozenset(words.now),
        centuries=words.centuries,
        plan_begins=words.plan_begins,
        plan_years=5,
        era_offset=1911,  # the Republic began in 1912
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
        since_ending="以来",
        year_mark="年",
        stop=re.compile(r"[。！？\n\r；]"),
        numbered_month=verbose(r"\d{1,2}[ ]?月"),
        local_words=words.local_words,
    )

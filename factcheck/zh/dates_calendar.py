"""What of a calendar begins with a numeral: 2025年, 7月6日, 2024/25年度, 民国114年, 1至10月, 8时30分, 90年代."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.dates import CalendarPatterns
from factcheck.zh.dates_letters import (
    DASH,
    DAY,
    DAY_IN_DIGITS,
    HAN,
    MONTH,
    MONTH_IN_DIGITS,
    TO,
    YEAR,
    not_behind,
    one_of,
    verbose,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.zh.dates import DateWords

_QUARTER = "(?:[1-4一二三四])"
_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = rf"(?:[0-5]?\d|[二三四五]?十[{HAN}]?|[{HAN}])"

# Behind 年: what makes four digits a stretch of time and no year; of a round number more than of another.
_MORE = "多|余(?![杭姚江干额下光])|的?历史|之久|文明|大计"
_NO_SPAN = rf"(?!{_MORE}|来(?![自到临源])|以上|前(?!后)|后|间|时间|左右|一遇|古|老|难遇)"

_DATES_IN_DIGITS = rf"""
    {YEAR}[-/.]{MONTH_IN_DIGITS}[-/.]{DAY_IN_DIGITS}(?!\d)
  | {YEAR}/{MONTH_IN_DIGITS}(?![\d/])
"""
_YEAR_RANGES = rf"""
    # a year of work or school: 2024/25年度
    {YEAR}[ ]?(?:[/~-]|—{{1,2}}|–|至)[ ]?(?:\d\d(?!\d)|{YEAR})[ ]?(?:学年度?|年度|财年|赛季|年度?)
    # the years of a life or an office; prices come with a unit, or behind 为, 在, 约
  | (?<![\d.为在约是达价近超于至到-])(?:1[5-9]|20)\d\d[ ]?{DASH}[ ]?(?:1[5-9]|20)\d\d(?=[ ]?[)，、,；。])
  | {YEAR}(?:[ ]?年[底末初]?)?{TO}{YEAR}[ ]?年[度代底末初]?{_NO_SPAN}
    # without 年, where no unit follows
  | (?:19|20)\d\d[ ]?{DASH}[ ]?(?:19|20)\d\d
    (?![ ]?(?:
        台(?![湾北中南])
      | [\d.%元人个名家点次只辆套件块度级吨米克斤亩公平千百万亿兆毫厘美港日欧韩英多余年至到-]
    ))
"""
_YEARS_AND_PARTS = rf"""
    {YEAR}[ ]?年[ ]?{MONTH}[ ]?月[ ]?{DAY}[ ]?[日号](?:{TO}(?:{MONTH}[ ]?月[ ]?)?{DAY}[ ]?[日号])?
  | {YEAR}[ ]?年[ ]?{MONTH}(?:[ ]?月)?{TO}{MONTH}[ ]?月
  | {YEAR}[ ]?年[ ]?{MONTH}[ ]?月(?:份|底|初|末|中旬|上旬|下旬)?
  | {YEAR}[ ]?年(?:第?{_QUARTER}季度?|[上下]半年|[度代底末初中春夏秋冬])
  | {YEAR}[ ]?年{_NO_SPAN}
  | (?:19|20)(?!00)\d\d[ ]?年(?!{_MORE})
    # a school year of the Republic: 114学年度
  | (?:\d{{2}}|[{HAN}]{{2}}|一百(?:零?[{HAN}]|[{HAN}]?十[{HAN}]?)|1[0-4]\d)[ ]?学年度?
"""
_CENTURIES_AND_DECADES = rf"""
    (?:\d{{1,2}}|[一二]?十[一二三四五六七八九]?|[三四五六七八九])[ ]?世纪
    (?:[ ]?(?:\d0|[二三四五六七八九]十)年代)?
    (?:初|末|中叶|中期|前期|后期)?
    # 90年代, 八九十年代, 70至80年代
  | (?:\d0|[一二三四五六七八九][十〇零]|[六七八九](?=[七八九]十))
    (?:{TO}(?:\d0|[六七八九]十))?
    (?:[七八九]十)?[ ]?年代
"""
_PARTS_OF_A_YEAR = rf"""
    {MONTH}[ ]?月[ ]?{DAY}[ ]?[日号](?:{TO}(?:{MONTH}[ ]?月[ ]?)?{DAY}[ ]?[日号])?
  | {MONTH}[ ]?月[ ]?{DAY}{TO}(?:{MONTH}[ ]?月[ ]?)?{DAY}[ ]?[日号]
  | {MONTH}(?:[ ]?月份?)?{TO}{MONTH}[ ]?月(?!龄|大)份?
  | {MONTH}[ ]?月(?!龄|大)(?:份|底|初|末|中旬|上旬|下旬)?
"""
_QUARTERS = rf"{_QUARTER}(?:{TO}{_QUARTER})?[ ]?季(?:度|报)?"
# 点 is a time where what follows is done at a time, or goes on with minutes; 3点 alone may be points.
_POINT = rf"""
    点(?:
        (?=开始|起床|出发|上班|下班|准时
          |[整半许左前后、，。至到—-]
          |[ ](?![{HAN}]+[ ]?个?[ ]?百[ ]?分)
          |{_MINUTE}[ ]?分(?!钟)
          |[一三]刻)
    )
"""
_TIMES = rf"""
    {_HOUR}(?:{TO}{_HOUR})?[ ]?(?:时|点钟|{_POINT})
    (?:[ ]?{_MINUTE}[ ]?分(?!钟)(?:[ ]?{_MINUTE}[ ]?秒)?|半|[一三]刻|整|许)?
    (?![代间期速尚长])
  | (?:{MONTH}-{DAY}[ ])?(?:2[0-4]|1\d|0?\d):[0-5]\d(?::[0-5]\d)?(?!\d)
"""

_SPAN_BEFORE = r"""
    (?<!附)(?<!临)(?<!历时)(?<!耗时)(?<!长达)(?<!时隔)
    (?:
        近|过去|未来|今后|接下来的?|头
      | (?<!提)前
      | 首|这|该|往后|此前|此后|随后|其后|其余?|第
    )$
"""
_SPAN = r"""
    (?:\d{1,3}|[两几数]|[一二三四五六七八九]?十[一二三四五六七八九几多余]?|[一二三四五六七八九])
    [ ]?[多余]?个?
    (?:季度|年|月|周|星期|天|日|小时|学期|财季|季|财年|财政年度|赛季|交易日|工作日|世纪|多月)
"""
_LOCAL_YEAR = r"""
    (?:1[0-4]\d|[7-9]\d)[ ]?年(?:[度底初末]|第[一二三四]季|[上下]半年|[ ]?(?:1[0-2]|[1-9])[ ]?月)
  | (?:1[0-2]\d|9\d)[ ]?年
    (?![来前后間间的内之期以多左代资级长计缘终更时，。、]|历史|度过|当中) # 112年来 is a length
"""


def calendar_patterns(words: DateWords) -> CalendarPatterns:
    """What `calendar_end` reads with."""
    return CalendarPatterns(
        anywhere=verbose("|".join(_forms(words))),
        time_before=_behind(words.times_of_day),
        time=verbose(rf"{_HOUR}[ ]?[点时](?:{_MINUTE}[ ]?分|半|[一三]刻|钟|整|许|多)?"),
        era_before=_behind(words.eras),
        era_year=verbose(rf"(?:\d{{1,4}}|[{HAN}十百千元]{{1,5}})[ ]?年[代间]?|(?:\d{{1,4}})(?=[ ]?[-—–~至][ ]?)"),
        span_before=verbose(_SPAN_BEFORE),
        span=verbose(_SPAN),
        lasting_before=_behind(words.spanning),
        local_year=verbose(_LOCAL_YEAR),
    )


def _forms(words: DateWords) -> tuple[str, ...]:
    days = rf"""
        {DAY}(?:[ ]?[日号])?{TO}{DAY}[ ]?日(?![游内])
      | {not_behind(words.lasting)}{DAY}[ ]?日(?![游内元圆币均后]|之内|以内)
    """
    return (
        _DATES_IN_DIGITS,
        _YEAR_RANGES,
        _YEARS_AND_PARTS,
        _CENTURIES_AND_DECADES,
        _PARTS_OF_A_YEAR,
        days,
        _QUARTERS,
        _TIMES,
    )


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words)})$")

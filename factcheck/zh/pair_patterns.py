"""Chinese: patterns of moments, of names that a text defines, and of what a name is not."""

from __future__ import annotations

import re

from factcheck.zh.dates_letters import CODE, DAY, FISCAL, MONTH, TO, YEAR

# 该, 本, 这 …: whom these mean, the sentence does not say; 我国 is a name.
POINTING = re.compile(r"[该本此这那其你他她它某]|我(?!国)")
# 东部, 中南半边: sides of a place; the dictionary takes some for names.
SIDE = re.compile(r"[东南西北中]+半?[边部面端侧方]")

# 昨|晚, 4日|上午, 周三|傍晚: the day of which a part is told
DAY_AHEAD = r"(?:[今昨前当][日天]?|\d[日号]|[十一二三四五六七八九][日号]|(?:周|星期|礼拜)[一二三四五六日天])[的之]?"

# 截至7月24日, （7月24日）: the day to which a figure is counted
RECORD = re.compile(
    rf"""
    (?: 截[至止] [ ]? | [(（] [ ]? (?: 截[至止] [ ]? )? )
    (?: 当地时间 | 北京时间 )? [ ]?
    (?: {YEAR} [ ]? 年 [ ]? )?
    (?: (?P<month> {MONTH} ) [ ]? 月 (?: [ ]? (?P<day> {DAY} ) [ ]? [日号] )? | (?P<alone> {DAY} ) [ ]? [日号] )
    """,
    re.VERBOSE,
)
# 8月10日, 2023年8月10日, 新华社云汀8月10日电
NAMED_DAY = re.compile(
    rf"""
    (?: (?<! \d ) (?P<year> {YEAR} ) [ ]? 年 [ ]? )?
    (?<! \d ) (?P<month> {MONTH} ) [ ]? 月 [ ]? (?P<day> {DAY} ) [ ]? [日号]
    (?P<told> [ ]? (?: 电 (?! [话影视脑站] ) | 讯 | 消息 ) )?
    """,
    re.VERBOSE,
)
# the line of the day on which a page was printed: 2023-08-10 17:54, 2023年8月10日, 08/10
PRINTED_DAY = re.compile(
    rf"""
    (?<! [\d:] ) (?: (?P<year> {YEAR} ) [ ]? [-/.年] [ ]? )?
    (?P<month> {MONTH} ) [ ]? [-/.月] [ ]? (?P<day> {DAY} ) (?! [\d:] )
    """,
    re.VERBOSE,
)
# 24H1, 3Q23, FY22: a time written with Latin letters, which name nobody
_CODED = rf"""
      (?<! [\dA-Za-z] ) (?: (?:20)? \d\d )? {CODE}
    | (?<! [\dA-Za-z] ) [1-4] [QH] (?:20)? \d\d (?! \d )
    | FY [ ]? (?:20)? \d\d (?: {CODE} )?
"""
CODED_MOMENT = re.compile(_CODED, re.VERBOSE)
# 前7月, 1—7月, 七月二十四日, 上半年, 前三季, 2025年, 2022财年
NAMED_MOMENT = re.compile(
    rf"""
      前? [ ]? {MONTH} (?: {TO} {MONTH} )? [ ]? 月 (?: [ ]? {DAY} [ ]? 日 )?
    | [上下] 半年
    | 前? [一二三四首] 季
    | (?<! \d ) {YEAR} [ ]? 年
    | (?<! \d ) (?:20)? \d\d [ ]? 年? (?: {FISCAL} )
    | {_CODED}
    """,
    re.VERBOSE,
)

# 深度求索(DeepSeek), DeepSeek(深度求索), 望澜海洋研究院(以下简称“海研院”)
ALIAS = re.compile(
    r"""
      (?P<han> [\u4e00-\u9fff]{2,20} ) \( (?P<latin> [A-Za-z][A-Za-z0-9.&-]{1,30} ) \)
    | (?P<latin2> [A-Za-z][A-Za-z0-9.&-]{1,30} ) \( (?P<han2> [\u4e00-\u9fff]{2,20} ) \)
    | (?P<full> [\u4e00-\u9fff]{2,20} )
      \( (?:以下)? (?: 简称 | 又称 | 原名 ) (?: 为 | ： )? [“‘]? (?P<short> [\u4e00-\u9fffA-Za-z0-9]{2,12} ) [”’]? \)
    """,
    re.VERBOSE,
)
# 总部设在杭州的深度求索: the name begins behind the last of these.
BEFORE_NAME = re.compile(r"[的在据向是与和由从对为被把于及或了称]")
# A code, a year, a place, an author is no name.
NO_NAME = re.compile(
    r"""
      [A-Za-z]{1,2} [-.\d]*
    | (?: 19 | 20 ) \d\d
    | .* (?: [省市区县] | 记者 | 摄影 | 通讯员 | 编辑 | 图 | 摄 ) $
    """,
    re.VERBOSE,
)

# Pad 5, LX-900 Pro: a model of a product, and neither Q2, H1 nor FY25
MODEL = re.compile(
    r"""
    (?<! [\dA-Za-z] )
    (?! [QH] [1-4] (?! [\dA-Za-z] ) | FY [ ]? \d )
    [A-Za-z] [A-Za-z]{0,15} (?: [ -]? [A-Za-z]{1,15} ){0,3}
    [ -]? \d{1,5} [A-Za-z]{0,4} (?! [\d.%] )
    (?: [ ]? (?: [A-Z][A-Za-z]{1,8} | [A-Z]{2,4} ) (?! [\dA-Za-z] ) ){0,2}
    """,
    re.VERBOSE,
)
# 去年同期的65亿: an older amount, with which the one before it is compared
OLDER_AMOUNT = re.compile(r"(?:去年|上年|上季|上月|前年)(?:度|同期|同月|同季)?[^，；。、\d]{0,4}$")
# （约9亿美元: an amount in another currency, of the one before it
CONVERTED_AMOUNT = re.compile(r"[（(]\ ?(?:约|合|约合|折合|大约)?\ ?[^，；。、\d（）()]{0,4}$")
# 增长5%至68亿元, 增长5%，达到68亿元
LED_TO = re.compile(r"[，,]?\ ?(?:增长|增|升|降|涨)?(?:至|到|达|达到|为)[了约近超逾]{0,2}[^，；。、\d]{0,4}")

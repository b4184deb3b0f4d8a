"""Chinese: patterns of moments, of names that a text defines, and of what a name is not."""

from __future__ import annotations

import re

from factcheck.zh.tables import any_of

# 该, 本, 这 …: whom these mean, the sentence does not say; 我国 is a name.
POINTING = re.compile(r"[该本此这那其你他她它某]|我(?!国)")
# 东部, 中南半边: sides of a place; the dictionary takes some for names.
SIDE = re.compile(r"[东南西北中]+半?[边部面端侧方]")

# Words for a part of the day: the first and last hour of a clock of twelve that are twelve more on one of 24;
# 夜里2点 is 2.
AFTERNOON = {
    "中午": (1, 3), "午间": (1, 3), "午后": (1, 11), "下午": (1, 11), "傍晚": (1, 11), "晚": (5, 12), "晚上": (5, 12),
    "夜": (6, 12), "夜里": (6, 12), "夜间": (6, 12), "深夜": (6, 12), "半夜": (6, 12),
}  # fmt: skip
PART_OF_HOUR = {"半": 30, "一刻": 15, "三刻": 45}
HOUR = re.compile(
    rf"""
    (?P<half> {any_of(AFTERNOON)} )? [ ]?
    (?<! [\d.第] )                                      # 第8点 is a point of a list
    (?P<hour> \d{{1,2}} | [一二三四五六七八九十]{{1,3}} | 两 (?= 点 [钟半整] | 时 ) ) [ ]?
    (?: 时 (?! [间候代期常速尚段隔光空] )                 # 8时; not 8时间
      | 点 (?= 钟 | [整半许左前后起至到、，。；~—-] | [一三]刻 | \d{{1,2}} [ ]? 分 (?! 钟 ) | $ )
      | : (?= [0-5]\d )
    )
    (?: (?P<part> {any_of(PART_OF_HOUR)} ) | [ ]? (?P<minute> [0-5]?\d ) (?! \d ) )?
    """,
    re.VERBOSE,
)
# 截至7月24日, （7月24日）: the day to which a figure is counted
RECORD = re.compile(
    r"""
    (?: 截[至止] [ ]? | [(（] [ ]? (?: 截[至止] [ ]? )? )
    (?: \d{4} [ ]? 年 [ ]? )?
    (?P<day> \d{1,2} [ ]? 月 [ ]? (?: \d{1,2} [ ]? 日 )? | \d{1,2} [ ]? 日 )
    """,
    re.VERBOSE,
)
# 2025财年, FY25, 25Q3, 3Q25
FISCAL = re.compile(
    r"""
      (?<! \d ) (?:20)? (?P<year> \d{2} ) (?: / \d{2,4} )? [ ]? (?: 财年 | 财政年度 | 会计年度 )
    | FY [ ]? (?:20)? (?P<fy> \d{2} ) (?! \d )
    | (?<! [\dA-Za-z] ) (?:20)? (?P<before> \d{2} ) (?P<unit> [QH][1-4] )
    | (?P<part> [1-4][QH] ) (?P<behind> \d{2} ) (?! \d )
    """,
    re.VERBOSE,
)
# 前7月, 1—7月, 7月24日, 上半年, 前三季, 2025年
NAMED_MOMENT = re.compile(
    r"""
      前? [ ]? \d{1,2} (?: [ ]? [-—~至到] [ ]? \d{1,2} )? [ ]? 月 (?: [ ]? \d{1,2} [ ]? 日 )?
    | [上下] 半年
    | 前? [一二三四首] 季
    | (?<! \d ) [12]\d{3} [ ]? 年
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

"""Chinese: when a figure holds, and dates of events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.frame_patterns import EventPatterns, LifePatterns, PeriodPatterns
from factcheck.zh.dates_letters import DASH
from factcheck.zh.speech import SpeechWords, person_forms
from factcheck.zh.tables import read_table

if TYPE_CHECKING:
    from factcheck.zh.frame_words import Alternatives

_LONGEST = 20  # letters of a subject
_PLACE = r"(?:在[^，。；]{1,14}?)?"
# How it came about, in a few words at most: more of them would be tried from each place where a subject may begin.
_MANNER = r"(?:正式|首次|隆重|顺利|全线|建成|宣布|依法|全面|同步|圆满|成功){0,4}"

# 成立于 2006年: the verb ahead of its date.
_BEFORE = r"(?P<verb> {verbs} ) (?:于|在) (?:了|约)? $"

# 1952年(在云汀)出生: the verb right behind its date, not of a noun (成立的, 成立大会).
_BEHIND = r"""
    \ ? {place} {manner}
    (?P<verb> {verbs} )
    (?: 了 | 于[^，。；]{{1,12}} )?
    (?= [，。；、)）！] | 并 | $ )
"""

# 登录为市定古迹, 更名为云汀师专: what it became is part of the event.
_BECAME = r"""
    \ ?
    (?P<verb> [\u4e00-\u9fff]{1,4}? (?:为|列入|入选) [^，。；、)）！]{2,14} )
    (?= [，。；、)）！] | $ )
"""

# 3月5日，云汀大桥(在某地)通车: the verb that ends the clause of its date or the next.
_LAST = r"""
    ，?
    (?P<subject> [^，。；、：]{{2,{longest}}}? )
    {place} {manner}
    (?P<verb> {verbs} )
    (?= [，。；！] | $ )
"""

_NOBODY = r"""
    ^(?: 与 | 和 | 由 | 它 | 他 | 她 | 我 )
  | (?: 族 | 资料 | 简历 | 籍 | 前身 | 预定 | 预计 | 原定 | 公布 | 发布 | 例子 | 党员 | 消息 | 活动 )$
  | ^有限公司$
  | [(（][^)）]*$      # a bracket that is never closed
  | ^[\W\d_]*$         # no letter at all
"""

# 21年 that may be a year or a length, where the grammar of dates reads no year in it; 21年来 is a length.
# 本期 is the time a report is of, or the number of a paper.
_DOUBTFUL = r"(?<![\d.,]) [0-3]\d [ ]? 年 (?! [来前后间以多内] | 历史 | 时间 ) | 本期"


def event_patterns(rows: Alternatives) -> EventPatterns:
    """The patterns of dates that are asserted of an event."""
    verbs = "|".join(sorted(rows.events.split("|"), key=len, reverse=True))
    held = {"verbs": verbs, "place": _PLACE, "manner": _MANNER, "longest": _LONGEST}
    return EventPatterns(
        # 于 makes an event of any verb; 为, as in 登录为; a year in brackets may be of a life
        mentioned=re.compile(rf"{verbs}|[于为]|[(（]\ ?1[0-9]\d\d"),
        before=re.compile(_BEFORE.format(**held), re.VERBOSE),
        behind=re.compile(_BEHIND.format(**held), re.VERBOSE),
        became=re.compile(_BECAME, re.VERBOSE),
        last=re.compile(_LAST.format(**held), re.VERBOSE),
        nobody=re.compile(_NOBODY, re.VERBOSE),
        framing=re.compile(r"以来|之前|以前|之后|以后|前后|左右|期间|[前后起](?:，|$)"),
    )


def life_patterns() -> LifePatterns:
    """The patterns of dates of a life: 鲁某（1881—1936）."""
    person, foreign = person_forms(read_table("words/speech.yaml", SpeechWords))
    return LifePatterns(
        open=re.compile(r"[(（]\ ?$"),
        dash=re.compile(rf"\ ?(?:年\ ?)?{DASH}\ ?"),
        close=re.compile(r"\ ?年?\ ?[)）]"),
        person=re.compile(person),
        foreign=re.compile(rf"(?P<name>{foreign})$"),
        born="出生",
        died="逝世",
    )


# Times told in words, that a date of the article or one named before says the day of. What is repeated has none.
_SPOKEN = r"""
    (?P<repeated> 每 | 逢 | [周期][一二三四五六日][至到和、] )
  | (?P<present> 目前 | 现[在时今] | [如当]今 | 当前 | 眼下 | 时下 | 至今 | 迄今 | 截[至止].{0,6}发稿 )
  | (?P<same_day> 当[天日晚] | 同[日天] )
  | (?P<next_day> 次日 | 翌日 | 第二天 | 隔[日天] )
  | (?P<weekday> (?<![上下本这]) (?: 周 | 星期 | 礼拜 ) (?P<day> [一二三四五六日天] ) )
"""


def period_patterns(rows: Alternatives) -> PeriodPatterns:
    """The patterns of when a figure holds."""
    return PeriodPatterns(
        date_line=re.compile(r"(?<!\d)(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?!\d)"),
        built=re.compile(r"新建|改建|新增|新开工|改造|造林|新修|新铺|整治|新开通"),
        window=re.compile(r"近|过去|未来|最近"),
        reference_ahead=re.compile(r"(?:比|较|相较于?|相比|与|同)$"),  # 比2023年增长5%
        own=re.compile(r"的?(?:约|近|超过?|逾)?$"),  # 从去年的490亿
        # 2020年以来最小增幅
        record_behind=re.compile(r"(?:以来)?的?(?:最|首[次个度]|新[高低]|第[一二三]|同期最)"),
        doubtful=re.compile(_DOUBTFUL, re.VERBOSE),
        from_ahead=re.compile(r"(?:由|从|自)$"),
        published=re.compile(rows.published),
        flow=re.compile(rows.flow),
        no_flow=re.compile(rows.no_flow),
        spoken=re.compile(_SPOKEN, re.VERBOSE),
        weekdays={**{letter: number for number, letter in enumerate("一二三四五六日")}, "天": 6},
    )

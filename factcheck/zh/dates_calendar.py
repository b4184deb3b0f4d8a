"""Chinese: what begins with a numeral and is of the calendar, yet tells no day: 三日, 8时30分, (近)三年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon.dates import CalendarPatterns
from factcheck.zh.dates_clock import TIME, TIME_BEHIND_WORD
from factcheck.zh.dates_letters import DAY, HAN, TO, behind, not_behind, verbose

if TYPE_CHECKING:
    from factcheck.zh.dates import DateWords

# 114学年度, 一一四学年: of the Republic, where nothing says so
_SCHOOL_YEAR = rf"(?: \d{{2}} | [{HAN}]{{2}} | 一百(?:零?[{HAN}] | [{HAN}]?十[{HAN}]?) | 1[0-4]\d )[ ]?学年度?"
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


# Letters that may stand behind the numeral of a time: 2024春, 12一14日, 三季度. Behind most figures stands another.
_OF_TIMES = (
    "年月日号时点分刻秒季度周星礼天个旬世代载期历农阴学财赛交小春夏秋冬寒暑元国端清除新双"
    "第至到前后上下中初末底内多余几半一会和与及或"
)
_COUNTED = rf"""
    (?: \d[\d,.]{{0,15}}+ | [零一二两三四五六七八九十百千]{{1,8}}+ )
    (?: % | 元(?![月旦宵]) | (?![{_OF_TIMES}])[\u4e00-\u9fff] )
"""


def calendar_patterns(words: DateWords) -> CalendarPatterns:
    """What `calendar_end` reads with where no date begins."""
    days = rf"""
        {DAY}(?:[ ]?[日号])?{TO}{DAY}[ ]?日(?![游内])
      | {not_behind(words.lasting)}{DAY}[ ]?日(?![游内元圆币均后]|之内|以内)
    """
    return CalendarPatterns(
        counted=verbose(_COUNTED),
        anywhere=verbose(f"{_SCHOOL_YEAR} | {days} | {TIME}"),
        time_before=behind(words.times_of_day),
        time=TIME_BEHIND_WORD,
        span_before=verbose(_SPAN_BEFORE),
        span=verbose(_SPAN),
    )

"""Chinese: years as they are counted and written: 2024年, ’98年, 23年, 2022财年, 民国114年, 24H1, 公元前221年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicon.dates import YearPatterns
from factcheck.zh.dates_letters import (
    CODE,
    DASH,
    FISCAL,
    HAN,
    NO_SHORT_YEAR,
    SCHOOL,
    SHORT_YEAR,
    SURE_SHORT_YEAR,
    TO,
    YEAR,
    behind,
    one_of,
    verbose,
)

if TYPE_CHECKING:
    from factcheck.zh.dates import DateWords

_NUMERAL = rf"(?: \d{{1,4}} | 元 | [{HAN}十百千]{{1,5}} )"
_ALONE = r"(?<![\dA-Za-z.])"

# 2024年, 2024年度; 2024上半年, 2024H1 need no 年.
_FULL = rf"""
    (?P<year>{YEAR}) [ ]?
    (?: 年度? | (?= [ ]? (?: [上下]半年 | 第?[一二三四]季 | 首季 | {CODE} ) ) | [AE](?![\dA-Za-z]) )
"""
# ’98年; 98年; 24H1: which century, the date of the article tells
_SHORT = rf"""
    (?: ['’‘] | (?<=['’‘]) ) (?P<quoted>\d\d) [ ]? 年
  | {_ALONE} (?!{NO_SHORT_YEAR}) (?P<short>{SHORT_YEAR}) (?: {DASH} (?P<last>{SHORT_YEAR}) (?=[ ]?年) )? [ ]?
    (?: (?P<sure>年度(?![过假日])) | (?P<mark>年) | (?={CODE}) )
"""
# FY23, FY2025/26, 2022财年, 2024/25财政年度, 2023学年
_FISCAL = rf"""
    FY [ ]? ['’]? (?P<fy> (?:20)?\d\d ) (?: [/-] (?P<fy_to> (?:20)?\d\d ) )? (?![\d.,%万亿元]) [AEF]? (?![a-z])
  | {_ALONE} (?P<first> (?:19|20)?\d\d ) (?: [/-] (?P<last> (?:19|20)?\d\d ) )? [ ]? 年? (?: {FISCAL} )
  | (?P<school>{YEAR}) [ ]? {SCHOOL}
"""
# Q3 2024, 3Q23, 9M24, Q3FY24: the part before its year
_CODED = rf"""
    {_ALONE} (?P<part> [QH][1-4] | [1-4][QH] | [369]M ) [ ]? (?P<fiscal>FY)? [ ]?
    (?: (?P<year>20\d\d) | (?P<short>\d\d) ) [AE]? (?![\dA-Za-z.,%]) [ ]? 年?
"""
# 2018年至2020年, 2024/25年度, 2019—2023 (without 年, where no unit follows), the years of a life or an office
_RANGE = rf"""
    (?P<first>{YEAR}) (?:[ ]?年)? [底末初]? {TO} (?P<last> {YEAR} | \d\d(?!\d) )
    [ ]? (?: 年度 | 学年度? | 财年 | 赛季 | 财政年度 | 年 ) [底末初]?
  | (?P<first_short>{YEAR}) / (?P<last_short> \d\d(?!\d) | {YEAR} ) (?![\d/-])
  | (?<![\d.为在约是达价近超于至到-]) (?P<first_life> (?:1[5-9]|20)\d\d ) [ ]? {DASH} [ ]?
    (?P<last_life> (?:1[5-9]|20)\d\d ) (?= [ ]? [)，、,；。] )
  | (?P<first_bare> (?:19|20)\d\d ) [ ]? {DASH} [ ]? (?P<last_bare> (?:19|20)\d\d )
    (?! [ ]? (?:
        台(?![湾北中南])
      | [\d.%元人个名家点次只辆套件块度级吨米克斤亩公平千百万亿兆毫厘美港日欧韩英多余年至到-]
    ) )
"""
_LOCAL = r"""
    (?P<number> 1[0-4]\d | [7-9]\d ) [ ]?
    (?:
        (?P<school> 学年度? )
      | 年 (?= [度底末初] | 第[一二三四]季 | [上下]半年 | [ ]?(?:1[0-2]|[1-9])[ ]?月 ) 度?
    )
  | (?P<plain> 1[0-2]\d | 9\d ) [ ]? 年
    (?! [来前后間间的内之期以多左代资级长计缘终更时余，。、] | 历史 | 度过 | 当中 )    # 112年来 is a length
"""
# Behind 年: what makes four digits a stretch of time and no year; of a round number more than of another.
_MORE = "多 | 余(?![杭姚江干额下光]) | 的?历史 | 之久 | 文明 | 大计"
_LENGTH = rf"""
    (?: (?:19|20)(?!00)\d\d [ ]? 年 [多余]? (?: 的?历史(?![新性最]) | 之久 ) )
  | (?: (?!(?:19|20)(?!00)\d\d) \w{{4}} [ ]? 年
        (?: {_MORE} | 来(?![自到临源]) | 以上 | 前(?!后) | (?<!2000年)后 | 间 | 时间 | 左右 | 一遇 | 古 | 老 | 难遇 ) )
"""
# A time that nothing says when it was: a part of a year that there is not; a fiscal part; digits that lost 年月.
_BROKEN = r"""
    [ ]? (?: 第?[05-9五六七八九]季度? | 第?[一二三四1-4]个?财季 | (?: 0{1,2} | 1[3-9] | [2-9]\d | \d{3} )[ ]?月 )
"""
_HEAD = r"(?: ^ | [，。；：！？、\n\r“”(（:;,|>] ) [ ]? $"
# What a year of two digits holds for is said behind it: a figure in the clause.
_FIGURE = r"[^，。；！？\n]{0,40}?\d"


def year_patterns(words: DateWords) -> YearPatterns:
    """What `read_year` and its like read with."""
    era = rf"""
        (?P<name>{one_of(words.eras)}) (?P<before>前)? [ ]? (?P<count>{_NUMERAL}) [ ]?
        (?: 年[代间]? | 世纪 | (?= [ ]? [-—–~至] [ ]? ) )
    """
    return YearPatterns(
        full=verbose(_FULL),
        short=verbose(_SHORT),
        fiscal=verbose(_FISCAL),
        coded=verbose(_CODED),
        span=verbose(_RANGE),
        local=verbose(_LOCAL),
        local_offset=1911,  # the Republic began in 1912
        era=verbose(era),
        eras=words.eras,
        era_lengths=tuple(sorted({len(name) for name in words.eras})),
        named=verbose(f"(?P<away>{one_of(words.years_away)}) | (?P<named>{one_of(words.years_after)})"),
        away=words.years_away,
        after=words.years_after,
        length=verbose(_LENGTH),
        broken=verbose(_BROKEN),
        school=verbose(SCHOOL),
        length_before=behind((*words.lasting, *words.spanning, *words.measured_in_years)),
        length_behind=verbose(f"[ ]? (?: {one_of((*words.length_behind, *words.measured_in_years))} )"),
        head=verbose(_HEAD),
        figure=verbose(_FIGURE),
        round=verbose("[1-7]0"),
        other=verbose(rf"{YEAR}[ ]?年 | {_ALONE}[0-2][1-9][ ]?年"),
        sure=verbose(SURE_SHORT_YEAR),
        reports=words.reports,
        telling=words.telling,
        part_of_fiscal=verbose(
            r"[ ]? (?: 第? [一二三四1-4] (?:财|个)? 季度? | [QH][1-4] | [1-4][QH] | [上下]半(?:财年|年度?) "
            r"| (?:前|首)[ ]?\w{1,2}个?(?:月|季度?) | (?:首|末)季度? )"
        ),
    )

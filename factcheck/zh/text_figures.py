"""Chinese: figures whose digits stand apart, as PDF files, mails and hasty typing leave them."""

from __future__ import annotations

import re
from functools import cache

from factcheck.zh.quantity_units import read_units
from factcheck.zh.tables import any_of

# What a figure must follow that cannot be without one: 营业收入为, 由港币, 降至.
_WANTS_FIGURE = r"""
    (?: (?<![行作认因以成])为 | 达到 | 高达 | 约为 | [增降升跌减]至 | 超过 | 不足 | 不到
      | (?<![\d百千万亿])(?: 人民币 | 港[币幣元] | 新?台币 ) | (?<![A-Za-z])[A-Z]{2,3}\$ | [$¥€£]
    )
"""
_IN_PROSE = r"(?<=[\u3400-\u9fff])(?<!第)"
# What only a figure has before it, at the head of a line: no word begins so.
_UNIT_BEGINS = r"""
    (?: [十百千万亿]{0,2} (?: [美欧日港澳加]?元(?![旦宵首老素件音帅]) | 人民币 | 美金 | 英镑 | 卢布 | 公里 | 公斤 | 公顷
        | 平方[公千厘]?米 | 立方米 | 千瓦 | 吨 | 个?百分点 )
      | [%‰℃] | [万亿](?=[人家户名辆套件台吨亩股个只张次]) | 个百分
    )
"""


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


# Where a line ends with the first and the next begins with the second, they are one figure.
BROKEN_FIGURES = (
    (_pattern(rf"{_IN_PROSE} -?\d[\d,，]{{0,20}} \. $"), _pattern(r"\d{1,4} (?: \ ?[%万亿元] | (?= [^\d.年月日] ))")),
    (_pattern(rf"{_IN_PROSE} -?\d{{1,3}} (?: [,，]\d{{3}} ){{0,6}} [,，] $"), _pattern(r"\d{3} (?!\d)")),
    (
        _pattern(rf"{_WANTS_FIGURE} \ ? -?\d[\d.,]{{0,20}} $"),
        _pattern(rf"\d[\d.,]{{0,20}} \ ? (?: [十百千万亿] | {_UNIT_BEGINS} )"),
    ),
    (_pattern(r"(?<=[\u3400-\u9fff( -])(?<!第) \d[\d.,]{0,20} $"), _pattern(_UNIT_BEGINS)),
    (_pattern(rf"{_WANTS_FIGURE} $"), _pattern(r"-?\d")),
    (_pattern(r"[\u3400-\u9fffA-Za-z] $"), _pattern(r"(?: 约?为 | 达到? | [增降升跌减]至 ) -?\d")),
    (_pattern(r"(?<!\d) (?:19|20)\d\d $"), _pattern(r"年 (?! [轻初级糕画货终夜饭龄] )")),
    (_pattern(r"年\ ?\d{1,2} $"), _pattern("月 (?! [饼球亮光] )")),
    (_pattern(r"月\ ?\d{1,2} $"), _pattern("[日号] (?! [常报本记] )")),
)
LIST_MARK = _pattern(
    r"""
    [-*+•·●■◆▲※>|\#] (?!\d) | \(?\d{1,2}[.、)] (?!\d) | [一二三四五六七八九十]{1,3}、
    | \( [一二三四五六七八九十]{1,3} \) | 第[一二三四五六七八九十\d]{1,4}[章节条款]
    """
)
# Behind these a number is a label, a day, an hour or a score: 附件1，200家, 9月30，120人.
_LABELS = "第表图件例题式年月日点时分比"


# What a figure holds that a space or a full-width comma parts; it begins with a digit, which the engine leaps to.
_PARTED_GROUPS = _pattern(r"\d (?: ，\ ? | ,?\ ) \d{3} (?!\d)")
_PARTED_POINT = _pattern(r"\d\.\ \d"), _pattern(r"\d\ \.\ ?\d")


@cache
def split_figures() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Patterns of figures with spaces or full-width commas among their digits, each behind what such a figure holds.

    A count has no decimals, and what is no unit says of no digits that they are one figure.
    """
    units = read_units().units.values()
    any_unit = any_of({unit.word[0] for unit in units if not unit.word.isascii()} | set("万亿兆千百多余%‰"))
    fine = [unit for unit in units if unit.kind not in {"count", "duration", "age"} and unit.word not in "折成点度方"]
    words = any_of({unit.word for unit in fine if not unit.unless} | set("万亿%") | {"小时"})
    others = "".join(rf" | {unit.word} (?! {any_of(unit.unless)} )" for unit in fine if unit.unless)
    decimal_unit = words + others
    behind_prose = r"(?: (?<=[\u3400-\u9fff$¥€£]) | (?<=[\u3400-\u9fff]\ ) | (?<=[\u3400-\u9fff]-) )"
    begins = rf"{behind_prose} (?<![{_LABELS}]) (?<![{_LABELS}]\ )"
    two = r"(?! \d\d0 [,，\ ]{1,2} [1-9]\d0 (?![\d.]) )"  # 100，200多家 are two
    groups = r"(?: (?: [,，]\ ? | \ ) \d{3} (?!\d) ){1,6}"
    head = r"(?: \d{2,3} | \d (?= [,，]\d{3}[.万亿元] ) )"  # at the head of a line 1，200家 is the first of a list
    dot_space, space_dot = _PARTED_POINT
    return (
        (_PARTED_GROUPS, _pattern(rf"{begins} {two} \d{{1,3}} {groups} (?= \.\d | \ ?(?:{any_unit}) )")),
        (_PARTED_GROUPS, _pattern(rf"(?: ^ | (?<=[：(\n]) ) {two} {head} {groups} (?= \.\d | \ ?[万亿元] )")),
        (
            dot_space,
            _pattern(rf"(?: {begins} | (?<=[、~—]) ) \d{{1,12}} \.\ \d{{1,4}} (?= \ ?(?:{decimal_unit}) )"),
        ),
        (space_dot, _pattern(rf"(?<![\d.,]) \d{{1,12}} \ \.\ ? \d{{1,4}} (?= \ ?(?:{decimal_unit}) )")),
    )

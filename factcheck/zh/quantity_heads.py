"""Chinese: a unit in brackets before its figure: 营业收入（亿元）：35.2; and what only names a unit: 单位：万元."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import HeadLexicon

_MONEY = "人民币|港币|新台币|美金"

HEADS = HeadLexicon(
    head=re.compile(
        rf"""
        \( (?: 单位 [：:]? \ ? )? (?: {_MONEY} )? ±?
        (?P<magnitude> [十百千]? [万亿兆] 亿? | [百千] (?=万|[美港欧日英韩]?[元吨个人公]) )?
        (?P<unit> [^()\[\]\s，、；：:\d]{{0,12}} )
        \)
        (?P<joint>
            \ ? (?: (?:19|20)\d\d年(?:度|末|底|上半年|下半年)? )?
            (?: 约?[为是] | 约 | 达到? | 合?计 | [增降升减]至 | 同比 | 增长 | 下降 )? \ ? [：:=]? \ ? \|?
        )
        \ ? $
    """,
        re.VERBOSE,
    ),
    before_figure=frozenset(")：:=|为是约达到计至长降比 年度末底"),
    paid=re.compile(r"(?:[额款费价润债金薪]|收入|营收|资产|市值|估值|投资|融资|预算|盈利|亏损)$"),
    counted=re.compile(r"[数口量次员]$"),
    names_unit=re.compile(
        rf"(?:单位(?:[：:]|为|是)? ?|(?P<bracket>\()(?:单位[：:]? ?)?)(?:{_MONEY})?$",
    ),
    ends_unit=re.compile(r"(?:/[\u3400-\u9fffA-Za-z]{1,6})? ?[)、，,/]"),
)

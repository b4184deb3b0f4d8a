"""Chinese: what joins two figures: 15%-20%, 二到三公里, 100与200之间; and ratios, 3比1."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import RangeLexicon

RANGES = RangeLexicon(
    to=re.compile(
        r"""
        (?:\(含\))?\ ?
        (?:-{1,2}|[—–―]{1,2}|~{1,2}|至(?![少今于此多高关上])|到(?![达位期货底来场]))\ ?约?(?:人民币)?
    """,
        re.VERBOSE,
    ),
    conjunction=re.compile(r" ?(?:与|和|跟) ?"),
    between=re.compile(r" ?(?:之间|间)"),
    colon=re.compile(r" ?(?::|比) ?"),
    numeral_letters=frozenset("0123456789零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟半.$¥€"),
    signs=("负", "-", "–", "零下", "零上", "¥", "$", "€"),
    minus=frozenset(("负", "-", "–", "零下")),
    below="零下",
    tilde="~",
    falling=re.compile(
        r"""
        (?:
            下[降滑跌调行挫] | 减[少亏值低] | 降[低幅] | 跌幅 | 减幅 | 回落 | 萎缩 | 缩减 | 收窄 | 亏损 | 亏 | 负增长
            | 预[计测期告亏减盈增估] | 估计 | 有望 | 或将? | 可能
        )
        [^，。；：！？、\d]{0,8}：? \ ? $
    """,
        re.VERBOSE,
    ),
    moments=re.compile(r"(?:由|从|自)[^，。；：！？、\d]{0,8}$"),
    room="间",
    money=frozenset(("元", "块")),
)

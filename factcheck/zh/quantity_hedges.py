"""Chinese: the words around a figure that move its bounds: 超过, 不到, 约, 以上, 之内.

Out of `words/hedges.yaml`, or of the file that a user puts in its place.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.errors import ConfigurationError
from factcheck.lexicon.hedges import Hedge, HedgeLexicon
from factcheck.messages import say
from factcheck.regular import read_regular
from factcheck.strict_yaml import load
from factcheck.zh.quantity_data import WORDS
from factcheck.zh.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_STICKING = frozenset(("多", "余", "+", "来", "许", "内"))  # hedges behind a figure that are read with its unit
# 最高可获奖励50万元, 最低可领取的5000元: a bound, what is paid or done, and the figure.
_GAP = re.compile(
    r"""
        (?:
            (?P<most>最高|最多|不超过|不得超过|不高于|不多于|最长)
            | (?P<least>不低于|不少于|不得低于|不得少于|至少|最低)
        )
        (?:可|能|将|会|均|按)?
        (?:
            (?:
                获 | 给予? | 予以? | 奖励? | 补助? | 补贴 | 资助 | 支持 | 贷款? | 奖补 | 达 | 处 | 判 | 罚款?
                | 罚 | 领取? | 申请 | 报销 | 优惠 | 减免?
                | 下调 | 上调 | 一次性 | 的 | 企业 | 不超过 | 保障 | 赔付? | 可获 | 享受? | 增加 | 投资 | 拥有
                | 需要? | 造成 | 导致 | 有 | 将?是 | 出现
                | 发生 | 发放 | 安排 | 建设? | 培育 | 引进 | 新增 | 完成 | 招聘? | 提供 | 缴纳? | 每年 | 每人
                | 每月 | 每户 | 每家 | 总额 | 额度 | 奖金
                | 奖 | 补
            ){1,4}
            | [\u3400-\u9fff]{1,10}的
        )
        $
    """,
    re.VERBOSE,
)
_INSIDE = re.compile(
    r"""
    (?: 的?(?:范围|时间|半径|距离|车程|步行)? )
    (?: 之内|以内|内 )
    (?! [容部地外蒙需心阁存陆科政销贸资幕涵环战卷测线马] )
    """,
    re.VERBOSE,
)


def read_hedges(path: Path | None) -> HedgeLexicon:
    """The hedges of `path`, or ours. Raises `ConfigurationError` naming the line of a broken row."""
    rows = tuple(read_table("words/hedges.yaml", list[Hedge])) if path is None else _of_user(path)
    after = {word: row.qualifier for row in rows for word in row.after.split()}
    return HedgeLexicon(
        before={word: row.qualifier for row in rows for word in row.before.split()},
        after=after,
        behind=_behind([word for word in after if word not in _STICKING]),
        factors={
            row.qualifier: None if row.reach == "unlimited" else Fraction(row.reach)
            for row in rows
            if row.reach != "step"
        },
        stepping=tuple(word for row in rows if row.reach == "step" for word in row.after.split()),
        fillers=frozenset(WORDS.fillers.split()),
        part_of=WORDS.part_of,
        only_bare=frozenset("上过数快"),
        behind_measures=frozenset("过"),
        measured=frozenset("比率额量均值长速度"),
        superlatives=frozenset(WORDS.superlatives.split()),
        of="的",
        gap=_GAP,
        after_guard={
            "起": re.compile(r"[来飞火诉点草伏码床重降源义始家因到初用效底跌价航征拍落于]|步[^，。]"),
            "弱": re.compile(r"[于化点势]"),
        },
        prices_only=frozenset("起"),
        inside=_INSIDE,
        negations=tuple(WORDS.negations.split()),
        turned=frozenset(WORDS.turned.split()),
    )


def _of_user(path: Path) -> tuple[Hedge, ...]:
    try:
        text = read_regular(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what, cure = say("error.no-hedges"), say("cure.hedges-form")
        raise ConfigurationError(what, where=str(path), cure=cure) from error
    return tuple(load(text, str(path), ConfigurationError).convert(list[Hedge]))


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    """A hedge behind a figure, the longest first; what stands in brackets between is passed over."""
    found = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf" ?(?:\([^)]{{0,6}}\))?({found or '(?!)'})")

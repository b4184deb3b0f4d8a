"""Chinese: figures that go on behind their unit: 3斤5两, 1小时30分, 5元3角, 一米八; rates and levels."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import CompoundLexicon

COMPOUNDS = CompoundLexicon(
    clock={"时": "小时", "分": "分钟", "月": "个月"},
    joins=re.compile(r"[又零余加]?"),
    spaced_joins=re.compile(r" ?[又零余加]? ?"),
    begins=frozenset("0123456789零一二三四五六七八九十两廿卅壹贰叁肆伍陆柒捌玖拾"),
    coins=re.compile(r"(?:角|毛|毫(?!升|米|克)|分(?!之|钟)|厘(?!米|升)|仙)钱?"),
    spoken=frozenset(("米", "块", "公尺", "毛", "角")),
    spoken_digits=re.compile(
        r"([一二三四五六七八九]{1,2}|\d{1,2})(?![十百千万亿\d.,年月日个名位倍成%米厘公]|分米|分之)"
    ),
    behind_spoken=frozenset("的左以到至高长宽深"),
    hundredths=re.compile(
        r"""
        \d{1,2}
        (?: (?! [\d.%\u3400-\u9fff] | [ ][\u3400-\u9fff] )   # nothing that it may count
          | (?= [的夺获成打刷创摘世和与及并以排列居，] )
        )
        """,
        re.VERBOSE,
    ),
    level=re.compile(r"量级|级别|级(?!别)(?![大风])"),
    of_so_many=re.compile(
        r"""
        /\ ?(?:百|千|万|十万|百万|千万|10+万?)\ ?[人个]?(?![\u3400-\u9fff\d])
        | /\ ?(?:千|万|十万|百万|千万|10万)(?:人|个人?)
    """,
        re.VERBOSE,
    ),
    density=re.compile(r"/ ?(?:平方公里|平方米|立方米|公顷|毫升|升|km²|km2|m²|m2|m³|m3|mL|L)(?![A-Za-z0-9])"),
    per=re.compile(
        r"""
        每(?:秒|小时|分钟|立方米|平方公里|平方米|公斤|千克|毫升|升)(?!钟)
        | /\ ?
          (?:
              秒 | 小时 | 时 | 分钟 | 升 | 立方米 | 平方米 | 平方公里 | 公里 | 百公里 | 千米 | 米 | 千克
              | 公斤 | 毫升 | kg | L | km | m³ | m3 | m²
              | m2 | m | h | s | cm² | cm2 | cm | mL | ml | g | 100\ ?km | 100公里 | 100\ ?ml | 100毫升 | 百毫升
          )
          (?![A-Za-z0-9])
    """,
        re.VERBOSE,
    ),
    month="月",
    nights=("晚", "夜"),
    spoken_money="块",
    order_of_magnitude="量级",
    each="每",
)

"""Chinese: which figures go with which units: 3点 is a time and 3200点 an index, 二级 a grade, 千姿 no count."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import FitLexicon
from factcheck.zh.quantity_data import WORDS

FITS = FitLexicon(
    after_tenth=frozenset("立为功员果本长交绩都就品熟分效人年语群千百因型名家样了才"),
    after_grade=frozenset("别学毕校生"),
    forces=tuple(WORDS.forces.split()),
    ways=frozenset("路地外之长多远，。、"),
    after_spaced_number=frozenset("%元年米吨"),
    medals=frozenset("金银铜胜平负"),
    medals_behind=re.compile(r"[一二两三四五六七八九十\d]{1,2}[金银铜胜平负]"),
    medals_before=re.compile(r"[一二两三四五六七八九十\d][金银铜胜平负]$"),
    counted_by_zero=frozenset("个人名例宗起分票"),
    counted_by_two=frozenset("人名"),
    not_one=frozenset("球亡省市县州国"),
    halved=frozenset(WORDS.halved.split()),
    never_halved=frozenset(("立方", "甲", "甲地", "磅", "丈", "寸")),
    and_a_half=frozenset(WORDS.and_a_half.split()),
    half_of_a_body=frozenset("身中脚"),
    nearly_alone=frozenset("上过近逾超数几好破达约"),
    counted_by_magnitude=frozenset(WORDS.counted_by_magnitude.split()),
    temperatures=("摄氏", "华氏", "零下", "零上"),
    two_and_zeros=frozenset(("二", "零", "〇")),
    one="一",
    classifier="个",
    never_bare=frozenset(("里", "丈")),
    of_money_only="兆",
    warm="温",
    angle="角",
    rules={
        "点": "points",
        "成": "tenths",
        "度": "degrees",
        "级": "grades",
        "寸": "in_digits",
        "仙": "in_digits",
        "里": "miles",
        "大": "sets",
        "甲": "land",
        "月": "never",
        "钟": "never",
    },
)

"""Chinese: what sticks to a unit (多, 半), and units that only what stands around makes."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.lexicon.quantity import MeasureLexicon

MEASURES = MeasureLexicon(
    coins={
        "角": Fraction(1, 10),
        "毛": Fraction(1, 10),
        "毫": Fraction(1, 10),
        "分": Fraction(1, 100),
        "仙": Fraction(1, 100),
    },
    half_or_more=re.compile(r" ?个(半|多) ?(?=月|小时|钟头|钟|星期|礼拜|世纪|季度|工作日)"),
    sticks=re.compile(
        r"半(?![径年数天日夜价岛导路场程山个小])|(?:多|余(?![杭姚江干额下光]))(?![少样边元种年个名只重])|来(?=[高长重深宽])|\+"
    ),
    more_than_half=re.compile(r"[多余](?![少样])"),
    tenths=re.compile(r" ?([一二三四五六七八九])(?![成个年月日名位十百千万])"),
    minutes=re.compile(r"半钟?(?![数决程径价岛])"),
    digit=frozenset("0123456789零一二三四五六七八九十"),
    spoken_coins=re.compile(r"[毛角分]钱"),
    no_fraction_of=frozenset("度天日级分年两方里"),
    no_noun=frozenset("会节团证卡费税房门村镇乡"),
    holds_classifier=frozenset("俩仨"),
    broken=re.compile(r"[\u3400-\u9fff]{1,6}(?: [\u3400-\u9fff]{1,4}){0,3}"),
    stored={"颱": "台风"},  # 3颱: the stored letter says what 台 no longer does
    as_stored=frozenset("里"),
    half="半",
    about="来",
    tenth="成",
    discount="折",
    metre="米",
    month="个月",
    month_letter="月",
    minute="分钟",
    minute_letter="分",
    clock="钟",
    second="秒",
    money="元",
    rounded=frozenset("百千万亿兆成"),
    half_of_ten="成半",
)

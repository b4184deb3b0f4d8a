"""Chinese: what sticks to a unit (多, 半), and units that only what stands around makes."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.lexicon.quantity import MeasureLexicon

# What is sold by measure; a match, a question or a person brings points, no coins.
_GOODS = r"千瓦时|度电?|市?斤|公斤|千克|克|吨|公?升|加仑|桶|立方米?|方|股|公里|瓶|份|米|包|[kK][wW]h"

MEASURES = MeasureLexicon(
    coins={
        "角": Fraction(1, 10),
        "毛": Fraction(1, 10),
        "毫": Fraction(1, 10),
        "分": Fraction(1, 100),
        "厘": Fraction(1, 1000),
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
    spoken_coins=re.compile(r"[毛角分厘]钱"),
    coin=re.compile(
        r"角(?![形度色落逐])|毛(?![利重巾衣病线豆泽])|分(?![之钟别析布类成行享开局配红期批支管区会析])|厘(?![米升清])"
    ),
    coins_go_on=re.compile(r"[角毛分][\d一二两三四五六七八九](?:[厘毛]|分(?![之钟]))"),
    points=frozenset("分"),
    priced=re.compile(
        rf"""
        (?:
            每\ ?(?:{_GOODS})
            | [电油水气煤粮菜肉票单售均地米奶糖药]价 | 价格 | [电水运邮]费 | 派息 | 派[发现] | 股[息利] | 红利 | 分红
            | 便宜 | [涨降提]价
        )
        [^，。；！？]{{0,12}} $
    """,
        re.VERBOSE,
    ),
    paid=re.compile(r"(?:[涨降跌贵花赚付省值]|便宜)[了到至价]?[约近]?$"),
    price_behind=re.compile(rf"\ ?/\ ?(?:{_GOODS})|每(?:{_GOODS})"),
    interest=re.compile(r"(?:[月年日利]息|(?<!电)[月年日]?利率|年利|贷款|借款)[^，。；！？]{0,8}$"),
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

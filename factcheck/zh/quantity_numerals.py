"""Chinese: the letters of numerals: 557.6万, 二十三万五, 8亿9千多万, 十五六, 数十亿, 三十几万, 二〇二五."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import NumeralLexicon

_PLAIN, _FORMAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_DIGIT = _PLAIN + _FORMAL
_MAG = "十百千万亿兆拾佰仟"
_ASCII = r"(?: \d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?+ | \d++(?:\.\d++)?+ | (?<!\d)\.\d++ )"
_BEHIND = rf"(?<=[\d{_DIGIT}俩仨参{_MAG}廿卅几"  # a letter of a numeral stands before
_MORE = r"多(?![少半数重样边]|元[化素文])"
# Behind 点 and its digits: no time of day, and no point that is earned.
_NO_TIME = r"(?![十百千刻点]|分(?![钟之米贝]))"

_LETTERS = (
    _ASCII,
    # 兆 is mega before these, 千 kilo.
    rf"""
    (?! 兆(?:瓦|焦|字节|赫|帕|欧|伏|比特|位) | 千[卡牛] | (?<![几数])千[克瓦米] )
    [零{_PLAIN}俩仨{_MAG}廿卅]
    """,
    r"几(?![乎何经率内时])",
    # 大陆, 登陆, 队伍, 参加 are words: these stand beside formal magnitudes, or alone.
    "[壹贰叁肆柒捌玖]",
    rf"(?<![大登着内海水队]) [陆伍参] (?= [拾佰仟百千万亿〇圆元角分整点{_FORMAL}] | [^\u3400-\u9fff] | $ )",
    rf"(?: (?<=[拾佰仟点{_FORMAL}]) | (?<=分之) ) [陆伍参] (?![续军路地])",
    # 两 is a weight behind a numeral, a two before a magnitude or a unit; 一两 is one or two only before these.
    rf"(?<![{_DIGIT}参{_MAG}\d])两 | 两(?=[百千万亿]) | (?<=一)两(?=[个天年位名次家人周百千万小岁]|分钟)",
    r"数(?=[十百千万亿])",
    rf"{_BEHIND}两])\ (?=[百千万亿兆])",
    r"(?<=[万亿兆])\ (?=\d[\d,]*+(?:\.\d++)?+\ ?(?![\d年月日/:-]))",
    rf"(?<=\d)\ (?= (?: {_MORE} | 余(?![下额量]) )\ ?[\u3400-\u9fff] )",
    rf"{_BEHIND} ]) (?: {_MORE} | 余(?![下额量杭姚江干光]) | (?<!\d)来(?![自到临源往访说看讲了宾电函]) )",
    rf"{_BEHIND}])许(?=[人里岁户])",
    # Of digits 来 is about so many only before what they count.
    r"(?<=\d0)来(?=[百千万亿家个名人岁天次件台辆元块种位户只头部所座条张吨斤公米里亩度])",
    # 两个亿 is two hundred million; 亿万 begins another word.
    rf"{_BEHIND}两])个(?=[多来]?亿(?!万))",
    r"(?<=个)[多来](?=亿)",
    rf"{_BEHIND} ])点(?=[{_DIGIT}]++{_NO_TIME})",
    r"(?<=\d)点(?=\d[万亿])",  # 12点5万: no time of day
    # Text from PDF and OCR: spaces beside the point, before what takes decimals.
    rf"(?<=[{_DIGIT}十百千万亿])\ (?=点[{_DIGIT}]++{_NO_TIME})",
    rf"(?<=[{_DIGIT}十百千])点\ (?=[{_DIGIT}]++\ ?(?:个?\ ?百\ ?分\ ?点|[%倍元]|[万亿]\ ?元|公[里斤顷]))",
)
_PLACES = {letter: value for row in (_PLAIN, _FORMAL) for value, letter in enumerate(row)}

NUMERALS = NumeralLexicon(
    digits=_PLACES | {"两": 2, "俩": 2, "仨": 3, "参": 3},
    tens={"廿": 2, "卅": 3},
    magnitudes={
        "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12,
    },
    run=re.compile(f"(?: {' | '.join(_LETTERS)} ){{1,40}}+", re.VERBOSE),
    token=re.compile(
        rf"""
        (?P<ascii> \d[\d,]*(?:\.\d+)? | \.\d+ )
        | (?P<han>   [{_DIGIT}两俩仨参]+ )
        | (?P<mag>   [{_MAG}] )
        | (?P<tens>  [廿卅] )
        | (?P<some>  [几数] )
        | (?P<vague> [多余来许] )
        | (?P<point> \ ?点\ ? )
        | (?P<space> \ | 个 )
        """,
        re.VERBOSE,
    ),
    zero="〇",
    zeros=frozenset("零〇"),
    decades=frozenset("十拾"),
    spoken=frozenset("两俩仨"),
    no_decimals=frozenset("两俩仨参"),
    pairs=frozenset(("三五", "两三", "一两")),
    sequence="一二",
    about=frozenset("来许"),
    more="余",
    classifier="个",
    more_of_many="多",
    first="元",
)  # fmt: skip

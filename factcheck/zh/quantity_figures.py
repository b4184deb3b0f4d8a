"""Chinese: where numerals begin; signs, fractions, shares and halves in words."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import FigureLexicon, SweepLexicon, WordFigureLexicon
from factcheck.zh.dates_letters import begin_with
from factcheck.zh.quantity_data import WORDS

SWEEP = SweepLexicon(
    start=begin_with(
        "0-9零〇一二三四五六七八九十百千万亿兆两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟几数半双个翻.参",
        r"""(?:
        [0-9零〇一二三四五六七八九十百千万亿兆两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟]
        | [几数](?=[十百千万亿]) | 几(?=个亿) | 半 | [双个](?=位数)
        | 翻(?=[了上]?[一两二三四五六七八九几\d]{0,2}[番倍])
        | (?<![\d.])\.(?=\d) | 参(?=[拾佰仟万亿])
    )""",
    ),
    # A lone Chinese numeral is a number between these.
    compared=re.compile(r"[大小高低多少等]于$"),
    left_of_number=frozenset("是为即共仅有和与、，"),
    right_of_number=frozenset("的却和不与及或而也这那就，是"),
    # 一名, 一家 count beside these; elsewhere they are articles.
    one_before=re.compile(
        r"(?:仅有?|只有?|唯有|共有?|至少|其中有?|包括|造成|致使?|导致|死亡|受伤|遇难|失踪|失联|轻伤|重伤|增加|减少|另有?|还有)$"
    ),
    one_after=re.compile(r"[\u3400-\u9fff]{0,6}(?:已?死|遇难|受伤|身亡|轻伤|重伤|失踪|失联|获救|被捕|伤|不治|罹难)"),
    conjunction=re.compile(r" ?(?:并且?|且|而且?|但)? ?$"),
    listed_bounds=re.compile(r" ?(?:[，、]|至|到) ?(?:并且?|且|而且?|但)? ?$"),
    spans=frozenset(("跨越", "跨过")),
    not_more=frozenset("少数半样"),
    before_version=re.compile(r"(?![为是达到至于约近超分比得率有了])[\u3400-\u9fffA-Za-z]$"),
    # A share index is called by the number of its shares: 沪深300; and 双11 is a day.
    share_index=re.compile(
        r"(?:中证|沪深|上证|深证|国证|标普|标准普尔|科创|创业板|纳斯达克|纳指|道琼斯|日经|富时|罗素|双) ?$"
    ),
    in_title=re.compile(r"[\u3400-\u9fffA-Za-z]$"),
    doubling="翻",
    places="位数",
    places_begin=frozenset("双个"),
    great="大",
    half="半",
    more="多",
    one="一",
    money=frozenset(("元", "块")),
    indicators=frozenset(WORDS.indicators.split()),
)

FIGURES = FigureLexicon(
    sign=re.compile(
        r"""
        (?:
            (?<![背担肩胜抱欠承自辜身重如]) 负的? \ ?
            | 零下
            | (?: ^ | (?<=[^\w)\]%℃°}$¥€–-]) ) [–-]
            | (?<=[\u3400-\u9fff]) [–-]
        ) $
    """,
        re.VERBOSE,
    ),
    # Behind what may be negative, and words that a value follows, a hyphen is a minus: 净利润-3.2亿元, 为-0.35元.
    valued=re.compile(
        r"""
        (?:
            利润(?:总额)? | 净利 | [收损]益 | 费用 | 盈[利余] | 净额 | 净值 | 现金流量? | 余额 | 差额 | 净流[入出]
            | [增涨降跌]幅 | 增速 | 增长率? | 变[动化] | 幅度 | 同比 | 环比 | 贡献率? | 温度? | 体感
            | 为 | 是 | 约 | 达 | 至 | 到 | 由 | 从 | 近 | 超过? | 逾 | 即 | 仅 | [大小等]于 | 不足 | 低于 | 高于 | ：
        ) $
    """,
        re.VERBOSE,
    ),
    signed_unit=re.compile(r"\ ?(?:[%‰℃℉°]|摄氏|个?百分点|个?(?:pct|ppt|pp|bp|BP)|个?基点)"),
    # The other end of the range has a sign of its own, or such a unit for both.
    signed_range=re.compile(
        r"""
        [万亿千百]{0,2} (?: 元 | 美元 | 港元 | 度 )? \ ?
        (?:
            (?: ~ | 至 | 到 ) \ ? [–-] \ ? \d
            | (?: [~-] | 至 | 到 ) \ ? \d[\d.]{0,7} \ ? (?: [%‰℃℉°] | 摄氏 | 个?百分点 | 个?(?:pct|ppt|pp|bp) )
        )
    """,
        re.VERBOSE,
    ),
    thousands=re.compile(r"(?:[kKM]|[wW](?=[元块人]|\+))(?![A-Za-z0-9])"),
    percent=re.compile(r"([百千万亿仟佰]{1,6})分之 ?"),
    parts=re.compile(r" ?分 ?之 ?"),
    short_fraction=re.compile(r"([二三四五六八十])分([一二三])(?![刻点分天年十百千万]|之)"),
    pair_apart=re.compile(
        r"""
        ([一二三四五六七八]|[1-8])、([二三四五六七八九]|[2-9])
        (?=\ ?[百千万亿]|十(?![一二三四五六七八九])|个|名|年(?!级)|天|岁|位(?!数)|家|人|次)
    """,
        re.VERBOSE,
    ),
    in_list=frozenset("第十百千、初高大卷0123456789.-至"),
    digits="〇一二三四五六七八九",
    tall=re.compile(r"[五六七八九](?=[的大以之到至左上个，。、；！]|$)"),
    before_tall=frozenset("高约近过有到达足是"),
    and_a_half=re.compile(r"分半(?=钟)|(?:(?<![\u3400-\u9fff])|(?<=[了约近时过]))分半(?![\u3400-\u9fff])"),
    share_before=re.compile(r"(?:的|约|近|超过?|逾|占|达到?|有|降至|降到|为|不足|不到|仅|是)$"),
    counted=frozenset("零一二三四五六七八九十百千万亿两几数多整这那某哪每各0123456789"),
    minus=("负", "-"),
    percent_begins="百分",
    hundred_percent="百分百",
    not_before_short=frozenset(("第", "十", "百")),
    mixed="又",
    half="半",
    hundred="百",
    classifier="个",
    metre="米",
)

WORD_FIGURES = WordFigureLexicon(
    before=frozenset("过逾超大近"),
    of_whom=frozenset("的企受人市学民公股用国城地居家员选议"),
    of_time=frozenset("天年月个"),
    times_two=re.compile(r"翻[了上]?(?:([一两二三四五六七八九\d]{1,2})?番|([一两二三四五六七八九\d]{1,2})?倍)"),
    numeral_letters=frozenset("0123456789零一二三四五六七八九十百千万亿第几"),
    digits=re.compile(r"([个双两二三四五六七八九十2-9])位数(?![字码学乘加减组密级]|的密码)"),
    one_half="一半",
    half="半",
    of_the_number="数",
    places={"个": 1, "双": 2},
)

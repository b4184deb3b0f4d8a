"""Chinese: which figures of a sentence lead to which, and lists that a number announces or sums up."""

from __future__ import annotations

import re

from factcheck.lexicon.frame_patterns import AdditionPatterns, ChangePatterns, ListPatterns, PartPatterns, RatePatterns

# Longest words first and never given back: else what several of them spell is tried in every way.
_HEDGE = r"(?>约|近|超过?|逾|达到?|为|到|了|高达|大约|将近|接近|不到|不足)*+"


def _verbose(pattern: str, **parts: str) -> re.Pattern[str]:
    return re.compile(pattern.format(hedge=_HEDGE, **parts), re.VERBOSE)


_GREW = r"""(?:
    上调 | 下调 | 调高 | 调低 | 上浮 | 下浮 | 收窄 | 攀升 | 跃升 | 缩减
  | 增长 | 增加 | 上升 | 上涨 | 提高 | 提升 | 扩大 | 下降 | 降低 | 减少 | 下跌 | 下滑 | 缩短 | 回落 | 萎缩
  | 激增 | 猛增 | 大增 | 锐减 | 骤降 | 飙升
  | 增幅 | 升幅 | 加幅 | 涨幅 | 降幅 | 跌幅 | 减幅
  | 增 | 升 | 涨 | 降 | 减 | 跌
)"""

_GROWN = r"""
    [^，；。、\d]{{0,6}} ，?
    (?: 共 | 总共 | 整整 | 累计 )?
    (?: 同比 | 环比 | 按年 | 按月 | 按季 )?
    (?: 大幅 | 净 | 仅 | 只 )?
    {grew} (?: 幅度 )? {hedge}
"""

# The older figure opens its clause: 较上年同期的, 去年同期为; of 一等奖比上年的 the subject is another.
_OLD_DATED = r"""
    (?: 但 | 而 | 则 | 也 )?
    (?:
        (?: 较 | 比 )[^，；]{{1,14}}的 {currency}
      | {earlier}
        (?P<tail> [^，；\d]{{0,4}} )
    )
"""

_EARLIER = r"""
    (?: 上年 | 去年 | 上一?年度 | 上月 | 上季度? | 上一季度 | 前年 | 去年底 | 上年末 )
    (?: 同期 | 同月 | 同季 )?
"""
_CURRENCY = "(?:人民币|港币|新?台币|澳门币|美元|[A-Z]{2,3})?"

# 2024年上半年: both figures must be of the same part of their years.
_OF_YEAR = r"""
    (?P<year> [12]\d{{3}} )年
    (?P<part>
        [上下]半年
      | (?:第|前)? [一二三四1-4] 季度?
      | 前? (?: \d{{1,2}} [-—~至到] )? \d{{1,2}} 月 (?: \d{{1,2}} 日 )?
      | [末底初]
    )?
    (?! [第前上下\d一二三四] )
"""

# No simple quotient of the two figures: constant prices, yearly averages, another basis.
_NO_QUOTIENT = r"""
    实际 | 可比 | 不变价 | 同口径 | 年均 | 平均每年 | 每年 | 年复合 | 复合 | 剔除 | 扣除 | 折算 | 调整后
  | 重估 | 可同 | 同店 | 内生
  | GDP | 生产总值 | 增加值 | 汇率 | 两年 | 连续
"""

CHANGES = ChangePatterns(
    grown=_verbose(_GROWN, grew=_GREW),
    side=re.compile(r"同比|环比|按年|按月|按季|年增|月增|年减|月减|较|比"),
    old_ahead=re.compile(r"(?:上年|去年|上月|上季|上一|同期|前一)[^，；]{0,6}$"),  # 从上年的3亿元
    # 由3亿元增至: right ahead, and nothing says of when that figure is
    from_ahead=re.compile(f"[从由自](?:约|近|超|逾|原来的|此前的)?{_CURRENCY}$"),
    # 五年来产值由3亿元增至9亿元，同比增长8%: the growth is that of the last year
    stretches=re.compile(
        r"[年月]来|年间|以来|期间|时期|年内|[从自由至到—~-][^，；]{0,6}[年月]|第[一二三四五六七八九十\d]+[年期轮]|累计"
    ),
    old_dated=_verbose(_OLD_DATED, earlier=_EARLIER, currency=_CURRENCY),
    old_of_year=_verbose(_OF_YEAR + "[的则仅]? [为是:：]? {currency}", currency=_CURRENCY),
    of_year=_verbose(_OF_YEAR),
    aside=re.compile("[(（]"),
    moves=re.compile(r"[增减升降涨跌加多少至到达超]"),  # 较上年增加, 比去年多
    # 略低于6月的3987万吨: the first of two figures may itself be what a third is compared with.
    compared=re.compile(r"(?:低于|高于|多于|少于|超过|比|较|不及)[^，；]{0,8}$"),
    compared_with=re.compile(rf"(?:(?:比|较|[从由自])[^，；]{{1,14}}的|[从由自]){_CURRENCY}$"),
    # 营收12亿元，同比增长20%，上年同期为10亿元
    old_behind=_verbose(
        r"， (?: 而 | 其中 )? {earlier} [为是则仅:：]{{0,2}} {currency}", earlier=_EARLIER, currency=_CURRENCY
    ),
    reached=_verbose(r"[^，；。\d]{{0,4}} ，? (?: 达到? | [增升降减跌涨]至 | 至 | 为 ) {hedge}"),
    no_quotient=_verbose(_NO_QUOTIENT),
    nominal=re.compile(r"名义"),
    times=re.compile(r"(?:[^，；\d]{0,4}[)）])?的"),  # 10.8万，是1.7万的5倍
    times_ahead=re.compile(r"(?:是|为|相当于|达到?)[^，；]{0,14}$"),
)

# What a share is of, where its words name no other whole: 占比, 占总数的, 占全部.
_VAGUE = r"(?:比重?|比例|总数|总量|总额|总人数|总[^，；]{1,3}数|全部|其中|全体|整体|一?半)?"

PARTS = PartPatterns(
    share_gap=re.compile(rf"[^，；、\d]{{0,6}}，?(?:约|大约|已|共|仅|只|则|也)?占(?:到|了)?{_VAGUE}的?{_HEDGE}"),
    # 占全市工业产值的: the whole is named, and printed nowhere near.
    named_gap=re.compile(
        rf"[^，；、\d]{{0,6}}，?(?:约|大约|已|共|仅|只|则|也)?占(?:到|了)?(?![其该本各自])[^，；、。\d]{{3,14}}?的?{_HEDGE}"
    ),
    total_gap=re.compile(
        rf"[^，；\d]{{0,6}}[，、]?(?:约|大约)?(?>占到?|超过?|近|约|达){{0,4}}(?:总数|总量|总额|全部)的?{_HEDGE}"
    ),
    # 占全港458名议员总数的21.4%: the figure behind 占 is the whole, and the one before it the part.
    whole_ahead=re.compile(r"占(?:到|了|全|其)?[^，；、。\d]{0,8}$"),
    of_whole_gap=re.compile(rf"[^，；、。\d]{{0,12}}的{_HEDGE}"),
    # 10名女性、8名男性: figures of one list, of which what follows may mean all.
    listed_gap=re.compile(r"[^，；。\d]{0,10}(?:[、和与及]|以及)[^，；。\d]{0,8}"),
    # 其中六成即1200人: the share stands before its part.
    share_first_gap=re.compile(rf"[(，、]?(?:即|也就是|合|约合|计)?{_HEDGE}"),
    of_others=re.compile(r"包括|包含|分为|设有|涉及|覆盖|大于|小于|超过|达到|每|最[大小高低多少]|第"),
    # 占全国, 占浙江省, 占全省总: where, and nothing of what.
    total=re.compile(r"占(?:到|了)?总[^，；]{1,3}"),
    # 甲省产量, 北部产量: the bearer is a place, of which no whole is one of its kind only
    place=re.compile(r"[^，；、。\d]{1,6}(?:[省市县区州盟旗镇乡村国]|[东西南北中]部)"),
    everywhere=re.compile(r"占(?:到|了)?(?:全国|我国|全世界|世界|全球)"),
    scope=re.compile(r"占?(?:全[国球市省县区州镇乡村])?(?P<place>[^占全总]{0,10})总?"),
    among=re.compile(r"(?:这?其中|当中)[，:：]?"),
    right_among=re.compile(rf"[^，；、。\d]{{0,6}}，?(?:这?其中|当中)[，:：]?[^，；、。\d]{{0,8}}?{_HEDGE}"),
    # Between two parts of one list stands a name, and the figure ends its clause.
    next_part_gap=re.compile(rf"[^，；、。:()\d]{{0,4}}[，、和与及][^，；、。:()\d]{{1,10}}?{_HEDGE}"),
    no_part=re.compile(r"其余|剩余|余下|另|还|比|较|占|共|合|总|累计|包括|同期|去年|上年"),
    # No sum: a balance, which is less than what it is taken from; a middle value, a price, what each of several has.
    no_sum=re.compile(
        r"净|顺差|逆差|差额|赤字|盈余|结余|利润|亏损|中位数|平均|人均|均[值价]|[单售房票电油]价|价格|每|各(?![类种项地级界])"
    ),
    aside=re.compile(r"(?:较|比|而|，)?(?:去年|上年|上一年|前年|上月|上季|上半年同期|前一|同期)"),
    noun=re.compile(r"[^，；、。\d]{0,6}"),
    loose=re.compile(r"[，（）()的为达共有约近超逾其中了]"),
)

# 合格率 is what 合格 is of the figure before it; 不合格 is the rest, and 年化收益 of another time.
RATES = RatePatterns(
    rate=re.compile(r"(?P<part>[^\W\d]{2,6})率"),
    negated="不未非无没",
    # Between a part and its whole, and a rate and its part, nothing else is told.
    gap=re.compile(r"[^；。:：]{0,16}"),
    others=re.compile(
        r"同比|环比|增长|增加|下降|减少|平均|累计|此前|去年|上年|其中|每|各|年化|目标|力争|提高|提升|高于|低于|超过|以上"
    ),
)

_SUM_GAP = r"""
    ^[^，；、()（）\d]{{0,10}} [，、]?
    (?: 合计 | 合共 | 共计 | 加起来共? | 两者相加 | 相加 | 加总 )
    (?: 共 | 为 | 是 | 约 | 达 | 有 )*$
"""

# The sum ahead: its clause ends, and the list that is to be complete begins.
_COMPLETE_GAP = r"""
    [^，；。\d]{{0,10}} [，:：]?
    (?: 分别 | 依次 )(?: [为是] | 包括 )[:：]?
    [^，；、。\d每各]{{0,12}}? {hedge}
"""

_NEXT_ITEM_GAP = r"""
    [^，；。:\d每各]{{0,6}}?
    (?: [，、] | [和与及] | 以及 )
    [^，；、。:\d每各]{{0,12}}? {hedge}
"""

ADDITIONS = AdditionPatterns(
    sum_gap=_verbose(_SUM_GAP),
    open_list=re.compile(r"^[^，；、\d]{0,6}等"),
    no_item=re.compile(r"其中|当中|合计|合共|共计|累计|总|不含|除|另|扣除|包括|相当于"),
    first_item=re.compile(r"分别|依次|[:：]"),
    complete_gap=_verbose(_COMPLETE_GAP),
    made_of_gap=_verbose(r"[^，；。\d]{{0,8}} ，? (?: 主要 )? 由 [^，；、。\d每各]{{0,12}}? {hedge}"),
    made=re.compile(r"[^，；、。\d]{0,6}(?:共同)?(?:组成|构成)"),
    next_item_gap=_verbose(_NEXT_ITEM_GAP),
    closed=re.compile(r"[^，；、。\d等和与及]{0,6}(?=[，；。！？)）\n]|$)"),
)

# The list must end its sentence: one that a semicolon or a line breaks goes on in another form.
_ANNOUNCED = r"""
    [^，。；：:、的是都在\s\d]{{0,6}}?          # what the number counts
    (?: [:：] | ，?(?: 即 | 也就是 | 分别是 | 分别为 | 依次是 | 依次为 )[:：]? )
    (?P<list> [^。；！？\n，:：]+ )
    (?= [。！？] )
"""

# “水乡”“渔歌”“归帆”: between marks of quotation none is needed.
_QUOTED = r"""
    (?:
        (?: “[^“”]+” | 「[^「」]+」 | 《[^《》]+》 )
        (?: 、 | 和 | 与 | 及 | 以及 )?
    )+
"""

# Points in sentences of their own, of which only the first is in sight.
_NUMBERED = r"[“”\s]* (?: 第?[一二三1-3](?: [是、.．）)] | 方面 | 个 ) | 首先 | 其一 | ① )"

LISTS = ListPatterns(
    saying=re.compile(r"(?:大|关键|汉)?(?:字|词|句)"),  # 6个字：…
    two_numbers=re.compile(r"[一二两三四五六七八九十\d][^\W\d]{1,2}$"),  # 一厅五区
    numbered=_verbose(_NUMBERED),
    announced=_verbose(_ANNOUNCED),
    # 汽车、钢铁等五大产业
    summed=re.compile(r"(?:^|[，。；：:\n])(?P<list>[^。；！？\n，:：]*、[^。；！？\n，:：]*?)等(?:共|在内的)?$"),
    joins=re.compile(r"和|与|及|以及|或"),
    quoted=_verbose(_QUOTED),
    open=re.compile(r"等|包括|例如|诸如|如|其中|省略|…"),
)

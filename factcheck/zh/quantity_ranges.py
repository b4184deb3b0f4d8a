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
    colon=re.compile(r" ?(?:[:∶]|比) ?"),
    colons=frozenset(":∶"),
    score=re.compile(
        r"""
        (?P<one> \d{1,3} ) [–—-] (?P<other> \d{1,3} ) (?! [\d.%年月日号〇-] )
        (?:
            (?= \ ? (?:
                的?总?比分 | [险大小完惨轻战取获]?胜(?!任|率|诉) | 负(?![责债担荷增面]) | [完惨击惜]败 | 败(?![诉因])
                | [惜憾小完]负 | [战逼憾]平 | 力[克擒] | 横扫 | 逆转 | 淘汰 | 不敌 | 握手言
                | 领先 | 落后 | 晋级 | 出线 | 双杀
            ) )
            | (?P<told> (?= [，。；！、）)] | $ | \ ?[\u3400-\u9fff] ) )
        )
    """,
        re.VERBOSE,
    ),
    score_before=re.compile(r"(?:比分|局分|赛果)(?:[为是：]|定格[在于为]|改写[为成]|扳成|锁定[在为]?){0,2} ?$"),
    of_score=re.compile(r"以 ?(?:\d{1,3}[–—:∶-]\d{1,3}[、，和及 ]{1,2}){0,6}$"),
    won=re.compile(
        r"[^。；！？]{0,16}?(?:[取获战险]胜|胜出|击败|[战逼]平|横扫|逆转|淘汰|不敌|[惜负]于|领先|落后|晋级|夺冠|直落|取下|赢|输)"
    ),
    numeral_letters=frozenset("0123456789零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟半.$¥€"),
    signs=("负", "-", "–", "零下", "零上", "¥", "$", "€"),
    minus=frozenset(("负", "-", "–", "零下")),
    below="零下",
    tilde="~",
    # What is forecast, or how far it fell; 下降5元至3元 may be a fall to 3: a verb alone needs a dash or a share.
    forecast=re.compile(
        r"""
        (?: 预[计测期告亏减盈增估] | 估计 | 有望 | 可能 | [降跌减]幅 | 亏损? )
        [^，。；：！？、\d]{0,8} ：? \ ? $
    """,
        re.VERBOSE,
    ),
    falling=re.compile(
        r"(?:下[降滑跌调行挫]|减[少低值]|降低|回落|萎缩|缩减|收窄|负增长)[^，。；：！？、\d]{0,4}：? ?$"
    ),
    # 增加5亿元至80亿元 is by so much, to so much.
    changed=re.compile(
        r"(?:增[加长]|上[升涨调]|提[高升]|攀升|扩大|下[降跌滑调]|减少|降低|回落|缩[减小短]|[增减升降涨跌])了?[约近逾超]?(?:人民币)?$"
    ),
    moments=re.compile(r"(?:由(?!于)|从(?!事|业)|自(?![营动身主有然己]))[^，。；：！？、\d]{0,8}$"),
    room="间",
    money=frozenset(("元", "块")),
)

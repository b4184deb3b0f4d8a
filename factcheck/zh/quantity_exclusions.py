"""Chinese: what holds a numeral and is no quantity: model names, numbered things, phones, list numbering, grades."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import ExclusionLexicon
from factcheck.zh.quantity_data import WORDS, join_words

_HAN = "零〇一二三四五六七八九十百千万"
_LIST = "一二三四五六七八九十"
# A number that names its bearer: 3号楼, 318国道, 302路, 408次列车, 90后.
_BEARER = r"""
    号(?!人|码人) | 国道 | 省道 | 县道 | 高速(?!公路) | [甲乙丙丁]?线(?!索|下|上)
    | 路(?:公交|车|巴士|区间|专线|电车)
    | 届 | 兆(?:光|宽带|宽频|网|以太) | 年期 | 个?月期 | 天期 | 次列车 | 次班列 | 次高铁 | 次航班 | 次特快
    | 栋楼?\d | 单元\d
    | 团(?!队|体|圆|伙|购|员|组|聚)
    | [师旅](?=\d)
    | 后(?!来|续|勤)(?=[、，一女男的群年少、”’创党]|$)
    | 颱?号台风 | 楼(?=[的大东西南北]|$)
"""
# 一年级, 二等奖, 三审, 二次能源, 十届十次全会: grades, prizes, generations and sittings.
_SECOND = """
    元 | 函数 | 创业 | 加工 | 污染 | 分配 | 利用 | 供水 | 感染 | 攀登 | 流失 | 消费 | 开发 | 转
    | 会议 | 全会 | 常委会 | 主席 | 全体 | 代表大会 | 理事 | 党代会 | 会长
"""
_NETWORK = "光|宽带|网|以太|城市|家宽|接入|小区|和|及|时代"  # 千兆 is a grade of them
_GRADE = rf"""
    年级
    | 级(?!地震|大风|以上|强风|烈度|风)
    | 等奖 | 等功 | 号 | 期(?!间) | 审 | 孩 | 胎 | 手 | 线 | 环 | 甲 | 维 | 元(?=结构|经济|化) | 代(?!人)
    | 次(?={_SECOND})
    | 兆(?={_NETWORK})
"""
# Companies, hotlines and days that are called by a number.
_BRAND = r"""
    85\ ?度C
    | 7-(?:Eleven|11|ELEVEN)
    | 360(?=公司|集团|安全|手机|浏览器|搜索|数科)
    | 58(?=同城|集团) | 51(?=信用卡|Talk|job) | 404(?=错误|页面) | 996(?=工作制|、|”) | 007(?=电影|系列|”)
    | (?:985|211)(?=[工高大院、/和及”])
    | (?:618|315)(?=[大期活购电晚年])
    | 36(?=氪) | 502(?=胶)
"""
# Hotlines: emergency calls before what they call, service numbers before a word for such a service.
_HOTLINE = r"""
    1[12]\d(?=(?:报警|接警|指挥|出警|急救|救护|热线|平台|专线|电话|客服))
    | (?:12\d{3}|9[56]\d{3,4}|100\d\d)
      (?=
          (?![多余万亿千]) [\u3400-\u9fff]{0,8}?
          (?: 热线 | 平台 | 专线 | 客服 | 电话 | 投诉 | 举报 | 号码 | 短信 | 官网 | 客户端 | [Aa][Pp][Pp] )
          | ”
      )
"""
# Events that are called by their day: 921大地震, 911事件.
_EVENT = r"""
    (?:[1-9]|1[0-2])(?:[0-2]\d|3[01])
    (?=
        \ ? (?![多余万亿千百]) [\u3400-\u9fff]{0,3}?
        (?: 大地震 | 震灾 | 事件 | 惨案 | 恐袭 | 恐怖袭击 | 公投 | 空难 | 学运 | 海啸 | 事变 | 血案 | 运动 )
    )
"""
_GENERATION = r"""
    \d(?:\.\d)?(?:/\d(?:\.\d)?){0,3}[GDK](?![A-Za-z元块])  # 5G, 4/5G
    | [34]d(?![A-Za-z])
"""

EXCLUSIONS = ExclusionLexicon(
    numbered=re.compile(
        rf"""
        (?:[\d,]{{1,12}}|[{_HAN}]{{1,8}})(?:-\d{{1,4}})?\ ?(?:{_BEARER})(?![间限满货望])
        | \d{{3}}路(?!大军|人马|信号|视频)
    """,
        re.VERBOSE,
    ),
    model_before=re.compile(r"(?:歼轰?|轰|东风|红旗|巨浪|鹰击|米格|波音|空客|(?<![江姑])苏)-? ?$"),
    model_ends=frozenset("歼轰风旗浪击格音客苏- "),
    fighters=frozenset("歼轰米"),
    counts_on=frozenset("万亿千百多余.,"),
    bus=re.compile(r"\d{1,3}[AB]?路?(?=[、，。和与或到\s]|$)"),
    bus_before=re.compile(r"(?:乘坐?|搭乘?|换乘|转乘|公交|巴士)(?:了|车)?(?:\d{1,3}[AB]?路?[、和与及或]){0,4}$"),
    graded=re.compile(rf"[{_HAN}]{{1,3}}(?:{_GRADE})", re.VERBOSE),
    phone=re.compile(
        r"""
        (?:0\d{2,3}|400|800|\(0\d{2,3}\)|\+?86|\+?852|\+?886)[- ]\d{3,4}[- ]?\d{3,4}(?:-\d+)?(?!\d)
        | 1[3-9]\d{9}(?!\d)
        | \d{1,4}-\d{1,5}-[\d-]{1,20}
        | \d{1,3}(?:\.\d{1,4}){2,5}(?!\d)
        | \d{4}\ \d{4}\ \d{4}(?:\ \d{1,7})*
    """,
        re.VERBOSE,
    ),
    code_before=re.compile(rf"(?:{join_words(WORDS.codes)})(?:号码?|为|是|：|:|\(|（| |“|#|第){{0,3}}$"),
    bracketed=re.compile(rf"(?:\d{{1,2}}|[{_LIST}]{{1,3}})[)）]"),
    numbering=re.compile(
        rf"""
        (?:\d{{1,2}}|[{_LIST}]{{1,3}})
        (?:[.、)）．](?!\d)|\.(?=\d{{1,2}}月)|\ (?=[\u3400-\u9fff“《]))
    """,
        re.VERBOSE,
    ),
    section=re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} (?=[\u3400-\u9fff])"),
    # The article of a law, without 第: 基本法23条, 《刑法》264条, 第27条及34条.
    law_before=re.compile(
        r"""
        (?:
            # words that end in 法 and are no law: 办法, 立法, 算法; 司法, but 公司法
            (?<![方办做说看想手用写战书魔无设语技作兵国合立执违非佛枪疗玩算])(?<!(?<!公)司)法
            | 条例 | 宪法 | 章程 | 公约 | 细则 | 准则 | 法典
        )
        (?:修正案)? 》? \ ? $
        | 第\ ?[\d一二三四五六七八九十百]{1,6}\ ?条 (?:[、，和及至与或] | 以及)? \ ? $
        """,
        re.VERBOSE,
    ),
    article=re.compile(rf"(?:\d{{1,4}}|[{_HAN}廿卅]{{1,6}}) ?条(?!件|例|约|款)"),
    # The congresses of the party: 二十大; other lists count so many only before a noun.
    congress=re.compile(
        r"""
        (?:十[一二三四五六七八九]|二十[一二]?)大
        (?=
            [^\u3400-\u9fff] | $ | 精神 | 报告 | 以来 | 召开 | 代表 | 胜利 | 闭幕 | 开幕 | 会议 | 提出 | 党
            | 擘 | 作出 | 强调 | 部署 | 后 | 前
            | 的 | 上 | 对 | 首 | 新 | 主题 | 期间 | 之 | 和 | 就 | 为 | 选 | 确 | 安 | 关 | 擘 | 绘 | 描 | 宣 | 时
        )
    """,
        re.VERBOSE,
    ),
    # 2016/679, a law; 24018期, a lottery
    act=re.compile(
        r"""
        (?:19|20)\d\d/\d{1,4}(?![\d/.-])(?!\ ?(?:年|学|财|赛))
        | \d{5,8}期 | 1/\d{1,2}决赛
        | (?:[6-9][05]|[01][05])后(?!来|续)
    """,
        re.VERBOSE,
    ),
    # What stands whole in quotation marks is the name of a policy: “三个规定”, “八项规定”, “四个一”.
    slogan=re.compile(
        r"""
        [两三四五六七八九十]{1,2}
        (?:[个大项不](?!月|小时|钟头|星期|礼拜|人|多|半|孩|儿子|女儿)[\u3400-\u9fff]{2,4}|个[一不])(?=[”’」』])
    """,
        re.VERBOSE,
    ),
    only=frozenset("唯统"),
    # Items of a list within a line: 。2.医药企业, ：一、无证开采, ；三是加强.
    item=re.compile(
        rf"""
        \d{{1,2}}(?:[.．)）]|、(?!\ ?[\d{_LIST}]))(?!\d)
        | [{_LIST}]{{1,3}}(?:、(?!\ ?[\d{_LIST}])|是(?![否不]))
    """,
        re.VERBOSE,
    ),
    point_of_list=re.compile(r"[二三四五六七八九十]是(?![否不])"),
    address=re.compile(rf"(?:\d{{1,5}}|[{_HAN}]{{1,6}}) ?(?:段|巷|弄|号|支路)"),
    streets=frozenset("路街道"),
    called=re.compile(rf"{_GENERATION} | {_BRAND} | {_HOTLINE} | {_EVENT}", re.VERBOSE),
    one_by_one="一一",
    magnitudes=frozenset("十百千万亿兆"),
)

"""Chinese: who and where a sentence names, and the wording of a figure's own slot."""

from __future__ import annotations

import re

from factcheck.lexicon.frame_patterns import NamePatterns, PlacePatterns, SlotPatterns
from factcheck.zh.speech import SpeechWords
from factcheck.zh.tables import read_table

# Whom a clause introduces: 扎维亚 of 扎维亚位于西部.
_INTRODUCING = r"""
    [又也亦俗]被?称为?
  | 被[称誉视]为
  | 位于 | 坐落 | 地处 | 作为 | 是
  | (?<![称视誉认以因])为
  | 乃
  | 在(?=[^，。；]{1,8}?[东南西北中]+[部面侧边])   # 在望澜西部
"""

NAMES = NamePatterns(
    letter=re.compile(r"[\u3400-\u9fff]"),
    naming=re.compile(rf"[{read_table('words/speech.yaml', SpeechWords).named_by}]称$"),  # 戏称, 简称
    media=re.compile(
        r"[日晚时早晨周商]报(?!告|名|到|案|价|表|复)|新闻网|[新华人民中经济]{2}网|新华社|中新社|通讯社|电视台|客户端|"
        r"记者|通讯员|原标题|日电|编辑|网讯|时间$"
    ),
    clean=re.compile(r"^[“”‘’\s、，*>#_-]+|(?:[“”‘’\s、，*>#_-]|于|在|将|已)+$"),
    introducing=re.compile(_INTRODUCING, re.VERBOSE),
    led=re.compile(r"^.*?(?:使得?|让|令)|[\s，]|但是?|而|且|目前|其中"),  # 密度使得模组的成本降低
)

# 居全国第四, 占全国12%: the scope of a rank or the whole of a share.
_SCOPE_AHEAD = r"""
    (?: 居 | 列 | 占 | 占到 | 占了 | 排 | 排名 | 连续 | 稳居 | 位居 | 位列 | 徘徊在 | 为 | 是 )$
"""

PLACES = PlacePatterns(
    # 新华社北京6月7日电: the place where an agency wrote, not where a figure holds.
    dateline=re.compile(r"[^电]{1,29}(?<=[日讯社])电"),
    stem=re.compile(r"[\u4e00-\u9fff]+"),
    # 仅为杭州的46%: a share of that place's figure, not its own; 低于杭州的45% is.
    whole_ahead=re.compile(r"(?:为|是|占|占到|相当于|达到?)$"),
    against_ahead=re.compile(r"(?:于|比|过|不及)$"),
    scope_ahead=re.compile(_SCOPE_AHEAD, re.VERBOSE),
    # 记者从湖南省统计局获悉
    learnt_behind=re.compile(r"[^，。；！？\n]{0,24}?(?:获悉|了解到|得知|获知)"),
)

SLOTS = SlotPatterns(
    tail_stop=re.compile(
        r"以上|以下|以内|之内|左右|上下|之间|多|余|起|共|在|已|已经|将|均|都|被|把|由|从|向|对|为|是|了|着|过|并|而|且|但|则|也|还|又|就|才|后|前|时|中|内|里|间|外|至|到|"
        r"同比|环比|比|较|占|占比|占到|达|达到|超过|超|约|近|逾|不|没有|未|可|可以|能|会|要|应|与|和|及|以及|或|等|其中|分别|合计|累计|后来|随后|最终|[(（\[].*"
    ),
    head_skip=re.compile(r"以上|以下|以内|之内|左右|上下|之间|多|余|起|的|\s|[”’\"]"),
    # 增长5%、6%和7%
    listed=re.compile(r"(?:以上|左右|余|多)?(?:、|和|及|与|以及|，|，和|/| )(?:约|近|超过?|逾)?"),
    after=re.compile(r"^(?:以上|以下|以内|之内|左右|上下|时间|内|的|里|间|中|就|便|即可|后|)+|[。！？”’\"]+$"),
    clock=re.compile(r"\d{1,2}(?:时|点)(?:\d{1,2}分)?(?:许|左右)?(?:起|开始)?|起|开始"),
    # 35岁以下大学生, 65岁及以上人口: a bound right before a noun tells whom the noun means.
    bounded=re.compile(r"[及或]?(?:以上|以下|以内)的?"),
    means_ahead=re.compile(r"(?:在|用|历时|耗时|花了?|经过|只需|仅需|连续)(?:约|近|了|短短)?$"),
    needs_ahead=re.compile(r"(?:需要?|须要?)(?:约|近|经过|经历|至少)?$"),
    # 营业额增至港币1,170万元
    currency_ahead=re.compile(r"(?:人民币|港币|新?台币|澳门币|美金)[ ]?$"),
    # 成果被引量, 被投诉次数
    suffered=re.compile(r"被[\u4e00-\u9fff]{1,3}?(?:量|数|率|次数|频次|人数|家数)"),
)

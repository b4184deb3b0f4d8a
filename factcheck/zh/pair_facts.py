"""Chinese: how a sentence says a fact of a subject in so many words: 游戏公司的员工有410人, 大桥全长3.1公里."""

from __future__ import annotations

import re

from factcheck.lexicon.pair import FactWords, Size

# The number of something is what is counted of it: 员工人数, 员工总数, 员工.
_NUMBER = "(?:(?:总?人数|总?数量|总数|总量|数目?)(?:量)?)"
_BODY = "(?:有限)?(?:公司|集团|市|省|县|区)?"
# Words of having and of being so much; they narrow nothing.
_HELD = "(?:的|总共|一共|共计?|合计|总计|累计|现|已经?|目前|全部|拥|有|为|是|在|达到?|建成|设立?|了)*"
_OPENS = '(?:^|[，。；：,;:!?\\s“”"()]|目前|现在|如今|其中)'
_ENDS = '(?:左右|上下|以上|以下)?(?:$|[，。；：、,;:!?)\\s”"])'
# Verbs by which a place has so many of what is shared out: 独占59家, 占了9席.
_TAKEN = "(?:独占|占[有据了到]?|坐拥|包揽|囊括)了?"
_CLASSIFIER = "[个名位家间所处座项件款辆台部架艘只头匹篇本册套户]?"
_WHOSE = f"{_OPENS}在?{{subject}}{_BODY}"
# What may stand in front of a measure and does not narrow it: 总成本, 已有孵化器, 共建成孵化器.
_WIDENING = "(?:总|全部|累计|已经?|目前|现|共计?|一共|拥?有|建[成有起]|设[立有])+"

# All there are of something, and whose part of them a figure is: 当全省首批96家新锐企业公布时，望澜独占59家.
# Nothing may be said of the whole but that it is made known: of 96家企业上市，望澜占9家 the nine are those listed.
_SHARED = rf"""(?x)
    (?: ^ | [，。；：,;:!?\s] ) [当在]? (?P<scope> [一-鿿]{{{{2,6}}}}? )?
    (?P<batch> (?: [首头] | 第[一二三四五六七八九十] | 新一 ) 批 )? (?: 一?共有? | [现已]有 )?
    [约近]? [\d零一二两三四五六七八九十百千]{{{{1,6}}}} [多余]? {_CLASSIFIER} 的?
    (?P<counted> [一-鿿]{{{{2,16}}}}? )
    (?: 名单 | 榜单 )? (?: 正式 )? (?: 公布 | 发布 | 公示 | 揭晓 | 出炉 | 亮相 )?
    (?: [时后] | 之[时际] | 之?中 | 当中 | 里 )?
    [，,]? (?: [一-鿿]{{{{2,5}}}} {_TAKEN} \d{{{{1,5}}}} {_CLASSIFIER} [，,、] ){{{{0,3}}}}
    (?: 其中 [，,]? )? {{subject}} {_BODY} (?: 一[省市县区地] )? 就? {_TAKEN} $
"""


def fact_words(bodies: tuple[str, ...]) -> FactWords:
    """The forms; `bodies` are what a name may add to itself."""
    return FactWords(
        sentence="{subject}的{measure}为",
        sentence_place="{place}，",
        sentence_end="。",
        possessive="的",
        # A size has a noun, and an adjective that a figure may follow or precede; 全 and 总 say that no part is meant.
        sizes={letter: Size(letter, f"{letter}度", f"(?:[全总]?{letter}度?)") for letter in "长宽高深厚"}
        | {"重": Size("重", "重量", "(?:[全总]?重量?)")},
        size=re.compile("[全总]?(?:([长宽高深厚])度?|(重)量?)"),
        counted=re.compile(f"(?P<what>.{{2,}}?){_NUMBER}"),
        measure=f"{{measure}}{_NUMBER}?",
        ahead=(
            f"{_WHOSE}[，,]?{_HELD}{{measure}}{_HELD}$",
            f"{_OPENS}{{measure}}在{{subject}}{_BODY}{_HELD}$",
        ),
        behind=f"{_WHOSE}{_HELD}(?:{_TAKEN})?$",
        around=((f"{_OPENS}{{measure}}{_HELD}$", "的{subject}"), (f"{_OPENS}$", "{letter}的{subject}")),
        classified=f"{_CLASSIFIER}的?{{measure}}",
        ends=re.compile(_ENDS),
        joined=f"[和与及跟、]{{subject}}|{{subject}}{_BODY}(?:以及|[和与及跟、])",
        opening=_WHOSE,
        shared=_SHARED,
        scope=re.compile("[我全本][国省市州县区]|[一-鿿]{2,4}[省市州县]"),
        scope_ahead=re.compile(
            r"(?:^|[，。；：,;:!?\s])[当在]?[我全本](?P<level>[国球省市])(?P<rest>[^，。；：,;:!?\s]{0,16})$"
        ),
        part_behind=f"{{subject}}{_BODY}(?:一[省市县区地])?就?{_TAKEN}[约近]?\\d",
        scope_levels={"球": 0, "国": 1, "省": 2, "市": 3},
        province="省",
        scope_endings=(("国", 1), ("省", 2), ("自治区", 2), ("市", 3), ("州", 3), ("区", 4), ("县", 4), ("镇", 4)),
        presented=f"{_WHOSE}以$",
        presenting="以",
        sample=re.compile(f"{_CLASSIFIER}的?(?P<counted>[一-鿿]{{2,16}}?)为(?:代表|首|龙头|核心|主力)"),
        no_kind=re.compile("[准拟非]|种子|潜在|候选|后备|未来"),
        bodies=bodies,
        widening=re.compile(_WIDENING),
    )

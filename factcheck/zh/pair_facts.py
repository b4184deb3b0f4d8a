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
_CLASSIFIER = "[个名位家间所处座项件款辆台部架艘只头匹篇本册套户]?"
_WHOSE = f"{_OPENS}在?{{subject}}{_BODY}"
# What may stand in front of a measure and does not narrow it: 总成本, 已有孵化器, 共建成孵化器.
_WIDENING = "(?:总|全部|累计|已经?|目前|现|共计?|一共|拥?有|建[成有起]|设[立有])+"


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
        behind=f"{_WHOSE}{_HELD}$",
        around=((f"{_OPENS}{{measure}}{_HELD}$", "的{subject}"), (f"{_OPENS}$", "{letter}的{subject}")),
        classified=f"{_CLASSIFIER}的?{{measure}}",
        ends=re.compile(_ENDS),
        joined=f"[和与及跟、]{{subject}}|{{subject}}{_BODY}(?:以及|[和与及跟、])",
        opening=_WHOSE,
        bodies=bodies,
        widening=re.compile(_WIDENING),
    )

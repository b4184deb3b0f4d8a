"""Where a figure holds: the place that governs it in its sentence, or where its article is set."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.frame.lexicon import lexicon
from factcheck.frame.places import NATION, gazetteer, narrowest, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.frame.places import Mention
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Quantity

_FADING = 0.8  # what is left of a mention's weight a sentence later
_NATION_WEIGHT = 0.4  # 全国 is mostly a scope, seldom where an article is set
_LIST_GAP = 5  # letters between places of one list
_HEAD = 4  # letters at the head of a clause where its topic stands
_NEAR = 12  # letters behind a figure
# 仅为杭州的46%: a share of that place's figure, not its own; 低于杭州的45% is.
_WHOLE = re.compile(r"(?:为|是|占|占到|相当于|达到?)$")
_AGAINST = re.compile(r"(?:于|比|过|不及)$")
# 居全国第四, 占全国12%: the scope of a rank or the whole of a share.
_SCOPE = re.compile(r"^(?:各?(?:省区?市|城市|地区|同类)?[^，；]{0,6}?(?:的|排名?|名列|位居|位列|居|前列)?)$")
_LEARNT = re.compile(r"[^，。；！？\n]{0,24}?(?:获悉|了解到|得知|获知)")
_SCOPE_BEFORE = re.compile(r"(?:居|列|占|占到|占了|排|排名|连续|稳居|位居|位列|徘徊在|为|是)$")


def governing(sentence: Sentence, quantity: Quantity) -> str | None:
    """The place that the sentence says a figure holds for, canonical; None where it names none."""
    if whose := compared(sentence, quantity):
        return whose
    before = [mention for mention in sentence.places if mention.end <= quantity.start]
    own = sentence.clause_of(quantity.start)
    before = [
        m
        for m in before
        if not m.oblique and not _is_scope(sentence, quantity, m) and (own[0] <= m.start or not _is_aside(sentence, m))
    ]
    if before:
        return None if _several(sentence, before) else _last(before)
    return _behind(sentence, quantity)


def _last(before: list[Mention]) -> str:
    last = before[-1].place
    # 浙江杭州上城区: the names that lie in one another are one place
    near = [m.place for m in before if m.place == last or within(last, m.place)]
    return narrowest(near) or last


def _is_aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place of an earlier clause is a source's (据某国统计局), or a nation named in passing (国内油价)."""
    start, _ = sentence.clause_of(mention.start)
    if sentence.folded.startswith(("据", "根据", "按照", "按"), start):
        return True
    return mention.place == NATION and mention.start - start > _HEAD


def _several(sentence: Sentence, before: list[Mention]) -> bool:
    """Whether the figure holds for places that are listed together: 贵州西部、重庆西部和四川."""
    if len(before) < 2:
        return False
    one, other = before[-2], before[-1]
    gap = sentence.folded[one.end : other.start]
    if one.place == other.place or within(other.place, one.place) or within(one.place, other.place):
        return False
    return len(gap) <= _LIST_GAP and gap[-1:] in {"、", "和", "与", "及"}


def compared(sentence: Sentence, quantity: Quantity) -> str | None:
    """The place that a figure is compared with and belongs to: 杭州 of 低于杭州的45%."""
    before = [mention for mention in sentence.places if mention.end <= quantity.start]
    if not before or sentence.folded[before[-1].end : quantity.start] != "的":
        return None
    ahead = sentence.folded[sentence.start : before[-1].start]
    return before[-1].place if _AGAINST.search(ahead) else None


def _is_scope(sentence: Sentence, quantity: Quantity, mention: Mention) -> bool:
    """Whether a place is only what a rank is among, or what a share is of."""
    if quantity.kind not in {"rank", "percent", "fraction", "multiple"}:
        return False
    gap = sentence.folded[mention.end : quantity.start]
    ahead = sentence.folded[sentence.start : mention.start]
    if gap in {"", "的"} and _WHOLE.search(ahead):
        return True
    if quantity.kind == "rank":
        among = mention.place == NATION or _SCOPE_BEFORE.search(ahead) is not None
        return among and len(gap) <= _NEAR and "，" not in gap
    return gap in {"", "的"} and mention.place == NATION


def _behind(sentence: Sentence, quantity: Quantity) -> str | None:
    """A place right behind the figure in its clause that no other figure is nearer to."""
    _, end = sentence.clause_of(quantity.start)
    later = [other.start for other in sentence.quantities if other.start >= quantity.end]
    limit = min([end, quantity.end + _NEAR, *later])
    for mention in sentence.places:
        if quantity.end <= mention.start < limit and not mention.oblique:
            gap = sentence.folded[quantity.end : mention.start]
            own = not any(mark in gap for mark in "、()（）：")
            return mention.place if own and not any(other < mention.end + 4 for other in later) else None
    return None


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """记者从湖南省统计局获悉: the place of an office that speaks of its own, no end of a way."""
    told = mention.place != NATION and sentence.folded[mention.start - 1] == "从"
    return told and _LEARNT.match(sentence.folded, mention.end) is not None


class Setting:
    """Where an article is set, as it goes on: the place named most, the later mentions weighing more."""

    def __init__(self, lead: Iterable[Sentence]) -> None:
        """The setting of an article with this lead."""
        self._weights: defaultdict[str, float] = defaultdict(float)
        for sentence in lead:
            self.after(sentence)

    @property
    def place(self) -> str | None:
        """The place where the article is set at this point; the earliest of those named as much."""
        return max(self._weights, key=lambda place: self._weights[place], default=None)

    def after(self, sentence: Sentence) -> None:
        """Let one sentence pass."""
        self._pass([m.place for m in sentence.places if not m.oblique or _is_source(sentence, m)])

    def after_words(self, words: Sequence[str]) -> None:
        """Let a sentence without figures pass."""
        names = gazetteer().names
        self._pass([names[word] for word in words if word in names and word not in lexicon().no_places])

    def _pass(self, places: Iterable[str]) -> None:
        for number, place in enumerate(places):
            if number == 0:
                for other in self._weights:
                    self._weights[other] *= _FADING
            self._weights[place] += _NATION_WEIGHT if place == NATION else 1.0

"""What a figure measures and of whom: the wording of its slot, before and behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.frame.lexicon import lexicon
from factcheck.model import Value

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Quantity

_LONGEST = 24  # letters; a topic is a phrase, not a sentence
_COUNTED = {"count", "level", "number", "other"}
# A word that ends the noun phrase behind a figure.
_TAIL_STOP = re.compile(
    r"以上|以下|以内|之内|左右|上下|之间|多|余|起|共|在|已|将|均|都|被|把|由|从|向|对|为|是|了|着|过|并|而|且|但|则|也|还|又|就|才|后|前|时|中|内|里|间|外|"
    r"同比|环比|比|较|占|达|达到|超过|超|约|近|逾|不|没有|未|可|能|会|要|应|与|和|及|或|等|其中|分别|合计|累计|[(（].*"
)
_HEAD_SKIP = re.compile(r"以上|以下|以内|之内|左右|上下|之间|多|余|起|的|\s|[)”’\"]")
_ORGANISATION = re.compile(
    r"公司|集团|大学|学院|银行|医院|委员会|协会|法院|检察院|研究院|研究所|管理局|公安局|税务局|统计局|海关|部门|联盟|基金会|俱乐部|工厂|中心|平台|[省市区县州镇村]"
)


class Topic(Value, frozen=True):
    """Folded wording; None where the text does not say. `carried`: the measure comes from an earlier clause."""

    subject: str | None
    measure: str | None
    lead: str  # what stands in the slot before the figure, as written
    tail: str  # the noun phrase behind it
    carried: bool = False


def topic(sentence: Sentence, quantity: Quantity) -> Topic:
    """The topic of one figure of the sentence."""
    slot, boundary = _slot(sentence, quantity)
    lead_words = sentence.words_between(slot, quantity.start)
    before, reached = _stripped([word for word, _ in lead_words])
    tail = _tail(sentence, quantity)
    lead = "".join(before)
    measure, carried = _choose(quantity, lead, tail, reached=reached), False
    if measure is None:
        measure, carried = _carried(sentence, quantity, boundary), True
    subject = _subject(sentence, quantity, lead)
    if measure and subject and measure.startswith(subject) and len(measure) > len(subject) + 1:
        measure = measure[len(subject) :].lstrip("的")
    raw = sentence.folded[slot : quantity.start]
    return Topic(subject=subject, measure=measure or None, lead=raw, tail=tail, carried=carried and measure is not None)


def _slot(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Where the wording of the figure begins, and where its clause begins."""
    boundary = start = sentence.clause_of(quantity.start)[0]
    for other in sentence.quantities:
        if start < other.end <= quantity.start:
            start = other.end
            # 756个、验证项目357个: the mark behind the earlier figure belongs to it
            while start < quantity.start and sentence.folded[start] in "、和及与/":
                start += 1
    comma = sentence.folded.rfind("、", start, quantity.start)
    if comma > 0 and any(other.end <= comma for other in sentence.quantities if other.start >= boundary):
        start = comma + 1
    return start, boundary


def _stripped(before: list[str]) -> tuple[list[str], bool]:
    """The words of a lead without what joins it to its figure and what opens it; whether a verb of being or reaching stood there."""
    words, reached = list(before), False
    while words and lexicon().joiners.match(words[-1]):
        reached = reached or words[-1] not in "的和及与、在以按对，"
        words.pop()
    while words and (lexicon().openers.match(words[0]) or not words[0].strip("“”‘’\"'()《》，、·-")):
        words.pop(0)
    return words, reached


def _tail(sentence: Sentence, quantity: Quantity) -> str:
    """The noun phrase behind the figure, up to a mark, a closed-class word or the next figure."""
    end = sentence.clause_of(quantity.end - 1)[1]
    for other in sentence.quantities:
        if quantity.end <= other.start < end:
            end = other.start
    phrase: list[str] = []
    for word, _ in sentence.words_between(quantity.end, end):
        if not phrase and _HEAD_SKIP.fullmatch(word):
            continue
        if _TAIL_STOP.fullmatch(word) or (word == "、" and phrase):
            break
        phrase.append(word)
        if sum(map(len, phrase)) >= _LONGEST:
            break
    while phrase and phrase[-1] in {"的", "“", "、"}:
        phrase.pop()
    return "".join(phrase).strip()


def _choose(quantity: Quantity, lead: str, tail: str, *, reached: bool) -> str | None:
    lead = _clipped(lead)
    if quantity.kind in _COUNTED and quantity.unit:
        return tail or lead or None
    if quantity.kind == "money" and tail and not reached:
        return tail
    if len(lead) > 1:
        return lead
    return tail or None


def _clipped(lead: str) -> str:
    """The last part of a long lead, cut where a phrase begins."""
    if len(lead) <= _LONGEST:
        return lead
    cut = max(lead.rfind(mark, len(lead) - _LONGEST) for mark in "的将、”")
    return lead[cut + 1 :] if cut >= 0 else lead[-_LONGEST:]


def _carried(sentence: Sentence, quantity: Quantity, boundary: int) -> str | None:
    """The topic of the nearest earlier clause that has one, figures cut out."""
    for start, end in reversed([span for span in sentence.clauses if span[1] <= boundary]):
        inside = [other for other in sentence.quantities if start <= other.start < end]
        until = inside[0].start if inside else end
        words, _ = _stripped([word for word, _ in sentence.words_between(start, until)])
        phrase = _clipped("".join(words))
        if len(phrase) > 1 and not any(date.start <= start and until <= date.end for date in sentence.dates):
            return phrase
    return None


def _subject(sentence: Sentence, quantity: Quantity, lead: str) -> str | None:
    """The nearest name before the figure: a place, an organisation, a name in Latin letters or quotation marks."""
    before = sentence.words_between(sentence.start, quantity.start)
    places = {mention.start: mention for mention in sentence.places}
    found: str | None = None
    for i, (word, span) in enumerate(before):
        if span[0] in places:
            mention = places[span[0]]
            found = mention.place
        elif word[0].isascii() and word[0].isalpha() and len(word) > 2:
            found = word
        elif _ORGANISATION.search(word[-3:]) and len(word) > 2:
            previous = before[i - 1][0] if i else ""
            found = previous + word if previous and len(previous) > 1 and not previous.isascii() else word
    return found if found is not None else (lead[:8] or None)

"""Who or what a figure is about: a name of its clause, of an earlier clause, of the sentence before, or the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.frame.introductions import introduced_name
from factcheck.frame.wording import phrase_before
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from factcheck.frame.names import Name
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Quantity

_CHAIN = 6  # letters between a name and the one that 的 makes the head
_DESCRIBED = 12  # letters of a name that a figure describes
_PROPER = {"nr", "ns", "nt", "nz", "x"}
_THINGS = frozenset({"n", "nz", "nr", "nrt", "nt", "ng", "x", "j", "eng"})
_DESCRIBING = frozenset({"b", "l", "vn", "ns"})
_NOMINAL = 24  # letters of a clause that is a noun phrase
_SAID = 8  # letters between a source and its verb of saying


class Ruled(NamedTuple):
    """Whom the grammar reads, or None; `near` in the clause of the figure, `sure` where the form says it."""

    text: str | None
    near: bool = False
    sure: bool = False


def find_subject(sentence: Sentence, quantity: Quantity, topic: Topic) -> Ruled:
    """The subject as the grammar reads it in the sentence."""
    if topic.bare is not None:
        return Ruled(topic.bare, near=True, sure=True)
    if topic.whole is not None:
        return Ruled(topic.whole, near=True, sure=True)
    if (behind := _described_name(sentence, quantity, topic)) is not None:
        return Ruled(behind, near=True, sure=True)
    start, _ = sentence.clause_of(quantity.start)
    counted = {other.end for other in sentence.quantities}  # 36家企业, 领军企业10家: what is counted
    own = [
        name
        for name in sentence.names
        if start <= name.start and name.end <= min(topic.begin, quantity.start) and name.start not in counted
    ]
    near = [name for name in own if name.start >= topic.slot.start]
    for held in (near, own):
        if found := _first_fit(held, topic, sentence):
            return Ruled(found, near=True)
    if owning := _owning_phrase(sentence, start, topic):
        return Ruled(owning, near=True, sure=True)
    return _name_of_earlier_clause(sentence, start, topic)


def _name_of_earlier_clause(sentence: Sentence, start: int, topic: Topic) -> Ruled:
    """Whom an earlier clause of the sentence names, the nearest first; none beyond a semicolon."""
    counted = {other.end for other in sentence.quantities}
    heads = {other.start for other in sentence.quantities}
    for first, last in sentence.clauses_before(start):
        if "；" in sentence.folded[last:start]:
            break
        held = [
            name
            for name in sentence.names
            if first <= name.start and name.end <= last and name.start not in counted and name.end not in heads
        ]
        introduced = introduced_name(sentence, first, last) or _announced_phrase(sentence, first, last, start)
        if introduced is not None:
            return Ruled(introduced, near=True, sure=True)
        if held and not _is_only_source(sentence, held[0], last) and (found := _first_fit(held, topic, sentence)):
            return Ruled(found)
    return Ruled(None)


def _described_name(sentence: Sentence, quantity: Quantity, topic: Topic) -> str | None:
    """装机容量300万千瓦的云汀水电站: the name that a measure and its figure describe."""
    described = sentence.folded.startswith(sentence.lexicon.words.of, quantity.end)
    if topic.begin == quantity.start or topic.carried or not described:
        return None
    start = quantity.end + 1
    named = next((name for name in sentence.names if name.start <= start < name.end), None)
    if named is not None and not named.weak:
        return named.text
    end = sentence.clause_of(quantity.end)[1]
    head = ""
    for word, _ in sentence.words_between(start, end):
        if tag(word)[0] not in "nxjse" or len(head) > _DESCRIBED:
            break
        head += word
    return head if len(head) > 1 and any(tag(word) in _PROPER for word in words(head)) else None


def _announced_phrase(sentence: Sentence, first: int, last: int, start: int) -> str | None:
    """云汀实验室的通信技术，速率提升百倍: a noun phrase that is the clause right before."""
    named = next((name for name in sentence.names if name.start >= first and name.end < last), None)
    if named is None or named.place or named.weak or sentence.folded[last:start].strip() != "，":
        return None
    text = sentence.lexicon.names.clean.sub("", sentence.folded[first:last])
    if len(text) > _NOMINAL:
        return None
    held = words(text)
    owned = text.startswith(named.text + sentence.lexicon.words.of)
    if not owned or not _may_describe(held[-1], sentence.lexicon) or tag(held[-1]) not in _THINGS:
        return None
    bare = all(tag(word)[0] not in "vpcr" or word in named.text for word in held)
    return text if bare else None


def _owning_phrase(sentence: Sentence, start: int, topic: Topic) -> str | None:
    """关节模组的采购成本: the noun phrase whose measure it is, where the clause names nobody."""
    at, held_words = topic.begin - 1, sentence.lexicon.words
    if topic.measure is None or topic.carried or not topic.measure.endswith(held_words.measure_nouns):
        return None
    if at <= start or sentence.folded[at] != held_words.of:
        return None
    phrase = phrase_before(sentence, start, at)
    held = words(phrase)
    if len(phrase) < 2 or (len(held) == 1 and held[0].endswith((*held_words.actors, *held_words.organisations))):
        return None
    figures = [*(date.start for date in sentence.dates), *(other.start for other in sentence.quantities)]
    framed = any(start <= figure < at for figure in figures)
    if framed or sentence.lexicon.names.led.sub("", sentence.folded[start : at - len(phrase)]):
        return None
    return phrase if tag(held[-1]) in _THINGS and all(_may_describe(word, sentence.lexicon) for word in held) else None


def _may_describe(word: str, lexicon: FrameLexicon) -> bool:
    """Whether a word may be part of what has a measure: no verb, no pronoun, no 全市."""
    words = lexicon.words
    closed = word in words.predicates or word in words.pronouns or word[0] in words.universals
    return tag(word) in _THINGS | _DESCRIBING and not closed


def find_heading(sentence: Sentence) -> str | None:
    """The subject that a sentence leaves to the next one: the first name of its first clause that says nothing."""
    for first, last in sentence.clauses:
        held = sentence.names_in(first, last)
        if held and not _is_only_source(sentence, held[0], last):
            return held[0].text
    return None


def _first_fit(held: list[Name], topic: Topic, sentence: Sentence) -> str | None:
    """The first name that is neither compared with nor acted upon, and is not what is measured."""
    fit = [name for name in held if not (name.oblique or name.weak or _is_measured(name, topic, sentence.lexicon))]
    if not fit:
        return None
    chosen = fit[0]
    for name in fit[1:]:  # 南京培育的工业平台: the head is what stands behind
        if sentence.folded[name.start - 1] != sentence.lexicon.words.of or name.start - chosen.end > _CHAIN:
            break
        chosen = name
    return chosen.text


def _is_measured(name: Name, topic: Topic, lexicon: FrameLexicon) -> bool:
    """Whether a name is what is measured, or a sector where that of a sector is measured (第二产业增加值)."""
    measure = topic.measure or ""
    return name.text == measure or (name.sector and any(sector in measure for sector in lexicon.words.sectors))


def _is_only_source(sentence: Sentence, name: Name, end: int) -> bool:
    """Whether a name is only the source of what follows."""
    behind = sentence.folded[name.end : min(end, name.end + _SAID)]
    return sentence.lexicon.status.says.search(behind) is not None and not name.place

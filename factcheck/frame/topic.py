"""What a figure measures: the wording of its slot, before or behind it, or what the clause before it spoke of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frame.slot import Slot, read_slot, strip_gloss
from factcheck.frame.wording import (
    SHARES,
    SPANS,
    PlacedWords,
    choose_measure,
    join_words,
    noun_phrase,
    shorten_words,
    takes_time,
)
from factcheck.model import Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Quantity, Span

_SHORT = 6  # letters of a bare name that a list gives figures to
_NO_NAMES = frozenset({"v", "vn", "a", "d", "t", "an"})
_NAMES = frozenset({"nr", "x", "nz"})

Spoken = dict["Span", "str | None"]  # clause → what it speaks of, for the figures behind it that do not say


class Topic(Value, frozen=True):
    """Folded wording; None where the text does not say. `carried`: the measure comes from an earlier clause.

    `bare` is a short name right before the figure that measures nothing itself (沈乐满只有8万台), or what needs a time
    (创新需要十年持续投入): whom it is about.
    """

    slot: Slot
    measure: str | None
    begin: int  # where the measure begins, if it stands before the figure; else the figure
    carried: bool = False
    bare: str | None = None
    whole: str | None = None  # 32%的企业: whom a share is taken of

    @property
    def tail(self) -> str:
        """The phrase behind the figure as one string."""
        return "".join(self.slot.tail)


def read_topic(
    sentence: Sentence, quantity: Quantity, before: Topic | None = None, spoken: Spoken | None = None
) -> Topic:
    """The topic of one figure of the sentence. `before` is that of the figure before it in the sentence.

    `spoken` is one dictionary for all figures of the sentence, filled as they are asked for.
    """
    spoken = spoken if spoken is not None else {}
    found = read_slot(sentence, quantity)
    if (share := _read_share(sentence, found, before)) is not None:
        return share
    lead, begin = _add_bound(sentence, *noun_phrase(found.lead, sentence))
    if not found.tail and (bare := _bare_name(found, lead, before, sentence.lexicon)) is not None:
        measure = _measure_before_name(found.lead, sentence)
        carried = before.measure if before is not None else _carried_measure(sentence, quantity, spoken)
        begin = found.lead[-1][1][0]
        return Topic(slot=found, measure=measure or carried, begin=begin, carried=measure is None, bare=bare)
    measure, whole = choose_measure(quantity, found, lead, sentence.lexicon)
    if measure is not None:
        begin = begin if measure == lead else quantity.start
        takes = takes_time(found, sentence.lexicon)
        needs = lead if takes and not sentence.names_in(found.start, quantity.start) else None
        return Topic(slot=found, measure=measure, begin=begin, whole=whole, bare=needs or None)
    near = before is not None and before.slot.figure.start >= sentence.clause_of(quantity.start)[0]
    carried = before.measure if before is not None and near and not found.lead else None
    return Topic(
        slot=found, measure=carried or _carried_measure(sentence, quantity, spoken), begin=quantity.start, carried=True
    )


def _add_bound(sentence: Sentence, phrase: str, begin: int) -> tuple[str, int]:
    """35岁以下大学生 for 大学生 behind 35岁以下: the bound is part of what is counted."""
    bounded = sentence.lexicon.slots.bounded
    for other in sentence.quantities:
        if other.kind == "age" and other.end < begin and bounded.fullmatch(sentence.folded, other.end, begin):
            return sentence.folded[other.start : begin] + phrase, other.start
    return phrase, begin


def _read_share(sentence: Sentence, found: Slot, before: Topic | None) -> Topic | None:
    """高新产业占工业增加值比重达70%, 项目占比80%: what is a share of what."""
    if found.figure.kind not in SHARES:
        return None
    held, words = sentence.lexicon.words, [word for word, _ in found.lead]
    verb = held.share_verb
    if not held.share_words.intersection(words) and not found.raw.rstrip(held.share_hedges).endswith(verb):
        return None
    marks = [i for i, word in enumerate(words) if word in held.share_words]
    at = words.index(verb) if verb in words else marks[-1] if marks else len(words)
    part, begin = noun_phrase(found.lead[:at], sentence)
    share = join_words(found.lead[at:])
    if share and part.endswith(held.measure_nouns):
        return Topic(slot=found, measure=part + share, begin=begin)
    if share in {"", *held.share_words} and before is not None and before.measure and held.among in found.raw:
        share = held.share_of_measure.format(measure=before.measure)
    phrase = join_words(shorten_words(found.lead[:at]))
    whole = phrase if len(phrase) > 1 else None
    return Topic(slot=found, measure=share or held.share_noun, begin=found.figure.start, whole=whole)


def _bare_name(found: Slot, lead: str, before: Topic | None, lexicon: FrameLexicon) -> str | None:
    """A short name that measures nothing, right before a figure: 沈乐满 of 沈乐满只有8万台."""
    if not found.lead or found.figure.kind in SPANS | {"rank", "age"} or lexicon.words.share_verb in lead:
        return None
    last = found.lead[-1][0]
    if len(last) < 2 or last in lexicon.words.pronouns or _is_measure(last, lexicon) or tag(last) in _NO_NAMES:
        return None
    if found.figure.kind == "number" and len(found.lead) > 1 and _is_measure(found.lead[-2][0], lexicon):
        return last
    lead = lead or last
    if len(lead) > _SHORT or len(found.lead) > 2:
        return None
    if before is None:
        return lead if found.figure.kind == "money" and tag(last) in _NAMES else None
    return lead if _is_listed(found, before, lexicon) and not last.endswith(lexicon.words.actors) else None


def _is_measure(word: str, lexicon: FrameLexicon) -> bool:
    return word.endswith((*lexicon.words.measure_nouns, lexicon.words.money))


def _is_listed(found: Slot, before: Topic, lexicon: FrameLexicon) -> bool:
    """Whether a figure goes on with the list of the one before it: 财政收入增长15%，市本级增长12%."""
    other = before.slot.figure
    if (other.kind, other.unit) != (found.figure.kind, found.figure.unit):
        return False
    change = lexicon.status.change
    if change.search(found.raw) is None:
        return True
    return change.search(before.slot.raw) is not None and _is_measure(before.measure or "", lexicon)


def _measure_before_name(words: PlacedWords, sentence: Sentence) -> str | None:
    """补贴 of 补贴本科1万: the measure that stands before the name a figure goes to."""
    if len(words) < 2 or not _is_measure(words[-2][0], sentence.lexicon):
        return None
    return noun_phrase(words[:-1], sentence)[0] or None


def _carried_measure(sentence: Sentence, quantity: Quantity, spoken: Spoken) -> str | None:
    """The topic of the nearest earlier clause that has one, figures cut out."""
    for clause in sentence.clauses_before(sentence.clause_of(quantity.start)[0]):
        if clause not in spoken:
            spoken[clause] = _clause_topic(sentence, *clause)
        if (measure := spoken[clause]) is not None:
            return measure
    return None


def _clause_topic(sentence: Sentence, start: int, end: int) -> str | None:
    """What one clause speaks of, by its first figure, or by its words where it has none."""
    first = next((other for other in sentence.quantities if start <= other.start < end), None)
    if first is not None:
        found = read_slot(sentence, first)
        return choose_measure(first, found, noun_phrase(found.lead, sentence)[0], sentence.lexicon)[0]
    words = tuple(
        strip_gloss([pair for pair in sentence.words_between(start, end) if pair[0].strip()], sentence.lexicon)
    )
    phrase, _ = noun_phrase(words, sentence)
    dated = any(date.start <= start and end <= date.end for date in sentence.dates)
    return phrase if len(phrase) > 1 and not dated else None

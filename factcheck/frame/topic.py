"""What a figure measures: the wording of its slot, before or behind it, or what the clause before it spoke of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.frame.lexicon import lexicon
from factcheck.frame.slot import Slot, slot
from factcheck.model import Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.model import Quantity, Span

_LONGEST = 16  # letters; a measure is a phrase, not a sentence
_SHORT = 6  # letters of a bare name that a list gives figures to
_COUNTED = frozenset({"count", "level", "number", "other"})
_SHARES = frozenset({"percent", "fraction"})
_SPANS = frozenset({"duration", "date"})
_STOP_TAGS = frozenset({"p", "c", "uj", "ul", "uz", "ug", "uv", "ud", "d", "m", "f", "y", "zg"})

_MEANS = re.compile(r"(?:在|用|历时|耗时|花了?|经过|只需|仅需|连续)(?:约|近|了|短短)?$")

_RELATIONS = frozenset({"差距", "差额", "之比", "比值", "距离", "贸易额", "价差", "时差"})

Words = tuple[tuple[str, "Span"], ...]


class Topic(Value, frozen=True):
    """Folded wording; None where the text does not say. `carried`: the measure comes from an earlier clause.

    `bare` is a short name right before the figure that measures nothing itself (沈乐满只有8万台): whom it is about.
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


def topic(sentence: Sentence, quantity: Quantity, before: Topic | None = None) -> Topic:
    """The topic of one figure of the sentence. `before` is that of the figure before it in the sentence."""
    found = slot(sentence, quantity)
    lead, begin = _measure(found.lead, sentence)
    if (share := _portion(sentence, found, quantity, before)) is not None:
        return share
    bare = _bare(found, lead, quantity, before)
    if bare is not None and not found.tail:
        measure = _before_name(found.lead, sentence)
        carried = before.measure if before is not None else _carried(sentence, quantity)
        return Topic(
            slot=found, measure=measure or carried, begin=found.lead[-1][1][0], carried=measure is None, bare=bare
        )
    measure, whole = _chosen(quantity, found, lead)
    if measure is None:
        near = before is not None and before.slot.figure.start >= sentence.clause_of(quantity.start)[0]
        carried = before.measure if before is not None and near and not found.lead else None
        return Topic(slot=found, measure=carried or _carried(sentence, quantity), begin=quantity.start, carried=True)
    return Topic(slot=found, measure=measure, begin=begin if measure == lead else quantity.start, whole=whole)


def _portion(sentence: Sentence, found: Slot, quantity: Quantity, before: Topic | None) -> Topic | None:
    """高新产业占工业增加值比重达70%, 项目占比80%: what is a share of what."""
    if quantity.kind not in _SHARES:
        return None
    at = next(
        (i for i in range(len(found.lead) - 1, -1, -1) if found.lead[i][0] in {"占", "占比", "比重", "占有率"}), None
    )
    if at is None and not found.raw.rstrip("约近超过达到了的").endswith("占"):
        return None
    at = next((i for i, (word, _) in enumerate(found.lead) if word == "占"), at if at is not None else len(found.lead))
    part, begin = _measure(found.lead[:at], sentence)
    if part.endswith(lexicon().measure_nouns) and at < len(found.lead):
        return Topic(slot=found, measure=part + "".join(word for word, _ in found.lead[at:]), begin=begin)
    measure = "".join(word for word, _ in found.lead[at:])
    if measure in {"", "占", "占比", "比重"} and before is not None and before.measure and "其中" in found.raw:
        measure = f"占{before.measure}比重"
    phrase = "".join(word for word, _ in _shortened(found.lead[:at]))
    return Topic(slot=found, measure=measure or "占比", begin=quantity.start, whole=phrase if len(phrase) > 1 else None)


def _shortened(words: Words) -> Words:
    """The words of a phrase that keep it below the longest, from its end."""
    length = 0
    for i in range(len(words) - 1, -1, -1):
        length += len(words[i][0])
        if length > _LONGEST:
            return words[i + 1 :]
    return words


def _measure(words: Words, sentence: Sentence, *, whole: bool = False) -> tuple[str, int]:
    """The noun phrase at the end of a lead, and where it begins; "" where there is none."""
    named = {name.start: name for name in sentence.names}
    last = words[-1][1][1] if words else 0
    ends = set() if whole else {name.end for name in sentence.names if name.place or name.end < last}
    i, length = len(words), 0
    while i > 0:
        word, span = words[i - 1]
        if span[1] in ends or not _belongs(word, first=i == len(words)):
            break
        if length + len(word) > _LONGEST:
            break
        length += len(word)
        i -= 1
        if span[0] in named and any(lengths for lengths in words[i + 1 :]) and named[span[0]].text == word:
            break
    while (
        i < len(words)
        and (words[i][0] in {"、", "”", "’", "》", "占", "“", ")", "）"} or not words[i][0].strip())
        and words[i][0] != "占"
    ):
        i += 1
    if i > 1 and words[i - 1][0] == "的" and "".join(word for word, _ in words[i:]) in _RELATIONS:
        i = next((j for j in range(i - 2, max(-1, i - 6), -1) if words[j][0] in {"与", "和", "同"}), i)
    text = "".join(word for word, _ in words[i:])
    return text, words[i][1][0] if i < len(words) else (words[-1][1][1] if words else sentence.start)


def phrase_before(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase that ends a stretch of a sentence."""
    words = [pair for pair in sentence.words_between(start, end) if pair[0].strip()]
    named = next((name for name in sentence.names if start <= name.start and name.end == end), None)
    return named.text if named is not None else _measure(tuple(words), sentence, whole=True)[0]


def _belongs(word: str, *, first: bool) -> bool:
    """Whether a word may be part of the noun phrase that ends a lead; `first`: the one that ends it."""
    if word == "占" or word in "“”‘’《》、·&" or word[0].isascii():
        return not first or word[0].isalnum()
    kind = tag(word)
    if (word in lexicon().predicates and kind == "v") or word in lexicon().pronouns:
        return False
    if word in lexicon().measure_nouns:
        return True
    if kind == "v":
        return len(word) > 1
    return kind not in _STOP_TAGS


def _bare(found: Slot, lead: str, quantity: Quantity, before: Topic | None) -> str | None:
    """A short name that measures nothing, right before a figure: 沈乐满 of 沈乐满只有8万台."""
    if not found.lead or quantity.kind in _SPANS | {"rank", "age"} or "占" in lead:
        return None
    last = found.lead[-1][0]
    lead = lead or last
    if (
        len(last) < 2
        or last in lexicon().pronouns
        or last.endswith(lexicon().measure_nouns)
        or tag(last) in {"v", "vn", "a", "d", "t", "an"}
    ):
        return None
    ahead = found.lead[-2][0] if len(found.lead) > 1 else ""
    if quantity.kind == "number" and ahead.endswith(lexicon().measure_nouns + ("钱",)):
        return last
    if len(lead) > _SHORT or len(found.lead) > 2:
        return None
    if before is None:
        return lead if quantity.kind == "money" and tag(last) in {"nr", "x", "nz"} else None
    if last.endswith(lexicon().actors):  # 验证项目357个: what is counted
        return None
    other = before.slot.figure
    if (other.kind, other.unit) != (quantity.kind, quantity.unit):
        return None
    change = lexicon().change
    if change.search(found.raw):  # 财政收入增长15%，市本级增长12%
        listed = change.search(before.slot.raw) and (before.measure or "").endswith(lexicon().measure_nouns)
        return lead if listed else None
    return lead


def _before_name(words: Words, sentence: Sentence) -> str | None:
    """留杭一笔钱 of 留杭一笔钱本科1万: the measure that stands before the name a figure goes to."""
    if len(words) < 2 or not words[-2][0].endswith(lexicon().measure_nouns + ("钱",)):
        return None
    return _measure(words[:-1], sentence)[0] or None


def _chosen(quantity: Quantity, found: Slot, lead: str) -> tuple[str | None, str | None]:
    """The measure among lead and tail, and the whole a share is taken of."""
    tail = "".join(found.tail)
    if quantity.kind in _SHARES and found.tail:
        return _of_share(found, lead)
    if quantity.kind in _SPANS and found.rest and (not lead or _MEANS.search(found.raw)):
        return found.rest[:_LONGEST], None
    if quantity.kind in _COUNTED and quantity.unit:
        return tail or lead or None, None
    if quantity.kind == "money" and tail and not found.reached and tag(found.tail[0]) not in {"v", "d", "p", "c"}:
        return tail, None
    if quantity.kind in _SPANS and tail and not (found.reached and lead) and not lead.endswith(lexicon().measure_nouns):
        return tail[:_LONGEST], None
    if len(lead) > 1:
        return lead, None
    return tail[:_LONGEST] or None, None


def _of_share(found: Slot, lead: str) -> tuple[str | None, str | None]:
    """32%的企业遭遇困难: what happens to the share is the measure; of a share that something reaches, the lead."""
    if len(lead) > 1 and (found.reached or lead.endswith(lexicon().measure_nouns)):
        return lead, None
    words = list(found.tail)
    if found.raw.endswith("的") and words and tag(words[0]) in {"v", "vn", "d"}:
        phrase = "".join(word for word, _ in _shortened(found.lead))
        return "".join(words)[:_LONGEST], phrase if len(phrase) > 1 else None
    verb = next((i for i, word in enumerate(words) if tag(word) == "v" or word in lexicon().predicates), None)
    if verb == 0:
        return "".join(words)[:_LONGEST], None
    if verb is not None and verb <= 4:
        return "".join(words[verb:])[:_LONGEST], "".join(words[:verb])
    phrase = "".join(words)
    behind = found.rest.removeprefix(phrase) if found.rest.startswith(phrase) else ""
    if len(behind) > 2 and behind[0] not in "、()（和与及以" and len(phrase) > 1:
        return behind[:_LONGEST], phrase
    return phrase[:_LONGEST], None


def _carried(sentence: Sentence, quantity: Quantity) -> str | None:
    """The topic of the nearest earlier clause that has one, figures cut out."""
    for start, end in sentence.clauses_before(sentence.clause_of(quantity.start)[0]):
        inside = [other for other in sentence.quantities if start <= other.start < end]
        if inside:
            found = slot(sentence, inside[0])
            lead, _ = _measure(found.lead, sentence)
            measure, _ = _chosen(inside[0], found, lead)
            if measure is not None:
                return measure
            continue
        words = tuple(pair for pair in sentence.words_between(start, end) if pair[0].strip())
        phrase, _ = _measure(words, sentence)
        if len(phrase) > 1 and not any(date.start <= start and end <= date.end for date in sentence.dates):
            return phrase
    return None

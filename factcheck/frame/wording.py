"""Phrases that measure: the noun phrase that ends a stretch of words, and what is chosen of lead and tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.frame.slot import Slot
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Quantity, Span

LONGEST = 16  # letters; a measure is a phrase, not a sentence
COUNTED = frozenset({"count", "level", "number", "other"})
SHARES = frozenset({"percent", "fraction"})
SPANS = frozenset({"duration", "date"})
_STOP_TAGS = frozenset({"p", "c", "uj", "ul", "uz", "ug", "uv", "ud", "d", "m", "f", "y", "zg"})
_LARGE = 10_000  # a bare number that its noun behind it makes an amount
_NEAR = 4  # words of a noun phrase behind a share, before its verb
_RELATION_WORDS = 6  # words back from 差距 to 与
_PROPER = frozenset({"nr", "nrt", "ns", "nt", "nz", "x", "eng"})
_DOING = frozenset({"v", "vn", "vd", "ad"})
_DANGLING = frozenset({"、", "-", "·", "”", "’", "》", "“", ")", "）"})

PlacedWords = tuple[tuple[str, "Span"], ...]


def join_words(words: Sequence[tuple[str, Span]]) -> str:
    """The words as one string."""
    return "".join(word for word, _ in words)


def shorten_words(words: PlacedWords) -> PlacedWords:
    """The words of a phrase that keep it within the longest, from its end."""
    length = 0
    for i in range(len(words) - 1, -1, -1):
        length += len(words[i][0])
        if length > LONGEST:
            return words[i + 1 :]
    return words


def noun_phrase(words: PlacedWords, sentence: Sentence, *, whole: bool = False) -> tuple[str, int]:
    """The noun phrase at the end of a lead, and where it begins; "" where there is none.

    It begins behind a name, unless `whole` asks for the name too.
    """
    last = words[-1][1][1] if words else 0
    ends = set() if whole else _name_ends(sentence, last)
    lexicon = sentence.lexicon
    i = _phrase_start(words, ends, lexicon)
    # 科技企业数量: what is counted, though it be a name
    if join_words(words[i:]) in lexicon.words.counting_nouns and not whole:
        proper = {span[1] for word, span in words if len(word) > 1 and tag(word) in _PROPER}
        i = _phrase_start(words, proper, lexicon)
    while i < len(words) and (words[i][0] in _DANGLING or not words[i][0].strip()):
        i += 1
    owned = i > 1 and words[i - 1][0] == lexicon.words.of
    if owned and join_words(words[i:]) in lexicon.words.relations:  # 与杭州的差距
        earliest = max(-1, i - _RELATION_WORDS)
        openers = lexicon.words.relation_openers
        i = next((j for j in range(i - 2, earliest, -1) if words[j][0] in openers), i)
    if i < len(words):
        return join_words(words[i:]), words[i][1][0]
    return "", last or sentence.start


def _name_ends(sentence: Sentence, last: int) -> set[int]:
    """Where the names end that a measure does not reach back over: all but 生产性服务业, a part of what is measured."""
    ends = {name.end for name in sentence.names if name.place or (name.end < last and not name.sector)}
    sectors = [name for name in sentence.names if name.sector]
    return ends | {place.end for place in sentence.places for name in sectors if name.start <= place.start < name.end}


def _phrase_start(words: PlacedWords, ends: set[int], lexicon: FrameLexicon) -> int:
    """The index of the first word of the noun phrase that ends `words`, not reaching back over a name's end."""
    i, length = len(words), 0
    while i > 0:
        word, span = words[i - 1]
        length += len(word)
        if span[1] in ends or length > LONGEST:
            break
        if not (_is_part(word, lexicon, first=i == len(words)) or _is_passive(words[i - 1 :], lexicon)):
            break
        i -= 1
    return i


def _is_passive(words: PlacedWords, lexicon: FrameLexicon) -> bool:
    """成果被引量, 被投诉次数: 被 and a verb inside a noun of quantity."""
    return words[0][0] == lexicon.words.done_to and lexicon.slots.suffered.fullmatch(join_words(words)) is not None


def _is_part(word: str, lexicon: FrameLexicon, *, first: bool) -> bool:
    """Whether a word may be part of the noun phrase that ends a lead; `first`: the one that ends it."""
    if word == lexicon.words.share_verb or word in "“”‘’《》、·&" or word[0].isascii():
        return not first or word[0].isalnum()
    kind = tag(word)
    if (word in lexicon.words.predicates and kind == "v") or word in lexicon.words.pronouns:
        return False
    inside = len(word) > 1 if kind == "v" else kind not in _STOP_TAGS
    return inside or word in lexicon.words.measure_nouns


def phrase_before(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase that ends a stretch of a sentence, names and all."""
    named = next((name for name in sentence.names if start <= name.start and name.end == end), None)
    if named is not None:
        return named.text
    words = tuple(pair for pair in sentence.words_between(start, end) if pair[0].strip())
    return noun_phrase(words, sentence, whole=True)[0]


def choose_measure(quantity: Quantity, slot: Slot, lead: str, lexicon: FrameLexicon) -> tuple[str | None, str | None]:
    """The measure among lead and tail, and the whole a share is taken of."""
    tail = "".join(slot.tail)
    if quantity.kind in SHARES and tail:
        return _choose_for_share(slot, lead, lexicon)
    if quantity.kind in SPANS and (lasts := _choose_for_duration(slot, lead, lexicon)):
        return lasts, None
    if quantity.kind in COUNTED and quantity.unit:
        return tail or lead or None, None
    large = quantity.kind == "number" and (quantity.low or 0) >= _LARGE
    if large and lexicon.money_measures.search(tail) and not lexicon.money_measures.search(lead):
        return tail, None  # 录得1380亿盈余
    if quantity.kind == "money" and tail and not slot.reached and tag(slot.tail[0]) not in {"v", "d", "p", "c"}:
        return tail, None
    return (lead if len(lead) > 1 else tail[:LONGEST] or None), None


def takes_time(slot: Slot, lexicon: FrameLexicon) -> bool:
    """创新需要十年持续投入: whether what needs the time stands before it, and what fills it behind."""
    if slot.figure.kind not in SPANS or not slot.lead or tag(slot.lead[-1][0])[0] not in "nljx":
        return False
    over = lexicon.words.time_over
    doing = bool(slot.tail) and slot.tail[0][0] not in over and all(tag(word) in _DOING for word in slot.tail)
    return doing and lexicon.slots.needs_ahead.search(slot.raw) is not None


def _choose_for_duration(slot: Slot, lead: str, lexicon: FrameLexicon) -> str:
    """用15年攻克核心技术: what takes the time."""
    if takes_time(slot, lexicon):
        return "".join(slot.tail)[:LONGEST]
    if slot.rest and (not lead or lexicon.slots.means_ahead.search(slot.raw)):
        return slot.rest[:LONGEST]
    if (slot.reached and lead) or lead.endswith(lexicon.words.measure_nouns):
        return ""
    return "".join(slot.tail)[:LONGEST]


def _choose_for_share(slot: Slot, lead: str, lexicon: FrameLexicon) -> tuple[str | None, str | None]:
    """32%的企业遭遇困难: what happens to the share is the measure; of a share that something reaches, the lead."""
    if len(lead) > 1 and (slot.reached or lead.endswith(lexicon.words.measure_nouns)):
        return lead, None
    words, phrase = list(slot.tail), "".join(slot.tail)
    if slot.raw.endswith(lexicon.words.of) and tag(words[0]) in {"v", "vn", "d"}:
        whole = join_words(shorten_words(slot.lead))
        return phrase[:LONGEST], whole if len(whole) > 1 else None
    verb = next((i for i, word in enumerate(words) if tag(word) == "v" or word in lexicon.words.predicates), None)
    if verb is not None and verb <= _NEAR:
        return "".join(words[verb:])[:LONGEST], "".join(words[:verb]) or None
    behind = slot.rest.removeprefix(phrase) if slot.rest.startswith(phrase) else ""
    if len(behind) > 2 and behind[0] not in lexicon.words.phrase_joins and len(phrase) > 1:
        return behind[:LONGEST], phrase
    return phrase[:LONGEST], None

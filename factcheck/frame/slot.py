"""The slot of a figure: the wording before and behind it that is its own, and the figure whose head it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Quantity, Span, Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon

_LONGEST = 24  # letters of the noun phrase behind a figure
_GLOSS = 8  # words of a gloss in brackets, the brackets among them
_NUMBERED = 100  # below it a number in brackets may be that of an item
_COMPARED = 7  # words of a comparison before a figure
_MARKS = "“”‘’\"'()《》，、·- "


class Slot(Value, frozen=True):
    """`start` is where the wording before the figure begins; `lead` its words, closed-class ones off both ends."""

    figure: Quantity
    start: int
    lead: tuple[tuple[str, Span], ...]
    raw: str  # all that stands between `start` and the figure
    tail: tuple[str, ...]  # the noun phrase behind the figure
    rest: str  # all that stands behind the figure in its clause
    reached: bool  # a verb of being or reaching stands before the figure
    of_list: Quantity | None = None  # the figure before it in a list without words of its own


def read_slot(sentence: Sentence, quantity: Quantity) -> Slot:
    """The slot of one figure of the sentence."""
    start, previous = _find_start(sentence, quantity)
    at = _amount_start(sentence, start, quantity)
    end = _verb_start(sentence, start, at)
    inside = strip_gloss(_words_undated(sentence, start, end), sentence.lexicon)
    words, reached = _strip_lead(inside, sentence.lexicon, rank=quantity.kind == "rank")
    reached = reached or end < at
    raw = sentence.folded[start:at]
    gap = sentence.folded[previous.end : quantity.start] if previous is not None else ""
    alike = sentence.lexicon.slots.listed.fullmatch(gap)
    listed = previous if previous is not None and previous.kind == quantity.kind and alike else None
    return Slot(
        figure=quantity, start=start, lead=tuple(words), raw=raw, reached=reached,
        tail=tuple(_phrase_behind(sentence, quantity)), rest=_clause_rest(sentence, quantity), of_list=listed,
    )  # fmt: skip


def _amount_start(sentence: Sentence, start: int, quantity: Quantity) -> int:
    """Where an amount begins, with the name of its currency: 增至港币1,170万元 measures no 港币."""
    if quantity.kind != "money":
        return quantity.start
    named = sentence.lexicon.slots.currency_ahead.search(sentence.folded, start, quantity.start)
    return named.start() if named else quantity.start


def _verb_start(sentence: Sentence, start: int, end: int) -> int:
    """Where a verb of reaching before the figure begins, if the segmenter cut it in two (人数 高 达55万)."""
    lexicon = sentence.lexicon
    for letters in (3, 2):
        at = end - letters
        verb = sentence.folded[at:end]
        measures = verb.endswith(lexicon.words.measure_nouns)
        if at > start and at in sentence.ends and lexicon.joins(verb) and not measures:
            return at
    return end


def _find_start(sentence: Sentence, quantity: Quantity) -> tuple[int, Quantity | None]:
    """Where the wording of the figure begins, and the figure before it in the sentence."""
    start = sentence.clause_of(quantity.start)[0]
    previous: Quantity | None = None
    for other in sentence.quantities:
        if other.end <= quantity.start:
            previous = other
            start = max(start, other.end)
    if previous is not None and previous.end == start:
        comma = sentence.folded.rfind("、", start, quantity.start)
        if comma > 0:
            start = comma + 1
    opening = max(sentence.folded.rfind(mark, start, quantity.start) for mark in "(（[")
    if opening >= 0 and not any(mark in sentence.folded[opening : quantity.start] for mark in ")）]"):
        inside = sentence.words_between(opening + 1, quantity.start)
        numbering = quantity.kind == "number" and (quantity.low or 0) < _NUMBERED
        if opening == start or numbering or not all(sentence.lexicon.joins(word) for word, _ in inside):
            start = opening + 1  # else the figure alone stands in brackets: 投票人数（近300万）
    return start, previous


def _clause_rest(sentence: Sentence, quantity: Quantity) -> str:
    """The rest of the figure's clause, hedges and closing words off its head."""
    rest = sentence.folded[quantity.end : sentence.clause_of(quantity.end - 1)[1]]
    return sentence.lexicon.slots.after.sub("", rest)


def _words_undated(sentence: Sentence, start: int, end: int) -> list[tuple[str, Span]]:
    """The words between two offsets that are no part of a date."""
    clocks = sentence.lexicon.slots.clock
    spans = [
        (date.start, clock.end() if (clock := clocks.match(sentence.folded, date.end, end)) else date.end)
        for date in sentence.dates
        if date.start < end and start < date.end
    ]
    words = sentence.words_between(start, end)
    if not spans:
        return words
    return [(word, at) for word, at in words if not any(a < at[1] and at[0] < b for a, b in spans)]


def strip_gloss(words: list[tuple[str, Span]], lexicon: FrameLexicon) -> list[tuple[str, Span]]:
    """A lead without what stands in brackets at its end: 营业收入（亿元）：35.2, 票房（含预售）破5亿."""
    close = len(words) - 1
    while close > 0 and words[close][0] != ")" and lexicon.joins(words[close][0]):
        close -= 1
    if close <= 0 or words[close][0] != ")":
        return words
    opening = next((i for i in range(close, max(-1, close - _GLOSS), -1) if words[i][0] == "("), -1)
    if opening < 1:
        return words
    return words[:opening] + words[close + 1 :]


def _strip_lead(
    words: list[tuple[str, Span]], lexicon: FrameLexicon, *, rank: bool
) -> tuple[list[tuple[str, Span]], bool]:
    """A lead without what joins it to its figure and what opens it; whether a verb of reaching stood there."""
    reached = False
    scopes = lexicon.rank_scopes
    while words and not (reached and words[-1][0] in lexicon.words.growth):
        last = words[-1][0]
        if not lexicon.joins(last) and not (rank and scopes.match(last)):
            break
        reached = reached or last.strip() not in lexicon.words.idle_joiners
        words = words[:-1]
    words = _strip_comparison(words, lexicon)
    while words and (lexicon.opens(words[0][0]) or not words[0][0].strip(_MARKS)):
        words = words[1:]
    return words, reached


def _strip_comparison(words: list[tuple[str, Span]], lexicon: FrameLexicon) -> list[tuple[str, Span]]:
    """A lead without what it is compared with: 采购成本 of 采购成本比深圳低, 速率 of 速率较5G提升."""
    held = lexicon.words
    openers = held.comparison_openers if words and words[-1][0] == held.compared_to else held.comparatives
    for i in range(len(words) - 1, max(0, len(words) - _COMPARED), -1):
        if words[i][0] in openers:
            return words[:i]
    return words


def _phrase_behind(sentence: Sentence, quantity: Quantity) -> list[str]:
    """The phrase behind the figure, up to a mark, a closed-class word or the next figure."""
    clause_end = sentence.clause_of(quantity.end - 1)[1]
    further = [other for other in sentence.quantities if other.start >= quantity.end]
    if further and further[0].start == quantity.end and further[0].kind == "age":
        bound = sentence.lexicon.slots.bounded.match(sentence.folded, further[0].end, clause_end)
        if bound is not None:  # 3万名60岁以上老人
            end = further[1].start if len(further) > 1 else clause_end
            inside = sentence.words_between(bound.end(), min(end, clause_end))
            noun = _take_phrase([word for word, _ in inside], sentence.lexicon)
            return [sentence.folded[quantity.end : bound.end()], *noun] if noun else []
    end = min([clause_end, *(other.start for other in further)])
    words = [word for word, _ in sentence.words_between(quantity.end, end)]
    first = _phrase_start(words, sentence.lexicon, share=quantity.kind in {"percent", "fraction"})
    if first < len(words) and sentence.lexicon.joins(words[first]):
        return []
    return _take_phrase(words[first:], sentence.lexicon, listed=end == clause_end)


def _take_phrase(words: list[str], lexicon: FrameLexicon, *, listed: bool = False) -> list[str]:
    """The noun phrase that begins a stretch of words; `listed`: its nouns may be listed (13个区、县)."""
    phrase: list[str] = []
    for word in words:
        if not (listed and word == "、" and phrase) and _ends_phrase(word, lexicon, inside=bool(phrase)):
            break
        phrase.append(word)
        if sum(map(len, phrase)) >= _LONGEST:
            break
    while phrase and phrase[-1] in lexicon.words.loose_ends:
        phrase.pop()
    return phrase


def _phrase_start(words: list[str], lexicon: FrameLexicon, *, share: bool) -> int:
    """Where the phrase begins behind hedges, and behind a share's modal verb (15%以上要用于)."""
    skipped, modals = lexicon.slots.head_skip, lexicon.words.modals
    first = 0
    while first < len(words) and (skipped.fullmatch(words[first]) or (share and words[first] in modals)):
        first += 1
    return first


def _ends_phrase(word: str, lexicon: FrameLexicon, *, inside: bool) -> bool:
    """Whether a word ends the phrase behind a figure; `inside`: the phrase has begun."""
    if word == "、" or not word.strip() or lexicon.slots.tail_stop.fullmatch(word):
        return True
    return inside and (tag(word) in {"d", "ad"} or (word in lexicon.words.predicates and tag(word) == "v"))

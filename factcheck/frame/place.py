"""Where a figure holds: the place that governs it in its sentence, or where its article is set."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.frame.places import Mention
    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon, Gazetteer
    from factcheck.model import Quantity

_FADING = 0.8  # what is left of a mention's weight a sentence later
_NATION_WEIGHT = 0.4  # 全国 is mostly a scope, seldom where an article is set
_LIST_GAP = 5  # letters between places of one list
_HEAD = 4  # letters at the head of a clause where its topic stands
_NEAR = 12  # letters behind a figure


def governing_place(sentence: Sentence, quantity: Quantity) -> str | None:
    """The place that the sentence says a figure holds for, canonical; None where it names none."""
    if whose := compared_place(sentence, quantity):
        return whose
    before = [mention for mention in sentence.places if mention.end <= quantity.start]
    own = sentence.clause_of(quantity.start)
    before = [
        m
        for m in before
        if not m.oblique and not _is_scope(sentence, quantity, m) and (own[0] <= m.start or not _is_aside(sentence, m))
    ]
    if before:
        return None if _are_listed(sentence, before) else _narrowest_last(before, sentence.lexicon.gazetteer)
    return _place_behind(sentence, quantity)


def _narrowest_last(before: list[Mention], gazetteer: Gazetteer) -> str:
    last = before[-1].place
    # 浙江杭州上城区: the names that lie in one another are one place
    near = [m.place for m in before if m.place == last or gazetteer.is_within(last, m.place)]
    return gazetteer.narrowest(near) or last


def _is_aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place of an earlier clause is a source's (据某国统计局), or a nation named in passing (国内油价)."""
    start, _ = sentence.clause_of(mention.start)
    if sentence.folded.startswith(sentence.lexicon.words.according, start):
        return True
    return mention.place == sentence.lexicon.gazetteer.nation and mention.start - start > _HEAD


def _are_listed(sentence: Sentence, before: list[Mention]) -> bool:
    """Whether the figure holds for places that are listed together: 贵州西部、重庆西部和四川."""
    if len(before) < 2:
        return False
    one, other = before[-2], before[-1]
    gap = sentence.folded[one.end : other.start]
    is_within = sentence.lexicon.gazetteer.is_within
    if one.place == other.place or is_within(other.place, one.place) or is_within(one.place, other.place):
        return False
    return len(gap) <= _LIST_GAP and gap[-1:] in sentence.lexicon.words.list_joins


def compared_place(sentence: Sentence, quantity: Quantity) -> str | None:
    """The place that a figure is compared with and belongs to: 杭州 of 低于杭州的45%."""
    before = [mention for mention in sentence.places if mention.end <= quantity.start]
    if not before or sentence.folded[before[-1].end : quantity.start] != sentence.lexicon.words.of:
        return None
    ahead = sentence.folded[sentence.start : before[-1].start]
    return before[-1].place if sentence.lexicon.places.against_ahead.search(ahead) else None


def _is_scope(sentence: Sentence, quantity: Quantity, mention: Mention) -> bool:
    """Whether a place is only what a rank is among, or what a share is of."""
    if quantity.kind not in {"rank", "percent", "fraction", "multiple"}:
        return False
    lexicon = sentence.lexicon
    gap = sentence.folded[mention.end : quantity.start]
    ahead = sentence.folded[sentence.start : mention.start]
    if gap in {"", lexicon.words.of} and lexicon.places.whole_ahead.search(ahead):
        return True
    if quantity.kind == "rank":
        among = mention.place == lexicon.gazetteer.nation or lexicon.places.scope_ahead.search(ahead) is not None
        return among and len(gap) <= _NEAR and "，" not in gap
    return gap in {"", lexicon.words.of} and mention.place == lexicon.gazetteer.nation


def _place_behind(sentence: Sentence, quantity: Quantity) -> str | None:
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
    lexicon = sentence.lexicon
    from_it = sentence.folded[mention.start - 1] == lexicon.words.learnt_from
    other = mention.place != lexicon.gazetteer.nation
    return other and from_it and lexicon.places.learnt_behind.match(sentence.folded, mention.end) is not None


class Setting:
    """Where an article is set, as it goes on: the place named most, the later mentions weighing more."""

    def __init__(self, lead: Iterable[Sentence], lexicon: FrameLexicon) -> None:
        """The setting of an article with this lead."""
        self._lexicon = lexicon
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
        names, nowhere = self._lexicon.gazetteer.names, self._lexicon.words.no_places
        self._pass([names[word] for word in words if word in names and word not in nowhere])

    def _pass(self, places: Iterable[str]) -> None:
        nation = self._lexicon.gazetteer.nation
        for number, place in enumerate(places):
            if number == 0:
                for other in self._weights:
                    self._weights[other] *= _FADING
            self._weights[place] += _NATION_WEIGHT if place == nation else 1.0

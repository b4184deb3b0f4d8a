"""Who or what bears a figure: the likeliest of the mentions that an article has of its bearers, or nobody."""

from __future__ import annotations

from bisect import bisect_right
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from factcheck.frame.bearer_features import (
    NOBODY,
    SeenFigure,
    View,
    between_values,
    borne_values,
    code_count,
    compare_wordings,
    formed_values,
    nobody_values,
    placed_values,
    read_values,
    view_mention,
    worded_pair_values,
    worded_values,
)
from factcheck.frame.bearer_mentions import BearerMention, Mentions
from factcheck.frame.bearer_tables import WHOLE, bearer_tables
from factcheck.frame.labelling_model import load_groups
from factcheck.lexicon.weights import BearerWeights, sum_weights
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Quantity, Span

_NEAR = 2  # sentences before
MOST = {"b": 6, "a": 2, "p": 2, "l": 1, "t": 2}  # mentions that are looked at of each side of one sentence
UNSURE = 0.4  # a share below it, and what the grammar reads nearby stands
OUTSIDE = "o"  # the grammar takes whom another sentence names
NEARBY = "n"  # the grammar reads a name in the clause of the figure, or one that an earlier clause introduces
BEST = 8  # mentions that are weighed against one another
_EQUAL = 1e-9  # shares that differ by less are of the same candidates, summed otherwise
_INSIDE = frozenset("ba")  # the sides of the figure's own sentence
_FURTHER = frozenset("fpsq")  # forms of what does not stand in the sentence of the figure
_TITLE = -1  # as the number of a sentence


class Candidate(NamedTuple):
    """A mention that may bear a figure: the side it stands on, and how many phrases away.

    `place` tells another sentence (p1 is the one before), the top or the title; "" is the figure's own sentence.
    """

    mention: BearerMention
    side: str
    place: str
    phrases: int


class BearerReader:
    """The mentions of an article, found as figures ask for them."""

    def __init__(
        self, spans: Sequence[Span], cut: Sequence[Sequence[str]], folded: str, title: str, lexicon: FrameLexicon,
        *, taken: Sequence[Span] = (),
    ) -> None:  # fmt: skip
        """`cut` holds the words of each sentence of `spans`; `title` is folded, "" where the metadata has none.

        `taken` are the dates and figures of the text: what names somebody neither begins nor ends in one.
        """
        self._taken = _join_spans(taken)
        self._ends = [end for _, end in self._taken]
        self._spans, self._cut, self._folded, self._title, self._lexicon = spans, cut, folded, title, lexicon
        self._known: dict[int, Mentions] = {}
        self._likeliest: dict[tuple[int, str], list[Candidate]] = {}
        self._seen: dict[str, str] = {}  # of a wording how often it is said, and whether at the top
        self._top = title + "\n" + (folded[spans[0][0] : spans[0][1]] if spans else "")
        weights = lexicon.bearers or BearerWeights(tables={})
        self._weights, self._nobody = bearer_tables(weights), weights.of("nobody", NOBODY)

    def figure(
        self, number: int, sentence: Sentence, quantity: Quantity, about: Topic, *, ruled: str | None, said: str
    ) -> SeenFigure:
        """A figure of the sentence of that number as mentions are seen from it.

        `ruled` is whom the grammar reads; `said` where: n in the clause of the figure, s in its sentence, o outside.
        """
        measure, group = about.measure or "", "-"
        groups = load_groups(self._lexicon.groups)
        for letters in (4, 3, 2):
            if measure[-letters:] in groups:
                group = str(groups[measure[-letters:]][0])
                break
        return SeenFigure(
            quantity, sentence.quantities, about, ruled=ruled, said=said, among=self._mentions(number), group=group,
            alone=sentence.folded.startswith(self._lexicon.words.kind_openers, sentence.start),
        )  # fmt: skip

    def choose(self, number: int, figure: SeenFigure) -> tuple[str | None, bool]:
        """The likeliest bearer of a figure of the sentence of that number, and whether the sentence says so.

        A wording is as likely as all that name the same: of 云汀 and 云汀公司 each has the share of both. None where
        nobody is likelier.
        """
        strip, score = self._strip_taken, self.score
        scored = [
            (-score(one, figure), order, one)
            for order, one in enumerate(self.candidates(number, figure))
            if one.side == "t" or (one.mention.stripped or (one.mention.stripped is None and strip(one.mention)))
        ]
        scored.sort()
        nobody = sum_weights(self._nobody, nobody_values(figure))
        if not scored or -scored[0][0] <= nobody:
            chosen, share = None, 0.0
        else:
            most = scored[0][0]
            whole = sum([exp(most - score) for score, _, _ in scored]) + exp(most + nobody)
            chosen, share = _weigh_wordings([(exp(most - score) / whole, one) for score, _, one in scored[:BEST]])
        if chosen is None:
            return (figure.ruled, True) if figure.said == NEARBY else (None, True)
        text = self._before_measure(chosen.mention, figure) if chosen.side == "b" else chosen.mention.text
        if chosen.side != "t" and text == chosen.mention.text:
            text = self._strip_taken(chosen.mention)
        # what is measured bears nothing where the clause names another
        near = figure.said == NEARBY
        if near and (share < UNSURE or text in figure.measure):
            return figure.ruled, True
        # 科技企业 of 59家新锐科技企业: these are counted
        counted = self._folded.startswith(figure.measure, figure.end) and figure.measure.endswith(text)
        if counted and figure.said != OUTSIDE and figure.ruled is not None:
            return figure.ruled, True
        return text, chosen.side in _INSIDE

    def _strip_taken(self, mention: BearerMention) -> str:
        """The wording of a mention without the date or the figure that it begins or ends with.

        "" of nothing else, and of one letter that no dictionary has: it is cut off from a word.
        """
        if mention.stripped is not None:
            return mention.stripped
        start, end = mention.start, mention.end
        for number in range(bisect_right(self._ends, start), len(self._taken)):
            begin, stop = self._taken[number]
            if begin >= end:
                break
            if begin <= start:
                start = max(start, stop)
            elif stop >= end:
                end = begin
        text = mention.text if end - start == len(mention.text) else self._folded[start:end] if start < end else ""
        whole = len(text) > 1 or (text == mention.text and mention.kind != "X")
        mention.stripped = text if whole else ""
        return mention.stripped

    def _before_measure(self, mention: BearerMention, figure: SeenFigure) -> str:
        """The wording of a mention without the measure that it runs into: 规上企业 of 规上企业研发费用."""
        begin, held = figure.about.begin, figure.among.found
        # 云汀港码头吞吐量 is measured; of 云汀港, that it begins with, and of itself 云汀港码头 is left, which has it
        whole = [
            one for one in held if one.is_amount and one.start == mention.start and figure.measure.endswith(one.text)
        ]
        if whole and mention.start >= begin:
            longest = max(whole, key=lambda one: one.end)
            begin = longest.end - len(longest.head)
        elif not mention.start < begin < mention.end:
            return mention.text
        text = self._folded[mention.start : begin].removesuffix(self._lexicon.words.of)
        return text if len(text) > 1 else mention.text

    def candidates(self, number: int, figure: SeenFigure, *, every: bool = False) -> list[Candidate]:
        """The mentions that may bear a figure: the likeliest by what they are themselves, or `every` one."""
        own, start, end = figure.among.found, figure.start, figure.end
        before = [mention for mention in own if mention.end <= start]
        later = [mention for mention in own if mention.start >= end]
        behind = before[-1].rank + 1 if before else 0  # phrases
        inside = len(before) + len(later) < len(own)
        found = [
            Candidate(one, "b", "", max(0, behind - 1 - one.rank))
            for one in (before if every else self._best(before, "b"))
        ]
        found += [
            Candidate(one, "a", "", max(0, one.rank - behind - inside))
            for one in (later if every else self._best(later, "a"))
        ]
        if figure.alone:
            return found
        for back in range(1, min(_NEAR, number) + 1):
            found += self._further(number - back, "p", f"p{back}", every=every)
        if number > _NEAR:
            found += self._further(0, "l", "l", every=every)
        if self._title:
            found += self._further(_TITLE, "t", "t", every=every)
        return found

    def describe(self, one: Candidate, figure: SeenFigure) -> tuple[str, ...]:
        """What is seen of a candidate: the values of `OWN` and `PAIR`."""
        mention, side = one.mention, one.side
        view = view_mention(mention, figure, side, one.place, one.phrases)
        kind, opens = mention.kind, mention.opens
        return (
            *formed_values(mention, side),
            *self._describe_words(mention, side),
            *placed_values(mention, view.place),
            *between_values(view, side, mention),
            *read_values(view, side, kind, opens, figure.code),
            *borne_values(figure, side, kind),
            *worded_pair_values(mention, figure, side, view.place),
        )

    def _describe_words(self, mention: BearerMention, side: str) -> tuple[str, ...]:
        text = mention.text
        return worded_values(mention, side, self._folded.count(text), headed=text in self._top)

    def _further(self, number: int, side: str, place: str, *, every: bool) -> list[Candidate]:
        """The mentions of another sentence, or of the title."""
        key = number, place
        known = None if every else self._likeliest.get(key)
        if known is None:
            held = [mention for mention in self._mentions(number).found if mention.form in _FURTHER]
            if not every:
                held = self._best([mention for mention in held if not mention.is_amount], side)
            known = [Candidate(mention, side, place, mention.rank) for mention in held]
            if not every:
                self._likeliest[key] = known
        return known

    def _best(self, held: list[BearerMention], side: str) -> list[BearerMention]:
        """The mentions of one side that are likeliest by themselves."""
        most = MOST[side]
        if len(held) <= most:
            return held
        weighed = []
        for order, mention in enumerate(held):
            known = mention.scores.get(side)
            weighed.append((-known if known is not None else -self._weigh(mention, side), order))
        weighed.sort()
        return [held[order] for _, order in weighed[:most]]

    def _mentions(self, number: int) -> Mentions:
        """The mentions of a sentence by its number."""
        held = self._known.get(number)
        if held is None:
            if number == _TITLE:
                held = Mentions(words(self._title), (0, len(self._title)), self._lexicon)
            else:
                held = Mentions(self._cut[number], self._spans[number], self._lexicon)
            self._known[number] = held
        return held

    def _weigh(self, mention: BearerMention, side: str) -> int:
        """The weight of what a mention is by itself, which it keeps."""
        text = mention.text
        seen = self._seen.get(text)
        if seen is None:
            seen = self._seen[text] = code_count(self._folded.count(text)) + ("h" if text in self._top else "-")
        known = mention.scores[side] = self._weights.weigh_own(mention, side, seen)
        return known

    def score(self, one: Candidate, figure: SeenFigure) -> float:
        """The sum of the weights of all that is seen of a candidate; what other figures see alike is not added anew."""
        mention, side, place, phrases = one
        if not place:
            view = view_mention(mention, figure, side, place, phrases)
            weighed = self._weigh_place(one, view)
            seen = view.place, view.touches, view.compared
        else:  # from outside only wordings differ from figure to figure
            known = mention.weighed.get(place)
            if known is None:
                known = self._weigh_place(one, view_mention(mention, figure, side, place, phrases))
                mention.weighed[place] = known
            weighed, seen = known, (place, "-", compare_wordings(mention.text, figure))
        return (weighed + self._weights.weigh_seen(mention, figure, side, seen)) / WHOLE

    def _weigh_place(self, one: Candidate, view: View) -> int:
        """The weight of what a candidate is by itself and of where it stands; from outside the same for all figures."""
        mention, side = one.mention, one.side
        own = mention.scores.get(side)
        placed = self._weights.weigh_place(mention, view)
        return (own if own is not None else self._weigh(mention, side)) + placed


def _weigh_wordings(shares: list[tuple[float, Candidate]]) -> tuple[Candidate, float]:
    """The candidate that has the largest share with all that name the same, and that share."""
    by_text: dict[str, tuple[float, Candidate]] = {}
    for part, one in shares:
        text = one.mention.text
        known = by_text.get(text)
        by_text[text] = (part, one) if known is None else (known[0] + part, known[1])
    rows = [(text, len(text), part, one) for text, (part, one) in by_text.items()]
    chosen, most = shares[0][1], 0.0
    for text, size, _, one in rows:
        share, longest = 0.0, 2 * size + 1
        for wording, length, part, _ in rows:
            # as `name_the_same`, which is not called as often as it would be
            if text in wording if size <= length <= longest else wording in text and size <= 2 * length + 1:
                share += part
        if share > most + _EQUAL:
            chosen, most = one, share
    return chosen, most


def _join_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def name_the_same(one: str, other: str) -> bool:
    """Whether two wordings may name one bearer: one holds the other and is hardly longer than two of it."""
    if len(one) > len(other):
        one, other = other, one
    return len(other) <= 2 * len(one) + 1 and one in other

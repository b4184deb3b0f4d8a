"""Who or what bears a figure: the likeliest of the mentions that an article has of its bearers, or nobody."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from factcheck.frame.bearer_features import Figure, nobody_values, own_values, pair_values, side_of
from factcheck.frame.bearer_mentions import Mention, Mentions
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon import FrameLexicon
    from factcheck.lexicon.weights import BearerWeights
    from factcheck.model import Quantity, Span

_NEAR = 2  # sentences before
_BEST = 8  # mentions that are weighed against one another
_LEAD = 1  # sentences at the top
_INSIDE = frozenset("ba")  # the sides of the figure's own sentence
_FURTHER = frozenset("fpsq")  # of what does not stand in the sentence of the figure


class Candidate:
    """A mention that may bear a figure, the side that it stands on, and what is seen of both."""

    __slots__ = ("mention", "side", "values")

    def __init__(self, mention: Mention, side: str, values: tuple[str, ...]) -> None:
        self.mention, self.side, self.values = mention, side, values


class BearerReader:
    """The mentions of an article, found as figures ask for them."""

    def __init__(
        self, spans: Sequence[Span], cut: Sequence[Sequence[str]], folded: str, title: str, lexicon: FrameLexicon
    ) -> None:
        """`cut` holds the words of each sentence of `spans`; `title` is folded, "" where the metadata has none."""
        self._spans, self._cut, self._folded, self._title, self._lexicon = spans, cut, folded, title, lexicon
        self._known: dict[int, Mentions] = {}
        self._counts: dict[str, int] = {}
        self._top = title + "\n" + (folded[spans[0][0] : spans[0][1]] if spans else "")

    def mentions(self, number: int) -> Mentions:
        """The mentions of a sentence by its number; those of the title by -1."""
        held = self._known.get(number)
        if held is None:
            if number < 0:
                held = Mentions(words(self._title), (0, len(self._title)), self._lexicon)
            else:
                held = Mentions(self._cut[number], self._spans[number], self._lexicon)
            self._known[number] = held
        return held

    def count(self, text: str) -> int:
        """How often the article says a wording."""
        held = self._counts.get(text)
        if held is None:
            held = self._counts[text] = self._folded.count(text)
        return held

    def is_headed(self, text: str) -> bool:
        """Whether the title or the first sentence says a wording."""
        return text in self._top

    def figure(self, number: int, sentence: Sentence, quantity: Quantity, about: Topic, ruled: str | None, *, said: bool) -> Figure:
        """The figure as its mentions are seen from."""
        measured = about.measure
        group = "-"
        if measured:
            groups = self._lexicon.groups
            group = next((groups[end] for end in (measured[-4:], measured[-3:], measured[-2:]) if end in groups), "-")
        among = self.mentions(number)
        return Figure(quantity, sentence.quantities, about, ruled, said=said, among=among, group=group)

    def candidates(self, number: int, figure: Figure) -> list[Candidate]:
        """The mentions that may bear a figure of the sentence of that number."""
        found: list[Candidate] = []
        own = figure.among.found
        behind = sum({mention.rank: 1 for mention in own if mention.end <= figure.start}.values())
        inside = 1 if any(mention.start < figure.end and figure.start < mention.end for mention in own) else 0
        for mention in own:
            if mention.end <= figure.start:
                phrases = behind - 1 - mention.rank
                side = "b"
            elif mention.start >= figure.end:
                phrases = mention.rank - behind - inside
                side = "a"
            else:
                continue
            found.append(Candidate(mention, side, pair_values(mention, figure, side, 0, phrases)))
        seen = set()
        for back in range(1, _NEAR + 1):
            if number - back < 0:
                break
            seen.add(number - back)
            self._add_further(found, figure, number - back, back)
        for top in range(_LEAD):
            if top < number and top not in seen:
                self._add_further(found, figure, top, 9)
        if self._title:
            self._add_further(found, figure, -1, -1)
        return found

    def _add_further(self, found: list[Candidate], figure: Figure, number: int, sentences: int) -> None:
        for mention in self.mentions(number).found:
            if mention.form in _FURTHER:
                side = side_of(mention, figure, sentences)
                found.append(Candidate(mention, side, pair_values(mention, figure, side, sentences, mention.rank)))


def choose_bearer(
    reader: BearerReader, number: int, figure: Figure, weights: BearerWeights
) -> tuple[str | None, bool]:
    """The likeliest bearer of a figure of the sentence of that number, and whether the sentence says so.

    A wording is as likely as all that name the same: of 云汀 and 云汀公司, which stand for one another, each has the share of
    both. None where nobody is likelier.
    """
    scored = [(_score(reader, one, weights), order, one) for order, one in enumerate(reader.candidates(number, figure))]
    nobody = weights.score_nobody(nobody_values(figure))
    best = sorted(scored, key=_by_score)[:_BEST]
    if not best or best[0][0] <= nobody:
        return None, True
    most = best[0][0]
    shares = [(exp(score - most), one) for score, _, one in best]
    chosen, held = shares[0][1], 0.0
    for _, one in shares:
        share = sum([part for part, other in shares if name_the_same(one.mention.text, other.mention.text)])
        if share > held:
            chosen, held = one, share
    return chosen.mention.text, chosen.side in _INSIDE


def name_the_same(one: str, other: str) -> bool:
    """Whether two wordings may name one bearer: one holds the other and is hardly longer than two of it."""
    if one == other:
        return True
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return short in long and len(long) <= 2 * len(short) + 1


def _by_score(row: tuple[float, int, Candidate]) -> tuple[float, int]:
    return -row[0], row[1]


def _score(reader: BearerReader, one: Candidate, weights: BearerWeights) -> float:
    mention, side = one.mention, one.side
    score = mention.scores.get(side)
    if score is None:
        text = mention.text
        values = own_values(mention, side, reader.count(text), headed=reader.is_headed(text))
        score = sum([table.get(value, 0.0) for table, value in zip(weights.own, values, strict=True)])
        mention.scores[side] = score
    for table, value in zip(weights.pair, one.values, strict=True):
        score += table.get(value, 0.0)
    return score

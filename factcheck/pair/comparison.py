"""What a comparison of two frames is: named levels in order, each with its test; the first that holds is landed on."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.corpus.corpus import content
from factcheck.pair.measures import relate_measures
from factcheck.pair.names import names_its_own
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.corpus import CorpusStats
    from factcheck.pair.measures import MeasureRelation
    from factcheck.pair.view import ClaimView


class Sides:
    """Two claims that are compared, and what several levels ask of them, each worked out once."""

    def __init__(self, a: ClaimView, b: ClaimView, stats: CorpusStats) -> None:
        self.a, self.b, self.stats = a, b, stats
        self.x, self.y = a.claim, b.claim

    @cached_property
    def measure_likeness(self) -> float:
        """The share of the rarity of the words of both measures that they have in common, 0 to 1."""
        both = self.weigh(self.a.measure | self.b.measure)
        return self.weigh(self.a.measure & self.b.measure) / both if both else 0.0

    @cached_property
    def measures(self) -> MeasureRelation:
        """What the two measures are to one another by the tables of synonyms and contrasts."""
        said = self.a.clause_text, self.b.clause_text
        return relate_measures(self.a.concepts, self.b.concepts, self.a.lexicon, said=said)

    @property
    def each_names_the_others_subject(self) -> bool:
        """Whether the subject of each is named in the other's article: then each may be the subject of either."""
        return self._is_named(self.a.subject, self.b) and self._is_named(self.b.subject, self.a)

    def _is_named(self, subject: str | None, other: ClaimView) -> bool:
        parts = content(words(subject or ""))
        return bool(parts) and all(self.stats.names(other.claim.doc, part) for part in parts)

    @cached_property
    def near_bits(self) -> float:
        """The rarity of the words near to both figures."""
        return self.weigh(self.a.near & self.b.near)

    @cached_property
    def near_whole(self) -> float:
        """The rarity of the words near to the figure that has less of it."""
        return min(self.weigh(self.a.near), self.weigh(self.b.near))

    @cached_property
    def context_bits(self) -> float:
        """The rarity of the words that both sentences hold."""
        return self.weigh(self.a.sentence & self.b.sentence)

    @cached_property
    def context_covered(self) -> float:
        """The share of the poorer sentence that the other holds too."""
        poorer = min(self.weigh(self.a.sentence), self.weigh(self.b.sentence))
        return self.context_bits / poorer if poorer else 0.0

    @property
    def clauses_name_their_own(self) -> bool:
        """Whether each clause names something rare that the other's article never does."""
        return self._names(self.a.clause, self.b) and self._names(self.b.clause, self.a)

    @cached_property
    def sentences_name_their_own(self) -> tuple[bool, bool]:
        """Whether each sentence names something rare that the other's article never does."""
        return self._names(self.a.sentence, self.b), self._names(self.b.sentence, self.a)

    @cached_property
    def shared_figures(self) -> frozenset[tuple[str, str]]:
        """The other figures that both sentences hold, of two digits and more."""
        return self.a.other_figures & self.b.other_figures

    @property
    def fewer_figures(self) -> int:
        """How many other figures the sentence with fewer of them holds."""
        return min(len(self.a.other_figures), len(self.b.other_figures))

    def _names(self, words: Iterable[str], other: ClaimView) -> bool:
        return names_its_own(words, other.claim.doc, self.stats, other.lexicon)

    def weigh(self, words: Iterable[str]) -> float:
        """The rarity of words in bits, added up."""
        return math.fsum(map(self.stats.bits, words))


class Level(NamedTuple):
    """Where a comparison lands if `holds`, and no level before it does. Its label stands in `messages/`."""

    name: str
    holds: Callable[[Sides], object]


class Comparison(NamedTuple):
    """One thing in which two frames are alike or not. The last level takes whatever is left."""

    name: str
    levels: tuple[Level, ...]

    def land(self, sides: Sides) -> str:
        """The name of the first level that holds."""
        return next(name for name, holds in self.levels if holds(sides))


def otherwise(_: Sides) -> bool:
    """Whatever is left."""
    return True

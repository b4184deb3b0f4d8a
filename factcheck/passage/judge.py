"""Which matches are reuse, and where they begin and end: rarity, form and clauses decide, not length alone."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from factcheck.passage import boilerplate as forms
from factcheck.passage.chain import Match
from factcheck.text.speakers import ends_in_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Span
    from factcheck.passage.letters import Flags, Letters

SHORT = 13  # weight below which nothing is reuse
PLAIN = 16  # weight from which a match need be whole clauses only at one end
LONG = 26  # weight from which clauses do not matter
SURE = 60  # weight from which a match may be loose
CERTAIN = 150  # weight from which form is not looked at
FIGURES = 30  # weight from which a copy may have a figure of its own
REPEATED = 20  # weight below which no article repeats itself
_DENSE, _LOOSE = 0.7, 0.6  # of the longer side, the letters that must be equal; in a long match fewer
_VERBATIM = 0.88  # as above, inside one article, where the names of a topic come again and again
_STRAY = 3  # letters of a neighbouring clause that a match may have caught by chance
_ALL_EDGES = 4
_EDGES, _SOME_EDGES = 3, 2  # of the four ends of a short match, those that must be ends of clauses
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Judge:
    """Judges the matches of one corpus. `common` marks letters of stock phrases, by position."""

    def __init__(self, letters: Letters, common: Flags) -> None:
        self._letters = letters
        self._stock = np.concatenate(([0], np.cumsum(common)))
        self._neutral = lru_cache(maxsize=4096)(self._neutral_of)

    def reuse(self, matches: Iterable[Match]) -> Iterator[Match]:
        """The matches that are reuse, trimmed to clauses."""
        for match in matches:
            if self._letters.weigh(match.a, match.a_end) >= SHORT:
                trimmed = self._trimmed(match)
                if self._holds(trimmed):
                    yield trimmed

    def plain(self, start: int, end: int) -> int:
        """How many letters at `start:end` belong to no stock phrase."""
        return end - start - int(self._stock[end] - self._stock[start])

    def _holds(self, match: Match) -> bool:
        longer = max(match.a_end - match.a, match.b_end - match.b)
        share = match.equal / longer if longer else 0.0
        weight = min(self._weight(match.a, match.a_end), self._weight(match.b, match.b_end)) * share
        if weight < SHORT or share < (_DENSE if weight < SURE else _LOOSE):
            return False
        figures, differing = self._figures(match)
        if self._letters.doc[match.a] == self._letters.doc[match.b]:
            return not differing and self._repeats(match, weight, share)
        # One form, filled in for another day or another company: most figures differ, or one does in a short one.
        if (differing > 1 and 2 * differing > figures) or (differing and weight < FIGURES):
            return False
        return weight >= CERTAIN or self._tells(match, share)

    def _tells(self, match: Match, share: float) -> bool:
        """Whether a match between two articles is more than a name, a label or a turn of phrase."""
        own = self._prose(match) * share
        if own >= LONG:
            return True
        if own < SHORT or ends_in_name(self._folded(match.a, match.a_end)):
            return False
        return self._edges(match) >= (_SOME_EDGES if own >= PLAIN else _EDGES)

    def _repeats(self, match: Match, weight: float, share: float) -> bool:
        """Whether one article prints the same twice: sentences, not the names and labels that a topic needs again."""
        if weight < REPEATED:
            return False
        stops = self._letters.stops
        starts, ends = stops[match.a] and stops[match.b], stops[match.a_end] and stops[match.b_end]
        if share < _VERBATIM or self._prose(match) < REPEATED:
            return False
        if weight >= SURE:
            return bool(starts or ends)
        return bool(ends) and self._edges(match) == _ALL_EDGES and not self._echo(match)

    def _prose(self, match: Match) -> int:
        """The weight of what is neither stock phrase nor boilerplate, headline or title, on the side that has less."""
        sides = (match.a, match.a_end), (match.b, match.b_end)
        return min(self._weight(start, end) - self._neutral_weight(start, end) for start, end in sides)

    def _figures(self, match: Match) -> tuple[int, int]:
        """How many figures both sides have, and how many of them differ."""
        figures = [_FIGURE.findall(self._folded(a, b)) for a, b in ((match.a, match.a_end), (match.b, match.b_end))]
        both = min(len(one) for one in figures)
        return both, both - sum((Counter(figures[0]) & Counter(figures[1])).values())

    def _folded(self, start: int, end: int) -> str:
        first, last = self._letters.span(start, end)
        folded: str = self._letters.articles[self._letters.doc[start]].text.folded
        return folded[first:last]

    def _weight(self, start: int, end: int) -> int:
        return self._letters.weigh(start, end) - int(self._stock[end] - self._stock[start])

    def _edges(self, match: Match) -> int:
        return sum(self._edge(at) for at in (match.a, match.a_end, match.b, match.b_end))

    def _edge(self, at: int) -> bool:
        return bool(self._letters.breaks[at])

    def _trimmed(self, match: Match) -> Match:
        """Without the one to three letters that reach into the clause before or behind."""
        a, b, a_end, b_end = match.a, match.b, match.a_end, match.b_end
        if not self._edge(a) or not self._edge(b):
            for loose in range(1, _STRAY + 1):
                if self._edge(a + loose) and self._edge(b + loose):
                    a, b = a + loose, b + loose
                    break
        if not self._edge(a_end) or not self._edge(b_end):
            for loose in range(1, _STRAY + 1):
                if self._edge(a_end - loose) and self._edge(b_end - loose):
                    a_end, b_end = a_end - loose, b_end - loose
                    break
        lost = (a - match.a) + (match.a_end - a_end)
        return Match(a, a_end, b, b_end, match.equal - lost) if lost else match

    def _echo(self, match: Match) -> bool:
        """Whether one side is a headline or a label: it may say what the body says."""
        return any(
            start <= self._letters.offsets[first] and self._letters.offsets[last - 1] < end
            for first, last in ((match.a, match.a_end), (match.b, match.b_end))
            for start, end in forms.headlines(self._letters.articles[self._letters.doc[first]].text)
        )

    def _neutral_weight(self, start: int, end: int) -> int:
        """The weight of what is boilerplate, headline or title citation at `start:end`."""
        letters = self._letters
        first, last = letters.span(start, end)
        covered = np.zeros(end - start, np.bool_)
        offsets = letters.offsets[start:end]
        for s, e in self._neutral(int(letters.doc[start])):
            if s < last and first < e:
                covered |= (offsets >= s) & (offsets < e)
        if not covered.any():
            return 0
        steps = letters.weight[start + 1 : end + 1] - letters.weight[start:end]
        return int(steps[covered].sum())

    def _neutral_of(self, doc: int) -> tuple[Span, ...]:
        text = self._letters.articles[doc].text
        return tuple(span for _, span in forms.boilerplate(text)) + forms.titles(text) + forms.headlines(text)

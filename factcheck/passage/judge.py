"""Which matches are reuse, and where they begin and end: rarity, form and clauses decide, not length alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from factcheck.passage import boilerplate as forms
from factcheck.passage.chain import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Span
    from factcheck.passage.letters import Flags, Letters

SHORT = 13  # weight below which nothing is reuse
PLAIN = 20  # weight from which a match need not be whole clauses
SURE = 60  # weight from which form is not looked at
_DENSE = 0.6  # of the longer side, the letters that must be equal
_VERBATIM = 0.85  # as above, for a short repeat inside one article, where a topic's names come again and again
_LOOSE = 3  # letters of a neighbouring clause that a match may have caught by chance
_EDGES = 3  # of the four ends of a short match, those that must be ends of clauses
_BREAK = re.compile(r"[，。；：！？…\n\r—“”‘’\"()【】\ufffc]|--")


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
        letters = self._letters
        longer = max(match.a_end - match.a, match.b_end - match.b)
        if longer <= 0 or match.equal < _DENSE * longer:
            return False
        share = match.equal / longer
        weight = min(self._weight(match.a, match.a_end), self._weight(match.b, match.b_end)) * share
        if weight >= SURE:
            return True
        if weight < SHORT:
            return False
        if letters.doc[match.a] == letters.doc[match.b] and (weight < PLAIN or share < _VERBATIM or self._echo(match)):
            return False
        own = min(
            self._weight(match.a, match.a_end) - self._neutral_weight(match.a, match.a_end),
            self._weight(match.b, match.b_end) - self._neutral_weight(match.b, match.b_end),
        )
        if own * share < SHORT:
            return False
        return own * share >= PLAIN or self._edges(match) >= _EDGES

    def _weight(self, start: int, end: int) -> int:
        return self._letters.weigh(start, end) - int(self._stock[end] - self._stock[start])

    def _edges(self, match: Match) -> int:
        return sum(self._edge(at) for at in (match.a, match.a_end, match.b, match.b_end))

    def _edge(self, at: int) -> bool:
        return at == len(self._letters.doc) or bool(_BREAK.search(self._letters.between(at)))

    def _trimmed(self, match: Match) -> Match:
        """Without the one to three letters that reach into the clause before or behind."""
        a, b, a_end, b_end = match.a, match.b, match.a_end, match.b_end
        if not self._edge(a) or not self._edge(b):
            for loose in range(1, _LOOSE + 1):
                if self._edge(a + loose) and self._edge(b + loose):
                    a, b = a + loose, b + loose
                    break
        if not self._edge(a_end) or not self._edge(b_end):
            for loose in range(1, _LOOSE + 1):
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

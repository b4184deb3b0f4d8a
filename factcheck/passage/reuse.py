"""Which matches are reuse, and where they begin and end: rarity, form and clauses decide, not length alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from factcheck.passage.chain import Match
from factcheck.passage.letters import SENTENCE
from factcheck.quotation.speakers import ends_in_name
from factcheck.text.boilerplate import find_boilerplate, find_headlines, find_title_citations
from factcheck.text.edits import find_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.lexicon import Lexicon, PassageLexicon
    from factcheck.model import Span
    from factcheck.passage.letters import Bytes, Letters

SHORT = 13  # weight below which nothing is reuse
PLAIN = 16  # weight from which a match need be whole clauses only at one end
LONG = 26  # weight from which clauses do not matter
SURE = 60  # weight from which a match may be loose
_PROSE = 5  # times the prose of a long match: with less, it is a form with a sentence in it
FIGURES = 30  # weight from which a copy may have a figure of its own
REPEATED = 20  # weight below which no article repeats itself
_DENSE, _LOOSE = 0.7, 0.6  # of the longer side, the letters that must be equal; in a long match fewer
_ONE_IN = 3  # figures of a copy, of which no more than one may differ
_VERBATIM = 0.88  # as above, inside one article, where the names of a topic come again and again
_STRAY = 3  # letters of a neighbouring clause that a match may have caught by chance
_CACHED = 1 << 14  # articles whose boilerplate is remembered
_ALL_EDGES = 4
_EDGES, _SOME_EDGES = 3, 2  # of the four ends of a short match, those that must be ends of clauses
_CLAUSE = re.compile(r"[，。；：！？…—\n]")  # between clauses; brackets and quotation marks stand inside one
_DIGIT = re.compile(r"[0-9]")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_FILLED = re.compile(r"(，?)([^，。；！？\n\d]{0,8}?)(\d+(?:\.\d+)?)")  # the figure that comes next, and how
_LONG_FIGURE = re.compile(r"(?!0\.0+(?!\d))(?:\d+\.\d+|\d{2,})")  # one digit, or nothing at all, agrees too easily
_NAME = 2  # letters of a name


class ReuseFilter:
    """Tells which matches of one corpus are reuse. `common` marks letters of stock phrases, by position."""

    def __init__(self, letters: Letters, common: Bytes, lexicon: Lexicon) -> None:
        self._letters = letters
        self._common = common
        self._lexicon = lexicon
        self._neutral = lru_cache(maxsize=_CACHED)(partial(find_neutral, letters, lexicon))
        self._headlines = lru_cache(maxsize=_CACHED)(partial(_find_headlines, letters))

    def select(self, matches: Iterable[Match]) -> Iterator[Match]:
        """The matches that are reuse, trimmed to clauses."""
        for match in matches:
            if self._letters.weigh(match.a, match.a_end) >= SHORT:
                trimmed = self._trim(match)
                if self._is_reuse(trimmed):
                    yield trimmed

    def count_plain(self, start: int, end: int) -> int:
        """How many letters at `start:end` belong to no stock phrase."""
        return end - start - self._common[start:end].count(1)

    def _is_reuse(self, match: Match) -> bool:
        share = self._share(match)
        weight = min(self._weight(match.a, match.a_end), self._weight(match.b, match.b_end)) * share
        if weight < SHORT or share < (_DENSE if weight < SURE else _LOOSE):
            return False
        if self._letters.doc(match.a) == self._letters.doc(match.b):
            return self._repeats(match, weight, share)
        if weight < LONG and self._count_edges(match) < (_SOME_EDGES if weight >= PLAIN else _EDGES):
            return False  # before anything that costs more
        return not self._is_form(match, weight) and self._says_more(match, share)

    def _share(self, match: Match) -> float:
        """The share of the letters of the longer side that the other side has in the same order."""
        longer = max(match.a_end - match.a, match.b_end - match.b)
        if _LOOSE * longer > 2 * match.equal:
            return 0.0
        if match.equal >= _DENSE * longer:
            return match.equal / longer
        spell = self._letters.spell
        return Indel.similarity(spell(match.a, match.a_end), spell(match.b, match.b_end)) / (2 * longer)

    def _says_more(self, match: Match, share: float) -> bool:
        """Whether a match between two articles is more than a name, a label or a turn of phrase."""
        words = self._lexicon.quotation
        own = self._prose(match) * share
        if own >= LONG:
            return _PROSE * own >= self._letters.weigh(match.a, match.a_end)
        if own < SHORT or any(
            ends_in_name(self._folded_text(match.a, match.a_end - more), words) for more in range(_STRAY + 1)
        ):
            return False
        return self._count_edges(match) >= (_SOME_EDGES if own >= PLAIN else _EDGES)

    def _repeats(self, match: Match, weight: float, share: float) -> bool:
        """Whether one article prints the same twice: sentences, not the names and labels that a topic needs again."""
        exact = match.equal == match.a_end - match.a == match.b_end - match.b
        least = PLAIN if exact and self._has_clauses(match) else REPEATED
        if weight < least or share < _VERBATIM:
            return False
        marks = self._letters.marks
        starts, ends = (
            all(marks[at] == SENTENCE for at in sides) for sides in ((match.a, match.b), (match.a_end, match.b_end))
        )
        if not (weight >= SURE and (starts or ends)):
            whole = ends or ((exact or weight >= FIGURES) and self._has_clauses(match))
            if not whole or self._count_edges(match) < _ALL_EDGES:
                return False
        return self._prose(match) >= least and not self._is_parallel(match, weight)

    def _is_parallel(self, match: Match, weight: float) -> bool:
        """Whether one construction is used twice: with other numbers, or with another word in the place of one."""
        one, other = self._folded_text(match.a, match.a_end), self._folded_text(match.b, match.b_end)
        numeral = self._lexicon.passage.numeral
        if Counter(numeral.findall(one)) != Counter(numeral.findall(other)):
            return True
        if weight >= SURE or match.equal == match.a_end - match.a == match.b_end - match.b:
            return False
        spell = self._letters.spell
        found = find_edits(spell(match.a, match.a_end), spell(match.b, match.b_end))
        return any(edit.a_end > edit.a and edit.b_end > edit.b for edit in found)

    def _has_clauses(self, match: Match) -> bool:
        """Whether the match holds more than one clause."""
        return bool(_CLAUSE.search(self._folded_text(match.a, match.a_end)))

    def _prose(self, match: Match) -> int:
        """The weight of what is neither stock phrase nor boilerplate, headline or title, on the side that has less."""
        sides = (match.a, match.a_end), (match.b, match.b_end)
        heads = [self._in_headline(start, end) for start, end in sides]
        if any(heads) and (all(heads) or self._letters.doc(match.a) == self._letters.doc(match.b)):
            return 0
        return min(self._weight(start, end) - self._neutral_weight(start, end) for start, end in sides)

    def _is_form(self, match: Match, weight: float) -> bool:
        """Whether a form was filled in for another day or company: most figures differ, or one does in a short one."""
        texts = self._folded_text(match.a, match.a_end), self._folded_text(match.b, match.b_end)
        if weight < FIGURES:
            return _count_figures(texts, _FIGURE)[1] > 0 or self._goes_on_otherwise(match)
        if _name_other_companies(*texts, self._lexicon.passage):
            return True
        figures, differing = _count_figures(texts, _FIGURE)
        if differing > 1 and 2 * differing >= figures:
            return True
        figures, differing = _count_figures(texts, _LONG_FIGURE)
        if differing > 1 and _ONE_IN * differing > figures:
            return True
        # a form has the dates of its day, whoever filled it in
        if differing > 1 and differing == figures - _count_figures(texts, self._lexicon.passage.date_number)[0]:
            return True
        if differing and self._is_renamed(match):
            return True
        return weight < SURE and self._goes_on_otherwise(match)

    def _is_renamed(self, match: Match) -> bool:
        """Whether one name stands throughout where the other side has another: the same report on something else.

        Neither name may stand anywhere in the other article: 林可文 and 这名男子 are one, where both speak of 林可文.
        """
        one, other = self._letters.spell(match.a, match.a_end), self._letters.spell(match.b, match.b_end)
        swapped = Counter((one[e.a : e.a_end], other[e.b : e.b_end]) for e in find_edits(one, other))
        texts = [self._letters.articles[self._letters.doc(at)].text.folded for at in (match.a, match.b)]
        return any(
            count > 1 and min(len(x), len(y)) >= _NAME and x not in texts[1] and y not in texts[0]
            for (x, y), count in swapped.items()
        )

    def _goes_on_otherwise(self, match: Match) -> bool:
        """Whether the text goes on to different figures: a report of another day.

        In the clause that the match ends in any figure counts, in the next one those that the same words lead up to.
        """
        found = [
            _FILLED.match(
                self._letters.articles[self._letters.doc(start)].text.folded, self._letters.span(start, end)[1]
            )
            for start, end in ((match.a, match.a_end), (match.b, match.b_end))
        ]
        one, other = found
        if one is None or other is None or one[3] == other[3]:
            return False
        return one[1] == other[1] and (not one[1] or one[2] == other[2])

    def _folded_text(self, start: int, end: int) -> str:
        first, last = self._letters.span(start, end)
        folded: str = self._letters.articles[self._letters.doc(start)].text.folded
        return folded[first:last]

    def _weight(self, start: int, end: int) -> int:
        return self._letters.weigh(start, end) - self._common[start:end].count(1)

    def _count_edges(self, match: Match) -> int:
        return sum(self._is_edge(at) for at in (match.a, match.a_end, match.b, match.b_end))

    def _is_edge(self, at: int) -> bool:
        return self._letters.marks[at] > 0

    def _trim(self, match: Match) -> Match:
        """Snapped to clauses: one to three letters that reach into the next one go, those that end this one come."""
        a, b = self._snap(match.a, match.b, -1)
        a_end, b_end = self._snap(match.a_end, match.b_end, 1)
        lost = max(0, a - match.a) + max(0, match.a_end - a_end)
        return Match(a, a_end, b, b_end, match.equal - lost, match.shared_runs)

    def _snap(self, a: int, b: int, outwards: int) -> tuple[int, int]:
        if self._is_edge(a) and self._is_edge(b):
            return a, b
        for loose in range(1, _STRAY + 1):
            if self._is_edge(a - outwards * loose) and self._is_edge(b - outwards * loose):
                return a - outwards * loose, b - outwards * loose
        if self._is_edge(a) or self._is_edge(b):
            return a, b
        more = [next((n for n in range(1, _STRAY + 1) if self._is_edge(at + outwards * n)), 0) for at in (a, b)]
        return (a + outwards * more[0], b + outwards * more[1]) if all(more) else (a, b)

    def _in_headline(self, start: int, end: int) -> bool:
        """Whether a stretch is part of a headline or a label: it may say what the body says."""
        held = _find_overlapping(self._headlines(self._letters.doc(start)), start, end)
        return any(first <= start and end <= last for first, last in held)

    def _neutral_weight(self, start: int, end: int) -> int:
        """The weight of what is boilerplate, headline or title citation at `start:end`."""
        held = _find_overlapping(self._neutral(self._letters.doc(start)), start, end)
        return sum(self._letters.weigh(max(start, first), min(end, last)) for first, last in held)


def _find_headlines(letters: Letters, doc: int) -> tuple[Span, ...]:
    return letters.stretches(doc, find_headlines(letters.articles[doc].text))


def find_neutral(letters: Letters, lexicon: Lexicon, doc: int) -> tuple[Span, ...]:
    """The stretches of an article, as positions, that are boilerplate or titles it cites."""
    text = letters.articles[doc].text
    return letters.stretches(
        doc, (*(span for _, span in find_boilerplate(text, lexicon.text)), *find_title_citations(text))
    )


def _find_overlapping(stretches: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Those that have a letter of `start:end`; they stand in order and apart."""
    return stretches[bisect_right(stretches, start, key=itemgetter(1)) : bisect_left(stretches, end, key=itemgetter(0))]


def _count_figures(texts: tuple[str, str], pattern: re.Pattern[str]) -> tuple[int, int]:
    """How many figures both sides have, and how many of them differ."""
    one, other = (pattern.findall(text) if _DIGIT.search(text) else [] for text in texts)
    both = min(len(one), len(other))
    return both, both and both - sum((Counter(one) & Counter(other)).values())


def _name_other_companies(one: str, other: str, lexicon: PassageLexicon) -> bool:
    """Whether both sides give the full names of companies, and none in common: a notice that many publish."""
    if lexicon.company_mark not in one or lexicon.company_mark not in other:
        return False
    names, others = set(lexicon.company.findall(one)), set(lexicon.company.findall(other))
    return bool(names and others) and not names & others

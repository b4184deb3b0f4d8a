"""Two sentences of one article: whether they may state one fact, and how much it takes to say so."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factcheck.pair.comparison import Sides
from factcheck.pair.comparisons import SUBJECT
from factcheck.pair.periods import relate_periods
from factcheck.pair.vetoes import is_in_words
from factcheck.pair.weights import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Landing
    from factcheck.pair.view import ClaimView

_ENDING = 2  # letters that two kinds of one thing end in
_SAID_TWICE = 6.0  # bits; one ordinary word may be added in the retelling
# Levels of measures that fit whatever stands around them.
_BY_ITSELF = frozenset({"same", "generic", "concept", "like", "event"})


def require_weight(a: ClaimView, b: ClaimView, stats: CorpusStats) -> float | None:
    """The weight from which two sentences of one article state one fact; None where they are not compared.

    Compared are headline and lead with one another and with the body, and a table with the text around it: elsewhere
    lists and parallel clauses set the same words beside unlike things.
    """
    if a.part == b.part or a.follows(b) or b.follows(a):
        return None
    return require_in_one_article(a, b, stats)


def require_in_one_article(a: ClaimView, b: ClaimView, stats: CorpusStats) -> float | None:
    """The weight that it takes, less where the shorter sentence says nothing that the longer does not, or implies.

    Where each says what the other does not, only a headline is compared: it tells the fact that the article is about.
    """
    if a.claim.is_cell or b.claim.is_cell:
        of_one_table = a.claim.is_cell and b.claim.is_cell
        return weights().same_article if not of_one_table and are_of_one_head(a, b, stats) else None
    short, long = sorted((a, b), key=lambda view: (len(view.sentence), view.claim.start))
    if len(short.sentence) < 2 or are_of_other_bearers(a, b, stats):
        return None
    if short.sentence == long.sentence and not (a.title or b.title):  # a form that the article fills in twice
        return None
    if _is_narrowed(a.claim.measure or "", b.claim.measure or "") or not are_of_one_time(a, b):
        return None
    own = [stats.bits(word) for word in short.sentence - long.sentence if not _is_implied(word, short, long)]
    if math.fsum(own) <= _SAID_TWICE:
        return weights().same_article
    more = (word for word in long.words_ahead - short.sentence if not _is_implied(word, long, short))
    if not (a.title or b.title) or any(map(stats.is_rare, more)) or _of_two_sources(a, b):
        return None
    return weights().reworded


def are_of_one_head(a: ClaimView, b: ClaimView, stats: CorpusStats) -> bool:
    """Whether a figure of a table and another one are of one measure, and of one time in words.

    A cell has the words of its heads and no others: what a sentence would say besides, it leaves to them.
    """
    x, y = a.claim, b.claim
    measures = {(one.measure or "").removeprefix(x.subject or y.subject or "") for one in (x, y)}
    if "" in measures or len(measures) > 1 or x.aspects != y.aspects:
        return False
    in_words = is_in_words(x, "period") and is_in_words(y, "period")
    return in_words and are_of_one_time(a, b) and SUBJECT.land(Sides(a, b, stats)) != "apart"


def reaches(levels: Sequence[Landing], least: float) -> bool:
    """Whether the levels add up to `least`; for a headline told in other words, the measure must fit by itself, too."""
    if not levels or sum(level.weight for level in levels) < least:
        return False
    measure = next((level.level for level in levels if level.comparison == "measure"), "")
    return least < weights().reworded or measure in _BY_ITSELF


def _of_two_sources(a: ClaimView, b: ClaimView) -> bool:
    x, y = a.claim.attribution, b.claim.attribution
    return x is not None and y is not None and x not in y and y not in x


def are_of_one_time(a: ClaimView, b: ClaimView) -> bool:
    """Whether two sentences of one article, which sets a month beside the year so far, may speak of one time."""
    x, y = a.claim, b.claim
    if is_in_words(x, "period") and is_in_words(y, "period"):
        return relate_periods(x.period or "", y.period or "") == "same"
    return not a.moments or not b.moments or bool(a.moments & b.moments)


def _is_implied(word: str, said: ClaimView, other: ClaimView) -> bool:
    """Whether a word names the place that the frame of the other sentence has too, told at the head of the article."""
    place, city = said.claim.place, said.lexicon.pair.city
    named = said.lexicon.frame.gazetteer.canonical(word) or word.removesuffix(city)
    return place is not None and place == other.claim.place and named == place


def are_of_other_bearers(a: ClaimView, b: ClaimView, stats: CorpusStats) -> bool:
    """Whether the subjects are two, or two kinds of one: 基层医院 and 全国医院, but not 望澜书展 and 书展."""
    level = SUBJECT.land(Sides(a, b, stats))
    one, other = a.subject or "", b.subject or ""
    if level == "apart" or not one or not other:
        return level == "apart"
    alike = level == "like" or one[-_ENDING:] == other[-_ENDING:]
    return alike and one not in other and other not in one


def _is_narrowed(one: str, other: str) -> bool:
    """新能源汽车销量 and 汽车销量: one measure is the other with a word in front that narrows it."""
    short, long = sorted((one, other), key=len)
    return long != short and long.endswith(short)

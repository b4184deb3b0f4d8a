"""Two claims through every comparison, those that cost least first."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from factcheck.pair.comparison import Comparison, Sides
from factcheck.pair.comparisons import (
    CONTEXT,
    FRAMES,
    MEASURE,
    NAMES,
    OTHER_FIGURES,
    SERIES,
    SUBJECT,
    WORDS,
    WORDS_AROUND,
)
from factcheck.pair.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.corpus import CorpusStats
    from factcheck.model import Landing
    from factcheck.pair.view import ClaimView

_SLACK = 1e-6  # bits; sums of the same weights in another order
_ONE_PLACE = {"same", "leads"}
_ONE_TIME = {"same", "meets", "unknown"}


def compare(
    a: ClaimView, b: ClaimView, stats: CorpusStats, story: Callable[[], str], least: float = -math.inf
) -> tuple[Landing, ...]:
    """Every comparison with the level it landed on. `story` tells the level of the two articles, if it is asked.

    Nothing where the weights cannot add up to `least`: of most candidates the frames alone show it, and words, which
    take the longest to compare, need not be looked at.
    """
    sides, weigh = Sides(a, b, stats), weights().weight
    short, left = least - _SLACK, _most_of_all()  # what is still to be reached, and what can be
    quick: dict[str, str] = {}
    for comparison, most in _list_quick():
        level = quick[comparison.name] = comparison.land(sides)
        short, left = short - weigh(comparison.name, level), left - most
        if left < short:
            return ()
    landed = {comparison.name: quick.get(comparison.name) or comparison.land(sides) for comparison in FRAMES}
    figures, series = quick[OTHER_FIGURES.name], quick[SERIES.name]
    short -= weigh(SUBJECT.name, landed[SUBJECT.name])
    if _most_of_words() + weights().most("story") < short:
        return ()
    of_articles = story()
    if series == "many" and figures == "same" and of_articles != "same":
        figures = "alone"  # a form letter has the same figures in every copy
    if of_articles == "like" and not _are_tied(landed, figures):
        of_articles = "loose"
    if _most_of_words() + weigh("story", of_articles) < short:
        return ()
    landing = weights().landing

    def land(comparison: Comparison) -> Landing:
        return landing(comparison.name, comparison.land(sides))

    measured = land(MEASURE)
    short -= measured.weight + weigh("story", of_articles)
    if _most_of_words() - weights().most(MEASURE.name) < short:
        return ()
    return (
        measured,
        land(WORDS_AROUND),
        *(landing(*one) for one in landed.items()),
        land(NAMES),
        land(CONTEXT),
        landing(OTHER_FIGURES.name, figures),
        landing(SERIES.name, series),
        landing("story", of_articles),
    )


@cache
def _list_quick() -> tuple[tuple[Comparison, float], ...]:
    """The comparisons that look at no words, with the most that each can weigh; those that tell most apart first."""
    quick = (*(one for one in FRAMES if one is not SUBJECT), OTHER_FIGURES, SERIES)
    spread = {one.name: weights().most(one.name) - weights().least(one.name) for one in quick}
    return tuple((one, weights().most(one.name)) for one in sorted(quick, key=lambda one: -spread[one.name]))


@cache
def _most_of_all() -> float:
    """The most that all comparisons can weigh together."""
    some = sum(most for _, most in _list_quick()) + weights().most(SUBJECT.name) + weights().most("story")
    return some + _most_of_words()


@cache
def _most_of_words() -> float:
    """The most that the comparisons of words can weigh together."""
    return sum(weights().most(comparison.name) for comparison in WORDS)


def _are_tied(landed: Mapping[str, str], figures: str) -> bool:
    """Whether the sentences themselves say that it is one thing: whose, where and when, or beside which figures."""
    if landed["place"] in _ONE_PLACE and landed["period"] in _ONE_TIME:
        return True
    return landed["subject"] == "same" or figures == "same"

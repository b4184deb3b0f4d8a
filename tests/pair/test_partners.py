"""Two articles that differ in most of what they share are about two things, but for what an event has weighed."""

from __future__ import annotations

import factcheck
from factcheck.pair.comparing import build_pair
from factcheck.pair.partners import choose_partners

ONE = "望澜仓库存布320匹，存米415包，存盐537袋，存茶641箱。"
OTHER = "石栈仓库存布360匹，存米475包，存盐597袋，存茶691箱。"


def pair_up():
    """Each figure of one text with that of its kind in the other; all of them differ."""
    sides = (factcheck.extract(factcheck.Document(id=name, text=text)) for name, text in (("a", ONE), ("b", OTHER)))
    return [build_pair(a, b, (), 20.0) for a, b in zip(*sides, strict=True)]


def test_articles_that_differ_in_most_of_what_they_share_are_no_ground_for_doubt():
    assert choose_partners(pair_up(), ()) == ()


def test_what_was_weighed_inside_an_event_stays():
    scored = pair_up()
    assert choose_partners(scored, scored[1:2]) == (scored[1],)

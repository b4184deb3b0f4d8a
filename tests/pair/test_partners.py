"""Two articles that differ in most of what they share are about two things, but for what an event has weighed."""

from __future__ import annotations

import msgspec

import factcheck
from factcheck.model import Landing
from factcheck.pair.comparing import build_pair
from factcheck.pair.partners import choose_partners
from factcheck.pair.retelling_weights import EVENT, hold_in_event, is_held_in_event, is_retelling

ONE = "望澜仓库存布320匹，存米415包，存盐537袋，存茶641箱。"
OTHER = "石栈仓库存布360匹，存米475包，存盐597袋，存茶691箱。"


def pair_up():
    """Each figure of one text with that of its kind in the other; all of them differ."""
    sides = (factcheck.extract(factcheck.Document(id=name, text=text)) for name, text in (("a", ONE), ("b", OTHER)))
    return [build_pair(a, b, (), 20.0) for a, b in zip(*sides, strict=True)]


def test_articles_that_differ_in_most_of_what_they_share_are_no_ground_for_doubt():
    assert choose_partners(pair_up(), ()) == ()


def retell(pair):
    """The pair as an event has it."""
    told = Landing(comparison=EVENT, level="same", weight=0.0, label="")
    return msgspec.structs.replace(pair, levels=(told,))


def test_what_was_weighed_inside_an_event_stays():
    scored = pair_up()
    assert choose_partners(scored, [retell(scored[1])]) == (hold_in_event(scored[1]),)


def test_of_like_words_the_event_is_ground_too_where_two_differ():
    (pair,) = pair_up()[:1]
    (differing,) = choose_partners([pair], [retell(pair)])
    assert (differing.weight, is_held_in_event(differing), is_retelling(differing)) == (20.0, True, False)
    (alone,) = choose_partners([pair], ())
    assert not is_held_in_event(alone)
    (headed,) = choose_partners([pair], [pair])  # of a headline and its body there is no event
    assert not is_held_in_event(headed)

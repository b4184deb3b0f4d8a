"""What says that two differing figures are of one fact: each gate, and what stands just outside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import Document, zh
from factcheck.evidence.grounds import find_ground, ground_of, is_of_a_form
from factcheck.model import Article, Claim, Landing, Pair
from factcheck.outcome import Outcome
from factcheck.pair.retelling_weights import hold_in_event
from factcheck.text import prepare

SAID = {"subject": "望澜港", "measure": "引进企业", "period": "2024"}
HEADLINE = "望澜港引进五十家企业"


def claim(doc, *without, **fields):
    """A claim whose sentence says subject, measure and period, without those named."""
    said = {name: value for name, value in SAID.items() if name not in without}
    figure = {"kind": "count", "unit": "家"}
    printed = {"text": "48家", "low": Decimal(48), "high": Decimal(48)}
    return Claim(
        doc=doc, start=10, end=13, qualifier="exact", sentence=(0, 13), **(printed | figure | said | fields),
    )  # fmt: skip


def ground(one, other, *, alike=0.0, headline=None, verdict=Outcome.DIFFER, levels=()):
    landed = tuple(Landing(comparison, level, 1.0, "") for comparison, level in levels)
    pair = Pair(a=one, b=other, levels=landed, weight=20.0, verdict=verdict, reasons=())
    return ground_of(pair, alike, headline)


GUESSED = {"inferred": frozenset({"period"})}
SIZE = {"kind": "length", "unit": "m"}
EVENT = [("measure", "event")]
BULLETINS = [("measure", "part"), ("story", "like"), ("company", "alone")]


@pytest.mark.parametrize(
    ("one", "other", "options", "expected"),
    [
        # unlike words, and a field that one sentence leaves out or that is guessed
        (claim("a", "subject"), claim("b"), {}, "none"),
        (claim("a"), claim("b", "measure"), {}, "none"),
        (claim("a"), claim("b", "period"), {}, "none"),
        (claim("a", **GUESSED), claim("b"), {}, "none"),
        (claim("a"), claim("b"), {}, "frame"),
        # what happens once needs no time, and its neighbours do
        (claim("a", "period"), claim("b"), {"levels": [("measure", "same")]}, "none"),
        (claim("a", "period"), claim("b"), {"levels": [("context", "event")]}, "none"),
        (claim("a", "subject"), claim("b"), {"levels": EVENT}, "none"),
        (claim("a", "period"), claim("b", "period"), {"levels": EVENT}, "frame"),
        # a size needs none either, unless it grew or one sentence says a time
        (claim("a", "period", **SIZE), claim("b", "period", **SIZE), {}, "frame"),
        (claim("a", "subject", "period", **SIZE), claim("b", "period", **SIZE), {}, "none"),
        (claim("a", "period", **SIZE), claim("b", **SIZE), {}, "none"),
        (claim("a", "period", **SIZE, aspects=frozenset({"new"})), claim("b", "period", **SIZE), {}, "none"),
        (claim("a", "period"), claim("b", "period"), {}, "none"),
        # two bulletins that are only alike, whose measures are two; but a figure beside that both have says more
        (claim("a"), claim("b"), {"levels": BULLETINS}, "none"),
        (claim("a"), claim("b"), {"levels": [("measure", "same"), ("story", "apart"), BULLETINS[2]]}, "none"),
        (claim("a"), claim("b"), {"levels": [*BULLETINS[:2], ("company", "same")]}, "frame"),
        (claim("a"), claim("b"), {"levels": [("measure", "same"), *BULLETINS[1:]]}, "frame"),
        (claim("a"), claim("b"), {"levels": [BULLETINS[0], ("story", "same"), BULLETINS[2]]}, "frame"),
        # like words, from a half on
        (claim("a", "period"), claim("b"), {"alike": 0.49}, "none"),
        (claim("a", "period"), claim("b"), {"alike": 0.5}, "words"),
        (claim("a"), claim("b"), {"alike": 0.5}, "words"),
        # within one article like words are a list
        (claim("a", "period"), claim("a"), {"alike": 1.0}, "none"),
        (claim("a"), claim("a"), {"alike": 1.0}, "frame"),
        # a slip is ground enough, in one article too
        (claim("a", "subject"), claim("a", "subject"), {"verdict": Outcome.DIFFER}, "none"),
        (claim("a", "subject"), claim("a", "subject"), {"verdict": Outcome.SLIP}, "words"),
        # a headline and its text have one bearer and one time, and need the measure
        (claim("a", "measure"), claim("a"), {"headline": (HEADLINE, "全年落户四十八家")}, "none"),
        (claim("a", "subject", "period"), claim("a"), {"headline": (HEADLINE, "全年落户四十八家")}, "frame"),
        (claim("a", "measure"), claim("a"), {"headline": (HEADLINE, "望澜港引进四十八家企业")}, "frame"),
        (claim("a", "measure"), claim("a"), {"headline": (HEADLINE, ""), "alike": 0.49}, "none"),
        (claim("a", "measure"), claim("a"), {"headline": (HEADLINE, ""), "alike": 0.5}, "words"),
    ],
)
def test_ground(one, other, options, expected):
    assert ground(one, other, **options) == expected
    assert ground(other, one, **options) == expected


@pytest.mark.parametrize(("held", "expected"), [("望澜港引进四十家", "none"), ("望澜港引进了五十家", "frame")])
def test_a_sentence_that_holds_two_thirds_of_its_headline(held, expected):
    one, other = claim("a", "measure"), claim("a", "measure")
    assert ground(one, other, headline=(HEADLINE, held)) == expected


@pytest.mark.parametrize(
    ("figure", "levels", "expected"),
    [
        (49, [("series", "few"), ("company", "other")], False),
        (49, [("series", "many"), ("company", "same")], False),  # one figure of many went wrong
        (49, [("series", "many"), ("company", "alone")], True),  # nothing beside it says that it is of one case
        (49, [("series", "few"), ("company", "alone")], False),
        (1470, [("series", "few"), ("company", "other")], True),  # thirty times as many, and nothing beside it agrees
        (1470, [("series", "few"), ("company", "same")], False),
        (1470, [("series", "few"), ("company", "other"), ("held", "event")], False),  # two growths of one amount
        (49, [("series", "many"), ("company", "other")], True),  # filled in for another case
        (190, [("series", "many"), ("company", "same")], True),
        (49, [("story", "loose")], False),
        (190, [("story", "loose")], True),  # of another event, for all that is said
        (190, [("story", "same")], False),
    ],
)
def test_a_form_that_is_filled_in(figure, levels, expected):
    landed = tuple(Landing(comparison, level, 1.0, "") for comparison, level in levels)
    other = claim("b", text=f"{figure}家", low=Decimal(figure), high=Decimal(figure))
    pair = Pair(a=claim("a"), b=other, levels=landed, weight=20.0, verdict=Outcome.DIFFER, reasons=())
    assert is_of_a_form(pair) is expected


def test_an_event_that_holds_a_pair_of_like_words_is_its_ground():
    texts = "望澜港去年新引进企业四十八", "记者获悉望澜落户的有五十二"
    figures = claim("a", *SAID), claim("b", *SAID)
    articles = {
        one.doc: Article(Document(id=one.doc, text=text), prepare(text, lexicon=zh.lexicon()), (one,), ())
        for one, text in zip(figures, texts, strict=True)
    }
    pair = Pair(a=figures[0], b=figures[1], levels=(), weight=20.0, verdict=Outcome.DIFFER, reasons=())
    assert find_ground(pair, articles) == "none"
    assert find_ground(hold_in_event(pair), articles) == "event"

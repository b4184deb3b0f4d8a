"""What pairs add up to: who agrees is one side, and too many sides are no fact."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import msgspec

from factcheck import Document, zh
from factcheck.evidence.disputes import gather_disputes
from factcheck.model import Article, Claim, Pair
from factcheck.outcome import Outcome
from factcheck.text import prepare

TEXT = "望澜港去年停靠渔船"


def claim(doc, value, kind="count"):
    return Claim(
        doc=doc, start=len(TEXT), end=len(TEXT) + 3, text=f"{value}艘", kind=kind, low=Decimal(value),
        high=Decimal(value), unit="艘", qualifier="exact", sentence=(0, len(TEXT) + 3),
    )  # fmt: skip


def pair(a, b, verdict, weight=20.0):
    return Pair(a=a, b=b, levels=(), weight=weight, verdict=Outcome(verdict), reasons=())


def gathered(*pairs, dates=None, facts=()):
    claims = {one.doc: one for held in pairs for one in (held.a, held.b)}
    articles = {
        doc: Article(
            document=Document(id=doc, text=TEXT + one.text, date=(dates or {}).get(doc)),
            text=prepare(TEXT + one.text, lexicon=zh.lexicon()),
            claims=(one,),
            quotations=(),
        )
        for doc, one in claims.items()
    }
    return gather_disputes(pairs, articles, facts)


def fact(*values):
    """A strand of what articles state; nothing but the claim and its place matters here."""
    return SimpleNamespace(
        values=[[SimpleNamespace(place=(one.doc, one.start), claim=one) for one in held] for held in values]
    )


A, B, C, D = claim("a", 410), claim("b", 410), claim("c", 520), claim("d", 630)


def test_figures_that_agree_are_no_dispute():
    found = gathered(pair(A, B, "equal"))
    assert (found.figures, found.dates, found.revisions, found.spreads) == ((), (), (), ())


def test_two_that_nothing_says_differ_agree_through_a_third():
    assert gathered(pair(A, B, "equal"), pair(B, C, "rounding")).figures == ()
    assert gathered(pair(A, B, "rounding"), pair(B, C, "rounding"), pair(A, D, "differ"), pair(C, D, "differ")).figures


def test_two_that_differ_are_not_brought_together_by_a_round_figure_that_fits_both():
    one, other = claim("a", 106457), claim("b", 106467)
    rounded = msgspec.structs.replace(claim("c", 106000), step=Decimal(1000))
    fits = (pair(one, rounded, "rounding", 30.0), pair(other, rounded, "rounding", 30.0))
    (found,) = gathered(pair(one, other, "differ"), *fits).figures
    assert sorted([one.doc for one in group] for group in found.groups) == [["a"], ["b"]]


def test_the_round_figure_stays_on_the_side_that_differs_from_nobody_it_fits():
    finer = msgspec.structs.replace(claim("c", 106000), step=Decimal(1000))
    one, same, other = claim("a", 106000), claim("b", 106457), claim("d", 206000)
    (found,) = gathered(pair(one, finer, "equal"), pair(finer, same, "rounding"), pair(same, other, "differ")).figures
    assert [sorted(one.doc for one in group) for group in found.groups] == [["a", "b", "c"], ["d"]]


def test_whoever_agrees_is_one_side_and_the_larger_comes_first():
    (dispute,) = gathered(pair(A, B, "equal"), pair(B, C, "differ", 21.0), pair(A, C, "differ", 23.0)).figures
    assert [[one.doc for one in group] for group in dispute.groups] == [["a", "b"], ["c"]]
    assert dispute.strongest.a == A
    assert dispute.grounds == {"words"}


def test_four_sides_are_a_series():
    other = claim("e", 740)
    three = (pair(A, C, "differ"), pair(C, D, "differ"))
    assert len(gathered(*three).figures) == 1
    assert gathered(*three, pair(D, other, "differ")).figures == ()


def test_sides_of_one_value_that_no_words_brought_together_are_one():
    again, more = claim("e", 520), claim("f", 520)
    (found,) = gathered(pair(A, C, "differ"), pair(A, again, "differ"), pair(A, more, "differ")).figures
    assert [[one.doc for one in group] for group in found.groups] == [["c", "e", "f"], ["a"]]


def test_a_date_is_a_kind_of_its_own():
    one, other = claim("a", 2004, "date"), claim("b", 2005, "date")
    found = gathered(pair(one, other, "differ"))
    assert (found.figures, len(found.dates)) == ((), 1)


def test_states_stand_in_the_order_of_their_dates():
    dates = {"a": "2025-03-04", "c": "2025-03-01"}
    (dispute,) = gathered(pair(A, C, "revision"), dates=dates).revisions
    assert [group[0].doc for group in dispute.groups] == ["c", "a"]


def test_a_round_figure_that_fits_both_sides_takes_nobody_from_his_side():
    fine, other, same = (claim(doc, value, "percent") for doc, value in (("a", "1.0"), ("b", "1.4"), ("c", "1.4")))
    rounded = msgspec.structs.replace(claim("d", 1, "percent"), step=Decimal(1))
    fits = (pair(fine, rounded, "rounding", 30.0), pair(other, rounded, "rounding"), pair(same, rounded, "rounding"))
    (found,) = gathered(pair(fine, other, "differ"), pair(other, same, "equal"), *fits).figures
    assert sorted(sorted(one.doc for one in group) for group in found.groups) == [["a"], ["b", "c"]]


def test_who_else_states_a_side_is_told_by_the_facts():
    more = claim("e", 410)
    (found,) = gathered(pair(A, C, "differ"), facts=[fact([A, more], [C])]).figures
    assert [[one.doc for one in group] for group in found.groups] == [["a", "e"], ["c"]]
    assert found.pairs == (pair(A, C, "differ"),)


def test_no_fact_puts_one_figure_on_two_sides():
    (found,) = gathered(pair(A, C, "differ"), facts=[fact([A, C])]).figures
    assert [[one.doc for one in group] for group in found.groups] == [["a"], ["c"]]


def test_a_figure_that_fits_both_sides_is_on_none():
    exact, other = claim("a", 106457), claim("b", 106467)
    rounded = msgspec.structs.replace(claim("c", 106000), step=Decimal(1000))
    (found,) = gathered(pair(exact, other, "slip"), pair(other, rounded, "rounding")).figures
    assert sorted([one.doc for one in group] for group in found.groups) == [["a"], ["b"]]


def test_a_figure_in_round_numbers_that_fits_one_side_stays_on_it():
    exact, other = claim("a", 106457), claim("b", 166467)
    rounded = msgspec.structs.replace(claim("c", 106000), step=Decimal(1000))
    (found,) = gathered(pair(exact, other, "slip"), pair(exact, rounded, "rounding")).figures
    assert [[one.doc for one in group] for group in found.groups] == [["a", "c"], ["b"]]


def test_sides_that_fit_one_another_are_one():
    rounded, exact, other = claim("a", 4310), claim("b", 4307), claim("c", 5310)
    (dispute,) = gathered(pair(rounded, other, "differ"), pair(exact, other, "differ")).figures
    assert [[one.doc for one in group] for group in dispute.groups] == [["a", "b"], ["c"]]


def test_sides_that_a_pair_disputes_stay_two():
    loss, profit, other = claim("a", 410), claim("b", 410), claim("c", 630)
    (dispute,) = gathered(pair(loss, profit, "differ"), pair(loss, other, "differ")).figures
    assert sorted(len(group) for group in dispute.groups) == [1, 1, 1]

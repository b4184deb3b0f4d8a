"""A disputed fact as a picture: where each value stands."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from factcheck.model import Document
from factcheck.report.page.facts import strip


def fact(report, *values, dates=(), sources=(), rule="FC101"):
    """A finding with one place for each (low, high), each of a group and an article of its own."""
    template = report.findings[0].locations[0]
    places, documents = [], {}
    for n, (low, high) in enumerate(values):
        claim = msgspec.structs.replace(template.claim, low=low, high=high)
        places.append(msgspec.structs.replace(template, doc=str(n), group=n, claim=claim))
        documents[str(n)] = Document(
            id=str(n), text="", date=dates[n] if dates else None, source=sources[n] if sources else None
        )
    return msgspec.structs.replace(report.findings[0], rule=rule, locations=tuple(places)), documents


def exactly(*values):
    return [(Decimal(value), Decimal(value)) for value in values]


def bounds(drawn):
    return [tuple(row[:2]) for row in drawn["rows"]]


def test_values_stand_between_the_edges_in_their_order(report):
    drawn = strip(*fact(report, *exactly(10, 20, 15)))
    assert bounds(drawn) == [(90, 90), (910, 910), (500, 500)]
    assert not drawn["log"]


def test_values_far_apart_stand_on_a_logarithmic_scale(report):
    drawn = strip(*fact(report, *exactly(1, 100, 10)))
    assert bounds(drawn) == [(90, 90), (910, 910), (500, 500)]
    assert drawn["log"]


def test_an_open_bound_has_no_end_and_a_range_two(report):
    rows = [(Decimal(10), None), (None, Decimal(30)), (Decimal(20), Decimal(30))]
    assert bounds(strip(*fact(report, *rows))) == [(90, None), (None, 910), (500, 910)]


def test_rows_go_by_date_and_source_and_one_source_has_one_row(report):
    finding, documents = fact(
        report, *exactly(2, 1, 2), dates=("2025-02", "2025-01", "2025-02"), sources=("甲報", "乙報", "甲報")
    )
    same = msgspec.structs.replace(finding.locations[2], group=0)
    finding = msgspec.structs.replace(finding, locations=(*finding.locations[:2], same))
    assert [(row[2], row[4]) for row in strip(finding, documents)["rows"]] == [(1, 0), (0, 1)]


@pytest.mark.parametrize(
    "values",
    [
        [(Decimal("1e400"), Decimal("1e400")), (Decimal(1), Decimal(1))],
        [(Fraction(10**400, 3), None), (Decimal(1), Decimal(1))],
        [(None, None), (None, None)],
        exactly(1),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(report, values):
    assert strip(*fact(report, *values)) is None


def test_zero_and_below_stand_on_a_plain_scale(report):
    assert not strip(*fact(report, *exactly(0, 1000)))["log"]
    assert bounds(strip(*fact(report, *exactly(-1, 1)))) == [(90, 90), (910, 910)]


def test_parts_of_a_sum_are_no_values_of_one_fact(report):
    assert strip(*fact(report, *exactly(1, 2), rule="FC402")) is None


def test_amounts_in_other_units_are_not_compared_but_an_unsettled_currency_is(report):
    finding, documents = fact(report, *exactly(1, 2))
    other = finding.locations[1]
    for unit, drawn in (("EUR", False), ("元", True)):
        changed = msgspec.structs.replace(other, claim=msgspec.structs.replace(other.claim, unit=unit))
        both = msgspec.structs.replace(finding, locations=(finding.locations[0], changed))
        assert (strip(both, documents) is not None) == drawn


def test_many_sources_are_counted_beyond_twelve(report):
    drawn = strip(*fact(report, *exactly(*range(1, 16))))
    assert (len(drawn["rows"]), drawn["more"]) == (12, 3)

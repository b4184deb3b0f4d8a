"""The sample articles hold what their README promises, and nothing else is reported above a note."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import factcheck
from factcheck.read import read

CORPUS = Path(__file__).parents[1] / "corpus"
PLANTED = {
    ("FC101", ("09", "10")),
    ("FC102", ("11",)),
    ("FC102", ("33",)),
    ("FC102", ("35",)),
    ("FC102", ("51",)),
    ("FC103", ("31",)),
    ("FC104", ("07", "08")),
    ("FC104", ("35", "36")),
    ("FC104", ("37", "38")),
    ("FC104", ("46", "47")),
    ("FC105", ("25", "26")),
    ("FC201", ("12", "13")),
    ("FC301", ("14",)),
    ("FC303", ("15", "16")),
    ("FC401", ("19",)),
    ("FC401", ("33",)),
    ("FC402", ("19",)),
    ("FC402", ("33",)),
    ("FC403", ("19",)),
    ("FC404", ("25",)),
    ("FC405", ("25",)),
}


@pytest.fixture(scope="module")
def documents():
    return [item for item in read([str(CORPUS)]) if isinstance(item, factcheck.Document)]


@pytest.fixture(scope="module")
def report(documents):
    return factcheck.scan(documents, ledger=factcheck.Ledger.load(CORPUS.parent / "claims"))


def places(finding):
    return tuple(sorted({place.doc[:2] for place in finding.locations if not place.doc.endswith(".yaml")}))


def test_errors_and_warnings_are_the_planted_ones(report):
    found = {(finding.rule, places(finding)) for finding in report.findings if finding.severity != "note"}
    assert found == PLANTED


def test_what_may_both_be_right_is_a_note(report):
    notes = {(finding.rule, places(finding)) for finding in report.findings if finding.severity == "note"}
    assert {
        ("FC110", ("21", "22")),
        ("FC110", ("43", "44", "45")),
        ("FC111", ("23", "24")),
        ("FC302", ("15", "16")),
    } <= notes


def test_the_order_of_documents_and_the_number_of_workers_change_nothing(documents, report):
    backwards = factcheck.scan(reversed(documents), ledger=factcheck.Ledger.load(CORPUS.parent / "claims"), jobs=2)
    assert backwards == report


def test_every_planted_place_is_marked_in_its_sentence(report):
    for finding in report.findings:
        for place in finding.locations:
            text = next(document.text for document in report.documents if document.id == place.doc)
            assert text[place.start : place.end] == place.text


def test_figures_of_an_english_notice_are_read_as_the_chinese_ones(report):
    read = {(claim.kind, claim.low, claim.unit) for claim in report.claims if claim.doc.startswith("41")}
    both = [("money", 3_520_000_000, "CNY"), ("mass", 120_000_000_000, "kg"), ("percent", Decimal("15.2"), "%")]
    assert {("money", 5_576_000, "USD"), *both} <= read
    kinds = [claim.kind for claim in report.claims if claim.doc.startswith("41")]
    assert kinds == ["money", "percent", "mass", "count", "percent", "money", "mass", "count", "money"]

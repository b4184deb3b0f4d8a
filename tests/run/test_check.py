"""`check` finds what `scan` finds, as far as a new article has a part in it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import factcheck
from factcheck.read import find, read
from factcheck.report.context import Context
from factcheck.report.wire import finding as wire

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def documents():
    return [item for item in read([str(CORPUS)]) if isinstance(item, factcheck.Document)]


@pytest.fixture(scope="module")
def ledger():
    return factcheck.Ledger.load(CORPUS.parent / "claims")


def encoded(report, names):
    context = Context(report.documents)
    concerned = [one for one in report.findings if any(place.doc in names for place in one.locations)]
    ranked = [
        msgspec.structs.replace(one, locations=tuple(sorted(one.locations, key=lambda place: place.doc not in names)))
        for one in concerned
    ]
    return [msgspec.json.encode(wire(one, context)) for one in ranked]


@pytest.mark.parametrize("number", range(22))
def test_each_article_as_the_new_one(documents, ledger, number):
    new = documents[number]
    filed = [document for document in documents if document is not new]
    checked = factcheck.check([new], filed, ledger=ledger)
    assert encoded(checked, {new.id}) == encoded(factcheck.scan(documents, ledger=ledger), {new.id})
    assert all(finding.locations[0].doc == new.id for finding in checked.findings)


def test_from_an_index_the_findings_are_the_same(documents, ledger, tmp_path):
    index = factcheck.Index(tmp_path / "desk.index")
    index.update(find([str(CORPUS)])[0])
    new = [document for document in documents if document.id[:2] in {"08", "13", "31"}]
    filed = [document for document in documents if document not in new]
    assert factcheck.check(new, index, ledger=ledger) == factcheck.check(new, filed, ledger=ledger)


def test_a_new_article_takes_the_place_of_the_filed_one_of_its_id(documents):
    old = next(document for document in documents if document.id.startswith("10"))
    corrected = msgspec.structs.replace(old, text=old.text.replace("35個", "53個"))
    assert factcheck.check([old], documents).findings
    assert factcheck.check([corrected], documents).findings == ()


def test_the_report_holds_the_new_documents_and_those_that_are_pointed_to(documents):
    new = [document for document in documents if document.id.startswith("10")]
    report = factcheck.check(new, documents)
    assert [document.id[:2] for document in report.documents] == ["09", "10"]
    assert {claim.doc[:2] for claim in report.claims} == {"10"}

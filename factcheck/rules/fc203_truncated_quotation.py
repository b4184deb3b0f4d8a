"""A quotation that lost a part, or a translation that differs.

Two places quote the same words, and one of them breaks off, begins or leaves out something inside a sentence that the
other gives in full, with or without an ellipsis. Whole sentences left out are no matter: everybody quotes a choice.
Words of a speaker with a foreign name, nearly the same at both places, are two translations.

## Example

> “这项技术很成熟，但还不能马上推广。” — “这项技术很成熟……”

## What to do

Read the longer one and ask whether the shorter still says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules import wording
from factcheck.rules.build import finding
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity
    from factcheck.quotation.cases import QuotationCase

CODE = "FC203"
NAME = "truncated-quotation"
SEVERITY: Severity = "note"
OUTRANKS = ()
PLACES = "quotations"
PRECISION = Precision("medium")
_KINDS = ("truncated", "translated")


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for every two wordings, with all the places of each."""
    yield from wording.sort_by_place(
        _finding(evidence, case) for case in evidence.quotation_cases if case.kind in _KINDS
    )


def _finding(evidence: Evidence, case: QuotationCase) -> Finding:
    found = wording.changes_between(evidence, case.first[0], case.second[0])
    shorter = min(len(case.retelling.first.letters), len(case.retelling.second.letters))
    longer = max(len(case.retelling.first.letters), len(case.retelling.second.letters))
    translated = case.kind == "translated"
    message = say("quotation.translations" if translated else "quotation.cut")
    because = [say("quotation.lengths", count=case.retelling.equal, shorter=shorter, longer=longer)]
    if found:
        because.append(say("quotation.between", changes=wording.describe_changes(found)))
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=0.6 if translated else 0.7,
        message=message,
        locations=wording.locate_case(evidence.articles, case),
        because=(*because, wording.tell_speakers(case.speakers)),
        fingerprints=wording.fingerprint_case(CODE, evidence, case),
    )

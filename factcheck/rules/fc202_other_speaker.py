"""The same words in quotation marks, given to another speaker.

Two places quote the same twelve letters or more, whole clauses without a change that matters, as the words of two
persons, and the sentence of each says so in words: name and verb. Who spoke last in the paragraph is not enough, and
of two names alike one is misspelt. Roles and organisations are not compared: a spokesman may speak for either. Nothing
is said where one article names the other's speaker beside the quotation, nor of slogans, terms, titles, headlines and
lines of the page.

## Example

> “这座桥我们等了整整二十年。”周可文说。 — “这座桥我们等了整整二十年。”村民郑立言说。

## What to do

Find out who said it; where both did, say so.
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

CODE = "FC202"
NAME = "other-speaker"
SEVERITY: Severity = "warning"
OUTRANKS = ()
PLACES = "quotations"
PRECISION = Precision("medium")


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for every two groups of places that name different speakers."""
    yield from wording.sort_by_place(
        _finding(evidence, c) for c in evidence.quotation_cases if c.kind == "other-speaker"
    )


def _finding(evidence: Evidence, case: QuotationCase) -> Finding:
    one, other = case.speakers
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=round(min(0.9, 0.5 + case.retelling.equal / 150), 3),
        message=say("quotation.speakers", a=one or "", b=other or ""),
        locations=wording.locate_case(evidence.articles, case),
        because=(
            say("quotation.same", count=case.retelling.equal),
            say("quotation.named", a=one or "", b=other or ""),
        ),
        fingerprints=wording.fingerprint_case(CODE, evidence, case),
    )

"""The same words in quotation marks, changed in the retelling.

Two articles, or two places of one, quote the same words, and a few of them differ: a word replaced, left out, put in,
moved, a negation or a figure changed. One of the two misquotes.

Compared are quotations that are speech, Chinese, and otherwise verbatim: twelve letters and more on each side, four
fifths of them the same, given as the words of one speaker or without one. One quotation may be part of a longer one;
then the part that both have is compared, and it is the location. Script, punctuation, spelling variants and particles
do not count, nor what an outlet adds or writes in its own way: an insertion in brackets, another title of a work, a
masked name, a dash in the place of 至. Words of a speaker with a foreign name are translations and left to FC203;
headlines, and lines of the page such as an editor's, are left out.

## Example

> 市长林可文说：“让企业少跑路、快办事。” — 林可文表示，“让企业少跑路、多办事。”

## What to do

Look at the source (a video, the published text of the speech), and correct the article that departs from it.
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

CODE = "FC201"
NAME = "altered-quotation"
SEVERITY: Severity = "error"
OUTRANKS = ("FC103",)
PLACES = "quotations"
PRECISION = Precision("high", true=41, read=46)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for every two wordings, with all the places of each."""
    yield from wording.sort_by_place(
        _finding(evidence, case) for case in evidence.quotation_cases if case.kind == "altered"
    )


def _finding(evidence: Evidence, case: QuotationCase) -> Finding:
    found = wording.changes_between(evidence, case.first[0], case.second[0])
    size = case.retelling.a[1] - case.retelling.a[0]
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=_confidence(case),
        message=say("quotation.altered", changes=wording.describe_changes(found)),
        locations=wording.locate_case(evidence.articles, case),
        because=(
            say("quotation.equal", count=case.retelling.equal, size=size),
            say("quotation.changed", changes=wording.describe_changes(found)),
            wording.tell_speakers(case.speakers),
        ),
        fingerprints=wording.fingerprint_case(CODE, evidence, case),
    )


def _confidence(case: QuotationCase) -> float:
    named = sum(who is not None for who in case.speakers)
    alike = case.retelling.likeness - 0.8
    return round(min(0.95, 0.6 + alike + 0.06 * named + min(case.retelling.equal, 60) / 600), 3)

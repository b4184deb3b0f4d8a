"""Findings on a title that stands only in the metadata: one for each figure that the text gives otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.pair.compared_pair import detail_pair
from factcheck.pair.weights import weights
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location
from factcheck.rules.disputes import grade_difference
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.evidence.titles import TitleMatch
    from factcheck.model import Finding, Severity


def report_titles(evidence: Evidence, outcome: Outcome, *, rule: str, name: str) -> Iterator[Finding]:
    """One finding a figure of a title whose pair has the outcome."""
    for one in evidence.title_matches:
        severity = grade_difference({one.ground}, one.pair.weight, slip=one.pair.verdict == Outcome.SLIP)
        if one.pair.verdict == outcome and severity is not None:
            yield _finding(evidence, one, rule=rule, name=name, severity=severity)


def _finding(evidence: Evidence, one: TitleMatch, *, rule: str, name: str, severity: Severity) -> Finding:
    pair, article = one.pair, evidence.articles[one.pair.b.doc]
    measure = pair.b.measure or pair.a.measure
    sides = {"a": pair.a.text, "b": pair.b.text}
    named = say("title.against", measure=say("folded", text=measure), **sides) if measure else None
    body = location(article, pair.b.start, pair.b.end, 1, pair.b)
    head = (location(article, pair.a.start, pair.a.end, 0, pair.a),) if one.printed else ()
    return build.finding(
        rule=rule, name=name, severity=severity, confidence=weights().confidence(pair.weight),
        message=named or say("title.unnamed", **sides),
        because=(say("title.told", title=one.title.document.title or ""), *pair.reasons),
        locations=(*head, body),
        fingerprints=(
            fingerprint(
                rule,
                (one.title, one.claim.start, one.claim.end),
                (article, pair.b.start, pair.b.end),
                lexicon=evidence.lexicon,
            ),
        ),
        # its sides are places of documents, and a title of the metadata has none
        comparison=detail_pair(pair) if one.printed else None,
    )  # fmt: skip

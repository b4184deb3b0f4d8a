"""Findings on a title that stands only in the metadata: one for each figure that the text gives otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.evidence.disputes import ground
from factcheck.messages import say
from factcheck.pair.compared_pair import comparison
from factcheck.pair.likeness import likeness
from factcheck.pair.weights import weights
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence.titles import Headed
    from factcheck.model import Finding, Severity
    from factcheck.rules.registry import Evidence


def titled(evidence: Evidence, verdict: str, *, rule: str, name: str) -> Iterator[Finding]:
    """One finding a figure of a title whose pair has the verdict."""
    for one in evidence.headed:
        if one.pair.verdict == verdict and (severity := _severity(evidence, one)) is not None:
            yield _finding(evidence, one, rule=rule, name=name, severity=severity)


def _finding(evidence: Evidence, one: Headed, *, rule: str, name: str, severity: Severity) -> Finding:
    pair, article = one.pair, evidence.articles[one.pair.b.doc]
    measure = pair.b.measure or pair.a.measure
    sides = {"a": pair.a.text, "b": pair.b.text}
    body = location(article, pair.b.start, pair.b.end, 1, pair.b)
    head = (location(article, pair.a.start, pair.a.end, 0, pair.a),) if one.printed else ()
    return build.finding(
        rule=rule, name=name, severity=severity, confidence=weights().confidence(pair.weight),
        message=say("title.against", measure=measure, **sides) if measure else say("title.unnamed", **sides),
        because=(say("title.told", title=one.title.document.title or ""), *pair.reasons),
        locations=(*head, body),
        fingerprints=(
            fingerprint(rule, (one.title, one.claim.start, one.claim.end), (article, pair.b.start, pair.b.end)),
        ),
        # its sides are places of documents, and a title of the metadata has none
        comparison=comparison(pair) if one.printed else None,
    )  # fmt: skip


def _severity(evidence: Evidence, one: Headed) -> Severity | None:
    """As for two places of a text: like words or a slip, else the whole frame in words, else nothing."""
    body = one.pair.b
    title, text = one.title.text.folded, evidence.articles[body.doc].text.folded
    alike = likeness(title, (one.claim.start, one.claim.end), text, (body.start, body.end))
    found = ground(one.pair, alike, (title, text[slice(*body.sentence)]))
    weak = one.pair.weight < weights().sure
    if found == "words" and not weak:
        return "error"
    return "warning" if one.pair.verdict == "slip" or (found == "frame" and not weak) else None

"""How facts whose values moved on, or that sources estimate, become notes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.facts.events import find_state, order_states
from factcheck.messages import say
from factcheck.outcome import Outcome
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location
from factcheck.rules.disputes import report, tell_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence import Evidence
    from factcheck.evidence.disputes import Dispute
    from factcheck.facts import Statement, Strand
    from factcheck.model import FactState, Finding

_CONFIDENCE = 0.7  # orders the notes: below those that a pair of claims alone is ground enough for
_Place = tuple[str, int]


def report_notes(
    evidence: Evidence, disputes: Sequence[Dispute], *, rule: str, name: str, state: FactState
) -> Iterator[Finding]:
    """One note a fact of a state, each place a location; then the disputes of which no note has told two sides.

    A fact of which a rule reports two values as an error is left to that rule.
    """
    wrong = [
        [{(claim.doc, claim.start) for claim in group} for group in dispute.groups]
        for dispute in evidence.disputes.figures
    ]
    noted: list[set[_Place]] = []
    for strand in evidence.facts:
        places = {one.place for one in strand.statements}
        if find_state(strand) == state and not any(_count_told(places, groups) > 1 for groups in wrong):
            noted.append(places)
            yield _report_strand(evidence, strand, rule=rule, name=name, state=state)
    for dispute in disputes:
        groups = [{(claim.doc, claim.start) for claim in group} for group in dispute.groups]
        if not any(_count_told(places, groups) > 1 for places in noted):
            yield report(evidence, dispute, rule=rule, name=name, severity="note")


def _count_told(places: set[_Place], groups: Sequence[set[_Place]]) -> int:
    return sum(bool(places & group) for group in groups)


def _report_strand(evidence: Evidence, strand: Strand, *, rule: str, name: str, state: FactState) -> Finding:
    revised = state == "revised"
    values = order_states(strand) if revised else strand.values
    articles = evidence.articles
    measures = Counter(one.claim.measure for one in strand.statements if one.claim.measure)
    measure = min(measures, key=lambda word: (-measures[word], word)) if measures else None
    verdict = Outcome.REVISION if revised else Outcome.SPREAD
    pairs = [(a[0], b[0]) for a, b in pairwise(values)]
    return build.finding(
        rule=rule, name=name, severity="note", confidence=_CONFIDENCE,
        message=tell_values(measure, [[one.claim for one in held] for held in values], verdict),
        because=(say("fact.steps" if revised else "fact.estimates"),),
        locations=[
            location(articles[one.claim.doc], one.claim.start, one.claim.end, group, one.claim)
            for group, held in enumerate(values)
            for one in held
        ],
        fingerprints=dict.fromkeys(_fingerprint(evidence, rule, a, b) for a, b in pairs),
    )  # fmt: skip


def _fingerprint(evidence: Evidence, rule: str, a: Statement, b: Statement) -> str:
    places = ((evidence.articles[one.claim.doc], one.claim.start, one.claim.end) for one in (a, b))
    return fingerprint(rule, *places, lexicon=evidence.lexicon)

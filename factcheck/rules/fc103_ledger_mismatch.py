"""A figure contradicts a verified fact of the ledger in `claims/`.

A fact of the ledger is read by the grammar of the articles, and its frame is exact: subject, measure, place, period,
status and aspect of the figure must all be those of the fact. Then the two figures are compared as between articles:
roundings and hedges are no difference. One finding a fact, with every place that contradicts it and the line of the
ledger; `because` names the source of the fact.

Silent: another period than the fact's; a figure without a period in an article dated outside of it, unless a slip of
the pen explains the difference (a count may have grown since); another place; a part of the whole; a measure with a
narrowing word in front; a target against an actual figure; measures that run on with time; an article that states the
verified figure elsewhere (that is FC102). A fact without a period is taken for one that does not change.

**What to do.** Correct the article; or, if the ledger is out of date, correct the fact and the day it was checked.

**Example**

    3.1公里长的跨海栈桥  against  长度 3.7公里 in claims/bridges.yaml
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from factcheck.messages import say
from factcheck.pair.compared_pair import detail_pair
from factcheck.pair.weights import weights
from factcheck.rules.build import finding, fingerprint, location, location_in
from factcheck.rules.precision import Precision
from factcheck.verdict import Outcome, compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.evidence import Evidence
    from factcheck.evidence.fact_sentences import WordedFact
    from factcheck.evidence.ledger_matches import LedgerMatch
    from factcheck.ledger import Source
    from factcheck.model import Claim, ComparedPair, Finding, Pair, Phrase, Severity

CODE = "FC103"
NAME = "ledger-mismatch"
SEVERITY: Severity = "error"
OUTRANKS = ("FC303",)
PRECISION = Precision("medium")
_FITS = 6.0  # bits: subject, place, period, status and aspects had to fit, to which no pair of articles is held


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact that figures contradict."""
    by_fact: defaultdict[str, list[LedgerMatch]] = defaultdict(list)
    for one in evidence.ledger_matches:
        if one.pair.verdict.disputes:
            by_fact[one.fact.claim.doc].append(one)
    for held in by_fact.values():
        yield _finding(evidence, held)


def _finding(evidence: Evidence, held: list[LedgerMatch]) -> Finding:
    worded = held[0].fact
    prints = {one.pair: _fingerprint(evidence, one) for one in held}
    ranked = sorted(
        prints, key=lambda pair: (prints[pair] in evidence.silenced, -pair.weight, pair.b.doc, pair.b.start)
    )
    strongest = ranked[0]
    groups = _by_value([one.pair.b for one in held])
    places = [
        location(evidence.articles[claim.doc], claim.start, claim.end, number, claim)
        for number, group in enumerate(groups)
        for claim in group
    ]
    cited = location_in(worded.file, worded.cited.start, worded.cited.end, len(groups), worded.cited)
    return finding(
        rule=CODE, name=NAME, severity=SEVERITY, confidence=_confidence(strongest.weight),
        message=say(
            "ledger.against", subject=worded.fact.subject, measure=worded.fact.measure,
            figures=tuple(say("plain", text=group[0].text) for group in groups), value=worded.fact.value,
        ),
        because=(_cite_fact(worded), *strongest.reasons), locations=(*places, cited),
        fingerprints=dict.fromkeys(prints.values()), comparison=_explain(strongest),
    )  # fmt: skip


def _explain(pair: Pair) -> ComparedPair:
    """The comparison; where a clause says just the fact, nothing had to be reached."""
    found = detail_pair(pair)
    return msgspec.structs.replace(found, threshold=min(found.threshold, found.weight))


def _confidence(weight: float) -> float:
    """Of a figure that a clause puts together with subject and measure the words around it say little."""
    return weights().confidence(max(weight, weights().threshold) + _FITS)


def _fingerprint(evidence: Evidence, one: LedgerMatch) -> str:
    ours, claim = one.fact.claim, one.pair.b
    article = evidence.articles[claim.doc]
    places = (one.fact.article, ours.start, ours.end), (article, claim.start, claim.end)
    return fingerprint(CODE, *places, lexicon=evidence.lexicon)


def _by_value(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of one figure together, in the order of their first places."""
    groups: list[list[Claim]] = []
    for claim in claims:
        same = next((group for group in groups if compare_figures(group[0], claim).outcome == Outcome.EQUAL), None)
        if same is None:
            groups.append([claim])
        else:
            same.append(claim)
    return groups


def _cite_fact(worded: WordedFact) -> Phrase:
    where = worded.fact.where
    source = _source(worded.fact.source)
    return say("ledger.source", where=where, source=source) if source else say("ledger.where", where=where)


def _source(source: Source) -> tuple[Phrase, ...]:
    named = [say("plain", text=text) for text in (source.title, source.url) if text]
    return (*named, say("ledger.checked", day=source.checked)) if source.checked else tuple(named)

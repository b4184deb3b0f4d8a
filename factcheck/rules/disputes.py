"""How the rules on facts put a dispute into a finding, and how sure they are of it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from factcheck.evidence.disputes import Dispute
from factcheck.evidence.grounds import has_full_frame, is_of_a_form
from factcheck.messages import say
from factcheck.pair.compared_pair import detail_pair
from factcheck.pair.retelling_weights import is_retelling, retelling_weights
from factcheck.pair.weights import weights
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.evidence import Evidence
    from factcheck.evidence.grounds import Ground
    from factcheck.model import Claim, Finding, Pair, Phrase, Severity


_LIKELY = 0.5  # of confidence
_FULL_FRAME = 2.0  # bits; who, what and when in both sentences, and the same, are ground enough a little below


def report_if_sure(evidence: Evidence, dispute: Dispute, *, rule: str, name: str) -> Iterator[Finding]:
    """The finding of a dispute; none where too little says that it is about one fact."""
    severity = choose_severity(dispute)
    if severity is not None:
        yield report(evidence, dispute, rule=rule, name=name, severity=severity)


def report(evidence: Evidence, dispute: Dispute, *, rule: str, name: str, severity: Severity) -> Finding:
    """The finding of a dispute, every place a location."""
    articles = evidence.articles
    prints = {pair: _fingerprint(evidence, rule, pair) for pair in dispute.pairs}
    dispute = _open(dispute, [pair for pair, one in prints.items() if one not in evidence.silenced])
    locations = tuple(
        location(articles[claim.doc], claim.start, claim.end, group, claim)
        for group, held in enumerate(dispute.groups)
        for claim in held
    )
    strongest = dispute.strongest
    return build.finding(
        rule=rule, name=name, severity=severity, confidence=weights().confidence(strongest.weight),
        message=_message(dispute), locations=locations, because=strongest.reasons,
        fingerprints=dict.fromkeys(prints.values()), comparison=detail_pair(strongest),
    )  # fmt: skip


def _fingerprint(evidence: Evidence, rule: str, pair: Pair) -> str:
    places = ((evidence.articles[claim.doc], claim.start, claim.end) for claim in (pair.a, pair.b))
    return fingerprint(rule, *places, lexicon=evidence.lexicon)


def _open(dispute: Dispute, pairs: Sequence[Pair]) -> Dispute:
    """The dispute without the figures that only explained pairs dispute; as it was where all of them are explained."""
    if not pairs or len(pairs) == len(dispute.pairs):
        return dispute
    disputed = {_node(claim) for pair in pairs for claim in (pair.a, pair.b)}
    groups = tuple(group for group in dispute.groups if any(_node(claim) in disputed for claim in group))
    return Dispute(groups=groups, pairs=tuple(pairs))


def _node(claim: Claim) -> tuple[str, int]:
    return claim.doc, claim.start


def _message(dispute: Dispute) -> Phrase:
    measure = dispute.strongest.a.measure or dispute.strongest.b.measure
    return tell_values(measure, dispute.groups, dispute.strongest.verdict)


def tell_values(measure: str | None, groups: Sequence[Sequence[Claim]], verdict: Outcome) -> Phrase:
    """The figures of one fact in one phrase: against one another, or one after the other where they are revisions."""
    sides = _join(groups, verdict)
    return (
        say("fact", measure=say("folded", text=measure), sides=sides) if measure else say("fact.unnamed", sides=sides)
    )


def _join(groups: Sequence[Sequence[Claim]], verdict: Outcome) -> Phrase:
    if len({claim.doc for group in groups for claim in group}) == 1:  # how many articles say so is no matter
        here, there, *others = (say("plain", text=group[0].text) for group in groups)
        inside = say("fact.inside", a=here, b=there)
        return reduce(lambda one, other: say("fact.inside.more", a=one, b=other), others, inside)
    first, second, *rest = (_side(group, named=verdict == Outcome.SPREAD) for group in groups)
    revised = verdict == Outcome.REVISION
    pair = say("fact.then" if revised else "fact.two", a=first, b=second)
    return reduce(lambda one, other: say("fact.then" if revised else "fact.more", a=one, b=other), rest, pair)


def _side(claims: Sequence[Claim], *, named: bool = False) -> Phrase:
    """A figure with how many articles have it, or where sources estimate, whose it is."""
    source = next((claim.attribution for claim in claims if claim.attribution), None)
    if named and source is not None:
        return say("fact.side.source", figure=claims[0].text, source=source)
    number = len({claim.doc for claim in claims})
    key = "fact.side.one" if number == 1 else "fact.side.many"
    return say(key, figure=claims[0].text, count=number)


def choose_severity(dispute: Dispute) -> Severity | None:
    """How sure a difference is, by what was measured on news read for the first time; None where it is not reported.

    An error needs a slip of the pen, or much the same words around both figures. Other words around them are a warning
    where both sentences say whom the figure is about, what it measures and when. A slip of little weight is a warning,
    any other difference of little weight is not reported, nor one in the words of a form that name nobody, nor one of
    two bulletins that are days apart and name no time. What is less likely one fact than two, and no slip, is no error.
    """
    doubtful = {level.level for level in dispute.strongest.levels if level.comparison == "status"}
    slip = any(pair.verdict == Outcome.SLIP for pair in dispute.pairs)
    full = has_full_frame(dispute.strongest)
    if (is_of_a_form(dispute.strongest) or _are_days_apart(dispute.strongest)) and not slip and not full:
        return None
    weight = dispute.strongest.weight + (_FULL_FRAME if full else 0.0)
    severity = grade_difference(dispute.grounds, weight, slip=slip)
    if is_retelling(dispute.strongest) and severity is not None:
        telling = dispute.strongest.weight >= weights().sure + retelling_weights().sure - retelling_weights().report
        severity = "error" if telling and severity == "error" else "warning"
    likely = slip or weights().confidence(dispute.strongest.weight) >= _LIKELY
    return "warning" if severity == "error" and (doubtful & {"unsaid", "mixed"} or not likely) else severity


def _are_days_apart(pair: Pair) -> bool:
    return any((level.comparison, level.level) == ("period", "later") for level in pair.levels)


def grade_difference(grounds: Collection[Ground], weight: float, *, slip: bool) -> Severity | None:
    """As `choose_severity`, by the grounds of a difference and the weight of its strongest pair."""
    weak = weight < weights().sure
    if "words" in grounds and not weak:
        return "error"
    if "event" in grounds and not weak:
        return "error" if slip else "warning"
    return "warning" if slip or ("frame" in grounds and not weak) else None

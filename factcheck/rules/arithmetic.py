"""What rules on sums, shares and changes share: the figures that links lead to, and their findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules import build
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from factcheck.evidence import Evidence
    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Finding, Phrase, Severity, Span
    from factcheck.verdict import Interval


def linked(claim: Claim, relation: str, by_span: dict[Span, Claim]) -> list[Claim]:
    """The claims that the links of one relation lead to, in their order."""
    return [by_span[start, end] for name, start, end in claim.links if name == relation and (start, end) in by_span]


def linking(evidence: Evidence, relation: str) -> Iterator[tuple[Claim, dict[Span, Claim]]]:
    """Every claim with a link of the relation, article by article, and the claims of its article by span."""
    for name in sorted(evidence.articles):
        claims = evidence.articles[name].claims
        chosen = [claim for claim in claims if any(link[0] == relation for link in claim.links)]
        if chosen:
            by_span = {(claim.start, claim.end): claim for claim in claims}
            yield from ((claim, by_span) for claim in chosen)


def sure(claims: Iterable[Claim]) -> bool:
    """Whether all figures are told as facts, and none is denied."""
    return all(claim.status != "denied" for claim in claims)


def finding(
    evidence: Evidence,
    groups: Sequence[Sequence[Claim]],
    *,
    rule: str,
    name: str,
    severity: Severity,
    confidence: float,
    message: Phrase,
    because: Sequence[Phrase],
) -> Finding:
    """A finding on one sentence, a group of figures against the others."""
    claims = [claim for group in groups for claim in group]
    article = evidence.articles[claims[0].doc]
    return build.finding(
        rule=rule, name=name, severity=severity, confidence=confidence, message=message,
        locations=tuple(
            location(article, claim.start, claim.end, number, claim)
            for number, group in enumerate(groups)
            for claim in group
        ),
        because=because,
        fingerprints=(fingerprint(rule, (article, claims[0].start, claims[0].end)),),
    )  # fmt: skip


def format_values(interval: Interval, lexicon: VerdictLexicon) -> str:
    """An interval for people: 3.5–4.2, 3.5亿."""
    return _format_ends(*(_format_value(end, lexicon) for end in (interval.low, interval.high)))


def format_shares(interval: Interval) -> str:
    """An interval of shares of one, for people: 48.2%–52.1%."""
    return _format_ends(*("…" if end is None else f"{float(end * 100):.4g}%" for end in (interval.low, interval.high)))


def _format_ends(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def _format_value(value: Fraction | None, lexicon: VerdictLexicon) -> str:
    if value is None:
        return "…"
    size, word = next(((size, word) for size, word in lexicon.magnitudes if abs(value) >= size), (1, ""))
    return f"{float(value / size):.6g}{word}"

"""What rules on sums, shares and changes share: the figures that links lead to, and their findings."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.rules import build
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.evidence import Evidence
    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Finding, Phrase, Severity, Span
    from factcheck.verdict import Interval

_DIGITS = re.compile(r"[0-9][0-9,，]*(?:\.[0-9]+)?")
_PARTING = re.compile("[,，]")


def follow_links(claim: Claim, relation: str, by_span: dict[Span, Claim]) -> list[Claim]:
    """The claims that the links of one relation lead to, in their order."""
    return [by_span[start, end] for name, start, end in claim.links if name == relation and (start, end) in by_span]


def find_linking_claims(evidence: Evidence, relation: str) -> Iterator[tuple[Claim, dict[Span, Claim]]]:
    """Every claim with a link of the relation, article by article, and the claims of its article by span."""
    for name in sorted(evidence.articles):
        claims = evidence.articles[name].claims
        chosen = [claim for claim in claims if any(link[0] == relation for link in claim.links)]
        if chosen:
            by_span = {(claim.start, claim.end): claim for claim in claims}
            yield from ((claim, by_span) for claim in chosen)


def none_is_denied(claims: Iterable[Claim]) -> bool:
    """Whether none of the figures is denied."""
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
        fingerprints=(fingerprint(rule, (article, claims[0].start, claims[0].end), lexicon=evidence.lexicon),),
    )  # fmt: skip


def format_values(interval: Interval, lexicon: VerdictLexicon, like: Claim | None = None) -> str:
    """An interval for people: 3.5–4.2, 3.5亿; in the unit that `like` is printed in: 3.5–4.2万亩."""
    ends = interval.low, interval.high
    printed = _printed_unit(like) if like is not None else None
    if printed is None:
        return _format_ends(*(_format_value(end, lexicon) for end in ends))
    before, size, unit = printed
    return before + _format_ends(*("…" if end is None else f"{float(end / size):.6g}" for end in ends)) + unit


def _printed_unit(claim: Claim) -> tuple[str, Fraction, str] | None:
    """What stands before the digits of a figure, what one of its unit is worth, and the unit; None in other forms."""
    numbers = list(_DIGITS.finditer(claim.text))
    if len(numbers) != 1 or claim.qualifier != "exact" or not claim.low:
        return None
    printed = Fraction(_PARTING.sub("", numbers[0][0]))
    if not printed:
        return None
    return claim.text[: numbers[0].start()], Fraction(claim.low) / printed, claim.text[numbers[0].end() :]


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

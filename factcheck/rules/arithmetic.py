"""What rules on sums, shares and changes share: figures as intervals of what may have been rounded to them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.model import Claim, Finding, Phrase, Value
from factcheck.pair.figures import digits, step
from factcheck.quantity.reach import reach
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.evidence import Evidence
    from factcheck.model import Number, Severity, Span

_STEPS = ((10**8, "亿"), (10**4, "万"))  # in which large values are shown
_CUT_OFF = 3  # digits; who prints so many may have cut off the others
_DECIMAL = re.compile(r"[.．点]")
_WHOLE = frozenset("人名位家个项所座台辆例起次件场支只头") | {""}  # what is counted one by one


class Interval(Value, frozen=True):
    """Values from `low` to `high`, both included; None is an open end."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: Interval) -> bool:
        """Whether every value lies under every value of the other."""
        return self.high is not None and other.low is not None and self.high < other.low

    def over(self, other: Interval) -> Interval:
        """The quotients of two positive intervals."""
        return Interval(
            low=None if self.low is None or not other.high else self.low / other.high,
            high=None if self.high is None or not other.low else self.high / other.low,
        )

    def times(self, factor: Fraction) -> Interval:
        """The products with a positive factor."""
        return Interval(
            low=None if self.low is None else self.low * factor, high=None if self.high is None else self.high * factor
        )

    def plus(self, other: Interval) -> Interval:
        """The sums."""
        return Interval(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
        )

    def minus(self, other: Interval) -> Interval:
        """The differences."""
        return Interval(
            low=None if self.low is None or other.high is None else self.low - other.high,
            high=None if self.high is None or other.low is None else self.high - other.low,
        )

    def magnitude(self) -> Interval:
        """The absolute values of an interval that does not span zero; from zero, if it does."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return Interval(low=-self.high, high=None if self.low is None else -self.low)
        ends = [None if end is None else abs(end) for end in (self.low, self.high)]
        return Interval(low=Fraction(0), high=None if None in ends else max(end for end in ends if end is not None))


def printed(claim: Claim, *, cut: bool = False) -> Interval:
    """All values that may stand behind a printed figure: within its hedge, and rounded or cut off at its last digit.

    `cut` allows for digits cut off where only one or two are printed, too.
    """
    low, high = reach(claim)
    below, above = _room(claim, cut=cut)
    return Interval(
        low=None if low is None else Fraction(low) - below,
        high=None if high is None else Fraction(high) + above,
    )


def percent(claim: Claim) -> Interval:
    """A percentage or a fraction as a share of one."""
    interval = printed(claim)
    scale = Fraction(1, 100) if claim.kind in {"percent", "percentage_point"} else Fraction(1)
    return Interval(
        low=None if interval.low is None else interval.low * scale,
        high=None if interval.high is None else interval.high * scale,
    )


def _room(claim: Claim, *, cut: bool) -> tuple[Fraction, Fraction]:
    """How far the value may lie below and above the printed one.

    Half a step of its last digit, above it a whole one where three digits are printed and the rest may be cut off;
    nothing for a count of single things. A fraction stands for what no other fraction of about its size is nearer to.
    """
    stated_share = claim.low if claim.kind == "fraction" else None
    if stated_share is not None and not _DECIMAL.search(claim.text):
        parts = Fraction(stated_share).denominator
        near = Fraction(1, 2 * parts * (parts + 1))
        return near, near
    finest = step(claim)
    stated = claim.low if claim.low is not None else claim.high
    if claim.kind == "count" and claim.unit in _WHOLE and finest == 1 and stated is not None and stated % 100:
        return Fraction(0), Fraction(0)
    finest = max(finest, _zeros(claim, stated, finest))
    return finest / 2, finest if cut or len(digits(claim)) >= _CUT_OFF else finest / 2


def _zeros(claim: Claim, stated: Number | None, finest: Fraction) -> Fraction:
    """The step of a round figure: its third digit, where it ends in zeros (6000万 may be 60.0 million)."""
    if stated is None or _DECIMAL.search(claim.text) or finest <= 0:
        return Fraction(0)
    size = abs(Fraction(stated))
    third = finest
    while third * 10 * 100 <= size and (size / (third * 10)).denominator == 1:
        third *= 10
    return third


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


def shown(interval: Interval, *, share: bool = False) -> str:
    """An interval for people: 48.2%–52.1%, 3.5–4.2."""
    ends = [_shown(end, share=share) for end in (interval.low, interval.high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _shown(end: Fraction | None, *, share: bool) -> str:
    if end is None:
        return "…"
    if share:
        return f"{float(end * 100):.4g}%"
    step, name = next(((step, name) for step, name in _STEPS if abs(end) >= step), (1, ""))
    return f"{float(end / step):.6g}{name}"

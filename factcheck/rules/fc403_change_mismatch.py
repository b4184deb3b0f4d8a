"""A change that is not the difference of its two ends.

One sentence states what a measure was, what it is, and by how much it changed, and the change is not theirs:
由3亿元增至4.5亿元 is no growth of 15%, and 10.8万 over 1.7万 is not 5倍. Growth in percent is taken over the older
figure; 增长N倍 passes as N times and as N + 1 times, since both are written. Each figure means all values that may
have been rounded or cut off to it.

The change of a percentage may be given in percentage points, or in percent of the older one. Given in percent where it
is one of points (由20%提高到25%，提高5%), it is a warning; where it is neither, an error.

Nothing is said of changes in constant prices or on another basis (实际, 可比, 不变价, 同口径), of yearly averages, nor
of GDP and 增加值 unless called nominal: their growth is not the quotient of the amounts.

**What to do.** Recompute the change, and correct the figure that is wrong.

**Example**

    营收由3亿元增至4.5亿元，增长15%。
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.arithmetic import (
    find_linking_claims,
    finding,
    follow_links,
    format_shares,
    format_values,
    none_is_denied,
)
from factcheck.rules.precision import Precision
from factcheck.verdict import Interval, possible_shares, possible_values, shared_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Finding, Severity

CODE = "FC403"
NAME = "change-mismatch"
SEVERITY: Severity = "error"
OUTRANKS = ()
PRECISION = Precision("low", true=1, read=4)
_EXPECTED = frozenset({"forecast", "target"})
_ENDS = 2
_ONE = Interval(low=Fraction(1), high=Fraction(1))


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a change."""
    for change, by_span in find_linking_claims(evidence, "change_of"):
        ends = follow_links(change, "change_of", by_span)
        if len(ends) != _ENDS or not none_is_denied((change, *ends)) or not _positive(ends):
            continue
        if change.status not in _EXPECTED and any(end.status in _EXPECTED for end in ends):
            continue  # what was expected stands between the two ends of what came
        old, new = ends
        if not _fits(change, old, new, evidence.lexicon.verdict):
            yield _finding(evidence, change, old, new)


def _positive(ends: list[Claim]) -> bool:
    return all(claim.low is not None and claim.high is not None and claim.low > 0 for claim in ends)


def _fits(change: Claim, old: Claim, new: Claim, lexicon: VerdictLexicon) -> bool:
    step = shared_step((old, new), lexicon)
    before, after = possible_values(old, lexicon, step=step), possible_values(new, lexicon, step=step)
    if change.kind == "multiple":
        times = after.over(before)
        quotients = (times, times.minus(_ONE), before.over(after)) if "change" in change.aspects else (times,)
        return any(quotient.meets(possible_values(change, lexicon)) for quotient in quotients)
    if change.kind in {"percent", "fraction"}:
        return after.over(before).minus(_ONE).magnitude().meets(possible_shares(change, lexicon))
    return after.minus(before).magnitude().meets(possible_values(change, lexicon))


def _finding(evidence: Evidence, change: Claim, old: Claim, new: Claim) -> Finding:
    lexicon = evidence.lexicon.verdict
    truly = _truly(change, old, new, lexicon)
    times = ".times" if change.kind == "multiple" else ""
    phrase = say("plain", text=truly)
    points = _points(change, old, new, lexicon)
    if points is not None:
        phrase = say("sum.change.points", points=format_values(points, lexicon), share=truly)
    in_points = points is not None and points.meets(possible_values(change, lexicon))
    return finding(
        evidence, ((old, new), (change,)), rule=CODE, name=NAME, severity="warning" if in_points else SEVERITY,
        confidence=0.85,
        message=say(f"sum.change{times}", old=old.text, new=new.text, truly=phrase, change=change.text),
        because=(
            say("sum.change.told", old=old.text, new=new.text, change=change.text),
            say(f"sum.change.truly{times}", truly=phrase),
        ),
    )  # fmt: skip


def _points(change: Claim, old: Claim, new: Claim, lexicon: VerdictLexicon) -> Interval | None:
    """The change of a percentage in points, where it is told in percent."""
    if {change.kind, old.kind, new.kind} != {"percent"}:
        return None
    return possible_values(new, lexicon).minus(possible_values(old, lexicon)).magnitude()


def _truly(change: Claim, old: Claim, new: Claim, lexicon: VerdictLexicon) -> str:
    before, after = possible_values(old, lexicon), possible_values(new, lexicon)
    if change.kind == "multiple":
        return format_values(after.over(before), lexicon)
    if change.kind in {"percent", "fraction"}:
        return format_shares(after.over(before).minus(_ONE).magnitude())
    return format_values(after.minus(before).magnitude(), lexicon, change)

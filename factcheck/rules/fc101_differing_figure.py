"""Two articles give one fact different figures.

Two claims are taken for the same fact when what they measure, of whom, where and when agree; the finding says why,
level by level. Their figures are compared as intervals: a figure that rounds to the other, or that lies within the
reach of a hedge (超過, 近, 2000多), is no difference.

The finding is an **error** where the letters around both figures are much the same, as in a retold agency report, and
a **warning** where the status of one figure (a target, a rule) is only assumed. Told in other words, two differing
figures are a warning if both sentences say whom they are about, what is measured and when, or if both articles report
one event and the difference is likely a mistake there (the form of a slip, figures around it that fit, no likelier
partner); otherwise nothing is reported, since on news read for the first time nearly all such pairs were two facts.
Nothing is reported either where one article states both figures, or, outside such an event, where each article is
about somebody whom the other never names.

**What to do.** Open both places, find the source, and correct the one that is wrong. If both are right because they
speak of different things, rule the finding `explained` and say how.

**Example**

    36家概念验证中心  against  63家概念验证中心
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.disputes import report_if_sure
from factcheck.rules.precision import Precision
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity

CODE = "FC101"
NAME = "differing-figure"
SEVERITY: Severity = "error"
OUTRANKS = ("FC102",)
PRECISION = Precision("low", true=3, read=8)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact whose figures differ between articles."""
    for dispute in evidence.disputes.figures:
        if any(pair.a.doc != pair.b.doc and pair.verdict == Outcome.DIFFER for pair in dispute.pairs):
            yield from report_if_sure(evidence, dispute, rule=CODE, name=NAME)

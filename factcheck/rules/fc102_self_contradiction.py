"""One article gives one fact two figures, its headline against its body included.

The same comparison as for FC101, but within one article, where figures of unlike things stand close together: more
must agree before two figures are taken for the same fact, and figures of one sentence are never compared.

**What to do.** Find out which of the two the source has, and correct the other.

**Example**

    36家概念验证中心 in the headline  against  63家概念验证中心 in the third paragraph
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.facts import figures, finding, severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Severity
    from factcheck.rules.registry import Evidence

CODE = "FC102"
NAME = "self-contradiction"
SEVERITY: Severity = "error"


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact whose figures differ only within articles."""
    for fact in figures(evidence):
        inside = [pair for pair in fact.disputes if pair.a.doc == pair.b.doc]
        if inside and len(inside) == len(fact.disputes) and any(pair.verdict == "differ" for pair in inside):
            yield finding(evidence, fact, rule=CODE, name=NAME, severity=severity(fact))

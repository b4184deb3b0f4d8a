"""Two texts date one event differently.

A date that a sentence asserts of an event (founded in, born on, opened on) is compared like a figure: 2005 and
26 September 2005 agree, 2005 and 2004 do not. A date that only frames another figure is that figure's period and is
never reported here.

**What to do.** Look the date up, and correct the text that has it wrong.

**Example**

    始建于1446年  against  始建于1464年
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.disputes import report_if_sure
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity

CODE = "FC105"
NAME = "differing-date"
SEVERITY: Severity = "error"
OUTRANKS = ("FC110",)
PRECISION = Precision("medium")


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding an event whose dates exclude one another."""
    for dispute in evidence.disputes.dates:
        yield from report_if_sure(evidence, dispute, rule=CODE, name=NAME)

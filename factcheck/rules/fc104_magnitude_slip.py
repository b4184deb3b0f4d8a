"""The figures of one fact differ by a slip of the pen: a power of ten, 萬 for 億, the currency, a digit.

The same comparison as for FC101 and FC102; this rule reports the pairs whose difference a slip explains: one is ten,
a hundred, ten thousand times the other, rounded (12,346万, 1.235万) or by its unit (平方公里 for 平方米) too; the
amount is the same and the currency another; two neighbouring digits are swapped, or one is dropped or doubled (in
figures of three digits and more).

A title of the metadata whose figure has the digits of one in the lead at another power of ten is a warning, in whatever
words.

**What to do.** This is nearly always an error in one of the two places: look up the source and correct it.

**Example**

    557.6萬美元  against  5576萬美元
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.disputes import report_if_sure
from factcheck.rules.precision import Precision
from factcheck.rules.titles import report_titles
from factcheck.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity

CODE = "FC104"
NAME = "magnitude-slip"
SEVERITY: Severity = "error"
OUTRANKS = ("FC101", "FC102", "FC105")
PRECISION = Precision("low", true=2, read=6)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact whose every difference is a slip."""
    for dispute in evidence.disputes.figures:
        if all(pair.verdict == Outcome.SLIP for pair in dispute.pairs):
            yield from report_if_sure(evidence, dispute, rule=CODE, name=NAME)
    yield from report_titles(evidence, Outcome.SLIP, rule=CODE, name=NAME)

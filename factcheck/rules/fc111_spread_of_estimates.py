"""Named sources estimate one fact differently: a note, no error.

Two articles give one fact different figures, each names its source, the sources are not the same, and a figure is an
estimate or a forecast. Both articles may have quoted their source rightly. The note names each figure with its source.

Two sources that differ on what was counted or measured are no spread of estimates: that stays FC101.

**What to do.** Name the source beside the figure; where an article needs one figure, say that estimates differ.

**Example**

    岚光证券预测增速为4.8%  against  望澜研究院预测增速为5.2%
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.precision import Precision
from factcheck.rules.strands import report_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity

CODE = "FC111"
NAME = "spread-of-estimates"
SEVERITY: Severity = "note"
OUTRANKS = ()
PRECISION = Precision("medium")


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact that sources estimate differently."""
    yield from report_notes(evidence, evidence.disputes.spreads, rule=CODE, name=NAME, state="spread")

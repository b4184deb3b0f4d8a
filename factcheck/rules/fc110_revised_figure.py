"""The figure moved on between two reports: a note, no error.

A toll, a count of cases, box office takings, a total to date run on with time: two reports of two moments may both be
right. The same holds where the later text says that it corrects (更正, 追溯調整, 經審計, 上調), and between two
versions of one page: the same URL, or the same source and four fifths of both texts. A slip of the pen between versions
is FC104. What counts the days or articles of one source (还有4天) is no figure that moves on.

Of one event there is one note for a measure: all its steps, in the order of time. A toll may fall a little (50, then 49
when the victims were identified), and the missing are found. Takings are those of one work, cases those of one place.

A later date alone explains nothing, nor does running on explain a figure that is over five times the other, or one
that is much smaller at the later date: these stay FC101. A figure of an earlier event (自2019年以来) is no step.

**What to do.** Nothing, if the older report was to be left as it stood. In an article that is still to be printed, use
the newest figure, and say of when it is.

**Example**

    事故已造成10人死亡（3月1日）  then  死亡人数升至13人（3月4日）
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.precision import Precision
from factcheck.rules.strands import report_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Severity

CODE = "FC110"
NAME = "revised-figure"
SEVERITY: Severity = "note"
OUTRANKS = ("FC111",)
PRECISION = Precision("medium")


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact whose figure moved on, its states in the order of their dates."""
    yield from report_notes(evidence, evidence.disputes.revisions, rule=CODE, name=NAME, state="revised")

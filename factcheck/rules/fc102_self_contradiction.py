"""One article gives one fact two figures, its headline against its body included.

The same comparison as for FC101, but within one article, where figures of unlike things are close together: more
must agree before two figures are taken for the same fact, and figures of one sentence are never compared. Compared are
headline and lead with one another and with the body, and a table with the text around it, where both name measure and
time. Two figures open upwards (至少54人, 最少48人) differ unless one is
the other cut off (逾5000人, 逾5200人), and a toll that runs on with time is explained only where the sentence with the
smaller figure says of which moment it speaks (此前, 截至).

A headline that is told in other words than the text is compared all the same: its figure with those of the text,
where none of them bears it out, no row of them adds up to it, and one has the form of a slip of it, or is alone in
naming the same measure (遇难 and 死亡, 营收 and 营业收入) and less than five times away. Figures of one digit, ages,
durations and ranks are left out, and so is what the text says of another time, part, bearer or scope. Of a lead only
slips are: a power of ten, a digit doubled, dropped, swapped or another one. A slip of three digits, or of two in a
headline, is an error, all else a warning.

A title that is only in the metadata (front matter, a field of a JSON record) is compared too, unless some figure of
the text confirms it. In front matter it is a place of the finding; a title that is no part of the file has no place,
and the message quotes it.

**What to do.** Find out which of the two the source has, and correct the other.

**Example**

    36家概念验证中心 in the headline  against  63家概念验证中心 in the third paragraph
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

CODE = "FC102"
NAME = "self-contradiction"
SEVERITY: Severity = "error"
OUTRANKS = ("FC105",)
PRECISION = Precision("low", true=0, read=1)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a fact whose figures differ only within articles, and one a figure of a title in the metadata."""
    for dispute in evidence.disputes.figures:
        inside = [pair for pair in dispute.pairs if pair.a.doc == pair.b.doc]
        if inside and len(inside) == len(dispute.pairs) and any(pair.verdict == Outcome.DIFFER for pair in inside):
            yield from report_if_sure(evidence, dispute, rule=CODE, name=NAME)
    yield from report_titles(evidence, Outcome.DIFFER, rule=CODE, name=NAME)

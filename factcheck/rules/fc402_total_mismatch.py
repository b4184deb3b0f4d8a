"""Parts that do not add up to their whole.

A part is larger than the whole it is told to be of (3万名, 其中17万名), or the items of an addition do not give the
sum that is printed (30人、20人，合计60人). Each figure stands for all values that may have been rounded or cut off to
it.

Nothing is said of parts that do not reach their whole, unless the text calls them complete (合计), since others may
have been left out; nor of parts that may overlap.

**What to do.** Add up again, and correct the figure that is wrong.

**Example**

    参加者有3万名，其中17万名是学生。
"""

from __future__ import annotations

from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.catalogue import say
from factcheck.rules.arithmetic import Interval, finding, linked, linking, printed, shown, sure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim, Finding, Severity
    from factcheck.rules.registry import Evidence

CODE = "FC402"
NAME = "total-mismatch"
SEVERITY: Severity = "error"


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a part that exceeds its whole, and one an addition that fails."""
    yield from _excess(evidence)
    yield from _additions(evidence)


def _excess(evidence: Evidence) -> Iterator[Finding]:
    for part, by_span in linking(evidence, "part_of"):
        for whole in linked(part, "part_of", by_span):
            if sure((part, whole)) and printed(whole).below(printed(part)):
                yield finding(
                    evidence, ((part,), (whole,)), rule=CODE, name=NAME, severity=SEVERITY, confidence=0.8,
                    message=say("sum.part", part=part.text, whole=whole.text),
                    because=(say("sum.part.more", part=part.text, whole=whole.text),),
                )  # fmt: skip


def _additions(evidence: Evidence) -> Iterator[Finding]:
    items = linking(evidence, "item_of")
    rows = ((total, item) for item, by_span in items for total in linked(item, "item_of", by_span))
    for _, together in groupby(rows, key=lambda row: (row[0].doc, row[0].start)):
        pairs = list(together)
        total, added = pairs[0][0], [item for _, item in pairs]
        summed = reduce(Interval.plus, map(printed, added))
        if sure((total, *added)) and not summed.meets(printed(total)):
            yield _addition(evidence, total, added, summed)


def _addition(evidence: Evidence, total: Claim, items: list[Claim], summed: Interval) -> Finding:
    return finding(
        evidence, (tuple(items), (total,)), rule=CODE, name=NAME, severity=SEVERITY, confidence=0.8,
        message=say(
            "sum.total", items=" + ".join(item.text for item in items), truly=shown(summed), total=total.text
        ),
        because=(say("sum.total.told", total=total.text, count=len(items)),),
    )  # fmt: skip

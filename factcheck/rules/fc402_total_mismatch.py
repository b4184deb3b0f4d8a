"""Parts that do not add up to their whole.

A part is larger than the whole it is said to be of (3万名, 其中17万名), or the items of an addition do not give the
sum that is printed: one that 合计, 合共 or 共计 draws (30人、20人，合计60人), or one of which a list is said to be all
(共12个，分别为东区5个、西区4个; 共60人，由运动员35人组成). Each figure means all values that may have been
rounded or cut off to it.

Amounts of money, weight, area or energy that one 其中 lists are a warning where they come to hardly more than their
whole; where they come to much more, the parts hold one another. People and things are not added up, since one may be
counted in two of the parts (党员20名、女性45名).

Nothing is said of parts that do not reach their whole, unless the text calls them complete, since others may have been
left out.

**What to do.** Add up again, and correct the figure that is wrong.

**Example**

    参加者有3万名，其中17万名是学生。
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.arithmetic import find_linking_claims, finding, follow_links, format_values, none_is_denied
from factcheck.rules.precision import Precision
from factcheck.verdict import Interval, possible_values, shared_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Finding, Phrase, Severity

CODE = "FC402"
NAME = "total-mismatch"
SEVERITY: Severity = "error"
OUTRANKS = ()
PRECISION = Precision("low", true=0, read=1)
_AS_PRINTED = Fraction(0)  # no coarser step than that of each figure
_HARDLY_MORE = Fraction(6, 5)  # of the whole; parts that come to more than that hold one another
_AMOUNTS = {"money", "mass", "area", "volume", "energy"}  # of which two parts do not hold the same


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a part that exceeds its whole, one a list of parts that does, and one an addition that fails."""
    yield from _excess(evidence)
    yield from _lists(evidence)
    yield from _additions(evidence)


def _excess(evidence: Evidence) -> Iterator[Finding]:
    lexicon = evidence.lexicon.verdict
    for part, by_span in find_linking_claims(evidence, "part_of"):
        for whole in follow_links(part, "part_of", by_span):
            if none_is_denied((part, whole)) and possible_values(whole, lexicon).below(possible_values(part, lexicon)):
                yield finding(
                    evidence, ((part,), (whole,)), rule=CODE, name=NAME, severity=SEVERITY, confidence=0.8,
                    message=say("sum.part", part=part.text, whole=whole.text),
                    because=(say("sum.part.more", part=part.text, whole=whole.text),),
                )  # fmt: skip


def _lists(evidence: Evidence) -> Iterator[Finding]:
    lexicon = evidence.lexicon.verdict
    for whole, parts in _together(evidence, "part_of"):
        one = len({part.sentence for part in parts}) == 1 < len(parts)
        if not one or whole.kind not in _AMOUNTS or not none_is_denied((whole, *parts)):
            continue
        summed = _sum(parts, lexicon)
        held = possible_values(whole, lexicon, cut=True)
        if held.below(summed) and not held.times(_HARDLY_MORE).below(summed):
            told = say("sum.list.told", total=whole.text, count=len(parts))
            yield _addition(evidence, whole, parts, summed, told, severity="warning", confidence=0.6)


def _together(evidence: Evidence, relation: str) -> Iterator[tuple[Claim, list[Claim]]]:
    """Every figure that others lead to by the relation, and these one after the other."""
    figures = find_linking_claims(evidence, relation)
    rows = ((total, item) for item, by_span in figures for total in follow_links(item, relation, by_span))
    for _, together in groupby(rows, key=lambda row: (row[0].doc, row[0].start)):
        pairs = list(together)
        yield pairs[0][0], [item for _, item in pairs]


def _additions(evidence: Evidence) -> Iterator[Finding]:
    lexicon = evidence.lexicon.verdict
    for total, added in _together(evidence, "item_of"):
        step = shared_step((total, *added), lexicon)
        missed = not _sum(added, lexicon, step).meets(possible_values(total, lexicon, step=step))
        if missed and none_is_denied((total, *added)):
            summed = _sum(added, lexicon)
            told = say("sum.total.told", total=total.text, count=len(added))
            yield _addition(evidence, total, added, summed, told, severity=SEVERITY, confidence=0.8)


def _sum(claims: list[Claim], lexicon: VerdictLexicon, step: Fraction = _AS_PRINTED) -> Interval:
    return reduce(Interval.plus, (possible_values(claim, lexicon, step=step) for claim in claims))


def _addition(
    evidence: Evidence,
    total: Claim,
    items: list[Claim],
    summed: Interval,
    told: Phrase,
    *,
    severity: Severity,
    confidence: float,
) -> Finding:
    truly = format_values(summed, evidence.lexicon.verdict, total)
    return finding(
        evidence, (tuple(items), (total,)), rule=CODE, name=NAME, severity=severity, confidence=confidence,
        message=say("sum.total", items=" + ".join(item.text for item in items), truly=truly, total=total.text),
        because=(told,),
    )  # fmt: skip

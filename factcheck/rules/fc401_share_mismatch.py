"""A share that is not the part over its whole.

A sentence gives a whole, a part of it and the share that the part is, and the three do not fit: 59 of 96 is not 七成.
The whole may also be the only figure of its unit in the sentence before, if this one begins with 其中. Each figure
means all values that may have been rounded or cut off to it, and a hedged one (近, 超, 约) for all within its
reach; the quotient of part and whole is taken over these intervals, never with a fixed tolerance.

A rate that follows on its two figures is compared in the same way (检验100批次，合格95批次，合格率为96%), as a warning,
since it may be of another time.

Nothing is said where the words name another whole for the share (占全市的), and of figures that change or are given of
each (每人, 增长).

**What to do.** Recompute the share, and correct the figure that is wrong. The part may also belong to another whole:
then rule the finding `explained`.

**Example**

    96家企业中，望澜独占59家，占总数的七成。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.arithmetic import find_linking_claims, finding, follow_links, format_shares, none_is_denied
from factcheck.rules.precision import Precision
from factcheck.verdict import possible_shares, possible_values, shared_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.lexicon import VerdictLexicon
    from factcheck.model import Claim, Finding, Severity

CODE = "FC401"
NAME = "share-mismatch"
SEVERITY: Severity = "error"
OUTRANKS = ()
PRECISION = Precision("low", true=0, read=1)
_ENDS = 2  # of a rate: its part, and then its whole


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a share or a rate."""
    yield from _shares(evidence)
    yield from _rates(evidence)


def _shares(evidence: Evidence) -> Iterator[Finding]:
    lexicon = evidence.lexicon.verdict
    for share, by_span in find_linking_claims(evidence, "share_of"):
        for part in follow_links(share, "share_of", by_span):
            for whole in follow_links(part, "part_of", by_span):
                if none_is_denied((share, part, whole)) and not _fits(share, part, whole, lexicon):
                    yield _finding(evidence, share, part, whole, SEVERITY)


def _rates(evidence: Evidence) -> Iterator[Finding]:
    lexicon = evidence.lexicon.verdict
    for rate, by_span in find_linking_claims(evidence, "rate_of"):
        ends = follow_links(rate, "rate_of", by_span)
        if len(ends) != _ENDS:
            continue
        part, whole = ends
        if none_is_denied((rate, part, whole)) and not _fits(rate, part, whole, lexicon):
            yield _finding(evidence, rate, part, whole, "warning")


def _fits(share: Claim, part: Claim, whole: Claim, lexicon: VerdictLexicon) -> bool:
    """Also where the part is more than the whole, which is a matter of FC402."""
    step = shared_step((part, whole), lexicon)
    held, all_of_it = possible_values(part, lexicon, step=step), possible_values(whole, lexicon, step=step)
    return all_of_it.below(held) or held.over(all_of_it).meets(possible_shares(share, lexicon))


def _finding(evidence: Evidence, share: Claim, part: Claim, whole: Claim, severity: Severity) -> Finding:
    lexicon = evidence.lexicon.verdict
    quotient = format_shares(possible_values(part, lexicon).over(possible_values(whole, lexicon)))
    return finding(
        evidence, ((part, whole), (share,)), rule=CODE, name=NAME, severity=severity, confidence=0.85,
        message=say("sum.share", part=part.text, whole=whole.text, truly=quotient, share=share.text),
        because=(
            say("sum.share.told", part=part.text, whole=whole.text, share=share.text),
            say("sum.share.truly", truly=quotient),
        ),
    )  # fmt: skip

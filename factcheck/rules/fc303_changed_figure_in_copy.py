"""A shared passage whose figure changed on the way.

Two places print the same passage, and at one spot in it the figures cannot both be right, while the words around them
are the same: a slip of the pen in one of the copies, or a correction that never reached the other. There is no stronger
evidence of an error than this.

So is a number whose unit changed (1.2个百分点, 1.2%; 350公里, 350平方公里); where texts take one unit for the other
(人, 人次) it is a warning, since both may be right.

Figures of which one rounds to the other are no change, and under twenty letters are no copy. Nothing is said where a
date or a name beside the figure changed too, where a good part of all figures changed (a report of another day, made
with the same words), where nothing names what both are about (no rare word in the passage, no town on the same day, and
few rare words that the two articles share: a form, a turn of phrase), where the figure moved on from one day to another
(FC110), where it counts the articles or days of one source (第120期, 还有4天: at the head or foot, and another value in
every copy), and between versions of one page: the same URL, or the same source and four fifths of both texts.

## Example

> 该园区入驻企业达1.7万家。 — 该园区入驻企业达17万家。

## What to do

Look at the source, and correct the copy.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.precision import Precision
from factcheck.rules.wording import changes_between, describe_changes, describe_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.evidence.changed_figures import ChangedFigure
    from factcheck.model import Claim, Finding, Passage, Phrase, Severity, Span
    from factcheck.passage.figures import Slip
    from factcheck.quotation.changes import Change

CODE = "FC303"
NAME = "changed-figure-in-copy"
SEVERITY: Severity = "error"
OUTRANKS = ("FC104", "FC101", "FC102")
TELLS_COPIES = True
PRECISION = Precision("medium", true=1, read=2)
_NAMED = 12  # figures named in the message; every one is among the places


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a figure, with every copy of it that takes part in a disagreement."""
    for change in evidence.changed_figures:
        yield _finding(evidence, change)


def _finding(evidence: Evidence, change: ChangedFigure) -> Finding:
    passage, groups, likeness = change.passage, change.groups, change.likeness
    texts = [group[0].text for group in groups[:_NAMED]] + ["…"] * (len(groups) > _NAMED)
    figures = reduce(_beside, texts[1:], say("plain", text=texts[0]))
    return finding(
        rule=CODE,
        name=NAME,
        severity="warning" if all(slip.loose for slip in change.slips) else SEVERITY,
        confidence=round(min(0.98, 0.55 + 0.35 * likeness + min(passage.letters, 80) / 1000), 3),
        message=say("copy.figure", figures=figures),
        locations=tuple(
            location(evidence.articles[claim.doc], claim.start, claim.end, number, claim)
            for number, group in enumerate(groups)
            for claim in group
        ),
        because=_because(evidence, change),
        fingerprints=tuple(
            sorted(
                {
                    fingerprint(
                        CODE,
                        (evidence.articles[s.a.doc], s.a.start, s.a.end),
                        (evidence.articles[s.b.doc], s.b.start, s.b.end),
                        lexicon=evidence.lexicon,
                    )
                    for s in change.slips
                }
            )
        ),
    )


def _beside(one: Phrase, other: str) -> Phrase:
    return say("copy.figures", a=one, b=other)


def _because(evidence: Evidence, change: ChangedFigure) -> tuple[Phrase, ...]:
    passage = change.passage
    because = [
        say("copy.likeness", count=passage.letters, share=f"{change.likeness:.0%}"),
        say("copy.beside"),
    ]
    if more := _else_changed(evidence, passage, change.slips[0]):
        because.append(say("copy.else", changes=describe_changes(more)))
    because += describe_copy(evidence, passage)
    return tuple(because)


def _else_changed(evidence: Evidence, passage: Passage, slip: Slip) -> list[Change]:
    place = {p.doc: p for p in passage.places}
    one, other = place[slip.a.doc], place[slip.b.doc]
    return [
        change
        for change in changes_between(evidence, one, other)
        if not _touches(change.a, slip.a) and not _touches(change.b, slip.b)
    ]


def _touches(span: Span, claim: Claim) -> bool:
    return span[0] < claim.end and claim.start < span[1]

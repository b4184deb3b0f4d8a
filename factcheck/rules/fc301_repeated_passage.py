"""One article prints a passage twice.

A stretch of twenty letters or more stands twice in one article, of sixteen where it is several clauses and exact, or
its file holds the whole article twice. What a headline, a caption or a label repeats from the body is no matter, nor is
boilerplate, nor one construction used twice with other numbers or names. An article that is printed twice is one
finding, and nothing inside it is reported again.

## What to do

Delete one of the two, unless the repetition is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Finding, Passage
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Severity
    from factcheck.rules.registry import Evidence

CODE = "FC301"
NAME = "repeated-passage"
SEVERITY: Severity = "warning"
_LONG = 60  # letters from which a repetition is hardly meant


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a passage, with all its places."""
    for passage in evidence.passages:
        if passage.repeated:
            yield _finding(evidence, passage)


def _finding(evidence: Evidence, passage: Passage) -> Finding:
    docs = sorted({place.doc for place in passage.places})
    twice = passage.whole
    return Finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=0.95 if twice else 0.85 if passage.letters >= _LONG else 0.6,
        message=_message(passage, docs),
        locations=tuple(location(evidence.articles[p.doc], p.start, p.end, 0) for p in passage.places),
        because=(f"{passage.letters} letters are the same, script and punctuation aside.",),
        fingerprints=(fingerprint(CODE, *((evidence.articles[p.doc], p.start, p.end) for p in passage.places)),),
    )


def _message(passage: Passage, docs: list[str]) -> str:
    if passage.whole:
        return f"The file holds the article twice: {passage.letters} letters come again"
    times = len(passage.places)
    where = "in one article" if len(docs) == 1 else f"in {len(docs)} articles"
    return f"A passage of {passage.letters} letters is printed {times} times {where}"

"""One article prints a passage twice.

A stretch of twenty letters or more is printed twice in one article, of sixteen where it is several clauses and exact,
or its file holds the whole article twice. What a headline, a caption or a label repeats from the body is no matter,
nor is boilerplate, nor one construction used twice with other numbers or names. An article that is printed twice is
one finding; only what it says twice within itself is reported besides.

## What to do

Delete one of the two, unless the repetition is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Passage, Phrase, Severity

CODE = "FC301"
NAME = "repeated-passage"
SEVERITY: Severity = "warning"
OUTRANKS = ()
PLACES = "passages"
PRECISION = Precision("low", true=53, read=146)
_LONG = 60  # letters from which a repetition is hardly meant


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a passage, with all its places."""
    for passage in evidence.passages:
        if passage.repeated:
            yield _finding(evidence, passage)


def _finding(evidence: Evidence, passage: Passage) -> Finding:
    docs = sorted({place.doc for place in passage.places})
    places = ((evidence.articles[p.doc], p.start, p.end) for p in passage.places)
    twice = passage.whole
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=0.95 if twice else 0.85 if passage.letters >= _LONG else 0.6,
        message=_message(passage, docs),
        locations=tuple(location(evidence.articles[p.doc], p.start, p.end, 0) for p in passage.places),
        because=(say("passage.letters", count=passage.letters),),
        fingerprints=(fingerprint(CODE, *places, lexicon=evidence.lexicon),),
    )


def _message(passage: Passage, docs: list[str]) -> Phrase:
    if passage.whole:
        return say("passage.twice", count=passage.letters)
    key = "passage.repeated.one" if len(docs) == 1 else "passage.repeated.many"
    return say(key, count=passage.letters, times=len(passage.places), articles=len(docs))

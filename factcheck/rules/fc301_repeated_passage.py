"""One article prints a passage twice.

A stretch of twenty letters or more is printed twice in one article, of sixteen where it is several clauses and exact,
or its file holds the whole article twice. What a headline, a caption or a label repeats from the body is no matter,
nor is boilerplate, nor one construction used twice with other numbers or names. An article that is printed twice is
one finding; only what it says twice within itself is reported besides.

What stands on top: the same words one right behind the other, which is a slip of the hand. Last: what the opening says
and the body says again, as leads do; that it comes twice is true, but it is often meant.

## What to do

Delete one of the two, unless the repetition is meant.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence import Evidence
    from factcheck.model import Finding, Passage, Phrase, Place, Severity

CODE = "FC301"
NAME = "repeated-passage"
SEVERITY: Severity = "warning"
OUTRANKS = ()
PLACES = "passages"
PRECISION = Precision("low", true=82, read=193)
_LONG = 60  # letters from which a repetition is hardly meant; figures that disagree matter more all the same
_BESIDE = 6  # letters between two places that follow one another: a mark, a line's end, a dash
_OPENING = 5  # the first of so many parts of an article is its opening


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a passage, with all its places."""
    for passage in evidence.passages:
        if passage.repeated:
            yield _finding(evidence, passage)


def _finding(evidence: Evidence, passage: Passage) -> Finding:
    docs = sorted({place.doc for place in passage.places})
    ahead = _is_told_ahead(evidence, passage)
    places = ((evidence.articles[p.doc], p.start, p.end) for p in passage.places)
    letters = (say("passage.letters", count=passage.letters),)
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=_confidence(passage, ahead=ahead),
        message=_message(passage, docs),
        locations=tuple(location(evidence.articles[p.doc], p.start, p.end, 0) for p in passage.places),
        because=(*letters, say("passage.ahead")) if ahead else letters,
        fingerprints=(fingerprint(CODE, *places, lexicon=evidence.lexicon),),
    )


def _confidence(passage: Passage, *, ahead: bool) -> float:
    if passage.whole:
        return 0.95
    if _follow_one_another(passage.places):
        return 0.9
    if ahead:
        return 0.2
    return 0.55 if passage.letters >= _LONG else 0.4


def _follow_one_another(places: Sequence[Place]) -> bool:
    return any(a.doc == b.doc and b.start - a.end <= _BESIDE for a, b in pairwise(places))


def _is_told_ahead(evidence: Evidence, passage: Passage) -> bool:
    """Whether every article that has it twice has it once in its opening, and not twice there or in a row."""
    by_doc = {doc: list(places) for doc, places in groupby(passage.places, key=lambda place: place.doc)}
    twice = {doc: places for doc, places in by_doc.items() if len(places) > 1}
    if passage.whole or not twice or _follow_one_another(passage.places):
        return False
    return all(
        places[0].start < len(evidence.articles[doc].text.stored) // _OPENING <= places[1].start
        for doc, places in twice.items()
    )


def _message(passage: Passage, docs: list[str]) -> Phrase:
    if passage.whole:
        return say("passage.twice", count=passage.letters)
    key = "passage.repeated.one" if len(docs) == 1 else "passage.repeated.many"
    return say(key, count=passage.letters, times=len(passage.places), articles=len(docs))

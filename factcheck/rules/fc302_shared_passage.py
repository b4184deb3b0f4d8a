"""Articles share a passage.

Thirteen letters and more that several articles print alike, whatever their script and punctuation: a shared source, or
one lifted from the other. An article that reprints another is one finding, with the share of each that is common and
which came first by date. Names, dates and negations that changed in a copy are named, and so are words that one article
puts between quotation marks and another gives as its own.

Stock phrases, names, titles, headlines, forms filled in for another day, and boilerplate are no passages, nor is what
has at most 36 letters, neither figure nor proper name, and is in articles on other events that are three days apart
or more, nor are tasks in the language of offices (切实加强…) in articles on other events. What FC201, FC202, FC203 or
FC301 reports at the same places is not reported again.

## What to do

Nothing, where the source is named. Independent confirmation it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import say
from factcheck.passage.covered import is_covered_by_quotations
from factcheck.passage.phrase import is_stock_phrase
from factcheck.rules import wording
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.evidence import Evidence
    from factcheck.model import Article, Finding, Passage, Phrase, Severity

CODE = "FC302"
NAME = "shared-passage"
SEVERITY: Severity = "note"
OUTRANKS = ()
PLACES = "passages"
TELLS_COPIES = True
PRECISION = Precision("high")
_IDENTITY = 40  # letters at the head of a passage that tell it from others, whatever was changed further on
_LISTED = 12  # shares named one by one


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a passage, or for a group of reprints, with all its places."""
    for passage in evidence.passages:
        docs = {place.doc for place in passage.places}
        if (
            len(docs) == 1
            or passage.repeated
            or is_stock_phrase(evidence.articles, passage, evidence.stats, evidence.lexicon)
        ):
            continue
        if not is_covered_by_quotations(evidence.articles, passage, evidence.quotation_cases):
            yield _finding(evidence, passage, len(docs))


def _finding(evidence: Evidence, passage: Passage, articles: int) -> Finding:
    because = [say("passage.letters", count=passage.letters)]
    if passage.whole:
        shares = [
            say("passage.share", share=f"{share:.0%}", article=place.doc)
            for place, share in zip(passage.places, passage.shares, strict=True)
        ]
        more = [say("passage.more", count=len(shares) - _LISTED)] if len(shares) > _LISTED else []
        because.append(say("passage.shares", shares=(*shares[:_LISTED], *more)))
    if first := _first(evidence.articles, passage):
        because.append(first)
    because += wording.describe_copy(evidence, passage)
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=round(min(0.95, 0.5 + passage.letters / 150), 3),
        message=say("passage.whole" if passage.whole else "passage.shared", articles=articles, count=passage.letters),
        locations=tuple(location(evidence.articles[p.doc], p.start, p.end, 0) for p in passage.places),
        because=tuple(because),
        fingerprints=_fingerprints(evidence, passage),
    )  # fmt: skip


def _first(articles: Mapping[str, Article], passage: Passage) -> Phrase | None:
    dates = {doc: articles[doc].document.date for doc in sorted({place.doc for place in passage.places})}
    known = sorted((date, doc) for doc, date in dates.items() if date)
    if len(known) < len(dates) or known[-1][0].startswith(known[0][0]):
        return None
    return say("passage.first", article=known[0][1], date=known[0][0])


def _fingerprints(evidence: Evidence, passage: Passage) -> tuple[str, ...]:
    starts = [(evidence.articles[p.doc], p.start, min(p.end, p.start + _IDENTITY)) for p in passage.places]
    return tuple(sorted({fingerprint(CODE, starts[0], start, lexicon=evidence.lexicon) for start in starts[1:]}))

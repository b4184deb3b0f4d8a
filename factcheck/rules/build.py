"""What every rule needs to make a finding: locations and fingerprints."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from factcheck.messages import tell
from factcheck.model import Article, Claim, ComparedPair, Document, Finding, Location, Phrase, Severity
from factcheck.text.identity import identify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.lexicon import Lexicon
    from factcheck.model import Span

_STOP = re.compile(r"[。！？][”’」』）]*|[\n\r]")
_REACH = 300  # letters on either side in which the end of a sentence is looked for


def finding(
    *,
    rule: str,
    name: str,
    severity: Severity,
    confidence: float,
    message: Phrase,
    because: Iterable[Phrase],
    locations: Iterable[Location],
    fingerprints: Iterable[str],
    comparison: ComparedPair | None = None,
) -> Finding:
    """A finding that can be told in every language of the catalogue."""
    phrases = (message, *because)
    told = tuple(map(tell, phrases))
    return Finding(
        rule=rule, name=name, severity=severity, confidence=confidence, message=told[0], because=told[1:],
        locations=tuple(locations), fingerprints=tuple(fingerprints), phrases=phrases,
        comparison=comparison,
    )  # fmt: skip


def location(article: Article, start: int, end: int, group: int, claim: Claim | None = None) -> Location:
    """The stretch of `article` as a location.

    In a JSON-lines record the line is the record's and the column counts in its text.
    """
    return location_in(article.document, start, end, group, claim)


def location_in(document: Document, start: int, end: int, group: int, claim: Claim | None = None) -> Location:
    """The stretch of `document` as a location."""
    if document.record is not None:
        line, column = document.record, start + 1
    else:
        line, column = line_and_column(document.text, start)
    return Location(
        doc=document.id, start=start, end=end, text=document.text[start:end], path=document.path,
        line=line, column=column, group=group, claim=claim,
        sentence=find_sentence(document.text, start, end, claim), where=document.where(start),
    )  # fmt: skip


def find_sentence(text: str, start: int, end: int, claim: Claim | None = None) -> Span:
    """The span of what a reader is shown around start..end of a stored text: the sentence of the claim there.

    Without one, from the full stop before it to the one behind it, as far as they are near.
    """
    if claim is not None and claim.sentence[0] <= start < end <= claim.sentence[1]:
        return claim.sentence
    before = [found.end() for found in _STOP.finditer(text, max(0, start - _REACH), start)]
    first = before[-1] if before else max(0, start - _REACH)
    if end and (stop := _STOP.match(text, end - 1)) is not None:
        return first, stop.end()
    after = _STOP.search(text, end, end + _REACH)
    return first, after.end() if after else min(len(text), end + _REACH)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    r"""Both from 1, in code points; lines break at \n, \r\n and \r only."""
    before = text[:at].replace("\r\n", " \n").replace("\r", "\n")
    return before.count("\n") + 1, at - before.rfind("\n")


def fingerprint(rule: str, *places: tuple[Article, int, int], lexicon: Lexicon) -> str:
    """Sixteen hex digits for a rule and the letters of the sentences of its places, whatever their order.

    No path, line or count goes in, so it survives moved lines and renamed files; nor what a later version reads
    otherwise: see `factcheck.text.identity`.
    """
    return hash_identities(rule, (identity(article, start, end, lexicon) for article, start, end in places))


def hash_identities(rule: str, identities: Iterable[str]) -> str:
    """The fingerprint of a rule and what identifies each of its places."""
    return hashlib.sha256("\x1f".join([rule, *sorted(identities)]).encode()).hexdigest()[:16]


def identity(article: Article, start: int, end: int, lexicon: Lexicon) -> str:
    """The letters by which a ruling knows a place."""
    return identify(article.text, start, end, lexicon.text)

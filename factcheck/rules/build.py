"""What every rule needs to make a finding: locations and fingerprints."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factcheck.messages import tell
from factcheck.model import Article, Claim, ComparedPair, Document, Finding, Location, Phrase, Severity
from factcheck.text.identity import identify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.lexicon import Lexicon


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
    )  # fmt: skip


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

"""Where a figure stands in its document: line, column, sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Document, Location, Span

_BREAK = re.compile(r"\r\n|\r|\n")
_STOP = re.compile(r"[。！？][”’」』）]*|[\n\r]")
_REACH = 300  # letters on either side in which the end of a sentence is looked for


class Context:
    """The documents of one report, and where their lines begin."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = {document.id: document for document in documents}
        self._lines: dict[str, list[int]] = {}

    def place(self, claim: Claim) -> tuple[str | None, int, int]:
        """Path, line and column of a claim, the latter two from 1; the line of a JSON-lines record is the record's."""
        document = self.documents[claim.doc]
        if document.record is not None:
            return document.path, document.record, claim.start + 1
        if claim.doc not in self._lines:
            self._lines[claim.doc] = [0, *(found.end() for found in _BREAK.finditer(document.text))]
        starts = self._lines[claim.doc]
        line = bisect_right(starts, claim.start)
        return document.path, line, claim.start - starts[line - 1] + 1

    def sentence(self, place: Location | Claim) -> Span:
        """The span of the sentence around a place; for a passage, the passage itself."""
        start, end = place.start, place.end
        claim = place if isinstance(place, Claim) else place.claim
        if claim is not None and claim.sentence[0] <= start < end <= claim.sentence[1]:
            return claim.sentence
        text = self.text(place)
        before = [found.end() for found in _STOP.finditer(text, max(0, start - _REACH), start)]
        after = _STOP.search(text, end, end + _REACH)
        first = before[-1] if before else max(0, start - _REACH)
        stop = _STOP.match(text, end - 1) if end else None
        if stop is not None:
            return first, stop.end()
        return first, after.end() if after else min(len(text), end + _REACH)

    def text(self, place: Location | Claim) -> str:
        """The stored text of the document that holds a place."""
        document = self.documents.get(place.doc)
        return document.text if document is not None else ""

"""Where a figure stands in its document: line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.messages import Language
    from factcheck.model import Claim, Document, Location, Phrase

_BREAK = re.compile(r"\r\n|\r|\n")


class Context:
    """The documents of one report, and where their lines begin."""

    def __init__(self, documents: Iterable[Document], language: Language = "en") -> None:
        self.language = language  # in which JSON tells where a place is
        self.documents = {document.id: document for document in documents}
        self._lines: dict[str, list[int]] = {}

    def place(self, claim: Claim) -> tuple[str | None, int, int]:
        """Path, line and column of a claim, the latter two from 1; the line of a JSON-lines record is the record's."""
        document = self.documents[claim.doc]
        if document.record is not None:
            return document.path, document.record, claim.start + 1
        starts = self._list_starts(document)
        line = bisect_right(starts, claim.start)
        return document.path, line, claim.start - starts[line - 1] + 1

    def count_lines(self, document: Document) -> int:
        """How many lines a document has; the one behind its last line break counts too."""
        return len(self._list_starts(document))

    def _list_starts(self, document: Document) -> list[int]:
        known = self._lines.get(document.id)
        if known is None:
            starts = (found.end() for found in _BREAK.finditer(document.text))
            known = self._lines[document.id] = [0, *starts]
        return known

    def where(self, place: Location | Claim) -> Phrase | None:
        """Where a place stands in a file that is no plain text: its paragraph, page, cell; None in any other."""
        document = self.documents.get(place.doc)
        return document.where(place.start) if document is not None else None

    def text(self, place: Location | Claim) -> str:
        """The stored text of the document that holds a place."""
        document = self.documents.get(place.doc)
        return document.text if document is not None else ""

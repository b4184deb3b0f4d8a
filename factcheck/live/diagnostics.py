"""The findings in one article as an editor shows them: a stretch, what is wrong there, and the other places."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.live.positions import PositionEncoding, Positions
from factcheck.messages import because, message, reason
from factcheck.model import Severity, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.messages import Language
    from factcheck.model import Document, Finding, Location, Report, Skipped

_OTHERS = 20  # places that are named beside a finding; a passage may stand in hundreds


class EditorRange(Value, frozen=True):
    """From a position to another, each a line from 0 and the units in it; `path` is absolute."""

    path: str
    start: tuple[int, int]
    end: tuple[int, int]


class RelatedPlace(Value, frozen=True):
    """Another place that a finding is about, and the words there."""

    where: EditorRange
    text: str


class Diagnostic(Value, frozen=True):
    """What is to be shown at a stretch; `more` are the reasons, for who asks. `rule` is empty for what was not read."""

    where: EditorRange
    severity: Severity
    rule: str
    message: str
    more: tuple[str, ...] = ()
    others: tuple[RelatedPlace, ...] = ()


def make_diagnostics(
    report: Report, path: str, folder: str, encoding: PositionEncoding, language: Language
) -> tuple[Diagnostic, ...]:
    """What a report says of the article at `path`, in the order of the report.

    `folder` is where the paths of what is on file start from.
    """
    pages = _Pages(report.documents, folder, encoding)
    found = [one for finding in report.findings for one in _tell_finding(finding, path, pages, language)]
    return (*(_tell_skipped(item, path, language) for item in report.skipped if item.fatal), *found)


class _Pages:
    """The documents of a report, in which places are looked up."""

    def __init__(self, documents: Iterable[Document], folder: str, encoding: PositionEncoding) -> None:
        self._documents: Mapping[str, Document] = {one.id: one for one in documents}
        self._folder, self._encoding = folder, encoding
        self._positions: dict[str, Positions] = {}

    def find(self, place: Location) -> EditorRange | None:
        """Where a place is; of a record of JSON lines, the line that holds it. None where it is in no file."""
        document = self._documents.get(place.doc)
        if document is None or document.path is None or document.path == "-":
            return None
        path = os.path.realpath(os.path.join(self._folder, document.path))  # noqa: PTH118 - a path as it was read
        if document.record is not None:
            return EditorRange(path, (document.record - 1, 0), (document.record, 0))
        if document.marks:  # the text was taken out of its file, which no editor shows as text
            return EditorRange(path, (0, 0), (0, 0))
        if place.doc not in self._positions:
            self._positions[place.doc] = Positions(document.text, self._encoding)
        positions = self._positions[place.doc]
        return EditorRange(path, positions.find(place.start), positions.find(place.end))


def _tell_finding(finding: Finding, path: str, pages: _Pages, language: Language) -> Iterator[Diagnostic]:
    placed = [(place, where) for place in finding.locations if (where := pages.find(place)) is not None]
    for place, where in placed:
        if where.path != path:
            continue
        others = [(other, there) for other, there in placed if other is not place]
        others.sort(key=lambda one: one[0].group == place.group)  # what disagrees comes first
        yield Diagnostic(
            where=where,
            severity=finding.severity,
            rule=finding.rule,
            message=message(finding, language),
            more=because(finding, language),
            others=tuple(RelatedPlace(there, other.text) for other, there in others[:_OTHERS]),
        )


def _tell_skipped(item: Skipped, path: str, language: Language) -> Diagnostic:
    line = (item.line or 1) - 1
    return Diagnostic(EditorRange(path, (line, 0), (line + 1, 0)), "error", "", reason(item, language))

"""Findings as a Parquet file: a row a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.columns import tell_where
from factcheck.report.context import Context
from factcheck.report.identity import name_findings
from factcheck.report.parquet import NEEDS, TEXTS, write_rows
from factcheck.report.wire import claim_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

__all__ = ["BINARY", "COLUMNS", "NEEDS", "list_rows", "render"]
BINARY = True  # what a terminal cannot show
COLUMNS = {
    "finding": "string", "rule": "string", "name": "string", "severity": "string", "confidence": "double",
    "message": "string", "because": TEXTS, "fingerprints": TEXTS, "group": "int64", "doc": "string", "path": "string",
    "line": "int64", "column": "int64", "start": "int64", "end": "int64", "text": "string", "sentence": "string",
    "claim": "string", "title": "string", "date": "string", "source": "string", "url": "string",
    "where": "string",
}  # fmt: skip


def render(report: Report, style: Style) -> bytes:
    """The keys of the JSON; `finding` is the same in all rows of one, `claim` the id of the figure."""
    return write_rows(list(list_rows(report, style.language)), COLUMNS)


def list_rows(report: Report, language: Language = "en") -> Iterator[dict[str, object]]:
    """A row for every place, by the names of `COLUMNS`."""
    context = Context(report.documents)
    for one, name in name_findings(report.findings):
        for place in one.locations:
            document = context.documents.get(place.doc)
            first, last = place.sentence
            yield {
                "finding": name, "rule": one.rule, "name": one.name, "severity": one.severity,
                "confidence": round(one.confidence, 4), "message": one.message, "because": list(one.because),
                "fingerprints": list(one.fingerprints), "group": place.group, "doc": place.doc, "path": place.path,
                "line": place.line, "column": place.column, "start": place.start, "end": place.end,
                "text": place.text, "sentence": context.text(place)[first:last],
                "claim": claim_id(place.claim) if place.claim is not None else None,
                "title": document.title if document is not None else None,
                "date": document.date if document is not None else None,
                "source": document.source if document is not None else None,
                "url": document.url if document is not None else None,
                "where": tell_where(place.where, language),
            }  # fmt: skip

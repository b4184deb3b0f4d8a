"""Findings as reviewdog reads them: RDFormat, one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.messages import head_line, tell
from factcheck.report.context import Context
from factcheck.report.escape import escape_invisible, json_text
from factcheck.report.places import order_places

if TYPE_CHECKING:
    from factcheck.model import Finding, Location, Report, Skipped
    from factcheck.report.style import Style

_RELATED = 20  # other places of one finding
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, style: Style) -> bytes:
    """Indented JSON, UTF-8. It has no field that the format lacks: reviewdog refuses what it does not know."""
    context = Context(report.documents, style.language)
    told = [_diagnostic(one, context) for one in report.findings]
    told += [_unread(one) for one in report.skipped if one.fatal]
    whole = {"source": {"name": "factcheck"}, "diagnostics": told}
    return json_text(msgspec.json.format(msgspec.json.encode(whole), indent=2)) + b"\n"


def _diagnostic(one: Finding, context: Context) -> dict[str, object]:
    first, *others = order_places(one.locations)
    related = [
        {"message": escape_invisible(_head(place, place.text[:200], context)), "location": _location(place, context)}
        for place in others[:_RELATED]
    ]
    said = "\n".join([_head(first, one.message, context), *one.because])
    return {
        "message": "\n".join(escape_invisible(line) for line in said.split("\n")),
        "location": _location(first, context),
        "severity": _SEVERITIES[one.severity],
        "code": {"value": one.rule},
        **({"related_locations": related} if related else {}),
    }


def _unread(one: Skipped) -> dict[str, object]:
    return {
        "message": escape_invisible(one.reason),
        "location": {"path": one.path, "range": {"start": {"line": one.line or 1}}},
        "severity": "ERROR",
        "code": {"value": "unread"},
    }


def _location(place: Location, context: Context) -> dict[str, object]:
    path = place.path or place.doc
    # lines of the text that was taken out of a file are none of the file
    return {"path": path} if place.where is not None else {"path": path, "range": _range(place, context)}


def _head(place: Location, said: str, context: Context) -> str:
    """What is said of a place; in a file that is no plain text the words for the place go before it."""
    return head_line(tell(place.where, context.language), said, context.language) if place.where is not None else said


def _range(place: Location, context: Context) -> dict[str, object]:
    """Columns are bytes of UTF-8, from 1; of a record in JSON lines only its line is there."""
    document = context.documents.get(place.doc)
    if document is None or document.record is not None:
        return {"start": {"line": place.line}}
    text = document.text
    column = 1 + _size(text[place.start - place.column + 1 : place.start])
    breaks = text.count("\n", place.start, place.end)
    before = text.rfind("\n", place.start, place.end) + 1 if breaks else place.start
    end = {"line": place.line + breaks, "column": (1 if breaks else column) + _size(text[before : place.end])}
    return {"start": {"line": place.line, "column": column}, "end": end}


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))

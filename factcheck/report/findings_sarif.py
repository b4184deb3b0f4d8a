"""Findings as SARIF 2.1.0, for the code-scanning page of a forge."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from factcheck import __version__
from factcheck.marker import MARKER
from factcheck.messages import tell
from factcheck.report.context import Context
from factcheck.report.escape import escape_invisible, json_text
from factcheck.report.places import name_place, order_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Finding, Location, Report
    from factcheck.report.style import Style

SHOWN = 5_000  # results that a forge shows of one run
_RELATED = 50  # other places of one finding
_LINKED = 3  # of them, those the message links to
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
_LINES = re.compile(r"\r\n|\r|\n")
_LINK = re.compile(r"([\\\[\]])")  # what would begin or end a link in a message
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(report: Report, style: Style) -> bytes:
    """Indented JSON, UTF-8; findings beyond what a forge shows are counted in a notification."""
    shown = report.findings[:SHOWN]
    rules = _rules(shown)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    context, seen_before = Context(report.documents, style.language), Counter[str]()
    run = {
        "tool": {"driver": {"name": "factcheck", "version": __version__, "semanticVersion": __version__,
                            "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that factcheck was run in."}}},
        "invocations": [_invocation(report)],
        "results": [_result(one, index, context, seen_before) for one in shown],
    }  # fmt: skip
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "properties": {"generator": MARKER}, "runs": [run]}
    return json_text(msgspec.json.format(msgspec.json.encode(whole), indent=2)) + b"\n"


def _rules(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    from factcheck.rules import RULES

    worst = {one.rule: one for one in findings}
    return [_rule(one, RULES[code].page if code in RULES else one.name) for code, one in sorted(worst.items())]


def _rule(one: Finding, page: str) -> dict[str, Any]:
    from factcheck.rules import RULES
    from factcheck.rules.precision import UNMEASURED

    rule = RULES.get(one.rule, None)
    severity = rule.severity if rule is not None else one.severity
    return {
        "id": one.rule,
        "name": one.name,
        "shortDescription": {"text": page.partition("\n")[0]},
        "fullDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": severity},
        "properties": {
            "precision": (rule.precision if rule is not None else UNMEASURED).grade,
            "problem.severity": _PROBLEM[severity],
            "tags": ["factcheck"],
        },
    }


def _invocation(report: Report) -> dict[str, Any]:
    notes = [
        {
            "level": "error" if item.fatal else "warning",
            "message": {"text": escape_invisible(f"{item.path}: {item.reason}")},
        }
        for item in report.skipped
    ]
    left = len(report.findings) - SHOWN
    if left > 0:
        notes.append(
            {"level": "warning", "message": {"text": f"{left} more findings are left out: {SHOWN} are shown."}}
        )
    return {
        "executionSuccessful": not any(item.fatal for item in report.skipped),
        "toolExecutionNotifications": notes,
    }


def _result(one: Finding, index: dict[str, int], context: Context, before: Counter[str]) -> dict[str, Any]:
    first, *others = order_places(one.locations)
    related = others[:_RELATED]
    identity = one.fingerprints[0] if one.fingerprints else _identity(one.rule, one.locations)
    before[identity] += 1
    return {
        "ruleId": one.rule,
        "ruleIndex": index[one.rule],
        "level": one.severity,
        "rank": round(100 * one.confidence, 1),
        "message": {"text": _message(one, related, context)},
        "locations": [{"physicalLocation": _physical(first, context), **_logical(first, context)}],
        "relatedLocations": [
            {
                "id": number,
                "message": {"text": escape_invisible(place.text[:200])},
                "physicalLocation": _physical(place, context),
                **_logical(place, context),
            }
            for number, place in enumerate(related, 1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{identity}:{before[identity]}"},
    }


def _identity(rule: str, locations: Sequence[Location]) -> str:
    return hashlib.sha256("\x1f".join([rule, *sorted(place.text for place in locations)]).encode()).hexdigest()[:16]


def _message(one: Finding, related: Sequence[Location], context: Context) -> str:
    links = [
        f"[{_text(name_place(place.path or place.doc, place.line, None, place.where, context.language))}]({number})"
        for number, place in enumerate(related[:_LINKED], 1)
    ]
    said = ". ".join(_text(line).rstrip(".。") for line in (one.message, *one.because[:1]))
    return f"{said}. {', '.join(links)}".rstrip()


def _text(words: str) -> str:
    return _LINK.sub(r"\\\1", escape_invisible(words))


def _physical(place: Location, context: Context) -> dict[str, Any]:
    path = place.path or place.doc
    where = {"uri": quote(path, safe="/")}
    if path.startswith("/"):
        where["uri"] = "file://" + where["uri"]
    else:
        where["uriBaseId"] = _BASE
    return {"artifactLocation": where, "region": _region(place, context)}


def _logical(place: Location, context: Context) -> dict[str, Any]:
    """The place in a file that is no plain text, in words."""
    if place.where is None:
        return {}
    return {"logicalLocations": [{"fullyQualifiedName": escape_invisible(tell(place.where, context.language))}]}


def _region(place: Location, context: Context) -> dict[str, Any]:
    """Lines and columns from 1, the end behind the last letter; of a record in JSON lines only its line is there."""
    snippet = {"snippet": {"text": place.text[:1000]}}
    if place.where is not None:  # the lines are those of the text that was taken out of the file
        return {"startLine": 1, **snippet}
    document = context.documents.get(place.doc)
    if document is not None and document.record is not None:
        return {"startLine": place.line, **snippet}
    *above, last = _LINES.split(place.text)
    column = len(last) + (1 if above else place.column)
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.line + len(above),
            "endColumn": column, **snippet}  # fmt: skip

"""Findings as a code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from factcheck.marker import MARKER
from factcheck.messages import head_line, tell
from factcheck.report.escape import escape_invisible, json_text
from factcheck.report.identity import name_findings

if TYPE_CHECKING:
    from factcheck.messages import Language
    from factcheck.model import Finding, Report, Skipped
    from factcheck.report.style import Style

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, style: Style) -> bytes:
    """An array, an entry a finding at its first place, and one for what could not be read; indented JSON, UTF-8."""
    issues = [_issue(one, name, style.language) for one, name in name_findings(report.findings)]
    issues += [_unread(one) for one in report.skipped if one.fatal]
    return json_text(msgspec.json.format(msgspec.json.encode(issues), indent=2)) + b"\n"


def _issue(one: Finding, name: str, language: Language) -> dict[str, object]:
    first = one.locations[0]
    said, line = one.message, first.line
    if first.where is not None:  # lines of the text that was taken out of a file are none of the file
        said, line = head_line(tell(first.where, language), said, language), 1
    return {
        "generator": MARKER,
        "type": "issue",
        "description": escape_invisible(said),
        "content": {"body": escape_invisible("\n\n".join(one.because))},
        "check_name": one.rule,
        "categories": ["Bug Risk"],
        "fingerprint": name,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": (first.path or first.doc).removeprefix("./"), "lines": {"begin": line}},
    }


def _unread(one: Skipped) -> dict[str, object]:
    own = f"unread\x1f{one.path}\x1f{one.line}\x1f{one.reason}".encode("utf-8", "replace")
    return {
        "generator": MARKER,
        "type": "issue",
        "description": escape_invisible(one.reason),
        "check_name": "unread",
        "categories": ["Bug Risk"],
        "fingerprint": hashlib.sha256(own).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": one.path.removeprefix("./"), "lines": {"begin": one.line or 1}},
    }

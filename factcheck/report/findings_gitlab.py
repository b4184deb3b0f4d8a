"""Findings as a code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.marker import MARKER
from factcheck.report.escape import escape_invisible, json_text
from factcheck.report.identity import name_findings

if TYPE_CHECKING:
    from factcheck.model import Finding, Report
    from factcheck.report.style import Style

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, _: Style) -> bytes:
    """An array with an entry a finding, at its first place; indented JSON, UTF-8."""
    issues = [_issue(one, name) for one, name in name_findings(report.findings)]
    return json_text(msgspec.json.format(msgspec.json.encode(issues), indent=2)) + b"\n"


def _issue(one: Finding, name: str) -> dict[str, object]:
    first = one.locations[0]
    return {
        "generator": MARKER,
        "type": "issue",
        "description": escape_invisible(one.message),
        "content": {"body": escape_invisible("\n\n".join(one.because))},
        "check_name": one.rule,
        "categories": ["Bug Risk"],
        "fingerprint": name,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": (first.path or first.doc).removeprefix("./"), "lines": {"begin": first.line}},
    }

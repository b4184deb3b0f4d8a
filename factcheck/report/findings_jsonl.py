"""Findings, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report import wire
from factcheck.report.context import Context
from factcheck.report.lines import json_lines

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.report.style import Style


def render(report: Report, style: Style) -> bytes:
    """A finding a line, each with the marker of a report and the version of its form."""
    context = Context(report.documents, style.language)
    return json_lines(wire.finding(one, context) for one in report.findings)

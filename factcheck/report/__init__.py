"""One format, one file. Each renders a report as bytes; nothing here decides what is a finding."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from factcheck.report.style import PLAIN_WIDTH, Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Report

__all__ = ["EXTRACT", "PLAIN_WIDTH", "SCAN", "Style", "render"]

# Format → the module that renders it, imported when it is used.
SCAN: Mapping[str, str] = {
    "terminal": "findings_terminal",
    "json": "findings_json",
    "jsonl": "findings_jsonl",
    "csv": "findings_csv",
}
EXTRACT: Mapping[str, str] = {
    "terminal": "claims_terminal",
    "json": "findings_json",
    "jsonl": "claims_jsonl",
    "csv": "claims_csv",
}


def render(report: Report, formats: Mapping[str, str], name: str, style: Style) -> bytes:
    """The report in the format `name` of `SCAN` or `EXTRACT`, UTF-8."""
    module = importlib.import_module(f"factcheck.report.{formats[name]}")
    rendered: bytes = module.render(report, style)
    return rendered

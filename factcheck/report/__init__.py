"""One format, one file. Each renders a report as bytes; nothing here decides what is a finding."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from factcheck.report.style import PLAIN_WIDTH, Style
from factcheck.report.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Report

__all__ = ["BINARY", "EXTRACT", "NEEDS", "PLAIN_WIDTH", "SCAN", "Style", "render"]

# Format → the module that renders it, imported when it is used.
SCAN: Mapping[str, str] = {
    "terminal": "findings_terminal",
    "json": "findings_json",
    "jsonl": "findings_jsonl",
    "csv": "findings_csv",
    "markdown": "findings_markdown",
    "html": "findings_html",
    "sarif": "findings_sarif",
    "github": "findings_github",
    "xlsx": "findings_xlsx",
}
EXTRACT: Mapping[str, str] = {
    "terminal": "claims_terminal",
    "json": "findings_json",
    "jsonl": "claims_jsonl",
    "csv": "claims_csv",
}


# Formats that need an extra of the distribution: the module, and the extra.
NEEDS: Mapping[str, tuple[str, str]] = {"xlsx": ("openpyxl", "xlsx")}
BINARY = frozenset({"xlsx"})  # what a terminal cannot show


def render(report: Report, formats: Mapping[str, str], name: str, style: Style) -> bytes:
    """The report in the format `name` of `SCAN` or `EXTRACT`, UTF-8 where it is text."""
    if style.language != "en":
        report = told(report, style.language)
    module = importlib.import_module(f"factcheck.report.{formats[name]}")
    rendered: bytes = module.render(report, style)
    return rendered

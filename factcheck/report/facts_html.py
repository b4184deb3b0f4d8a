"""Facts as the page of a report that opens with them."""

from __future__ import annotations

from factcheck.report.findings_html import render

__all__ = ["render"]

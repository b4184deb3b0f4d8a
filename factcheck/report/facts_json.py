"""Facts as one JSON object: the report of `scan` with its facts and the findings in their places."""

from __future__ import annotations

from factcheck.report.findings_json import render

__all__ = ["render"]

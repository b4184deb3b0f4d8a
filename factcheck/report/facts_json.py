"""Facts as one JSON object: the report of `scan` with its facts and no findings."""

from __future__ import annotations

from factcheck.report.findings_json import render

__all__ = ["render"]

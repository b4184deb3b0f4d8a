"""The whole report as one JSON object; `docs/schema/report.schema.json` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.report import wire
from factcheck.report.escape import json_text

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.report.style import Style


def render(report: Report, style: Style) -> bytes:
    """Indented JSON, UTF-8, one newline at its end."""
    encoded = msgspec.json.encode(
        wire.report(report, with_claims=style.with_claims, language=style.language), order="deterministic"
    )
    return json_text(msgspec.json.format(encoded, indent=2)) + b"\n"

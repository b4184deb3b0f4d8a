"""Why two figures are, or are not, one fact, as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.report.escape import json_text

if TYPE_CHECKING:
    from factcheck.report.comparison_forms import WireCompared
    from factcheck.report.style import Style


def render(compared: WireCompared, _: Style) -> bytes:
    """Indented JSON, UTF-8; claims, levels and sides have the form that they have in a report."""
    return json_text(msgspec.json.format(msgspec.json.encode(compared, order="deterministic"), indent=2)) + b"\n"

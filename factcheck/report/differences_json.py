"""What changed between two reports, as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.marker import MARKER
from factcheck.report.difference import WireMoved, WireSpot
from factcheck.report.escape import json_text
from factcheck.report.wire_forms import SCHEMA_VERSION, WireFinding

if TYPE_CHECKING:
    from factcheck.report.difference import Difference
    from factcheck.report.style import Style


class WireDifference(msgspec.Struct, frozen=True):
    """What is new, gone, moved; `same` findings are as they were."""

    generator: str
    schema_version: Literal[1]
    new: list[WireFinding]
    gone: list[WireFinding]
    moved: list[WireMoved]
    same: int


def render(difference: Difference, _: Style) -> bytes:
    """Indented JSON, UTF-8; findings have the form that they have in a report."""
    moved = [WireMoved(one.finding, [WireSpot(path, line) for path, line, _ in one.before]) for one in difference.moved]
    whole = WireDifference(
        MARKER, SCHEMA_VERSION, list(difference.new), list(difference.gone), moved, difference.same
    )  # fmt: skip
    return json_text(msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=2)) + b"\n"

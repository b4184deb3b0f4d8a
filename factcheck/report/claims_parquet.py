"""Claims as a Parquet file: a row a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.report import wire
from factcheck.report.context import Context
from factcheck.report.parquet import NEEDS, TEXTS, write_rows
from factcheck.report.wire_forms import WireClaim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Report
    from factcheck.report.style import Style

__all__ = ["BINARY", "COLUMNS", "NEEDS", "list_rows", "render"]
BINARY = True  # what a terminal cannot show
_WHOLE = ("line", "column", "start", "end", "sentence_start", "sentence_end")
_TEXTS = ("aspects", "inferred", "scope")
_LEFT_OUT = "links"  # spans of other figures: the JSON has them


_NAMES = [name for name in WireClaim.__struct_fields__ if name != _LEFT_OUT]
COLUMNS = {
    **{name: "int64" if name in _WHOLE else TEXTS if name in _TEXTS else "string" for name in _NAMES},
    "low_number": "double", "high_number": "double",
}  # fmt: skip


def render(report: Report, style: Style) -> bytes:
    """The keys of the JSON; numbers exact, as text, in `low` and `high`, and near in `low_number`, `high_number`."""
    return write_rows(list(list_rows(report, style.language)), COLUMNS)


def list_rows(report: Report, language: Language = "en") -> Iterator[dict[str, object]]:
    """A row for every claim, by the names of `COLUMNS`."""
    context = Context(report.documents, language)
    for one in report.claims:
        near = {
            name: None if value is None or one.kind == "date" else float(value)
            for name, value in (("low_number", one.low), ("high_number", one.high))
        }
        held = msgspec.structs.asdict(wire.claim(one, context)) | near
        yield {name: None if value is msgspec.UNSET else value for name, value in held.items()}

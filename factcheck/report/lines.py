"""What the formats of lines share: JSON lines that carry the marker, rows of a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

from factcheck.marker import MARKER
from factcheck.report.escape import cell, json_text
from factcheck.report.wire_forms import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEAD = f'{{"generator":"{MARKER}","schema_version":{SCHEMA_VERSION},'.encode()


def json_lines(values: Iterable[msgspec.Struct]) -> bytes:
    """Each value on a line; the first keys say that it is no article."""
    return b"".join(_HEAD + json_text(msgspec.json.encode(value))[1:] + b"\n" for value in values)


def table(rows: Iterable[Sequence[object]]) -> bytes:
    """CSV as Excel opens it, the heads first: UTF-8 with its mark, every cell on one line, none a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows([cell(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8-sig", "backslashreplace")

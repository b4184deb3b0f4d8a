"""The JSON Schema of a report, generated from the values that are written.

`python -m factcheck.report.schema > docs/schema/report.schema.json` writes it anew.
"""

from __future__ import annotations

import sys

import msgspec

from factcheck.report.wire import WireReport


def schema() -> bytes:
    """JSON Schema, draft 2020-12, indented."""
    generated = msgspec.json.schema(WireReport)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck report",
        "description": "What `factcheck scan -f json` and `factcheck extract -f json` write.",
        **generated,
    }
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=2) + b"\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(schema())

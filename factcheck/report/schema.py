"""The JSON Schema of a report, generated from the values that are written.

`python -m factcheck.report.schema > docs/schema/report.schema.json` writes it anew.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any

import msgspec

from factcheck.report.wire_forms import WireReport


def schema() -> bytes:
    """JSON Schema, draft 2020-12, indented."""
    generated = _dedent(msgspec.json.schema(WireReport))
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck report",
        "description": "What `factcheck scan -f json` and `factcheck extract -f json` write.",
        **generated,
    }
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=2) + b"\n"


def _dedent(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    """Descriptions as they are meant: whether msgspec or Python takes their indent away depends on the release."""
    if isinstance(value, dict):
        return {
            name: inspect.cleandoc(held) if name == "description" and isinstance(held, str) else _dedent(held)
            for name, held in value.items()
        }
    return [_dedent(one) for one in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.stdout.buffer.write(schema())

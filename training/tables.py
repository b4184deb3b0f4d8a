"""Weights as the program reads them: JSON, a table a template, its values in order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_DIGITS = 3
_FEEBLE = 0.02  # a weight below it changes nothing


def write_tables(
    path: Path, templates: Sequence[str], weights: Iterable[tuple[tuple[int, str], float]], **more: float
) -> None:
    """The weights by (number of their template, value), the same bytes for the same weights."""
    tables: dict[str, dict[str, float]] = {name: {} for name in templates}
    for (number, value), weight in sorted(weights):
        if abs(weight) >= _FEEBLE:
            tables[templates[number]][value] = round(float(weight), _DIGITS)
    lines = [f" {json.dumps(name)}: {json.dumps(held, ensure_ascii=False, separators=(',', ':'))}" for name, held in tables.items()]
    head = "".join(f" {json.dumps(name)}: {json.dumps(value)},\n" for name, value in more.items())
    path.write_text("{\n" + head + ' "tables": {\n' + ",\n".join(lines) + "\n }\n}\n", encoding="utf-8")

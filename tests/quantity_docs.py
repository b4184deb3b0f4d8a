"""Renders docs/quantities.md from the example tables: `python tests/quantity_docs.py > docs/quantities.md`."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from factcheck.errors import DataError
from factcheck.strict_yaml import load

EXAMPLES = Path(__file__).parent / "quantity" / "examples.yaml"
_HEAD = """# Quantities

What `factcheck` reads as a figure, and what it leaves alone. Rendered from `tests/quantity/examples.yaml`, which is
the specification and the test: do not edit this page.

A quantity has a span, a kind, exact bounds in a base unit, and a qualifier. The span is the number, its magnitude and
its unit with what sticks to them (多, 餘, 半); other hedges lie outside it and move the bounds. `∅` is an open end.
"""


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table: what must not fire, and what must."""

    title: str
    note: str
    silent: list[str]
    rows: dict[str, list[str]]


def sections() -> list[Section]:
    """The example tables."""
    return load(EXAMPLES.read_text("utf-8"), str(EXAMPLES), DataError).convert(list[Section])


def render() -> str:
    """The page."""
    return "\n".join([_HEAD, *(line for section in sections() for line in _section(section))])


def _section(section: Section) -> list[str]:
    lines = [f"## {section.title}", "", section.note, ""]
    if section.silent:
        lines += ["No quantity: " + " · ".join(_code(text) for text in section.silent), ""]
    if section.rows:
        lines += ["| text | span | kind | bounds | unit | qualifier |", "|---|---|---|---|---|---|"]
        lines += [_row(text, row) for text, rows in section.rows.items() for row in rows]
        lines.append("")
    return lines


def _row(text: str, row: str) -> str:
    span, kind, bounds, unit, qualifier = row.split(" | ")
    return f"| {text} | {span} | {kind} | {bounds} | {_code(unit)} | {qualifier} |"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


if __name__ == "__main__":
    sys.stdout.write(render())

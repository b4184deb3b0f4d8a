"""Renders docs/times.md from the table of times: `python tests/time_docs.py > docs/times.md`."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from factcheck.errors import DataError
from factcheck.strict_yaml import load

EXAMPLES = Path(__file__).parent / "quantity" / "times.yaml"
PUBLISHED = "2025-09-01"
_HEAD = f"""# Times

What `factcheck` reads as a time, in an article of {PUBLISHED}. Rendered from `tests/quantity/times.yaml`, which is the
specification and the test: do not edit this page.

A period is written as in ISO 8601: a year, a month, a day, `A/B` from A to B, `by X` up to X, `since X` from X on. A
time that nothing says when it was has none (`-`), and then its figure has none either: the year of the article is no
guess for it.
"""


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table: what is a length and no time, and what is a time."""

    title: str
    note: str
    lengths: list[str]
    rows: dict[str, list[str]]


def sections() -> list[Section]:
    """The tables."""
    return load(EXAMPLES.read_text("utf-8"), str(EXAMPLES), DataError).convert(list[Section])


def render() -> str:
    """The page."""
    return "\n".join([_HEAD, *(line for section in sections() for line in _section(section))])


def _section(section: Section) -> list[str]:
    lines = [f"## {section.title}", "", section.note, ""]
    if section.lengths:
        lines += ["No time: " + " · ".join(f"`{text}`" for text in section.lengths), ""]
    lines += ["| text | time | period |", "|---|---|---|"]
    lines += [f"| {text} | {row} |" for text, rows in section.rows.items() for row in rows]
    return [*lines, ""]


if __name__ == "__main__":
    sys.stdout.write(render())

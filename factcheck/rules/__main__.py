"""Writes docs/rules.md from the docstrings of the rules: `python -m factcheck.rules > docs/rules.md`."""

from __future__ import annotations

import sys

from factcheck.rules.registry import rules


def page() -> str:
    """All rules as one Markdown page."""
    parts = ["# Rules\n\nMade from the docstrings by `python -m factcheck.rules`. Codes are never renamed or reused.\n"]
    parts += [f"## {rule.code} {rule.name}\n\nSeverity: {rule.severity}\n\n{_nested(rule.page)}\n" for rule in rules()]
    return "\n".join(parts)


def _nested(page: str) -> str:
    return page.replace("\n## ", "\n### ")


if __name__ == "__main__":
    sys.stdout.write(page())

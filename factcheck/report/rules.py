"""The rules for people and programs: the list, and the page of one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text

from factcheck.catalogue import rule_name, text
from factcheck.report.layout import COLORS, hung, padded, printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.style import Style
    from factcheck.rules import Rule


def listed(rules: Iterable[Rule], style: Style) -> bytes:
    """A line a rule: code, name, severity, summary."""
    return printed(_lines(list(rules), style), style)


def _lines(rules: list[Rule], style: Style) -> Iterator[Text]:
    names = [rule_name(rule.code, rule.name, style.language) for rule in rules]
    severities = [text(f"severity.{rule.severity}", style.language) for rule in rules]
    column = max(map(cell_len, names), default=0)
    wide = max(map(cell_len, severities), default=0)
    for rule, name, severity in zip(rules, names, severities, strict=True):
        head = Text.assemble(
            (rule.code, "bold"), "  ", padded(Text(name), column), "  ",
            padded(Text(severity, COLORS[rule.severity]), wide), "  ",
        )  # fmt: skip
        yield from hung(head, Text(rule.summary), style.width)


def page(rule: Rule, style: Style) -> bytes:
    """The documentation of a rule: rendered on a terminal, Markdown as it is elsewhere."""
    name, severity = rule_name(rule.code, rule.name, style.language), text(f"severity.{rule.severity}", style.language)
    title = f"# {rule.code} {name} ({severity})\n\n"
    if not style.terminal:
        return (title + rule.page).rstrip().encode() + b"\n"
    written = io.StringIO()
    console = Console(file=written, width=min(style.width, 100), force_terminal=style.color, no_color=not style.color)
    console.print(Markdown(title + rule.page))
    return written.getvalue().encode()


def as_json(rules: Iterable[Rule]) -> bytes:
    """Code, name, severity, summary and page of each rule."""
    values = [
        {"code": r.code, "name": r.name, "severity": r.severity, "summary": r.summary, "page": r.page} for r in rules
    ]
    return msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n"

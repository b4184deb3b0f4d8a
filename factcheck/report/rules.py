"""The rules for people and programs: the list, and the page of one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text

from factcheck.report.layout import COLORS, printed, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.style import Style
    from factcheck.rules import Rule


def listed(rules: Iterable[Rule], style: Style) -> bytes:
    """A line a rule: code, name, severity, summary."""
    return printed(_lines(list(rules), style), style)


def _lines(rules: list[Rule], style: Style) -> Iterator[Text]:
    column = max((len(rule.name) for rule in rules), default=0)
    indent = len("FC000  ") + column + len("  warning  ")
    for rule in rules:
        head = Text.assemble(
            (rule.code, "bold"), f"  {rule.name:<{column}}  ", (f"{rule.severity:<7}", COLORS[rule.severity]), "  "
        )
        first, *others = wrapped(Text(rule.summary), style.width, indent)
        yield head + first[indent:]
        yield from others


def page(rule: Rule, style: Style) -> bytes:
    """The documentation of a rule: rendered on a terminal, Markdown as it is elsewhere."""
    title = f"# {rule.code} {rule.name} ({rule.severity})\n\n"
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

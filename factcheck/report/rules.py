"""The rules for people and programs: the list, and the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rich.cells import cell_len
from rich.text import Text

from factcheck.messages import rule_name, rule_page, text
from factcheck.report.layout import COLORS, hang_words, pad_cells, print_lines
from factcheck.report.markdown_terminal import lay_out_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.style import Style
    from factcheck.rules import Rule

_READABLE = 100  # cells of a line of prose


def list_rules(rules: Iterable[Rule], style: Style) -> bytes:
    """A line a rule: code, name, severity, summary."""
    return print_lines(_lines(list(rules), style), style)


def _lines(rules: list[Rule], style: Style) -> Iterator[Text]:
    names = [rule_name(rule.code, rule.name, style.language) for rule in rules]
    severities = [text(f"severity.{rule.severity}", style.language) for rule in rules]
    column = max(map(cell_len, names), default=0)
    wide = max(map(cell_len, severities), default=0)
    for rule, name, severity in zip(rules, names, severities, strict=True):
        head = Text.assemble(
            (rule.code, "bold"), "  ", pad_cells(Text(name), column), "  ",
            pad_cells(Text(severity, COLORS[rule.severity]), wide), "  ",
        )  # fmt: skip
        yield from hang_words(
            head, Text(rule_page(rule.code, rule.page, style.language).partition("\n")[0]), style.width
        )


def page(rule: Rule, style: Style) -> bytes:
    """The documentation of a rule: rendered on a terminal, Markdown as it is elsewhere."""
    name, severity = rule_name(rule.code, rule.name, style.language), text(f"severity.{rule.severity}", style.language)
    title = "# " + text("rule-page.title", style.language, code=rule.code, name=name, severity=severity) + "\n\n"
    told = rule_page(rule.code, rule.page, style.language)
    if not style.terminal:
        return (title + told).rstrip().encode() + b"\n"
    return print_lines(lay_out_page(title + told, min(style.width, _READABLE)), style)


def as_json(rules: Iterable[Rule]) -> bytes:
    """Code, name, severity, summary and page of each rule."""
    values = [
        {"code": r.code, "name": r.name, "severity": r.severity, "summary": r.summary, "page": r.page} for r in rules
    ]
    return msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n"

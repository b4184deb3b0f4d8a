"""The pages of the rules, plain and rendered."""

from __future__ import annotations

import json

from rich.cells import cell_len

from factcheck.report import Style
from factcheck.report.rules import as_json, list_rules, page
from factcheck.rules.registry import Rule

RULE = Rule(
    code="FC999", name="made-up", severity="warning", find=lambda _: (),
    page="Two sums of one list differ.\n\n**What to do.** Add them up.\n\n    36 + 12 = 49\n",
)  # fmt: skip


def test_a_page_is_markdown_where_it_is_no_terminal():
    assert page(RULE, Style()).decode() == f"# FC999 made-up (warning)\n\n{RULE.page}"


def test_a_page_is_rendered_on_a_terminal():
    shown = page(RULE, Style(terminal=True, width=60)).decode()
    assert "**" not in shown
    assert "# FC999" not in shown
    assert "What to do. Add them up." in shown
    assert "\x1b[" not in shown
    assert "\x1b[" in page(RULE, Style(terminal=True, color=True)).decode()


def test_the_list_stays_within_the_width():
    lines = list_rules([RULE, RULE], Style(width=40)).decode().splitlines()
    assert lines[0].startswith("FC999  made-up  warning  Two sums")
    assert max(map(cell_len, lines)) <= 40


def test_rules_as_json():
    assert json.loads(as_json([RULE]))[0]["summary"] == "Two sums of one list differ."

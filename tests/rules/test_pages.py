from __future__ import annotations

from pathlib import Path

from factcheck.rules.registry import rules

ROOT = Path(__file__).parents[2]


def test_every_rule_says_what_to_do_and_stands_in_the_readme():
    for rule in rules():
        assert "What to do" in rule.page, rule.code
        assert rule.code in (ROOT / "README.md").read_text("utf-8")
        assert rule.summary.endswith((".", ":", "…"))

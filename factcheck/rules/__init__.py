"""One rule, one file. The engine knows no rule: it asks the registry and runs one loop."""

from factcheck.rules.registry import RULES, Ranks, Rule, select

__all__ = ["RULES", "Ranks", "Rule", "select"]

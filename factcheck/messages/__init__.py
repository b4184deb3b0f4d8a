"""Everything that is told to people, in every language it is told in."""

from factcheck.messages.catalogue import (
    LANGUAGES,
    Language,
    because,
    has,
    head_line,
    help_text,
    keys,
    message,
    name,
    reason,
    rule_name,
    rule_page,
    skip_input,
    tell,
    text,
    write_folded,
)
from factcheck.model import say

__all__ = [
    "LANGUAGES",
    "Language",
    "because",
    "has",
    "head_line",
    "help_text",
    "keys",
    "message",
    "name",
    "reason",
    "rule_name",
    "rule_page",
    "say",
    "skip_input",
    "tell",
    "text",
    "write_folded",
]

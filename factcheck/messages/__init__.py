"""Everything that is told to people, in every language it is told in."""

from factcheck.messages.catalogue import (
    LANGUAGES,
    Language,
    because,
    keys,
    message,
    name,
    rule_name,
    rule_page,
    say,
    tell,
    text,
    translated,
)

__all__ = [
    "LANGUAGES",
    "Language",
    "because",
    "keys",
    "message",
    "name",
    "rule_name",
    "rule_page",
    "say",
    "tell",
    "text",
    "translated",
]

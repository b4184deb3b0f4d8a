"""The pages of rules in parts that a page can lay out, and in each what to do about a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.messages import LANGUAGES, rule_page
from factcheck.report.markdown_terminal import join_lines

if TYPE_CHECKING:
    from factcheck.rules import Rule

Part = tuple[str, str]  # h a heading, q a quotation, e an example as it is written, p a paragraph; and its words
_EXAMPLE = "    "
_ADVICE = re.compile(r"(?:#+ |\*\*)(?:What to do|怎么办|怎麼辦)\.?。?(?:\*\*\s*)?")


def lay_out_rule(rule: Rule) -> list[dict[str, list[Part]]]:
    """In each language the parts of the page (`page`), and those of them that say what to do (`advice`)."""
    told = [_split_parts(rule_page(rule.code, rule.page, language)) for language in LANGUAGES]
    return [{"page": parts, "advice": _find_advice(parts)} for parts in told]


def _split_parts(page: str) -> list[Part]:
    return [_read_part(part) for part in page.strip("\n").split("\n\n")]


def _read_part(part: str) -> Part:
    if part.startswith("#"):
        return "h", part.lstrip("# ")
    if part.startswith("> "):
        return "q", join_lines(part.replace("\n> ", "\n").removeprefix("> "))
    if part.startswith(_EXAMPLE):
        return "e", "\n".join(line.removeprefix(_EXAMPLE) for line in part.split("\n"))
    return "p", join_lines(part)


def _find_advice(parts: list[Part]) -> list[Part]:
    """The paragraph that begins with the words, or those below a heading of the words."""
    for at, (kind, words) in enumerate(parts):
        found = _ADVICE.match(f"# {words}" if kind == "h" else words)
        if found is not None and kind == "p":
            return [("p", words[found.end() :])]
        if found is not None:
            after = next((n for n in range(at + 1, len(parts)) if parts[n][0] == "h"), len(parts))
            return parts[at + 1 : after]
    return []
